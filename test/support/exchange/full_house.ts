import type { Tx } from '../../../src/db/sql.ts';
import { NOUNS } from '../../../src/domain/exchange/all/nouns.ts';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Made = Record<string, Value>;

/** Mulberry32: the same seed makes the same house. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = [
  '=1+1',
  '@SUM(A1)',
  "'quoted",
  'a "b" c',
  '张三',
  '𠮷𠮷 茶',
  'line\nline',
  'tab\there',
  '{}',
  '[]',
  ',',
  '\\u0000',
  '👩‍👩‍👧',
  ' ',
];

/** What a column must be where its type does not say it. `nth` is the number of the row in its table. */
const MUST: Readonly<Record<string, (roll: () => number, nth: number) => Made>> = {
  users: (roll) => ({ role: roll() < 0.5 ? 'helper' : 'viewer', locale: null }),
  connections: (roll, nth) => ({ provider: pick(roll, ['shopify', 'woocommerce', 'youzan']), token: `t${nth}` }),
  contacts: (roll) => ({ locale: pick(roll, ['zh-CN', 'en', null]), locale_from: 'guess', blocked_at: null }),
  contact_identities: (roll, nth) => ({
    ...(roll() < 0.3
      ? { channel: 'shopify', address: `1/${nth}` }
      : { channel: 'email', address: `p${nth}@example.com` }),
    // no address of a person is asked about without the others: triggers see to that here and there
    stop_asked_at: null,
  }),
  contact_signs: (_, nth) => ({ channel: 'phone', address: `+86138${nth}`, source: 'named' }),
  web_forms: () => ({ locale: 'en', fields: ['name', 'email'], sites: [], thanks_url: null, standing: 's' }),
  fields: (roll, nth) => ({ name: `f${nth}`, kind: pick(roll, ['text', 'number', 'date']), removed_at: null }),
  segments: (_, nth) => ({ name: `s${nth}` }),
  templates: (_, nth) => ({ name: `t${nth}`, fallback: 'en', variants: { en: { subject: 's', body: 'b' } } }),
  consents: (roll, nth) => ({
    ...{ channel: 'email', address: `p${nth}@example.com`, purpose: 'newsletter', token: `k${nth}`, locale: 'zh-CN' },
    ...{ source: pick(roll, ['form:1', 'command']), proof: 'page', said: [{ yes: true, from: null }] },
  }),
  suppression_keys: (_, nth) => ({
    ...{ key: `key${nth}`, ours: false },
    ...{ inner_pad: `\\x${'36'.repeat(63)}${hex(nth)}`, outer_pad: `\\x${'5c'.repeat(63)}${hex(nth)}` },
  }),
  suppressions: (roll, nth) => ({
    ...{ hash: `\\x${hex(nth)}${'ab'.repeat(31)}`, channel: 'email', source: 'one_click' },
    ...{ purpose: pick(roll, ['', 'newsletter', 'offers']), reason: pick(roll, ['unsubscribed', 'complained']) },
    said_by: pick(roll, ['person', 'user']),
  }),
  churn_alerts: () => ({ at_stake: [{ currency: 'CNY', minor: '9007199254740993' }] }),
  churn_marks: (roll) => ({ kind: pick(roll, ['gone', 'back']), until: null }),
  organizations: () => ({ merged_into: null }),
  contact_moves: (roll, nth) => ({ kind: pick(roll, ['merged', 'parted']), other_id: String(1000 + nth) }),
  conversations: (roll, nth) => ({
    ...(nth % 3 === 0 ? { channel: 'note', address: 'c' } : { channel: 'email', address: `v${nth}@example.com` }),
    ...{
      state: 'open',
      thread: `t${nth}`,
      joined_to: null,
      snoozed_until: null,
      waits_after: String(1 + Math.floor(roll() * 9)),
    },
  }),
  participants: (_, nth) => ({ address: `cc${nth}@example.com` }),
  messages: (roll, nth) => ({
    direction: pick(roll, ['in', 'out', 'note']),
    external_id: roll() < 0.5 ? `<${nth}@example.com>` : null,
    trust: pick(roll, ['verified', null]),
    attachments: [],
    edits: [],
    triage: roll() < 0.5 ? { label: 'lead', by: 'rules', weight: 1.5 } : null,
    answers_up_to: roll() < 0.5 ? '2' : null,
    said_anew: roll() < 0.2 ? String(5000 + nth) : null,
    copied: null,
    reply_to_others: null,
  }),
  automatic_mails: (_, nth) => ({ external_id: `a${nth}`, event: { kind: 'message.received', nth } }),
  orders: (roll, nth) => ({
    ...{
      external_id: `o${nth}`,
      currency: 'CNY',
      total_minor: '9007199254740993',
      buyer: roll() < 0.5 ? `1/${nth}` : null,
    },
    ...{
      words: [],
      delivery: null,
      contact_details: null,
      payment: 'paid',
      gone: [],
      version_bodies: [],
      former_ids: null,
    },
  }),
  order_lines: (_, nth) => ({ position: nth, quantity: 2 }),
  order_refunds: (_, nth) => ({ external_id: `r${nth}`, returned: [] }),
  order_reports: (_, nth) => ({ body: `b${nth}`, names: [`n${nth}`], says: { paidMinor: 5 } }),
  shipments: (_, nth) => ({ external_id: `s${nth}`, tracking: [], lines: [] }),
  products: (_, nth) => ({ external_id: `p${nth}`, variants: [{ sku: '=1', price: '12.50' }] }),
  checkouts: (_, nth) => ({ external_id: `c${nth}`, lines: [] }),
  stages: (roll, nth) => ({
    ...{ built_in: null, name: `stage ${nth}`, probability: Math.floor(roll() * 100), ends: null },
    ...{ quiet_days: roll() < 0.5 ? null : 3, removed_at: nth === 6 ? '2026-01-02T00:00:00Z' : null },
  }),
  lost_reasons: (_, nth) => ({ built_in: null, name: `reason ${nth}`, removed_at: null }),
  leads: (roll) => ({
    ...{ expected_on: roll() < 0.5 ? '2026-12-24' : null, stage_before: pick(roll, ['new', 's2', null]) },
    ...(roll() < 0.5
      ? { stage: 'won', closed_at: '2026-01-02T00:00:00Z', amount_minor: '5', currency: 'EUR' }
      : { stage: pick(roll, ['new', 's1', 's3']), closed_at: null, amount_minor: null, currency: null }),
  }),
  stage_changes: (roll) => ({ stage: pick(roll, ['new', 'quoted', 's2']) }),
  quote_lines: (roll) => ({
    ...{ quantity: (1 + roll() * 9).toFixed(3), unit_minor: '120' },
    ...(roll() < 0.5
      ? { discount_percent: '12.50', discount_minor: null }
      : { discount_percent: null, discount_minor: '5' }),
  }),
  quotes: (roll, nth) => ({
    ...{ state: pick(roll, ['accepted', 'revoked', 'replaced']), number: `Q-${nth}`, revision: 1, tax_percent: '13' },
    ...{
      valid_until: '2100-01-01',
      discount_percent: null,
      discount_minor: '5',
      link_hash: null,
      link_nonce: null,
      content: { lines: [] },
    },
    ...{ decided: { name: 'A', address: '', agent: '' }, reminded: pick(roll, [[], ['tomorrow:2100-01-01']]) },
  }),
  contracts: (roll, nth) => ({
    ...{
      title: `contract ${nth}`,
      value_minor: '120000',
      currency: 'EUR',
      per: pick(roll, ['once', 'month']),
      quote_id: null,
    },
    ...{
      starts_on: '2026-01-01',
      ends_on: '2099-12-31',
      first_ends_on: '2099-12-31',
      notice_by: '2099-09-30',
      due_on: '2099-09-16',
      noticed_on: null,
      renews_by: 12,
      terms: 0,
      reminded: [],
    },
    ...{
      notice_count: 3,
      notice_unit: 'month',
      notice_to: 'quarter',
      state: 'active',
      ended_on: null,
      remind_on: null,
    },
  }),
  invoice_reminders: (roll) => ({ why: pick(roll, ['paid', 'cancelled', 'sum', 'wrote', null]) }),
  invoices: (_, nth) => ({
    number: `R-${nth}`,
    issued_on: '2026-01-01',
    due_on: '2026-01-15',
    settled: false,
    reminders: 1,
    told: [],
  }),
  contract_files: (_, nth) => ({
    ...{
      file: { kind: 'document', name: `c${nth}.pdf`, ref: `file:${'0'.repeat(64)}` },
      fetched_at: '2026-01-02T00:00:00Z',
    },
    place: { channel: 'telegram', address: '1' },
  }),
  drafted_quotes: (roll) => ({
    ...{ state: 'draft', number: null, revision: 1, content: null, currency: null, total_minor: null, pdf: null },
    ...{ link_hash: null, link_nonce: null, message_id: null, order_id: null, by_hand: false, reminded: [] },
    ...{ issued_at: null, opened_at: null, decided_at: null, decided: null },
    ...{ discount_percent: '12.5', discount_minor: null, tax_percent: pick(roll, ['0', '13', null]) },
    ...{ valid_until: pick(roll, ['2100-01-01', 'infinity', null]) },
  }),
  tickets: (roll, nth) =>
    roll() < 0.5
      ? {
          number: String(nth + 1),
          kind: 'support',
          state: 'resolved',
          resolved_at: '2026-01-02T00:00:00Z',
          priority: 'high',
          snoozed_until: null,
        }
      : {
          number: String(nth + 1),
          kind: 'complaint',
          state: 'snoozed',
          resolved_at: null,
          priority: 'low',
          snoozed_until: '2100-01-02T00:00:00Z',
        },
  causes: (_, nth) => ({ name: `cause ${nth}` }),
  ticket_lines: (roll, nth) => ({ kind: pick(roll, ['note', 'step']), text: `line ${nth}`, done_at: null }),
  feedback: (roll) => ({
    ...{ kind: pick(roll, ['praise', 'suggestion']), tags: ['packaging'], state: 'open', settled_at: null },
    ...{ quote_said: null, quote_said_at: null },
  }),
  ratings: (roll, nth) => ({
    ...{ resolved_at: `2026-01-${10 + nth}T00:00:00Z`, skipped: null, asked_at: '2026-01-03T00:00:00Z', locale: 'en' },
    ...(roll() < 0.5
      ? { score: 4, rated_at: '2026-01-04T00:00:00Z', rated_by: 'page' }
      : { score: null, rated_at: null, rated_by: null }),
    token_hash: null,
  }),
  calls: (roll) => ({
    ...{
      kind: pick(roll, ['call', 'visit']),
      direction: pick(roll, ['in', 'out', null]),
      minutes: pick(roll, [5, null]),
    },
  }),
  tasks: (_, nth) => ({
    ...{ due_at: '2100-01-01T08:00:00Z', reminded_at: null, repeats: { every: 'week', minutes: 480 } },
    promise_nth: 1 + nth,
  }),
  scheduled_answers: () => ({
    sent_at: '2026-01-03T00:00:00Z',
    cancelled_at: null,
    receipt_to: { channel: 'telegram' },
    copies: null,
  }),
  merge_proposals: (roll) => ({ state: pick(roll, ['proposed', 'merged', 'refused']), evidence: [], reasons: [] }),
  absences: () => ({
    starts_at: '2100-01-01T00:00:00Z',
    until: '2100-01-05T00:00:00Z',
    back_at: null,
    texts: { en: 'away' },
  }),
  triage_corrections: (roll) => ({
    from_label: pick(roll, ['other', null]),
    to_label: pick(roll, ['lead', 'ticket']),
    to_sublabel: null,
  }),
  canned_replies: (roll, nth) => ({ name: `c${nth}`, locale: pick(roll, ['zh-CN', 'en']) }),
  faqs: (_, nth) => ({ name: `f${nth}`, questions: [`how ${nth}`], by_itself: false }),
  sender_rules: (_, nth) => ({ address: `m${nth}@example.com` }),
  objections: (_, nth) => ({ channel: 'email', address: `no${nth}@example.com` }),
};

