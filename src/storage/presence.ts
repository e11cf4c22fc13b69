import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { close, open } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);

/** The longest address of a Unix socket on every system that has them, less what Linux needs for its end. */
const LONGEST_ADDRESS = 103;

/** A sign of life in a folder that processes in other containers can see too, where process numbers mean nothing. */
export interface Presence {
  /** The socket's file in the folder. */
  readonly name: string;
  end(): Promise<void>;
}

/**
 * Listens on a socket in a folder until the process ends, however it ends.
 * @returns null where the folder's file system has no sockets
 */
export async function announce(folder: string): Promise<Presence | null> {
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

/** Whether somebody listens there: the kernel answers for a process that is busy, and refuses for one that is gone. */
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

/** A socket's address is short; Linux lets a long folder be named by its open handle instead. */
async function within<T>(folder: string, name: string, use: (address: string) => Promise<T>): Promise<T> {
  const address = join(folder, name);
  if (Buffer.byteLength(address) <= LONGEST_ADDRESS) return use(address);
  const handle = await openFile(folder, 'r');
  try {
    return await use(`/proc/self/fd/${handle}/${name}`);
  } finally {
    await closeFile(handle);
  }
}
