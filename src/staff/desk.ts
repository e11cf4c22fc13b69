import type { Locale } from '../petition/formats.js';
import type { Block } from '../petition/rich-text.js';

/** The member of staff who acts. We store only a keyed form of it, and never log it. */
export interface StaffMember {
  /** The adapter's name, or `cli`. */
  readonly channel: string;
  /** The workspace, or the organisation that it belongs to, if ids belong to one; else empty. */
  readonly tenant: string;
  readonly id: string;
}

/** Cells as text: numbers are already formatted for the language. Every row has one cell for each column. */
export interface StaffTable {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A message for staff, on any platform. Reasons that staff wrote occur only in `text` nodes and cells. */
export interface StaffMessage {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly body: readonly (Block | StaffTable)[];
  /** Present if the command made no sense. The first part says why; nothing was changed. */
  readonly refused?: true;
  /** Present if the desk sends it by itself: an alert, its end, a report at its hour, or a goal. */
  readonly kind?: 'alert' | 'all-clear' | 'digest' | 'milestone';
  /** Present if something was done that everybody in the room should know. */
  readonly news?: true;
  readonly picture?: {
    readonly png: Uint8Array;
    /** The numbers of the picture, in words. */
    readonly alt: string;
    readonly title: string;
    readonly fileName: string;
  };
  /**
   * What staff may want to ask next. Show a button for each: a press asks for `words` as if they were typed. `again`
   * marks the question that this message answers: its answer can take the place of this message.
   */
  readonly questions?: readonly { readonly words: string; readonly label: string; readonly again?: true }[];
  /**
   * Present if staff must confirm first. Show a button with `label`: a press passes the code to `confirm`.
   * Show another with `cancelLabel`: a press only removes the buttons. The code has at most 64 characters of
   * `[A-Za-z0-9_-]`.
   */
  readonly confirm?: { readonly code: string; readonly label: string; readonly cancelLabel: string };
}

/** A way to reach staff: one platform, the webhook, or the log. */
export interface StaffPlace {
  /** Its name. Each place has its own lease, and is told everything once. */
  readonly name: string;
  /** Every staff room in it. */
  readonly rooms: readonly string[];
  /** What its rooms get without a command, since nobody can ask there. */
  readonly subscribed?: readonly Subscription[];
  /**
   * Shows a message in a room. It resolves when the message has arrived. If it rejects, the message is sent again
   * later, so it must not reject if the message may have arrived.
   */
  post(room: string, message: StaffMessage): Promise<void>;
}
export type Subscription = 'milestones' | 'digest';

/** What staff can ask and do, once for all platforms. The caller checks that the person is staff. */
export interface StaffDesk {
  /** `total`, `report`, `chart`, `milestones`, `digest`, `quarantine`, `release`, `pause`, `resume`, `help`. */
  readonly commands: readonly string[];
  /**
   * Answers a command. A command that makes no sense gets help and changes nothing.
   * @param words the typed words, the command first: `report 7d`, `quarantine tele-1 --reason "a script"
   * --hold`
   * @param room the room of the command: switches apply to it, and only there can the member confirm
   * @throws StoreUnavailable and nothing else
   */
  ask(words: string, who: StaffMember, room: string): Promise<StaffMessage>;
  /**
   * Does what was shown with this code: once, for the same person in the same room, within ten minutes. For
   * any other code it says so and changes nothing.
   * @throws StoreUnavailable: then it may still have been done; `quarantine list` or `total` tells
   */
  confirm(code: string, who: StaffMember, room: string): Promise<StaffMessage>;
  /**
   * Announces goals, sends the daily and weekly reports and raises alerts, until the signal aborts. Call it in every
   * process: a lease makes sure that one process speaks.
   */
  serve(place: StaffPlace, signal: AbortSignal): Promise<void>;
  /** Whether `serve` has been called for any room. */
  isServed(): boolean;
}

/** Commands that act at once. The others only show something, or what a confirmation would do. */
const DONE_AT_ONCE = ['milestones', 'digest'];

/** Whether a command acts without a confirmation. */
export function changesAtOnce(words: string): boolean {
  return DONE_AT_ONCE.some((command) => words.toLowerCase().startsWith(command));
}

/** The desk's commands, in the order of the help. */
export const STAFF_COMMANDS = [
  'total',
  'report',
  'chart',
  'milestones',
  'digest',
  'quarantine',
  'release',
  'pause',
  'resume',
  'help',
] as const;
