import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ChatMessage } from '../../../adapters/web/client/answer.js';
import { audienceOf } from '../../../src/channel/announce.js';
import { ask } from '../../http/support.js';
import { wordsIn } from '../../support/languages.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { Browser, lastOf, textOf } from './browser.js';
import { type Settings, SIGN, setStage } from './stage.js';

/** Presses from the first screen to the thanks. */
const WALK = PRESSES_TO_NAME.sample + 1;

type Label = 'button-updates' | 'button-updates-yes';
const say = (id: Label | 'updates-trial' | 'updates-example' | 'updates-trial-off') => wordsIn('en').say(id);

const stage = setStage();
afterEach(() => {
  stage.away = false;
});

async function total(): Promise<number> {
  return JSON.parse((await ask(`${stage.channel.url}/api/total`)).body).total;
}

describe('a conversation over the wire', () => {
  it('leads from the beginning to the thanks, moves the total, and back', async () => {
    const before = await total();
    const browser = new Browser(stage.channel.url);
    const thanks = await browser.walk(WALK);
    expect(textOf(thanks.html)).toContain('Thank you');
    expect(await total()).toBe(before + 1);
    expect(thanks.signed).toBe(true);
    const asked = lastOf(await browser.act({ kind: 'command', command: 'withdraw' }));
    const [yes] = asked.buttons;
    const ended = lastOf(await browser.act({ kind: 'press', code: yes?.kind === 'press' ? yes.code : '' }));
    expect([asked.ended, ended.ended, ended.signed]).toEqual([undefined, true, undefined]);
    expect(await total()).toBe(before);
  });

  it('counts an event once, however often and however quickly it is sent', async () => {
    const before = await total();
    const browser = new Browser(stage.channel.url);
    const name = await browser.walk(WALK - 1);
    const [without] = name.buttons;
    const event = {
      id: randomUUID(),
      action: { kind: 'press', code: without?.kind === 'press' ? without.code : '' },
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.post(event)));
    const outcomes = answers.map(({ body }) => JSON.parse(body).outcome).sort();
    expect(outcomes).toEqual(['applied', ...Array.from({ length: 7 }, () => 'repeat')]);
    expect(await total()).toBe(before + 1);
  });

  it('speaks the language of the page, each message with its direction', async () => {
    const message = lastOf(await new Browser(stage.channel.url, ['ar', 'en']).act(SIGN));
    expect(message).toMatchObject({ locale: 'ar', direction: 'rtl' });
  });

  it('never lets what a person wrote become markup', async () => {
    const browser = new Browser(stage.channel.url);
    const asked = await browser.walk(WALK - 1);
    const form = asked.buttons.find((button) => button.kind === 'form');
    const text = '<img src=x onerror=alert(1)> & "Aïcha"';
    const shown = lastOf(await browser.act({ kind: 'form', code: form?.code, text }));
    expect(shown.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Aïcha&quot;');
    expect(shown.html).not.toContain('<img');
  });

  it('says that nothing is confirmed when the database is away, and takes the same event again later', async () => {
    const before = await total();
    const browser = new Browser(stage.channel.url);
    const name = await browser.walk(WALK - 1);
    const [without] = name.buttons;
    const event = {
      id: randomUUID(),
      action: { kind: 'press', code: without?.kind === 'press' ? without.code : '' },
    };
    stage.away = true;
    const refused = await browser.post(event);
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.body)).toMatchObject({ outcome: 'unsaved', messages: [{ role: 'note' }] });
    stage.away = false;
    const again = await browser.post(event);
    expect([again.status, JSON.parse(again.body).outcome]).toEqual([200, 'applied']);
    expect(await total()).toBe(before + 1);
  });
});

describe('a preview over the wire', () => {
  it('shows an example of an update, keeps no way to write to the person, and so has nobody to write to', async () => {
    const preview = await stage.start({ preview: true });
    onTestFinished(() => preview.close());
    const browser = new Browser(preview.url);
    const pressing = async (message: ChatMessage, label: Label) => {
      const button = message.buttons.find((one) => one.label === say(label));
      return browser.act({ kind: 'press', code: button?.kind === 'press' ? button.code : '' });
    };
    const asked = lastOf(await pressing(await browser.walk(WALK), 'button-updates'));
    expect(textOf(asked.html)).toContain(say('updates-trial'));
    const { messages } = await pressing(asked, 'button-updates-yes');
    const [told, example] = messages;
    expect(textOf(told?.html ?? '')).toContain('This preview keeps nothing for it and sends nothing.');
    expect(textOf(example?.html ?? '')).toContain(say('updates-example'));
    const { ledger, petition } = preview.campaign;
    expect(await audienceOf({ ledger, petition, number: 1 })).toMatchObject({ people: 0, unreadable: 0 });
    const ended = lastOf(await browser.act({ kind: 'command', command: 'stop' }));
    expect(textOf(ended.html)).toContain(say('updates-trial-off'));
  });
});

describe('what the page hands over to the chat', () => {
  async function handedOver(settings: Settings = {}): Promise<Record<string, unknown>> {
    const shown = await stage.start(settings);
    onTestFinished(() => shown.close());
    const { body } = await ask(shown.url);
    return JSON.parse(textOf(/data-words="([^"]*)"/.exec(body)?.[1] ?? ''));
  }

  it('counts what is passed on where the content names that source, and only there', async () => {
    expect(await handedOver({ sources: ['poster', 'share'] })).toMatchObject({
      sharedAddress: '/?lang=en&source=share',
    });
    expect(await handedOver({ sources: ['poster'] })).toMatchObject({ sharedAddress: '/?lang=en' });
  });

  it('says where it can be used: at the public address, or on this computer', async () => {
    const { elsewhere } = await handedOver({ publicUrl: 'https://petition.example' });
    expect(elsewhere).toContain('\u2068https://petition.example\u2069');
    expect((await handedOver()).elsewhere).toContain('\u2068localhost\u2069');
  });
});

describe('the session', () => {
  it('is a random cookie, out of reach of scripts and of other sites', async () => {
    const answer = await new Browser(stage.channel.url).post({ id: randomUUID(), action: SIGN });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^petition_chat=[\w-]{32}; Max-Age=2592000; Path=\/chat; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('is kept to https where the public address has it', async () => {
    const secured = await stage.start({ publicUrl: 'https://petition.example' });
    onTestFinished(() => secured.close());
    const answer = await new Browser(secured.url).post({ id: randomUUID(), action: SIGN });
    expect(answer.headers['set-cookie']?.[0]).toContain('; Secure');
  });

  it('holds one person: another browser knows nothing of it', async () => {
    const [one, other] = [new Browser(stage.channel.url), new Browser(stage.channel.url)];
    await one.walk(WALK);
    const data = lastOf(await other.act({ kind: 'command', command: 'mydata' }));
    expect(textOf(data.html)).toContain('There is no signature from this account');
  });

  it('is replaced where it is not one of ours', async () => {
    for (const cookie of ['short', 'x'.repeat(33), '../../../../etc/passwd', 'a"; DROP TABLE']) {
      const browser = new Browser(stage.channel.url);
      browser.session = cookie;
      await browser.act(SIGN);
      expect(browser.session).toMatch(/^[\w-]{32}$/);
    }
  });

  it('is given to nobody whose request is refused', async () => {
    const answer = await new Browser(stage.channel.url).post('{}');
    expect([answer.status, answer.headers['set-cookie']]).toEqual([400, undefined]);
  });
});
