import type { BotCommand, BotCommandScope } from 'telegraf/types';
import { z } from 'zod';
import { LIST_COMMAND } from '../../src/channel/adapter.js';
import { shortened } from '../../src/channel/kit/split.js';
import type { ServedPetitions } from '../../src/channel/served-petitions.js';
import { COMMANDS, type Command } from '../../src/conversation/event.js';
import type { LocaleTexts, Petition, Phase } from '../../src/petition/petition.js';
import type { Status } from '../../src/petition/status.js';
import type { Sent } from './attempt.js';
import type { Outbox, Send } from './outbox.js';
import { GROUP_COMMANDS } from './parse.js';

/** Telegram's limits: https://core.telegram.org/bots/api#setmydescription and #setmyshortdescription */
const MAX_DESCRIPTION = 512;
const MAX_SHORT_DESCRIPTION = 120;

/** Telegram shows them in this order, and only the first few without scrolling. */
const FIRST: readonly Command[] = ['sign', 'share', 'withdraw'];
const IN_ORDER = [...FIRST, ...COMMANDS.filter((command) => !FIRST.includes(command))];

/** The current values that we compare. If they can't be read, we set them again. */
const commandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));
const descriptionSchema = z.object({ description: z.string() });
const shortDescriptionSchema = z.object({ short_description: z.string() });

/** A language in Telegram's form; without a code it is the default for all other languages. */
interface Language {
  readonly language_code?: string;
  readonly texts: LocaleTexts;
}

/**
 * Sets the bot's profile in all languages: its commands in private chats and in groups, its description, and its short
 * description. The description asks people to sign only while they can. Values that are already right are left alone.
 * @returns the codes of what Telegram refused; empty if all is well
 * @throws Undelivered if Telegram could not be reached
 */
export async function setProfile(
  petitions: ServedPetitions,
  { phase }: Pick<Status, 'phase'>,
  outbox: Pick<Outbox, 'call'>,
): Promise<readonly string[]> {
  const call: Send = (method, payload) => outbox.call(method, payload);
  const refused: string[] = [];
  const note = (sent: Sent<'setMyCommands' | 'setMyDescription' | 'setMyShortDescription'>) => {
    if (!sent.ok) refused.push(sent.failure.code);
  };

  for (const { texts, ...language } of languagesOf(petitions)) {
    for (const [type, commandsThere] of [
      ['all_private_chats', IN_ORDER],
      ['all_group_chats', GROUP_COMMANDS],
    ] as const) {
      const names: readonly (Command | typeof LIST_COMMAND)[] = petitions.several
        ? [LIST_COMMAND, ...commandsThere]
        : commandsThere;
      const scope: BotCommandScope = { type };
      const commands = names.map(
        (command): BotCommand => ({ command, description: texts.words.say(`command-${command}`) }),
      );
      const current = await call('getMyCommands', { scope, ...language });
      if (!current.ok || !same(current.result, commands)) {
        note(await call('setMyCommands', { commands, scope, ...language }));
      }
    }
    const description = shortened(descriptionOf(petitions, texts, phase), MAX_DESCRIPTION);
    const currentDescription = await call('getMyDescription', language);
    if (
      !currentDescription.ok ||
      descriptionSchema.safeParse(currentDescription.result).data?.description !== description
    ) {
      note(await call('setMyDescription', { description, ...language }));
    }
    const short_description = shortened(shortDescriptionOf(petitions, texts), MAX_SHORT_DESCRIPTION);
    const currentShort = await call('getMyShortDescription', language);
    if (
      !currentShort.ok ||
      shortDescriptionSchema.safeParse(currentShort.result).data?.short_description !== short_description
    ) {
      note(await call('setMyShortDescription', { short_description, ...language }));
    }
  }
  return refused;
}

/** The headline and what people can do; for several petitions, only what people can do. */
function descriptionOf({ several }: ServedPetitions, { headline, words }: LocaleTexts, phase: Phase): string {
  if (several) return words.say('bot-description-several');
  return `${headline}\n\n${words.say(phase === 'open' ? 'bot-description' : 'bot-description-reading')}`;
}

function shortDescriptionOf({ several }: ServedPetitions, { headline, words }: LocaleTexts): string {
  return several ? words.say('chooser-heading') : headline;
}

/** The default, and every locale whose language has a two-letter code: Telegram accepts no others. */
function languagesOf(petition: Pick<Petition, 'locales' | 'texts'>): readonly Language[] {
  const codes = new Map<string, LocaleTexts>();
  for (const locale of petition.locales) {
    const [code = ''] = locale.split('-');
    if (/^[a-z]{2}$/.test(code) && !codes.has(code)) codes.set(code, petition.texts(locale));
  }
  return [
    { texts: petition.texts(petition.locales[0]) },
    ...[...codes].map(([language_code, texts]) => ({ language_code, texts })),
  ];
}

function same(current: unknown, wanted: readonly BotCommand[]): boolean {
  const written = (commands: readonly BotCommand[]) =>
    commands.map(({ command, description }) => `${command} ${description}`).join('\n');
  const read = commandsSchema.safeParse(current);
  return read.success && written(read.data) === written(wanted);
}
