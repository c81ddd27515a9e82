// The limit of live updates: Socket.IO that sends the same bytes to everyone, decides nothing and reads nothing.
const { createServer } = require('node:http');
const { Server } = require('socket.io');

const http = createServer();
const io = new Server(http, { path: '/live' });
http.listen(0, '127.0.0.1', () => process.send({ port: http.address().port }));
process.on('message', (payload) => {
  const sent = String(process.hrtime.bigint());
  io.emit('changes', payload);
  process.send({ revision: payload.changes[0].revision, sent });
});
process.once('SIGTERM', () => process.exit(0));
