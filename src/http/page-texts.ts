import { blocksToHtml } from '../petition/html.js';
import { isolated } from '../petition/isolate.js';
import type { LocaleTexts, Organiser, Petition } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';
import { html, type Markup, trusted } from './markup.js';

/** Texts are inside sections: their headings are one level below the section's. */
export function blocks(content: readonly Block[]): Markup {
  return trusted(blocksToHtml(content, { headingLevel: 3, command: (command) => command }));
}

/** The story with its source, the demands and the letter, each once. */
export function textsPart({ settings }: Petition, { words, story, signed }: LocaleTexts): Markup {
  const { organisation, title, url } = settings.factsSource;
  const source =
    url === undefined
      ? html`<cite>${title}</cite>`
      : html`<a href="${url}" rel="external noreferrer">${title}</a>`;
  return html`<section aria-labelledby="story-heading">
<h2 id="story-heading">${words.say('page-story-heading')}</h2>
${story.map((part) => blocks(part.blocks))}
<p class="small source">${words.say('page-source', { organisation: isolated(organisation) })} ${source}</p>
</section>
<section aria-labelledby="demands-heading">
<h2 id="demands-heading">${words.say('page-demands-heading')}</h2>
${blocks(signed.demands.blocks)}
</section>
<section aria-labelledby="letter-heading">
<h2 id="letter-heading">${words.say('page-letter-heading')}</h2>
<div class="letter">
${blocks(signed.letter.blocks)}
</div>
</section>`;
}

/** Who runs the petition, and the privacy notice. */
export function aboutPart({ organiser }: Petition, { words, signed }: LocaleTexts): Markup {
  return html`${organiser === null ? null : organiserPart(words, organiser)}
<details>
<summary>${words.say('page-privacy-heading')}</summary>
${blocks(signed.privacy.blocks)}
</details>`;
}

function organiserPart(words: LocaleTexts['words'], { name, contact, privacyUrl }: Organiser): Markup {
  const address = /^https?:/.test(contact) ? contact : `mailto:${contact}`;
  return html`<h2>${words.say('page-organiser-heading')}</h2>
<p>${words.say('page-organiser', { organiser: isolated(name) })}</p>
<ul>
<li>${words.say('page-contact')} <a href="${address}"><bdi>${contact}</bdi></a></li>
<li><a href="${privacyUrl}" rel="external noreferrer">${words.say('page-privacy-policy', { organiser: isolated(name) })}</a></li>
</ul>`;
}
