import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { isNoAccount, isStopgap } from '../../../src/text/nobody.ts';
import { isStopgapPhone } from '../../../src/text/person/phone.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { connectShop } from '../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../support/shops/standard_event.ts';
import { stripeEvent, stripeSession } from '../../support/shops/stripe_event.ts';
import { wooBody, wooEvent, wooOrder } from '../../support/shops/woo_event.ts';
import { youzanEvent, youzanTrade } from '../../support/shops/youzan_event.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/Berlin', currency: 'EUR', country: 'DE' });
beforeEach(
  house.startingWith(async () => {
    for (const shop of ['shopify', 'woocommerce', 'standard', 'stripe', 'youzan']) await connectShop(house, shop);
  }),
);

interface Guest {
  name: string;
  email?: string;
  phone?: string;
}

const by = ({ name, email = '', phone = '' }: Guest) => {
  const [first_name = '', last_name = ''] = name.split(' ');
  return { first_name, last_name, name, email, phone };
};

/** The nth order of a guest, as each shop tells of it. */
const SHOPS: Record<string, (guest: Guest, nth: number) => DomainEvent> = {
  shopify(guest, nth) {
    const { email, phone, ...bill } = by(guest);
    const given = { email: email || null, contact_email: email || null, phone: phone || null };
    return shopifyEvent(shopifyOrder({ id: nth, name: `#${nth}`, customer: null, ...given, billing_address: bill }));
  },
  woocommerce: (guest, nth) =>
    wooEvent(
      wooOrder({
        id: nth,
        number: `${nth}`,
        customer_id: 0,
        billing: { ...(wooBody('order_updated').billing as object), ...by(guest) },
      }),
    ),
  standard: (guest, nth) => standardEvent('order.paid', standardOrder({ order_id: `B${nth}`, customer: guest }), nth),
  stripe: ({ name, email, phone }, nth) =>
    stripeEvent(
      'checkout.session.completed',
      stripeSession({
        id: `cs_${nth}`,
        payment_intent: `pi_${nth}`,
        customer: null,
        customer_details: { name, email: email ?? null, phone: phone ?? null },
      }),
      nth,
    ),
  youzan({ name, phone }, nth) {
    const { full_order_info: full } = youzanTrade('WAIT_SELLER_SEND_GOODS', nth, { tid: `E${nth}` }) as {
      full_order_info: { address_info: object };
    };
    const address_info = { ...full.address_info, receiver_name: name, receiver_tel: phone };
    return youzanEvent('trade_TradePaid', {
      full_order_info: { ...full, buyer_info: { buyer_phone: phone }, address_info },
    });
  },
};

const cards = async () => (await house.cards()).filter(({ title }) => /paid/.test(title ?? ''));
const people = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);
const told = async (shop: string, ...guests: Guest[]) => {
  for (const [nth, guest] of guests.entries()) await house.happen(SHOPS[shop]!(guest, nth + 1));
};

