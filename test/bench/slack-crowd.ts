import { SCOPES } from '../../adapters/slack/scopes.js';
import { buttonsOf, readingOf, type StoredMessage } from '../fakes/slack/messages.js';
import { type FakeSlack, startFakeSlack } from '../fakes/slack/server.js';
import { type WatchingCrowd, watchingCrowd } from './watching-crowd.js';

/** A fake Slack and its people, who meet the bot in a channel. */
export interface SlackCrowd extends WatchingCrowd {
  readonly slack: FakeSlack;
}

export async function slackCrowd(): Promise<SlackCrowd> {
  const slack = await startFakeSlack();
  slack.grants.scopes = [...SCOPES];
  const channel = slack.channel();
  const crowd = watchingCrowd<StoredMessage>({
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_ROOT: slack.apiRoot,
    },
    person() {
      const person = slack.person();
      return {
        command: () => person.command(channel, '/petition', 'sign'),
        press: (message) => person.press(0, message),
      };
    },
    read: ({ data }) => ({
      text: readingOf(data).text,
      labels: buttonsOf(data.blocks).map(({ label }) => label),
    }),
    forget: () => void slack.deliveries.all.splice(0),
    stop: () => slack.stop(),
  });
  return { ...crowd, slack };
}
