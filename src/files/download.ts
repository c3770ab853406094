import { FileRefused } from './fault.ts';
import { FILE_BYTES } from './store.ts';

/**
 * Fetches a file from a channel's file server. Throws FileRefused if it is gone or larger than FILE_BYTES; any other
 * error may pass.
 */
export async function download(
  url: string,
  { headers = {}, signal }: { headers?: Record<string, string>; signal: AbortSignal },
): Promise<{ bytes: Buffer; type: string }> {
  const response = await fetch(url, { headers, signal });
  if (response.status === 404 || response.status === 410) throw new FileRefused('file_gone', 'the file is gone');
  if (!response.ok || !response.body) throw new Error(`the file server answers ${response.status}`);
  return { bytes: await readAll(response.body), type: response.headers.get('content-type') ?? '' };
}

/** Counts what arrives: the announced length is only the other side's claim. */
async function readAll(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > FILE_BYTES) throw new FileRefused('file_too_large', 'the file is larger than we keep');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
