import { command, phrase } from '../../petition/phrase.js';
import { type Block, heading, type Inline, paragraph, text } from '../../petition/rich-text.js';
import { COMMANDS } from '../event.js';
import type { Move } from '../move.js';
import type { Scene } from '../scene.js';
import { resumeButton } from './resume.js';

/** Every command in a line, and the organiser of this channel. */
export function helpNote(scene: Scene): Move {
  const { words } = scene.texts;
  return {
    kind: 'note',
    view: {
      body: [
        heading(words.say('help-heading')),
        paragraph(words.say('help-intro')),
        {
          kind: 'list',
          ordered: false,
          items: COMMANDS.map((name) =>
            phrase((put) =>
              words.say('help-line', { command: put(command(name)), what: words.say(`command-${name}`) }),
            ),
          ),
        },
        ...aboutOrganiser(scene),
      ],
      buttons: [resumeButton(scene)],
    },
  };
}

function aboutOrganiser({ petition: { organiser }, texts: { words } }: Scene): readonly Block[] {
  if (organiser === null) return [];
  const { name, contact, privacyUrl } = organiser;
  return [
    paragraph(
      ...phrase((put) =>
        words.say('help-organiser', { organiser: put(text(name)), contact: put(linkTo(contact)) }),
      ),
    ),
    paragraph(...phrase((put) => words.say('help-privacy', { url: put(linkTo(privacyUrl)) }))),
  ];
}

/** An e-mail address or an https address as a link. */
function linkTo(address: string): Inline {
  const url = address.includes('://') ? address : `mailto:${address}`;
  return { kind: 'link', url, children: [text(address)] };
}
