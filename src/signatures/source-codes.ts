import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Decides which codes a link or a card may carry, and makes codes for places: a server, a channel, a group.
 */
export interface SourceCodes {
  /** The code of a place: always the same. Nobody can find the place from it without the pepper. */
  mint(channel: string, place: string): string;
  /** Whether the content names this code, or `mint` made it. */
  accepts(code: string): boolean;
}

/**
 * 80 bits tell places apart; 40 check bits keep others from making up codes. 29 characters fit every
 * platform.
 */
const PLACE_BYTES = 10;
const CHECK_BYTES = 5;
const MINTED = /^at-([0-9a-f]{20})-([0-9a-f]{10})$/;

/**
 * @param pepper the pseudonyms' key
 * @param named the codes from the content
 */
export function sourceCodes(pepper: Buffer, petition: string, named: readonly string[]): SourceCodes {
  const digest = (purpose: string, ...parts: readonly string[]) =>
    createHmac('sha256', pepper)
      .update(JSON.stringify([1, purpose, petition, ...parts]))
      .digest();
  const checkOf = (place: string) => digest('source-check', place).subarray(0, CHECK_BYTES);

  return {
    mint(channel, placeId) {
      const place = digest('source', channel, placeId).subarray(0, PLACE_BYTES).toString('hex');
      return `at-${place}-${checkOf(place).toString('hex')}`;
    },
    accepts(code) {
      if (named.includes(code)) return true;
      const [, place, check] = MINTED.exec(code) ?? [];
      return (
        place !== undefined &&
        check !== undefined &&
        timingSafeEqual(Buffer.from(check, 'hex'), checkOf(place))
      );
    },
  };
}
