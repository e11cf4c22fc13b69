import type { Locale } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';

/** Who acts. Only a keyed form of it is ever kept, and never logged. */
export interface StaffMember {
  /** The adapter's name, or `cli`. */
  readonly channel: string;
  /** The workspace, or the organisation that it belongs to, where ids are of one; empty elsewhere. */
  readonly tenant: string;
  readonly id: string;
}

/** Cells as they are to be shown: numbers are written the language's own way. Every row has a cell a column. */
export interface StaffTable {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What staff are told, for any platform to show. Reasons that staff wrote stand only in `text` nodes and cells. */
export interface StaffMessage {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly body: readonly (Block | StaffTable)[];
  /** Present where what was asked made no sense; the first part says why, and nothing was changed. */
  readonly refused?: true;
  /** Present where something was done that everybody in the room is to know. */
  readonly news?: true;
  readonly picture?: {
    readonly png: Uint8Array;
    /** The numbers of the picture, in words. */
    readonly alt: string;
    readonly title: string;
    readonly fileName: string;
  };
  /**
   * Present where nothing was done yet: a press on a button with this label is to be handed to `confirm` with the
   * code (at most 64 characters of `[A-Za-z0-9_-]`); one with the other label takes the buttons away and is nobody
   * else's business.
   */
  readonly confirm?: { readonly code: string; readonly label: string; readonly cancelLabel: string };
}

/** What staff can ask and do, written once for every place that shows it. Whether somebody is staff is the caller's to know. */
export interface StaffDesk {
  /** `total`, `report`, `milestones`, `digest`, `quarantine`, `release`, `pause`, `resume`, `help`. */
  readonly commands: readonly string[];
  /**
   * Answers a command.
   * @param words what was typed, the command first: `report 7d`, `quarantine tele-1 --reason "a script" --hold`.
   *   What makes no sense is answered with help and changes nothing.
   * @param room where it was typed: what is switched on is switched on there, and a confirmation counts only there
   * @throws StoreUnavailable and nothing else
   */
  ask(words: string, who: StaffMember, room: string): Promise<StaffMessage>;
  /**
   * Does what was shown with this code: once, for the same person in the same room, within ten minutes.
   * Anything else is answered in words and changes nothing.
   * @throws StoreUnavailable: then it may have been done all the same, and `quarantine list` or `total` tells
   */
  confirm(code: string, who: StaffMember, room: string): Promise<StaffMessage>;
  /**
   * Announces goals, sends the daily report and raises alerts, until the signal aborts. To be called in every
   * process: the desk itself sees to it that one of them speaks.
   * @param rooms every staff room
   * @param post shows a message in a room. It resolves when the message is there and rejects when it is not: then it
   *   is posted again later, so a rejection must not come for a message that may have arrived.
   */
  serve(
    rooms: readonly string[],
    post: (room: string, message: StaffMessage) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}

/** The commands of a desk, in the order in which help lists them. */
export const STAFF_COMMANDS = [
  'total',
  'report',
  'milestones',
  'digest',
  'quarantine',
  'release',
  'pause',
  'resume',
  'help',
] as const;
export type StaffCommand = (typeof STAFF_COMMANDS)[number];
