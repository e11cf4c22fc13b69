import { beforeAll, describe, expect, test } from 'vitest';
import { advance, type Turn } from '../../src/conversation/advance.js';
import { announcement } from '../../src/conversation/announcement.js';
import { MAX_CODE_BYTES } from '../../src/conversation/code.js';
import type { Action, Event } from '../../src/conversation/event.js';
import type { Button } from '../../src/conversation/message.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { day } from '../support/day.js';
import { sample } from '../transcripts/sample.js';
import { People } from './people.js';

const ME = 'me';
const TODAY = day('2026-03-10');

let petition: Petition;
beforeAll(async () => {
  petition = await sample();
});

/** Somebody who has signed, where the platform can write to people or not. */
class Signer {
  readonly people: People;
  turn: Turn;
  private events = 0;

  constructor(
    public about: Petition,
    private readonly updates: boolean,
  ) {
    this.people = new People(about);
    this.turn = this.does({ kind: 'command', command: 'sign' });
    for (let press = 0; press < 7; press += 1) this.presses(0);
  }

  does(action: Action): Turn {
    this.events += 1;
    const capability = this.updates ? { canBeMessaged: true as const } : {};
    const event: Event = { id: `event-${this.events}`, action, ...capability };
    this.turn = advance(this.about, this.people.facts(ME, TODAY, event), event);
    this.people.commit(ME, TODAY, this.turn.conversation, this.turn.change);
    return this.turn;
  }

  presses(which: number | 'button-updates' | 'button-updates-yes'): Turn {
    const { buttons } = this.turn.messages[0];
    const label = typeof which === 'number' ? null : this.about.texts('en').words.say(which);
    const button = typeof which === 'number' ? buttons[which] : buttons.find((one) => one.label === label);
    return this.does({ kind: 'press', code: codeOf(button) });
  }

  get labels(): readonly string[] {
    return this.turn.messages[0].buttons.map(({ label }) => label);
  }

  get text(): string {
    return plainText(this.turn.messages[0].body);
  }
}

function codeOf(button: Button | undefined): string {
  if (button === undefined || button.kind === 'link') throw new Error('no such button');
  return button.code;
}

const say = (id: 'button-updates' | 'updates-changed' | 'why-stale' | 'stop-updates' | 'updates-off') =>
  petition.texts('en').words.say(id);

describe('a subscription to announcements', () => {
  test('is offered only if the platform lets us write to people, and never first', () => {
    expect(new Signer(petition, false).labels).not.toContain(say('button-updates'));
    expect(new Signer(petition, true).labels.indexOf(say('button-updates'))).toBeGreaterThan(0);
  });

  test('needs a press of its own, whose evidence names the text above the button', () => {
    const signer = new Signer(petition, true);
    expect(signer.turn.change.kind).toBe('sign');
    expect(signer.presses('button-updates').change).toEqual({ kind: 'none' });
    const { version } = petition.texts('en').updates;
    expect(signer.presses('button-updates-yes').change).toEqual({
      kind: 'subscribe',
      locale: 'en',
      evidence: { text: { locale: 'en', version }, day: TODAY, button: 'updates.yes' },
    });
  });

  test('is asked about again if the text has changed since', () => {
    const signer = new Signer(petition, true);
    signer.presses('button-updates');
    signer.about = withOtherUpdates(petition);
    expect(signer.presses('button-updates-yes').change).toEqual({ kind: 'none' });
    expect(signer.text).toContain(say('updates-changed'));
    expect(signer.text).toContain('Other words.');
    expect(signer.presses('button-updates-yes').change.kind).toBe('subscribe');
  });

  test('is refused to a person who has withdrawn meanwhile', () => {
    const signer = new Signer(petition, true);
    signer.presses('button-updates');
    const yes = codeOf(signer.turn.messages[0].buttons[1]);
    const receipt = signer.people.receiptOf(ME) ?? '';
    signer.people.commit('elsewhere', TODAY, signer.turn.conversation, {
      kind: 'withdraw-by-receipt',
      receipt,
    });
    expect(signer.does({ kind: 'press', code: yes }).change).toEqual({ kind: 'none' });
    expect(signer.text).toContain(say('why-stale'));
  });

  test('can not be had with a forged button, if we can not write to the person or showed no text', () => {
    const version = petition.texts('en').updates.version.slice(0, 12);
    for (const updates of [false, true]) {
      const signer = new Signer(petition, updates);
      const { tag } = signer.people.facts(ME, TODAY, null);
      const { note, screen } = signer.turn.conversation;
      const codes = [`${tag}${note.toString(36)}.note.subscribe.${version}`];
      if (!updates) codes.push(`${tag}${screen.toString(36)}.thanks.updates`);
      for (const code of codes) {
        expect(signer.does({ kind: 'press', code }).change).toEqual({ kind: 'none' });
        expect(signer.text).toContain(say('why-stale'));
      }
    }
  });

  test('ends in one turn, at any step of the conversation', () => {
    const signer = new Signer(petition, true);
    signer.presses('button-updates');
    signer.presses('button-updates-yes');
    signer.does({ kind: 'command', command: 'cancel' });
    expect(signer.does({ kind: 'command', command: 'stop' }).change).toEqual({ kind: 'unsubscribe' });
    expect(signer.text).toContain(say('updates-off'));
  });
});