describe('guests who share what they gave', () => {
  const mail = 'office@tea.example';
  it.each(['shopify', 'woocommerce', 'standard', 'stripe'])(
    'at one mail address are told apart by name: %s',
    async (shop) => {
      await told(shop, { name: 'Pia Alt', email: mail }, { name: 'Quin Bay', email: mail });
      const card = (await cards()).at(-1)!;
      expect(card.text).toBe('billed to Quin Bay (Pia Alt’s mail)');
      expect(card.person).toMatchObject({ sure: false });
    },
  );

  it.each(['shopify', 'woocommerce', 'standard', 'stripe', 'youzan'])(
    'are people of their own at one phone, and it is asked: %s',
    async (shop) => {
      const phone = shop === 'youzan' ? '13800138000' : '+4930901822';
      const [pia, quin] = [
        { name: 'Pia Alt', phone },
        { name: 'Quin Bay', phone },
      ];
      await told(shop, pia, quin, pia, quin);
      expect((await cards()).map(({ text }) => text)).toEqual(['Pia Alt', 'Quin Bay', 'Pia Alt', 'Quin Bay']);
      expect(await people()).toEqual(['Pia Alt', 'Quin Bay']);
      const asked = (await house.cards()).filter(({ title }) => title?.includes('Same person?'));
      expect(asked).toHaveLength(1);
    },
  );

  it('are found by the names on their bills, and are named where they are to be told something', async () => {
    await told(
      'standard',
      { name: 'Pia Alt', email: mail },
      { name: 'Quin Bay', email: mail },
      { name: '李明', email: mail },
    );
    expect(JSON.stringify(await house.say('/find Quin'))).toContain('billed to Quin Bay (Pia Alt’s mail)');
    expect(JSON.stringify(await house.say('/find 李明'))).toContain('B3');
    expect(JSON.stringify(await house.say('/find Quinn'))).not.toContain('B2');
    expect(JSON.stringify(await house.say('/find Pia'))).not.toContain('Quin');
    expect(JSON.stringify(await house.say('/order B2 tell'))).toContain('billed to Quin Bay (Pia Alt’s mail)');
    expect(JSON.stringify(await house.say('/order B1 tell'))).not.toContain('billed to');
  });

  it('are named where an answer lies ready for whoever asks where their order is, and are told of only where there is no other', async () => {
    const asks = async () => {
      await house.happen(
        telegramMessage('Where is my order?', {
          ...{
            channel: 'email',
            chat: mail,
            private: false,
            from: { address: mail, name: 'Pia Alt' },
            subject: 'Order',
          },
          ...{ externalId: `<${(await house.cards()).length}@x>`, sentAt: house.now },
        }),
      );
      return (await house.cards()).at(-1)!.fields!.filter(({ label }) => /^Order|^Answer ready/.test(label));
    };
    await house.say(`/add Pia Alt ${mail}`);
    await told('standard', { name: 'Quin Bay', email: mail });
    expect(await asks()).toEqual([
      { label: 'Answer ready', value: expect.stringContaining('Order B1') },
      { label: 'Order B1', value: 'billed to Quin Bay (Pia Alt’s mail)' },
    ]);
    await told('standard', { name: 'Quin Bay', email: mail }, { name: 'Pia Alt', email: mail });
    const [ready, ...others] = await asks();
    expect(ready!.value).toMatch(/^Order B2: paid[^\n]*$/);
    expect(others).toEqual([
      { label: 'Order B1', value: 'billed to Quin Bay (Pia Alt’s mail); left out of the answer' },
    ]);
  });

  it('are shown before what names them by their order leaves, and only then', async () => {
    await told('standard', { name: 'Pia Alt', email: mail }, { name: 'Quin Bay', email: mail });
    for (const line of ['/reply B2 your order is ready', '/later B2 tomorrow 9am your order is ready']) {
      const asked = await house.say(line);
      expect(asked.text).toBe(
        'Order B2 is billed to Quin Bay (Pia Alt’s mail). Is this for Pia Alt? Nothing has been done yet.',
      );
      expect(buttonsOf(asked).map(({ command }) => command)).toEqual([line.replace('B2', 'c1')]);
    }
    for (const line of ['/reply B1 your order is ready', '/reply c1 your order is ready', '/reply Pia Alt it is ready'])
      expect(JSON.stringify(await house.say(line))).not.toContain('billed to');
    expect(JSON.stringify(await house.say('/contact B2'))).not.toContain('Is this for');
  });
});

