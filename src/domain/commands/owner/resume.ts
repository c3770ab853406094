import { typedWords } from '../../../text/typed.ts';
import { tellNotSent } from '../../desk/receipt_card.ts';
import { noteAct } from '../../owner/journal.ts';
import { countQueued, dropQueued, restingSite, resumeSites } from '../../owner/site.ts';
import type { Button, Reply } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';

const DROP = typedWords(({ drop }) => drop);

/** '/resume' lets a copy of the data go to work; '/resume drop' without what waited in it, which may have left elsewhere. */
export const resume: Command<{ drop: boolean }> = {
  name: 'resume',
  role: 'owner',
  parse(words) {
    if (words && !DROP.has(words.toLowerCase())) return new Incomplete('resume', 'instead');
    return { drop: words !== '' };
  },
  async run(ctx, { drop }) {
    if (!(await restingSite(ctx.tx))) return { text: ctx.t.rest.nothing };
    const queued = drop ? await dropAll(ctx) : await countQueued(ctx.tx);
    await resumeSites(ctx.tx);
    const command = drop ? '/resume drop' : '/resume';
    await noteAct(ctx.tx, { userId: ctx.user.id, command, now: ctx.now }, 'resumed');
    return { text: drop ? ctx.t.rest.resumedWithout(queued) : ctx.t.rest.resumed(queued) };
  },
};

/** Nothing that waited leaves, and what told that it would says so. */
async function dropAll(ctx: CommandContext): Promise<number> {
  const dropped = await dropQueued(ctx.tx);
  await tellNotSent(ctx, dropped);
  return dropped.length;
}

/** What /status says first while this is a copy; undefined when it is none. */
export async function restNotice(ctx: CommandContext): Promise<Pick<Reply, 'text' | 'buttons'> | undefined> {
  const site = await restingSite(ctx.tx);
  if (!site) return undefined;
  const queued = await countQueued(ctx.tx);
  const rows: Button[][] = [[{ label: ctx.t.rest.go(queued), command: '/resume' }]];
  if (queued > 0) rows.push([{ label: ctx.t.rest.goWithout(queued), command: '/resume drop' }]);
  return { text: `⏸ ${ctx.t.rest.why[site.doubt]}`, ...(ctx.user.role === 'owner' && { buttons: rows }) };
}
