import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../../src/delivery/pace.ts';
import { settle, settleAbandoned } from '../../../src/delivery/settle.ts';
import { claim } from '../../../src/delivery/worker.ts';
import { watchHooks } from '../../../src/domain/on/hooks/watch.ts';
import { dropQueued } from '../../../src/domain/owner/site.ts';
import { prunings } from '../../../src/jobs/prune.ts';
import type { Sender } from '../../../src/outbox/message.ts';
import { signedHeaders } from '../../../src/webhooks/out/sign.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';
import {
  addHook,
  type Call,
  comesDue,
  type HookPeer,
  hookPeer,
  keepSecret,
  passAllOn,
  sendersOf,
  tellHooks,
} from '../../support/platforms/hook_peer.ts';

const house = await testHouse({ locale: 'en' });
let peer: HookPeer;
beforeEach(async () => {
  await house.reset();
  peer = await hookPeer();
});

const HOUR_MS = 3_600_000;
const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
const somethingHappens = (n = 1) => house.say(`/add Somebody${n} new${n}@example.com`);
const events = () => house.db.sql<{ state: string; seconds: number; error: string | null; id: string }>`
  select state, round(extract(epoch from run_at - now()))::int as seconds, last_error as error, payload ->> 'id' as id
  from outbox where audience = 'machine' order by id`;
const lastCard = async () => (await house.cards()).at(-1)!;
/** Verifies with the library of the standard, at the time of the house. */
function verified({ body, headers }: Call, secret: string): unknown {
  const at = Number(headers['webhook-timestamp']) * 1000;
  const clock = Date.now;
  Date.now = () => at;
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    Date.now = clock;
  }
}

