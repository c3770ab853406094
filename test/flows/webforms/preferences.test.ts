import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { preferencesPath, readPreferencesToken } from '../../../src/domain/people/preferences/link.ts';
import { type Whom, whyNot } from '../../../src/domain/people/suppression.ts';
import { testHouse } from '../../support/house.ts';
import { fieldsIn, webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const browser = await webFormsOf(house);
const { linkKey } = await house.act(async (ctx) => ctx);
const OTHER_KEY = createSecretKey(Buffer.alloc(32, 9));
const ANNA = { channel: 'email', address: 'anna@example.org' };
const LONG_AGO = new Date('2026-08-01T08:00:00Z');
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };
const day = 24 * 3_600_000;
const wait = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};

/** Anna has agreed to all three by a form's page and by her own, as a row each. */
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna anna@example.org');
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      select i.contact_id, i.channel, i.address, p, 'token', 'en', 'Yes', 'form:1', ${LONG_AGO}, ${LONG_AGO}
      from contact_identities i, unnest(every_purpose()) p where i.address = 'anna@example.org'`;
  }),
);

let nth = 0;
const network = () => ({ 'x-forwarded-for': `198.51.100.${++nth % 250}` });
async function linkFor(address = ANNA.address): Promise<string> {
  const [row] = await house.db.sql<{ id: string }>`
    select contact_id as id from contact_identities where channel = 'email' and address = ${address}`;
  return preferencesPath(linkKey, { contactId: row?.id ?? '1', channel: 'email', address });
}
async function why(address = ANNA.address, purpose: 'newsletter' | 'offers' = 'newsletter'): Promise<string | null> {
  const { sql } = house.db;
  const [row] = await sql<{ why: string | null }>`
    select ${whyNot(sql, whomOf(address), purpose)} as why from (values (1)) v`;
  return row!.why;
}
const whomOf = (address: string): Whom => ({
  contactId: house.db.sql`(select contact_id from contact_identities where channel = 'email' and address = ${address})`,
  channel: house.db.sql`'email'::text`,
  address: house.db.sql`${address}::text`,
  now: house.now,
});
const rows = () =>
  house.db.sql`select purpose, reason, source, lifted_at is not null as lifted from suppressions order by id`;
const mails = async () => (await house.outbox()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('consent:'));
const confirmLink = async () =>
  /https:\/\/crm\.example\.com(\/c\/\w+)/.exec(JSON.stringify((await mails()).at(-1)))![1]!;

describe('the link in a mail', () => {
  it('says who and where to us alone: read with another key, cut or changed it is none', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 80 });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 62n }), words, fc.nat(), (id, address, at) => {
        const linked = { contactId: String(id), channel: 'email', address };
        const path = preferencesPath(linkKey, linked);
        const token = path.slice('/u/'.length);
        expect(path).toMatch(/^\/u\/[\w-]+$/);
        expect(preferencesPath(linkKey, linked)).toBe(path);
        expect(readPreferencesToken(linkKey, token)).toEqual({ ...linked, address: Buffer.from(address).toString() });
        expect(readPreferencesToken(OTHER_KEY, token)).toBeUndefined();
        const place = at % token.length;
        const other = token[place] === 'A' ? 'B' : 'A';
        expect(readPreferencesToken(linkKey, token.slice(0, place) + other + token.slice(place + 1))).toBeUndefined();
        expect(readPreferencesToken(linkKey, token.slice(0, place))).toBeUndefined();
        expect(readPreferencesToken(linkKey, `${token}A`)).toBeUndefined();
      }),
    );
  });

  it('shows no address, neither by itself nor on its page', async () => {
    const path = await linkFor();
    expect(Buffer.from(path.slice(3), 'base64url').toString('latin1')).not.toContain('anna');
    const { html, status, headers } = await browser.get(path);
    expect(status).toBe(200);
    expect(html).toContain('a•••@e•••.org');
    expect(html).not.toContain('anna@');
    expect(html).not.toMatch(/<script/i);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a scanner that follows links', () => {
  it('changes nothing, however it asks without pressing: GET, HEAD, a POST without the words', async () => {
    const path = await linkFor();
    for (let times = 0; times < 3; times += 1) {
      expect((await browser.get(path)).status).toBe(200);
      const head = await browser.send(path, 'x', { 'content-type': 'text/plain' });
      expect(head.status).toBe(400);
    }
    await browser.post(path, { 'list-unsubscribe': 'no' });
    await browser.post(path, { act: 'everything' });
    expect(await browser.head(path)).toBe(200);
    expect(await rows()).toEqual([]);
    expect(await why()).toBeNull();
  });
});

describe('one click (RFC 8058)', () => {
  it('stops everything at that address, as a form or in parts, and done again it stays as it was', async () => {
    const path = await linkFor();
    expect((await browser.post(path, ONE_CLICK, network())).html).toContain('you will get nothing unasked');
    const first = await rows();
    expect(first).toHaveLength(3);
    expect(first[0]).toEqual({ purpose: 'newsletter', reason: 'unsubscribed', source: 'one_click', lifted: false });
    expect([await why(), await why(ANNA.address, 'offers')]).toEqual(['unsubscribed', 'unsubscribed']);
    wait(day);
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    expect((await browser.send(path, parts, network())).status).toBe(200);
    expect(await rows()).toEqual(first);
    expect(await house.db.sql`select distinct withdrawn_from as f from consents`).toEqual([{ f: '198.51.100.0' }]);
    expect(JSON.stringify(await house.say('/contact Anna'))).toContain('anna@example.org wants none');
    expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('Unsubscribed');
  });

  it.each([
    ['text/plain', 'List-Unsubscribe=One-Click'],
    ['', 'List-Unsubscribe=One-Click'],
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click\r\n'],
    ['application/x-www-form-urlencoded', 'LIST-UNSUBSCRIBE=ONE-CLICK'],
    ['application/x-www-form-urlencoded; charset=utf-8', 'List%2DUnsubscribe=One%2DClick'],
    ['application/json', '{"List-Unsubscribe": "One-Click"}'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="list-unsubscribe"\r\n\r\nOne-Click\r\n--b--',
    ],
  ])('is done in any clothing: %s %s', async (type, body) => {
    const head = { ...network(), ...(type && { 'content-type': type }) };
    const sent = await browser.send(await linkFor(), type ? body : Buffer.from(body), head);
    expect(sent.status).toBe(200);
    expect(await why()).toBe('unsubscribed');
  });

  it('control: what says something else is refused', async () => {
    for (const body of ['', 'List-Unsubscribe=No', 'List-Unsubscribe=One-Clickety', 'x'])
      expect((await browser.send(await linkFor(), body, network())).status).toBe(400);
    expect(await why()).toBeNull();
  });

  it('works many times at once', async () => {
    const path = await linkFor();
    await Promise.all(Array.from({ length: 8 }, () => browser.post(path, ONE_CLICK, network())));
    expect(await rows()).toHaveLength(3);
  });

  it('works after they were deleted, and whoever is added again with that address is still not written to', async () => {
    const path = await linkFor();
    await house.say('/delete Anna !');
    expect((await browser.post(path, ONE_CLICK, network())).status).toBe(200);
    expect(JSON.stringify(await house.db.sql`select * from suppressions`)).not.toContain('anna');
    await house.say('/add Bea anna+news@example.org');
    expect(await why('anna+news@example.org')).toBe('unsubscribed');
    expect(JSON.stringify(await house.say('/contact Bea'))).toContain('wants none');
    // control: another mailbox
    await house.say('/add Tom tom@example.org');
    expect(await why('tom@example.org')).toBe('no_consent');
  });

  it('of somebody else, forged or cut, stops nothing', async () => {
    const anna = await linkFor();
    await house.say('/add Tom tom@example.org');
    await browser.post(await linkFor('tom@example.org'), ONE_CLICK, network());
    expect(await why()).toBeNull();
    const forged = preferencesPath(OTHER_KEY, { contactId: '1', ...ANNA });
    for (const path of [forged, anna.slice(0, -1), `${anna}x`, '/u/-', `/u/${'A'.repeat(600)}`]) {
      expect((await browser.post(path, ONE_CLICK, network())).status).toBe(404);
      expect((await browser.get(path)).status).toBe(404);
    }
    expect(await why()).toBeNull();
    expect((await browser.get(forged)).html).toContain('This link is not complete');
  });

  it('does not let one network try out links without end, nor one link be pressed without end', async () => {
    const from = network();
    const statuses = new Set<number>();
    for (let times = 0; times < 70; times += 1)
      statuses.add((await browser.send(`/u/${'B'.repeat(60)}`, '', from)).status);
    expect([...statuses]).toEqual([404, 429]);
    const path = await linkFor('often@example.org');
    const pressed = new Set<number>();
    for (let times = 0; times < 65; times += 1) pressed.add((await browser.post(path, { act: 'resume' }, from)).status);
    expect([...pressed]).toEqual([200, 429]);
  });
});

describe('the page of what they get', () => {
  it('stops one thing and keeps the others', async () => {
    const path = await linkFor();
    await browser.post(path, { act: 'save', newsletter: 'on', reminders: 'on' }, network());
    expect([await why(), await why(ANNA.address, 'offers')]).toEqual([null, 'unsubscribed']);
    const { html } = await browser.get(path);
    expect(html).toMatch(/name="newsletter" value="on" checked/);
    expect(html).toMatch(/name="offers" value="on">/);
  });

  it('starts one again only after it was confirmed at that address, since the link may be in other hands', async () => {
    const path = await linkFor();
    await browser.post(path, { act: 'off' }, network());
    expect((await browser.post(path, { act: 'save', offers: 'on' }, network())).html).toContain('please confirm');
    expect(await why(ANNA.address, 'offers')).toBe('unsubscribed');
    expect(await mails()).toHaveLength(1);
    expect((await browser.post(path, { act: 'save', offers: 'on' }, network())).html).toContain(
      'was sent to you lately',
    );
    expect(await mails()).toHaveLength(1);
    wait(60_000);
    const confirm = await confirmLink();
    expect((await browser.get(confirm)).html).toContain('Tea House may send me: Special offers');
    expect(await why(ANNA.address, 'offers')).toBe('unsubscribed');
    await browser.post(confirm, { act: 'confirm' }, network());
    expect([await why(), await why(ANNA.address, 'offers')]).toEqual(['unsubscribed', null]);
  });

  it('pauses for thirty days, shown and ended there', async () => {
    const path = await linkFor();
    expect((await browser.post(path, { act: 'pause' }, network())).html).toContain('Paused until 21 Dec');
    expect(await why()).toBe('unsubscribed');
    expect(JSON.stringify(await house.say('/contact Anna'))).toContain('has paused until');
    await browser.post(path, { act: 'resume' }, network());
    expect(await why()).toBeNull();
    await browser.post(path, { act: 'pause' }, network());
    wait(31 * day);
    expect(await why()).toBeNull();
    expect((await browser.get(path)).html).not.toContain('Paused');
  });

  it('shows what they get elsewhere only to whoever has the address, and stops it there', async () => {
    await house.say('/add Tom tom@example.org');
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
      select contact_id, 'telegram', '1001', 'newsletter', 'en', 'said so', 'command', 'user', now(), now()
      from contact_identities where address = 'anna@example.org'`;
    const { html } = await browser.get(await linkFor());
    expect(html).toContain('Telegram: News');
    expect(html).not.toContain('1001');
    const other = preferencesPath(linkKey, { contactId: '1', channel: 'email', address: 'tom@example.org' });
    expect((await browser.get(other)).html).not.toContain('Telegram');
    const [, act] = /value="(stop:\w+)"/.exec(html)!;
    await browser.post(await linkFor(), { act: act! }, network());
    expect(await why()).toBeNull();
    expect((await browser.get(await linkFor())).html).not.toContain('Telegram');
  });

  it('speaks their language, which they can change there', async () => {
    const path = await linkFor();
    expect((await browser.get(path)).html).toContain('What Tea House sends you');
    const { html } = await browser.post(path, { act: 'language:zh-CN' }, network());
    expect(html).toContain('「Tea House」发给您的内容');
    expect(html).toContain('lang="zh-CN"');
    expect(fieldsIn(html)).toEqual({});
    expect((await browser.post(path, { act: 'language:xx' }, network())).status).toBe(400);
  });
});

