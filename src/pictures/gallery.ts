import { BoundedMap } from '../channel/kit/bounded.js';
import { type DrawingJob, draw } from './drawing.js';

/** Keeps drawn pictures in memory. Requests for one picture share its drawing. */
export interface Gallery {
  /**
   * @param code of all that the picture shows: another number is another code
   * @returns the PNG; rejects if drawing fails, and the next request draws again
   */
  picture(code: string, job: () => DrawingJob): Promise<Uint8Array>;
}

/**
 * @param kept how many pictures there are at a time. With fewer, strangers could make us draw each picture again and
 * again. A card has at most 300 KB
 */
export function createGallery(kept: number): Gallery {
  const drawn = new BoundedMap<string, Promise<Uint8Array>>(kept);
  return {
    picture(code, job) {
      const known = drawn.get(code);
      if (known !== undefined) return known;
      const drawing = draw(job());
      drawn.set(code, drawing);
      drawing.catch(() => {
        if (drawn.get(code) === drawing) drawn.delete(code);
      });
      return drawing;
    },
  };
}
