import type { Logger } from 'pino';
import type { StaffPlace } from './desk.js';
import { plainMessage } from './plain.js';

/** The staff room of a petition that has no other: what staff should know goes to the log. */
export function logPlace(log: Logger): StaffPlace {
  return {
    name: 'log',
    rooms: ['log'],
    subscribed: ['milestones'],
    async post(_room, message) {
      log.warn(
        { code: `staff-${message.kind ?? 'alert'}`, text: plainMessage(message) },
        'a message for staff, who have no other channel',
      );
    },
  };
}
