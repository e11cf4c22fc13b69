/** A moment as PostgreSQL's `timestamp`, to the second: `2026-01-01 00:00:00`. The tally stores UTC without a zone. */
export function timestampOf(moment: Date): string {
  return moment.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).replace('T', ' ');
}

/** The moment of a `timestamp` that the tally stores. */
export function momentOf(timestamp: string): Date {
  return new Date(`${timestamp.replace(' ', 'T')}Z`);
}
