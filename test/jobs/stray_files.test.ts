import { rm, utimes } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { keptPath } from '../../src/files/store.ts';
import { dropStrayFiles } from '../../src/jobs/stray_files.ts';
import { NOON, testHouse } from '../support/house.ts';

const HOUR = 3_600_000;
const house = await testHouse({ locale: 'en' });
beforeEach(async () => {
  await house.reset();
  await rm(house.filesDir, { recursive: true, force: true });
});

const drop = () => house.act(dropStrayFiles);
const isThere = (ref: string) =>
  house.files.read(ref).then(
    () => true,
    () => false,
  );

/** A file last kept so many hours ago. */
async function kept(words: string, hoursAgo: number): Promise<string> {
  const ref = await house.files.put(Buffer.from(words));
  const at = new Date(NOON.getTime() - hoursAgo * HOUR);
  await utimes(keptPath(house.filesDir, ref)!, at, at);
  return ref;
}

const inOutbox = (ref: string) => house.db.autocommit`
  insert into outbox (channel, address, audience, idempotency_key, payload)
  values ('telegram', '42', 'owner', ${ref}, ${house.db.sql.json({ kind: 'message', reply: { attachments: [{ kind: 'document', ref }] } })})`;

describe('a kept file', () => {
  it('that nothing names goes after a day, and is counted', async () => {
    const old = await kept('old', 25);
    expect(await drop()).toBe(1);
    expect(await isThere(old)).toBe(false);
    expect(await drop()).toBe(0);
  });

  it('that is young stays, and so does one kept again today', async () => {
    const young = await kept('young', 23);
    const again = await kept('again', 99);
    await house.files.put(Buffer.from('again'));
    await utimes(keptPath(house.filesDir, again)!, NOON, NOON);
    expect(await drop()).toBe(0);
    expect([await isThere(young), await isThere(again)]).toEqual([true, true]);
  });

  it('that is kept again counts as new from that moment', async () => {
    const ref = await kept('twice', 99);
    await house.files.put(Buffer.from('twice'));
    house.now = new Date(Date.now() + HOUR);
    expect(await drop()).toBe(0);
    expect(await isThere(ref)).toBe(true);
  });

  it('that a notice, a message or somebody deleted names stays', async () => {
    const refs = [await kept('notice', 99), await kept('message', 99)];
    await inOutbox(refs[0]!);
    await house.say('/add Zoe zoe@example.com');
    await house.db.autocommit`
      insert into conversations (contact_id, channel, address) values (1, 'telegram', '7')`;
    await house.db.autocommit`
      insert into messages (conversation_id, direction, attachments, occurred_at)
      values (1, 'out', ${house.db.sql.json([{ kind: 'document', ref: refs[1]! }])}, now())`;
    expect(await drop()).toBe(0);
    await house.say('/delete c1 !');
    expect(await drop()).toBe(0);
    await house.say('/undo');
    expect([await isThere(refs[0]!), await isThere(refs[1]!)]).toEqual([true, true]);
    await house.db.autocommit`delete from outbox`;
    expect(await drop()).toBe(1);
  });

  it('is one of a few that are removed in a night', async () => {
    for (const name of ['a', 'b', 'c']) await kept(name, 99);
    const which = { before: NOON, named: async () => [] };
    expect(await house.files.removeUnnamed({ ...which, most: 2 })).toBe(2);
    expect(await house.files.removeUnnamed({ ...which, most: 2 })).toBe(1);
  });
});
