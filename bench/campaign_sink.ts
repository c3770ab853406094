/**
 * A mail server that takes everything and does as little as it can, in a process of its own. It notes recipients: told
 * `{ count: true }`, it answers with how many different ones had mail and how many mails they had, and begins anew.
 */
import { createServer, type Socket } from 'node:net';

export interface SinkCount {
  recipients: number;
  mails: number;
}

const OFFERS = '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 30000000\r\n';
const END = '\r\n.\r\n';
let copies = new Map<string, number>();

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => {}).write('220 sink ESMTP\r\n');
  converse(socket);
});

function converse(socket: Socket): void {
  let pending = '';
  let inText = false;
  let to = '';
  socket.on('data', (bytes) => {
    pending += bytes.toString('latin1');
    let answer = '';
    for (;;) {
      const end = inText ? pending.indexOf(END) : pending.indexOf('\r\n');
      if (end < 0) break;
      if (inText) {
        copies.set(to, (copies.get(to) ?? 0) + 1);
        answer += '250 2.0.0 taken\r\n';
        pending = pending.slice(end + END.length);
        inText = false;
        continue;
      }
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'RCPT') to = line;
      inText = word === 'DATA';
      answer +=
        word === 'DATA' ? '354 go on\r\n' : word === 'EHLO' ? OFFERS : word === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n';
      if (word === 'QUIT') return void socket.end(answer);
    }
    if (answer) socket.write(answer);
  });
}

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
process.on('message', () => {
  const mails = [...copies.values()].reduce((sum, count) => sum + count, 0);
  process.send?.({ recipients: copies.size, mails } satisfies SinkCount);
  copies = new Map();
});
process.on('disconnect', () => process.exit(0));
