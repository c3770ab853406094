import { Readable } from 'node:stream';

/** A file in a zip: its text comes piece by piece, when it is its turn. */
export interface Entry {
  name: string;
  pieces: AsyncIterable<string>;
}

/**
 * A zip of these files as its bytes come: one entry after the other, so that no more than a piece is in memory. The
 * library is read when it is needed.
 */
export async function* zipOf(entries: readonly Entry[]): AsyncGenerator<Buffer> {
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: unknown) => output.destroy(error as Error));
  for (const { name, pieces } of entries) {
    zip.addReadStreamLazy(name, { mtime: MADE }, (give) => {
      const stream = Readable.from(bytesOf(pieces));
      stream.on('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  for await (const bytes of output) yield bytes as Buffer;
}

/** The same content makes the same bytes. */
const MADE = new Date('2000-01-01T00:00:00Z');

async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) if (piece !== '') yield Buffer.from(piece);
}
