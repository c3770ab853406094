import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { unsubscribe, whyNot } from '../../../src/domain/people/suppression.ts';
import type { CustomerUpdated } from '../../../src/domain/shop_event.ts';
import { NOON, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

const DAY = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(NOON.getTime() - days * DAY);
const says = (wanted: boolean, ago: number, { confirmed = false } = {}): CustomerUpdated => ({
  ...{ kind: 'customer.updated', provider: 'shopify', connectionId: '1', updatedAt: daysAgo(ago) },
  customer: {
    ...{ externalId: '900', name: 'Bea Stone', email: 'bea@x.example', phone: null },
    ...{ country: 'CN', city: null, language: 'en' },
  },
  marketing: { email: 'Bea@X.example', wanted, confirmed, at: daysAgo(ago) },
});
async function why(): Promise<string | null> {
  const { sql } = house.db;
  const whom = { contactId: sql`i.contact_id`, channel: sql`i.channel`, address: sql`i.address`, now: NOON };
  const [row] = await sql<{ why: string | null }>`
    select ${whyNot(sql, whom, 'offers')} as why from contact_identities i where i.address = 'bea@x.example'`;
  return row!.why;
}

describe('what a customer has said in the shop about its marketing', () => {
  it('counts for news and offers by mail, with when they said it', async () => {
    await house.happen(says(true, 9));
    expect(await why()).toBeNull();
    expect(
      await house.db.sql`select purpose, proof, source, confirmed_at as at from consents order by purpose`,
    ).toEqual([
      { purpose: 'newsletter', proof: 'shop', source: 'shop:1', at: daysAgo(9) },
      { purpose: 'offers', proof: 'shop', source: 'shop:1', at: daysAgo(9) },
    ]);
    expect(JSON.stringify(await house.say('/contact Bea'))).toContain('ticked it in the shop');
  });

  it('comes to what they said last, in whichever order and however often it is told', async () => {
    const said = fc.array(fc.boolean(), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(said, fc.infiniteStream(fc.nat()), async (words, dice) => {
        await house.reset();
        const events = words.map((wanted, nth) => says(wanted, 20 - nth));
        const order = events.map((event) => ({ event, at: dice.next().value! })).sort((a, b) => a.at - b.at);
        for (const { event } of [...order, order[0]!]) await house.happen(event);
        expect(await why()).toBe(words.at(-1) ? null : 'unsubscribed');
      }),
      { numRuns: 12 },
    );
  });

  it('does not take back what they have said to us, unless they confirmed it there since', async () => {
    await house.happen(says(true, 20));
    const said = { saidBy: 'person', source: 'one_click', now: daysAgo(10) } as const;
    await house.act(({ tx }) => unsubscribe(tx, { channel: 'email', address: 'bea@x.example', ...said }));
    await house.happen(says(true, 5));
    expect(await why()).toBe('unsubscribed');
    await house.happen(says(true, 12, { confirmed: true }));
    expect(await why()).toBe('unsubscribed');
    await house.happen(says(true, 3, { confirmed: true }));
    expect(await why()).toBeNull();
  });

  it('of no known time lifts no no, nor does a no of none take back what they agreed to with us since', async () => {
    const undated = (wanted: boolean, ago: number, confirmed = true): CustomerUpdated => {
      const event = says(wanted, ago, { confirmed });
      return { ...event, marketing: { ...event.marketing!, at: null } };
    };
    await house.happen(undated(true, 20));
    expect(await why()).toBeNull();
    const said = { saidBy: 'person', source: 'one_click', now: daysAgo(10) } as const;
    await house.act(({ tx }) => unsubscribe(tx, { channel: 'email', address: 'bea@x.example', ...said }));
    await house.happen(undated(true, 3));
    expect(await why()).toBe('unsubscribed');
  });

  it('control: a no of no known time counts', async () => {
    await house.happen(says(true, 9, { confirmed: true }));
    const event = says(false, 3);
    await house.happen({ ...event, marketing: { ...event.marketing!, at: null } });
    expect(await why()).toBe('unsubscribed');
  });

  it('is of the mailbox it was said for: an address put in later has not agreed', async () => {
    await house.happen(says(true, 9, { confirmed: true }));
    const event = says(true, 9, { confirmed: true });
    const moved = {
      ...{ ...event, updatedAt: daysAgo(2) },
      customer: { ...event.customer, email: 'victim@y.example' },
      marketing: { ...event.marketing!, email: 'victim@y.example' },
    };
    await house.happen(moved);
    await house.happen({ ...moved, updatedAt: daysAgo(1) });
    expect(await house.db.sql`select distinct address from consents`).toEqual([{ address: 'bea@x.example' }]);
  });

  describe('told of an account whose address has changed', () => {
    const at = (address: string) => house.db.sql`
      select purpose, proof from consents where address = ${address} and confirmed_at is not null and withdrawn_at is null order by 1`;
    const told = (event: CustomerUpdated, email: string, ago: number): CustomerUpdated => ({
      ...{ ...event, updatedAt: daysAgo(ago) },
      customer: { ...event.customer, email },
      marketing: { ...event.marketing!, email },
    });
    const versions = (event: CustomerUpdated) => [
      told(event, 'bea@x.example', 18),
      told(event, 'victim@y.example', 6),
      told(event, 'victim@y.example', 4),
    ];

    it('is of the mailbox it was said for, in whichever order and however often it is told, whatever is known already', async () => {
      const order = fc
        .shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 4, maxLength: 6 })
        .filter((all) => all.includes(0));
      const before = fc.constantFrom('nothing', 'agreed here', 'victim said no');
      const word = fc.constantFrom('confirmed', 'ticked', 'since', 'undated');
      await fc.assert(
        fc.asyncProperty(order, before, word, async (turns, known, how) => {
          await house.reset();
          if (known === 'agreed here') {
            await house.say('/add Bea bea@x.example');
            await house.say('/consent Bea news offers told me');
          }
          const no = { saidBy: 'person', source: 'one_click', now: daysAgo(30) } as const;
          if (known === 'victim said no')
            await house.act(({ tx }) => unsubscribe(tx, { channel: 'email', address: 'victim@y.example', ...no }));
          const event = says(true, 20, { confirmed: how === 'confirmed' });
          const undated = { ...event, marketing: { ...event.marketing!, at: null } };
          const said = how === 'since' ? { ...undated, since: daysAgo(20) } : how === 'undated' ? undated : event;
          const all = versions(said);
          for (const turn of turns) await house.happen(all[turn]!);
          expect(await at('victim@y.example')).toEqual([]);
          expect(await at('bea@x.example')).toHaveLength(2);
          expect(await why()).toBeNull();
          const nos = await house.db.sql`select from suppressions where lifted_at is null`;
          expect(nos).toHaveLength(known === 'victim said no' ? 3 : 0);
        }),
        { numRuns: 16, examples: [[[2, 1, 0, 2], 'nothing', 'undated']] },
      );
    });

    it('control: what they say anew with their new address is of that', async () => {
      const [first] = versions(says(true, 20, { confirmed: true }));
      const anew = told(says(true, 5, { confirmed: true }), 'new@y.example', 5);
      await house.happen(first!);
      await house.happen(anew);
      expect(await at('new@y.example')).toHaveLength(2);
      expect(await at('bea@x.example')).toHaveLength(2);
    });
  });

  it('does not take back by another account’s tick what one account has said', async () => {
    await house.happen(says(false, 9));
    const event = says(true, 3);
    await house.happen({ ...event, customer: { ...event.customer, externalId: '901' } });
    expect(await why()).toBe('unsubscribed');
    await house.happen(says(true, 2));
    expect(await why()).toBeNull();
  });
});
