import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../src/paths.js';
import { PATH, withTools } from '../faults/support/tools.js';
import { ask, platform, startServer, type TestServer } from '../http/support.js';
import { day } from '../support/day.js';
import { anchorsIn } from '../support/markdown.js';

const RULES = 'deploy/prometheus/alerts.yml';
const UNIT_TESTS = 'test/deploy/alerts.promtool.yml';

const ruleSchema = z.strictObject({
  alert: z.string().regex(/^Petition[A-Za-z]+$/),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }),
  annotations: z.strictObject({
    summary: z.string(),
    action: z.string(),
    docs: z.string(),
  }),
});
const fileSchema = z.strictObject({
  groups: z.tuple([z.strictObject({ name: z.literal('petition'), rules: z.array(ruleSchema) })]),
});

const read = (file: string) => readFileSync(join(PROJECT_ROOT, file), 'utf8');
const { rules } = fileSchema.parse(parse(read(RULES))).groups[0];
const page = read('docs/OPERATING.md');
const section = page.slice(page.indexOf('\n## Metrics'), page.indexOf('\n## The public log'));

/** The metrics in a rule. Prometheus makes `up` itself. */
const metricsIn = (text: string) => new Set(text.match(/\b(?:petition|process|nodejs)_[a-z0-9_]+\b/g));

/** The first cells of the section's tables, where a name can stand with its labels and its severity. */
const rows = section.split('\n').filter((line) => line.startsWith('| `'));
const documented = rows.flatMap((row) =>
  [...(row.split(' | ')[0] ?? '').matchAll(/`([A-Za-z0-9_]+)(?:\{[a-z,]+\})?`/g)].map(([, name]) => name),
);

describe('the alert rules', () => {
  let server: TestServer;
  let exposed: Set<string>;
  beforeAll(async () => {
    server = await startServer({
      adapters: [{ ...platform('one', { ok: true }), unsent: () => ({ answers: 0, oldestMs: 0 }) }],
    });
    server.metrics.turnsOf('sample')('one', 'applied', 0.1);
    server.metrics.showLeases(() => new Map([['polling', true]]));
    server.metrics.showRecount('sample', async () => ({
      day: day('2026-03-01'),
      places: 0,
      closedNames: 0,
      logDifference: 0,
      logTrouble: null,
    }));
    await ask(`${server.url}/api/total`);
    const samples = (await ask(`${server.url}/metrics`)).body.match(/^[a-z][a-z0-9_]*/gm);
    exposed = new Set(samples);
  });
  afterAll(() => server.close());

  it('look only at metrics that the program has', () => {
    const used = new Set(rules.flatMap(({ expr }) => [...metricsIn(expr)]));
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((name) => !exposed.has(name))).toEqual([]);
  });

  it('and the metrics of our own are each in the operating page, which names none that is not there', () => {
    const families = new Set([...exposed].map((name) => name.replace(/_(?:bucket|sum|count)$/, '')));
    const own = [...families].filter((name) => name.startsWith('petition_'));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((name) => !documented.includes(name))).toEqual([]);
    expect([...metricsIn(documented.join(' '))].filter((name) => !families.has(name))).toEqual([]);
  });

  it('have each a line in the operating page that says what to do, and its severity', () => {
    const alerts = rules.map(({ alert }) => alert);
    expect(documented.filter((name) => name?.startsWith('Petition'))).toEqual(alerts);
    for (const { alert, labels } of rules) {
      const row = rows.find((line) => line.startsWith(`| \`${alert}\``)) ?? '';
      expect(row.includes('(critical)'), alert).toBe(labels.severity === 'critical');
    }
  });

  it('name a section of a page that is there', () => {
    for (const { annotations } of rules) {
      const [file = '', anchor = ''] = annotations.docs.split('#');
      expect(anchorsIn(join(PROJECT_ROOT, file))).toContain(anchor);
    }
  });

  it('are each seen to fire by a unit test', () => {
    const seen = new Set([...read(UNIT_TESTS).matchAll(/alertname="(\w+)"/g)].map(([, name]) => name));
    expect(rules.map(({ alert }) => alert).filter((alert) => !seen.has(alert))).toEqual([]);
  });
});

withTools('the alert rules in Prometheus', ['promtool'], () => {
  const promtool = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, {
      cwd: PROJECT_ROOT,
      env: { PATH },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

  it('are valid', () => {
    expect(promtool('check', 'rules', RULES)).toMatchObject({ status: 0 });
  });

  it('fire when a person is needed, and otherwise not', () => {
    expect(promtool('test', 'rules', UNIT_TESTS)).toMatchObject({ status: 0 });
  });
});
