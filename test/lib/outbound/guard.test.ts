import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as plainServer } from 'node:http';
import { createServer as secureServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/lib/outbound/ask.ts';
import type { Resolve } from '../../../src/lib/outbound/lookup.ts';
import { type Answer, post } from '../../../src/lib/outbound/post.ts';
import { isPublic } from '../../../src/lib/outbound/public_address.ts';
import { type Refusal, readTarget } from '../../../src/lib/outbound/target.ts';

/** Whoever listens at home, on both families: nothing may ever reach it. */
let listener: Server;
let port: number;
let connects = 0;

beforeAll(async () => {
  listener = createServer((socket) => {
    connects += 1;
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
  });
  listener.listen(0, '::');
  await once(listener, 'listening');
  port = (listener.address() as AddressInfo).port;
});
afterAll(() => listener.close());

/** What the names in the tests stand for. */
const NAMES: Readonly<Record<string, string[]>> = {
  'home.example.com': ['127.0.0.1'],
  'home6.example.com': ['::1'],
  'mapped.example.com': ['::ffff:127.0.0.1'],
  'router.example.com': ['192.168.1.1'],
  'cloud.example.com': ['169.254.169.254'],
  'half.example.com': ['93.184.215.14', '127.0.0.1'],
  'zero.example.com': ['0.0.0.0'],
  'nat64.example.com': ['64:ff9b::7f00:1'],
  'sixtofour.example.com': ['2002:7f00:1::'],
  'shared.example.com': ['100.64.0.1'],
  'nobody.example.com': [],
  'localtest.me': ['127.0.0.1'],
  '127.0.0.1.nip.io': ['127.0.0.1'],
  'xn--bcher-kva.example.com': ['10.1.2.3'],
};
const resolve: Resolve = async (name) =>
  (NAMES[name.replace(/\.$/, '')] ?? ['127.0.0.1']).map((address) => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));

const send = async (url: string, resolver: Resolve = resolve, allowed: string[] = []): Promise<Refusal | Answer> => {
  const target = readTarget(url, allowed, [port]);
  const options = { timeoutMs: 3000, resolve: resolver };
  return typeof target === 'string' ? target : post(target, { headers: {}, body: '{}' }, options);
};

/** The port is the listener's, and allowed: whatever is refused is refused for its host. */
const TRICKY = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '017700000001',
    '0177.0.0.1',
    '0177.0x0.1',
  ],
  ...['127.0.0.1.', '127.255.255.254', '0.0.0.0', '0', '0x0', '00000000000', '0.0.0.1', '10.0.0.1', '10.255.255.255'],
  ...['172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.65.2', '169.254.169.254', '2852039166', '0xa9fea9fe'],
  ...[
    '169.254.170.2',
    '100.100.100.200',
    '100.64.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '198.51.100.1',
  ],
  ...[
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
  ],
  ...[
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:0:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
  ],
  ...[
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[2001:470::5efe:7f00:1]',
    '[2001:470::200:5efe:a00:1]',
    '[fe80::1]',
    '[fec0::1]',
  ],
  ...[
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[100::1]',
    '[5f00::1]',
    '[2001:10::1]',
  ],
  ...[
    'localhost',
    'localhost.',
    'LOCALHOST',
    'a.localhost',
    'ｌocalhost',
    'loc%61lhost',
    'printer',
    'nas.local',
    'db.internal',
  ],
  ...[
    'metadata.google.internal',
    'box.lan',
    'router.home.arpa',
    'x.onion',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '127.0.0.1%2e',
  ],
  ...Object.keys(NAMES),
  ...['home.example.com.', 'bücher.example.com', 'HOME.EXAMPLE.COM'],
];

