import type { HttpSettings } from '../../src/http/app.js';

/** The server of a campaign for this machine alone, on any free port. */
export const THIS_MACHINE: HttpSettings = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  trustProxy: 0,
  metricsToken: null,
  preview: false,
};
