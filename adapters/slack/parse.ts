import { z } from 'zod';
import type { Person } from '../../src/channel/adapter.js';
import { type ButtonMeaning, readButtonValue } from './button-value.js';
import { FIELD } from './render.js';

/** Where an answer goes. */
export interface Origin {
  readonly userId: string;
  /** Null in the Home tab. */
  readonly channelId: string | null;
  /** Takes five answers in half an hour; null where Slack gives none. */
  readonly responseUrl: string | null;
  /** Whether what was tapped stands on a message that this person alone sees, whose place the answer can take. */
  readonly inPlace: boolean;
  /**
   * Whether it was tapped on a message that stays, in the direct message with the app. In the one of two people, where
   * a command can be typed too, nothing may stay: the other would read it.
   */
  readonly lasting: boolean;
}

/** Something that a person did. */
export interface Tap {
  /** Slack's own id of it: the same when it is delivered again. */
  readonly id: string;
  readonly person: Person;
  /** The handle that comes along: the app may not look into the directory for more. */
  readonly displayName: string | undefined;
  readonly origin: Origin;
}

export interface CommandTap extends Tap {
  readonly channelId: string;
  /** What stands behind `/petition`. */
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

/** Somebody looks at the Home tab. */
export interface HomeLook {
  readonly userId: string;
}

const id = z.string().min(1).max(255);
const url = z.url().max(3_000);

const commandSchema = z.object({
  text: z.string().default(''),
  trigger_id: id,
  team_id: id,
  // In a form's field nothing may be written as an empty text.
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

/** Who did it, as presses and forms tell: https://docs.slack.dev/reference/interaction-payloads */
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

/** What goes along with a form and comes back with it, since a form that was sent has no address of its own. */
const metadataSchema = z.object({
  code: z.string(),
  channelId: id.nullable(),
  responseUrl: url.nullable(),
  inPlace: z.boolean(),
  lasting: z.boolean(),
});

const homeSchema = z.object({ event: z.object({ user: id, tab: z.literal('home') }) });

/** Reads a command; null for what is none: https://docs.slack.dev/interactivity/implementing-slash-commands */
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

/** Reads a press on a button; null for what asks for nothing, such as a link that was followed. */
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

/** What has to come back with a form. */
export function formMetadata(code: string, { userId: _, ...where }: Origin): string {
  return JSON.stringify({ code, ...where } satisfies z.infer<typeof metadataSchema>);
}

/** Reads a form that was sent; null for one that is not ours. */
export function readForm(body: unknown): FormTap | null {
  const { data } = formSchema.safeParse(body);
  const person = data === undefined ? null : actorOf(data);
  if (data === undefined || person === null) return null;
  const metadata = metadataSchema.safeParse(jsonOf(data.view.private_metadata));
  if (!metadata.success) return null;
  const { code, ...where } = metadata.data;
  const field = fieldSchema.safeParse(data.view.state.values[FIELD.block]?.[FIELD.action]);
  return {
    // A view is sent once: what comes with its id again is a redelivery, or was changed after a refusal.
    id: `${data.view.id}.${data.view.hash}`,
    person,
    displayName: nameOf(data.user),
    origin: { userId: data.user.id, ...where },
    code,
    text: field.data?.value ?? '',
  };
}

/** Reads that somebody opened the Home tab; null for another tab. */
export function readHomeLook(body: unknown): HomeLook | null {
  const { data } = homeSchema.safeParse(body);
  return data === undefined ? null : { userId: data.event.user };
}

/** Whether a channel is a direct message with the app. */
export function isDirect(channelId: string | null): boolean {
  return channelId?.startsWith('D') ?? false;
}

/**
 * A person is one of their workspace, wherever they act: in a channel that workspaces share, several meet. Where the
 * workspace belongs to an organisation (Enterprise Grid) they are one of that instead, since they have one id in all of
 * its workspaces, and not all payloads name the same of them. Commands follow the same rule. Null where nothing is named.
 */
function actorOf({ user, team, enterprise }: z.infer<typeof actorSchema>): Person | null {
  const tenant = enterprise?.id ?? team?.enterprise_id ?? user.team_id ?? team?.id;
  return tenant === undefined ? null : { channel: 'slack', tenant, id: user.id };
}

function nameOf({ name, username }: z.infer<typeof userSchema>): string | undefined {
  return name ?? username;
}

/** Undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
