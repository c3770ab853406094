import { beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

/** So many that all but the first few are told on one card. */
const MANY = 12;
const fillsIn = (nth: number) =>
  house.happen(
    mail(`visitor${nth}@example.com`, `Words of ${nth}.`, {
      ...{ claimed: true, externalId: `<form-${nth}@x>`, subject: `Form ${nth}` },
      namedBy: { what: 'form', from: 'site@example.com' },
    }),
  );
const together = async (): Promise<Reply | undefined> => {
  const rows = await house.db.sql<{ reply: Reply }>`
    select payload -> 'reply' as reply from outbox where waits and shows_count > 1`;
  return rows.at(-1)?.reply;
};
const visitor = async (nth: number): Promise<string> => {
  const [row] = await house.db.sql<{ id: string }>`
    select contact_id as id from contact_identities where address = ${`visitor${nth}@example.com`}`;
  return `c${row!.id}`;
};

it('the card of many forms shows nothing of a visitor who is blocked, and counts them no more', async () => {
  for (let nth = 1; nth <= MANY; nth += 1) await fillsIn(nth);
  const count = Number(/\d+/.exec((await together())?.title ?? '')?.[0]);
  expect(JSON.stringify(await together())).toContain(`Words of ${MANY}.`);
  await house.say(`/block ${await visitor(MANY)}`);
  expect(JSON.stringify(await together())).not.toContain(`Words of ${MANY}.`);
  expect((await together())?.title).toContain(`${count - 1}`);
  await fillsIn(MANY + 1);
  expect(JSON.stringify(await together())).not.toContain(`Words of ${MANY}.`);
  expect((await together())?.title).toContain(`${count}`);
  await house.say(`/unblock ${await visitor(MANY)}`);
  expect(JSON.stringify(await together())).toContain(`Words of ${MANY}.`);
  expect((await together())?.title).toContain(`${count + 1}`);
});

it('the card of many forms is not shown while all their visitors are blocked', async () => {
  for (let nth = 1; nth <= MANY; nth += 1) await fillsIn(nth);
  for (let nth = 1; nth <= MANY; nth += 1) await house.say(`/block ${await visitor(nth)}`);
  expect(await together()).toBeUndefined();
  await house.say(`/unblock ${await visitor(MANY)}`);
  const rows = await house.db.sql<{ reply: Reply }>`
    select payload -> 'reply' as reply from outbox where waits and shows_contact is null and audience = 'owner' and shows_kind = 'form'`;
  expect(JSON.stringify(rows)).toContain(`Words of ${MANY}.`);
});
