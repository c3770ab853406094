import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { describe, expect, test } from 'vitest';
import { composeWritten } from '../../../src/mail/bulk/compose.ts';
import { type DkimKey, signerOf } from '../../../src/mail/bulk/dkim.ts';
import { Job } from '../../../src/mail/bulk/job.ts';
import type { WrittenMail } from '../../../src/outbox/bulk.ts';

const NOW = new Date();
const KINDS = ['rsa', 'ed25519'] as const;
const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ed25519: generateKeyPairSync('ed25519'),
};
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const keyOf = (kind: (typeof KINDS)[number]): DkimKey => ({
  ...{ domain: 'example.com', selector: kind, privateKey: pem(pairs[kind].privateKey) },
});

/** The records of both keys, as their owner publishes them. */
async function resolver(name: string): Promise<string[][]> {
  const kind = KINDS.find((one) => name === `${one}._domainkey.example.com`);
  if (!kind) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
  const der = pairs[kind].publicKey.export({ type: 'spki', format: 'der' });
  // RFC 8463, 4: of Ed25519 the record has the 32 bytes alone
  const key = kind === 'rsa' ? der : der.subarray(-32);
  return [[`v=DKIM1; k=${kind}; p=${key.toString('base64')}`]];
}

interface Verdict {
  algo: string;
  status: { result: string; aligned?: string | false };
  signingHeaders?: { keys?: string };
}

async function verdicts(raw: string): Promise<Verdict[]> {
  const { results } = await dkimVerify(Buffer.from(raw), { resolver });
  return results as unknown as Verdict[];
}

const mail: WrittenMail = {
  ...{ id: '1', from: '茶铺 <shop@example.com>', to: 'mei@example.net', messageId: '<1@example.com>' },
  ...{ subject: '春茶到了：龙井与碧螺春，今年的第一批新茶今天开始发货，先到先得', html: '<p>你好</p>', text: '你好' },
  headers: {
    'List-Unsubscribe': '<https://crm.example.com/u/abc>, <mailto:stop@example.com>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
};

async function signed(over: Partial<WrittenMail>, ...kinds: (typeof KINDS)[number][]): Promise<string> {
  const job = new Job({ ...mail, ...over }, () => {});
  const composed = composeWritten({ ...mail, ...over }, NOW);
  const signs = kinds.map((kind) => signerOf(keyOf(kind)));
  job.write(composed, await Promise.all(signs.map((sign) => sign(composed.fields, composed.body, NOW))));
  return job.pieces.join('');
}

const passes = (kind: string) => ({ algo: `${kind}-sha256`, status: expect.objectContaining({ result: 'pass' }) });

describe('a signature', () => {
  test.each(KINDS)(
    'by %s is verified, aligned, and covers what a reader is shown and both unsubscribe fields',
    async (kind) => {
      const [verdict] = await verdicts(await signed({}, kind));
      expect(verdict).toMatchObject(passes(kind));
      expect(verdict!.status.aligned).toBe('example.com');
      const covered = (verdict!.signingHeaders?.keys ?? '').toLowerCase().split(/[\s:]+/);
      expect(covered).toEqual(
        expect.arrayContaining([
          ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
          ...['list-unsubscribe', 'list-unsubscribe-post'],
        ]),
      );
    },
  );

  test('stands beside another: whoever cannot read Ed25519 verifies RSA', async () => {
    expect(await verdicts(await signed({}, 'rsa', 'ed25519'))).toMatchObject([passes('rsa'), passes('ed25519')]);
  });

  test('is verified whatever the mail says', async () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '  ',
      '\n',
      '\n\n',
      ' \n',
      '\t',
      '.',
      '\n.',
      '=',
      '茶',
      '😀',
      'x'.repeat(80),
      ':',
    );
    const words = fc.string({ unit, maxLength: 40 });
    const line = words.map((all) => `s${all.replace(/\n/g, '')}`);
    await fc.assert(
      fc.asyncProperty(words, words, line, async (text, html, subject) => {
        expect(await verdicts(await signed({ text, html, subject }, 'ed25519'))).toMatchObject([passes('ed25519')]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['the text', '5L2g5aW9', '5L2g5aW8'],
    ['the recipient', 'mei@', 'tom@'],
    ['the unsubscribe link', '/u/abc', '/u/abd'],
    ['one-click', 'One-Click', 'Two-Click'],
  ])('is broken by a change of %s', async (_, from, to) => {
    const raw = await signed({}, 'rsa');
    expect(raw).toContain(from);
    const [verdict] = await verdicts(raw.replaceAll(from, to));
    expect(verdict!.status.result).not.toBe('pass');
  });

  test('with no key, or one of another kind, is refused at once', () => {
    const of = (privateKey: string) => signerOf({ domain: 'example.com', selector: 's', privateKey });
    expect(() => of('no key')).toThrow();
    expect(() => of(pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey))).toThrow('RSA or Ed25519');
  });
});
