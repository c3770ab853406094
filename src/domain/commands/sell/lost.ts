import { loseLead } from '../../sell/lead.ts';
import { type Command, Incomplete } from '../command.ts';
import { describe, pickLead } from './lead.ts';
import { ASK, askWhy, listedReason, reasonButtons, whichReason } from './pipeline/lost_why.ts';
import { quoteStill } from './quote/still.ts';

/** '/lost 12 太贵' */
export const lost: Command<{ words: string }> = {
  name: 'lost',
  role: 'helper',
  goesOn: true,
  changes: true,
  settles: 'lead',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const picked = await pickLead(ctx, words, '/lost');
    if ('ask' in picked) return picked.ask;
    const before = picked.lead;
    if (ctx.pressed && picked.rest === ASK) return whichReason(ctx, before, describe(ctx, before));
    const may = await listedReason(ctx, picked.rest);
    const listed = may.length === 1 ? may[0]!.id : undefined;
    const closed = await loseLead(ctx.tx, before.id, picked.rest || undefined, ctx.now, listed);
    const same = before.stage === 'lost' && closed.lostReason === before.lostReason;
    const line = describe(ctx, closed);
    const text = same ? ctx.t.lead.alreadyLost(line) : ctx.t.lead.lost(line, closed.lostReason ?? '');
    const asked = picked.rest ? { buttons: reasonButtons(ctx, closed, picked.rest, may) } : await askWhy(ctx, closed);
    const isSaid = closed.lostReason !== null && picked.rest === '';
    const open = await quoteStill(ctx, closed);
    if (open) {
      const more = isSaid ? {} : asked;
      return {
        ...more,
        text: [text, open.text].join('\n'),
        thing: { noun: 'lead', id: closed.id },
        buttons: [...(more.buttons ?? []), open.buttons],
      };
    }
    return { text, thing: { noun: 'lead', id: closed.id }, ...(isSaid || asked.buttons?.length === 0 ? {} : asked) };
  },
};
