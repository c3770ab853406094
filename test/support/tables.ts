import type { Sql } from '../../src/db/sql.ts';

/**
 * Tables that /undo does not concern, and why. Every other table has the journal's trigger, and undo is exact in it.
 */
export const NOT_UNDONE: Readonly<Record<string, string>> = {
  inbox: 'what came in stays',
  outbox: 'what has left cannot be called back; what has not is cancelled',
  sent_parts: 'belongs to the outbox',
  buttons: 'belong to messages that stay in the chat',
  hook_events: 'what happened, until it is passed on',
  hook_states: 'how other systems answer',
  journal: 'is what undo reads',
  journal_changes: 'is what undo reads',
  migrations: 'the schema',
  cursors: 'how far we have read',
  mailbox_uids: 'how far we have read',
  leases: 'who works at the moment',
  sites: 'where the data are at work',
  write_probes: 'is always empty',
  job_runs: 'what has run',
  campaigns: 'what has left cannot be called back; its own buttons halt it, and let it go on',
  campaign_plans: 'how far plans are that are being made',
  campaign_senders: 'how much has left',
  dkim_keys: 'is in the DNS, or will be',
  mail_checks: 'what the DNS says',
  campaign_links: 'where the links of mails lead that have left',
  outlets: 'the platform says whether we may post there; its own button ends it',
  posts: 'what has left cannot be called back; its own buttons take back what waits, and delete what stands',
  post_messages: 'belongs to the outbox',
  post_links: 'where the links lead of what has been posted; visits are counted there',
  sequences: 'what has left cannot be called back; its own buttons change it, and put it on and off',
  imports: 'how far a file is; what it brought is recorded in parts',
  pulls: 'how far we have read what a shop has',
  shop_keys: 'with which key shops are asked; it outlives the disconnection as long as that can be taken back',
  import_rows: 'what a file says, while it is taken in',
  imported_rows: 'which rows of which house are here; one that is gone again does not count',
  channel_states: 'how the channels are',
  album_parts: 'which messages are parts of one, as the channel says',
  message_versions: 'as the channel says',
  deleted_orders: 'as the shop says',
  marketing_words: 'as the shop says',
  contact_purchases: 'is made anew of the orders, by the same statement that changes them',
  forecasts: 'what was foreseen, which nobody changes',
  pipeline_days: 'what there was each day',
  ticket_states: 'is made anew of the tickets, by the statement that changes them',
  lead_words: 'are made anew of the leads',
  ticket_clocks: 'is made anew of the tickets, the hours and the absences',
  likeness_keys: 'is made anew of what there is',
  likeness_due: 'is made anew of what there is',
  likeness_figures: 'is made anew of what there is',
  unused_topics: 'what shops send and nothing follows from',
  unasked_ticks: 'counts who was not asked',
  own_accounts: 'as the channel says',
  user_identities: 'pairing is no command of a user',
  pairing_codes: 'pairing is no command of a user',
  suppression_keys: 'is what addresses are hashed with',
  suppressions: 'what a customer has said stays said; only what a user has said is recorded, and taken back',
  quote_numbers: 'a number that was given is given to no other lead',
  api_keys: 'a key that was revoked stays revoked',
  api_answers: 'what was answered to a program',
  pairing_tries: 'pairing is no command of a user',
};

export async function tableNames(sql: Sql): Promise<string[]> {
  const tables = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  return tables.map(({ name }) => name);
}

/** Tables in which a user's change would not be recorded: neither named above nor with the trigger. */
export async function unrecordedTables(sql: Sql): Promise<string[]> {
  const recorded = await sql<{ name: string }>`
    select event_object_table as name from information_schema.triggers where trigger_name = 'journal' group by 1`;
  const known = new Set([...Object.keys(NOT_UNDONE), ...recorded.map(({ name }) => name)]);
  return (await tableNames(sql)).filter((name) => !known.has(name));
}

/** Tables whose changes are recorded, and whose new rows are not. */
export async function unrecordedWhenMade(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select event_object_table as name from information_schema.triggers where action_statement like '%journal\_%' group by 1
    having bool_or(event_manipulation = 'UPDATE') and not bool_or(event_manipulation = 'INSERT') order by 1`;
  return tables.map(({ name }) => name);
}

type Rows = ReadonlyMap<string, readonly string[]>;

/** Commands write these whatever they do, so they say nothing about it. */
const EVERY_ACT = ['journal', 'journal_changes', 'buttons', 'likeness_due', 'ticket_clocks', 'ticket_states'];

export async function rowsOf(sql: Sql): Promise<Rows> {
  const names = (await tableNames(sql)).filter((one) => !EVERY_ACT.includes(one));
  const rows = await everyRow<string>(sql, names, 'to_jsonb(t)::text');
  return new Map(Object.entries(rows));
}

/**
 * The value of `expression` for each row `t` of each of these tables, in order. In one statement, because it is asked
 * thousands of times.
 */
export async function everyRow<Row>(sql: Sql, tables: string[], expression: string): Promise<Record<string, Row[]>> {
  const each = tables.map((name) => `select '${name}' as name, ${expression} as row from "${name}" t`);
  const all = await sql<{ name: string; row: Row }>(templateOf(`${each.join(' union all ')} order by 1, 2`));
  const rows = Object.fromEntries(tables.map((name) => [name, [] as Row[]]));
  for (const { name, row } of all) rows[name]!.push(row);
  return rows;
}

const templates = new Map<string, TemplateStringsArray>();

/** As if it had been written as a template: a session plans such a statement once, and `unsafe` each time. */
function templateOf(query: string): TemplateStringsArray {
  const template = templates.get(query) ?? Object.assign([query], { raw: [query] });
  templates.set(query, template);
  return template;
}

/** Which tables have more rows (+), fewer (-) or different ones (~): 'leads+ messages~'. */
export function changesIn(before: Rows, after: Rows): string {
  const changes = [...after].map(([name, rows]) => {
    const earlier = before.get(name)!;
    const isNew = rows.some((row) => !earlier.includes(row));
    const isGone = earlier.some((row) => !rows.includes(row));
    if (rows.length !== earlier.length) return `${name}${rows.length > earlier.length ? '+' : '-'}`;
    return isNew || isGone ? `${name}~` : '';
  });
  return changes.filter(Boolean).join(' ');
}
