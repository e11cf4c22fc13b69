import { z } from 'zod';
import type { Person } from '../../src/channel/adapter.js';
import { type ButtonMeaning, readButtonValue } from './button-value.js';
import { FIELD } from './render.js';

/** Where an answer goes. */
export interface Origin {
  readonly userId: string;
  /** Null in the Home tab. */
  readonly channelId: string | null;
  /** Accepts five answers in half an hour; null if Slack gives none. */
  readonly responseUrl: string | null;
  /** Whether the tapped message is visible only to this person, so that the answer can replace it. */
  readonly inPlace: boolean;
  /**
   * Whether the tapped message is a permanent one, in the direct message with the app. A command can also be
   * typed in a direct message between two people. Nothing permanent may go there: the other person would read
   * it.
   */
  readonly lasting: boolean;
}

/** An action of a person. */
export interface Tap {
  /** Slack's own id of the action, the same on every redelivery. */
  readonly id: string;
  readonly person: Person;
  /** The handle from the payload. The app has no permission to read a full name. */
  readonly displayName: string | undefined;
  readonly origin: Origin;
}

export interface CommandTap extends Tap {
  readonly channelId: string;
  /** The words after `/petition`. */
  readonly words: string;
}

export interface PressTap extends Tap {
  readonly triggerId: string;
  readonly meaning: ButtonMeaning;
}

export interface FormTap extends Tap {
  readonly code: string;
  readonly text: string;
}

/** A person opens the Home tab. */
export interface HomeLook {
  readonly userId: string;
}

const id = z.string().min(1).max(255);
const url = z.url().max(3_000);

const commandSchema = z.object({
  text: z.string().default(''),
  trigger_id: id,
  team_id: id,
  // In a form field, an empty text can stand for nothing.
  enterprise_id: id.or(z.literal('')).nullish(),
  user_id: id,
  user_name: z.string().optional(),
  channel_id: id,
  response_url: url,
});

const userSchema = z.object({
  id,
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: id.optional(),
});

/** The person in presses and forms: https://docs.slack.dev/reference/interaction-payloads */
const actorSchema = z.object({
  user: userSchema,
  team: z.object({ id, enterprise_id: id.nullish() }).nullish(),
  enterprise: z.object({ id }).nullish(),
});

const pressSchema = actorSchema.extend({
  trigger_id: id,
  channel: z.object({ id }).optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).optional(),
  message: z.unknown().optional(),
  response_url: url.optional(),
  actions: z.tuple([z.object({ type: z.literal('button'), value: z.string() })], z.unknown()),
});

const formSchema = actorSchema.extend({
  view: z.object({
    id,
    hash: z.string().default(''),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});
const fieldSchema = z.object({ value: z.string().nullish() });

/** What we send with a form and get back with it, since a sent form has no response URL of its own. */
const metadataSchema = z.object({
  code: z.string(),
  channelId: id.nullable(),
  responseUrl: url.nullable(),
  inPlace: z.boolean(),
  lasting: z.boolean(),
});

const homeSchema = z.object({ event: z.object({ user: id, tab: z.literal('home') }) });

/**
 * Parses a command; null if it is not one: https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function readCommand(body: unknown): CommandTap | null {
  const { data } = commandSchema.safeParse(body);
  if (data === undefined) return null;
  return {
    id: data.trigger_id,
    person: { channel: 'slack', tenant: data.enterprise_id || data.team_id, id: data.user_id },
    displayName: data.user_name,
    origin: {
      userId: data.user_id,
      channelId: data.channel_id,
      responseUrl: data.response_url,
      inPlace: false,
      lasting: false,
    },
    channelId: data.channel_id,
    words: data.text.trim(),
  };
}

/** Parses a press on a button; null for presses that ask for nothing, such as on a link. */
export function readPress(body: unknown): PressTap | null {
  const { data } = pressSchema.safeParse(body);
  const person = data === undefined ? null : actorOf(data);
  if (data === undefined || person === null) return null;
  const channelId = data.channel?.id ?? null;
  const ephemeral = data.container?.is_ephemeral ?? data.message === undefined;
  const lasting = !ephemeral && isDirect(channelId);
  return {
    id: data.trigger_id,
    person,
    displayName: nameOf(data.user),
    origin: {
      userId: data.user.id,
      channelId,
      responseUrl: data.response_url ?? null,
      inPlace: ephemeral || lasting,
      lasting,
    },
    triggerId: data.trigger_id,
    meaning: readButtonValue(data.actions[0].value),
  };
}

/** The metadata to send with a form. */
export function formMetadata(code: string, { userId: _, ...where }: Origin): string {
  return JSON.stringify({ code, ...where } satisfies z.infer<typeof metadataSchema>);
}

/** Parses a sent form; null if it is not ours. */
export function readForm(body: unknown): FormTap | null {
  const { data } = formSchema.safeParse(body);
  const person = data === undefined ? null : actorOf(data);
  if (data === undefined || person === null) return null;
  const metadata = metadataSchema.safeParse(jsonOf(data.view.private_metadata));
  if (!metadata.success) return null;
  const { code, ...where } = metadata.data;
  const field = fieldSchema.safeParse(data.view.state.values[FIELD.block]?.[FIELD.action]);
  return {
    // A view is sent once. The same id again is a redelivery; after a refusal the hash differs.
    id: `${data.view.id}.${data.view.hash}`,
    person,
    displayName: nameOf(data.user),
    origin: { userId: data.user.id, ...where },
    code,
    text: field.data?.value ?? '',
  };
}

/** Parses the opening of the Home tab; null for another tab. */
export function readHomeLook(body: unknown): HomeLook | null {
  const { data } = homeSchema.safeParse(body);
  return data === undefined ? null : { userId: data.event.user };
}

/** Whether a channel is a direct message with the app. */
export function isDirect(channelId: string | null): boolean {
  return channelId?.startsWith('D') ?? false;
}

/**
 * The person behind a payload. A person belongs to their own workspace, even in a channel shared by several.
 * If the workspace belongs to an organisation (Enterprise Grid), the person belongs to the organisation: they
 * have one id in all its workspaces, and payloads do not all name the same workspace. Commands follow the
 * same rule. Null if nothing is named.
 */
function actorOf({ user, team, enterprise }: z.infer<typeof actorSchema>): Person | null {
  const tenant = enterprise?.id ?? team?.enterprise_id ?? user.team_id ?? team?.id;
  return tenant === undefined ? null : { channel: 'slack', tenant, id: user.id };
}

function nameOf({ name, username }: z.infer<typeof userSchema>): string | undefined {
  return name ?? username;
}

/** Undefined if the text is not JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