describe('a no', () => {
  it('of a mail that came back or was reported counts like one that was said, each for its own time', async () => {
    await house.act(async ({ tx, now }) => {
      await tx`update contact_identities set bounced_at = ${now}, bounce_reason = 'no_such_address' where address = ${ANNA.address}`;
    });
    expect(await why()).toBe('bounced');
    await house.act(({ tx }) => tx`update contact_identities set bounced_at = null where address = ${ANNA.address}`);
    expect(await why()).toBeNull();
    await house.act(async ({ tx, now }) => {
      await tx`update contact_identities set complained_at = ${now} where address = ${ANNA.address}`;
    });
    expect(await why()).toBe('complained');
    await house.say('/delete Anna !');
    await house.say('/add Anna anna@example.org');
    expect(await why()).toBe('complained');
  });

  it('is not said by an older one again, once they have agreed anew', async () => {
    const path = await linkFor();
    await browser.post(path, ONE_CLICK, network());
    wait(day);
    await browser.post(path, { act: 'save', newsletter: 'on' }, network());
    wait(day);
    await browser.post(await confirmLink(), { act: 'confirm' }, network());
    expect(await why()).toBeNull();
    // deleted and brought back, the rows of before come again
    await house.say('/delete Anna !');
    await house.say('/undo');
    expect(await why()).toBeNull();
  });

  it('is a hash as everybody computes it (HMAC-SHA256), under the key of the house', async () => {
    const [key] = await house.act(
      ({ tx }) => tx<{ inner: Buffer; outer: Buffer; hash: Buffer }>`
      with made as (select (suppression_key()).*)
      select inner_pad as inner, outer_pad as outer, suppression_hash(inner_pad, outer_pad, 'email', 'A.nna+x@GoogleMail.com') as hash from made`,
    );
    const secret = key!.inner.map((byte) => byte ^ 0x36);
    const { createHmac } = await import('node:crypto');
    expect(Buffer.from(key!.hash)).toEqual(createHmac('sha256', secret).update('email:anna@gmail.com').digest());
    expect(secret.subarray(32).every((byte) => byte === 0)).toBe(true);
    expect(secret.subarray(0, 32).every((byte) => byte === 0)).toBe(false);
  });
});
