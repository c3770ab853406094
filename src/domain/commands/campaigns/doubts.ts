import { type Campaign, changeCampaign } from '../../campaigns/campaign.ts';
import { decideDoubts, doubtsOf } from '../../campaigns/doubt.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from '../paged.ts';
import { pageIn } from '../words/words.ts';
import { confirmedIn } from './read.ts';
import { show } from './show.ts';

/** Doubts on one page: more lines than a phone shows at once, but few pages. */
const DOUBTS = 20;

/** What may have left and may not, a page of it, and the owner's choice. */
export async function doubts(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const page = pageIn(words);
  const found = await doubtsOf(ctx.tx, one.id, DOUBTS, (page - 1) * DOUBTS);
  const total = found[0]?.total ?? 0;
  if (total === 0) return { ...(await show(ctx, one)), text: t.campaign.noDoubts };
  const pages = pageButtons(ctx, page, page * DOUBTS < total, (to) => `/campaign ${one.id} doubts ${to}`);
  return {
    title: t.campaign.doubtsTitle(one.name, total),
    text: t.campaign.doubtsText,
    lists: [
      {
        items: found.map(({ contactId, name, address }) => ({
          text: [name, address].filter(Boolean).join(' · '),
          ref: `c${contactId}`,
          contactId,
        })),
      },
    ],
    buttons: [
      ...(pages.length > 0 ? [pages] : []),
      [
        turn(t.campaign.button.arrived, `/campaign ${one.id} arrived`),
        ...(canLeaveAgain(one) ? [turn(t.campaign.button.again, `/campaign ${one.id} resend`)] : []),
        turn(t.campaign.button.leave, `/campaign ${one.id} leave`),
      ],
      [turn(t.campaign.button.back, `/campaign ${one.id}`)],
    ],
  };
}

/** The owner says that they all arrived. */
export async function arrived(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const count = await decideDoubts(ctx, one.id, 'arrived');
  return { ...(await show(ctx, one)), text: count > 0 ? ctx.t.campaign.sureArrived(count) : ctx.t.campaign.noDoubts };
}

/** Or that nothing is to be done about them: they stay doubts in the report alone. */
export async function leave(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const count = await decideDoubts(ctx, one.id, 'left');
  return { ...(await show(ctx, one)), text: count > 0 ? ctx.t.campaign.sureLeft(count) : ctx.t.campaign.noDoubts };
}

/** Nothing of a cancelled campaign leaves any more: a doubt of it that is queued again would be a doubt no more, and gone. */
const canLeaveAgain = ({ state }: Campaign): boolean => state !== 'cancelled';

/** Sending doubts again is asked about once more: some get it twice. */
export async function resend(ctx: CommandContext, one: Campaign, words: string): Promise<Reply> {
  const { t } = ctx;
  const [{ total = 0 } = {}] = await doubtsOf(ctx.tx, one.id, 1, 0);
  if (total === 0) return { ...(await show(ctx, one)), text: t.campaign.noDoubts };
  if (!canLeaveAgain(one))
    return { ...(await doubts(ctx, one, '')), text: t.campaign.notNow(t.campaign.state[one.state]) };
  if (confirmedIn(words) !== total)
    return {
      undecided: true,
      title: t.campaign.askAgain(total),
      buttons: [
        [
          turn(t.campaign.button.again, `/campaign ${one.id} resend ${total}`, 'danger'),
          turn(t.campaign.button.back, `/campaign ${one.id} doubts`),
        ],
      ],
    };
  const count = await decideDoubts(ctx, one.id, 'again');
  const open = one.state === 'finished' ? await changeCampaign(ctx, one, { state: 'running', endedAt: null }) : one;
  return { ...(await show(ctx, open)), text: t.campaign.sureAgain(count) };
}
