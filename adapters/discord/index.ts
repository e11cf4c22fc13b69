import type { Platform } from '../../src/channel/platform.js';
import { LIMITS } from './limits.js';
import { readSettings } from './settings.js';

/** The Discord platform, for the main program. The library is loaded only when it is used: that takes a third of a second. */
export const discord: Platform = {
  channel: 'discord',
  name: 'Discord',
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || 'problems' in settings) return settings;
    return {
      channel: discord.channel,
      limits: LIMITS,
      async create(context) {
        const { createAdapter, PACE } = await import('./adapter.js');
        return createAdapter(settings, context, PACE);
      },
      async courier(context) {
        const { createCourier } = await import('./courier.js');
        return createCourier(settings, context);
      },
      async check() {
        const { check } = await import('./check.js');
        return check(settings);
      },
    };
  },
};
