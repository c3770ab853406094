import { createSecretKey, randomBytes } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepKeys, recordOf, SELECTORS } from '../../../src/domain/campaigns/check/dkim_key.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { openBulk } from '../../../src/mail/bulk/bulk.ts';
import { type CheckerOptions, checkOnce } from '../../../src/mail/check/checker.ts';
import { makeKeys } from '../../../src/mail/check/make_keys.ts';
import { signedSender } from '../../../src/mail/check/signed_sender.ts';
import { parseMailServer } from '../../../src/mail/send/server_url.ts';
import { seal } from '../../../src/vault/seal.ts';
import { addPeople } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { GOOD, IP, mailWorld } from '../../support/platforms/mail_world.ts';
import { startSmtp } from '../../support/smtp.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const world = mailWorld();
beforeEach(
  house.startingWith(() =>
    house.act(async ({ tx }) => {
      await addPeople(tx, 3);
      await tx`delete from mail_checks`;
    }),
  ),
);

const newest = async (): Promise<Reply> => (await house.cards()).at(-1)!;

/** Asks and gives what is answered. */
async function check(more: Partial<CheckerOptions> = {}, line = '/campaign check'): Promise<Reply> {
  await house.say(line);
  await checkOnce(house.act, { ...world.options, ...more });
  return newest();
}

const lineOf = (reply: Reply, part: string) =>
  reply.lists?.flatMap(({ items }) => items).find(({ text }) => text.includes(part));

describe('/campaign check', () => {
  it('says that all is right, and looks at the page where customers unsubscribe', async () => {
    const card = await check();
    expect(card.title).toContain('nothing is missing');
    for (const part of ['SPF', 'DMARC', 'Reverse', 'Unsubscribe']) expect(lineOf(card, part)?.text).toMatch(/^✅/);
    expect(lineOf(card, 'DKIM')).toMatchObject({ text: expect.stringMatching(/^❔/) });
    expect(world.paths.at(-1)).toMatch(/^\/u\/[\w-]{20,}$/);
  });

  it('says what is missing and what to paste where', async () => {
    world.dns.zone = { 'A mail.example.com': [IP] };
    const card = await check();
    expect(lineOf(card, 'SPF')?.detail).toContain('Name: example.com\nValue: v=spf1 a:mail.example.com ~all');
    expect(lineOf(card, 'DMARC')?.detail).toContain(
      'Name: _dmarc.example.com\nValue: v=DMARC1; p=none; rua=mailto:shop@example.com',
    );
    expect(lineOf(card, 'Reverse')?.detail).toContain(IP);
    expect(card.hint).toContain('domain is managed');
  });

  it('a name that does not lead back is said', async () => {
    world.dns.zone = { ...GOOD, 'PTR 34.216.184.93.in-addr.arpa': ['other.example'] };
    expect(lineOf(await check(), 'Reverse')?.detail).toContain('other.example');
  });

  it.each([
    ['smtp.gmail.com', 'gmail', '_spf.google.com', 500],
    ['smtp.office365.com', 'outlook', 'spf.protection.outlook.com', 300],
    ['smtp.exmail.qq.com', 'qq', 'spf.mail.qq.com', 100],
    ['smtp.qiye.163.com', '163', 'spf.163.com', 100],
    ['smtpdm.aliyun.com', 'aliyun', 'spf1.dm.aliyun.com', 2000],
    ['email-smtp.eu-west-1.amazonaws.com', 'ses', 'amazonses.com', 200],
  ])('knows what %s asks for', async (host, provider, include, aDay) => {
    world.dns.zone = { 'TXT example.com': ['v=spf1 mx -all'] };
    expect(lineOf(await check({ host }), 'limit')?.detail).toContain(`keep to ${aDay} a day`);
    await house.say('/settings campaign-pace off');
    const card = await check({ host });
    expect(lineOf(card, 'SPF')?.detail).toContain(`Value: v=spf1 mx include:${include} -all`);
    expect(lineOf(card, 'limit')?.detail).toContain(`about ${aDay} a day`);
    const button = buttonsOf(card).find(({ label }) => label === 'Keep to this limit')!;
    expect(button.command).toBe(`/settings campaign-pace ${provider}`);
    await house.say(button.command);
    expect(lineOf(await check({ host }), 'limit')?.text).toMatch(/^✅/);
  });

  it('of an address that a provider gives out, all is its own matter through its server, and wrong through another', async () => {
    const address = 'shop@qq.com';
    await house.say('/campaign check');
    await house.act(({ tx }) => tx`update mail_checks set address = ${address}`);
    await checkOnce(house.act, { ...world.options, address, host: 'smtp.qq.com' });
    expect(lineOf(await newest(), 'SPF')?.text).toMatch(/^✅/);
    await house.act(
      ({ tx }) => tx`update mail_checks set due_at = '2000-01-01', asked_channel = 'console', asked_address = 'test'`,
    );
    await checkOnce(house.act, { ...world.options, address });
    expect(lineOf(await newest(), 'SPF')?.detail).toContain('only send through its own provider');
  });

  it.each([
    [{ publicUrl: 'http://crm.example.com' }, 200, 'not an https address'],
    [{ publicUrl: 'https://10.0.0.5' }, 200, 'inside your network'],
    [{}, 404, 'HTTP 404'],
    [{ publicUrl: 'https://localhost:1', allowedHosts: ['localhost:1'] }, 200, 'Nobody answers'],
  ])('says why nobody can unsubscribe: %o', async (more, answers, words) => {
    world.status = answers;
    expect(lineOf(await check(more), 'Unsubscribe')?.detail).toContain(words);
  });

  it('speaks Chinese too', async () => {
    await house.say('/settings language zh');
    world.dns.zone = {};
    const card = await check();
    expect(card.title).toContain('项要弄好');
    expect(lineOf(card, 'SPF')?.detail).toContain('主机记录：example.com\n记录值：v=spf1 a:mail.example.com ~all');
  });
});

