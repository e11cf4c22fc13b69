import type { Finished } from '../../support/finished.js';
import { freePort } from '../../support/free-port.js';
import { haproxyConfiguration } from './haproxy-configuration.js';
import { answering, through } from './ports.js';
import { serverFolder, writeFor } from './server-folder.js';
import { startServer } from './server-program.js';
import { PATH } from './tools.js';

/**
 * Starts HAProxy in front of several servers, of which one takes writes at a time.
 * @param url any database of the servers
 * @returns gives the address of a database, wherever its primary is
 */
export async function startBalancer(
  url: string,
  ports: readonly number[],
  finished: Finished,
): Promise<(url: string) => string> {
  const port = await freePort();
  const folder = serverFolder('haproxy', finished);
  const nodes = ports.map((node) => `127.0.0.1:${node}`);
  const file = writeFor(folder, 'haproxy.cfg', haproxyConfiguration(`127.0.0.1:${port}`, nodes));
  const server = startServer(['haproxy', '-db', '-f', file], folder, PATH);
  finished(() => server.kill());
  await answering(through(url, port));
  return (database) => through(database, port);
}
