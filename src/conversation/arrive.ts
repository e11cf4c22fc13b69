import type { SignedTextName } from '../petition/petition.js';
import { type Conversation, NOTHING_SHOWN, type Place, type Shown } from './conversation.js';
import type { Scene } from './scene.js';

/** Moves to a place that the gate has allowed, and records what its screen shows. */
export function arrive(scene: Scene, place: Place): Conversation {
  const { conversation, offer, facts } = scene;
  const atName = place.step === 'name';
  const correcting =
    conversation.correcting &&
    facts.signature !== null &&
    place.step !== 'welcome' &&
    place.step !== 'thanks';
  // A correction that ends leaves nothing behind: the texts of the signature were not shown in this conversation.
  const before = conversation.correcting && !correcting ? NOTHING_SHOWN : conversation.shown;
  return {
    ...conversation,
    correcting,
    place: atName ? { ...place, offered: offer } : place,
    screen: conversation.revision,
    // The agreement holds only while the person is at the name step. Going back drops it.
    agreed: atName ? conversation.agreed : null,
    shown: { ...before, ...shownAt(scene, place) },
  };
}

function shownAt({ conversation, texts }: Scene, place: Place): Partial<Conversation['shown']> {
  const now = (name: SignedTextName): Shown => ({
    locale: texts.locale,
    version: texts.signed[name].version,
  });
  const letter = () => ({ demands: now('demands'), letter: now('letter') });
  switch (place.step) {
    case 'story':
      return { story: [...new Set([...conversation.shown.story, place.page])] };
    case 'whole':
      return { story: texts.story.map(({ name }) => name), ...letter() };
    case 'letter':
      return letter();
    case 'consent':
      return { notice: now('notice'), privacy: now('privacy'), consent: now('consent') };
    case 'welcome':
    case 'name':
    case 'thanks':
      return {};
  }
}
