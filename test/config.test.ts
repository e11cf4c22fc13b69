import { describe, expect, it } from 'vitest';
import { type Environment, readConfiguration } from '../src/config.js';
import { makeKeys } from '../src/signatures/keys.js';

const problemsOf = (env: Environment, platforms = 0) => readConfiguration(env, platforms).problems;

describe('the environment', () => {
  it('needs nothing for a preview', () => {
    const { configuration, problems } = readConfiguration({}, 0);
    expect(problems).toEqual([]);
    expect(configuration).toMatchObject({
      databaseUrl: null,
      dataDir: './data',
      petitions: ['zefzafi'],
      logKey: null,
      host: '127.0.0.1',
      port: 3000,
      trustProxy: 0,
      webChat: true,
      publicRefreshSeconds: 0,
      organiser: null,
      preview: true,
    });
  });

  it('asks for keys, organiser and the place of the data as soon as a platform is configured, all at once', () => {
    const problems = problemsOf({}, 1);
    expect(problems.map(({ variable }) => variable)).toEqual([
      'IDENTITY_PEPPER',
      'SEAL_RECIPIENTS',
      'ORGANISER_NAME',
      'ORGANISER_CONTACT',
      'PRIVACY_URL',
      'HOSTING_COUNTRY',
    ]);
  });

  it('is a campaign with a platform: no preview chat, and numbers that move once a minute', async () => {
    const keys = await makeKeys();
    const { configuration, problems } = readConfiguration(
      {
        IDENTITY_PEPPER: keys.pepper,
        SEAL_RECIPIENTS: keys.recipient,
        ORGANISER_NAME: 'Friends of the Rif',
        ORGANISER_CONTACT: 'hello@organiser.example',
        PRIVACY_URL: 'https://organiser.example/privacy',
        HOSTING_COUNTRY: 'ca',
      },
      1,
    );
    expect(problems).toEqual([]);
    expect(configuration).toMatchObject({ webChat: false, publicRefreshSeconds: 60, preview: false });
    expect(configuration?.organiser).toEqual({
      name: 'Friends of the Rif',
      contact: 'hello@organiser.example',
      privacyUrl: 'https://organiser.example/privacy',
    });
    expect(configuration?.hostingCountry).toEqual({ kind: 'country', code: 'CA' });
  });

  it.each([
    ['River_2', 'write 1 to 32 of a–z, 0–9 and -'],
    ['../river', 'write 1 to 32 of a–z, 0–9 and -'],
    ['interface', 'content/interface holds the words of all petitions'],
    ['review', 'content/review holds lists of names for all petitions'],
    ['river-preview', 'the preview of river would use the same tables'],
  ])('refuses PETITION=%s, and says what a name may be', (PETITION, message) => {
    expect(problemsOf({ PETITION })).toEqual([
      { variable: 'PETITION', message: expect.stringContaining(message) },
    ]);
  });

  it('takes one petition, or several in their order', () => {
    const named = (env: Environment) => readConfiguration(env, 0).configuration?.petitions;
    expect(named({ PETITION: 'river' })).toEqual(['river']);
    expect(named({ PETITIONS: 'river' })).toEqual(['river']);
    expect(named({ PETITIONS: ' well ,river,hill' })).toEqual(['well', 'river', 'hill']);
    expect(named({ PETITIONS: '  ', PETITION: 'river' })).toEqual(['river']);
  });

  it.each([
    ['river,River_2', 'write 1 to 32 of a–z, 0–9 and -'],
    ['river,,well', 'write 1 to 32 of a–z, 0–9 and -'],
    ['river,', 'write 1 to 32 of a–z, 0–9 and -'],
    [',', 'write 1 to 32 of a–z, 0–9 and -'],
    ['river;well', 'write 1 to 32 of a–z, 0–9 and -'],
    ['river,well, river', 'name river only once'],
    ['river,well-preview', 'the preview of well would use the same tables'],
  ])('refuses PETITIONS=%j, and says what is wrong', (PETITIONS, message) => {
    expect(problemsOf({ PETITIONS })).toEqual([
      { variable: 'PETITIONS', message: expect.stringContaining(message) },
    ]);
  });

  it('takes either PETITION or PETITIONS', () => {
    expect(problemsOf({ PETITION: 'river', PETITIONS: 'river,well' })).toEqual([
      { variable: 'PETITIONS', message: 'set either PETITION or PETITIONS, not both' },
    ]);
  });

  it.each([
    ['ALERT_WEBHOOK_URL', 'https://alerts.example/hook', 'ALERT_WEBHOOK_SECRET'],
    ['ALERT_WEBHOOK_SECRET', 'a secret of 24 characters', 'ALERT_WEBHOOK_URL'],
  ])(
    'takes the address and the secret for alerts together: %s alone is refused',
    (variable, value, missing) => {
      expect(problemsOf({ [variable]: value })).toEqual([
        { variable: missing, message: expect.stringContaining('or neither') },
      ]);
    },
  );

  it('refuses an address for alerts that is not https, and a short secret', () => {
    const secret = 'a secret of 24 characters';
    const named = (env: Environment) => problemsOf(env).map(({ variable }) => variable);
    const url = 'http://alerts.example/hook';
    expect(named({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret })).toEqual(['ALERT_WEBHOOK_URL']);
    const local = 'http://localhost:8065/hooks/x';
    expect(named({ ALERT_WEBHOOK_URL: local, ALERT_WEBHOOK_SECRET: 'short' })).toEqual([
      'ALERT_WEBHOOK_SECRET',
    ]);
    expect(named({ ALERT_WEBHOOK_URL: local, ALERT_WEBHOOK_SECRET: secret })).toEqual([]);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(problemsOf({ PORT: '', DATABASE_URL: '  ', IDENTITY_PEPPER: '' })).toEqual([]);
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['DATABASE_URL', 'mysql://localhost/petition'],
    ['DATABASE_URL', 'postgresql://user@host:notaport/database'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'http://petition.example'],
    ['PUBLIC_URL', 'petition.example'],
    ['TRUST_PROXY', 'yes'],
    ['WEB_CHAT', 'true'],
    ['PUBLIC_REFRESH_SECONDS', '1e3'],
    ['METRICS_TOKEN', 'short'],
    ['IDENTITY_PEPPER', 'secret'],
    ['IDENTITY_PEPPER', Buffer.alloc(31, 7).toString('base64')],
    ['SEAL_RECIPIENTS', 'age1nonsense'],
    ['ORGANISER_CONTACT', 'come by'],
    ['PRIVACY_URL', 'javascript:alert(1)'],
    ['HOSTING_COUNTRY', 'XZ'],
    ['HOSTING_COUNTRY', '12 345'],
    ['LOG_LEVEL', 'loud'],
  ];
  it.each(wrong)('refuses %s=%s, naming it and not repeating what it held', (variable, value) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.message.length).toBeGreaterThan(10);
    expect(problems[0]?.message).not.toContain(value);
  });

  it('names every problem in one go', () => {
    const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'loud', WEB_CHAT: 'maybe' });
    expect(problems.map(({ variable }) => variable).sort()).toEqual(['LOG_LEVEL', 'PORT', 'WEB_CHAT']);
  });
});
