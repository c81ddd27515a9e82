import { createServer, type AddressInfo, type Server } from 'node:net';
import { queueBackend } from '../../server/jobs/queue-backend.ts';

let database: Server;
afterEach(() => { database.close(); });

/** PostgreSQL's answer to whoever connects and is cut off at once, as one packet may bring it. */
const cutAtOnce = Buffer.concat([
  message('R', Buffer.from([0, 0, 0, 0])),
  message('Z', Buffer.from('I')),
  message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')),
]);

function message(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

it('does not end the process when a connection that BullMQ makes by itself is cut in the moment it is there', async () => {
  database = createServer((socket) => { socket.once('data', () => socket.end(cutAtOnce)).on('error', () => {}); });
  await new Promise<void>((resolve) => { database.listen(0, '127.0.0.1', resolve); });
  const { port } = database.address() as AddressInfo;
  expect(queueBackend).toBeDefined();
  // As BullMQ asks for it: by name, of the module.
  const { Client } = jest.requireActual<typeof import('pg')>('pg');
  const client = new Client({ host: '127.0.0.1', port, user: 'anyone' });
  await client.connect();
  const heard = await new Promise((resolve) => { client.once('end', () => resolve('its end')); });
  expect(heard).toBe('its end');
});
