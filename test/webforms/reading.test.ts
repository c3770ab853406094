import { expect, it } from 'vitest';
import { readStamp, stampAt, standingStamp } from '../../src/domain/webforms/signature.ts';
import { readFormBody } from '../../src/webforms/body.ts';
import { paceOf, triesOut } from '../../src/webforms/house.ts';
import { clientAddress, shortened } from '../../src/webforms/network.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

const URLENCODED = 'application/x-www-form-urlencoded';

it.each([
  ['93.184.215.14', '198.51.100.1', '93.184.215.14'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['172.17.0.1', '10.9.9.9, 198.51.100.1', '198.51.100.1'],
  ['::ffff:127.0.0.1', '2001:db8:1:2::3', '2001:db8:1:2::3'],
  ['10.0.0.1', 'nonsense', '10.0.0.1'],
])('of a request from %s that names %s the network is %s', (peer, named, network) => {
  expect(clientAddress(peer, new Headers({ 'x-forwarded-for': named }))).toBe(network);
});

it.each([
  ['203.0.113.9', '203.0.113.0'],
  ['2001:db8:1:2::3', '2001:db8:1::'],
  ['2001:db8::3', '2001:db8::'],
  ['', ''],
])('%s is kept as %s', (address, kept) => expect(shortened(address)).toBe(kept));

it('links that are none are tried out by nobody for long, however many networks of one site they come from', () => {
  const pace = paceOf(() => 0);
  const of = (nth: number) => `2001:db8:${nth >> 8 ? '2' : '1'}:${(nth & 255).toString(16)}::1`;
  const tried = Array.from({ length: 256 }, (_, nth) => triesOut(pace, of(nth)));
  expect(tried.filter((refused) => !refused)).toHaveLength(120);
  expect(triesOut(pace, '203.0.113.9')).toBe(false);
});

it('a stamp says when it was made, to whoever has the secret and for one form only', () => {
  const at = new Date('2026-11-21T04:00:00Z');
  expect(readStamp(stampAt('old', 't', at), 't', ['new', 'old'])).toEqual(at);
  expect(readStamp(standingStamp('new', 't'), 't', ['new'])).toBeNull();
  expect(readStamp(stampAt('new', 'other', at), 't', ['new'])).toBeUndefined();
  expect(readStamp(stampAt('else', 't', at), 't', ['new'])).toBeUndefined();
  expect(readStamp(stampAt('', 't', at), 't', [])).toBeUndefined();
  for (const odd of ['', '.', 's', 'zzzzzzzzzzzzz.x', '\u0000']) expect(readStamp(odd, 't', ['new'])).toBeUndefined();
});

it('reads any body, and none of them slowly', async () => {
  for (const odd of ['', '&&&=', '%', '%zz=%', 'a=1&a=2', '=x', '__proto__=1'])
    expect(await readFormBody(Buffer.from(odd), URLENCODED)).toBeDefined();
  const read = await readFormBody(Buffer.from('a=1&a=2&constructor=3'), URLENCODED);
  expect([...read!.fields]).toEqual([
    ['a', '1'],
    ['constructor', '3'],
  ]);
  expect(await readFormBody(Buffer.from('no parts'), 'multipart/form-data; boundary=x')).toBeUndefined();
  expect(await readFormBody(Buffer.from('a=1'), 'text/plain')).toBeUndefined();
});

it.each(['%E4%BD%A0', '+%', '&a=', '%%%'])('takes no longer than the body is long: %s', (piece) => {
  const read = (text: string) => readFormBody(Buffer.from(`message=${text}`), URLENCODED);
  expect(growsTooFast(read, repeated(piece))).toBeUndefined();
});
