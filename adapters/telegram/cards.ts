import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { pause } from '../../src/channel/kit/pause.js';
import { readPublicTotal } from '../../src/channel/kit/public-total.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import type { Status } from '../../src/petition/status.js';
import { card } from './card.js';
import { deepLink } from './links.js';
import type { Outbox } from './outbox.js';

/** A card in a group. */
export interface GroupCard {
  readonly chatId: number;
  readonly messageId: number;
  readonly locale: string;
  /** What it says besides its total: see `faceOf`. */
  readonly face: string;
}

/** The cards in groups: once it closes, opens again or is delivered, what they say must follow. */
export interface GroupCards {
  /** Remembers a card that was just posted. */
  posted(card: GroupCard): void;
  /** Edits the cards that are out of date. Only one process may do this at a time. Never rejects. */
  bringUpToDate(username: string, isHeld: () => boolean, signal: AbortSignal): Promise<void>;
  /** Saves what is not saved yet. Never rejects. */
  settle(): Promise<void>;
}

/** The name of the stored list. */
const MEMORY = 'telegram-cards';

/** The face of a card that may have been edited or not. */
const UNKNOWN = '';

/** The most cards that we keep current, in all and in one group. Beyond it, the oldest stay as they are. */
const MOST = 1_000;
const MOST_IN_A_GROUP = 3;

/** How long we gather new cards before we save them: in a lively hour, groups ask for many. */
const GATHER_MS = 2_000;

const kept = z.array(
  z
    .object({ chatId: z.int(), messageId: z.int(), locale: z.string(), face: z.string() })
    .nullable()
    .catch(null),
);

export function createGroupCards({
  context,
  outbox,
}: {
  readonly context: Pick<AdapterContext, 'petition' | 'total' | 'status' | 'sources' | 'memory' | 'log'>;
  readonly outbox: Pick<Outbox, 'inChat'>;
}): GroupCards {
  const { petition, memory, sources, log } = context;
  let unsaved: readonly GroupCard[] = [];
  let saving: Promise<void> | null = null;
  const ended = new AbortController();

  async function save(): Promise<void> {
    const added = unsaved;
    unsaved = [];
    if (added.length === 0) return;
    try {
      await memory.revise(MEMORY, (list) => newest([...read(list), ...added]));
    } catch (error) {
      unsaved = newest([...added, ...unsaved]);
      log.warn({ channel: 'telegram', ...causeOf(error) }, 'the list of cards could not be saved');
    }
  }

  /** What a card should say now. If the petition no longer has its language, the card stays as it is. */
  function faceFor({ locale, face }: GroupCard, status: Status): string {
    return petition.locales.includes(locale) ? faceOf(petition.texts(locale), status) : face;
  }

  /** Replaces cards in the list; null takes one out. */
  async function update(changes: ReadonlyMap<string, GroupCard | null>): Promise<void> {
    if (changes.size === 0) return;
    await memory.revise(MEMORY, (list) =>
      read(list).flatMap((one) => {
        const after = changes.get(keyOf(one));
        return after === undefined ? [one] : after === null ? [] : [after];
      }),
    );
  }

  /** Edits one card. @returns whether it is to be kept; null if its chat has to wait for long. @throws Undelivered */
  async function edit(
    { chatId, messageId }: GroupCard,
    texts: LocaleTexts,
    status: Status,
    username: string,
  ): Promise<boolean | null> {
    const total = await readPublicTotal(context);
    const link = deepLink(username, sources.mint('telegram', String(chatId)));
    const sent = await outbox.inChat(
      chatId,
      (send) =>
        send('editMessageText', {
          chat_id: chatId,
          message_id: messageId,
          ...card(petition, texts, status, total, link),
        }),
      { unasked: true },
    );
    if (sent.ok || sent.failure.kind === 'settled') return true;
    if (sent.failure.kind === 'limited') return null;
    log.info({ channel: 'telegram', code: sent.failure.code }, 'a card can no longer be edited');
    return false;
  }

  return {
    posted(card) {
      unsaved = newest([...unsaved, card]);
      saving ??= pause(GATHER_MS, ended.signal)
        .then(save)
        .finally(() => {
          saving = null;
        });
    },
    async bringUpToDate(username, isHeld, signal) {
      try {
        const status = await context.status.read();
        const outdated = read(await memory.recall(MEMORY)).filter((one) => faceFor(one, status) !== one.face);
        if (outdated.length === 0 || signal.aborted || !isHeld()) return;
        // Before the edits: if this process dies among them, the next one does not take any of these for current.
        await update(new Map(outdated.map((one) => [keyOf(one), { ...one, face: UNKNOWN }])));
        const done = new Map<string, GroupCard | null>();
        try {
          for (const one of outdated) {
            if (signal.aborted || !isHeld()) break;
            const stays = await edit(one, petition.texts(one.locale), status, username);
            // The next look tries it again.
            if (stays === null) continue;
            done.set(keyOf(one), stays ? { ...one, face: faceFor(one, status) } : null);
          }
        } finally {
          await update(done);
        }
      } catch (error) {
        log.warn({ channel: 'telegram', ...causeOf(error) }, 'cards could not be brought up to date');
      }
    },
    async settle() {
      ended.abort();
      await saving;
      await save();
    },
  };
}

function keyOf({ chatId, messageId }: GroupCard): string {
  return `${chatId} ${messageId}`;
}

function read(list: unknown): readonly GroupCard[] {
  return (kept.safeParse(list).data ?? []).flatMap((one) => one ?? []);
}

/** The newest cards, within the limits. */
function newest(cards: readonly GroupCard[]): readonly GroupCard[] {
  const inGroup = new Map<number, number>();
  const those = cards.toReversed().filter(({ chatId }) => {
    const count = (inGroup.get(chatId) ?? 0) + 1;
    inGroup.set(chatId, count);
    return count <= MOST_IN_A_GROUP;
  });
  return those.slice(0, MOST).reverse();
}