describe('a guest by a phone that somebody has', () => {
  const phone = '+4930901822';
  const orders = async () =>
    (
      await house.db.sql<{ name: string; bought: string }>`
        select c.name, string_agg(o.number, ',' order by o.id) as bought from contacts c join orders o on o.contact_id = c.id
        group by c.id order by c.id`
    ).map(({ name, bought }) => `${name}: ${bought}`);

  it.each(['Pia Alt', 'pia alt', 'Pia', 'P. Alt', 'Alt, Pia', 'Ms Pia Alt', ''])(
    'is who has it under a name that is theirs, or under none: %s',
    async (name) => {
      await told('standard', { name: 'Pia Alt', phone }, { name, phone });
      expect(await orders()).toEqual(['Pia Alt: B1,B2']);
    },
  );

  it.each(['Alt', 'Mrs Alt', 'Pia Alt jr', 'Pia & Tom Alt', 'Tom Alt', '李娜'])(
    'is nobody who is called otherwise: %s',
    async (name) => {
      await told('standard', { name: 'Pia Alt', phone }, { name, phone }, { name, phone });
      expect(await orders()).toEqual(['Pia Alt: B1', `${name}: B2,B3`]);
    },
  );

  it('neither gives nor takes a name, whichever is the earlier', async () => {
    await house.say(`/add Ann Cole ${phone}`);
    await told('standard', { name: 'Bob Reed', phone }, { name: 'Ann Cole', phone });
    expect(await orders()).toEqual(['Bob Reed: B1', 'Ann Cole: B2']);
  });

  it('is who bought under that name, whatever the owner calls them', async () => {
    await told('standard', { name: 'Bob Reed', phone });
    await house.say('/edit c1 name Market stall');
    await house.happen(SHOPS.standard!({ name: 'Bob Reed', phone }, 2));
    expect(await orders()).toEqual(['Market stall: B1,B2']);
  });

  it.each(['/merge c1 c2', '/merge c2 c1'])(
    'is one with who has it once the owner says so, and two again when that is undone: %s',
    async (merge) => {
      const [ann, bob] = [
        { name: 'Ann Cole', phone },
        { name: 'Bob Reed', phone },
      ];
      await told('standard', ann, bob);
      await house.say(merge);
      await told('standard', ...[ann, bob, bob, ann]);
      expect(await orders()).toHaveLength(1);
      await house.say('/undo');
      for (const [nth, one] of [bob, ann].entries()) await house.happen(SHOPS.standard!(one, nth + 5));
      expect(await orders()).toEqual(['Ann Cole: B1,B4,B6', 'Bob Reed: B2,B3,B5']);
    },
  );

  it('is known again though whoever had it first is gone', async () => {
    const bob = { name: 'Bob Reed', phone };
    await told('standard', { name: 'Ann Cole', phone }, bob);
    await house.say('/delete c1 !');
    await house.happen(SHOPS.standard!(bob, 3));
    expect(await orders()).toEqual(['Bob Reed: B2,B3']);
  });

  it('is nobody who is called otherwise when an own system’s account turns out to be another’s', async () => {
    const account = (nth: number, name: string, number: string) =>
      house.happen(
        standardEvent(
          'order.paid',
          standardOrder({ order_id: `B${nth}`, customer: { external_id: 'k2', name, phone: number } }),
          nth,
        ),
      );
    await told('standard', { name: 'Ann Cole', phone });
    await account(2, 'Tim Poe', '+4930901999');
    await account(3, 'Cat Poe', phone);
    await account(4, 'Cat Poe', phone);
    expect(await orders()).toEqual(['Ann Cole: B1', 'Tim Poe: B2', 'Cat Poe: B3,B4']);
  });
});

describe('who a mailbox is named after', () => {
  const email = 'office@tea.example';
  const at = (nth: number, name: string) => {
    const day = `2026-11-${10 + nth}T08:00:00`;
    const order = { id: nth, number: `${nth}`, customer_id: 0, date_created_gmt: day, date_modified_gmt: day };
    const billing = {
      ...(wooBody('order_updated').billing as object),
      ...by({ name, email }),
      city: name.split(' ')[1],
    };
    return Object.assign(wooEvent(wooOrder({ ...order, billing })), { connectionId: '2' });
  };
  const account = (record: object, topic: string, minute: number) =>
    shopifyEvent(
      topic.startsWith('customers')
        ? { id: 21, email, updated_at: `2026-11-20T08:${minute}:00Z`, ...record }
        : shopifyOrder({
            id: 900 + minute,
            email,
            customer: { id: 21, email, updated_at: `2026-11-20T08:${minute}:00Z`, ...record },
          }),
      topic,
    );
  const known = async () => ({
    people: await house.db
      .sql`select name, case when name_from = 'bill' then city end as city from contacts order by name`,
    signs: await house.db.sql`select address, source from contact_signs where channel = 'name' order by address`,
    billed: await house.db.sql`select number, billed_to from orders order by number`,
  });
  const histories: [string, () => DomainEvent[], string][] = [
    ['three guests', () => [at(1, 'Pia Alt'), at(2, 'Quin Bay'), at(3, 'Rae Cole')], 'Pia Alt'],
    [
      'guests of one moment',
      () => [at(1, 'Quin Bay'), at(1, 'Pia Alt')].map((one, nth) => rename(one, nth)),
      'Pia Alt',
    ],
    [
      'two guests and the account',
      () => [at(1, 'Pia Alt'), at(2, 'Quin Bay'), account({ first_name: 'Ida', last_name: 'Berg' }, 'orders/paid', 30)],
      'Ida Berg',
    ],
  ];
  const rename = (event: DomainEvent, nth: number) => {
    const { order } = event as OrderUpdated;
    return { ...event, order: { ...order, externalId: `${50 + nth}`, number: `${50 + nth}` } } as DomainEvent;
  };

  it.each(histories)('is who bought first, in whatever order it comes: %s', async (_, events, name) => {
    let first: object | undefined;
    for (const order of ordersOf(events().length)) {
      await house.reset();
      for (const shop of ['shopify', 'woocommerce']) await connectShop(house, shop);
      const all = events();
      await house.happen(...order.map((nth) => all[nth]!));
      const now = await known();
      first ??= now;
      expect(now).toEqual(first);
    }
    expect(first).toMatchObject({ people: [{ name }] });
  });

  it('keeps what an account was called before, also where its newer name comes first', async () => {
    const was = account({ first_name: 'Anna', last_name: 'Smith' }, 'orders/paid', 10);
    const now = account({ first_name: 'Anna', last_name: 'Jones' }, 'customers/update', 20);
    for (const events of [
      [was, now],
      [now, was],
    ]) {
      await house.reset();
      await connectShop(house, 'shopify');
      await house.happen(...events);
      expect(await known()).toMatchObject({
        people: [{ name: 'Anna Jones' }],
        signs: [{ address: 'Anna Smith', source: 'former' }],
      });
    }
  });
});

