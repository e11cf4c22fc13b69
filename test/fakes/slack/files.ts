import { slackId } from './ids.js';
import { CommandError } from './refusal.js';

/** A file as Slack keeps it. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  /** The announced length, in bytes. */
  readonly length: number;
  /** The alternative text for screen readers. */
  readonly altText: string;
  title: string;
  content: Buffer | null;
  /** When Slack has checked it, so that messages can show it, on the process's clock; null before it is completed. */
  readyAt: number | null;
  /** Where it was shared. */
  readonly channels: string[];
}

/** How long Slack checks a completed file, in milliseconds. On Slack it is about a second. */
const CHECK_MS = 100;

/** Uploads: announced, sent, completed. */
export class Files {
  readonly #all = new Map<string, UploadedFile>();

  begin(name: string, length: number, altText: string): UploadedFile {
    if (length === 0) throw new CommandError('missing_argument');
    if (altText.length > 1000) throw new CommandError('alt_txt_too_large');
    const file: UploadedFile = {
      id: slackId('F'),
      name,
      length,
      altText,
      title: name,
      content: null,
      readyAt: null,
      channels: [],
    };
    this.#all.set(file.id, file);
    return file;
  }

  /** Takes the bytes of an upload; returns false if they differ from the announcement. */
  receive(id: string, content: Buffer): boolean {
    const file = this.#all.get(id);
    if (file === undefined || content.length !== file.length) return false;
    file.content = content;
    return true;
  }

  /** Completes an upload. */
  complete(id: string, title: string | undefined): UploadedFile {
    const file = this.sent(id);
    file.title = title ?? file.name;
    file.readyAt = performance.now() + CHECK_MS;
    return file;
  }

  /** The file that a message shows as a block; null if Slack has not checked it yet, or if it was deleted. */
  ready(id: string): UploadedFile | null {
    const file = this.#all.get(id);
    return file === undefined || file.readyAt === null || file.readyAt > performance.now() ? null : file;
  }

  delete(id: string): void {
    if (!this.#all.delete(id)) throw new CommandError('file_not_found');
  }

  get all(): readonly UploadedFile[] {
    return [...this.#all.values()];
  }

  /** The file by its id, if it was sent. */
  sent(id: string): UploadedFile {
    const file = this.#all.get(id);
    if (file === undefined || file.content === null) throw new CommandError('file_not_found');
    return file;
  }
}
