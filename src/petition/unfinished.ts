import type { ProblemInFile } from './problems.js';

/**
 * Begins a text that somebody still has to write. `petition new` puts it into new files. A campaign doesn't start
 * while it stands anywhere; a preview does.
 */
export const UNFINISHED = 'TODO:';

/** At the beginning of a line of Markdown, behind the signs of headings, lists and quotes. */
const IN_MARKDOWN = /^[\s#>*+\d.-]*TODO:/u;

/** At the beginning of a setting's value. */
const IN_YAML = /^\s*(?:-\s|[\w-]+:)?\s*["']?TODO:/u;

/** The places in a file of Markdown or YAML that somebody still has to write. */
export function unfinishedLines(file: string, source: string): ProblemInFile[] {
  const mark = file.endsWith('.yaml') ? IN_YAML : IN_MARKDOWN;
  return source.split('\n').flatMap((text, index) =>
    mark.test(text)
      ? [
          {
            line: index + 1,
            problem: 'this is still to be written',
            remedy: `replace what begins with ${UNFINISHED}`,
          },
        ]
      : [],
  );
}