/** All orders of so many. */
function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, place) => [...rest.slice(0, place), count - 1, ...rest.slice(place)]),
  );
}

describe('what stands where a mail address or a phone was wanted', () => {
  const none: Omit<Guest, 'name'>[] = [
    { phone: '0000000000' },
    { phone: '-' },
    { phone: '123' },
    { phone: '1234567890' },
    { email: 'noemail@noemail.com' },
    { email: 'noemail@noemail.com', phone: '000000' },
  ];
  it.each(['shopify', 'woocommerce', 'standard', 'stripe'])('makes nobody of strangers: %s', async (shop) => {
    const guests = none.flatMap((given, nth) => [
      { name: `Ana R${nth}`, ...given },
      { name: `Bob M${nth}`, ...given },
    ]);
    await told(shop, ...guests);
    expect(await people()).toEqual(guests.map(({ name }) => name));
    expect(JSON.stringify(await cards())).not.toContain('billed to');
    expect(await house.db.sql`select from contact_identities where channel = 'email'`).toEqual([]);
  });

  it('is known by how it is written, and nobody’s own address is', () => {
    const mails =
      'noemail@noemail.com no-email@shop.example noreply@till.example none@none.com nomail@nomail.de n.a@na.com test@test.com keine-email@example.com';
    for (const address of mails.split(' ')) expect(isStopgap(address), address).toBe(true);
    const own =
      'na@example.cn nona@none.example anna@anna.com noemi@example.com test@example.com emailia@gmail.com no@norway.example';
    for (const address of own.split(' ')) expect(isStopgap(address), address).toBe(false);
    for (const typed of '0000000000|-|n/a|1234567890|0123456789|+49 000000000|111111|１１１１１１'.split('|'))
      expect(isStopgapPhone(typed), typed).toBe(true);
    for (const typed of '+49 30 901822|13800138000|13888888888|0800 3301000|+86 400 700 0000|2025550147'.split('|'))
      expect(isStopgapPhone(typed), typed).toBe(false);
  });
});

