import { Readable } from 'node:stream';

/** A file in a zip: it comes piece by piece, when it is its turn. */
export interface Entry {
  name: string;
  pieces: AsyncIterable<string | Uint8Array>;
}

/**
 * A zip of these files as its bytes come: one entry after the other, so that no more than a piece is in memory. The next entry is asked
 * for once the one before is written. The library is read when it is needed.
 */
export async function* zipOf(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: unknown) => output.destroy(error as Error);
  zip.on('error', fail);
  const add = ({ name, pieces }: Entry) =>
    new Promise<void>((written) => {
      zip.addReadStreamLazy(name, { mtime: MADE }, (give) => {
        const stream = Readable.from(bytesOf(pieces));
        stream.on('error', fail);
        stream.on('end', written);
        give(null, stream);
      });
    });
  const addAll = async () => {
    for await (const entry of entries) await add(entry);
    zip.end();
  };
  addAll().catch(fail);
  for await (const bytes of output) yield bytes as Buffer;
}

/** The same content makes the same bytes. */
const MADE = new Date('2000-01-01T00:00:00Z');

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) if (piece.length > 0) yield Buffer.from(piece);
}
