import type { LocaleTexts } from '../petition/petition.js';
import { html, type Markup } from './markup.js';

/** A document that is no page of the site: a frame in another one, a screen in a hall. Search engines leave it out. */
export function bareDocument(parts: {
  readonly texts: Pick<LocaleTexts, 'locale' | 'direction' | 'headline'>;
  /** More of the head. */
  readonly head: Markup;
  /** The whole body, as an element. */
  readonly body: Markup;
}): Markup {
  const { texts, head, body } = parts;
  return html`<!doctype html>
<html lang="${texts.locale}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.headline}</title>
${head}
</head>
${body}
</html>
`;
}
