import type { Petition, Phase, SignedTextName } from '../petition/petition.js';
import { type Place, type Shown, STEPS, type Step, WELCOME } from './conversation.js';
import { canCorrect, type Scene } from './scene.js';
import { firstPage } from './steps/story.js';
import type { Why } from './why.js';

/** The place that the gate allows, and why if it is not the wanted one. */
export interface Admitted {
  readonly place: Place;
  readonly why: Why | null;
}

/**
 * The gate. Every step that is shown and every signature passes it. It sends people back to texts that they
 * have not seen or that have changed. It lets nobody sign twice, or sign while the petition is not open.
 */
export function gate(scene: Scene, wanted: Place): Admitted {
  const { correcting } = scene.conversation;
  if (scene.facts.signature !== null) {
    return correcting ? gateCorrecting(scene, wanted) : gateSigned(scene, wanted);
  }
  // Somebody with the receipt has withdrawn the signature meanwhile. Another name must not bring it back, and the texts
  // of that signature do not count as shown.
  if (correcting && wanted.step !== 'welcome') return { place: WELCOME, why: 'correction-gone' };
  if (wanted.step === 'thanks') return stay(WELCOME);
  const { phase } = scene.facts;
  if (phase === 'open') return behindTheGate(scene, wanted);
  if (isSigning(wanted)) return { place: WELCOME, why: WHY_NOT[phase] };
  return stay(onKnownPage(scene, wanted));
}

const WHY_NOT = {
  upcoming: 'not-open',
  paused: 'paused',
  closed: 'closed',
} as const satisfies Record<Exclude<Phase, 'open'>, Why>;

function isSigning({ step }: Place): boolean {
  return step === 'consent' || step === 'name';
}

/** People who correct their name pass the same texts as people who sign. Any text that still stands counts as shown. */
function gateCorrecting(scene: Scene, wanted: Place): Admitted {
  if (wanted.step === 'welcome' || wanted.step === 'thanks') return gateSigned(scene, wanted);
  if (!canCorrect(scene)) return { place: { step: 'thanks' }, why: 'correction-too-late' };
  return behindTheGate(scene, wanted);
}

/** People who have signed can read everything again. They begin and end at the thanks. */
function gateSigned(scene: Scene, wanted: Place): Admitted {
  switch (wanted.step) {
    case 'consent':
    case 'name':
      return { place: { step: 'thanks' }, why: 'already-signed' };
    case 'welcome':
      return stay(wanted.after === 'cancelled' ? wanted : { step: 'thanks' });
    default:
      return stay(onKnownPage(scene, wanted));
  }
}

/** Whether a text was shown and the petition still has the same text in that language. */
export function stillStands(
  petition: Petition,
  name: SignedTextName | 'updates',
  shown: Shown | null,
): shown is Shown {
  if (shown === null || !petition.locales.includes(shown.locale)) return false;
  const { signed, updates } = petition.texts(shown.locale);
  return (name === 'updates' ? updates : signed[name]).version === shown.version;
}

/**
 * Checks what must be shown before a step. First the whole story, until the letter has been shown once: a
 * story that changes later sends nobody back. Then each signed text before the next, in its current version.
 */
function behindTheGate(scene: Scene, wanted: Place): Admitted {
  const { petition, conversation, texts } = scene;
  const { shown, agreed } = conversation;
  const rank = STEPS.indexOf(wanted.step);
  const behind = (step: Step) => rank > STEPS.indexOf(step);
  if (behind('story') && shown.letter === null) {
    const unseen = texts.story.find((page) => !shown.story.includes(page.name));
    if (unseen !== undefined) return stay({ step: 'story', page: unseen.name });
  }
  if (behind('letter')) {
    const text = (['demands', 'letter'] as const).find((name) => !stillStands(petition, name, shown[name]));
    if (text !== undefined) return { place: { step: 'letter' }, why: whyAgain(petition, shown[text]) };
  }
  if (behind('consent')) {
    const text = (['notice', 'privacy', 'consent'] as const).find(
      (name) => !stillStands(petition, name, agreed?.[name] ?? null),
    );
    if (text !== undefined) {
      // People who agreed before there was a short notice are asked again, so the words have changed.
      const why = agreed === null ? null : (whyAgain(petition, agreed[text]) ?? 'changed');
      return { place: { step: 'consent' }, why };
    }
  }
  return stay(onKnownPage(scene, wanted));
}

function stay(place: Place): Admitted {
  return { place, why: null };
}

/** A text that was never shown needs no reason. If its language is gone, the text itself has not changed. */
function whyAgain(petition: Petition, shown: Shown | null): Why | null {
  if (shown === null) return null;
  return petition.locales.includes(shown.locale) ? 'changed' : 'language-gone';
}

/**
 * If the person's page of the story is gone, shows the first page that they have not seen, or the last page. If one
 * screen can't hold the whole (in another language, or after a change), the story begins page by page.
 */
function onKnownPage({ texts, conversation }: Scene, place: Place): Place {
  if (place.step === 'whole' && !texts.fitsOneScreen) return firstPage(texts);
  if (place.step !== 'story' || texts.story.some((page) => page.name === place.page)) return place;
  const unseen = texts.story.find((page) => !conversation.shown.story.includes(page.name));
  const page = unseen ?? texts.story.at(-1);
  return page === undefined ? { step: 'letter' } : { step: 'story', page: page.name };
}
