import bolt from '@slack/bolt';
import { screens } from './screens.js';

// Bolt without any state: the button says which screen is next. What this reaches, no bot with Bolt exceeds.

const MAX_SECTION = 3_000;

function screen(step: number) {
  const { text = '', labels = [] } = screens[step] ?? {};
  return {
    text: text.slice(0, MAX_SECTION),
    blocks: [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: text.slice(0, MAX_SECTION) } },
      ...(labels.length === 0
        ? []
        : [
            {
              type: 'actions' as const,
              elements: labels.map((label, index) => ({
                type: 'button' as const,
                text: { type: 'plain_text' as const, text: label },
                action_id: `step-${index}`,
                value: index === 0 ? `${step + 1}` : '',
              })),
            },
          ]),
    ],
  };
}

const app = new bolt.App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_ROOT ?? '' },
  logLevel: bolt.LogLevel.ERROR,
});
app.command('/petition', async ({ ack, respond }) => {
  await ack();
  await respond({ ...screen(0), response_type: 'ephemeral' });
});
app.action({ type: 'block_actions', action_id: 'step-0' }, async ({ ack, action, respond }) => {
  await ack();
  const step = 'value' in action ? Number(action.value) : 0;
  await respond({ ...screen(step), replace_original: true });
});
process.on('SIGTERM', () => process.exit(0));
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');
console.log(`ready http://127.0.0.1:${address.port}`);
