import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent, MessageReceived } from '../../../src/domain/event.ts';
import { parseShopify } from '../../../src/webhooks/shopify/parse.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'US' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const BOBS = '+12025550190';

let count = 0;
/** A webhook of the shop, read as the edge reads it. */
const hook = (body: object): DomainEvent => {
  const row = {
    id: String(++count),
    source: 'shopify:1',
    externalId: `hook-${count}`,
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
    receivedAt: NOON,
    attempts: 1,
  };
  return parseShopify(row as unknown as Parameters<typeof parseShopify>[0]);
};
const customer = (id: number, first_name: string, more: object = {}) => ({
  ...{ id, first_name, last_name: '', email: `${first_name.toLowerCase()}@example.com`, phone: null },
  ...{ updated_at: NOON.toISOString(), ...more },
});
const customerHook = (id: number, name: string, more: object = {}) => hook(customer(id, name, more));
const orderHook = (who: object | null, more: object = {}) =>
  hook({
    ...{ id: 7000 + ++count, name: `#${count}`, financial_status: 'pending', currency: 'USD', total_price: '10.00' },
    ...{ line_items: [], customer: who, created_at: NOON.toISOString(), updated_at: NOON.toISOString(), ...more },
  });
const chat = (address: string, name: string, text: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, { chat: address, from: { address, name }, externalId: `m${++count}`, ...more });
/** Somebody presses "share my phone". */
const shares = (address: string, name: string, phone: string) =>
  chat(address, name, '', {
    from: { address, name, phone },
    sharedContact: { own: true, name, channel: 'phone', address: phone },
  });

const people = () => house.db.sql<{ name: string; city: string | null }>`select name, city from contacts order by id`;
const names = async () => (await people()).map(({ name }) => name);
const questions = async () =>
  (
    await house.db.sql<{ pair: string }>`select first_id || ' ' || second_id as pair from merge_proposals order by 1`
  ).map(({ pair }) => pair);
const told = async () =>
  (await house.outbox()).filter(({ audience }) => audience === 'customer').map(({ address }) => address);

describe('a phone that stands in an order', () => {
  const anna = customer(21, 'Anna');
  const bob = { name: 'Bob Receiver', phone: BOBS, city: 'Boise', country_code: 'US' };

  it.each<[string, () => DomainEvent]>([
    ['where it goes', () => orderHook(anna, { shipping_address: bob })],
    ['where the bill goes', () => orderHook(anna, { billing_address: bob })],
    ['as how to reach whoever ordered', () => orderHook(anna, { phone: BOBS })],
    ['in the customer’s address book', () => customerHook(21, 'Anna', { default_address: bob })],
    ['with an extension, as the customer’s own', () => customerHook(21, 'Anna', { phone: `${BOBS} ext. 12345` })],
    ['as a switchboard’s, as the customer’s own', () => customerHook(21, 'Anna', { phone: '+18005550190' })],
  ])('%s, does not make its owner the buyer: their chat is their own, and the owner is asked', async (_, event) => {
    await house.happen(event());
    const number = (await house.say('/contact Anna')).fields?.find(({ label }) => label === 'Phone')?.value;
    expect(number).toMatch(/may not be theirs|shared with others/);
    await house.happen(shares('500', 'Bob', number!.startsWith('+1800') ? '+18005550190' : BOBS));
    expect(await names()).toEqual(['Anna', 'Bob']);
    expect((await house.cards()).filter(({ title }) => title?.startsWith('💬')).at(-1)?.title).toContain('Bob');
    await house.say('/reply Anna Your gift to Bob is a surprise');
    expect(await told()).toEqual([]);
  });

  it('is asked about: the two may be one', async () => {
    await house.happen(orderHook(anna, { shipping_address: bob }), shares('500', 'Bob', BOBS));
    expect(await questions()).toEqual(['1 2']);
    const [item] = (await house.say('/duplicates')).lists![0]!.items;
    expect([item?.ref, item?.text, item?.detail]).toEqual(['c1 c2', 'Anna ↔ Bob', expect.stringContaining(BOBS)]);
  });

  it('is asked about whoever came first', async () => {
    await house.happen(shares('500', 'Bob', BOBS), orderHook(anna, { shipping_address: bob }));
    expect(await names()).toEqual(['Bob', 'Anna']);
    expect(await questions()).toEqual(['1 2']);
  });

  it('gives nobody somebody else’s name or city', async () => {
    await house.happen(orderHook(customer(21, '', { email: 'anna@example.com' }), { shipping_address: bob }));
    expect(await people()).toEqual([{ name: 'anna@example.com', city: null }]);
  });

  it('finds the buyer, and is shown with them as not proven', async () => {
    await house.happen(orderHook(anna, { shipping_address: bob }));
    expect((await house.say('/find 5550190')).title).toContain('Anna');
  });

  it('control: one of their own customer record finds them in their chat', async () => {
    await house.happen(customerHook(21, 'Anna', { phone: BOBS }), shares('500', 'Anna S', BOBS));
    expect(await names()).toEqual(['Anna']);
  });
});