describe('an announcement', () => {
  const news = [paragraph('The well is open.')];

  test.each(['en', 'ar'])('says in %s why it came, and ends with the button that stops them', (locale) => {
    const { words, direction } = petition.texts(locale);
    const message = announcement(petition, locale, news, 'k3Xp_a');
    expect(message).toMatchObject({ role: 'note', locale, direction });
    expect(plainText(message.body)).toMatch(/^The well is open\.\n\n.*\/stop/);
    expect(message.buttons).toEqual([
      { kind: 'press', label: words.say('button-updates-open'), code: 'k3Xp_a0.update.open' },
      { kind: 'press', label: words.say('button-updates-stop'), code: 'k3Xp_a0.update.stop' },
    ]);
    for (const button of message.buttons) expect(codeOf(button).length).toBeLessThanOrEqual(MAX_CODE_BYTES);
  });

  test('has buttons that keep working, for its own recipient', () => {
    const signer = new Signer(petition, true);
    signer.presses('button-updates');
    signer.presses('button-updates-yes');
    const { tag } = signer.people.facts(ME, TODAY, null);
    const [open, stop] = announcement(petition, 'en', news, tag).buttons.map(codeOf);
    const [, others] = announcement(petition, 'en', news, 'xxxxxx').buttons.map(codeOf);
    signer.does({ kind: 'command', command: 'cancel' });
    signer.people.forget(ME);
    expect(signer.does({ kind: 'press', code: others ?? '' }).change).toEqual({ kind: 'none' });
    expect(signer.does({ kind: 'press', code: open ?? '' }).conversation.place).toEqual({ step: 'thanks' });
    expect(signer.does({ kind: 'press', code: stop ?? '' }).change).toEqual({ kind: 'unsubscribe' });
    expect(signer.does({ kind: 'press', code: stop ?? '' }).change).toEqual({ kind: 'none' });
    expect(signer.text).toContain(say('stop-updates'));
  });

  test('has no other buttons, so forged ones are stale', () => {
    const signer = new Signer(petition, true);
    const { tag } = signer.people.facts(ME, TODAY, null);
    for (const code of [`${tag}1.update.stop`, `${tag}0.update.subscribe`, `${tag}0.update.withdraw`]) {
      expect(signer.does({ kind: 'press', code }).change).toEqual({ kind: 'none' });
      expect(signer.text).toContain(say('why-stale'));
    }
  });
});

/** The same petition with another text about updates. */
function withOtherUpdates(base: Petition): Petition {
  const texts = (locale: string): LocaleTexts => ({
    ...base.texts(locale),
    updates: { blocks: [paragraph('Other words.')], version: 'f'.repeat(64), source: 'Other words.' },
  });
  return { ...base, texts };
}
