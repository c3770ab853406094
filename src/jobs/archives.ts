import { createHash } from 'node:crypto';
import { errorCode } from '../db/errors.ts';
import type { Act } from '../domain/act.ts';
import type { Context } from '../domain/context.ts';
import { FILES } from '../domain/exchange/all/files.ts';
import { MANIFEST } from '../domain/exchange/all/manifest.ts';
import { NOUNS } from '../domain/exchange/all/nouns.ts';
import {
  ARCHIVE_BATCH,
  type Archive,
  ArchiveRefused,
  type Slice,
  sliceAt,
  type WhyRefused,
} from '../domain/exchange/archive/archive.ts';
import { type ArchiveImport, isArchive } from '../domain/exchange/archive/shown.ts';
import { beginArchive, endReading, type Lines, readManifest, stageLines } from '../domain/exchange/archive/stage.ts';
import { beginTaking, compareRows, takeArchiveRows } from '../domain/exchange/archive/take.ts';
import { type Import, loadImport } from '../domain/exchange/imports.ts';
import { jsonLines } from '../files/json_lines.ts';
import { FILE_BYTES, type KeptFile } from '../files/store.ts';
import { BrokenZip, isZip, openZip, type Unzipped } from '../files/unzip.ts';

/** An export of ours that is being read. */
export interface OpenArchive {
  zip: Unzipped;
  /** The rows of the file that is read, and how many of all have been given. */
  rows: { slice: Slice; at: number; lines: AsyncGenerator<string> } | undefined;
}

/** So many characters of rows are in memory at once, and a row more. */
const BATCH_CHARACTERS = 4 * 1024 * 1024;
const LONGEST_MANIFEST = 1024 * 1024;
/** A hash is the name of a file that we keep. */
const KEPT = new RegExp(`^${FILES}([0-9a-f]{64})$`);

/** Our own export; undefined for any other file. Throws BrokenZip for one that is damaged: a cut zip is one by its name. */
export async function archiveIn(file: KeptFile, name: string): Promise<OpenArchive | undefined> {
  if (!(await isZip(file))) return undefined;
  const zip = await openZip(file).catch((error: unknown) => {
    if (error instanceof BrokenZip && !/\.zip$/i.test(name)) return undefined;
    throw error;
  });
  if (!zip) return undefined;
  return zip.entries.has(MANIFEST) ? { zip, rows: undefined } : undefined;
}

/** Does the next step of taking it in. `tell` says how far it is, in the act that has brought it there: whoever cancels it comes before or after. */
export async function nextStep(
  act: Act,
  one: Import,
  archive: OpenArchive,
  tell: (ctx: Context, now: Import) => Promise<void>,
): Promise<void> {
  if (!isArchive(one)) return begin(act, one, archive);
  const { phase } = one.archive;
  if (one.state === 'reading' && phase === 'reading') return read(act, one, archive);
  if (one.state === 'running' && phase === 'keeping') return keepFiles(act, one, archive);
  await act(async (ctx) => {
    const isRunning = one.state === 'running';
    const now = await (isRunning ? takeArchiveRows : compareRows)(ctx, one.id, one.position);
    if (now && (isRunning || now.state === 'asked')) await tell(ctx, now);
  });
}

/** Why nothing is taken in of it; undefined where the fault is not the file's. */
export function whyRefused(error: unknown, { archive }: Pick<Import, 'archive'>): WhyRefused | undefined {
  if (error instanceof ArchiveRefused) return error.reason;
  if (error instanceof BrokenZip) return 'damaged';
  // what the database refuses as a value or a row is no export of ours
  return archive && /^2[23]/.test(errorCode(error) ?? '') ? 'damaged' : undefined;
}

async function begin(act: Act, one: Import, { zip }: OpenArchive): Promise<void> {
  const manifest = readManifest((await contentOf(zip, MANIFEST, LONGEST_MANIFEST)).toString());
  for (const [file, rows] of Object.entries(manifest.rows))
    if (rows > 0 && !zip.entries.has(`${file}.json`)) throw new ArchiveRefused('damaged');
  await atWork(act, one, (ctx, now) => beginArchive(ctx, now, manifest));
}

async function contentOf(zip: Unzipped, name: string, most: number): Promise<Buffer> {
  if (zip.entries.get(name)!.size > most) throw new ArchiveRefused('too_long');
  const pieces: Buffer[] = [];
  for await (const piece of zip.read(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

type Work = (ctx: Context, one: Import) => Promise<unknown>;

/** Unless it was cancelled, or somebody else has done it meanwhile. */
async function atWork(act: Act, { id, state, position }: Import, work: Work): Promise<void> {
  await act(async (ctx) => {
    const now = await loadImport(ctx.tx, id, ctx.tx`for update`);
    if (now?.state === state && now.position === position) await work(ctx, now);
  });
}

async function read(act: Act, one: ArchiveImport, archive: OpenArchive): Promise<void> {
  const slice = sliceAt(one.archive, one.position);
  if (!slice) {
    archive.rows = undefined;
    await atWork(act, one, (ctx, now) => endReading(ctx, now));
    return;
  }
  const next = await nextLines(one.archive, archive, one.position);
  await atWork(act, one, (ctx, now) => stageLines(ctx, now, next));
}

/** The rows after `position`, of several files where they are short; those before are skipped where it was left off. */
async function nextLines(of: Archive, archive: OpenArchive, position: number): Promise<Lines[]> {
  const all: Lines[] = [];
  let [count, characters] = [0, 0];
  for (;;) {
    const slice = sliceAt(of, position + count);
    if (!slice || count >= ARCHIVE_BATCH || characters >= BATCH_CHARACTERS) return all;
    const rows = await rowsAt(archive, slice, position + count);
    const lines: string[] = [];
    while (count < ARCHIVE_BATCH && rows.at < slice.to && characters < BATCH_CHARACTERS) {
      const line = await nextLine(rows);
      characters += line.length;
      count += 1;
      lines.push(line);
    }
    // a row more than it says, or bytes that are not as they were written, are seen only at the end
    if (rows.at === slice.to && !(await rows.lines.next()).done) throw new ArchiveRefused('damaged');
    all.push({ noun: NOUNS.find(({ file }) => file === slice.noun)!, lines });
  }
}

type OpenRows = NonNullable<OpenArchive['rows']>;

async function rowsAt(archive: OpenArchive, slice: Slice, position: number): Promise<OpenRows> {
  const { rows } = archive;
  if (rows?.slice.noun === slice.noun && rows.at === position) return rows;
  const anew = { slice, at: slice.from, lines: jsonLines(archive.zip.read(`${slice.noun}.json`)) };
  while (anew.at < position) await nextLine(anew);
  archive.rows = anew;
  return anew;
}

async function nextLine(rows: OpenRows): Promise<string> {
  const next = await rows.lines.next();
  if (next.done) throw new ArchiveRefused('damaged');
  rows.at += 1;
  return next.value;
}

/** Files are kept before the messages that name them. The same file is kept once, however often this is done. */
async function keepFiles(act: Act, one: ArchiveImport, { zip }: OpenArchive): Promise<void> {
  for (const name of zip.entries.keys()) {
    const [, hash] = KEPT.exec(name) ?? [];
    if (!hash) continue;
    const bytes = await contentOf(zip, name, FILE_BYTES);
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new ArchiveRefused('damaged');
    await act((ctx) => ctx.keepFile(bytes));
  }
  await act((ctx) => beginTaking(ctx, one.id));
}
