import type { Act } from '../domain/act.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Context } from '../domain/context.ts';
import { FileRefused } from '../files/fault.ts';
import type { Files } from '../files/index.ts';

/** How often we look. */
const REST_MS = 5000;
const FETCH_MS = 60_000;
/** A second apart: longer than a channel's hiccup. */
const MOST_MISSES = 30;

/** What every keeper of files needs. `told` is called when something may have to be sent. */
export interface Keeping {
  act: Act;
  files: Files;
  told: () => void;
}

/**
 * Fetches one after the other the files that the owner sent from the channel that holds them. `next`: the one that is waited for;
 * `settle` gets its bytes, or undefined where it cannot be had. A round gives how long to rest; a channel that does not answer makes it
 * fail, so that it is tried again.
 */
export function fetchSent<Sent extends { file: Attachment }>(
  { act, files, told }: Keeping,
  next: (ctx: Context) => Promise<Sent | undefined>,
  settle: (ctx: Context, sent: Sent, bytes: Buffer | undefined) => Promise<void>,
): () => Promise<number> {
  let misses = 0;
  return async () => {
    const sent = await act(next);
    if (!sent) return REST_MS;
    const bytes = await fetched(sent);
    await act((ctx) => settle(ctx, sent, bytes));
    told();
    return 0;
  };

  async function fetched({ file }: Sent): Promise<Buffer | undefined> {
    try {
      const { bytes } = await files.read(file, AbortSignal.timeout(FETCH_MS));
      misses = 0;
      return bytes;
    } catch (error) {
      misses += 1;
      if (!(error instanceof FileRefused) && misses < MOST_MISSES) throw error;
      misses = 0;
      return undefined;
    }
  }
}
