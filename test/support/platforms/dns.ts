import { createSocket } from 'node:dgram';

/** What a name has: 'TXT example.com' → its records. 'SERVFAIL': the server fails; 'SILENT': it says nothing. */
export type Zone = Record<string, string[] | 'SERVFAIL' | 'SILENT'>;

export interface FakeDns {
  /** '127.0.0.1:5353'. */
  server: string;
  /** May be changed at any time. */
  zone: Zone;
  /** What was asked: 'TXT example.com'. */
  asked: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA' };
const NXDOMAIN = 3;
const SERVFAIL = 2;

/** A DNS server on the loopback (RFC 1035, over UDP). */
export async function startDns(zone: Zone): Promise<FakeDns> {
  const socket = createSocket('udp4');
  const fake: FakeDns = {
    ...{ server: '', zone, asked: [] },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
  socket.on('message', (query, { port, address }) => {
    const { name, end } = nameIn(query, 12);
    const type = query.readUInt16BE(end);
    const asked = `${TYPES[type] ?? type} ${name.toLowerCase()}`;
    fake.asked.push(asked);
    const records = fake.zone[asked];
    if (records === 'SILENT') return;
    socket.send(answerTo(query.subarray(0, end + 4), type, records), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  fake.server = `127.0.0.1:${socket.address().port}`;
  return fake;
}

function answerTo(question: Buffer, type: number, records: string[] | 'SERVFAIL' | undefined): Buffer {
  const code = records === 'SERVFAIL' ? SERVFAIL : records === undefined ? NXDOMAIN : 0;
  const found = Array.isArray(records) ? records.map((record) => dataOf(type, record)) : [];
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(found.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = found.map((data) => {
    const fixed = Buffer.alloc(12);
    fixed.writeUInt16BE(0xc00c, 0); // the name of the question
    fixed.writeUInt16BE(type, 2);
    fixed.writeUInt16BE(1, 4);
    fixed.writeUInt16BE(data.length, 10);
    return Buffer.concat([fixed, data]);
  });
  return Buffer.concat([head, ...answers]);
}

function dataOf(type: number, record: string): Buffer {
  if (type === 1) return Buffer.from(record.split('.').map(Number));
  if (type === 12) return nameBytes(record);
  if (type === 15) return Buffer.concat([Buffer.from([0, 10]), nameBytes(record)]);
  if (type === 16) {
    const parts = record.match(/.{1,255}/gs) ?? [''];
    return Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length]), Buffer.from(part)]));
  }
  const groups = record.split(':').map((group) => Number.parseInt(group, 16));
  return Buffer.from(groups.flatMap((group) => [group >> 8, group & 255]));
}

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]),
    Buffer.from([0]),
  ]);

function nameIn(bytes: Buffer, from: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = from;
  while (bytes[at]! > 0) {
    labels.push(bytes.toString('latin1', at + 1, at + 1 + bytes[at]!));
    at += 1 + bytes[at]!;
  }
  return { name: labels.join('.'), end: at + 1 };
}
