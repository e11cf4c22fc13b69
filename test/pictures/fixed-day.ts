/** The moment of every picture: the evening before 10 December, when people write for others' rights. */
export const MOMENT = new Date('2026-12-09T17:41:00Z');

const RealDate = Date;

/**
 * Moves the clock of this process, and lets it run on from there. The embedded database runs in this process and reads
 * the same clock, so signatures can be collected over days.
 */
export function setClock(to: Date): void {
  const ahead = to.getTime() - RealDate.now();
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, given, maker) => Reflect.construct(date, given.length === 0 ? [now()] : given, maker),
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
  });
}
