import { z } from 'zod';
import { CommandError } from './refusal.js';

/**
 * Block Kit's rules by its reference. We count lengths in UTF-16 code units, the strictest reading, and refuse
 * unknown properties.
 */

const plain = (longest: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(longest),
    emoji: z.boolean().optional(),
  });
const marked = (longest: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(longest),
    verbatim: z.boolean().optional(),
  });
const text = (longest: number) => z.discriminatedUnion('type', [plain(longest), marked(longest)]);
export type PlainText = z.infer<ReturnType<typeof plain>>;
export type TextObject = z.infer<ReturnType<typeof text>>;

const blockId = z.string().max(255).optional();
const actionId = z.string().min(1).max(255).optional();
const style = z.enum(['primary', 'danger']).optional();
const confirm = z.strictObject({
  title: plain(100),
  text: text(300),
  confirm: plain(30),
  deny: plain(30),
  style,
});

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: actionId,
  url: z.url().max(3000).optional(),
  value: z.string().max(2000).optional(),
  style,
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});
const option = z.strictObject({
  text: text(75),
  value: z.string().max(150),
  description: text(75).optional(),
});
const choice = (type: 'static_select' | 'radio_buttons' | 'checkboxes' | 'overflow', most: number) =>
  z.strictObject({
    type: z.literal(type),
    action_id: actionId,
    options: z.array(option).min(1).max(most),
    initial_option: option.optional(),
    initial_options: z.array(option).optional(),
    placeholder: plain(150).optional(),
    confirm: confirm.optional(),
    focus_on_load: z.boolean().optional(),
  });
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  placeholder: plain(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: z.object({}).loose().optional(),
});
const image = z
  .strictObject({
    type: z.literal('image'),
    image_url: z.url().max(3000).optional(),
    slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
    block_id: blockId,
  })
  .refine((one) => one.image_url !== undefined || one.slack_file !== undefined, 'missing image_url');

const element = z.discriminatedUnion('type', [
  button,
  choice('static_select', 100),
  choice('radio_buttons', 10),
  choice('checkboxes', 10),
  choice('overflow', 5),
]);
export type Element = z.infer<typeof element> | z.infer<typeof textInput>;

/** Rich text of any depth: Slack does not document its limits. */
export interface Rich {
  readonly type: string;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly name?: string | undefined;
  readonly elements?: readonly Rich[] | undefined;
}
const rich: z.ZodType<Rich> = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  name: z.string().optional(),
  get elements() {
    return z.array(rich).optional();
  },
});

const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('section'),
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.union([element, image]).optional(),
      expand: z.boolean().optional(),
      block_id: blockId,
    })
    .refine((one) => one.text !== undefined || one.fields !== undefined, 'missing text'),
  z.strictObject({ type: z.literal('header'), text: plain(150), block_id: blockId }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.union([text(3000), image]))
      .min(1)
      .max(10),
    block_id: blockId,
  }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z.array(element).min(1).max(25),
    block_id: blockId,
  }),
  z.strictObject({
    type: z.literal('input'),
    label: plain(2000),
    hint: plain(2000).optional(),
    element: z.union([textInput, element]),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    block_id: blockId,
  }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(rich), block_id: blockId }),
  z.strictObject({ type: z.literal('markdown'), text: z.string().min(1).max(12_000), block_id: blockId }),
  image,
]);
export type Block = z.infer<typeof block>;

/** The elements of a block that a person can use. */
export function elementsOf(one: Block): Element[] {
  if (one.type === 'actions') return one.elements;
  if (one.type === 'input') return [one.element];
  const accessory = one.type === 'section' ? one.accessory : undefined;
  return accessory === undefined || accessory.type === 'image' ? [] : [accessory];
}

const blocks = (most: number) =>
  z
    .array(block)
    .max(most)
    .superRefine((all, context) => {
      const ids = all.flatMap(({ block_id }) => block_id ?? []);
      if (new Set(ids).size !== ids.length) context.addIssue('block_id must be unique');
      for (const [index, one] of all.entries()) {
        const actions = elementsOf(one).flatMap(({ action_id }) => action_id ?? []);
        if (new Set(actions).size !== actions.length) {
          context.addIssue({ code: 'custom', message: 'action_id must be unique', path: [index] });
        }
      }
    });

/** "You can include up to 50 blocks in each message, and 100 blocks in modals or Home tabs." */
const messageBlocks = blocks(50);
const viewBlocks = blocks(100);

const shared = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...shared,
  })
  .refine(
    (view) => view.submit !== undefined || view.blocks.every(({ type }) => type !== 'input'),
    'submit is required when an input block is within blocks',
  );
const home = z.strictObject({ type: z.literal('home'), ...shared });
export type ModalData = z.infer<typeof modal>;
export type HomeData = z.infer<typeof home>;

/** The errors, as in `response_metadata.messages`. */
function problems(error: z.ZodError, at: string): object {
  const messages = error.issues.map(
    ({ path, message }) => `[ERROR] ${message} [json-pointer:/${[at, ...path].join('/')}]`,
  );
  return { response_metadata: { messages } };
}

/** A message's blocks; throws `invalid_blocks`. */
export function readBlocks(value: unknown): Block[] {
  const parsed = messageBlocks.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CommandError('invalid_blocks', problems(parsed.error, 'blocks'));
}

function readView<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CommandError('invalid_arguments', problems(parsed.error, 'view'));
}

/** A modal; throws `invalid_arguments`. */
export function readModal(value: unknown): ModalData {
  return readView(modal, value);
}

/** A Home tab; throws `invalid_arguments`. */
export function readHome(value: unknown): HomeData {
  return readView(home, value);
}
