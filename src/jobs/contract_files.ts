import type { Act } from '../domain/act.ts';
import type { Attachment } from '../domain/attachment.ts';
import { type Context, localeOf } from '../domain/context.ts';
import { sayAt } from '../domain/owner/say.ts';
import { nextUnfetched, noteFetched, type Unfetched } from '../domain/sell/contract/files.ts';
import { userAt } from '../domain/user.ts';
import { FileRefused } from '../files/fault.ts';
import type { Files } from '../files/index.ts';
import { texts } from '../text/texts.ts';

/** How often we look. */
const REST_MS = 5000;
const FETCH_MS = 60_000;
/** A second apart: longer than a channel's hiccup. */
const MOST_MISSES = 30;

/**
 * Fetches the files of contracts from the channels that hold them, and keeps them. One that cannot be fetched stays where it is, and
 * its owner is told. A round gives how long to rest.
 */
export function contractFileKeeper({
  act,
  files,
  told,
}: {
  act: Act;
  files: Files;
  told: () => void;
}): () => Promise<number> {
  let misses = 0;
  return async () => {
    const next = await act(({ tx }) => nextUnfetched(tx));
    if (!next) return REST_MS;
    const bytes = await fetched(next);
    await act((ctx) => settle(ctx, next, bytes));
    told();
    return 0;
  };

  async function fetched({ file }: Unfetched): Promise<Buffer | undefined> {
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

async function settle(
  ctx: Context,
  { id, contractId, file, place }: Unfetched,
  bytes: Buffer | undefined,
): Promise<void> {
  const kept = bytes && (await ownCopy(ctx, file, bytes));
  if (!(await noteFetched(ctx.tx, id, kept ?? file, ctx.now)) || kept) return;
  const { contractCard: t } = texts(localeOf(ctx, userAt(ctx, place.channel, place.address)));
  await sayAt(ctx, place, { key: `contract_file:${id}`, reply: { text: t.fileLost(contractId), failed: true } });
}

async function ownCopy(
  ctx: Context,
  { channel: _, mark: __, ...file }: Attachment,
  bytes: Buffer,
): Promise<Attachment> {
  return { ...file, bytes: bytes.length, ref: await ctx.keepFile(bytes) };
}