const hex = (nth: number): string => nth.toString(16).padStart(2, '0');
const pick = <T>(roll: () => number, all: readonly T[]): T => all[Math.floor(roll() * all.length)]!;

const NO_COMPLAINT = { complaint_id: null, complaint_asks: null };

/** Fills every table that is exported with `rows` rows each, whose references are to rows that are there. */
export async function fillHouse(tx: Tx, seed: number, rows: number): Promise<void> {
  const roll = dice(seed);
  const ids = new Map<string, string[]>();
  for (const { table, file, key = 'id', of = {}, points = {}, late = [] } of NOUNS) {
    if (table === 'settings') continue;
    const columns = await tx<{ name: string; type: string; nullable: boolean }>`
      select column_name as name, data_type as type, is_nullable = 'YES' as nullable from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position`;
    const made = Array.from({ length: rows }, (_, nth): Made => {
      const row = Object.fromEntries(columns.map(({ name, type, nullable }) => [name, anyOf(roll, type, nullable)]));
      for (const [column, noun] of Object.entries(points)) {
        const all = ids.get(noun);
        row[column] = all && roll() < 0.7 ? pick(roll, all) : null;
      }
      for (const [column, noun] of Object.entries(of)) row[column] = pick(roll, ids.get(noun)!);
      Object.assign(row, (MUST[file] ?? MUST[table])?.(roll, nth) ?? {});
      if (table === 'conversations' && row.channel === 'note') row.address = `c${String(row.contact_id)}`;
      if (table === 'web_forms') row.id = ids.get('connections')![nth]!;
      if (file === 'drafted_quotes') row.lead_id = ids.get('leads')![nth]!;
      if (table === 'memberships') row.contact_id = ids.get('contacts')![nth]!;
      if (table === 'invoices') row.order_id = ids.get('orders')![nth]!;
      if (table === 'tasks')
        Object.assign(
          row,
          nth % 2 ? { complaint_id: ids.get('tickets')![nth]!, complaint_asks: 'solved' } : NO_COMPLAINT,
        );
      if (table === 'calls' || table === 'automatic_refusals') row.message_id = ids.get('messages')![nth]!;
      if (table === 'field_values') row.contact_id = ids.get('contacts')![nth]!;
      if (table === 'ticket_orders' || table === 'ticket_messages') row.ticket_id = ids.get('tickets')![nth]!;
      if (table === 'merge_proposals') Object.assign(row, pairOf(ids.get('contacts')!, nth));
      return row;
    });
    const names = columns.map(({ name }) => name);
    const written = await tx<{ id: string }>`
      insert into ${tx(table)} (${tx(names)})
      select ${tx(names)} from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(made)}) returning ${tx(key)} as id`;
    ids.set(
      file,
      written.map(({ id }) => id),
    );
    for (const column of late)
      await joinSome(
        tx,
        table,
        column,
        written.map(({ id }) => id),
      );
  }
  await tx`insert into settings (key, value) values ('undoSend', '10'), ('autoreply', '{"faq": true}'), ('businessName', '"茶 \\"=1"'), ('business', '{"bank": "DE89 3704", "payLinks": {"any": "https://pay.example/?r={number}", "EUR": "https://pay.example/e"}}'), ('deskChats', '{"telegram": "-100"}') on conflict (key) do update set value = excluded.value`;
}

