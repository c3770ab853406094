import type { Act } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { localeOf } from '../domain/context.ts';
import { withAddresses } from '../domain/exchange/address.ts';
import { type Ahead, readAhead } from '../domain/exchange/ahead.ts';
import { badRowsOf } from '../domain/exchange/bad_rows.ts';
import { readColumns, withFields } from '../domain/exchange/column.ts';
import {
  type Counts,
  changeImport,
  type Import,
  loadImport,
  nextImport,
  noteOpening,
  noteStepDone,
} from '../domain/exchange/imports.ts';
import { importReply } from '../domain/exchange/shown.ts';
import { BATCH, previewRows, sum, takeRows, tidyKeys } from '../domain/exchange/take.ts';
import { rewriteTold, toldKeyOf } from '../domain/exchange/told.ts';
import { sayAt } from '../domain/owner/say.ts';
import { loadFields } from '../domain/people/fields/field.ts';
import { typedAt } from '../domain/people/fields/value.ts';
import { FileRefused } from '../files/fault.ts';
import type { OpenedFiles } from '../files/index.ts';
import { FILE_BYTES, isKept, type KeptFile } from '../files/store.ts';
import { readTable } from '../files/table/read.ts';
import type { readTableApart } from '../files/table/read_apart.ts';
import { type Table, UnreadableTable } from '../files/table/table.ts';
import { listsDeals } from '../text/table/header_words.ts';
import { type Thing, thingsListed } from '../text/table/things_listed.ts';
import { texts } from '../text/texts.ts';
import { archiveIn, nextStep, type OpenArchive, whyRefused } from './archives.ts';

/** What a file is: people in a table, or our own export. */
interface Source {
  /** The table was read as people of this country write. */
  country?: string;
  /** When something was last done with it. */
  usedAt?: Date;
  table?: Table;
  /** Those of the table that are people's. */
  rows?: Table['rows'];
  archive?: OpenArchive;
  /** Open as long as the archive is read. */
  file?: KeptFile;
  /** The people to be taken in next. */
  ahead?: Ahead;
  /** The search keys of those before go into their index meanwhile. */
  tidying?: Promise<unknown>;
}

export interface ImportHouse {
  act: Act;
  files: OpenedFiles;
  /** Whether other instances may have the files that this one lacks, or be at work on them. Default false. */
  others?: boolean;
  /** Default: in this thread, where a hostile file holds up everybody. */
  read?: typeof readTableApart | typeof readTable;
  /** Somebody is to be told something. */
  told?: () => void;
}

/** How often we look without being woken. */
const REST_MS = 10_000;
/** So long what a table brings stays read for its user's yes: most look at once, and large ones take long to read. */
const KEEP_MS = 5 * 60_000;
const FETCH_MS = 60_000;
/** A second apart: longer than a channel's hiccup. */
const MOST_MISSES = 60;
/** What went down with a file so often does not try it again. */
const MOST_OPENINGS = 2;
/** How long to wait for whoever has the file. */
const WAIT_MS = 1000;
/** So often we wait for somebody who has begun with it, or is amid it: reading a large file takes minutes. */
const MOST_WAITS = 600;

/** A message is rewritten after so many rows: a channel takes about one edit a second. */
const TELL_EVERY = 5;

