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
  /** Where it was shared. */
  readonly channels: string[];
}

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

  /** The file by its id, if it was sent. */
  sent(id: string): UploadedFile {
    const file = this.#all.get(id);
    if (file === undefined || file.content === null) throw new CommandError('file_not_found');
    return file;
  }
}
