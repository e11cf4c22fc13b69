import type { Adapter, AdapterContext } from '../../src/channel/adapter.js';
import type { Platform } from '../../src/channel/platform.js';
import { createAdapter, PACE } from './adapter.js';
import { check } from './check.js';
import { createCourier } from './courier.js';
import { LIMITS } from './render.js';
import { readSettings } from './settings.js';

/** The Discord platform, for the main program. */
export const discord: Platform = {
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || 'problems' in settings) return settings;
    return {
      channel: 'discord',
      limits: LIMITS,
      create: (context: AdapterContext): Adapter => createAdapter(settings, context, PACE),
      courier: (context) => createCourier(settings, context),
      check: () => check(settings),
    };
  },
};
