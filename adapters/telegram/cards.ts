import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { faceOf } from '../../src/channel/kit/card-face.js';
import { pause } from '../../src/channel/kit/pause.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import { causeOf } from '../../src/log.js';
import type { Status } from '../../src/petition/status.js';
import type { Outbox } from './outbox.js';
import { cardIn } from './place-card.js';

/** A card in a group. */
export interface GroupCard {
  /** The petition's name. A card that was posted before bots could have several has none. */
  readonly petition?: string;
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

/** What a card should say now. */
interface Face {
  readonly served: ServedPetition;
  readonly status: Status;
  /** See `faceOf`. */
  readonly code: string;
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
    .object({
      petition: z.string().exactOptional(),
      chatId: z.int(),
      messageId: z.int(),
      locale: z.string(),
      face: z.string(),
    })
    .nullable()
    .catch(null),
);

export function createGroupCards({
  context,
  outbox,
}: {
  readonly context: Pick<AdapterContext, 'petitions' | 'memory' | 'log'>;
  readonly outbox: Pick<Outbox, 'inChat'>;
}): GroupCards {
  const { petitions, memory, log } = context;
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

  /** Reads what each petition's cards should say now. Without its petition or its language, a card stays as it is. */
  async function readFaces(): Promise<(card: GroupCard) => Face | null> {
    const statuses = new Map<ServedPetition, Status>();
    for (const served of petitions.all) statuses.set(served, await served.status.read());
    return (card) => {
      const served = card.petition === undefined ? petitions.all[0] : petitions.named(card.petition);
      const status = served === null ? undefined : statuses.get(served);
      if (served === null || status === undefined) return null;
      if (!served.petition.locales.includes(card.locale)) return null;
      return { served, status, code: faceOf(served.petition.texts(card.locale), status) };
    };
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
    { chatId, messageId, locale }: GroupCard,
    { served, status }: Face,
    username: string,
  ): Promise<boolean | null> {
    const shown = await cardIn({ chatId, locale, username }, served, status, context);
    const sent = await outbox.inChat(
      chatId,
      (send) =>
        send('editMessageText', {
          chat_id: chatId,
          message_id: messageId,
          ...shown,
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
        const faceFor = await readFaces();
        const outdated = read(await memory.recall(MEMORY)).flatMap((one) => {
          const face = faceFor(one);
          return face === null || face.code === one.face ? [] : [{ one, face }];
        });
        if (outdated.length === 0 || signal.aborted || !isHeld()) return;
        // Before the edits: if this process dies among them, the next one does not take any of these for current.
        await update(new Map(outdated.map(({ one }) => [keyOf(one), { ...one, face: UNKNOWN }])));
        const done = new Map<string, GroupCard | null>();
        try {
          for (const { one, face } of outdated) {
            if (signal.aborted || !isHeld()) break;
            const stays = await edit(one, face, username);
            // The next look tries it again.
            if (stays === null) continue;
            done.set(keyOf(one), stays ? { ...one, face: face.code } : null);
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
