import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { close, open } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);

/**
 * In bytes: macOS allows 104 with the final NUL, Linux 108 (`sun_path` in
 * https://man7.org/linux/man-pages/man7/unix.7.html).
 */
const MAX_ADDRESS = 103;

/** A socket that shows that this process is alive. It works across containers, where process numbers mean nothing. */
export interface Presence {
  /** The socket's file in the folder. */
  readonly name: string;
  end(): Promise<void>;
}

/**
 * Listens on a socket in a folder until the process ends. The kernel closes it, even if the process is killed.
 * @returns null if the folder's file system has no sockets
 */
export async function listenAlive(folder: string): Promise<Presence | null> {
  const name = `.alive-${randomBytes(6).toString('hex')}`;
  const server = createServer((visitor) => visitor.destroy());
  try {
    await within(folder, name, async (address) => {
      server.listen(address);
      await once(server, 'listening');
    });
  } catch {
    return null;
  }
  server.unref();
  return {
    name,
    async end() {
      await new Promise((resolve) => server.close(resolve));
      await rm(join(folder, name), { force: true });
    },
  };
}

/** Whether a process listens there. The kernel accepts for a busy process, and refuses if the process is gone. */
export async function isPresent(folder: string, name: string): Promise<boolean> {
  return within(folder, name, async (address) => {
    const socket = connect(address);
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  });
}

/** Shortens a socket's address if it is too long: Linux can name the folder by its open handle instead. */
async function within<T>(folder: string, name: string, use: (address: string) => Promise<T>): Promise<T> {
  const address = join(folder, name);
  if (Buffer.byteLength(address) <= MAX_ADDRESS) return use(address);
  const handle = await openFile(folder, 'r');
  try {
    return await use(`/proc/self/fd/${handle}/${name}`);
  } finally {
    await closeFile(handle);
  }
}
