import type { Event } from '../../src/conversation/event.js';
import type { Facts } from '../../src/conversation/facts.js';
import type { Button, Message } from '../../src/conversation/message.js';
import type { Change } from '../../src/petition/change.js';
import { type Petition, SIGNED_TEXTS, type SignedTextName } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';

/** A text as a person saw it. */
interface Sighting {
  readonly locale: string;
  readonly version: string;
}

const PARTS_OF_CONSENT = ['notice', 'privacy', 'consent'] as const;

/**
 * What one person has seen and pressed, told from messages and presses alone, never from the engine's own state. It
 * knows when a signature may be: that is its only subject.
 */
export class Oracle {
  private readonly pages = new Set<string>();
  private readonly sightings = new Map<SignedTextName, Sighting[]>();
  private wholeStory = false;
  private signedUnder: Readonly<Record<SignedTextName, Sighting>> | null = null;
  private agreement: readonly [notice: Sighting, privacy: Sighting, consent: Sighting] | null = null;
  /** The full privacy notice that the last screen with a button for it offered. */
  private offered: Sighting | null = null;
  private screen: Message | null = null;
  private note: Message | null = null;

  /** Takes in an answer, and what was shown in it. */
  saw(petition: Petition, message: Message): void {
    if (message.role === 'note') {
      this.note = message;
      return;
    }
    this.screen = message;
    const texts = petition.texts(message.locale);
    const offers = message.buttons.some(({ label }) => label === texts.words.say('button-privacy'));
    if (offers) this.offered = { locale: message.locale, version: texts.signed.privacy.version };
    const body = plainText(message.body);
    const shows = (blocks: Parameters<typeof plainText>[0]) =>
      plainText(blocks)
        .split('{signature}')
        .every((part) => body.includes(part));
    for (const page of texts.story) if (shows(page.blocks)) this.pages.add(page.name);
    for (const name of SIGNED_TEXTS) {
      if (!shows(texts.signed[name].blocks)) continue;
      const seen = this.sightings.get(name) ?? [];
      if (name === 'letter' && seen.length === 0) {
        this.wholeStory = texts.story.every((page) => this.pages.has(page.name));
      }
      this.sightings.set(name, [...seen, { locale: message.locale, version: texts.signed[name].version }]);
    }
  }

  /** Takes in what the person did, before the engine does: an agreement is a press on the consent's own button. */
  did(petition: Petition, { action }: Event): void {
    if (action.kind !== 'press' || this.screen === null) return;
    const { locale } = this.screen;
    const pressed = this.screen.buttons.find((button) => carries(button, action.code));
    if (pressed === undefined || !petition.locales.includes(locale)) return;
    if (pressed.label !== petition.texts(locale).words.say('button-agree')) return;
    const notice = this.sightings.get('notice')?.at(-1);
    const consent = this.sightings.get('consent')?.at(-1);
    if (notice === undefined || consent === undefined || this.offered === null) return;
    this.agreement = [notice, this.offered, consent];
  }

  /** Why this signature may not be; null when it may. */
  objection(petition: Petition, facts: Facts, event: Event, change: Change): string | null {
    if (change.kind === 'subscribe') return this.objectionToTelling(petition, facts, event, change);
    if (change.kind !== 'sign' && change.kind !== 'correct') return null;
    const { action } = event;
    const before = change.kind === 'correct' ? this.signedUnder : null;
    if (facts.phase !== 'open') return 'the petition is not open';
    if (change.kind === 'sign' && facts.signature !== null) return 'this person has signed';
    if (change.kind === 'correct' && (facts.signature === null || before === null))
      return 'nothing is signed';
    if (change.kind === 'correct' && (facts.delivered ?? facts.erased) !== null) return 'it is too late';
    if (before === null && !this.wholeStory) return 'not all of the story was shown before the letter';
    for (const name of SIGNED_TEXTS) {
      const { locale, version } = change.evidence.texts[name];
      if (!petition.locales.includes(locale)) return `${name} is no longer there in ${locale}`;
      if (petition.texts(locale).signed[name].version !== version) return `${name} has changed`;
      if (name === 'privacy') continue;
      const seen = [...(this.sightings.get(name) ?? []), ...(before === null ? [] : [before[name]])];
      if (!seen.some((sighting) => same(sighting, { locale, version }))) return `${name} was not shown`;
    }
    const agreed = change.evidence.texts;
    const stood = before !== null && PARTS_OF_CONSENT.every((name) => same(before[name], agreed[name]));
    const agreement = this.agreement ?? (stood ? PARTS_OF_CONSENT.map((name) => agreed[name]) : null);
    if (agreement === null) return 'nobody pressed the button that agrees';
    const [notice, privacy, consent] = agreement;
    if (!notice || !privacy || !consent) return 'a part of the agreement is missing';
    if (!same(notice, change.evidence.texts.notice)) return 'another short notice was agreed to';
    if (!same(privacy, change.evidence.texts.privacy)) return 'another full notice was offered';
    if (!same(consent, change.evidence.texts.consent)) return 'another consent was agreed to';
    if (action.kind !== 'press') return 'no button was pressed';
    const button = this.screen?.buttons.find((one) => carries(one, action.code));
    if (button === undefined) return 'the button was not on the screen';
    if (change.name !== null && !button.label.includes(change.name.slice(0, 1))) {
      return 'the button named somebody else';
    }
    return null;
  }

  /** Why nothing may be kept to reach this person; null when it may. */
  private objectionToTelling(
    petition: Petition,
    facts: Facts,
    { action }: Event,
    { locale, evidence }: Extract<Change, { kind: 'subscribe' }>,
  ): string | null {
    if (facts.signature === null) return 'this person has not signed';
    if (facts.updates !== null) return 'this person has asked for updates before';
    if (action.kind !== 'press') return 'no button was pressed';
    const { note } = this;
    const button = note?.buttons.find((one) => carries(one, action.code));
    if (!note || !button || !petition.locales.includes(note.locale))
      return 'the button was not below the note';
    const { words, updates } = petition.texts(note.locale);
    if (button.label !== words.say('button-updates-yes')) return 'it is not the button that agrees';
    if (!plainText(note.body).includes(plainText(updates.blocks))) return 'the words were not shown';
    if (evidence.text.version !== updates.version) return 'other words were agreed to';
    return locale === note.locale && evidence.text.locale === locale ? null : 'it was another language';
  }

  /** Takes in the texts under which the signature stands now; null once it is withdrawn. */
  signed(texts: Readonly<Record<SignedTextName, Sighting>> | null): void {
    this.signedUnder = texts;
  }

  /** A walk ends with a signature, with its withdrawal, and when the conversation is forgotten. */
  ended(): void {
    this.pages.clear();
    this.sightings.clear();
    this.wholeStory = false;
    this.agreement = null;
    this.offered = null;
  }
}

function carries(button: Button, code: string): boolean {
  return button.kind !== 'link' && button.code === code;
}

function same(one: Sighting, other: Sighting): boolean {
  return one.locale === other.locale && one.version === other.version;
}
