/** The columns of a selection: a signature must have the value, except where it is null. */
const SAME = ['channel', 'age', 'locale', 'source'] as const;

/**
 * The condition that a signature is in a selection: it has all facts that the selection names. It is never null.
 * @param signature the alias of a row with `channel`, `age`, `locale`, `source` and `day`
 * @param selection the alias of a row with the first four, `from_day` and `until_day`; null stands for any value
 * @param day the signature's day, as SQL of the type `date`
 */
export function matching(signature: string, selection: string, day = `${signature}.day`): string {
  const conditions = [
    ...SAME.map((name) => `(${selection}.${name} IS NULL OR ${selection}.${name} = ${signature}.${name})`),
    `(${selection}.from_day IS NULL OR ${selection}.from_day <= ${day})`,
    `(${selection}.until_day IS NULL OR ${selection}.until_day >= ${day})`,
  ];
  return `(${conditions.join(' AND ')})`;
}
