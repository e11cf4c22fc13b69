import { App, type Receiver, type webApi } from '@slack/bolt';
import { COMMAND } from './mrkdwn.js';
import { FORM_ID } from './render.js';
import { SILENT } from './web.js';

/** What came in from Slack, in the way that it came. */
type ReceiverEvent = Parameters<App['processEvent']>[0];

/** What is done with what people do; each gets the payload as it came, and never rejects. */
export interface Handlers {
  command(body: unknown): Promise<void>;
  press(body: unknown): Promise<void>;
  form(body: unknown): Promise<void>;
  homeOpened(body: unknown): Promise<void>;
}

/** The events that the app has to be subscribed to. */
export const EVENTS = ['app_home_opened'] as const;

export interface SlackAppOptions {
  readonly botToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly handlers: Handlers;
  /** Told of what fails on the way. */
  readonly report: (error: unknown, what: string) => void;
}

/** What comes in goes in through `processEvent`, whatever brought it here. */
const NO_RECEIVER: Receiver = {
  init: () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
};

/**
 * Bolt's app, with two things of our own:
 * - Everything is acknowledged before anything is done with it: Slack waits 3 s, and a store that is slow must not be
 *   the reason for an error on somebody's screen. Answers go by response URL.
 * - Nothing of what comes in makes a promise reject: a payload that Bolt does not expect would end the process.
 */
export class SlackApp extends App {
  readonly #report: SlackAppOptions['report'];

  constructor({ botToken, clientOptions, handlers, report }: SlackAppOptions) {
    super({
      receiver: NO_RECEIVER,
      // Bolt's own way asks Slack about the token here, and ends the process when that fails.
      authorize: async () => ({ botToken }),
      // Would need to know who the bot is; and it hears of nothing that it does itself.
      ignoreSelf: false,
      // Would remember every conversation in memory.
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
      // It is delivered again, and known by its id then.
      this.#report(error, 'what came in could not be acknowledged');
    }
    try {
      await super.processEvent({ ...event, ack: async () => undefined });
    } catch (error) {
      this.#report(error, 'what came in could not be read');
    }
  }
}
