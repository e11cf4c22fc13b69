import { beforeAll, describe, expect, test } from 'vitest';
import { progressIn } from '../../src/channel/kit/progress-bar.js';
import { advance, apology, current, type Turn, unconfirmed } from '../../src/conversation/advance.js';
import { HANDLED_EVENTS, NOTHING_SHOWN } from '../../src/conversation/conversation.js';
import type { Action, Event } from '../../src/conversation/event.js';
import type { Facts } from '../../src/conversation/facts.js';
import type { Message } from '../../src/conversation/message.js';
import { totalShown } from '../../src/petition/offsets.js';
import type { Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { day } from '../support/day.js';
import { sample } from '../transcripts/sample.js';
import { People } from './people.js';

const TODAY = day('2026-03-10');
const ME = 'me';

let petition: Petition;
beforeAll(async () => {
  petition = await sample();
});

/** Somebody's conversation, turn by turn, with what no transcript can say. */
class Walk {
  readonly people: People;
  turn: Turn | null = null;
  private events = 0;

  constructor(
    readonly about: Petition,
    private readonly always: Partial<Omit<Event, 'id' | 'action'>> = {},
    private readonly known: Partial<Facts> = {},
  ) {
    this.people = new People(about);
  }

  does(action: Action, today = TODAY): Turn {
    this.events += 1;
    const event: Event = { id: `event-${this.events}`, action, ...this.always };
    const facts = { ...this.people.facts(ME, today, event), ...this.known };
    this.turn = advance(this.about, facts, event);
    this.people.commit(ME, today, this.turn.conversation, this.turn.change);
    return this.turn;
  }

  /** Presses the first button so many times. */
  goesOn(times: number, today = TODAY): Turn {
    let turn = this.turn ?? this.does({ kind: 'command', command: 'sign' }, today);
    for (let press = 0; press < times; press += 1) {
      const [button] = turn.messages[0].buttons;
      if (button === undefined || button.kind === 'link') throw new Error('no first button to press');
      turn = this.does({ kind: 'press', code: button.code }, today);
    }
    return turn;
  }
}

describe('the turn that signs', () => {
  test('hands over the evidence: each text as it was shown, the day and the button', () => {
    const walk = new Walk(petition, { accountAge: 'under-30-days' });
    walk.does({ kind: 'command', command: 'sign', source: 'poster' });
    walk.goesOn(6, day('2026-03-09'));
    const { change } = walk.goesOn(1, day('2026-03-10'));
    const { demands, letter, notice, privacy, consent } = petition.texts('en').signed;
    expect(change).toEqual({
      kind: 'sign',
      name: null,
      button: 'name.anonymous',
      locale: 'en',
      source: 'poster',
      accountAge: 'under-30-days',
      evidence: {
        texts: {
          demands: { locale: 'en', version: demands.version },
          letter: { locale: 'en', version: letter.version },
          notice: { locale: 'en', version: notice.version },
          privacy: { locale: 'en', version: privacy.version },
          consent: { locale: 'en', version: consent.version },
        },
        petition: { day: '2026-03-09', button: 'consent.agree' },
        name: { day: '2026-03-10' },
      },
    });
  });

  test('records the language in which each text was read', () => {
    const walk = new Walk(petition);
    walk.goesOn(5);
    walk.does({ kind: 'command', command: 'language' });
    const arabic = walk.turn?.messages[0].buttons.find(
      ({ label }) => label === petition.texts('ar').languageName,
    );
    walk.does({ kind: 'press', code: arabic?.kind === 'press' ? arabic.code : '' });
    const { change } = walk.goesOn(2);
    expect(change).toMatchObject({
      kind: 'sign',
      locale: 'ar',
      source: null,
      accountAge: 'unknown',
      evidence: {
        texts: {
          demands: { locale: 'en' },
          letter: { locale: 'en' },
          notice: { locale: 'ar' },
          privacy: { locale: 'ar' },
          consent: { locale: 'ar' },
        },
      },
    });
  });

  test('signs with the name in composed form, and does not keep it', () => {
    const walk = new Walk(petition);
    walk.goesOn(6);
    walk.does({ kind: 'text', text: ' Jose\u0301  Amal ' });
    const { change, conversation } = walk.goesOn(1);
    expect(change).toMatchObject({ kind: 'sign', name: 'José Amal' });
    expect(JSON.stringify(conversation)).not.toContain('Amal');
  });

  test('clears what was shown, so that another signature needs all steps again', () => {
    const { conversation } = new Walk(petition).goesOn(7);
    expect(conversation).toMatchObject({ shown: NOTHING_SHOWN, agreed: null, source: null });
  });

  test('says that the signature is recorded beside the public total, and shows the receipt that the store will keep', () => {
    const walk = new Walk(petition, {}, { total: 784, nextReceipt: 'FIRST-00001' });
    const { messages } = walk.goesOn(7);
    expect(progressIn(messages[0].body)).toEqual({ total: 784, goal: 1000, percent: '78%' });
    const blocks = JSON.stringify(messages[0].body);
    expect(blocks).toContain('{"kind":"code","text":"FIRST-00001"}');
    expect(blocks).toContain('{"kind":"command","command":"withdraw"}');
  });
});

describe('a turn', () => {
  test('keeps the ids of the last events, so that none is applied twice', () => {
    const walk = new Walk(petition);
    for (let event = 0; event < HANDLED_EVENTS + 5; event += 1)
      walk.does({ kind: 'command', command: 'total' });
    const handled = walk.turn?.conversation.handled ?? [];
    expect(handled).toHaveLength(HANDLED_EVENTS);
    expect(handled.at(-1)).toBe(`event-${HANDLED_EVENTS + 5}`);
  });

  test('keeps only the language, the revision and those ids of a cancelled conversation', () => {
    const walk = new Walk(petition, { languages: ['ar'], displayName: 'Amal' });
    walk.does({ kind: 'command', command: 'sign', source: 'poster' });
    walk.goesOn(6);
    const { conversation } = walk.does({ kind: 'command', command: 'cancel' });
    expect(conversation).toEqual({
      version: 1,
      revision: 8,
      locale: 'ar',
      place: { step: 'welcome', after: 'cancelled' },
      screen: 8,
      made: null,
      note: 0,
      shown: NOTHING_SHOWN,
      agreed: null,
      correcting: false,
      question: null,
      source: null,
      handled: Array.from({ length: 8 }, (_, index) => `event-${index + 1}`),
    });
  });

  test('keeps no name of a person who has not reached the name step', () => {
    const walk = new Walk(petition, { displayName: 'Amal Bennani' });
    const { conversation } = walk.goesOn(5);
    expect(JSON.stringify(conversation)).not.toContain('Amal');
  });
});

describe('a preview', () => {
  const text = (message: Message) => plainText(message.body);

  test('says on the first screen and with the thanks that signatures do not count', () => {
    const walk = new Walk(petition, {}, { preview: true });
    const notice = petition.texts('en').words.say('preview-notice');
    expect(text(walk.goesOn(0).messages[0])).toContain(notice);
    expect(text(walk.goesOn(7).messages[0])).toContain(notice);
    expect(text(walk.does({ kind: 'command', command: 'mydata' }).messages[0])).toContain(notice);
  });

  test('is not mentioned in a campaign', () => {
    const walk = new Walk(petition);
    const notice = petition.texts('en').words.say('preview-notice');
    expect(text(walk.goesOn(0).messages[0])).not.toContain(notice);
    expect(text(walk.goesOn(7).messages[0])).not.toContain(notice);
  });
});

describe('after a crash', () => {
  test('every step is shown again with the same buttons', () => {
    const walk = new Walk(petition, { displayName: 'Amal' });
    for (let step = 0; step < 7; step += 1) {
      const { messages } = walk.goesOn(step === 0 ? 0 : 1);
      expect(current(petition, walk.people.facts(ME, TODAY, null))).toEqual(messages);
    }
  });

  test('the thanks are shown again with the stored receipt', () => {
    const walk = new Walk(petition);
    const { messages } = walk.goesOn(7);
    // As long as the public total has not moved: that is once a minute.
    const facts = { ...walk.people.facts(ME, TODAY, null), total: totalShown(petition.settings.offset, 0) };
    expect(current(petition, facts)).toEqual(messages);
  });

  test('a person who has withdrawn is told so again', () => {
    const walk = new Walk(petition);
    walk.goesOn(7);
    walk.does({ kind: 'command', command: 'withdraw' });
    const { messages } = walk.goesOn(1);
    expect(current(petition, walk.people.facts(ME, TODAY, null))).toEqual(messages);
  });

  test('a person without a stored conversation is welcomed', () => {
    const [message] = current(petition, new People(petition).facts(ME, TODAY, null));
    expect(plainText(message?.body ?? [])).toContain(petition.texts('en').headline);
  });
});

describe('the message after a failure on our side', () => {
  test.each(['en', 'ar'])('is in the language of the person (%s) and has no buttons', (locale) => {
    const texts = petition.texts(locale);
    for (const message of [unconfirmed(texts), apology(texts)]) {
      expect(message).toMatchObject({ role: 'note', locale, direction: texts.direction, buttons: [] });
    }
    expect(plainText(unconfirmed(texts).body)).toContain(texts.words.say('unconfirmed-once'));
    expect(JSON.stringify(apology(texts).body)).toContain('{"kind":"command","command":"sign"}');
  });
});

describe('the invitation to Write for Rights', () => {
  test('is a link if its address is set, and is missing otherwise', () => {
    const links = (about: Petition) =>
      new Walk(about).goesOn(7).messages[0].buttons.filter(({ kind }) => kind === 'link');
    expect(links(petition)).toEqual([
      {
        kind: 'link',
        label: petition.texts('en').words.say('button-write-for-rights'),
        url: 'https://example.org/write',
      },
    ]);
    const { writeForRightsUrl: _none, ...settings } = petition.settings;
    expect(links({ ...petition, settings })).toEqual([]);
  });
});

test('somebody who agreed before there was a short notice is asked again, and told why', () => {
  const walk = new Walk(petition);
  const { conversation } = walk.goesOn(6);
  expect(conversation.place.step).toBe('name');
  const { agreed } = conversation;
  const former = { ...conversation, agreed: agreed === null ? null : { ...agreed, notice: null } };
  const facts = { ...walk.people.facts(ME, TODAY, null), conversation: former };
  const text = plainText(current(petition, facts)[0]?.body ?? []);
  expect(text).toContain(petition.texts('en').words.say('why-changed'));
  expect(text).toContain(petition.texts('en').words.say('text-notice'));
});

test('the whole on one screen is left where a language is too long for it', () => {
  const uneven: Petition = {
    ...petition,
    texts: (locale) => ({ ...petition.texts(locale), fitsOneScreen: locale === 'en' }),
  };
  const walk = new Walk(uneven, { languages: ['en'] });
  const welcome = walk.does({ kind: 'command', command: 'sign' }).messages[0].buttons;
  const whole = welcome.find(({ label }) => label === petition.texts('en').words.say('button-whole'));
  if (whole?.kind !== 'press') throw new Error('no button to the whole');
  expect(walk.does({ kind: 'press', code: whole.code }).conversation.place.step).toBe('whole');
  const asked = walk.does({ kind: 'command', command: 'language' }).messages[0].buttons;
  const arabic = asked.find(({ label }) => label === petition.texts('ar').languageName);
  if (arabic?.kind !== 'press') throw new Error('no button to Arabic');
  const { conversation } = walk.does({ kind: 'press', code: arabic.code });
  expect(conversation.place).toEqual({ step: 'story', page: 'village' });
});
