import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * The Bot API's own description of itself (https://core.telegram.org/bots/api), as far as the bot uses it: names, fields
 * and types. `name?` is an optional field; a type with a list of names is one of these types.
 */
const fieldsSchema = z.record(z.string(), z.string());
const typesSchema = z.record(z.string(), z.union([fieldsSchema, z.array(z.string())]));
const api = z
  .object({ methods: z.record(z.string(), fieldsSchema), outgoing: typesSchema, incoming: typesSchema })
  .parse(JSON.parse(readFileSync(new URL('bot-api.json', import.meta.url), 'utf8')));

type Fields = Readonly<Record<string, string>>;

const LIST = 'Array of ';

/** What is wrong with a call, by the description: a method, field or type that it does not have. */
export function violationsOf(method: string, params: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = api.methods[method];
  if (fields === undefined) return [`${method} is no method that the bot is known to use`];
  return againstFields(fields, params, method);
}

function againstFields(fields: Fields, value: object, path: string): string[] {
  const given = Object.entries(value);
  const unknown = given.filter(([name]) => !(name in fields) && !(`${name}?` in fields));
  const missing = Object.keys(fields).filter((name) => !name.endsWith('?') && !(name in value));
  return [
    ...unknown.map(([name]) => `${path}.${name} is no field`),
    ...missing.map((name) => `${path}.${name} is missing`),
    ...given.flatMap(([name, part]) => {
      const type = fields[name] ?? fields[`${name}?`];
      return type === undefined ? [] : againstAny(type, part, `${path}.${name}`);
    }),
  ];
}

/** `A|B` allows either; the errors of the first are told. */
function againstAny(types: string, value: unknown, path: string): string[] {
  const found = types.split('|').map((type) => against(type, value, path));
  return found.some((errors) => errors.length === 0) ? [] : (found[0] ?? []);
}

function against(type: string, value: unknown, path: string): string[] {
  if (type.startsWith(LIST)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((part, index) => againstAny(type.slice(LIST.length), part, `${path}[${index}]`));
  }
  switch (type) {
    case 'Integer':
      return Number.isSafeInteger(value) ? [] : [`${path} is no whole number`];
    case 'Float':
      return typeof value === 'number' ? [] : [`${path} is no number`];
    case 'String':
      return typeof value === 'string' && !/\p{Cs}/u.test(value) ? [] : [`${path} is no text`];
    case 'Boolean':
    case 'True':
      return typeof value === 'boolean' ? [] : [`${path} is neither true nor false`];
  }
  const known = api.outgoing[type];
  if (known === undefined) return [`${path} may not be a ${type} here`];
  if (Array.isArray(known)) return againstAny(known.join('|'), value, path);
  return typeof value === 'object' && value !== null
    ? againstFields(known, value, path)
    : [`${path} is no ${type}`];
}

/** Every kind of update, and of the message or press in it: each optional field alone, with the least in it. */
export function everyUpdate(): readonly Readonly<Record<string, unknown>>[] {
  return optionalOf('Update').flatMap((kind) => {
    const type = fieldsOf('Update')[`${kind}?`] ?? '';
    if (type !== 'Message' && type !== 'CallbackQuery') return [{ update_id: 1, [kind]: least(type) }];
    return optionalOf(type).map((field) => ({
      update_id: 1,
      [kind]: { ...record(least(type)), [field]: least(fieldsOf(type)[`${field}?`] ?? '') },
    }));
  });
}

function fieldsOf(type: string): Fields {
  const known = api.incoming[type];
  return known === undefined || Array.isArray(known) ? {} : known;
}

function optionalOf(type: string): readonly string[] {
  return Object.keys(fieldsOf(type)).flatMap((name) => (name.endsWith('?') ? [name.slice(0, -1)] : []));
}

/** A value of this type with its required fields only. */
function least(types: string): unknown {
  const [type = ''] = types.split('|');
  if (type.startsWith(LIST)) return [least(type.slice(LIST.length))];
  switch (type) {
    case 'Integer':
    case 'Float':
      return 7;
    case 'String':
      return 'private';
    case 'Boolean':
    case 'True':
      return true;
  }
  const known = api.incoming[type];
  if (Array.isArray(known)) return least(known[0] ?? 'String');
  const required = Object.entries(known ?? {}).filter(([name]) => !name.endsWith('?'));
  return Object.fromEntries(required.map(([name, part]) => [name, least(part)]));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(value);
}
