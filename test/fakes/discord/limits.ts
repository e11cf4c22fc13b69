import { z } from 'zod';

/**
 * Discord's limits by its documentation: lengths, counts, and which component may contain which.
 * Lengths are counted in UTF-16 code units, the strictest reading.
 */

export const EPHEMERAL = 64;
export const COMPONENTS_V2 = 32_768;

const customId = z.string().min(1).max(100);

const button = z.union([
  z.strictObject({
    type: z.literal(2),
    style: z.number().int().min(1).max(4),
    label: z.string().min(1).max(80),
    custom_id: customId,
    disabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal(2),
    style: z.literal(5),
    label: z.string().min(1).max(80),
    url: z.url().max(512),
  }),
]);
export type Button = z.infer<typeof button>;

const row = z.strictObject({ type: z.literal(1), components: z.array(button).min(1).max(5) });
const textDisplay = z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4000) });
const section = z.strictObject({
  type: z.literal(9),
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.strictObject({
    type: z.literal(11),
    media: z.strictObject({ url: z.url().max(2048) }),
    description: z.string().min(1).max(1024).nullish(),
    spoiler: z.boolean().nullish(),
  }),
});
const separator = z.strictObject({
  type: z.literal(14),
  divider: z.boolean().optional(),
  spacing: z.number().int().min(1).max(2).optional(),
});
const container = z.strictObject({
  type: z.literal(17),
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  components: z.array(z.discriminatedUnion('type', [row, textDisplay, section, separator])).min(1),
});
const component = z.discriminatedUnion('type', [row, textDisplay, section, separator, container]);
export type Component = z.infer<typeof component>;

const embed = z.object({
  title: z.string().max(256).optional(),
  description: z.string().max(4096).optional(),
  footer: z.object({ text: z.string().max(2048) }).optional(),
  fields: z
    .array(z.object({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024) }))
    .max(25)
    .optional(),
});

/** The words of an embed. */
export function embeddedTexts(one: z.infer<typeof embed>): string[] {
  const fields = (one.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [one.title ?? '', one.description ?? '', ...fields, one.footer?.text ?? ''].filter(Boolean);
}

/** All components, nested ones too. */
export function flatten(components: readonly Component[]): (Component | Button)[] {
  return components.flatMap((one) =>
    one.type === 1 || one.type === 9 || one.type === 17 ? [one, ...flattenChildren(one.components)] : [one],
  );
}

function flattenChildren(children: readonly (Component | Button)[]): (Component | Button)[] {
  return children.flatMap((child) =>
    child.type === 1 || child.type === 9 ? [child, ...flattenChildren(child.components)] : [child],
  );
}

/** The limits of a message; `flags` decides which of the two message formats applies. */
export const messageSchema = z
  .object({
    content: z.string().max(2000).nullish(),
    embeds: z.array(embed).max(10).nullish(),
    components: z.array(component).nullish(),
    flags: z.number().int().nonnegative().optional(),
    allowed_mentions: z
      .object({
        parse: z.array(z.string()).optional(),
        users: z.array(z.string()).optional(),
        roles: z.array(z.string()).optional(),
      })
      .optional(),
    nonce: z.union([z.string().max(25), z.number().int()]).nullish(),
    enforce_nonce: z.boolean().nullish(),
  })
  .superRefine((message, context) => {
    const components = message.components ?? [];
    const all = flatten(components);
    const ids = all.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []));
    if (new Set(ids).size !== ids.length) context.addIssue('Component custom id cannot be duplicated');
    if (((message.flags ?? 0) & COMPONENTS_V2) !== 0) {
      if (message.content || message.embeds?.length) context.addIssue('MESSAGE_CANNOT_USE_LEGACY_FIELDS');
      if (components.length === 0) context.addIssue('Cannot send an empty message');
      if (all.length > 40) context.addIssue('The maximum number of components is 40');
      const text = all.reduce((sum, one) => sum + (one.type === 10 ? one.content.length : 0), 0);
      if (text > 4000) context.addIssue('The total length of the text is over 4000');
      return;
    }
    if (components.some(({ type }) => type !== 1)) context.addIssue('IS_COMPONENTS_V2 is not set');
    if (components.length > 5) context.addIssue('At most 5 rows');
    const embedded = (message.embeds ?? []).flatMap(embeddedTexts).join('').length;
    if (embedded > 6000) context.addIssue('Embeds are over 6000 characters together');
    if (!message.content && !message.embeds?.length && components.length === 0) {
      context.addIssue('Cannot send an empty message');
    }
  });
export type MessageData = z.infer<typeof messageSchema>;

const textInput = z.object({
  type: z.literal(4),
  custom_id: customId,
  style: z.number().int().min(1).max(2),
  min_length: z.number().int().min(0).max(4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
});
const label = z.object({
  type: z.literal(18),
  label: z.string().min(1).max(45),
  description: z.string().max(100).optional(),
  component: textInput,
});

export const modalSchema = z.object({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z.array(label).min(1).max(5),
});
export type ModalData = z.infer<typeof modalSchema>;

const commandName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'must be lower case');
const description = z.string().min(1).max(100);
/** The languages in Discord's machine-readable description. Its apps are not in Arabic or Hebrew. */
const clientLocale = z.enum(
  'ar he id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const descriptions = z.partialRecord(clientLocale, description).nullish();

const option = z.object({
  type: z.number().int().min(3).max(11),
  name: commandName,
  description,
  description_localizations: descriptions,
  required: z.boolean().optional(),
  max_length: z.number().int().min(1).max(6000).optional(),
  choices: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.string().max(100) }))
    .max(25)
    .optional(),
});
const subcommand = z.object({
  type: z.literal(1),
  name: commandName,
  description,
  description_localizations: descriptions,
  options: z.array(option).max(25).optional(),
});
const command = z.object({
  type: z.literal(1).default(1),
  name: commandName,
  description,
  description_localizations: descriptions,
  // Subcommands, or options of the command itself, and never both.
  options: z.union([z.array(subcommand).max(25), z.array(option).max(25)]).optional(),
  // A bit set, as a number.
  default_member_permissions: z.number().int().min(0).nullish(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
  integration_types: z.array(z.number().int().min(0).max(1)).optional(),
});
export const commandsSchema = z.array(command).max(100);
export type CommandData = z.infer<typeof command>;

/** What is wrong with a body, in one line. */
export function problemsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
