import dns from 'node:dns';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createCall } from '../../../adapters/telegram/api.js';
import { until } from '../../support/until.js';

/**
 * A server that accepts nothing until `gate` opens. Its queue holds two connections; the system drops the first packet of
 * a third, and its peer sends that again after a second. So connecting takes a second, as to a server far away.
 */
const FAR_SERVER = `
const { createServer } = require('node:net');
const { parentPort, workerData: gate } = require('node:worker_threads');
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', () => {
    parentPort.postMessage('reached');
    socket.destroy();
  });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  parentPort.postMessage(server.address().port);
  setImmediate(() => Atomics.wait(gate, 0, 0));
});
`;

test('reaches a Telegram that is further away than 250 ms over IPv4, where IPv6 does not work', async ({
  onTestFinished,
}) => {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const open = () => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  const server = new Worker(FAR_SERVER, { eval: true, workerData: gate });
  const others: Socket[] = [];
  const { lookup } = dns;
  onTestFinished(async () => {
    Object.assign(dns, { lookup });
    for (const one of others) one.destroy();
    open();
    await server.terminate();
  });
  const [port] = await once(server, 'message');
  for (const _ of ['first', 'second']) {
    const one = connect(port, '127.0.0.1');
    one.on('error', () => undefined);
    others.push(one);
    await once(one, 'connect');
  }
  let asked = false;
  const both = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  Object.assign(dns, {
    lookup(_name: string, _options: unknown, found: (error: null, addresses: typeof both) => void) {
      asked = true;
      found(null, both);
    },
  });
  const reached = once(server, 'message');
  const call = createCall({ token: '1:A', apiRoot: `https://far.example:${port}/` });
  // It answers no TLS, so the call fails once it is reached.
  const called = call('getMe', {}).catch(({ code }: { readonly code?: string }) => code);
  await until(() => asked && process.getActiveResourcesInfo().includes('ConnectWrap'));
  open();
  expect(await called).toBe('ECONNRESET');
  expect(await reached).toEqual(['reached']);
});
