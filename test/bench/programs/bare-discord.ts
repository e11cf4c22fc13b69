import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, MessageFlags } from 'discord.js';
import { screens } from './screens.js';

// discord.js without any state: the button says which screen is next. What this reaches, no bot with discord.js exceeds.

const MAX_CONTENT = 2_000;
const BUTTONS_A_ROW = 5;

function screen(step: number) {
  const { text = '', labels = [] } = screens[step] ?? {};
  const buttons = labels.map((label, index) =>
    new ButtonBuilder()
      .setLabel(label)
      .setStyle(ButtonStyle.Secondary)
      .setCustomId(index === 0 ? `${step + 1}` : `other-${index}`),
  );
  const rows = Array.from({ length: Math.ceil(buttons.length / BUTTONS_A_ROW) }, (_, row) =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      buttons.slice(row * BUTTONS_A_ROW, (row + 1) * BUTTONS_A_ROW),
    ),
  );
  return { content: text.slice(0, MAX_CONTENT), components: rows };
}

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_ROOT ?? '' } });
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand())
    void interaction.reply({ ...screen(0), flags: MessageFlags.Ephemeral });
  else if (interaction.isButton()) void interaction.update(screen(Number(interaction.customId)));
});
client.once(Events.ClientReady, () => console.log('ready gateway'));
process.on('SIGTERM', () => process.exit(0));
await client.login(process.env.DISCORD_BOT_TOKEN);
