import { lazyPlatform } from '../../src/channel/platform.js';
import { LIMITS } from './limits.js';
import { readSettings } from './settings.js';

/** The Telegram platform, for the main program. */
export const telegram = lazyPlatform({
  channel: 'telegram',
  name: 'Telegram',
  limits: LIMITS,
  readSettings,
  adapter: () => import('./adapter.js'),
  courier: () => import('./courier.js'),
  check: () => import('./check.js'),
});
