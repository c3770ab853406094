import { HTTPException } from 'hono/http-exception';

/** Shopify's largest order webhooks stay well below this; nobody else may make us hold more. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A body up to this size is read in one go, without counting: five hundred of them are not much. */
const SMALL_BYTES = 64 * 1024;
/** How much all larger bodies that are still arriving may hold together. */
const MAX_ARRIVING_BYTES = 64 * 1024 * 1024;

let arrivingBytes = 0;

/**
 * The request's bytes. Throws 413 beyond 1 MB (before reading if the length is announced, otherwise while reading), 503
 * while too much is arriving from everybody together, and 400 if the sender went away in the middle. Hono's bodyLimit
 * is not used: it makes @hono/node-server build a full Request, and is not needed if the length is known.
 */
export async function readBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<Uint8Array> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > maxBytes) throw tooLarge();
  try {
    if (announced !== null && Number(announced) <= SMALL_BYTES) return new Uint8Array(await request.arrayBuffer());
    return await readChunks(request.body, maxBytes);
  } catch (error) {
    if (error instanceof HTTPException) throw error;
    throw new HTTPException(400, { message: 'The body could not be read to its end.', cause: error });
  }
}

async function readChunks(stream: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream ?? []) {
      size += chunk.length;
      arrivingBytes += chunk.length;
      if (size > maxBytes) throw tooLarge();
      if (arrivingBytes > MAX_ARRIVING_BYTES) throw tooMuch();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    arrivingBytes -= size;
  }
}

function tooMuch(): HTTPException {
  return new HTTPException(503, { message: 'Too much is arriving at once: please come again.' });
}

function tooLarge(): HTTPException {
  return new HTTPException(413, { message: 'The body is larger than is taken here.' });
}
