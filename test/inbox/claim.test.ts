import { beforeEach, describe, expect, it } from 'vitest';
import { typed } from '../../src/bots/console/parse.ts';
import { toInboxEvent as fromSlack } from '../../src/bots/slack/intake.ts';
import { toInboxEvent as fromTelegram } from '../../src/bots/telegram/update.ts';
import { addUserIdentity } from '../../src/domain/owner/user.ts';
import { claim } from '../../src/inbox/claim.ts';
import type { InboxEvent } from '../../src/inbox/event.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { OWNER, testHouse } from '../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addUserIdentity(tx, '1', 'slack', 'UOWNER'));
  }),
);

const event = (externalId: string, lane: string): InboxEvent => ({
  source: 'test',
  externalId,
  lane,
  body: Buffer.from('{}'),
});
const receive = (events: InboxEvent[]) => createReceiver(house.db, { wake: () => {} }).receiveAll(events);
const take = async (limit = 4) => (await claim(house.db, limit)).map((row) => row.externalId);
const done = (externalIds: string[]) =>
  house.db
    .autocommit`update inbox set processed_at = now(), locked_until = null where external_id = any(${externalIds})`;

describe('what is taken to be handled', () => {
  const update = (id: number, from: number, chat = from) =>
    fromTelegram('1', { update_id: id, message: { message_id: id, from: { id: from }, chat: { id: chat } } } as never);
  const press = (id: number, from: number) =>
    fromTelegram('1', { update_id: id, callback_query: { id: String(id), from: { id: from } } } as never);
  const slack = (user: string, ts: string) =>
    fromSlack({ event: { type: 'message', channel: `D${user}`, user, ts } }, Buffer.from('{}'));

  it.each([
    ['a message', update(1, Number(OWNER)), '1:1'],
    ['a press', press(2, Number(OWNER)), '1:2'],
    ['a command in a group', update(3, Number(OWNER), -100), '1:3'],
    ['a line in a terminal', typed('s', 'typed', '/help'), 'typed'],
    ['a message in Slack', slack('UOWNER', '1.0'), 'message:DUOWNER:1.0'],
  ])('is %s of a user before all that waits', async (_, own, externalId) => {
    await receive(Array.from({ length: 50 }, (_, nth) => event(`${nth}`, `lane ${nth}`)));
    await receive([own]);
    expect((await take(1))[0]).toBe(externalId);
  });

  it.each([
    ['a message', update(1, 777), '1:1'],
    ['a press', press(2, 777), '1:2'],
    ['a message in Slack', slack('UOTHER', '1.0'), 'message:DUOTHER:1.0'],
  ])('is %s of anybody else in its turn', async (_, other, externalId) => {
    await receive([event('first', 'lane'), other]);
    expect(await take(1)).toEqual(['first']);
    expect(await take(1)).toEqual([externalId]);
  });

  it('is of many lanes, though one has filled the queue before them', async () => {
    await receive(Array.from({ length: 300 }, (_, nth) => event(`flood ${nth}`, 'flood')));
    await receive([event('a', 'a'), event('b', 'b')]);
    const taken = [...(await take(3)), ...(await take(3)), ...(await take(3))];
    expect(taken.sort()).toEqual(['a', 'b', 'flood 0']);
  });

  it('keeps a lane’s order to the last, each row once, whoever takes', async () => {
    await receive(Array.from({ length: 120 }, (_, nth) => event(`${nth}`, `lane ${nth % 3}`)));
    const order: string[] = [];
    while (order.length < 120) {
      const taken = (await Promise.all([take(2), take(2)])).flat();
      expect(taken.length).toBeGreaterThan(0);
      order.push(...taken);
      await done(taken);
    }
    for (const lane of [0, 1, 2]) {
      const numbers = order.map(Number).filter((number) => number % 3 === lane);
      expect(numbers).toEqual(Array.from({ length: 40 }, (_, nth) => nth * 3 + lane));
    }
  });

  it('goes on with the lane when what was first failed or was deleted', async () => {
    await receive(['1', '2', '3'].map((id) => event(id, 'lane')));
    expect(await take()).toEqual(['1']);
    expect(await take()).toEqual([]);
    await house.db.autocommit`update inbox set failed_at = now() where external_id = '1'`;
    expect(await take()).toEqual(['2']);
    expect(await take()).toEqual([]);
    await house.db.autocommit`delete from inbox where external_id = '2'`;
    expect(await take()).toEqual(['3']);
  });
});
