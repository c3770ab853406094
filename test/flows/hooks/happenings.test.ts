import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf } from '../../../src/domain/hooks/body.ts';
import { EVENT_TYPES } from '../../../src/domain/hooks/event_type.ts';
import { acceptQuote, declineQuote } from '../../../src/domain/on/quotes/decide.ts';
import { vote } from '../../../src/domain/serve/rating.ts';
import type { OrderDeleted, OrderUpdated } from '../../../src/domain/shop_event.ts';
import { tendInvoices } from '../../../src/jobs/invoices.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { OF_PERSONS } from '../../support/people/persons.ts';
import { addHook, type HookPeer, hookPeer, tellHooks } from '../../support/platforms/hook_peer.ts';

const house = await testHouse({ locale: 'en' });
let peer: HookPeer;
beforeEach(async () => {
  await house.reset();
  peer = await hookPeer();
});

const order = (more: Partial<OrderUpdated['order']> = {}, minutes = 0): OrderUpdated => ({
  ...{
    kind: 'order.updated',
    provider: 'shopify',
    connectionId: '1',
    updatedAt: new Date(NOON.getTime() + minutes * 60_000),
  },
  order: {
    ...{ externalId: '5', number: '#1042', payment: 'pending', fulfillment: null, currency: 'JPY', totalMinor: '2560' },
    ...{ test: false, placedAt: NOON, cancelledAt: null },
    lines: [{ sku: 'LJ', title: '龙井', quantity: 2, priceMinor: '1280' }],
    ...more,
  },
  customer: {
    ...{
      externalId: '900',
      name: 'Bea Stone',
      email: 'bea@x.example',
      phone: null,
      country: 'CN',
      city: null,
      language: 'en',
    },
  },
});
const refund = { externalId: 'r1', minor: '1280', refundedAt: NOON };

/** What each step tells a hook that wants everything; events have no order. */
async function toldBy(step: () => Promise<unknown>): Promise<string[]> {
  const before = peer.calls.length;
  await step();
  await house.deliver();
  await tellHooks(house);
  return peer.types().slice(before).sort();
}
const dataOf = (nth = -1) => (JSON.parse(peer.calls.at(nth)!.body) as { data: Record<string, unknown> }).data;

