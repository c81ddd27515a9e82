import type { LiveSocket } from './standing.ts';

/** Of what was said to one connection and has not been taken from us, when more is to be said; what the system's own buffers hold comes on top. */
const MOST_UNREAD = 4_000_000;

/**
 * Cuts a connection off that lets more wait than that, however long it goes on sipping and answering: what it missed is in the
 * database, and it may come back for it. Characters are counted as bytes.
 */
export function limitUnread(connection: LiveSocket['conn']): void {
  let waiting = 0;
  let onTheWay = 0;
  const taken = () => { onTheWay = 0; };
  connection.transport.on('drain', taken);
  connection.on('upgrade', (transport) => transport.on('drain', taken));
  connection.on('flush', () => {
    onTheWay += waiting;
    waiting = 0;
  });
  connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
    const isTooMuch = waiting + onTheWay > MOST_UNREAD;
    waiting += data?.length ?? 0;
    if (isTooMuch) cut(connection);
  });
}

/** Not asked to close: whoever does not read would not read that either. */
function cut(connection: LiveSocket['conn']): void {
  (connection.transport as { socket?: { terminate(): void } }).socket?.terminate();
  connection.close(true);
}