describe('an event', () => {
  it('is signed as Standard Webhooks says', async () => {
    const { secret } = await addHook(house, peer.url);
    await somethingHappens();
    await tellHooks(house);
    const [call] = peer.calls;
    expect(verified(call!, secret)).toMatchObject({ type: 'contact.created', data: { name: 'Somebody1' } });
    expect(() => verified({ ...call!, body: call!.body.replace('Somebody1', 'Somebody2') }, secret)).toThrow();
    expect(() => verified(call!, `whsec_${Buffer.from('another'.repeat(5)).toString('base64')}`)).toThrow();
    expect(call!.headers['content-type']).toBe('application/json');
    expect(call!.headers['webhook-id']).toMatch(/^msg_[a-z0-9]+$/);
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64').length).toBeGreaterThanOrEqual(24);
  });

  it('has the known signature', () => {
    const headers = signedHeaders(['whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='], {
      id: 'msg_test_1',
      at: new Date(1_700_000_000_000),
      body: '{"type":"contact.created","timestamp":"2026-11-21T00:00:00Z","data":{"id":"c1"}}',
    });
    expect(headers['webhook-signature']).toBe('v1,fnNau04yyQaOc7Q00QQ4HItNBMd7s4WukCoS8xaz4EE=');
  });

  it('is signed with the old secret as well for a day after a change', async () => {
    const { id, secret } = await addHook(house, peer.url);
    const { quote } = await house.say('/hook rotate h1');
    await house.db.autocommit`update hooks set previous_secret = ${Buffer.from(secret)} where id = ${id}`;
    await keepSecret(house, id, quote!);
    await somethingHappens(1);
    await tellHooks(house);
    expect(verified(peer.calls[0]!, secret)).toEqual(verified(peer.calls[0]!, quote!));
    later(24 * HOUR_MS);
    await somethingHappens(2);
    await tellHooks(house);
    expect(verified(peer.calls[1]!, quote!)).toBeTruthy();
    expect(() => verified(peer.calls[1]!, secret)).toThrow();
  });

  it('that is not taken is sent again at growing distances, the same under the same id, for five days', async () => {
    await addHook(house, peer.url);
    peer.answer = { status: 500 };
    await somethingHappens();
    await passAllOn(house);
    await house.db.autocommit`update outbox set created_at = ${house.now}`;
    const pauses: number[] = [];
    for (let hours = 0; hours < 24 * 6 && (await events())[0]?.state !== 'failed'; hours += 10) {
      await tellHooks(house);
      pauses.push((await events())[0]!.seconds);
      await comesDue(house);
      later(10 * HOUR_MS);
    }
    expect(pauses.slice(0, 8)).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 36_000, 36_000]);
    expect(pauses.length).toBeGreaterThan(12);
    expect(new Set(peer.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(peer.calls.map(({ body }) => body)).size).toBe(1);
    expect((await events())[0]).toMatchObject({ state: 'failed', error: 'status 500' });
  });

  it.each([
    [200, 'sent', undefined],
    [299, 'sent', undefined],
    [301, 'queued', 5],
    [400, 'queued', 5],
    [410, 'failed', undefined],
    [503, 'queued', 5],
  ])('answered with %i is %s', async (status, state, seconds) => {
    await addHook(house, peer.url);
    peer.answer = { status, headers: { location: 'http://127.0.0.1:1/' } };
    await somethingHappens();
    await tellHooks(house);
    const [event] = await events();
    expect(event!.state).toBe(state);
    if (seconds) expect(event!.seconds).toBe(seconds);
    expect(peer.calls).toHaveLength(1);
  });

  it.each([
    ['120', 120],
    [new Date(Date.parse('2026-11-21T04:10:00Z')).toUTCString(), 600],
    ['9999999', 36_000],
    ['soon', 5],
    ['-3', 5],
  ])('is not sent again before the hook asked for it: Retry-After: %s', async (asked, seconds) => {
    await addHook(house, peer.url);
    peer.answer = { status: 429, headers: { 'retry-after': asked } };
    await somethingHappens();
    await tellHooks(house);
    expect((await events())[0]!.seconds).toBe(seconds);
  });

  it('whose sender was killed in the middle is sent again under the same id', async () => {
    await addHook(house, peer.url);
    await somethingHappens();
    await passAllOn(house);
    const senders = await sendersOf(house);
    const [row] = await claim({ db: house.db, senders }, new Pace(), 1);
    await senders[row!.channel]!.send(row!, AbortSignal.timeout(5000));
    await settleAbandoned({ ...house, senders }, { evenLeased: true });
    expect((await events())[0]!.state).toBe('queued');
    await comesDue(house);
    await tellHooks(house);
    expect(peer.calls.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill((await events())[0]!.id));
    expect((await events())[0]!.state).toBe('sent');
    expect((await house.cards()).some(({ receiptOf }) => receiptOf)).toBe(false);
  });

  it('of a dead hook holds up no other hook and no card', async () => {
    await addHook(house, 'http://127.0.0.1:1/dead');
    await house.say('/hook off h1');
    await addHook(house, peer.url);
    await house.deliver();
    await house.db.autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload, priority)
      select 'hook:1', '1', 'machine', 'dead' || n, '{"kind": "event", "id": "msg_x", "body": "{}"}', 0 from generate_series(1, 1000) n`;
    await house.happen(telegramMessage('Hello?'));
    await passAllOn(house);
    const telegram: Sender = { send: async () => ({ result: 'sent' }), deadlineMs: 1000, chatGapMs: 0, perSecond: 30 };
    const rows = await claim({ db: house.db, senders: { ...(await sendersOf(house)), telegram } }, new Pace(), 8);
    expect(rows.filter(({ channel }) => channel === 'hook:1')).toHaveLength(8);
    expect(rows.filter(({ channel }) => channel === 'hook:2').length).toBeGreaterThan(0);
    expect(rows.some(({ channel, address }) => channel === 'telegram' && address === OWNER)).toBe(true);
  });

  it('that is under way when its hook is removed is not sent again', async () => {
    await addHook(house, peer.url);
    await somethingHappens();
    await passAllOn(house);
    const senders = await sendersOf(house);
    const [row] = await claim({ db: house.db, senders }, new Pace(), 1);
    await house.say('/hook remove h1');
    await settle({ ...house, senders }, row!, { result: 'retry', error: 'status 500' });
    expect((await events())[0]!.state).toBe('cancelled');
  });

  it('is not sent where data are restored and what waited is dropped', async () => {
    await addHook(house, peer.url);
    await somethingHappens(1);
    await passAllOn(house);
    await somethingHappens(2);
    await house.act((ctx) => dropQueued(ctx.tx));
    expect(await tellHooks(house)).toBe(0);
  });

  it('is signed with the new secret where the one before cannot be opened any more', async () => {
    const { id } = await addHook(house, peer.url);
    const { quote } = await house.say('/hook rotate');
    await keepSecret(house, id, quote!);
    await house.db.autocommit`update hooks set previous_secret = ${Buffer.from('lost')}`;
    await somethingHappens();
    await tellHooks(house);
    expect(verified(peer.calls[0]!, quote!)).toBeTruthy();
    await house.db.autocommit`update hooks set secret = ${Buffer.from('lost')}`;
    await somethingHappens(2);
    await tellHooks(house);
    expect((await house.say('/hook')).lists?.[0]?.items[0]?.detail).toContain('/hook rotate');
  });

  it('that was taken is not kept for ever', async () => {
    await addHook(house, peer.url);
    await somethingHappens();
    await tellHooks(house);
    await house.db.autocommit`update outbox set created_at = ${house.now}`;
    later(91 * 24 * HOUR_MS);
    await house.act((ctx) => prunings.notices!(ctx));
    expect(await events()).toEqual([]);
  });
});

describe('a hook that takes nothing', () => {
  const failing = async () => {
    await addHook(house, peer.url);
    peer.answer = { status: 500 };
    await somethingHappens();
    await tellHooks(house);
    await house.deliver();
  };

  it('is told to the owner once, after an hour', async () => {
    await failing();
    const told = (await house.cards()).length;
    later(HOUR_MS - 60_000);
    await house.act(watchHooks);
    expect(await house.cards()).toHaveLength(told);
    later(60_000);
    for (const _ of [1, 2]) await house.act(watchHooks);
    expect(await house.cards()).toHaveLength(told + 1);
    expect((await lastCard()).title).toContain('has taken nothing for an hour');
    expect(buttonsOf(await lastCard()).map(({ command }) => command)).toEqual(['/hook test h1', '/hook off h1']);
    expect(JSON.stringify(await lastCard())).not.toContain('whatever it says');
  });

  it('is forgotten as soon as it takes something', async () => {
    await failing();
    peer.answer = { status: 200 };
    await comesDue(house);
    await tellHooks(house);
    const told = (await house.cards()).length;
    later(2 * HOUR_MS);
    await house.act(watchHooks);
    expect(await house.cards()).toHaveLength(told);
    expect((await house.say('/hook')).lists?.[0]?.items[0]?.detail).toContain('last taken');
  });

  it('is switched off after five days; what it did not take can be sent again', async () => {
    await failing();
    later(5 * 24 * HOUR_MS);
    await house.act(watchHooks);
    expect((await lastCard()).title).toContain('was switched off');
    await somethingHappens(2);
    expect(await tellHooks(house)).toBe(0);
    const { lists } = await house.say('/unsent');
    expect(lists?.[0]?.items).toMatchObject([{ ref: 'h1', text: expect.stringContaining('1 event') }]);
    expect(await house.say('/retry h1')).toMatchObject({ failed: true });
    peer.answer = { status: 200 };
    await house.press('Switch on');
    await house.say('/retry h1');
    const before = peer.calls.length;
    await tellHooks(house);
    expect(peer.calls.slice(before).map(({ headers }) => headers['webhook-id'])).toEqual([
      peer.calls[0]!.headers['webhook-id'],
    ]);
    expect((await house.say('/unsent')).text).toBe('Everything was delivered.');
  });

  it('is switched off at once where it says that it wants no more', async () => {
    await addHook(house, peer.url);
    peer.answer = { status: 410 };
    await somethingHappens();
    await tellHooks(house);
    expect((await lastCard()).text).toContain('410');
    expect((await house.say('/hook')).lists?.[0]?.items[0]?.detail).toContain('off');
  });

  it('is let be', async () => {
    await addHook(house, peer.url);
    peer.answer = { status: 410 };
    await somethingHappens();
    await tellHooks(house);
    await house.say('/drop h1');
    expect((await house.say('/unsent')).text).toBe('Everything was delivered.');
  });
});