describe('one phone of two customers', () => {
  it.each<[string, object]>([
    ['with different mail addresses', {}],
    ['one without a mail address', { email: null }],
  ])('%s stays two people, and is a question', async (_, more) => {
    await house.happen(customerHook(21, 'Anna', { phone: BOBS }), customerHook(22, 'Bob', { phone: BOBS, ...more }));
    expect(await names()).toEqual(['Anna', 'Bob']);
    expect(await questions()).toEqual(['1 2']);
    expect((await house.say('/contact Bob')).fields?.map(({ value }) => value).join()).toContain(BOBS);
  });

  it('that the other has shared in another chat stays two people', async () => {
    await house.happen(shares('500', 'Bob', BOBS), shares('501', 'Carl', BOBS));
    expect(await names()).toEqual(['Bob', 'Carl']);
    expect(await questions()).toEqual(['1 2']);
  });
});

describe('what somebody else says of a person', () => {
  it('on a contact card a user passes on, is no proof: the card’s person is not the phone’s owner', async () => {
    await house.happen(shares('500', 'Bob', BOBS));
    await house.type('', { sharedContact: { own: false, name: 'Alice', channel: 'phone', address: BOBS } });
    expect(await names()).toEqual(['Bob', 'Alice']);
    expect(await questions()).toEqual(['1 2']);
    const card = (await house.cards()).find(({ title }) => title?.includes('Alice'));
    expect(card?.about).toBeUndefined();
  });

  it('on a card from before, does not decide whose chat it is when the phone is shared', async () => {
    await house.type('', { sharedContact: { own: false, name: 'Alice', channel: 'phone', address: BOBS } });
    await house.happen(shares('500', 'Bob', BOBS));
    expect(await names()).toEqual(['Alice', 'Bob']);
    expect(await questions()).toEqual(['1 2']);
  });

  it('by a mere name, does not decide where an answer goes', async () => {
    await house.type('Is it ready?', { forwardedFrom: { name: 'Alex' } });
    await house.happen(chat('500', 'Alex B', 'hello'));
    await house.say('/merge c2 c1');
    await house.type('And how much?', { forwardedFrom: { name: 'Alex' } });
    const card = (await house.cards()).at(-1)!;
    expect(card.about).toBeUndefined();
    expect(buttonsOf(card).map(({ command }) => command)).toContain('/inbox v2');
  });
});

describe('where an answer goes', () => {
  const mailOf = (address: string, minutesAgo: number): MessageReceived => ({
    ...chat(address, 'Anna', `from ${address}`),
    ...{ channel: 'email', private: false, externalId: `<${++count}@x.org>`, trust: 'verified', subject: 'Tea' },
    sentAt: new Date(NOON.getTime() - minutesAgo * 60_000),
  });

  it('stands on the card of whoever can be reached in several places, and on the receipt', async () => {
    await house.happen(chat('500', 'Anna', 'hello'), mailOf('anna@work.example', 2), mailOf('anna@home.example', 1));
    expect((await house.say('/contact c1')).fields?.map(({ label }) => label)).not.toContain('Answers go to');
    await house.say('/merge c1 c2');
    expect((await house.say('/contact c1')).fields).toContainEqual({ label: 'Answers go to', value: 'Mail' });
    await house.say('/merge c1 c3');
    expect((await house.say('/contact c1')).fields).toContainEqual({
      label: 'Answers go to',
      value: 'Mail · anna@work.example',
    });
    const asked = await house.say('/reply c1 first');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      expect.stringContaining('anna@work.example'),
      expect.stringContaining('anna@home.example'),
      expect.stringContaining('Telegram'),
    ]);
    expect((await house.say(buttonsOf(asked)[0]!.command)).text).toContain('anna@work.example');
    // both that wait reach Anna alone, and which of them asked what is answered now nobody says
    const further = await house.say('/reply c1 second');
    expect(further.text).toBe('Anna waits for an answer in several places. Which one is this for?');
    expect((await house.say(buttonsOf(further)[0]!.command)).text).toContain('anna@home.example');
    expect((await house.say('/reply c1 third')).text).toContain('Telegram');
  });
});