describe('what a hook is told', () => {
  it('is each thing that happens, once, with the thing as it is', async () => {
    await addHook(house, peer.url);
    const all = new Set<string>();
    const told = async (step: () => Promise<unknown>) => {
      const types = await toldBy(step);
      for (const type of types) all.add(type);
      return types;
    };
    const says = (text: string, id = '1001', name = 'Wang') =>
      telegramMessage(text, { chat: id, from: { address: id, name }, externalId: `${id}-${text}` });

    expect(await told(() => house.happen(says('How much is the green tea?')))).toEqual(
      expect.arrayContaining(['contact.created', 'message.received']),
    );
    expect(await told(() => house.happen(says('And the red one?')))).toEqual(['message.received']);
    expect(dataOf()).toMatchObject({
      id: 'm2',
      contact_id: 'c1',
      channel: 'telegram',
      direction: 'in',
      text: 'And the red one?',
    });
    expect(await told(() => house.say('/rename c1 Wang Li'))).toEqual(['contact.updated']);
    await house.say('/field add Size number');
    expect(await told(() => house.say('/edit c1 size: 38, birthday: 12 May'))).toEqual(['contact.updated']);
    expect(dataOf()).toMatchObject({ birthday: '--05-12', address: null, fields: { Size: 38 } });
    expect(dataOf()).toMatchObject({
      id: 'c1',
      name: 'Wang Li',
      identities: [{ channel: 'telegram', address: '1001' }],
    });
    expect(await told(() => house.say('/org Acme +c1 sales'))).toEqual(['organization.created']);
    expect(dataOf()).toMatchObject({ id: 'g1', name: 'Acme', people: [{ contact_id: 'c1', role: 'sales' }] });
    expect(await told(() => house.say('/org Acme +c1 buyer'))).toEqual(['organization.updated']);
    expect(dataOf()).toMatchObject({ people: [{ contact_id: 'c1', role: 'buyer' }], people_count: 1 });
    await house.say('/org new !ACME Inc. +c1');
    const same = buttonsOf(await house.say('/org Acme')).find(({ label }) => label === 'Same as ACME Inc.')!;
    await toldBy(async () => undefined);
    expect(await told(() => house.say(same.command))).toContain('organization.merged');
    expect(await told(() => house.say('/undo'))).not.toContain('organization.merged');
    const drop = buttonsOf(await house.say('/org Acme delete')).find(({ label }) => label === 'Delete')!;
    expect(await told(() => house.say(drop.command))).toContain('organization.deleted');

    expect(await told(() => house.say('/reply c1 5 a box'))).toEqual(['message.sent']);
    expect(dataOf()).toMatchObject({ direction: 'out', text: '5 a box' });

    expect(await told(() => house.say('/lead c1 Gift boxes 500 CNY'))).toContain('lead.created');
    expect(dataOf()).toMatchObject({ contact_id: 'c1', value: { amount: '50000', currency: 'CNY' } });
    const leadId = String(dataOf().id).slice(1);
    expect(await told(() => house.say(`/won ${leadId}`))).toEqual(['lead.updated', 'lead.won']);
    expect(await told(() => house.say('/undo'))).toEqual(['lead.stage', 'lead.updated']);
    expect(await told(() => house.say(`/lost ${leadId} too dear`))).toEqual(['lead.lost', 'lead.updated']);
    expect(dataOf()).toMatchObject({ stage: 'lost', lost_reason: 'too dear' });
    const ticket = await told(() => house.say('/ticket c1 Tin broken'));
    expect(ticket).toEqual(['ticket.created']);
    expect(await told(() => house.say(`/resolve ${String(dataOf().id).slice(1)}`))).toEqual([
      'ticket.resolved',
      'ticket.updated',
    ]);
    await house.db.autocommit`
      insert into ratings (contact_id, ticket_id, resolved_at, ask_at, asked_at, channel)
      select contact_id, id, resolved_at, ${house.now}, ${house.now}, 'telegram' from tickets where resolved_at is not null`;
    const voted = { score: 5 as const, by: 'page' as const, now: house.now };
    expect(await told(() => house.act(({ tx }) => vote(tx, '1', voted)))).toEqual(['ticket.rated']);
    expect(await told(() => house.say('/feedback c1 smaller packs please #packs'))).toEqual(['feedback.given']);
    await told(() => house.say('/ticket c1 Another'));
    expect(await told(() => house.say('/undo'))).toEqual(['ticket.deleted']);
    expect(dataOf()).toEqual({ id: 't2', deleted: true });
    await house.say('/quote c1 Gift box 2x300');
    await house.type('/quote c1 send');
    expect(await told(() => house.press('Send it'))).toContain('quote.sent');
    const agent = { address: '', agent: '' };
    expect(await told(() => house.act((ctx) => declineQuote(ctx, '1', { reason: '', ...agent })))).toEqual(
      expect.arrayContaining(['quote.declined']),
    );
    await house.type('/quote c1 send');
    await told(() => house.press('Send it'));
    expect(await told(() => house.act((ctx) => acceptQuote(ctx, '2', { name: 'Wang', ...agent })))).toEqual(
      expect.arrayContaining(['quote.accepted', 'lead.won', 'order.created']),
    );
    expect(await told(() => house.say('/invoice M-1 due 2026-11-25'))).toEqual(['invoice.created']);
    expect(dataOf()).toMatchObject({
      number: 'R-2026-001',
      order_id: 'o1',
      contact_id: 'c1',
      due_on: '2026-11-25',
      settled: false,
    });
    const { now } = house;
    house.now = new Date('2026-11-26T02:00:00Z');
    expect(await told(() => house.act(tendInvoices))).toEqual(['invoice.overdue']);
    house.now = now;
    expect(await told(() => house.say('/invoice R-2026-001 paid'))).toEqual(
      expect.arrayContaining(['invoice.paid', 'invoice.updated', 'order.paid']),
    );
    await told(() => house.say('/invoice R-2026-001 drop'));
    expect(await told(() => house.say('/contract c1 until 2026-12-31, 100 CNY a month'))).toEqual(['contract.created']);
    const contractId = String(dataOf().id).slice(1);
    expect(await told(() => house.say(`/contract ${contractId} renew 6 months`))).toEqual(
      expect.arrayContaining(['contract.renewed', 'contract.updated']),
    );
    expect(await told(() => house.say(`/contract ${contractId} until 2027-09-30`))).toEqual(['contract.updated']);
    expect(await told(() => house.say(`/contract ${contractId} end`))).toEqual(['contract.ended', 'contract.updated']);
    await house.db.autocommit`delete from contracts`;
    await told(async () => {});
    await told(() => house.say('/lead c1 Cups'));
    expect(await told(() => house.say('/undo'))).toEqual(['lead.deleted']);

    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    expect(await told(() => house.happen(order()))).toEqual(
      expect.arrayContaining(['order.created', 'contact.created']),
    );
    expect(await told(() => house.happen(order({ payment: 'paid' }, 1)))).toEqual(['order.paid', 'order.updated']);
    expect(dataOf()).toMatchObject({
      ...{ number: '#1042', payment: 'paid', total: { amount: '2560', currency: 'JPY' } },
      lines: [{ sku: 'LJ', quantity: 2, unit_price: { amount: '1280', currency: 'JPY' } }],
    });
    expect(await told(() => house.happen(order({ payment: 'partially_refunded', refunds: [refund] }, 2)))).toEqual(
      expect.arrayContaining(['order.refunded']),
    );
    expect(
      await told(() => house.happen(order({ payment: 'refunded', cancelledAt: NOON, refunds: [refund] }, 3))),
    ).toEqual(expect.arrayContaining(['order.cancelled']));
    const gone: OrderDeleted = { kind: 'order.deleted', provider: 'shopify', connectionId: '1', orderExternalId: '5' };
    expect(await told(() => house.happen(gone))).toContain('order.deleted');

    await told(() => house.happen(says('Hello', '7', 'Zed')));
    const edit = {
      kind: 'message.edited',
      channel: 'telegram',
      chat: '7',
      externalId: '7-Hello',
      text: 'Hello you',
    } as const;
    const from = { address: '7', name: 'Zed' };
    expect(await told(() => house.happen({ ...edit, from, editedAt: new Date(NOON.getTime() + 1000) }))).toEqual([
      'message.updated',
    ]);
    const merged = await told(() => house.say('/merge c3 c1'));
    expect(merged).toContain('contact.merged');
    expect(merged).not.toContain('contact.deleted');
    expect(await told(() => house.say('/undo'))).toContain('contact.created');
    await house.say('/delete c3');
    expect(await told(() => house.say('/delete c3 !'))).toContain('contact.deleted');
    expect(EVENT_TYPES.filter((type) => !all.has(type))).toEqual([]);
  });

  it('is nothing of what came before it was added, and nothing is kept while there is none', async () => {
    await house.happen(telegramMessage('Hello?'));
    const kept = async () => (await house.db.sql`select from hook_events`).length;
    expect(await kept()).toBe(0);
    await addHook(house, peer.url);
    expect(await toldBy(() => house.say('/tag c1 #vip'))).toEqual(['contact.updated']);
    await house.say('/hook off');
    await house.say('/tag c1 #old');
    expect(await kept()).toBe(0);
  });

  it('is only what it was added for, and the same event has one id for all', async () => {
    const other = await hookPeer();
    await addHook(house, peer.url, 'lead.won, messages');
    await addHook(house, other.url.replace('/in', '/other'), '消息');
    await house.happen(telegramMessage('Hello?'));
    await house.say('/lead c1 Tea 5 USD');
    await tellHooks(house);
    expect(peer.types()).toEqual(['message.received']);
    expect(other.types()).toEqual(['message.received']);
    expect(peer.calls[0]!.headers['webhook-id']).toBe(other.calls[0]!.headers['webhook-id']);
    expect(peer.calls[0]!.body).toBe(other.calls[0]!.body);
  });

  it('is neither a note nor what somebody blocked writes', async () => {
    await house.happen(telegramMessage('Hello?'));
    await addHook(house, peer.url, 'message');
    await house.say('/note c1 pays late');
    await house.say('/block c1');
    await house.happen(telegramMessage('Still there?', { externalId: 'blocked' }));
    await tellHooks(house);
    expect(peer.types()).toEqual([]);
  });
});

