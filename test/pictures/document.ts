import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, type Markup, trusted } from '../../src/http/markup.js';

/**
 * A whole page for one picture.
 * @param platform names the style
 * @param shown what stands on it, side by side
 * @param width in CSS pixels
 */
export function documentOf(
  platform: 'telegram' | 'discord' | 'slack',
  shown: readonly Markup[],
  width: number,
): string {
  const style = ['common', platform].map((name) =>
    readFileSync(join(import.meta.dirname, 'styles', `${name}.css`), 'utf8'),
  );
  return html`<!doctype html><html lang="en"><meta charset="utf-8"><style>${trusted(style.join('\n'))}</style>
    <body style="width: ${width}px">${shown}</body></html>`.toString();
}
