/** Somebody on a platform. Ids are strings, whatever the platform sends, and never leave the process. */
export interface Person {
  /** The adapter's name. */
  readonly channel: string;
  /** The workspace, or the organisation that it belongs to, where ids are of one; empty elsewhere. */
  readonly tenant: string;
  readonly id: string;
}
