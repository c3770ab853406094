import { truncate } from '../../../text/truncate.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { closedLeadsOf, type Lead, loadLead, reopenLead } from '../../sell/lead.ts';
import { lastResolvedOf } from '../../serve/ticket.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { actions, describe } from '../sell/lead.ts';
import { pickContact } from '../who/pick.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn } from '../words/words.ts';

const MOST_OFFERED = 5;
const TITLE_GRAPHEMES = 30;

/** '/reopen 12', '/reopen 张三': a lead that was won or lost is open again, as it was before. */
export const reopen: Command<{ words: string }> = {
  name: 'reopen',
  role: 'helper',
  changes: true,
  settles: 'lead',
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const picked = await pickClosed(ctx, words);
    if ('ask' in picked) return picked.ask;
    if (picked.lead.stage !== 'won' && picked.lead.stage !== 'lost') {
      return { text: ctx.t.lead.alreadyOpen(describe(ctx, picked.lead)) };
    }
    const lead = await reopenLead(ctx.tx, picked.lead.id, ctx.now);
    return {
      text: ctx.t.lead.reopened(describe(ctx, lead)),
      buttons: [actions(ctx, lead.id)],
      thing: { noun: 'lead', id: lead.id },
    };
  },
};

/** By its number, or the one closed lead of a contact. */
async function pickClosed(ctx: CommandContext, words: string): Promise<{ lead: Lead } | { ask: Reply }> {
  const id = idIn(words);
  const byId = id && (await loadLead(ctx.tx, id));
  if (byId) return { lead: byId };
  const picked = await pickContact(ctx, words, (ref) => `/reopen ${ref}`);
  if ('ask' in picked) return id ? { ask: await noSuchNumber(ctx, 'lead', id) } : picked;
  const closed = await closedLeadsOf(ctx.tx, picked.contact.id, MOST_OFFERED);
  if (closed.length === 1) return { lead: closed[0]! };
  if (closed.length === 0) return { ask: await noneClosed(ctx, picked.contact) };
  const buttons = closed.map((lead) => [{ label: describe(ctx, lead), command: `/reopen ${lead.id}` }]);
  return { ask: failed(ctx.t.lead.whichClosed(picked.contact.name), { buttons }) };
}

/** A ticket may be meant: what was resolved last is opened anew by a button. */
async function noneClosed(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { t } = ctx;
  const resolved = await lastResolvedOf(ctx.tx, contact.id);
  const title = resolved && truncate(resolved.title, TITLE_GRAPHEMES);
  const anew = resolved && [{ label: t.ticket.openAnew(title!), command: `/ticket c${contact.id} ${resolved.title}` }];
  const card = { label: t.button.contact, command: `/contact c${contact.id}` };
  return failed(t.lead.noneClosed(nameOf(contact)), { buttons: [...(anew ? [anew] : []), [card]] });
}
