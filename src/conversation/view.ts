import type { Locale } from '../petition/formats.js';
import type { Block } from '../petition/rich-text.js';
import type { FormName } from './form.js';
import type { Message } from './message.js';

/** A button before it gets its code. */
export type ViewButton =
  | {
      readonly kind: 'press';
      readonly action: string;
      /** A locale, for the actions that choose a language; or the beginning of a text's version. */
      readonly argument?: string;
      readonly label: string;
      /** See `Button`. */
      readonly passesOn?: string;
    }
  | { readonly kind: 'form'; readonly form: FormName; readonly label: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/** What a step or an answer shows: a message before its buttons get their codes. */
export interface View extends Pick<Message, 'share' | 'sensitive' | 'signed' | 'ended'> {
  readonly body: readonly Block[];
  readonly buttons: readonly ViewButton[];
}

/** A button with an action. */
export function press(action: string, label: string): ViewButton {
  return { kind: 'press', action, label };
}

/** The action of the buttons that choose a language. */
export const LANGUAGE_ACTION = 'language';

/** A button that chooses a language, labelled with the language's own name. */
export function languageButton(locale: Locale, label: string): ViewButton {
  return { kind: 'press', action: LANGUAGE_ACTION, argument: locale, label };
}
