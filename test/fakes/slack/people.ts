import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Acknowledgement, Deliveries, Kind } from './delivery.js';
import { buttonsOf, readingOf, type ShownButton, type StoredMessage } from './messages.js';
import { actionOf, common, eventCallback, onMessage, type Pressed, stateOf } from './payloads.js';
import { CommandError } from './refusal.js';
import { type ResponseUrls, replySchema } from './response-urls.js';
import type { Answer, Tap } from './taps.js';
import type { HomeView, ModalView } from './views.js';
import type { Channel, Profile } from './workspace.js';
import type { World } from './world.js';

/** The parts of the fake that a person's client uses. */
export interface PersonWorld extends World {
  readonly deliveries: Deliveries;
  readonly responseUrls: ResponseUrls;
}

const submissionSchema = z.union([
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.undefined().optional() }),
]);

/** The place of a press. */
type Surface = { readonly message: StoredMessage } | { readonly view: HomeView | ModalView };

/** A person who uses Slack. */
export class Person {
  readonly id: string;
  readonly #profile: Profile;
  readonly #world: PersonWorld;

  constructor(world: PersonWorld, profile: Profile) {
    this.#world = world;
    this.#profile = profile;
    this.id = profile.id;
  }

  get name(): string {
    return this.#profile.displayName;
  }

  /** Changes the person's handle. */
  rename(handle: string): void {
    this.#profile.handle = handle;
  }

  /** The direct message with the app. */
  get direct(): Channel {
    return this.#world.workspace.directOf(this.id);
  }

