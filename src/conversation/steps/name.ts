import { isolated } from '../../petition/isolate.js';
import { phrase } from '../../petition/phrase.js';
import { type Block, heading, paragraph, text } from '../../petition/rich-text.js';
import type { Code } from '../code.js';
import type { PlaceAt } from '../conversation.js';
import { FORM_ACTIONS } from '../form.js';
import { type Move, show } from '../move.js';
import { checkName, shortName } from '../name.js';
import type { Scene } from '../scene.js';
import { press as pressButton, type View, type ViewButton } from '../view.js';

type NamePlace = PlaceAt<'name'>;

/** The action of the button that ends a correction. */
const KEEP_NAME_ACTION = 'keep';

/**
 * Says who will receive the letter and any name given. The anonymous choice comes first. A name is shown
 * once more before the person signs with it.
 */
export function view(scene: Scene, place: NamePlace): View {
  if (scene.facts.signature !== null) return correctionView(scene, place);
  return place.typed === null ? question(scene, place) : confirmation(scene, place.typed);
}

export function press(scene: Scene, { action }: Code, place: NamePlace): Move | null {
  switch (action) {
    case 'anonymous':
      return sign(action, null);
    case 'offered':
      if (place.offered === null) return null;
      // The person has renamed themselves on the platform: they would sign with a name that they did not see
      // here.
      if (scene.offer !== place.offered) return show({ ...place, typed: null }, 'display-name');
      // A tap by mistake must not give a real name away.
      return show({ ...place, typed: place.offered });
    case 'typed':
      return place.typed === null ? null : sign(action, place.typed);
    case 'back':
      return show(place.typed === null ? { step: 'consent' } : { ...place, typed: null });
    case KEEP_NAME_ACTION:
      return scene.facts.signature === null ? null : show({ step: 'thanks' }, 'kept');
    case FORM_ACTIONS.name:
      return { kind: 'note', view: askedInWords(scene) };
    default:
      return null;
  }
}

function sign(action: string, name: string | null): Move {
  return { kind: 'sign', name, button: `name.${action}` };
}

/** Handles a typed name, from a form or a message. */
export function written(place: NamePlace, name: string): Move {
  const check = checkName(name);
  return check.ok ? show({ ...place, typed: check.name }) : show({ ...place, typed: null }, check.problem);
}

function question({ texts }: Scene, { offered }: NamePlace): View {
  const { words, signed } = texts;
  const addressee = signed.letter.blocks.find((block) => block.kind !== 'heading');
  const body: Block[] = [
    heading(words.say('name-heading')),
    ...(addressee === undefined
      ? []
      : [paragraph(words.say('name-recipient')), { kind: 'quote' as const, blocks: [addressee] }]),
    paragraph(words.say('name-choice')),
  ];
  const buttons: ViewButton[] = [pressButton('anonymous', words.say('button-anonymous'))];
  if (offered !== null) {
    body.push(offeredLine(texts, offered));
    buttons.push(signAs(texts, 'offered', offered));
  }
  buttons.push(
    { kind: 'form', form: 'name', label: words.say('button-name') },
    pressButton('back', words.say('button-back')),
  );
  return { body, buttons };
}

function confirmation({ texts }: Scene, typed: string): View {
  const { words } = texts;
  return {
    body: typedBody(texts, typed),
    buttons: [
      signAs(texts, 'typed', typed),
      { kind: 'form', form: 'name', label: words.say('button-change-name') },
      pressButton('anonymous', words.say('button-anonymous')),
      pressButton('back', words.say('button-back')),
    ],
  };
}

/** For a person who has signed and corrects the name. They came to write it, so the form comes first. */
function correctionView({ texts }: Scene, { offered, typed }: NamePlace): View {
  const { words } = texts;
  const keep = pressButton(KEEP_NAME_ACTION, words.say('button-keep-name'));
  if (typed !== null) {
    return {
      body: typedBody(texts, typed),
      buttons: [
        signAs(texts, 'typed', typed),
        { kind: 'form', form: 'name', label: words.say('button-change-name') },
        keep,
      ],
    };
  }
  return {
    body: [
      heading(words.say('correct-heading')),
      paragraph(words.say('correct-choice')),
      ...(offered === null ? [] : [offeredLine(texts, offered)]),
    ],
    buttons: [
      { kind: 'form', form: 'name', label: words.say('button-name') },
      ...(offered === null ? [] : [signAs(texts, 'offered', offered)]),
      pressButton('anonymous', words.say('button-anonymous')),
      keep,
    ],
  };
}

function typedBody({ words }: Scene['texts'], typed: string): readonly Block[] {
  const name = { kind: 'strong' as const, children: [text(typed)] };
  return [
    paragraph(...phrase((put) => words.say('name-typed', { name: put(name) }))),
    paragraph(words.say('name-visible')),
  ];
}

function offeredLine({ words }: Scene['texts'], offered: string): Block {
  return paragraph(...phrase((put) => words.say('name-offered', { name: put(text(offered)) })));
}

function signAs({ words }: Scene['texts'], action: string, name: string): ViewButton {
  return pressButton(action, words.say('button-sign-as', { name: isolated(shortName(name)) }));
}

/** For platforms without forms: the next text message is the name. */
function askedInWords({ texts: { words }, facts }: Scene): View {
  const question = facts.signature === null ? 'name-question' : 'correct-question';
  return {
    body: [paragraph(words.say(question))],
    buttons: [pressButton('resume', words.say('button-back'))],
  };
}
