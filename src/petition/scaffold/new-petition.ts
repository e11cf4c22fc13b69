import type { Day } from '../../day.js';
import { addYears } from '../../day.js';
import type { Locale } from '../formats.js';
import { textsToWrite } from '../texts.js';
import { UNFINISHED } from '../unfinished.js';

/** The one page of a new petition's story. */
const PAGE = 'beginning';

/**
 * The files of a new petition, by their path in its folder. Each text says what belongs there, after the mark of what
 * is unfinished. Nothing else is wrong with them.
 */
export function petitionFiles(locales: readonly Locale[], today: Day): ReadonlyMap<string, string> {
  const texts = locales.flatMap((locale) =>
    textsToWrite([PAGE]).map(([name, remedy]): [string, string] => [
      `${locale}/${name}.md`,
      skeletonOf(name, remedy),
    ]),
  );
  return new Map([['petition.yaml', settings(locales, today)], ...texts]);
}

function skeletonOf(name: string, remedy: string): string {
  // Code can't stand in a text.
  const text = `${UNFINISHED} ${remedy.replaceAll('`', '')}\n`;
  if (name === 'welcome') return `# ${UNFINISHED} the headline\n\n${text}`;
  if (name.startsWith('story/')) return `## ${UNFINISHED} a title\n\n${text}`;
  return text;
}

/** The last day for the names is a proposal: half of what is allowed. */
function settings(locales: readonly Locale[], today: Day): string {
  return `# The petition's settings: everything that is the same in every language. content/zefzafi/petition.yaml is an example.
# ${UNFINISHED} marks what you have to write. \`npm run petition -- check\` counts the marks; a campaign starts without any.

# The languages, as language tags. People whose language is not in the list get the first one.
locales: [${locales.join(', ')}]

# The pages of the story, in reading order: a file story/<page>.md for each, in every language.
story: [${PAGE}]

# The first and the last day for signing, in UTC. Without them, people can sign until \`keepUntil\`.
# opens: ${today}
# closes: ${addYears(today, 1)}

# People who acted elsewhere before. We add the count to every total, and show where and when it was read. 0 if there
# is nothing to add.
offset:
  count: 0
  source: "${UNFINISHED} where people acted before, or a name for your own list"
  day: ${today}

# The goals, in growing order, offset included. The progress bar shows the next one.
goals: [100, 250, 500, 1000, 2500, 5000, 10000, 25000, 50000, 100000]

# Where people come from: codes in links to the bot. A code stands for a channel with many readers, never for a person.
sources:
  - share # the text that supporters share
  - page # the campaign page

# The language for staff: one of the languages above. By default, the first.
# staffLanguage: ${locales[0] ?? 'en'}

# The names are erased so many days after the letter's recorded delivery: 1 to 30. The privacy notices say the number.
retentionDays: 30

# The last day for the names (UTC): all are erased, even if the letter was never delivered. At most two years after
# \`opens\`, or after the start. Choose it before people sign: the privacy notices promise it.
keepUntil: ${addYears(today, 1)}

# The age from which people may sign, 13 to 21. The notices say it. By default, 16.
# minimumAge: 16

# The source of the story's facts. The campaign page names it. \`url\` is optional.
factsSource:
  organisation: "${UNFINISHED} who reports the facts"
  title: "${UNFINISHED} what the report is called"
  # url: https://example.org/report

# A picture of the case, in this folder: a JPEG or PNG without metadata, at most 300 KB, each side 400 to 2400 pixels.
# Only one that you may use. \`alt\` says in each language what it shows.
# picture:
#   file: portrait.jpg
#   credit: who made it
#   licence: the terms on which you may use it
#   alt:
${locales.map((locale) => `#     ${locale}: what it shows`).join('\n')}

# Where signers can sign up for Write for Rights. Without an address, nobody is invited.
# writeForRightsUrl: https://example.org/write-for-rights
`;
}
