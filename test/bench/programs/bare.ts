import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { z } from 'zod';

const screensSchema = z.array(z.object({ text: z.string(), labels: z.array(z.string()) }));

/** The screens that the benchmark has seen in our own bot. */
export const screens = screensSchema.parse(JSON.parse(readFileSync(process.env.SCREENS ?? '', 'utf8')));

/** Listens on a free port; gives the address once the platform knows it. */
export async function announce(server: Server, tell: (address: string) => Promise<unknown>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  await tell(url);
  return url;
}