describe('looked at again', () => {
  const aWeek = () => {
    house.now = new Date(house.now.getTime() + 7 * 86_400_000 + 1000);
  };

  it('each week; a change for the worse is told once', async () => {
    await check();
    const before = (await house.cards()).length;
    await checkOnce(house.act, world.options);
    expect(await house.cards()).toHaveLength(before);
    world.dns.zone = { ...GOOD, 'TXT _dmarc.example.com': [] };
    aWeek();
    await checkOnce(house.act, world.options);
    const told = await newest();
    expect(told.title).toContain('may not arrive any more');
    expect(lineOf(told, 'DMARC')).toBeDefined();
    expect(lineOf(told, 'SPF')).toBeUndefined();
    const count = (await house.cards()).length;
    aWeek();
    await checkOnce(house.act, world.options);
    expect(await house.cards()).toHaveLength(count);
  });

  it('control: a DNS that does not answer is no change, and is asked again in an hour', async () => {
    await check();
    const count = (await house.cards()).length;
    world.dns.zone = { ...GOOD, 'TXT _dmarc.example.com': 'SERVFAIL' };
    aWeek();
    await checkOnce(house.act, world.options);
    expect(await house.cards()).toHaveLength(count);
    house.now = new Date(house.now.getTime() + 3_601_000);
    world.dns.zone = { ...GOOD, 'TXT _dmarc.example.com': [] };
    await checkOnce(house.act, world.options);
    expect((await newest()).title).toContain('may not arrive any more');
  });
});

