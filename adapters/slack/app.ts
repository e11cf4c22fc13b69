import { App, type Receiver, type webApi } from '@slack/bolt';
import { COMMAND } from './mrkdwn.js';
import { FORM_ID } from './render.js';
import { SILENT } from './web.js';

/** A request from Slack, as it arrived. */
type ReceiverEvent = Parameters<App['processEvent']>[0];

/** Handlers for what people do. Each gets the payload as it arrived, and never rejects. */
export interface Handlers {
  command(body: unknown): Promise<void>;
  press(body: unknown): Promise<void>;
  form(body: unknown): Promise<void>;
  homeOpened(body: unknown): Promise<void>;
}

/** The events that the app must be subscribed to. */
export const EVENTS = ['app_home_opened'] as const;

export interface SlackAppOptions {
  readonly botToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly handlers: Handlers;
  /** Called for errors on the way to a handler. */
  readonly report: (error: unknown, what: string) => void;
}

/** We pass all requests to `processEvent` ourselves, from HTTP and from Socket Mode. */
const NO_RECEIVER: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/**
 * Bolt's app, with two changes:
 * - It acknowledges everything before handling it. Slack waits only 3 s, and a slow store must not cause an
 *   error on a person's screen. Answers go to the response URL.
 * - No request makes a promise reject: a payload that Bolt does not expect would otherwise end the process.
 */
export class SlackApp extends App {
  readonly #report: SlackAppOptions['report'];

  constructor({ botToken, clientOptions, handlers, report }: SlackAppOptions) {
    super({
      receiver: NO_RECEIVER,
      // Bolt would check the token with Slack here, and end the process if that fails.
      authorize: async () => ({ botToken }),
      // Bolt would need to know the bot's id for this, and the bot gets no events about itself.
      ignoreSelf: false,
      // Bolt would keep every conversation in memory.
      convoStore: false,
      logger: SILENT,
      clientOptions,
    });
    this.#report = report;
    this.command(COMMAND, ({ body }) => handlers.command(body));
    this.action({ type: 'block_actions' }, ({ body }) => handlers.press(body));
    this.view({ type: 'view_submission', callback_id: FORM_ID }, ({ body }) => handlers.form(body));
    for (const event of EVENTS) this.event(event, ({ body }) => handlers.homeOpened(body));
    this.error(async (error) => report(error, 'Bolt failed'));
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    try {
      await event.ack();
    } catch (error) {
      // Slack redelivers it; then its id is known.
      this.#report(error, 'a payload could not be acknowledged');
    }
    try {
      await super.processEvent({ ...event, ack: async () => undefined });
    } catch (error) {
      this.#report(error, 'a payload could not be read');
    }
  }
}
