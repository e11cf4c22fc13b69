import type { TestProject } from 'vitest/node';
import { embeddedCluster } from './embedded-cluster.js';
import { launchPostgres, type ServerFiles } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of the whole run. */
    readonly postgres: { readonly url: string; readonly files: ServerFiles };
    /** The folder of an embedded database that nobody has used. */
    readonly embeddedCluster: string;
  }
}

/** Makes once for the whole run what takes a test file seconds. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [postgres, cluster] = await Promise.all([
    launchPostgres({ settings: { max_connections: '300', full_page_writes: 'off' } }),
    embeddedCluster(),
  ]);
  provide('postgres', { url: postgres.url, files: postgres.files });
  provide('embeddedCluster', cluster.folder);
  return async () => {
    await Promise.all([postgres.remove(), cluster.remove()]);
  };
}