/** Reads the files that users gave us and takes them in, one after the other. A round does one step; it gives how long to rest. */
export function importer({
  act,
  files,
  others = false,
  read = readTable,
  told = () => {},
}: ImportHouse): () => Promise<number> {
  let open: (Source & { id: string; begun?: boolean }) | undefined;
  let misses = 0;
  let waits = 0;

  /** What cannot be fetched for long must not keep the files behind it waiting. */
  function missed(cause: unknown): never {
    misses += 1;
    if (misses < MOST_MISSES) throw cause;
    misses = 0;
    throw new FileRefused('file_gone', 'the file cannot be fetched', { cause });
  }

  async function close(): Promise<void> {
    await open?.file?.close();
    open = undefined;
  }

  /** A table waits for its user's yes for a while; an archive is read piece by piece, so nothing of it is lost. */
  async function rest(now: Date): Promise<number> {
    const waits = open?.table && open.usedAt && now.getTime() - open.usedAt.getTime() < KEEP_MS;
    if (!waits) await close();
    return REST_MS;
  }

  async function sourceOf(one: Import, country: string): Promise<Source> {
    if (open?.id === one.id && (open.archive || open.country === country)) return open;
    await close();
    const ref = isKept(one.file.ref) ? one.file.ref : await fetchIn(one);
    const file = await files.open(ref);
    try {
      if (one.openings >= MOST_OPENINGS) throw new UnreadableTable('too_heavy');
      await act(({ tx }) => noteOpening(tx, one.id));
      const archive = await archiveIn(file, one.file.name ?? '');
      if (archive) open = { id: one.id, archive, file };
      else if (file.size > FILE_BYTES) throw new UnreadableTable('too_long');
      else open = { id: one.id, table: await read(await file.read(0, file.size), country), country };
    } finally {
      if (open?.file !== file) await file.close();
    }
    return open;
  }

  /** From now on it is in our own store: whoever sent it may take it away. */
  async function fetchIn(one: Import): Promise<string> {
    const { bytes } = await files.read(one.file, AbortSignal.timeout(FETCH_MS)).catch(missed);
    misses = 0;
    return act(async (ctx) => keep(ctx, one.id, bytes));
  }

  /** Another instance may have the file, or be at work on it: then it is theirs. */
  function isTheirs(error: unknown, { openings, state }: Import): boolean {
    const missing = error instanceof FileRefused && error.reason === 'file_gone';
    const tooHeavy = error instanceof UnreadableTable && error.reason === 'too_heavy';
    if (!others || !(missing || tooHeavy)) return false;
    waits += 1;
    // each step that is done begins the count of openings anew
    const isBegun = openings > 0 || state === 'running';
    return waits < (isBegun ? MOST_WAITS : MOST_MISSES);
  }

  return async () => {
    const { one, now, country } = await act(async ({ tx, now, settings: { country } }) => {
      return { one: await nextImport(tx), now, country };
    });
    if (!one) return rest(now);
    try {
      const { archive, table } = await sourceOf(one, country);
      if (archive) await nextStep(act, one, archive, tellStep);
      else if (one.state === 'reading') await preview(act, one, table!);
      else await takeNext(act, one, open!);
      if (!open!.begun) await act(({ tx }) => noteStepDone(tx, one.id));
      open!.begun = true;
      open!.usedAt = now;
      waits = 0;
    } catch (error) {
      if (isTheirs(error, one)) return WAIT_MS;
      waits = 0;
      const reason = whyFailed(error, one);
      await close();
      if (!reason) throw error;
      await act(async (ctx) => {
        const now = await loadImport(ctx.tx, one.id, ctx.tx`for update`);
        if (now?.state === one.state) await tell(ctx, await changeImport(ctx, now, { state: 'failed', reason }));
      });
    }
    told();
    return 0;
  };
}

async function keep(ctx: Context, id: string, bytes: Buffer): Promise<string> {
  const ref = await ctx.keepFile(bytes);
  const one = await loadImport(ctx.tx, id, ctx.tx`for update`);
  if (!one) return ref;
  const { channel: _, ...file } = one.file;
  await changeImport(ctx, one, { file: { ...file, ref } });
  return ref;
}

async function tellStep(ctx: Context, one: Import): Promise<void> {
  if (!isBetween(one)) await tell(ctx, one);
}

/** A message is not written anew after each step. */
const isBetween = ({ state, position }: Import): boolean =>
  state === 'running' && Math.floor(position / BATCH) % TELL_EVERY !== 0;

function whyFailed(error: unknown, one: Import): string | undefined {
  const refused = whyRefused(error, one);
  if (refused) return refused;
  if (error instanceof UnreadableTable) return error.reason;
  if (!(error instanceof FileRefused)) return undefined;
  return error.reason === 'file_too_large' ? 'too_long' : 'gone';
}

