import { lazyPlatform } from '../../src/channel/platform.js';
import { LIMITS } from './limits.js';
import { readSettings } from './settings.js';

/** The Discord platform, for the main program. */
export const discord = lazyPlatform({
  channel: 'discord',
  name: 'Discord',
  limits: LIMITS,
  readSettings,
  adapter: () => import('./adapter.js'),
  courier: () => import('./courier.js'),
  check: () => import('./check.js'),
});
