import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Day } from '../day.js';
import type { ProblemInFile } from './problems.js';
import { latestKeepUntil, type Settings, settingsSchema } from './settings.js';

/** The usable part of a settings file. */
export interface ReadSettings {
  /** Null if the file has any problem. */
  readonly settings: Settings | null;
  /** Also known if other settings have problems, so that the same run can check the texts. */
  readonly locales: Settings['locales'] | null;
  readonly story: Settings['story'] | null;
  /** The name of the picture's file; null if there is none. */
  readonly picture: string | null;
  readonly problems: readonly ProblemInFile[];
}

/** What we read from a file that can't be read. */
export const NO_SETTINGS: ReadSettings = {
  settings: null,
  locales: null,
  story: null,
  picture: null,
  problems: [],
};

/**
 * Reads the text of a `petition.yaml` (YAML 1.2, without aliases).
 * @param today given where the bot starts or is checked: the settings are then also compared with the clock
 */
export function readSettings(source: string, today?: Day): ReadSettings {
  const lines = new LineCounter();
  // The library must print no warnings: we report them. (It warns about keys that are lists; we report those as unknown
  // settings.)
  const quiet = { prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(source, { lineCounter: lines, strict: true, ...quiet });
  const syntax = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      problem: `this is not YAML as it should be: ${message}`,
      remedy: 'write `name: value`, a setting a line, and each setting once',
    })),
    ...aliases(document, lines),
  ];
  if (syntax.length > 0) return { ...NO_SETTINGS, problems: syntax };

  const value: unknown = document.toJS();
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) {
    const { locales, story, picture } = parsed.data;
    const problems = today === undefined ? [] : keptTooLong(parsed.data, today, document, lines);
    return {
      settings: problems.length === 0 ? parsed.data : null,
      locales,
      story,
      picture: picture?.file ?? null,
      problems,
    };
  }
  const known = settingsSchema.shape;
  return {
    settings: null,
    locales: known.locales.safeParse(entry(value, 'locales')).data ?? null,
    story: known.story.safeParse(entry(value, 'story')).data ?? null,
    picture: known.picture.safeParse(entry(value, 'picture')).data?.file ?? null,
    problems: parsed.error.issues.flatMap((issue) => explained(issue, document, lines)),
  };
}

/** A `keepUntil` that is too far away for a petition that opens when it is started. */
function keptTooLong(
  settings: Settings,
  today: Day,
  document: Document,
  lines: LineCounter,
): ProblemInFile[] {
  const latest = latestKeepUntil(settings, today);
  if (latest === null || settings.keepUntil <= latest) return [];
  return [
    {
      ...lineOfKey(document, ['keepUntil'], lines),
      problem: `\`keepUntil\` is ${shown(settings.keepUntil)}`,
      remedy: `write ${latest} or an earlier day: names are kept for at most two years after the opening`,
    },
  ];
}

function aliases(document: Document, lines: LineCounter): ProblemInFile[] {
  const found: ProblemInFile[] = [];
  visit(document, {
    Alias(_, { range, source }) {
      found.push({
        line: lines.linePos(range?.[0] ?? 0).line,
        problem: `\`*${source}\` repeats another value`,
        remedy: 'write the value out',
      });
    },
  });
  return found;
}

/** The schema's message is the remedy. The problem names the value in the file. */
function explained(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): ProblemInFile[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...lineOfKey(document, [...issue.path, key], lines),
      problem: `${named([...issue.path, key])} is not a setting`,
      remedy: 'leave it out, or mend its name',
    }));
  }
  const { path } = issue;
  if (path.length === 0) {
    return [{ problem: 'there are no settings in it', remedy: 'write `name: value`, a setting a line' }];
  }
  const missing = !document.hasIn(path);
  const found: unknown = missing ? undefined : plain(document.getIn(path, true));
  return [
    {
      ...lineOfKey(document, missing ? path.slice(0, -1) : path, lines),
      problem: `${named(path)} is ${missing ? 'missing' : shown(found)}`,
      remedy: issue.message,
    },
  ];
}

/** `offset.count`, entry 2 of `goals` */
function named(path: readonly PropertyKey[]): string {
  const name = `\`${path.filter((step) => typeof step !== 'number').join('.')}\``;
  const last = path[path.length - 1];
  return typeof last === 'number' ? `entry ${last + 1} of ${name}` : name;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  return typeof value === 'object' ? 'not of this kind' : JSON.stringify(value);
}

function plain(node: unknown): unknown {
  return isScalar(node) ? node.value : node;
}

/** The line of a setting's name or of a list's entry; none for the whole file. */
function lineOfKey(document: Document, path: readonly PropertyKey[], lines: LineCounter): { line?: number } {
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path[path.length - 1];
  const pair = isMap(parent) ? parent.items.find(({ key }) => plain(key) === last) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return path.length > 0 && isNode(node) && node.range ? { line: lines.linePos(node.range[0]).line } : {};
}

function entry(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
