import { toInboxEvent } from '../src/bots/telegram/update.ts';
import type { Database } from '../src/db/open.ts';
import { addUserIdentity, ensureOwner } from '../src/domain/owner/user.ts';
import { createConnection } from '../src/domain/sell/connection.ts';
import type { InboxEvent } from '../src/inbox/event.ts';
import { loadPeople, peopleFrom } from './people.ts';

export const OWNER = 42;
/** Another chat of the owner's, which takes three cards a second, as Telegram allows. */
export const SLOW_DESK = '43';
/** The people who write, buy and are looked up: the same in every state of the data. */
export const CUSTOMERS = 500;
const FIRST_CHAT = 9_000_000;
export const SHOP = 'shopify:1';

/** The kinds of events that are handled. */
export type Kind = 'messages' | 'orders' | 'commands';

/** An owner and a shop. */
export async function moveIn(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const owner = await ensureOwner(tx, 'owner');
    await addUserIdentity(tx, owner.id, 'telegram', String(OWNER));
    await createConnection(tx, { provider: 'shopify', token: 'bench', secret: Buffer.from('sealed') });
  });
}

export const nameOf = (customer: number) => `Buyer Nr${customer}`;

/** Raw events as they come in; `nth` distinguishes them and selects the customer. */
export const eventOf: Readonly<Record<Kind, (nth: number) => InboxEvent>> = {
  messages(nth) {
    const customer = nth % CUSTOMERS;
    const from = { id: FIRST_CHAT + customer, is_bot: false, first_name: 'Buyer', last_name: `Nr${customer}` };
    const chat = { id: from.id, type: 'private', first_name: 'Buyer' };
    const text = `请问订单 ${nth} 的龙井什么时候发货？ When will you ship ${nth}?`;
    return toInboxEvent('1', {
      update_id: nth,
      message: { message_id: nth, date: seconds(), from, chat, text },
    } as never);
  },
  orders: (nth) => orderBy(nth % CUSTOMERS, nth),
  commands(nth) {
    const customer = nth % CUSTOMERS;
    const lines = [
      `/find ${nameOf(customer)}`,
      `/contact ${nameOf(customer)}`,
      `/note c${customer + 1} 喜欢明前茶`,
      `/tag c${customer + 1} #vip`,
      '/inbox',
      '/tickets',
      '/status',
    ];
    const from = { id: OWNER, is_bot: false, first_name: 'Owner' };
    const message = {
      message_id: nth,
      date: seconds(),
      from,
      chat: { id: OWNER, type: 'private' },
      text: lines[nth % lines.length],
    };
    return toInboxEvent('1', { update_id: nth, message } as never);
  },
};

/** The accounts of the shop's customers begin here. */
const FIRST_ACCOUNT = 7_000_000;

/** A customer of the shop, as each of its webhooks names them. */
export const shopCustomer = (customer: number) => {
  const [first, last] = nameOf(customer).split(' ');
  return {
    ...{ id: FIRST_ACCOUNT + customer, email: `buyer${customer}@example.com` },
    ...{ first_name: first, last_name: last },
  };
};

