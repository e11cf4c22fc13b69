import { Worker } from 'node:worker_threads';
import upng from 'upng-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PALETTES } from '../../src/http/palette.js';
import type { Petition } from '../../src/petition/petition.js';
import { petitionNamed } from '../support/petitions.js';
import { withPicture } from '../support/picture.js';
import { unfurl } from '../support/unfurl.js';
import { ask, samplePetition, startServer, type TestServer } from './support.js';

const WIDTH = 1200;
const HEIGHT = 630;
/** WhatsApp shows no larger picture. */
const MOST_BYTES = 300 * 1024;

let server: TestServer;
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

/** The pixels of a card, as a chat would fetch and decode it. */
async function cardAt(url: string) {
  const answer = await fetch(url, { headers: { Accept: 'image/*' } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = await answer.arrayBuffer();
  expect(bytes.byteLength).toBeLessThan(MOST_BYTES);
  expect(Buffer.from(bytes, 0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const image = upng.decode(bytes);
  expect([image.width, image.height]).toEqual([WIDTH, HEIGHT]);
  const [frame = new ArrayBuffer(0)] = upng.toRGBA8(image);
  const pixels = new Uint32Array(frame);
  /** How many pixels of a colour are within these columns. */
  const count = (colour: string, [from, until]: readonly [number, number]) => {
    const wanted = rgba(colour);
    let found = 0;
    for (let row = 0; row < pixels.length; row += WIDTH)
      for (const pixel of pixels.subarray(row + from, row + until)) if (pixel === wanted) found += 1;
    return found;
  };
  return { bytes: Buffer.from(bytes), headers: answer.headers, count };
}

/** As it stands in a little-endian word of four bytes. */
function rgba(colour: string): number {
  return (
    (Number.parseInt(`${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`, 16) | 0xff000000) >>>
    0
  );
}

const { paper, accent } = PALETTES.light;
/** The edges of a card: the band of colour, and where no letter may be. */
const [LEFT, RIGHT] = [
  [0, 18],
  [1182, 1200],
] as const;
const [LEFT_FREE, RIGHT_FREE] = [
  [18, 60],
  [1140, 1182],
] as const;
const MIDDLE = [60, 1140] as const;

const zefzafi = petitionNamed('zefzafi');

function headed(petition: Petition, headline: string): Petition {
  return { ...petition, texts: (locale) => ({ ...petition.texts(locale), headline }) };
}

describe('the card that a chat shows beside a link', () => {
  it('is found by its tags, whole in every language, with no letter at its edges', async () => {
    server = await startServer({ petition: zefzafi });
    for (const locale of zefzafi.locales) {
      const { tags } = await unfurl(`${server.url}/?lang=${locale}`);
      const card = await cardAt(tags.get('og:image')?.[0] ?? '');
      const [band, other] = locale === 'ar' ? [RIGHT, LEFT] : [LEFT, RIGHT];
      expect(card.count(accent, band)).toBe(18 * HEIGHT);
      expect(card.count(paper, other)).toBe(18 * HEIGHT);
      for (const edge of [LEFT_FREE, RIGHT_FREE])
        expect(card.count(paper, edge)).toBe((edge[1] - edge[0]) * HEIGHT);
      expect(card.count(accent, MIDDLE)).toBeGreaterThan(1000);
    }
  });

  it.each([
    [
      'a sentence',
      'Für die Freilassung aller Menschenrechtsverteidigerinnen und Menschenrechtsverteidiger '.repeat(5),
    ],
    ['one word', 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2)],
    ['Arabic and Latin letters', 'الحرية لجميع المدافعين (PEN 2026) '.repeat(9)],
    ['signs that mean something in XML', '<b>&amp; "freedom" ]]></text>'],
  ])('keeps a headline within its edges: %s', async (_, headline) => {
    server = await startServer({ petition: headed(zefzafi, headline) });
    for (const locale of ['de', 'ar']) {
      const card = await cardAt(`${server.url}/card.png?lang=${locale}`);
      for (const edge of [LEFT_FREE, RIGHT_FREE])
        expect(card.count(paper, edge)).toBe((edge[1] - edge[0]) * HEIGHT);
    }
  });

  it('has the picture of the case to the side where a line ends', async () => {
    const petition = withPicture(zefzafi);
    server = await startServer({ petition });
    for (const [locale, covered, free] of [
      ['en', RIGHT, LEFT_FREE],
      ['ar', LEFT, RIGHT_FREE],
    ] as const) {
      const card = await cardAt(`${server.url}/card.png?lang=${locale}`);
      expect(card.count(paper, covered)).toBe(0);
      expect(card.count(paper, free)).toBe((free[1] - free[0]) * HEIGHT);
    }
  });

  it('follows the total, and answers a browser that has it without drawing', async () => {
    server = await startServer();
    const url = `${server.url}/card.png?lang=en`;
    const first = await cardAt(url);
    expect(first.headers.get('cache-control')).toBe('public, max-age=600');
    expect(first.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const etag = first.headers.get('etag') ?? '';
    expect((await ask(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await cardAt(url)).bytes).toEqual(first.bytes);
    server.count.counted = 1;
    const second = await cardAt(url);
    expect(second.bytes).not.toEqual(first.bytes);
    expect((await ask(url, { headers: { 'If-None-Match': etag } })).status).toBe(200);
    const head = await ask(url, { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([
      200,
      `${second.bytes.length}`,
      '',
    ]);
  });

  it('shows a new phase and a new day', async () => {
    let now = new Date('2026-03-01T23:59:00Z');
    const campaign: { paused?: boolean } = {};
    server = await startServer({ campaign, now: () => now });
    const url = `${server.url}/card.png?lang=en`;
    const open = await cardAt(url);
    now = new Date('2026-03-02T00:01:00Z');
    const later = await cardAt(url);
    expect(later.bytes).not.toEqual(open.bytes);
    campaign.paused = true;
    // Without a bar, less is in the page's own colour.
    expect((await cardAt(url)).count(accent, MIDDLE)).toBeLessThan(later.count(accent, MIDDLE) - 1000);
  });

  it('has no number while the total can not be read, and is not kept then', async () => {
    server = await startServer();
    const url = `${server.url}/card.png?lang=en`;
    server.count.away = true;
    const card = await cardAt(url);
    expect(card.headers.get('cache-control')).toBe('no-store');
    // Number and bar have the page's own colour, and nothing else in the middle.
    expect(card.count(accent, MIDDLE)).toBe(0);
    server.count.away = false;
    expect((await cardAt(url)).count(accent, MIDDLE)).toBeGreaterThan(1000);
  });

  it('is drawn once for all who ask at the same time, and never beside another drawing', async () => {
    server = await startServer();
    await cardAt(`${server.url}/card.png?lang=en`);
    let [running, most, drawn] = [0, 0, 0];
    const post = Worker.prototype.postMessage;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, job: unknown) {
      drawn += 1;
      running += 1;
      most = Math.max(most, running);
      this.once('message', () => {
        running -= 1;
      });
      post.call(this, job);
    });
    server.count.counted = 3;
    const addresses = [
      '/card.png?lang=en',
      '/card.png?lang=ar',
      '/p/sample/card.png?lang=en',
      '/icon-192.png',
    ];
    const asked = Array.from({ length: 10 }, () => addresses).flat();
    const answers = await Promise.all(asked.map((path) => ask(server.url + path)));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect([drawn, most, running]).toEqual([3, 1, 0]);
  });

  it('is not offered in a script that no font of ours has', async () => {
    server = await startServer({ petition: headed(samplePetition(), '井戸を再び開けよう') });
    expect((await ask(`${server.url}/card.png`)).status).toBe(404);
    expect((await unfurl(server.url)).tags.has('og:image')).toBe(false);
  });
});

describe('the icons of telephones', () => {
  it.each([
    ['/apple-touch-icon.png', 180, true],
    ['/icon-192.png', 192, false],
    ['/icon-512.png', 512, false],
    ['/icon-maskable-512.png', 512, true],
  ] as const)(
    '%s is as large as its name says, and filled where it may be cut',
    async (path, width, filled) => {
      server = await startServer();
      const answer = await fetch(server.url + path);
      const image = upng.decode(await answer.arrayBuffer());
      expect([image.width, image.height]).toEqual([width, width]);
      const [frame = new ArrayBuffer(0)] = upng.toRGBA8(image);
      const corner = new Uint32Array(frame)[0] ?? 0;
      expect(corner >>> 24).toBe(filled ? 255 : 0);
    },
  );
});