/** The first stands behind the second in the file: what it names comes later. */
async function joinSome(tx: Tx, table: string, column: string, [first, second, third]: string[]): Promise<void> {
  await tx`update ${tx(table)} set ${tx(column)} = ${third!} where id = any(${[first!, second!]}::bigint[])`;
}

function pairOf(ids: readonly string[], nth: number): Made {
  const [one, other] = [ids[nth % ids.length]!, ids[(nth + 1) % ids.length]!].sort((a, b) => Number(a) - Number(b));
  return {
    ...{ first_id: one!, second_id: other! },
    evidence: [{ kind: 'held', by: one!, value: 'x', channel: 'phone' }],
  };
}

function anyOf(roll: () => number, type: string, nullable: boolean): Value {
  if (nullable && roll() < 0.4) return null;
  switch (type) {
    case 'boolean':
      return roll() < 0.5;
    case 'timestamp with time zone':
      return new Date(1.7e12 + Math.floor(roll() * 1e10))
        .toISOString()
        .replace('Z', `${100 + Math.floor(roll() * 900)}Z`);
    case 'date':
      return '2026-03-01';
    case 'bigint':
    case 'numeric':
      return String(Math.floor(roll() * 1e6));
    case 'integer':
    case 'double precision':
    case 'smallint':
    case 'real':
      return Math.floor(roll() * 100);
    case 'ARRAY':
      return [pick(roll, WORDS)];
    case 'jsonb':
      return {};
    case 'bytea':
      return nullable ? null : '\\x00';
    default:
      return pick(roll, WORDS) + Math.floor(roll() * 1e6);
  }
}
