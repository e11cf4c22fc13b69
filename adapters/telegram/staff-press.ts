/** Whether the administrator who asked showed who they are. */
export type Asker = 'named' | 'anonymous';

/** What a button in a staff group does. */
export type StaffPress =
  | { readonly kind: 'ask'; readonly words: string }
  | { readonly kind: 'confirm'; readonly code: string; readonly asker: Asker }
  | { readonly kind: 'cancel' };

const ASK = '!staff.ask.';
const CONFIRM: Readonly<Record<Asker, string>> = { named: '!staff.y.', anonymous: '!staff.a.' };
const CANCEL = '!staff.no';

/** A button's data: see `button-data.ts` for those in private chats. */
export function writeStaffPress(press: StaffPress): string {
  if (press.kind === 'cancel') return CANCEL;
  return press.kind === 'ask' ? ASK + press.words : CONFIRM[press.asker] + press.code;
}

/** Reads a button's data; null if it is not one of a staff group. A client can send anything: the desk checks codes. */
export function readStaffPress(data: string): StaffPress | null {
  if (data === CANCEL) return { kind: 'cancel' };
  if (data.startsWith(ASK)) return { kind: 'ask', words: data.slice(ASK.length) };
  for (const asker of ['named', 'anonymous'] as const) {
    const prefix = CONFIRM[asker];
    if (data.startsWith(prefix)) return { kind: 'confirm', code: data.slice(prefix.length), asker };
  }
  return null;
}
