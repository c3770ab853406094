import type { Attachment } from '../domain/attachment.ts';
import { type Context, localeOf } from '../domain/context.ts';
import { sayAt } from '../domain/owner/say.ts';
import { nextUnfetched, noteFetched, type Unfetched } from '../domain/sell/contract/files.ts';
import { userAt } from '../domain/user.ts';
import { texts } from '../text/texts.ts';
import { fetchSent, type Keeping } from './sent_file.ts';

/**
 * Fetches the files of contracts, and keeps them. One that cannot be fetched stays where it is, and its owner is told. A round gives how
 * long to rest.
 */
export const contractFileKeeper = (keeping: Keeping): (() => Promise<number>) =>
  fetchSent(keeping, ({ tx }) => nextUnfetched(tx), settle);

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
