import { paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { languageButton } from '../view.js';

/** Every language by its own name. The current one comes first: it changes nothing. */
export function askLanguage({ petition, texts }: Scene): Move {
  const locales = [texts.locale, ...petition.locales.filter((locale) => locale !== texts.locale)];
  return {
    kind: 'note',
    view: {
      body: [paragraph(texts.words.say('language-ask', { language: texts.languageName }))],
      buttons: locales.map((locale) => languageButton(locale, petition.texts(locale).languageName)),
    },
  };
}