  /** Runs `/petition text` in a channel. */
  command(channel: Channel, command: string, text = ''): Promise<Answer> {
    channel.members.add(this.id);
    const { workspace } = this.#world;
    const { tap, triggerId, responseUrl } = this.#begin(channel.id, null);
    const acknowledged = this.#tell('slash_commands', tap, {
      token: 'legacy',
      team_id: workspace.teamId,
      team_domain: workspace.domain,
      channel_id: channel.id,
      channel_name: channel.kind === 'private' ? 'privategroup' : channel.name,
      user_id: this.id,
      user_name: this.#profile.handle,
      command,
      text,
      api_app_id: workspace.appId,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: triggerId,
    });
    this.#after(tap, acknowledged, (body) => {
      const reply = replySchema.parse(body);
      // Text in the acknowledgement is an answer too.
      if (!reply.text && !reply.blocks) return;
      const { id: tapId, personId } = tap;
      this.#world.responseUrls.show({ channelId: channel.id, personId, tapId, source: null }, reply);
    });
    return tap.answered;
  }

  /** Presses a button by its label or number, on the newest of the person's screens unless told another message. */
  press(which: string | number, on: StoredMessage = this.screen()): Promise<Answer> {
    return this.pressCode(find(buttonsOf(on.data.blocks), which), on);
  }

  /** Presses a button with forged ids and value. */
  pressCode(pressed: Pressed, on: StoredMessage = this.screen()): Promise<Answer> {
    return this.#press(pressed, { message: on });
  }

  /** Presses a button in the Home tab. */
  pressHome(which: string | number): Promise<Answer> {
    const view = this.home;
    if (view === null) throw new Error('no Home tab was published');
    return this.#press(find(buttonsOf(view.data.blocks), which), { view });
  }

  /** Sends the open form: a text for its one field, or values by the fields' action ids. */
  submit(values: string | Readonly<Record<string, string>>): Promise<Answer> {
    const modal = this.modal;
    if (modal === null) throw new Error('no form is open');
    const { tap, triggerId } = this.#begin(null, null);
    const { views } = this.#world;
    const acknowledged = this.#tell('interactive', tap, {
      ...common(this.#profile, this.#world.workspace),
      type: 'view_submission',
      trigger_id: triggerId,
      view: views.wire(modal, stateOf(modal, values)),
      response_urls: [],
    });
    this.#after(tap, acknowledged, (body) => this.#submitted(modal, tap, body));
    return tap.answered;
  }

  #submitted(modal: ModalView, tap: Tap, body: unknown): void {
    const { views } = this.#world;
    const answer = submissionSchema.parse(body);
    if (answer.response_action === 'errors') {
      const { errors } = answer;
      const known = modal.data.blocks.flatMap((one) => (one.type === 'input' ? [one.block_id] : []));
      if (Object.keys(errors).some((block) => !known.includes(block)))
        throw new CommandError('unknown block');
      modal.errors = errors;
      tap.settle({ kind: 'errors', errors });
    } else if ('view' in answer) {
      views.update(modal.id, answer.view);
      tap.settle({ kind: 'modal', modal });
    } else {
      views.close(modal);
    }
  }

  /** Applies the acknowledgement. One that Slack can't parse is a failure for the person. */
  #after(tap: Tap, acknowledged: Promise<Acknowledgement>, use: (body: unknown) => void): void {
    void acknowledged.then((acknowledgement) => {
      if (acknowledgement.how !== 'acknowledged') return;
      try {
        use(acknowledgement.body);
      } catch (error) {
        tap.settle({ kind: 'failed', how: `acknowledged with what Slack refuses: ${error}` });
      }
    });
  }

  /** Closes the open form without sending it. */
  closes(): Promise<Answer> {
    const modal = this.modal;
    if (modal === null) throw new Error('no form is open');
    const { views } = this.#world;
    views.close(modal);
    if (modal.data.notify_on_close !== true) return Promise.resolve({ kind: 'nothing' });
    const { tap } = this.#begin(null, null);
    void this.#tell('interactive', tap, {
      ...common(this.#profile, this.#world.workspace),
      type: 'view_closed',
      view: views.wire(modal),
      is_cleared: false,
    });
    return tap.answered;
  }

  /** Opens the app's Home tab. */
  opensHome(): Promise<Answer> {
    const { tap } = this.#begin(null, null);
    const home = this.home;
    void this.#event(tap, {
      type: 'app_home_opened',
      user: this.id,
      channel: this.direct.id,
      tab: 'home',
      ...(home === null ? {} : { view: this.#world.views.wire(home) }),
    });
    return tap.answered;
  }

  /** Writes to the app in a direct message. */
  writes(text: string): Promise<Answer> {
    const { messages, workspace } = this.#world;
    const { tap } = this.#begin(this.direct.id, null);
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const { ts } = messages.add(this.direct.id, this.id, { text: escaped, blocks: [] });
    void this.#event(tap, {
      type: 'message',
      user: this.id,
      text: escaped,
      ts,
      client_msg_id: randomUUID(),
      team: workspace.teamId,
      channel: this.direct.id,
      channel_type: 'im',
    });
    return tap.answered;
  }

  /** The messages that only this person sees, the last changed at the end. */
  get screens(): StoredMessage[] {
    return this.#world.messages.screensOf(this.id, this.direct.id);
  }

  /** The newest of the person's screens. */
  screen(): StoredMessage {
    const newest = this.screens.at(-1);
    if (newest === undefined) throw new Error('there is nothing to see');
    return newest;
  }

  /** The text of the newest screen. */
  get text(): string {
    return readingOf(this.screen().data).text;
  }

  /** The buttons of the newest screen. */
  get buttons(): ShownButton[] {
    return buttonsOf(this.screen().data.blocks);
  }

  /** The open form. */
  get modal(): ModalView | null {
    return this.#world.views.modalOf(this.id);
  }

  /** The Home tab, as last published. */
  get home(): HomeView | null {
    return this.#world.views.homeOf(this.id);
  }

  #press(pressed: Pressed, on: Surface): Promise<Answer> {
    const { workspace, views } = this.#world;
    const source = 'message' in on ? on.message : null;
    const { tap, triggerId, responseUrl } = this.#begin(source?.channelId ?? null, source);
    void this.#tell('interactive', tap, {
      ...common(this.#profile, workspace),
      ...('message' in on
        ? { ...onMessage(on.message, workspace), response_url: responseUrl }
        : { container: { type: 'view', view_id: on.view.id }, view: views.wire(on.view) }),
      type: 'block_actions',
      trigger_id: triggerId,
      state: { values: {} },
      actions: [actionOf(pressed)],
    });
    return tap.answered;
  }

  #begin(channelId: string | null, source: StoredMessage | null) {
    const { taps, views, responseUrls, origin } = this.#world;
    const tap = taps.begin(this.id, channelId);
    const triggerId = views.trigger(this.id, tap.id);
    const where = channelId ?? this.direct.id;
    const path = responseUrls.make({ channelId: where, personId: this.id, tapId: tap.id, source });
    return { tap, triggerId, responseUrl: `${origin()}${path}` };
  }

  #event(tap: Tap, event: object): Promise<Acknowledgement> {
    const { workspace, messages } = this.#world;
    return this.#tell('events_api', tap, eventCallback(event, workspace, messages.now()));
  }

  /** Tells the app, and fails the tap if the app did not take it. */
  async #tell(kind: Kind, tap: Tap, payload: object): Promise<Acknowledgement> {
    const { deliveries, taps } = this.#world;
    const acknowledgement = await deliveries.send({ id: randomUUID(), kind, payload }).first;
    // Slack redelivers an event. A press, command or form has failed for the person.
    if (acknowledgement.how === 'acknowledged' || kind === 'events_api') taps.taken(tap);
    else tap.settle({ kind: 'failed', how: acknowledgement.how });
    return acknowledgement;
  }
}

function find(buttons: readonly ShownButton[], which: string | number): ShownButton {
  const found =
    typeof which === 'number' ? buttons[which] : buttons.find(({ label }) => label.includes(which));
  if (found === undefined) {
    throw new Error(`no button ${which} among ${buttons.map(({ label }) => label).join(', ')}`);
  }
  return found;
}
