import type { Platform } from '../../src/channel/platform.js';
import { LIMITS } from './render.js';
import { readSettings } from './settings.js';

/** The Slack platform, for the main program. The library is loaded only when it is used: that takes a quarter of a second. */
export const slack: Platform = {
  channel: 'slack',
  name: 'Slack',
  configure(env) {
    const settings = readSettings(env);
    if (settings === null || 'problems' in settings) return settings;
    return {
      channel: slack.channel,
      limits: LIMITS,
      async create(context) {
        const { createAdapter, PACE } = await import('./adapter.js');
        return createAdapter(settings, context, PACE);
      },
      async check() {
        const { check } = await import('./check.js');
        return check(settings);
      },
    };
  },
};
