import { paragraph } from '../../../src/petition/rich-text.js';
import type { StaffDesk, StaffMessage, StaffPlace } from '../../../src/staff/desk.js';
import { StoreUnavailable } from '../../../src/storage/database.js';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A desk that keeps what it is asked, and answers what it is told to. */
export class RecordingDesk implements StaffDesk {
  readonly commands = ['total', 'report', 'pause', 'resume', 'quarantine', 'help'];
  readonly asked: unknown[] = [];
  post: StaffPlace['post'] | null = null;
  storeAway = false;

  #message(over: Partial<StaffMessage> & { readonly words: string }): StaffMessage {
    const { words, ...rest } = over;
    return { locale: 'en', direction: 'ltr', body: [paragraph(words)], ...rest };
  }

  async ask(words: string, who: unknown, room: string): Promise<StaffMessage> {
    this.asked.push({ words, who, room });
    if (this.storeAway) throw new StoreUnavailable('away');
    if (words === 'help') throw new Error('a mistake of the desk');
    if (words.startsWith('report')) {
      const picture = { png: PNG, alt: 'Five a day <&>', title: 'Signatures', fileName: 'signatures.png' };
      return this.#message({ words: 'The report.', picture });
    }
    if (words.startsWith('pause')) {
      const code = words === 'pause' ? 'code-1' : 'code-2';
      const confirm = { code, label: 'Pause now', cancelLabel: 'Let it be' };
      return this.#message({ words: 'Pause on all platforms?', confirm });
    }
    if (words === 'total') {
      const questions = [
        { words: 'total', label: 'Refresh', again: true as const },
        { words: 'report 7d', label: '7 days' },
      ];
      return this.#message({ words: `The total, asked ${this.asked.length} times.`, questions });
    }
    return this.#message({ words: `You asked: ${words}` });
  }

  async confirm(code: string, who: unknown, room: string): Promise<StaffMessage> {
    this.asked.push({ code, who, room });
    if (this.storeAway) throw new StoreUnavailable('away');
    return this.#message(code === 'code-1' ? { words: 'Paused.', news: true } : { words: 'Too late.' });
  }

  isServed(): boolean {
    return this.post !== null;
  }

  async serve({ post }: StaffPlace, signal: AbortSignal): Promise<void> {
    this.post = post;
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  }
}
