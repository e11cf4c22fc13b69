import { Pool } from 'undici';

/** People who look at the page, or a site that shows the total. */
export interface Viewers {
  /** One request, from an address of its own. Gives the body. @throws Error for any answer but 200 */
  look(path: string): Promise<string>;
  end(): Promise<void>;
}

/** Connections that are kept, as a proxy keeps them. */
const CONNECTIONS = 32;

/** @param url the server's, with `TRUST_PROXY=1`: many people come through one proxy */
export function openViewers(url: string): Viewers {
  const pool = new Pool(url, { connections: CONNECTIONS });
  let viewers = 0;
  return {
    async look(path) {
      viewers += 1;
      const address = `10.${(viewers >> 16) & 255}.${(viewers >> 8) & 255}.${viewers & 255}`;
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path,
        headers: { 'x-forwarded-for': address },
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`GET ${path} was answered ${statusCode}`);
      return text;
    },
    end: () => pool.close(),
  };
}
