import { FluentParser, type Message, type VariableReference, Visitor } from '@fluent/syntax';
import { type Catalogue, checkWords } from '../src/petition/words-check.js';

/** The interface file that the other languages follow. */
export const CATALOGUE_FROM = 'content/interface/en.ftl';
export const CATALOGUE_FILE = 'src/petition/catalogue.generated.ts';

/**
 * The TypeScript that lists every message of an interface file with its variables.
 * @param source the English interface file
 * @throws Error with every problem that the start would find in the file
 */
export function catalogueSource(source: string): string {
  const messages = new FluentParser().parse(source).body.filter((entry) => entry.type === 'Message');
  const catalogue = Object.fromEntries(
    messages.map((message) => [message.id.name, variablesOf(message)] as const),
  );
  const { problems } = checkWords(source, 'en', catalogue);
  if (problems.length > 0) {
    const lines = problems.map(
      ({ line, problem, remedy }) => `${CATALOGUE_FROM}:${line}: ${problem}. Please ${remedy}.`,
    );
    throw new Error(lines.join('\n'));
  }
  return typescriptOf(catalogue);
}

function variablesOf(message: Message): readonly string[] {
  const names = new Set<string>();
  class Variables extends Visitor {
    override visitVariableReference({ id }: VariableReference): void {
      names.add(id.name);
    }
  }
  new Variables().visit(message);
  return [...names];
}

/** In Biome's format, so that the lint passes. */
function typescriptOf(catalogue: Catalogue): string {
  const lines = Object.entries(catalogue).map(([id, variables]) => {
    const key = /^[a-z]+$/.test(id) ? id : quoted(id);
    return `  ${key}: [${variables.map(quoted).join(', ')}],`;
  });
  return `// Written by \`npm run catalogue\` from ${CATALOGUE_FROM}. Don't edit this file.

/** Every message of the interface, with its variables. */
export const catalogue = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, readonly string[]>>;
`;
}

function quoted(name: string): string {
  return `'${name}'`;
}
