import type { LocaleTexts, Petition } from '../petition/petition.js';
import { creditOf, type PetitionPicture } from '../petition/picture.js';
import { html, type Markup } from './markup.js';

/**
 * The address of a petition's picture on this server. Another picture has another address.
 * @param petition the petition's name
 */
export function picturePath(
  petition: string,
  { hash, type }: Pick<PetitionPicture, 'hash' | 'type'>,
): string {
  return `/p/${petition}/picture-${hash.slice(0, 16)}.${type === 'image/png' ? 'png' : 'jpg'}`;
}

/** Where platforms find a petition's picture: only at a public https address. Null without one. */
export function publicPicture({ id, picture }: Petition, publicUrl: string | null): string | null {
  if (picture === null || !publicUrl?.startsWith('https:')) return null;
  return publicUrl + picturePath(id, picture);
}

/** The petition's picture with its credit and licence; null without one. */
export function picturePart({ id, picture }: Petition, { locale }: LocaleTexts): Markup | null {
  if (picture === null) return null;
  const { width, height, alt } = picture;
  return html`<figure class="picture">
<img src="${picturePath(id, picture)}" width="${width}" height="${height}" alt="${alt[locale] ?? ''}">
<figcaption>${creditOf(picture)}</figcaption>
</figure>`;
}
