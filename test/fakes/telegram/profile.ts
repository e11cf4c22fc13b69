import { z } from 'zod';
import { badRequest } from './refusal.js';

const commandSchema = z.object({
  command: z.string().regex(/^[a-z0-9_]{1,32}$/),
  description: z.string().min(1).max(256),
});
const languageSchema = z.union([z.literal(''), z.string().regex(/^[a-z]{2}$/)]).default('');

const placeSchema = z.object({
  scope: z
    .object({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) })
    .default({ type: 'default' }),
  language_code: languageSchema,
});

/** The bot's profile: commands by scope and language, descriptions by language. */
export class Profile {
  readonly commands = new Map<string, z.infer<typeof commandSchema>[]>();
  readonly descriptions = new Map<string, string>();
  readonly shortDescriptions = new Map<string, string>();

  setCommands(params: unknown): true {
    const { commands } = parse(
      z.object({ commands: z.array(commandSchema).max(100) }),
      params,
      'BOT_COMMAND_INVALID',
    );
    this.commands.set(this.#place(params), commands);
    return true;
  }

  getCommands(params: unknown): unknown {
    return this.commands.get(this.#place(params)) ?? [];
  }

  setDescription(params: unknown): true {
    const schema = z.object({ description: z.string().max(512).default(''), language_code: languageSchema });
    const { description, language_code } = parse(schema, params, 'BOT_DESCRIPTION_INVALID');
    this.descriptions.set(language_code, description);
    return true;
  }

  getDescription(params: unknown): unknown {
    return { description: this.descriptions.get(this.#language(params)) ?? '' };
  }

  setShortDescription(params: unknown): true {
    const schema = z.object({
      short_description: z.string().max(120).default(''),
      language_code: languageSchema,
    });
    const { short_description, language_code } = parse(schema, params, 'BOT_ABOUT_INVALID');
    this.shortDescriptions.set(language_code, short_description);
    return true;
  }

  getShortDescription(params: unknown): unknown {
    return { short_description: this.shortDescriptions.get(this.#language(params)) ?? '' };
  }

  #place(params: unknown): string {
    const { scope, language_code } = parse(placeSchema, params, 'BotCommandScope is invalid');
    return `${scope.type}/${language_code}`;
  }

  #language(params: unknown): string {
    return parse(z.object({ language_code: languageSchema }), params, 'language code is invalid')
      .language_code;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, params: unknown, refusal: string): z.infer<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw badRequest(refusal);
  return parsed.data;
}