/** Why nothing of these tables is told. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  lead_words: 'are made anew of the leads',
  automatic_refusals: 'what they want of us by themselves is told to nobody',
  contact_signs: 'proves nothing',
  contract_files: 'its papers',
  invoice_reminders: 'told when it leaves',
  contact_sources: 'says how they came, which proves nothing',
  conversations: 'what is said in them is told',
  calls: 'how a note came about, and notes are told to nobody',
  stage_changes: 'its lead is told of, with the stage that it came to',
  order_payments: 'when money came; how an order stands is told',
  order_refunds: 'their sum stands in the order',
  participants: 'their words are told',
  campaign_deliveries: 'what we sent to many',
  contact_purchases: 'what comes of orders, which are told',
  sequence_entries: 'whom we write to by itself; what they do is told',
  suppressions: 'a hash of an address; what they agreed to is in their consents',
  churn_alerts: 'what the rule of this house made of orders that are told',
  churn_marks: 'what the owner thinks of them',
  scheduled_answers: 'told when it leaves',
  unconfirmed_answers: 'told when it leaves',
  automatic_answers: 'told when it leaves',
  ready_answers: 'told when it leaves',
  automatic_mails: 'no person’s',
  collected_cards: 'told already',
  album_parts: 'part of its message',
  order_reports: 'the order that they make is told',
  checkouts: 'nothing was bought yet',
  import_rows: 'what a file says; what is taken in of it was told elsewhere',
  held_forms: 'held back as a program’s',
  consents: 'what may be written to them unasked, which is here alone',
  likeness_keys: 'how duplicates are found',
  likeness_due: 'how duplicates are found',
  api_answers: 'what a program was answered',
  message_versions: 'of its message',
  topics: 'how an answer goes',
  link_tokens: 'how an answer goes',
  objections: 'how an answer goes',
  sender_rules: 'how mail is taken',
  merge_proposals: 'a question',
  triage_corrections: 'what the owner taught',
  ticket_lines: 'our own notes',
  ticket_orders: 'what is put to a ticket is read with it',
  ticket_messages: 'the messages are told',
  ticket_states: 'the ticket is told when its state changes',
  ticket_clocks: 'worked out of the ticket',
  inbox: 'the message made of it is told',
  buttons: 'of the desk',
  journal: 'what it records is told',
  journal_changes: 'what it records is told',
};
/** Columns that other systems are not told of when they change. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  contacts: ['id', 'created_at', 'last_seen_at', 'search_keys', 'refused', 'name_from', 'locale_from'],
  field_values: ['id', 'field_id', 'key', 'number'],
  organizations: ['id', 'created_at', 'core', 'merged_into'],
  leads: [
    'id',
    'created_at',
    'message_id',
    'active_at',
    'stage_before',
    'stage_at',
    'nudged_at',
    'hushed_until',
    'amount_from_order',
    'lost_reason_id',
  ],
  tickets: ['id', 'created_at', 'message_id', 'reopened_at', 'state_since'],
  orders: [
    ...[
      'id',
      'created_at',
      'connection_id',
      'external_id',
      'version_at',
      'version_tie',
      'buyer',
      'buyer_at',
      'buyer_tie',
      'billed_to',
    ],
    ...[
      'strange_payment',
      'shipping_minor',
      'tax_minor',
      'url',
      'utm',
      'strange_fulfillment',
      'version_triggered_at',
      'version_bodies',
      'buyer_triggered_at',
      'contact_details',
    ],
    ...[
      'listed_refunds',
      'paid_by',
      'page_key',
      'on_delivery',
      'gone',
      'spent_minor',
      'came_minor',
      'came_at',
      'came_currency',
      'said_payment',
      'mirror_fulfillment',
      'heard_back_minor',
      'former_ids',
      'former_numbers',
      'told_at',
      'found_at',
      'deleted_at',
    ],
  ],
};

describe('nothing is forgotten', () => {
  const triggers = () => house.db.sql<{ table: string; name: string; definition: string; args: string[] }>`
    select c.relname as table, t.tgname as name, pg_get_triggerdef(t.oid) as definition,
      string_to_array(encode(t.tgargs, 'escape'), '\\000') as args
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid where p.proname = 'note_for_hooks'`;

  it('each table with something of a person is told of, or says why not', async () => {
    const told = new Set((await triggers()).map(({ table }) => table));
    expect(Object.keys(OF_PERSONS).filter((table) => !told.has(table) && !(table in NOT_TOLD))).toEqual([]);
    expect(Object.keys(NOT_TOLD).filter((table) => told.has(table))).toEqual([]);
  });

  it('each type is noted by a trigger, and no trigger notes another', async () => {
    const noted = new Set((await triggers()).map(({ args: [noun, what] }) => `${noun}.${what}`));
    expect([...noted].sort()).toEqual([...EVENT_TYPES].sort());
  });

  it.each(Object.keys(NOT_SHOWN))(
    'each column of %s is told of when it changes, or says that it is not',
    async (table) => {
      const columns = await house.db.sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${table}`;
      const updated = (await triggers()).find((one) => one.table === table && one.name === 'hook_updated')!.definition;
      const isTold = (column: string) => new RegExp(`\\bnew\\.${column}\\b`).test(updated);
      const names = columns.map(({ name }) => name);
      expect(names.filter((name) => !isTold(name)).sort()).toEqual([...NOT_SHOWN[table]!].sort());
    },
  );
});

describe('the body of an event', () => {
  it('is whole where it is small, and always below 20 KB', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.nat(500), fc.nat(300), (word, times, rows) => {
        const line = { title: word.repeat(times % 40), price: { amount: '1', currency: 'CNY' } };
        const data = { id: 'o1', text: word.repeat(times), lines: Array.from({ length: rows }, () => line) };
        const body = bodyOf('order.created', NOON, data);
        const read = JSON.parse(body) as { type: string; timestamp: string; data: Record<string, unknown> };
        expect(Buffer.byteLength(body)).toBeLessThan(20_000);
        expect(read).toMatchObject({ type: 'order.created', timestamp: NOON.toISOString(), data: { id: 'o1' } });
        if (!read.data.truncated) expect(read.data).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 15 },
    );
  });
});