async function preview(act: Act, one: Import, table: Table): Promise<void> {
  const read = readColumns(table);
  if (listsDeals(read.columns.map(({ heading }) => heading))) throw new UnreadableTable('deals');
  if (read.rows.length === 0) throw new UnreadableTable('empty');
  const fields = await act((ctx) => loadFields(ctx.tx));
  const columns = one.columns.length > 0 ? one.columns : withAddresses(withFields(read.columns, fields), fields);
  // whoever says that it lists people all the same has its columns before them already
  const things = one.columns.length > 0 ? undefined : thingsListed(read.columns.map(({ heading }) => heading));
  if (things) return refuseThings(act, one, columns, things);
  const seen = new Map();
  let counts: Partial<Counts> = { ...(read.titles > 0 && { titles: read.titles }) };
  const at = await act(async (ctx) => typedAt(ctx));
  const readFrom = (position: number) => readAhead(read.rows, position, columns, { at });
  let ahead = readFrom(0);
  while (ahead.position < read.rows.length) {
    const drafts = await ahead.drafts;
    ahead = readFrom(ahead.position + BATCH);
    counts = sum(counts, await act((ctx) => previewRows(ctx, drafts, seen)));
  }
  await act(async (ctx) => {
    const now = await loadImport(ctx.tx, one.id, ctx.tx`for update`);
    if (now?.state !== 'reading') return;
    await tell(ctx, await changeImport(ctx, now, { state: 'asked', columns, rows: read.rows.length, counts }));
  });
}

/** A list of orders, goods or money: why it is not taken is said, and its columns are kept for whoever means its people. */
async function refuseThings(act: Act, one: Import, columns: Import['columns'], reason: Thing): Promise<void> {
  await act(async (ctx) => {
    const now = await loadImport(ctx.tx, one.id, ctx.tx`for update`);
    if (now?.state !== 'reading') return;
    await tell(ctx, await changeImport(ctx, now, { state: 'failed', reason, columns }));
  });
}

async function takeNext(act: Act, one: Import, source: Source): Promise<void> {
  const table = source.table!;
  source.rows ??= readColumns(table).rows;
  const { rows } = source;
  const at = await act(async (ctx) => typedAt(ctx));
  const { position, columns } = one;
  const readFrom = (first: number) => readAhead(rows, first, columns, { at, toWrite: true });
  const ahead = source.ahead?.position === position ? source.ahead : readFrom(position);
  const drafts = await ahead.drafts;
  source.ahead = readFrom(position + BATCH);
  await act(async (ctx) => {
    const now = await takeRows(ctx, one.id, drafts, position);
    if (!now || isBetween(now)) return;
    await tell(ctx, now);
    if (now.state === 'done') await tellBadRows(ctx, now, { ...table, rows });
  });
  await source.tidying;
  source.tidying = act(({ tx }) => tidyKeys(tx));
  // whoever waits for it hears of what went wrong
  source.tidying.catch(() => undefined);
  if (position + BATCH >= rows.length) await source.tidying;
}

/** Rewrites the message that tells of it, or says it where it was asked for. */
async function tell(ctx: Context, one: Import): Promise<void> {
  const reply = importReply(textsFor(ctx, one), one);
  if (await rewriteTold(ctx, one, reply)) return;
  const key = toldKeyOf(ctx, one);
  await sayAt(ctx, one.place, { key, reply });
  await changeImport(ctx, one, { toldKey: key });
}

/** They come as a file of their own: a message that has been told takes none. */
async function tellBadRows(ctx: Context, one: Import, table: Table): Promise<void> {
  const t = textsFor(ctx, one);
  const { problems = 0, leftOut = 0 } = one.counts;
  if (problems + leftOut + table.faults.length === 0) return;
  const bad = badRowsOf(t, table, one.columns, { at: typedAt(ctx), ownEmails: ctx.ownerEmails });
  if (!bad) return;
  const ref = await ctx.keepFile(bad.bytes);
  const attachment = {
    kind: 'document' as const,
    name: t.import.badFile,
    type: 'text/csv',
    bytes: bad.bytes.length,
    ref,
  };
  const reply = { text: t.import.badRows(bad.count), attachments: [attachment] };
  await sayAt(ctx, one.place, { key: `import:${one.id}:bad`, reply });
}

const textsFor = (ctx: Context, { userId }: Import) =>
  texts(
    localeOf(
      ctx,
      ctx.users.find(({ id }) => id === userId),
    ),
  );
