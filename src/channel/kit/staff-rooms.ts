import { z } from 'zod';
import { OperatorError } from '../../operator-error.js';

/** A room in which staff are answered. */
export interface StaffRoom {
  /** The platform's id of it. */
  readonly id: string;
  /** The petition whose staff use it; null if it is for all petitions of the bot. */
  readonly petition: string | null;
}

/**
 * An environment variable that names staff rooms: ids separated by commas, each perhaps with `=` and a petition.
 * @param id the form of an id
 * @param remedy what to give, for the operator
 */
export function staffRoomsSchema(id: RegExp, remedy: string) {
  return z
    .string()
    .transform((value) => [...new Set(value.split(',').map((one) => one.trim()))].filter((one) => one !== ''))
    .transform((rooms) => rooms.map(staffRoom))
    .refine(
      (rooms) => rooms.every((room) => id.test(room.id) && /^[a-z0-9-]+$/.test(room.petition ?? 'all')),
      remedy,
    )
    .refine(
      (rooms) => new Set(rooms.map((room) => room.id)).size === rooms.length,
      'name each only once: without a petition it is for all of them',
    )
    .default([]);
}

function staffRoom(written: string): StaffRoom {
  const [id = '', petition = null] = written.split(/=(.*)/s);
  return { id, petition };
}

/**
 * Checks that the bot has each petition that a room is for.
 * @returns the petition of a room; null if the room is for all
 * @throws OperatorError
 */
export function petitionOfRooms(
  variable: string,
  rooms: readonly StaffRoom[],
  petitions: { named(id: string): unknown },
): (room: string) => string | null {
  for (const { petition } of rooms) {
    if (petition === null || petitions.named(petition) !== null) continue;
    throw new OperatorError(
      `${variable} names the petition ${petition}, which PETITION or PETITIONS doesn't name`,
    );
  }
  return (room) => rooms.find(({ id }) => id === room)?.petition ?? null;
}
