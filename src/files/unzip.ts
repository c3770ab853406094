import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';

/** Bytes that can be read at any place, however many there are. */
export interface Bytes {
  size: number;
  /** Exactly `length` bytes from there on, or fewer where they end. */
  read(at: number, length: number): Promise<Buffer>;
}

export interface ZipEntry {
  name: string;
  /** Unpacked, as the directory says: what unpacks to more is refused while it is read. */
  size: number;
}

/** The files of a zip, read one after the other: no more than a piece of them is in memory. */
export interface Unzipped {
  entries: ReadonlyMap<string, ZipEntry>;
  /** Throws BrokenZip where it is not what the directory says. */
  read(name: string): AsyncGenerator<Buffer>;
}

interface Place extends ZipEntry {
  packed: number;
  at: number;
  deflated: boolean;
  crc: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
/** Of a directory's entry and of the head of a file, without name and extra. */
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_ENTRIES = 200_000;
const MOST_DIRECTORY = 64 * 1024 * 1024;
const PIECE = 256 * 1024;
const IN_64 = 0xffffffff;
const ENCRYPTED = 1;

/** It is no zip, is damaged, or was made to do harm. */
export class BrokenZip extends Error {
  override readonly name = 'BrokenZip';
}

const refuse = (why: string, options?: ErrorOptions) => new BrokenZip(`the zip ${why}`, options);

/** Whether the bytes begin as a zip does. */
export async function isZip(bytes: Bytes): Promise<boolean> {
  const head = await bytes.read(0, 4);
  return head.length === 4 && (head.readUInt32LE(0) === LOCAL || head.readUInt32LE(0) === END);
}

/** Reads the directory of a zip. Throws BrokenZip, and nothing else, for what is none, or a made-up one. */
export async function openZip(bytes: Bytes): Promise<Unzipped> {
  const { at, length, count } = await endOf(bytes);
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY) throw refuse('has too many files');
  if (at + length > bytes.size) throw refuse('is cut off');
  const places = readDirectory(await bytes.read(at, length), count);
  const entries = new Map(places.map((place) => [place.name, place]));
  if (entries.size !== places.length) throw refuse('names a file twice');
  refuseOverlaps(places, at);
  return {
    entries,
    async *read(name) {
      const place = entries.get(name);
      if (!place) throw refuse(`has no ${name}`);
      yield* unpacked(bytes, place);
    },
  };
}

/** Where the directory is; its end is behind everything else, before a comment. */
async function endOf(bytes: Bytes): Promise<{ at: number; length: number; count: number }> {
  const from = Math.max(0, bytes.size - END_BYTES - LONGEST_COMMENT);
  const tail = await bytes.read(from, bytes.size - from);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const end = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      at: tail.readUInt32LE(at + 16),
    };
    if (end.count < 0xffff && end.length < IN_64 && end.at < IN_64) return end;
    return endOf64(bytes, from + at - 20);
  }
  throw refuse('is cut off');
}

/** The end of one that is larger than 4 GB, or has more than 65 535 files. */
async function endOf64(bytes: Bytes, at: number): Promise<{ at: number; length: number; count: number }> {
  const locator = await bytes.read(Math.max(0, at), 20);
  if (at < 0 || locator.length < 20 || locator.readUInt32LE(0) !== LOCATOR64) throw refuse('is cut off');
  const end = await bytes.read(number64(locator, 8), 56);
  if (end.length < 56 || end.readUInt32LE(0) !== END64) throw refuse('is cut off');
  return { count: number64(end, 32), length: number64(end, 40), at: number64(end, 48) };
}

function number64(bytes: Buffer, at: number): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw refuse('says a size that cannot be');
  return Number(value);
}

function readDirectory(bytes: Buffer, count: number): Place[] {
  const places: Place[] = [];
  for (let at = 0, nth = 0; nth < count; nth++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY) throw refuse('has a broken directory');
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const end = at + ENTRY_BYTES + name + extra + comment;
    if (end > bytes.length) throw refuse('has a broken directory');
    places.push(placeIn(bytes, at, { name, extra }));
    at = end;
  }
  return places;
}

function placeIn(bytes: Buffer, at: number, lengths: { name: number; extra: number }): Place {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  if ((flags & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) throw refuse('is packed in a way we do not read');
  const from = at + ENTRY_BYTES;
  const name = bytes.toString('utf8', from, from + lengths.name);
  if (isOutside(name)) throw refuse('names a file outside of it');
  const more = bytes.subarray(from + lengths.name, from + lengths.name + lengths.extra);
  const [size, packed, offset] = sizesOf(bytes, at, more);
  return { name, deflated: method === 8, crc: bytes.readUInt32LE(at + 16), size, packed, at: offset };
}

/** Nothing is ever written under these names; whoever writes them so means no good. */
const isOutside = (name: string): boolean =>
  /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..') || name === '';

/** Unpacked, packed, and where it begins; the large ones stand in the extra field 1, in this order. */
function sizesOf(bytes: Buffer, at: number, extra: Buffer): [number, number, number] {
  const said = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  if (!said.includes(IN_64)) return said as [number, number, number];
  let field = 0;
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1) field += 4 + extra.readUInt16LE(field + 2);
  let next = field + 4;
  return said.map((value) => {
    if (value !== IN_64) return value;
    if (next + 8 > extra.length) throw refuse('has a broken directory');
    next += 8;
    return number64(extra, next - 8);
  }) as [number, number, number];
}

/** Files that share bytes unpack to more than anybody wrote. */
function refuseOverlaps(places: readonly Place[], directory: number): void {
  const sorted = [...places].sort((one, other) => one.at - other.at);
  for (const [nth, place] of sorted.entries()) {
    const next = sorted[nth + 1]?.at ?? directory;
    if (place.at + LOCAL_BYTES + place.packed > next) throw refuse('has files that overlap');
  }
}

async function* unpacked(bytes: Bytes, place: Place): AsyncGenerator<Buffer> {
  let [size, sum] = [0, 0];
  const pieces = place.deflated ? inflated(packedPieces(bytes, place)) : packedPieces(bytes, place);
  for await (const piece of pieces) {
    size += piece.length;
    if (size > place.size) throw refuse('unpacks to more than it says');
    sum = crc32(piece, sum);
    yield piece;
  }
  if (size !== place.size || sum !== place.crc) throw refuse('is damaged');
}

async function* packedPieces(bytes: Bytes, { at, packed }: Place): AsyncGenerator<Buffer> {
  const head = await bytes.read(at, LOCAL_BYTES);
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL) throw refuse('is damaged');
  const from = at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  for (let done = 0; done < packed; ) {
    const piece = await bytes.read(from + done, Math.min(PIECE, packed - done));
    if (piece.length === 0) throw refuse('is cut off');
    done += piece.length;
    yield piece;
  }
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  const source = Readable.from(packed);
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (cause) {
    if (cause instanceof BrokenZip) throw cause;
    throw refuse('is damaged', { cause });
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
