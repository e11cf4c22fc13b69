import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/paths.js';
import { haproxyConfiguration } from './support/haproxy-configuration.js';

it('the haproxy.cfg that operators read is the one that these tests run', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'docs/HIGH-AVAILABILITY.md'), 'utf8');
  expect(page).toContain(haproxyConfiguration('127.0.0.1:5432', ['10.0.0.11:5432', '10.0.0.12:5432']));
});
