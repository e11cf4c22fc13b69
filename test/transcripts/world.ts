import { createHash } from 'node:crypto';
import { addDays, DAY_MS, dayOf } from '../../src/day.js';
import {
  type CampaignState,
  type LocaleTexts,
  NEW_CAMPAIGN,
  type Petition,
  type SignedText,
  type SignedTextName,
} from '../../src/petition/petition.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { writtenSigningTime } from '../../src/petition/signing-time.js';
import type { WorldChange } from './format.js';

/** What happens around a conversation: days go by, the petition opens and closes, its texts are edited. */
export interface World {
  /** Always the petition as it stands: what is taken from it may be another thing after a change. */
  readonly petition: Petition;
  /** What the operator has decided: for whoever keeps the books. */
  readonly campaign: CampaignState;
  /** Noon of the day. */
  now(): Date;
  change(change: WorldChange): void;
}

const FIRST_DAY = Date.UTC(2026, 2, 10, 12);

/** A world around a petition that is open. */
export function createWorld(base: Petition): World {
  let day = 0;
  let locales = base.locales;
  let story: readonly string[] = base.settings.story;
  let settings: Petition['settings'] = { ...base.settings, opens: undefined, closes: undefined };
  let campaign = NEW_CAMPAIGN;
  let outcome: string | null = null;
  const edits = new Map<string, number>();
  const now = () => new Date(FIRST_DAY + day * DAY_MS);
  const on = (offset: number) => addDays(dayOf(now()), offset);

  function texts(locale: string): LocaleTexts {
    if (!locales.includes(locale)) throw new Error(`the petition has no texts in ${locale}`);
    const original = base.texts(locale);
    const edition = (name: string) => edits.get(`${locale} ${name}`) ?? 0;
    const edited = (name: SignedTextName) => rewritten(original.signed[name], edition(name));
    return {
      ...original,
      story: story.map(
        (name) =>
          original.story.find((page) => page.name === name) ?? {
            name,
            blocks: [paragraph(`A new page: ${name}.`)],
          },
      ),
      signed: {
        demands: edited('demands'),
        letter: edited('letter'),
        notice: edited('notice'),
        privacy: edited('privacy'),
        consent: edited('consent'),
      },
      updates: rewritten(original.updates, edition('updates')),
      outcome: outcome === null ? original.outcome : [paragraph(outcome)],
    };
  }

  const petition: Petition = {
    ...base,
    get settings() {
      return settings;
    },
    get locales() {
      return locales;
    },
    texts,
    negotiate(tags) {
      const best = base.negotiate(tags);
      return locales.includes(best) ? best : locales[0];
    },
  };

  return {
    petition,
    get campaign() {
      return campaign;
    },
    now,
    change(change) {
      day += change.days ?? 0;
      if (change.edit !== undefined) {
        const key = `${change.edit.locale} ${change.edit.text}`;
        edits.set(key, (edits.get(key) ?? 0) + 1);
      }
      campaign = { ...campaign, paused: change.paused ?? campaign.paused };
      if (change.delivered) campaign = { ...campaign, delivered: on(0) };
      if (change.erased) campaign = { ...campaign, erased: on(0) };
      outcome = change.outcome ?? outcome;
      story = change.story ?? story;
      const [first, ...others] = change.locales ?? locales;
      if (first !== undefined) locales = [first, ...others];
      if (change.phase !== undefined) {
        settings = {
          ...base.settings,
          opens: change.phase === 'upcoming' ? { kind: 'day', day: on(1) } : undefined,
          closes: change.phase === 'closed' ? { kind: 'day', day: on(-1) } : undefined,
        };
      }
      if (change.closesIn !== undefined) {
        const { days, at } = change.closesIn;
        const written = at === undefined ? on(days) : `${on(days)}T${at}`;
        settings = { ...settings, closes: writtenSigningTime.parse(written) };
      }
    },
  };
}

/**
 * A petition that is always that of the world as it stands: one process plays all transcripts, each in a world of its
 * own.
 */
export function petitionIn(base: Petition, world: () => World): Petition {
  return {
    ...base,
    get settings() {
      return world().petition.settings;
    },
    get locales() {
      return world().petition.locales;
    },
    texts: (locale) => world().petition.texts(locale),
    negotiate: (tags) => world().petition.negotiate(tags),
  };
}

/** The edition that a text has after so many edits says so in its last line. */
function rewritten(text: SignedText, edition: number): SignedText {
  if (edition === 0) return text;
  const addition = `Edition ${edition + 1}.`;
  const source = `${text.source}\n\n${addition}`;
  return {
    blocks: [...text.blocks, paragraph(addition)],
    source,
    version: createHash('sha256').update(source).digest('hex'),
  };
}
