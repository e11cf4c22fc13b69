import type { LocaleTexts, Petition } from '../petition/petition.js';
import { parseCode } from './code.js';
import type { Form } from './message.js';

/** What a person can be asked to write. */
export type FormName = 'name' | 'receipt';

/** The action of the buttons that open each form; their argument is the locale, so that the code alone tells all. */
export const FORM_ACTIONS = { name: 'write', receipt: 'receipt' } as const satisfies Record<FormName, string>;

/** Room for what people paste: the field should not cut a text off before the engine can say what is wrong. */
const NAME_FIELD = 400;
const RECEIPT_FIELD = 100;

/** The form's words in one language. */
export function formIn({ words }: LocaleTexts, name: FormName): Form {
  return {
    title: words.say(`${name}-form-title`),
    label: words.say(`${name}-form-label`),
    hint: words.say(`${name}-form-hint`),
    submit: words.say(`${name}-form-submit`),
    maxLength: name === 'name' ? NAME_FIELD : RECEIPT_FIELD,
  };
}

/**
 * The form that a pressed button opens, told from its code alone: platforms want it within 3 s of the press, before
 * the store has been asked. Whether the button still stands is checked when the form comes back.
 * @returns null for the code of a button that opens none
 */
export function formOf(petition: Petition, code: string): Form | null {
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
