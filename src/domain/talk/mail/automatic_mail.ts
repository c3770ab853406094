import { countUpTo } from '../../../db/count.ts';
import type { Sql, Tx } from '../../../db/sql.ts';
import { truncate } from '../../../text/truncate.ts';
import type { MessageReceived } from '../../event.ts';
import type { Triage } from '../../triage/triage.ts';

/** A mail a program wrote in somebody's name: what it says decides nothing of an answer. */
export const BY_MACHINE: Triage = {
  label: 'other',
  sublabel: 'autoreply',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/** A mail that was taken for a machine's, and is shown only in the list of these. */
export interface AutomaticMail {
  id: string;
  address: string;
  name: string;
  kind: AutomaticKind;
  subject: string | null;
  event: MessageReceived;
  receivedAt: Date;
}

export type AutomaticKind = NonNullable<MessageReceived['automatic']>;

/** What it looks like, as exactly as it is known. */
export type AutomaticLook = AutomaticKind | NonNullable<MessageReceived['report']>;

/** Newsletters are long, and nobody reads them here; the mail itself stays as it came. */
const KEPT_GRAPHEMES = 20_000;

const columns = (sql: Sql) => sql`id, address, name, kind, subject, event, received_at as "receivedAt"`;

/** Keeps a mail taken for a machine's. False when it is there already. */
export async function keepAutomatic(tx: Tx, event: MessageReceived, now: Date): Promise<boolean> {
  const { from, subject, externalId, automatic = 'list' } = event;
  const shortened = { ...event, automatic, text: truncate(event.text, KEPT_GRAPHEMES) };
  const rows = await tx`
    insert into automatic_mails (address, name, kind, subject, external_id, event, received_at)
    values (${from.address}, ${from.name}, ${automatic}, ${subject ?? null}, ${externalId}, ${tx.json(shortened)}, ${now})
    on conflict (address, external_id) do nothing returning id`;
  return rows.length > 0;
}

/** Newest first; those somebody has taken for a person's are not among them. */
export async function listAutomatic(sql: Sql, limit: number, offset = 0): Promise<AutomaticMail[]> {
  const rows = await sql<AutomaticMail>`
    select ${columns(sql)} from automatic_mails where taken_at is null
    order by received_at desc, id desc limit ${limit} offset ${offset}`;
  return rows.map(revived);
}

/** How many `listAutomatic` lists, counted up to `most`. */
export async function countListed(sql: Sql, most: number): Promise<number> {
  const listed = sql`from automatic_mails where taken_at is null`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, listed, most)} as count`;
  return row!.count;
}

/** How many have come since. */
export async function countAutomatic(sql: Sql, since: Date): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from automatic_mails where taken_at is null and received_at > ${since}`;
  return row!.count;
}

export async function loadAutomatic(sql: Sql, id: string): Promise<AutomaticMail | undefined> {
  const [row] =
    await sql<AutomaticMail>`select ${columns(sql)} from automatic_mails where id = ${id} and taken_at is null`;
  return row && revived(row);
}

/** Takes it off the list: a person wrote it. False when somebody has done so already. */
export async function takeAutomatic(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows =
    await tx`update automatic_mails set taken_at = ${now} where id = ${id} and taken_at is null returning id`;
  return rows.length > 0;
}

/** Dates are no JSON. */
function revived(row: AutomaticMail): AutomaticMail {
  return { ...row, event: { ...row.event, sentAt: new Date(row.event.sentAt) } };
}

/** The mail as it is handled once somebody has said that a person wrote it: nothing answers it by itself all the same. */
export function asPersons({ automatic: _, ...mail }: MessageReceived): MessageReceived {
  return { ...mail, noAutoAnswer: true, byPerson: true };
}