/** These are refused as written, wherever their host may be. */
const ILL_WRITTEN = [
  ...[
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://example.com/',
    'javascript:alert(1)',
  ],
  ...['//example.com/', 'example.com', 'https:example.com', 'https:/example.com', 'https:///example.com', 'https://'],
  ...[
    'https://user@example.com/',
    'https://user:word@example.com/',
    'https://example.com@127.0.0.1/',
    'https://:@127.0.0.1/',
  ],
  ...['https://example.com:22/', 'https://example.com:25/', 'https://example.com:6379/', 'https://example.com:80/'],
  ...['https://example.com:99999/', 'https://[::1', 'https://exa mple.com/', 'https://example.com\\@127.0.0.1/'],
  ...['https://127.0.0.1\t/', 'https://exam\nple.com/', 'https://%00/', `https://example.com/${'a'.repeat(3000)}`, ''],
];

describe('what may be posted to', () => {
  it.each(TRICKY)('is not https://%s/', async (host) => {
    const before = connects;
    const answer = await send(`https://${host}:${port}/hook`);
    const why = typeof answer === 'string' ? answer : 'fault' in answer && answer.fault;
    expect(['inside', 'unreadable', 'forbidden']).toContain(why);
    expect(connects).toBe(before);
  });

  it.each(ILL_WRITTEN)('is not %j', (text) => {
    expect(typeof readTarget(text, [])).toBe('string');
  });

  it('is what the public internet has at the ports of https', () => {
    for (const url of [
      'https://example.com/a?b=c',
      'https://example.com:8443/',
      'https://8.8.8.8/',
      'https://[2606:4700::1]/',
    ])
      expect(readTarget(url, [])).toMatchObject({ allowed: false });
  });

  it('is also what the machine’s owner has named, at the port they named', () => {
    expect(readTarget('http://10.0.0.5:8080/', ['10.0.0.5'])).toMatchObject({ allowed: true });
    expect(readTarget('http://ERP.lan./in', ['erp.lan'])).toMatchObject({ allowed: true });
    expect(readTarget('http://[::1]:80/', ['[::1]:80'])).toMatchObject({ allowed: true });
    expect(readTarget('http://erp.lan:81/', ['erp.lan:80'])).toBe('insecure');
    expect(readTarget('http://not-erp.lan/', ['erp.lan'])).toBe('insecure');
    expect(readTarget('http://erp.lan.example.com/', ['erp.lan'])).toBe('insecure');
  });

  it('control: the same listener is reached where its host is named', async () => {
    const before = connects;
    expect(await send(`http://127.0.0.1:${port}/`, resolve, ['127.0.0.1'])).toMatchObject({ status: 200 });
    expect(connects).toBe(before + 1);
  });

  it('is looked up once, so that a name cannot be public when it is checked and private when it is used', async () => {
    const before = connects;
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      // an address where nobody answers within the time of this test
      return [{ address: asked === 1 ? '192.0.3.1' : '127.0.0.1', family: 4 }];
    };
    const target = readTarget(`https://rebind.example.com:${port}/`, [], [port]);
    if (typeof target === 'string') throw new Error(target);
    const answer = await post(target, { headers: {}, body: '' }, { timeoutMs: 300, resolve: rebinding });
    expect(answer).toHaveProperty('fault');
    expect([asked, connects - before]).toEqual([1, 0]);
  });
});

describe('a public address', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  it('is none of the private networks, however its rest reads', () => {
    fc.assert(
      fc.property(
        octet,
        octet,
        octet,
        fc.constantFrom('10', '127', '0', '169.254', '192.168', '172.20', '100.99'),
        (a, b, c, net) => {
          const v4 = `${net}.${a}.${b}.${c}`.split('.').slice(0, 4).join('.');
          const hex = v4.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
          const tail = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
          const wrapped = [v4, `::ffff:${v4}`, `::${v4}`, `64:ff9b::${tail}`, `2002:${tail}::1`, `::ffff:0:${tail}`];
          expect(wrapped.filter(isPublic)).toEqual([]);
        },
      ),
    );
  });

  it('is no name and no single number', () => {
    expect(['localhost', '2130706433', '0x7f000001', '127.1', '', '1.2.3'].filter(isPublic)).toEqual([]);
    expect(
      ['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '2400:cb00::1'].filter((one) => !isPublic(one)),
    ).toEqual([]);
  });
});