describe('an account that only says that there is none', () => {
  const none = [
    0,
    '0',
    'guest',
    'null',
    'Guest User',
    'walk-in',
    'guest-0',
    'n.a.',
    'Gast',
    '散客',
    '00000000-0000-0000-0000-000000000000',
  ];
  const bought = (given: object, nth: number) =>
    house.happen(standardEvent('order.paid', standardOrder({ order_id: `B${nth}`, customer: given }), nth));

  it.each(none)('identifies nobody, so no answer reaches a stranger: %j', async (id) => {
    await bought({ id, name: 'Ann One', email: 'ann@one.example' }, 1);
    await bought({ id, name: 'Ben Two', email: 'ben@two.example' }, 2);
    expect(await people()).toEqual(['Ann One', 'Ben Two']);
    expect(await house.db.sql`select from contact_identities where channel = 'standard'`).toEqual([]);
  });

  it('stands beside one that says more', async () => {
    await bought({ id: 0, number: 'K-7', name: 'Ann One' }, 1);
    await bought({ customer_id: 'guest', number: 'K-7', name: 'Ann One' }, 2);
    expect(await people()).toEqual(['Ann One']);
  });

  it('is none of Shopify’s or Youzan’s either', async () => {
    for (const nth of [1, 2]) {
      const customer = { id: 0, first_name: 'Ann', last_name: `${nth}` };
      await house.happen(
        shopifyEvent(shopifyOrder({ id: nth, name: `#${nth}`, customer, email: `a${nth}@one.example` })),
      );
      const { full_order_info: full } = youzanTrade('WAIT_SELLER_SEND_GOODS', nth, { tid: `E${nth}` }) as {
        full_order_info: object;
      };
      const buyer_info = { buyer_id: '0', buyer_phone: `1380013800${nth}` };
      await house.happen(youzanEvent('trade_TradePaid', { full_order_info: { ...full, buyer_info } }));
    }
    expect(await people()).toHaveLength(4);
  });

  it('is how it is written, and no account is taken for it', () => {
    const none =
      '0|0000|0.0| 0 |-0|GUEST|guest_checkout|Guest customer|None|NULL|N/A|n.a.|-|--|NaN|false|Gast|invité|гость|ゲスト|散客|匿名买家|游客用户|未知|Walk-in Customer|cash|default|not logged in|not-registered|guest-0|guest 0|guest:0|{00000000-0000-0000-0000-000000000000}|[object Object]|gid://shopify/Customer/0|.|?|x|*';
    for (const id of none.split('|')) expect(isNoAccount(id), id).toBe(true);
    for (const id of 'C-0|K-0|10|100|00123|0x1|guest-41|Nona|anna|no-7|unknown-5|NA12|none-such|匿名用户88|无锡|7.5|x1|gid://shopify/Customer/70'.split(
      '|',
    ))
      expect(isNoAccount(id), id).toBe(false);
  });
});

describe('a guest whose mail address an account has', () => {
  const mail = 'mei@shared.example';
  const quin = { name: 'Quin Bay', email: mail };
  const account: Record<string, DomainEvent> = {
    shopify: shopifyEvent(
      shopifyOrder({
        id: 2,
        name: '#2',
        email: mail,
        customer: { id: 21, first_name: 'Mei', last_name: 'Lin', email: mail },
      }),
    ),
    woocommerce: wooEvent(
      wooOrder({
        ...{ id: 2, number: '2', customer_id: 7 },
        billing: { ...(wooBody('order_updated').billing as object), ...by({ name: 'Mei Lin', email: mail }) },
      }),
    ),
    standard: standardEvent(
      'order.paid',
      standardOrder({ customer: { external_id: 'C-7', name: 'Mei Lin', email: mail } }),
      2,
    ),
    stripe: stripeEvent(
      'checkout.session.completed',
      stripeSession({
        id: 'cs_a',
        payment_intent: 'pi_a',
        customer_details: { name: 'Mei Lin', email: mail, phone: null },
      }),
      2,
    ),
  };

  it.each(
    Object.keys(account).flatMap((shop, nth, all) => [shop, all.at(nth - 1)!].map((other) => [shop, other] as const)),
  )('is called as the account is, and is named on the order, whichever comes first: %s, %s', async (shop, other) => {
    const events = [SHOPS[shop]!(quin, 1), account[other]!];
    const told: string[] = [];
    for (const order of [events, events.toReversed()]) {
      await house.reset();
      for (const one of ['shopify', 'woocommerce', 'standard', 'stripe']) await connectShop(house, one);
      await house.happen(...order);
      const people = await house.db
        .sql`select c.name, nullif(o.billed_to, c.name) as billed_to from orders o join contacts c on c.id = o.contact_id order by 2 nulls last`;
      told.push(JSON.stringify(people));
      expect(people).toEqual([
        { name: 'Mei Lin', billed_to: 'Quin Bay' },
        { name: 'Mei Lin', billed_to: null },
      ]);
    }
    expect(told[1]).toBe(told[0]);
  });

  it('keeps the name that a user gave them', async () => {
    await house.happen(SHOPS.standard!(quin, 1));
    await house.say('/edit c1 name Quinnie');
    await house.happen(account.standard!);
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Quinnie' }]);
  });
});
