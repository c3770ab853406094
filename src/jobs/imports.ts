import type { Act } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { localeOf } from '../domain/context.ts';
import { badRowsOf } from '../domain/exchange/bad_rows.ts';
import { readColumns } from '../domain/exchange/column.ts';
import { type Counts, changeImport, type Import, loadImport, nextImport } from '../domain/exchange/imports.ts';
import { importReply } from '../domain/exchange/shown.ts';
import { BATCH, previewRows, sum, takeRows } from '../domain/exchange/take.ts';
import { rewriteTold, toldKeyOf } from '../domain/exchange/told.ts';
import { sayAt } from '../domain/owner/say.ts';
import { FileRefused } from '../files/fault.ts';
import type { Files } from '../files/index.ts';
import { readTable } from '../files/table/read.ts';
import { type Table, UnreadableTable } from '../files/table/table.ts';
import { texts } from '../text/texts.ts';

export interface ImportHouse {
  act: Act;
  files: Files;
  /** Somebody is to be told something. */
  told?: () => void;
}

/** How often we look without being woken. */
const REST_MS = 10_000;
const FETCH_MS = 60_000;
/** A second apart: longer than a channel's hiccup. */
const MOST_MISSES = 60;
/** A message is rewritten after so many rows: a channel takes about one edit a second. */
const TELL_EVERY = 5;

/** Reads the files that users gave us and takes them in, one after the other. A round does one step; it gives how long to rest. */
export function importer({ act, files, told = () => {} }: ImportHouse): () => Promise<number> {
  let open: { id: string; table: Table } | undefined;
  let misses = 0;

  /** What cannot be fetched for long must not keep the files behind it waiting. */
  function missed(cause: unknown): never {
    misses += 1;
    if (misses < MOST_MISSES) throw cause;
    misses = 0;
    throw new FileRefused('file_gone', 'the file cannot be fetched', { cause });
  }

  async function tableOf(one: Import): Promise<Table> {
    if (open?.id === one.id) return open.table;
    const { country } = await act(async ({ settings }) => settings);
    const { bytes } = await files.read(one.file, AbortSignal.timeout(FETCH_MS)).catch(missed);
    misses = 0;
    const table = await readTable(bytes, country);
    const kept = one.file.ref.startsWith('file:') ? undefined : bytes;
    if (kept) await act(async (ctx) => keep(ctx, one.id, kept));
    open = { id: one.id, table };
    return table;
  }

  return async () => {
    const one = await act((ctx) => nextImport(ctx.tx));
    if (!one) {
      open = undefined;
      return REST_MS;
    }
    try {
      const table = await tableOf(one);
      if (one.state === 'reading') await preview(act, one, table);
      else await takeNext(act, one, table);
    } catch (error) {
      const reason = whyFailed(error);
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

/** From now on it is in our own store: whoever sent it may take it away. */
async function keep(ctx: Context, id: string, bytes: Buffer): Promise<void> {
  const ref = await ctx.keepFile(bytes);
  const one = await loadImport(ctx.tx, id, ctx.tx`for update`);
  if (!one) return;
  const { channel: _, ...file } = one.file;
  await changeImport(ctx, one, { file: { ...file, ref } });
}

function whyFailed(error: unknown): string | undefined {
  if (error instanceof UnreadableTable) return error.reason;
  if (!(error instanceof FileRefused)) return undefined;
  return error.reason === 'file_too_large' ? 'too_long' : 'gone';
}

async function preview(act: Act, one: Import, table: Table): Promise<void> {
  const read = readColumns(table);
  const columns = one.columns.length > 0 ? one.columns : read.columns;
  const seen = new Map();
  let counts: Partial<Counts> = {};
  for (let at = 0; at < read.rows.length; at += BATCH) {
    const rows = read.rows.slice(at, at + BATCH);
    counts = sum(counts, await act((ctx) => previewRows(ctx, { ...one, columns }, rows, seen)));
  }
  await act(async (ctx) => {
    const now = await loadImport(ctx.tx, one.id, ctx.tx`for update`);
    if (now?.state !== 'reading') return;
    await tell(ctx, await changeImport(ctx, now, { state: 'asked', columns, rows: read.rows.length, counts }));
  });
}

async function takeNext(act: Act, one: Import, table: Table): Promise<void> {
  const { rows } = readColumns(table);
  await act(async (ctx) => {
    const next = rows.slice(one.position, one.position + BATCH);
    const now = await takeRows(ctx, one.id, next, one.position);
    if (!now || (now.state === 'running' && (now.position / BATCH) % TELL_EVERY !== 0)) return;
    await tell(ctx, now);
    if (now.state === 'done') await tellBadRows(ctx, now, { ...table, rows });
  });
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
  const bad = badRowsOf(t, table, one.columns, { country: ctx.settings.country, ownEmails: ctx.ownerEmails });
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
