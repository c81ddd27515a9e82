// `node watchers.cjs URL COUNT BARE`: COUNT sockets that report, over IPC, when each change reaches them (nanoseconds of the
// machine's monotonic clock, the same in every process). They watch what the parent names; BARE ones only listen.
const { io } = require('socket.io-client');

const [url, count, token] = process.argv.slice(2);
const sockets = Array.from({ length: Number(count) }, () => io(url, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } }));

let bytes = 0;
const arrivals = new Map();

process.on('message', async ({ programmeId }) => {
  await Promise.all(sockets.map((socket) => new Promise((done) => {
    if (programmeId) socket.emit('watch', { programmeId }, done);
    else done();
  })));
  process.send({ watching: true });
});

for (const socket of sockets) {
  socket.on('changes', ({ changes }) => {
    const now = process.hrtime.bigint();
    for (const { revision } of changes) {
      const heard = arrivals.get(revision) ?? [];
      heard.push(now);
      arrivals.set(revision, heard);
      if (heard.length < sockets.length) continue;
      arrivals.delete(revision);
      process.send({ revision, last: String(now), p99: String(heard[Math.ceil(heard.length * 0.99) - 1]), bytes });
    }
  });
}
sockets[0].io.engine?.on('packet', ({ data }) => { bytes = Buffer.byteLength(data ?? ''); });
void Promise.all(sockets.map((socket) => new Promise((connected) => { socket.once('connect', connected); }))).then(() => process.send({ connected: true }));
process.once('SIGTERM', () => process.exit(0));
