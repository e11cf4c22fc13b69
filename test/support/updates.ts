import { type AnnouncementResult, announce } from '../../src/channel/announce.js';
import type { Courier } from '../../src/channel/courier.js';
import type { Conversation } from '../../src/conversation/conversation.js';
import type { Petition } from '../../src/petition/petition.js';
import { paragraph } from '../../src/petition/rich-text.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { day } from './day.js';

/** An announcement of the sample petition; another text makes another announcement. */
export async function tellAll(
  ledger: Ledger<Conversation>,
  petition: Petition,
  couriers: Readonly<Record<string, Courier>>,
  news: string,
): Promise<AnnouncementResult> {
  const { number } = await ledger.announcements.begin(news, day('2026-04-01'));
  const texts = new Map([
    ['en', [paragraph(news)]],
    ['ar', [paragraph(`خبر: ${news}`)]],
  ]);
  const signal = new AbortController().signal;
  const told = await announce({ petition, ledger, number }, texts, new Map(Object.entries(couriers)), {
    signal,
    onProgress: () => undefined,
  });
  await ledger.announcements.finish(number, day('2026-04-01'));
  return told;
}
