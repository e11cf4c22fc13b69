import type { Platform } from '../../src/channel/platform.js';
import { createAdapter, PACE } from './adapter.js';
import { check } from './check.js';
import { createCourier } from './courier.js';
import { LIMITS } from './limits.js';
import { readSettings } from './settings.js';

/** The Telegram platform, for the main program. */
export const telegram: Platform = {
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || 'problems' in settings) return settings;
    return {
      channel: 'telegram',
      limits: LIMITS,
      create: (context) => createAdapter(settings, context, PACE),
      courier: (context) => createCourier(settings, context),
      check: () => check(settings),
    };
  },
};
