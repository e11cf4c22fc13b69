import { randomUUID } from 'node:crypto';

/*
 * Bodies and headers that no platform and no page of ours sends. Every endpoint gets them with valid credentials
 * (the webhook's secret, the workspace's signature), as if these had leaked.
 */

/** Each endpoint's answer: 4xx if it recognises a wrong request, 200 if it ignores the content. */
export interface Answers {
  readonly page: number;
  readonly telegram: number;
  readonly slack: number;
}

export interface HostileBody {
  readonly body: string;
  readonly why: string;
  readonly answers: Answers;
}

const all = (status: number): Answers => ({ page: status, telegram: status, slack: status });

/** Slack's payloads have no common shape, so any object is acknowledged and ignored. */
const OBJECT: Answers = { page: 400, telegram: 400, slack: 200 };

/** A numbered update without usable content. */
const UPDATE: Answers = { page: 400, telegram: 200, slack: 200 };

const json = (value: unknown) => JSON.stringify(value);
const action = (value: unknown) => json({ id: randomUUID(), action: value });
const from = { id: 5_555_555_555, first_name: 'Nobody' };
const message = { message_id: 1, from, chat: { id: from.id, type: 'private' }, text: '/start' };

export const BODIES: readonly HostileBody[] = [
  { body: '', why: 'nothing', answers: all(400) },
  { body: 'null', why: 'null', answers: all(400) },
  { body: '[]', why: 'a list for an object', answers: all(400) },
  { body: '"sign"', why: 'a text for an object', answers: all(400) },
  { body: '7e999', why: 'a number past all numbers', answers: all(400) },
  { body: '{', why: 'broken off', answers: all(400) },
  { body: '\u0000', why: 'NUL', answers: all(400) },
  {
    body: '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd">',
    why: 'XML that reads a file',
    answers: all(400),
  },
  { body: '['.repeat(100_000), why: 'a hundred thousand lists, none closed', answers: all(400) },
  {
    body: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`,
    why: 'thirty thousand objects in one another',
    answers: OBJECT,
  },
  { body: 'x'.repeat(300_000), why: 'longer than anything', answers: all(413) },
  { body: '{}', why: 'an object of nothing', answers: OBJECT },
  {
    body: `{"__proto__":${json({ update_id: 1, ...JSON.parse(action({ kind: 'command', command: 'sign' })) })}}`,
    why: 'all that is asked for, by way of the prototype',
    answers: OBJECT,
  },
  {
    body: '{"constructor":{"prototype":{"admin":true}}}',
    why: 'the same by way of the constructor',
    answers: OBJECT,
  },
  { body: '{"update_id":-1,"id":-1}', why: 'a negative number', answers: OBJECT },
  { body: '{"update_id":1e999,"id":1e999}', why: 'an infinite number', answers: OBJECT },
  { body: '{"update_id":9007199254740993}', why: 'a number that no double holds', answers: OBJECT },
  { body: '{"update_id":["1"],"id":["1"],"action":["sign"]}', why: 'lists for everything', answers: OBJECT },
  { body: json({ update_id: 1, message: [message] }), why: 'a list for a message', answers: UPDATE },
  {
    body: json({ update_id: 2, message: { ...message, text: ['/start'] } }),
    why: 'a list for a text',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 3, message: { ...message, from: { ...from, id: '5555555555' } } }),
    why: 'a text for a number',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 4, message }).replace('"id":5555555555', '"id":9007199254740993'),
    why: 'an account whose id no double can hold',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 5, message: { ...message, from: { ...from, is_bot: true } } }),
    why: 'another bot',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 6, edited_message: message }),
    why: 'a message that was changed afterwards',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 7, callback_query: { id: '7', from, data: { toString: 'x' } } }),
    why: 'an object for a code',
    answers: UPDATE,
  },
  {
    body: json({ update_id: 8, callback_query: { id: ['7'], from, data: 'x' } }),
    why: 'a list for an id',
    answers: UPDATE,
  },
  {
    body: json({ id: '../../etc/passwd', action: { kind: 'command', command: 'sign' } }),
    why: 'an id that leads out of a folder',
    answers: OBJECT,
  },
  { body: json({ id: randomUUID() }), why: 'an event without an action', answers: OBJECT },
  { body: action([{ kind: 'command', command: 'sign' }]), why: 'a list for an action', answers: OBJECT },
  { body: action({ kind: '__proto__' }), why: 'an action that every object has', answers: OBJECT },
  {
    body: action({ kind: 'command', command: 'constructor' }),
    why: 'a command that every object has',
    answers: OBJECT,
  },
  {
    body: action({ kind: 'command', command: 'sign', admin: true }),
    why: 'a field too many',
    answers: OBJECT,
  },
  {
    body: action({ kind: 'command', command: 'sign', source: ['poster'] }),
    why: 'a list for a source',
    answers: OBJECT,
  },
  {
    body: action({ kind: 'command', command: 'sign', source: 'x'.repeat(65) }),
    why: 'a source of 65 characters',
    answers: OBJECT,
  },
  { body: action({ kind: 'press' }), why: 'a press without a code', answers: OBJECT },
  { body: action({ kind: 'press', code: 7 }), why: 'a number for a code', answers: OBJECT },
  { body: action({ kind: 'press', code: 'x'.repeat(100_000) }), why: 'a code of 100 kB', answers: OBJECT },
  {
    body: action({ kind: 'form', code: 'x', text: { toString: 'x' } }),
    why: 'an object for a text',
    answers: OBJECT,
  },
  { body: action({ kind: 'text', text: 'x'.repeat(100_000) }), why: 'a text of 100 kB', answers: OBJECT },
];

/** A request to the page's chat that would begin a conversation with the right headers. */
export interface HostileHeaders {
  readonly headers: Readonly<Record<string, string>>;
  readonly why: string;
  readonly status: number;
}

export const PAGE_HEADERS: readonly HostileHeaders[] = [
  { headers: { 'Content-Type': 'text/plain' }, why: 'what a form of another site can send', status: 415 },
  { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, why: 'what a form sends', status: 415 },
  {
    headers: { 'Content-Type': 'application/json; charset=utf-7' },
    why: 'letters in another encoding',
    status: 415,
  },
  { headers: { 'Content-Type': 'application/json, text/plain' }, why: 'two types at once', status: 415 },
  { headers: { 'Content-Encoding': 'gzip' }, why: 'what may swell when it is unpacked', status: 415 },
  { headers: { Origin: 'https://example.org' }, why: 'another site', status: 403 },
  { headers: { Origin: 'null' }, why: 'a site that hides', status: 403 },
  { headers: { 'Sec-Fetch-Site': 'cross-site' }, why: 'another site, as the browser says', status: 403 },
  { headers: { 'Sec-Fetch-Site': 'same-site' }, why: 'a neighbour of the site', status: 403 },
  { headers: { Host: 'example.org' }, why: 'a foreign name that was pointed here', status: 403 },
  {
    headers: { Host: '127.0.0.1.example.org' },
    why: 'a foreign name that looks like an address',
    status: 403,
  },
  { headers: { Host: 'localhost@example.org' }, why: 'a foreign name behind our own', status: 403 },
];

/** Raw bytes that no normal client sends, and the status of the answer. */
export interface HostileBytes {
  readonly bytes: string;
  readonly why: string;
  readonly status: number;
}

const HOST = 'Host: 127.0.0.1\r\nConnection: close\r\n';

export const BYTES: readonly HostileBytes[] = [
  { bytes: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', why: 'no host', status: 400 },
  {
    bytes: `POST /chat/events HTTP/1.1\r\nHost: example.org\r\n${HOST}Content-Length: 2\r\n\r\n{}`,
    why: 'two hosts, the first of them foreign',
    status: 403,
  },
  {
    bytes: `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(20_000)}\r\n\r\n`,
    why: 'headers of 20 kB',
    status: 431,
  },
  {
    bytes: `GET / HTTP/1.1\r\n${HOST}${'X: y\r\n'.repeat(20_000)}\r\n`,
    why: 'twenty thousand headers',
    status: 431,
  },
  {
    bytes: `POST /chat/events HTTP/1.1\r\n${HOST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    why: 'two lengths',
    status: 400,
  },
  {
    bytes: `POST /chat/events HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    why: 'two ways to tell where the body ends: one server’s end is another’s next request',
    status: 400,
  },
  {
    bytes: `POST /chat/events HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`,
    why: 'a negative length',
    status: 400,
  },
  { bytes: `GET /a\u0000b HTTP/1.1\r\n${HOST}\r\n`, why: 'NUL in the address', status: 400 },
  {
    bytes: `GET /../../../../etc/passwd HTTP/1.1\r\n${HOST}\r\n`,
    why: 'leads out of the folder',
    status: 404,
  },
  { bytes: `GET /chat/..%2f..%2f..%2f.env HTTP/1.1\r\n${HOST}\r\n`, why: 'the same, encoded', status: 404 },
  {
    bytes: `GET /chat/chat.css/../../../.env HTTP/1.1\r\n${HOST}\r\n`,
    why: 'the same, from a file',
    status: 404,
  },
  { bytes: `GET /%ff%fe HTTP/1.1\r\n${HOST}\r\n`, why: 'an address that is no text', status: 404 },
  { bytes: `GET //example.org/ HTTP/1.1\r\n${HOST}\r\n`, why: 'another site’s address', status: 404 },
  { bytes: `TRACE / HTTP/1.1\r\n${HOST}\r\n`, why: 'asks for its own headers back', status: 405 },
];
