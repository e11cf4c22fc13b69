import { SCOPES } from '../../adapters/slack/scopes.js';
import { buttonsOf, readingOf, type StoredMessage } from '../fakes/slack/messages.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.js';
import type { Answer } from '../fakes/slack/taps.js';
import { type Crowd, type Screen, type Walker, Walks } from './crowd.js';
import { TURNS } from './walk.js';

/** A fake Slack and its people, who meet the bot in a channel. */
export interface SlackCrowd extends Crowd {
  readonly slack: FakeSlack;
  /** The environment of a bot on this Slack. */
  readonly env: Readonly<Record<string, string>>;
  /** A new person walks to the thanks; gives what the person was shown at each step. */
  see(): Promise<Screen[]>;
}

export async function slackCrowd(): Promise<SlackCrowd> {
  const slack = await startFakeSlack();
  slack.grants.scopes = [...SCOPES];
  const channel = slack.channel();
  const walks = new Walks(TURNS);

  function walker(): Walker & { shown(): StoredMessage | null } {
    const person = slack.person();
    let shown: StoredMessage | null = null;
    const sees = () => (shown === null ? undefined : readingOf(shown.data).text);
    const isAnswered = async (answered: Promise<Answer>): Promise<boolean> => {
      const before = sees();
      const answer = await answered;
      if (answer.kind === 'message') shown = answer.message;
      return sees() !== before;
    };
    return {
      sees,
      shown: () => shown,
      command: () => isAnswered(person.command(channel, '/petition', 'sign')),
      press: () =>
        isAnswered(shown === null ? person.command(channel, '/petition', 'sign') : person.press(0, shown)),
    };
  }

  return {
    slack,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_ROOT: slack.apiRoot,
    },
    took: walks.took,
    again: () => walks.again,
    async sign() {
      await walks.walk(walker());
      slack.deliveries.all.splice(0);
    },
    async see() {
      const seen: Screen[] = [];
      const one = walker();
      await walks.walk(one, () => {
        const data = one.shown()?.data;
        if (data === undefined) return;
        seen.push({ text: readingOf(data).text, labels: buttonsOf(data.blocks).map(({ label }) => label) });
      });
      return seen;
    },
    stop: () => slack.stop(),
  };
}
