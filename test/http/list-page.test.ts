import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPublicStatus } from '../../src/channel/public-status.js';
import { servedPetitions } from '../../src/channel/served-petitions.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import { NEW_CAMPAIGN, type Petition } from '../../src/petition/petition.js';
import { createPublicTotal } from '../../src/signatures/public-total.js';
import { examplePetition } from '../support/example.js';
import { THIS_MACHINE } from '../support/http-settings.js';
import { unfurl } from '../support/unfurl.js';
import { samplePetition } from './support.js';

describe('the page of a bot with several petitions', () => {
  let server: HttpServer;
  let url: string;

  beforeAll(async () => {
    const now = () => new Date('2026-03-01T12:00:00Z');
    const servedOf = (petition: Petition) => ({
      petition,
      total: createPublicTotal({
        count: async () => 7,
        offsets: async () => petition.settings.offset,
        refreshSeconds: 0,
        now,
      }),
      status: createPublicStatus({
        settings: () => petition.settings,
        campaign: async () => NEW_CAMPAIGN,
        now,
      }),
      sources: { accepts: () => true },
      totalsLog: null,
    });
    server = createHttpServer({
      petitions: servedPetitions([servedOf(samplePetition()), servedOf(examplePetition())]),
      adapters: [],
      ready: async () => ({ ok: true }),
      metrics: createMetrics(true),
      log: pino({ level: 'silent' }),
      settings: THIS_MACHINE,
    });
    url = `http://127.0.0.1:${(await server.listen()).port}`;
  });
  afterAll(() => server.close());

  const linksAt = async (path: string) => {
    const html = await (await fetch(url + path)).text();
    return [...html.matchAll(/href="(\/p\/[^"]*)"/g)].map(([, href]) => href);
  };

  it('leads to the page of each petition, in the same language', async () => {
    expect(await linksAt('/')).toEqual(['/p/sample?lang=en', '/p/example?lang=en']);
  });

  it('unfolds in a chat, each petition by itself, and names every page to search engines', async () => {
    const list = await unfurl(`${url}/?lang=ar`);
    expect(list.tags.get('og:title')).toEqual([samplePetition().texts('ar').words.say('chooser-heading')]);
    expect(list.tags.get('og:image')?.[0]).toMatch(`${url}/card.png?lang=ar&v=`);
    const own = await unfurl(`${url}/p/example`);
    expect(own.tags.get('og:url')).toEqual([`${url}/p/example`]);
    expect(own.tags.get('og:image')?.[0]).toMatch(`${url}/p/example/card.png?lang=en&v=`);
    const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
    const pages = ['', '?lang=en', '?lang=ar'].flatMap((query) =>
      ['/', '/p/sample', '/p/example'].map((path) => url + path + query),
    );
    expect([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address).sort()).toEqual(
      pages.sort(),
    );
  });

  it('passes the source of its own link on', async () => {
    expect(await linksAt('/?source=poster')).toEqual([
      '/p/sample?lang=en&amp;source=poster',
      '/p/example?lang=en&amp;source=poster',
    ]);
    expect(await linksAt('/?source=%22%3E')).toEqual(['/p/sample?lang=en', '/p/example?lang=en']);
  });
});
