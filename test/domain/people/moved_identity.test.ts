import { expect, it } from 'vitest';
import { insertContact } from '../../../src/domain/people/contact.ts';
import { resolveContact } from '../../../src/domain/people/resolve.ts';
import { NOON, testHouse } from '../../support/house.ts';

const house = await testHouse();
const identity = { channel: 'email', address: 'ann@x.example' };

it('whoever writes while their address is given to another contact is that one', async () => {
  const former = await house.db.transaction((tx) =>
    resolveContact(tx, { identities: [identity] }, { name: 'Ann' }, NOON),
  );
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let found: Promise<{ id: string }> | undefined;
  const other = await house.db.transaction(async (tx) => {
    const made = await insertContact(tx, { name: 'Ann Berg' });
    await tx`update contact_identities set contact_id = ${made.id} where address = ${identity.address}`;
    found = house.db.transaction(async (later) => {
      arrive();
      return resolveContact(later, { identities: [identity] }, { name: 'Ann' }, NOON);
    });
    await arrived;
    let settled = false;
    void found.then(() => {
      settled = true;
    });
    // until it waits for us, as it should
    while (!settled && (await house.db.sql`select from pg_locks where not granted`).length === 0);
    return made;
  });
  expect([former.id, (await found!).id]).toEqual(['1', other.id]);
  expect(await house.db.sql`select id from contacts order by id`).toHaveLength(2);
});

it('two who come at once by one address that is new are one contact', async () => {
  const identities = [{ channel: 'telegram', address: '555' }];
  const both = await Promise.all(
    [1, 2].map(() => house.db.transaction((tx) => resolveContact(tx, { identities }, { name: 'Bo' }, NOON))),
  );
  expect(both[0]!.id).toBe(both[1]!.id);
});
