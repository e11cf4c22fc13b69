/** How sharing ended. */
export type PassedOn = 'shared' | 'copied' | 'cancelled' | 'failed';

/** Opens the device's share dialogue. If that fails, copies text and link. */
export async function passOn(text: string, url: string): Promise<PassedOn> {
  try {
    await navigator.share({ text, url });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    return copy(`${text}\n${url}`);
  }
}

/** Copies a text. Browsers allow it only on https and on localhost. */
export async function copy(text: string): Promise<PassedOn> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
