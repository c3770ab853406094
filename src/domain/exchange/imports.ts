import { assignments, given } from '../../db/assignments.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Meaning } from '../../text/table/header_words.ts';
import type { Attachment } from '../attachment.ts';
import type { Context } from '../context.ts';
import type { Field } from '../people/fields/field.ts';
import type { Archive } from './archive/archive.ts';
import { asField, type Column } from './column.ts';

/** What was, or would be, done with the lines of a file. */
export interface Counts {
  created: number;
  /** In the preview: who is here already. */
  known: number;
  updated: number;
  unchanged: number;
  /** Lines that say more of somebody in an earlier one. */
  joined: number;
  leftOut: number;
  /** Lines with something that was not understood. */
  problems: number;
  alike: number;
  /** New people who are called as somebody is. */
  namesakes: number;
  /** People who have said no to what comes unasked. */
  suppressed: number;
  /** People of whom the file itself says that they want no news. */
  declined: number;
  /** People of whom it says something that is neither a yes nor a no: what is said of the whole file leaves them out. */
  unsure: number;
  /** People of whom it is new that they agreed. */
  agreed: number;
  /** Lines of a title above the columns. */
  titles: number;
  /** Cells that say that nothing is known: N/A, -. */
  unknown: number;
}

export type ImportState = 'reading' | 'asked' | 'running' | 'done' | 'cancelled' | 'failed';

/** A file of people that is taken in. */
export interface Import {
  id: string;
  userId: string | null;
  state: ImportState;
  file: Attachment;
  columns: Column[];
  rows: number;
  /** How many rows are done. */
  position: number;
  counts: Partial<Counts>;
  /** Why it failed, as a key of the texts. */
  reason: string | null;
  journalId: string | null;
  place: Pick<Place, 'channel' | 'address'>;
  /** The key of the message that tells of it. */
  toldKey: string;
  /** What our own export says of itself; null: it is a file of people. */
  archive: Archive | null;
  /** How often it was opened and no step of it was done since. */
  openings: number;
  /** How its people agreed to get news, in the user's words; null: nobody says that they did. */
  agreed: string | null;
}

const columns = (sql: Sql) => sql`
  id, user_id as "userId", state, file, columns, rows, position, counts, reason, journal_id as "journalId",
  jsonb_build_object('channel', channel, 'address', address) as place, told_key as "toldKey", archive, openings, agreed`;

/** Begins with a file: it is read by the job that takes files in. Gives its id. */
export async function beginImport(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { userId, file, place, toldKey }: Pick<Import, 'userId' | 'file' | 'place' | 'toldKey'>,
): Promise<string> {
  const [row] = await tx<{ id: string }>`
    with heard as (select pg_notify('imports', ''))
    insert into imports (user_id, file, channel, address, told_key, created_at, changed_at)
    select ${userId}::bigint, ${tx.json(file)}, ${place.channel}, ${place.address}, ${toldKey}, ${now}, ${now} from heard returning id`;
  return row!.id;
}

export async function loadImport(sql: Sql, id: string, locked: Fragment = sql``): Promise<Import | undefined> {
  const [row] = await sql<Import>`select ${columns(sql)} from imports where id = ${id} ${locked}`;
  return row;
}

/** The file that is to be read or taken in next. */
export async function nextImport(sql: Sql): Promise<Import | undefined> {
  const [row] = await sql<Import>`
    select ${columns(sql)} from imports where state in ('reading', 'running') order by id limit 1`;
  return row;
}

/** The files a user gave last. */
export async function lastImports(sql: Sql, userId: string, most: number): Promise<Import[]> {
  return sql<Import>`select ${columns(sql)} from imports where user_id = ${userId} order by id desc limit ${most}`;
}

/** Notes, before anything of its file is read, that somebody begins: whoever reads it may go down with it. */
export async function noteOpening(tx: Tx, id: string): Promise<void> {
  await tx`update imports set openings = openings + 1 where id = ${id}`;
}

/** A step was done: how often it was opened no longer counts. */
export async function noteStepDone(tx: Tx, id: string): Promise<void> {
  await tx`update imports set openings = 0 where id = ${id} and openings > 0`;
}

export type ImportChange = Partial<
  Pick<
    Import,
    | 'state'
    | 'columns'
    | 'rows'
    | 'position'
    | 'counts'
    | 'reason'
    | 'journalId'
    | 'file'
    | 'toldKey'
    | 'archive'
    | 'agreed'
  >
>;

/** Writes what is given and nothing else, and gives the import as it is by now: the copy that is changed may be an old one. */
export async function changeImport(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  one: Import,
  to: ImportChange,
): Promise<Import> {
  const text = (value: string | null | undefined) => given(value, (is) => tx`${is}`);
  const json = <T>(value: T | undefined) => given(value, (is) => tx`${is === null ? null : tx.json(is as never)}`);
  const sets = assignments(tx, {
    ...{ state: text(to.state), reason: text(to.reason), told_key: text(to.toldKey), agreed: text(to.agreed) },
    ...{ rows: given(to.rows, (is) => tx`${is}`), position: given(to.position, (is) => tx`${is}`) },
    ...{ columns: json(to.columns), counts: json(to.counts), file: json(to.file), archive: json(to.archive) },
    journal_id: text(to.journalId),
    changed_at: tx`${now}`,
  })!;
  const [changed] = await tx<Import>`
    with heard as (select pg_notify('imports', ''))
    update imports set ${sets} from heard where id = ${one.id} returning ${columns(tx)}`;
  return changed ?? { ...one, ...to };
}

/** Another meaning of one of its columns (0 is the first), or a field it fills in: how many people that makes is to be counted anew. */
export async function meanAnother(ctx: Context, one: Import, at: number, to: Meaning | Field): Promise<Import> {
  const columns = one.columns.map((column, nth) => {
    if (nth !== at) return column;
    const { field: _, address: __, ...plain } = column;
    return typeof to === 'string' ? { ...plain, meaning: to } : asField(plain, to);
  });
  return changeImport(ctx, one, { columns, state: 'reading', counts: {} });
}

/** Whether what it has taken in was taken back; what takes back waits until this act is over. */
export async function isTakenBack(tx: Tx, journalId: string): Promise<boolean> {
  const rows = await tx`select from journal where id = ${journalId} and undone_at is null for no key update`;
  return rows.length === 0;
}