describe('signs of each other', () => {
  const PEOPLE = ['Anna', 'Bob', 'Carl'];
  const phoneOf = (who: number) => `+1202555017${who}`;
  const mailOf = (who: number) => `${PEOPLE[who]!.toLowerCase()}@example.com`;
  /** What comes from `one` and says something of `other` that proves nothing. */
  const weak: ((one: number, other: number) => DomainEvent)[] = [
    (one, other) => orderHook(buyer(one), { shipping_address: { name: PEOPLE[other], phone: phoneOf(other) } }),
    (one, other) => orderHook(buyer(one), { billing_address: { name: PEOPLE[other], phone: phoneOf(other) } }),
    (one, other) => orderHook(buyer(one), { phone: phoneOf(other) }),
    (one, other) => customerHook(20 + one, PEOPLE[one]!, { default_address: { phone: phoneOf(other) } }),
    (one, other) => customerHook(20 + one, PEOPLE[one]!, { phone: `${phoneOf(other)} x77` }),
    (one, other) => chat(`50${one}`, PEOPLE[other]!, `call ${phoneOf(other)} or write to ${mailOf(other)}`),
    (one, other) =>
      chat(`50${one}`, PEOPLE[one]!, '', {
        sharedContact: { own: false, name: PEOPLE[other]!, channel: 'phone', address: phoneOf(other) },
      }),
    (one, other) => card(PEOPLE[one]!, phoneOf(other)),
    (one, other) => mailFrom(other, { trust: 'suspicious', text: `I am ${PEOPLE[one]}` }),
    (one, other) => mailFrom(other, { claimed: true, text: `I am ${PEOPLE[one]}` }),
  ];
  const buyer = (who: number) => customer(20 + who, PEOPLE[who]!);
  const card = (name: string, phone: string) =>
    chat('42', 'Owner', '', { sharedContact: { own: false, name, channel: 'phone', address: phone } });
  const mailFrom = (who: number, more: Partial<MessageReceived>): MessageReceived => ({
    ...chat(mailOf(who), PEOPLE[who]!, ''),
    ...{ channel: 'email', private: false, externalId: `<${++count}@example.com>`, ...more },
  });
  /** What is proven theirs: their chat, which shared their phone; their mail; their account in the shop. */
  const proofs: ((who: number) => DomainEvent)[] = [
    (who) => shares(`50${who}`, PEOPLE[who]!, phoneOf(who)),
    (who) => mailFrom(who, { trust: 'verified', text: 'hello' }),
    (who) => customerHook(20 + who, PEOPLE[who]!),
  ];
  const act = fc.record({ kind: fc.nat(), one: fc.nat(2), other: fc.nat(2), proves: fc.boolean() });

  it('in any order never bring one person’s chat, mail or shop account to another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 10 }), async (acts) => {
        await house.reset();
        await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
        for (const { kind, one, other, proves } of acts) {
          await house.happen(proves ? proofs[kind % 3]!(one) : weak[kind % weak.length]!(one, other));
        }
        const rows = await house.db.sql<{ contact: string; address: string }>`
          select contact_id as contact, address from contact_identities where channel <> 'forwarded'`;
        for (const { contact } of rows) {
          const owners = rows.filter((row) => row.contact === contact).map(({ address }) => whose(address));
          expect(new Set(owners).size, JSON.stringify(rows)).toBe(1);
        }
      }),
      { numRuns: 12 },
    );
  });

  const whose = (address: string): number =>
    [0, 1, 2].find((who) => [`50${who}`, phoneOf(who), mailOf(who), `1/${20 + who}`].includes(address))!;
});
