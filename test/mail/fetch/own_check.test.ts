import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { provesSender } from '../../../src/mail/fetch/own_check.ts';
import { readHeaders } from '../../../src/mail/mime/headers.ts';
import { readMail } from '../../../src/mail/read/read.ts';
import { fetchRecords, impatient, namesToAsk, type ResolveTxt } from '../../../src/mail/read/signer_records.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const PLAIN =
  'From: Mei <mei@news.example.com>\r\nTo: me@shop.example\r\nSubject: Tea\r\nDate: Fri, 20 Nov 2026 10:00:00 +0800\r\nMessage-ID: <1@example.com>\r\n\r\nTwo boxes, please.\r\n';

type Signing = { domain?: string; fields?: string; bodyLimit?: number; algorithm?: string };

async function signed(plain = PLAIN, { domain = 'example.com', fields, bodyLimit, algorithm }: Signing = {}) {
  const how = {
    ...{ signingDomain: domain, selector: 's1', privateKey: pem },
    ...(algorithm && { algorithm }),
    ...(bodyLimit !== undefined && { maxBodyLength: bodyLimit }),
  };
  const options = {
    signTime: new Date('2026-11-20T02:00:00Z'),
    ...(fields && { headerList: fields }),
    signatureData: [how],
  };
  // its types know one signature only, and fields as a list
  const { signatures } = await dkimSign(plain, options as unknown as Parameters<typeof dkimSign>[1]);
  return Buffer.from(signatures + plain);
}

/** A DNS of its own: a name that is not in it does not exist; null does not answer. */
function dns(zone: Record<string, string | null>, asked: string[] = []): ResolveTxt {
  return (name) => {
    asked.push(name);
    const found = zone[name];
    if (found === null) return new Promise(() => {});
    return found ? Promise.resolve([[found]]) : Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }));
  };
}

const KEY = { 's1._domainkey.example.com': record };

async function check(raw: Buffer, resolveTxt: ResolveTxt): Promise<string> {
  const headers = readHeaders(raw);
  const records = await fetchRecords(namesToAsk(headers), resolveTxt, 200);
  const proven = await provesSender(raw, records);
  return readMail(raw, { ownerEmails: [], ...(proven && { signed: true as const }) }).trust;
}

describe('where the provider says nothing, a signature of the sender’s domain that holds verifies a mail', () => {
  let mail: Buffer;
  beforeAll(async () => {
    mail = await signed();
  });

  test.each<[string, Record<string, string | null>]>([
    ['with no rules of the domain', KEY],
    ['with the usual rules', { ...KEY, '_dmarc.example.com': 'v=DMARC1; p=reject' }],
  ])('%s', async (_, zone) => {
    expect(await check(mail, dns(zone))).toBe('verified');
  });

  test.each<[string, Record<string, string | null>]>([
    ['the key is not there', {}],
    ['the key does not come', { 's1._domainkey.example.com': null }],
    ['the rules do not come', { ...KEY, '_dmarc.example.com': null }],
    ['the domain wants its very own name', { ...KEY, '_dmarc.example.com': 'v=DMARC1; p=reject; adkim=s' }],
    ['the key is another one', { 's1._domainkey.example.com': record.replace(/p=.{40}/, 'p=') }],
  ])('but not when %s; that accuses nobody', async (_, zone) => {
    expect(await check(mail, dns(zone))).toBe('unverified');
  });

  test.each<[string, () => Promise<Buffer>]>([
    ['its body was changed', async () => Buffer.from(mail.toString().replace('Two', 'Ten'))],
    ['its sender was changed', async () => Buffer.from(mail.toString().replace('Mei <mei@', 'Mei <boss@'))],
    ['it has a second From', async () => Buffer.from(`From: boss@example.com\r\n${mail}`)],
    ['somebody else signed', () => signed(PLAIN, { domain: 'evil.example.net' })],
    ['the signature leaves out From', () => signed(PLAIN, { fields: 'Subject:Date' })],
    ['the signature is over a part of the body', () => signed(PLAIN, { bodyLimit: 3 })],
    ['the signature is by sha1', () => signed(PLAIN, { algorithm: 'rsa-sha1' })],
    ['it is not signed', async () => Buffer.from(PLAIN)],
  ])('but not when %s', async (_, make) => {
    const zone = { ...KEY, 's1._domainkey.evil.example.net': record };
    expect(await check(await make(), dns(zone))).toMatch(/unverified|suspicious/);
    const all = Object.fromEntries(Object.entries(zone).map(([name, text]) => [name, [[text]]]));
    expect(await provesSender(await make(), all)).toBe(false);
  });

  test('the word of the provider goes before', async () => {
    const raw = Buffer.from(
      `Authentication-Results: mx.example.com; dmarc=fail header.from=news.example.com\r\n${mail}`,
    );
    expect(readMail(raw, { ownerEmails: [], authservId: 'mx.example.com', signed: true }).trust).toBe('suspicious');
    expect(readMail(raw, { ownerEmails: [], authservId: 'mx.other.com', signed: true }).trust).toBe('verified');
  });

  test('only what can speak for the sender is asked of the DNS, and nothing without a signature', async () => {
    const names = (raw: Buffer) => namesToAsk(readHeaders(raw));
    expect(names(mail)).toEqual(['s1._domainkey.example.com', '_dmarc.news.example.com', '_dmarc.example.com']);
    expect(names(await signed(PLAIN, { domain: 'evil.example.net' }))).toEqual([]);
    expect(names(Buffer.from(PLAIN))).toEqual([]);
    expect(names(Buffer.from(`DKIM-Signature: d=example.com; s=../../x y\r\n${PLAIN}`))).not.toContain('..');
  });

  test.each<[string, ResolveTxt]>([
    [
      'fails slowly',
      (name) => sleep(30).then(() => Promise.reject(Object.assign(new Error(name), { code: 'ESERVFAIL' }))),
    ],
    ['never answers', () => new Promise(() => {})],
  ])('a DNS that %s is asked no more where patience is short', async (_, slow) => {
    const asked: string[] = [];
    const resolveTxt = impatient((name) => {
      asked.push(name);
      return slow(name);
    }, 20);
    expect(await fetchRecords(['a.example'], resolveTxt, 5000)).toEqual({});
    expect(await fetchRecords(['b.example'], resolveTxt, 5000)).toEqual({});
    expect(asked).toEqual(['a.example']);
  });
});
