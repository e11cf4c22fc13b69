import type { Petition, Phase } from '../../petition/petition.js';
import { type Finding, warning, well } from './finding.js';

/**
 * Says whether people read the outcome. The operator may have written it in advance, or may wonder why nobody reads it.
 * @param phase as the content alone says it: the operator may have closed the petition, which the database knows
 */
export function checkOutcome({ locales, texts }: Petition, phase: Phase): readonly Finding[] {
  if (locales.every((locale) => texts(locale).outcome === null)) return [];
  const told = 'outcome.md takes the place of closed.md and of every text that asks people to sign';
  if (phase === 'closed') return [well('outcome', told)];
  return [
    warning(
      'outcome',
      `${told}, but only once the petition is closed: by \`closes\` or with \`petition close\``,
    ),
  ];
}
