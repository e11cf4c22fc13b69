/** A person on a platform. Ids are strings on every platform and never leave the process. */
export interface Person {
  /** The adapter's name. */
  readonly channel: string;
  /** The workspace, or the organisation that it belongs to, if ids belong to one; else empty. */
  readonly tenant: string;
  readonly id: string;
}

/** One person's key in memory, never stored. */
export function personKey({ channel, tenant, id }: Person): string {
  return JSON.stringify([channel, tenant, id]);
}
