import type { LocaleTexts, Petition } from '../petition/petition.js';
import { parseCode } from './code.js';
import type { Form } from './message.js';

/** The forms that a person can fill in. */
export type FormName = 'name' | 'receipt';

/**
 * The action of the button that opens each form. Its argument is the locale, so that the code alone is
 * enough.
 */
export const FORM_ACTIONS = { name: 'write', receipt: 'receipt' } as const satisfies Record<FormName, string>;

/**
 * Room for pasted text: the field must not cut a text off before the engine can say what is wrong with it.
 */
const NAME_FIELD = 400;
const RECEIPT_FIELD = 100;

/** The form's words in one language. */
export function formIn({ words, locale }: LocaleTexts, name: FormName): Form {
  return {
    locale,
    title: words.say(`${name}-form-title`),
    label: words.say(`${name}-form-label`),
    hint: words.say(`${name}-form-hint`),
    submit: words.say(`${name}-form-submit`),
    maxLength: name === 'name' ? NAME_FIELD : RECEIPT_FIELD,
  };
}

/**
 * The form that a button opens, found from its code alone. Platforms want the form within 3 s of the press,
 * too soon to ask the store. When the form comes back, the engine checks that the button is still valid.
 * @returns null if the button opens no form
 */
export function formOf(petition: Pick<Petition, 'locales' | 'texts'>, code: string): Form | null {
  const parsed = parseCode(code);
  if (parsed === null) return null;
  const name = formNamed(parsed.scope, parsed.action);
  const locale = petition.locales.find((known) => known === parsed.argument);
  return name === null || locale === undefined ? null : formIn(petition.texts(locale), name);
}

function formNamed(scope: string, action: string): FormName | null {
  if (scope === 'name' && action === FORM_ACTIONS.name) return 'name';
  if (scope === 'note' && action === FORM_ACTIONS.receipt) return 'receipt';
  return null;
}