describe('a post', () => {
  const tls = (name: string) => readFileSync(new URL(`../../fixtures/tls/localhost.${name}`, import.meta.url));

  it('follows no redirect, and says what came back', async () => {
    const before = connects;
    const server = plainServer((_, answer) => answer.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: at } = server.address() as AddressInfo;
    expect(await send(`http://127.0.0.1:${at}/`, resolve, ['127.0.0.1'])).toMatchObject({ status: 307 });
    expect(connects).toBe(before);
    server.close();
  });

  it('reads an answer without end no further than it must, and gives up on one that does not begin', async () => {
    let sent = 0;
    const server = plainServer((request, answer) => {
      if (request.url === '/silent') return;
      answer.writeHead(200, { 'retry-after': '7' });
      const more = setInterval(() => {
        sent += 1;
        answer.write('x'.repeat(600));
      }, 5);
      answer.on('close', () => clearInterval(more));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: at } = server.address() as AddressInfo;
    expect(await send(`http://127.0.0.1:${at}/`, resolve, ['127.0.0.1'])).toMatchObject({
      status: 200,
      retryAfter: '7',
    });
    expect(sent).toBeLessThan(100);
    const target = readTarget(`http://127.0.0.1:${at}/silent`, ['127.0.0.1']);
    if (typeof target === 'string') throw new Error(target);
    expect(await post(target, { headers: {}, body: '' }, { timeoutMs: 100 })).toMatchObject({ fault: 'silent' });
    server.closeAllConnections();
    server.close();
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const server = secureServer({ cert: tls('crt'), key: tls('key') }, (_, answer) => answer.end());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: at } = server.address() as AddressInfo;
    const target = readTarget(`https://localhost:${at}/`, ['localhost']);
    if (typeof target === 'string') throw new Error(target);
    expect(await post(target, { headers: {}, body: '' }, { timeoutMs: 3000 })).toMatchObject({ fault: 'certificate' });
    expect(await post(target, { headers: {}, body: '' }, { timeoutMs: 3000, ca: tls('crt') })).toMatchObject({
      status: 200,
    });
    server.close();
  });
});

describe('what an API is asked', () => {
  const options = { timeoutMs: 3000, mostBytes: 1000, resolve };
  const askAt = (url: string, allowed: string[] = []) => {
    const target = readTarget(url, allowed, [port]);
    if (typeof target === 'string') throw new Error(target);
    return ask(target, { method: 'GET', headers: { 'x-key': 'k' } }, options);
  };

  it('reaches nothing inside by a name that stands for it', async () => {
    const before = connects;
    for (const name of ['home.example.com', 'half.example.com', 'localtest.me'])
      expect(await askAt(`https://${name}:${port}/`)).toMatchObject({ fault: 'forbidden' });
    expect(connects).toBe(before);
  });

  it('is answered whole, without following a redirect, and not at all where it is too long or breaks off', async () => {
    const server = plainServer((request, answer) => {
      if (request.url === '/moved') return answer.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
      if (request.url === '/long') return answer.writeHead(200).end('x'.repeat(1001));
      if (request.url === '/cut')
        return answer.writeHead(200, { 'content-length': '10' }).write('x', () => answer.destroy());
      return answer.writeHead(200, { link: ['<a>', '<b>'] }).end(`{"key":"${request.headers['x-key']}"}`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const before = connects;
    const answer = await askAt(`${root}/`, ['127.0.0.1']);
    expect(answer).toMatchObject({ status: 200, headers: { link: '<a>, <b>' }, body: Buffer.from('{"key":"k"}') });
    expect(await askAt(`${root}/moved`, ['127.0.0.1'])).toMatchObject({ status: 302 });
    expect(await askAt(`${root}/long`, ['127.0.0.1'])).toMatchObject({ fault: 'large' });
    expect(await askAt(`${root}/cut`, ['127.0.0.1'])).toMatchObject({ fault: 'cut' });
    expect(connects).toBe(before);
    server.close();
  });
});
