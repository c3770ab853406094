import { testInChat } from '../../campaigns/asking/test_chat.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { hasLetters } from '../../channel.ts';
import { failed, type Reply } from '../../reply.ts';
import { partsForMany } from '../../talk/phone/short_text.ts';
import type { CommandContext, Incomplete } from '../command.ts';
import { draftReply, missingIn } from './draft.ts';
import { ownPlace, testGoes } from './own_place.ts';
import { unread } from './unread.ts';

/**
 * One to its owner, by the channel that it leaves by. Says where it goes, or why there is none. Apart from what an undo takes back: a test
 * that has left has left.
 */
export async function test(ctx: CommandContext, one: Campaign, words: string): Promise<Reply | Incomplete> {
  const { t } = ctx;
  const { id, channel } = one;
  const missing = missingIn(ctx, one).filter((what) => what === t.campaign.missingText);
  if (missing.length > 0) return failed(t.campaign.missing(missing.join(' · ')));
  const found = await ownPlace(ctx, { channel, words, line: `/campaign ${id} test` });
  if (!found) return unread(ctx, one, words);
  if ('ask' in found) return found.ask;
  const { place } = found;
  if (hasLetters(channel)) {
    await ctx.tx`update campaigns set test_to = ${place.address} where id = ${id}`;
    return withCard(ctx, one, testGoes(ctx, channel, place));
  }
  const tested = await testInChat(ctx, one, place);
  if ('missing' in tested) return failed(t.campaign.lacks(tested.missing));
  const parts = partsForMany(ctx, channel, { people: tested.said.length, read: tested.said }, ctx.locale);
  const cost = parts && t.campaign.texts(parts.count, parts.most, parts.cost ?? '');
  return withCard(ctx, one, testGoes(ctx, channel, place, cost));
}

/** What is said stands above its card, so that whoever tried it out can go on from there. */
async function withCard(ctx: CommandContext, one: Campaign, said: string): Promise<Reply> {
  const card = await draftReply(ctx, one);
  return { ...card, text: [said, card.text].filter(Boolean).join('\n') };
}
