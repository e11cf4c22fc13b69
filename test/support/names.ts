import { discord } from '../../adapters/discord/index.js';
import { slack } from '../../adapters/slack/index.js';
import { telegram } from '../../adapters/telegram/index.js';
import { platformNames } from '../../src/staff/platform-names.js';

/** The platforms' names, as the main program gives them to staff. */
export const NAMES = platformNames([telegram, discord, slack]);
