import type { Size } from './stage.js';

/** What a run shall measure. */
export interface Wanted {
  readonly parts: readonly string[];
  readonly size: Size;
}

/**
 * Reads the words after `npm run bench --`.
 * @param all the names of all parts, which run where none is named
 * @throws Error with the list, for a part or an option that is not there
 */
export function readArguments(argv: readonly string[], all: readonly string[]): Wanted {
  const parts = argv.filter((word) => !word.startsWith('--'));
  const options = argv.filter((word) => word.startsWith('--'));
  const unknown = [
    ...parts.filter((part) => !all.includes(part)),
    ...options.filter((option) => option !== '--quick' && option !== '--large'),
  ];
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}\n${usage(all)}`);
  const size = options.includes('--large') ? 'large' : options.includes('--quick') ? 'quick' : 'plain';
  return { parts: parts.length > 0 ? parts : all, size };
}

function usage(all: readonly string[]): string {
  return `npm run bench -- [--quick | --large] [PART…]
parts: ${all.join(', ')}
--quick: few people, few signatures: for trying out
--large: ten million signatures (15 GB of disk), and the spike in full: more than an hour`;
}