describe('our own DKIM keys', () => {
  it('are made on a tap, shown to paste, and used once the DNS shows them', async () => {
    const card = await check({}, '/campaign check key');
    const detail = lineOf(card, 'DKIM')!.detail!;
    expect(detail).toContain('Name: crm1._domainkey.example.com\nValue: v=DKIM1; k=rsa; p=MIIB');
    expect(detail).toContain('Name: crm2._domainkey.example.com\nValue: v=DKIM1; k=ed25519; p=');
    const active = () => sql`select selector from dkim_keys where active_at is not null order by 1`;
    expect(await active()).toEqual([]);
    const [rsa] = [...detail.matchAll(/Value: (.*k=rsa.*)/g)].map(([, value]) => value!);
    // DNS panels break long values
    world.dns.zone = { ...GOOD, 'TXT crm1._domainkey.example.com': [rsa!.replace('p=MIIB', 'p=MII B')] };
    expect(lineOf(await check(), 'DKIM')?.text).toMatch(/^✅/);
    expect(await active()).toEqual([{ selector: 'crm1' }]);
    world.dns.zone = { ...GOOD, 'TXT crm1._domainkey.example.com': ['v=DKIM1; p='] };
    await check();
    expect(await active()).toEqual([]);
  });

  it('are made once: a second tap changes no record', async () => {
    const first = lineOf(await check({}, '/campaign check key'), 'DKIM')?.detail;
    expect(lineOf(await check({}, '/campaign check key'), 'DKIM')?.detail).toBe(first);
  });

  it('sign what campaigns send as soon as they are active, and nothing before', async () => {
    const key = createSecretKey(randomBytes(32));
    const smtp = await startSmtp();
    const server = parseMailServer(smtp.url, 'smtp');
    const sender = signedSender({
      sql,
      key,
      address: 'shop@example.com',
      open: (dkim) => openBulk({ server, dkim }),
      knownMs: 0,
    });
    const mail = (id: string) => ({
      ...{ id, from: 'Tea <shop@example.com>', to: 'mei@example.net', subject: 'Tea', html: '', text: 'Hello' },
      ...{ headers: { 'List-Unsubscribe': '<https://crm.example.com/u/a>' }, messageId: `<${id}@example.com>` },
    });
    const made = await makeKeys();
    await house.act((ctx) =>
      keepKeys({ ...ctx, seal: (plain, about) => seal(key, plain, about) }, 'example.com', made),
    );
    expect(await sender.send([mail('1')])).toMatchObject([{ state: 'sent' }]);
    await house.act(({ tx }) => tx`update dkim_keys set active_at = now()`);
    expect(await sender.send([mail('2')])).toMatchObject([{ state: 'sent' }]);
    await sender.close();
    await smtp.close();
    const [plain, signed] = smtp.mails.map(({ raw }) => raw);
    expect(plain!.toString()).not.toContain('DKIM-Signature');
    const resolver = async (name: string) => {
      const { kind, publicKey } = made.find((one) => name.startsWith(SELECTORS[one.kind]))!;
      return [[recordOf({ domain: 'example.com', selector: SELECTORS[kind], kind, publicKey }).value]];
    };
    const { results } = await dkimVerify(signed!, { resolver });
    expect((results as { status: { result: string } }[]).map(({ status: { result } }) => result)).toEqual([
      'pass',
      'pass',
    ]);
  });

  it('that cannot be opened send nothing unsigned', async () => {
    await house.act((ctx) => keepKeys(ctx, 'example.com', [{ kind: 'rsa', publicKey: 'x', privateKey: 'y' }]));
    await house.act(({ tx }) => tx`update dkim_keys set active_at = now()`);
    const smtp = await startSmtp();
    const server = parseMailServer(smtp.url, 'smtp');
    const sender = signedSender({
      ...{ sql, key: createSecretKey(randomBytes(32)), address: 'shop@example.com' },
      open: (dkim) => openBulk({ server, dkim }),
    });
    const mail = {
      id: '1',
      from: 'shop@example.com',
      to: 'mei@example.net',
      subject: '',
      html: '',
      text: '',
      headers: {},
      messageId: '<1@example.com>',
    };
    expect(await sender.send([mail])).toMatchObject([{ state: 'retry' }]);
    await sender.close();
    await smtp.close();
    expect(smtp.mails).toEqual([]);
  });
});
