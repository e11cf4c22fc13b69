import { lazyPlatform } from '../../src/channel/platform.js';
import { LIMITS } from './render.js';
import { readSettings } from './settings.js';

/** The Slack platform, for the main program. */
export const slack = lazyPlatform({
  channel: 'slack',
  name: 'Slack',
  limits: LIMITS,
  readSettings,
  adapter: () => import('./adapter.js'),
  check: () => import('./check.js'),
});