/** A paid order of this customer; from `CUSTOMERS` on they have not bought before. */
export function orderBy(customer: number, nth: number): InboxEvent {
  const at = new Date().toISOString();
  const buyer = shopCustomer(customer);
  const body = {
    ...{ id: 5_600_000_000_000 + nth, name: `#${nth}`, email: buyer.email, financial_status: 'paid', currency: 'CNY' },
    ...{ total_price: '128.00', created_at: at, updated_at: at },
    line_items: [{ id: nth, title: '龙井 100 g', sku: 'TEA', quantity: 1, price: '128.00' }],
    customer: { ...buyer, updated_at: at },
  };
  return {
    ...{ source: SHOP, externalId: `webhook-${nth}`, lane: `${SHOP}:order:${body.id}` },
    headers: { 'x-shopify-topic': 'orders/updated' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

const seconds = () => Math.floor(Date.now() / 1000);

/** Making up a person costs more than storing one, so for a large number there are several copies of each. */
const ORIGINALS = 20_000;
/** Only this share of the old messages has words: splitting words for the search would take most of the time. */
const WITH_WORDS = 0.1;

/** Adds this many contacts, each with a chat and three messages. */
export async function addPeople(database: Database, count: number, random: () => number): Promise<void> {
  const { autocommit } = database;
  const [before] = await autocommit<{ last: string }>`select coalesce(max(id), 0)::text as last from contacts`;
  await loadPeople(database, peopleFrom(random), Math.min(count, ORIGINALS));
  await copyPeople(database, Math.ceil(count / ORIGINALS) - 1, before!.last);
  // building an index at the end costs a tenth of maintaining it row by row
  await autocommit`drop index messages_words`;
  await autocommit`
    insert into contact_identities (contact_id, channel, address) select id, 'telegram', (10000000 + id)::text from contacts
    where id > ${CUSTOMERS} on conflict do nothing`;
  await autocommit`
    insert into conversations (contact_id, channel, address, last_message_at)
    select id, 'telegram', (10000000 + id)::text, now() - id * interval '1 min' from contacts where id > ${CUSTOMERS}
    on conflict do nothing`;
  await autocommit`
    insert into messages (conversation_id, direction, external_id, text, occurred_at)
    select v.id, case when n = 2 then 'out' else 'in' end, 'old-' || n,
      case when v.id % (1 / ${WITH_WORDS}::float8)::int = 0 then '请问订单 ' || v.id || ' 什么时候发货' else '' end, now() - (v.id * 4 + n) * interval '1 min'
    from conversations v, generate_series(1, 3) n where v.contact_id > ${CUSTOMERS}`;
  await database.transaction(async (tx) => {
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`create index messages_words on messages using gin (word_keys(text)) with (fastupdate = off)`;
  });
}

/** Of those behind `after` alone: copies of who writes and buys would be asked about by name. */
async function copyPeople(database: Database, times: number, after: string): Promise<void> {
  if (times <= 0) return;
  await database.transaction(async (tx) => {
    await tx`set local maintenance_work_mem = '512MB'`;
    // its trigger tidies the index, which is not there meanwhile
    await tx`alter table contacts disable trigger tidy`;
    await tx`drop index contacts_search_keys`;
    await tx`
      insert into contacts (name, last_seen_at, search_keys)
      select name, last_seen_at - n * interval '1 min', search_keys from contacts, generate_series(1, ${times}::int) n
      where id > ${after}`;
    await tx`create index contacts_search_keys on contacts using gin (search_keys) with (fastupdate = on)`;
    await tx`alter table contacts enable trigger tidy`;
  });
}

/** Rows that were handled long ago. */
export async function addHandled(database: Database, count: number): Promise<void> {
  await database.autocommit`
    insert into inbox (source, external_id, lane, body, processed_at, received_at)
    select 'telegram', 'old-' || n, 'telegram:' || n % 5000, '', now(), now() - n * interval '1 s' from generate_series(1, ${count}::int) n`;
}

/** The messages of one chat, all behind one that is tried again tomorrow. */
export async function addLane(database: Database, count: number): Promise<void> {
  await database.autocommit`
    insert into inbox (source, external_id, lane, body, run_at)
    select 'telegram', 'lane-' || n, 'telegram:flood', '', now() + case when n = 1 then interval '1 day' else interval '0' end
    from generate_series(1, ${count}::int) n`;
}

/** Cards that wait for one chat. */
export async function addCards(database: Database, count: number): Promise<void> {
  await database.autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload)
    select 'telegram', ${SLOW_DESK}, 'owner', 'card-' || n, '{"kind":"message","reply":{"text":"x"}}' from generate_series(1, ${count}::int) n`;
}
