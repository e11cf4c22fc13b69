import { createServer } from 'node:http';
import { announce } from './server.js';

// The least that a server can do: it answers every request with the same text.

const body = process.env.BODY ?? '';
const type = process.env.TYPE ?? '';
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
});
process.on('SIGTERM', () => process.exit(0));
console.log(`ready ${await announce(server)}`);
