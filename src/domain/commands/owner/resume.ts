import { typedWords } from '../../../text/typed.ts';
import { campaignsInCopy, haltInCopy } from '../../campaigns/held/restored.ts';
import { sequenceName } from '../../campaigns/sequences/sequence.ts';
import { tellNotSent } from '../../desk/receipt_card.ts';
import { noteAct } from '../../owner/journal.ts';
import { countQueued, dropQueued, restingSite, resumeSites } from '../../owner/site.ts';
import { changePost, type Post, scheduledPosts } from '../../posts/post.ts';
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
    const found = await waitingIn(ctx);
    const queued = drop ? await dropAll(ctx, found) : found.count;
    await resumeSites(ctx.tx);
    const command = drop ? '/resume drop' : '/resume';
    await noteAct(ctx.tx, { userId: ctx.user.id, command, now: ctx.now }, 'resumed');
    const { rest } = ctx.t;
    const named = found.named.length > 0 ? [(drop ? rest.halted : rest.goesOn)(namesOf(ctx, found))] : [];
    return {
      text: [drop ? rest.resumedWithout(queued) : rest.resumed(queued), ...named].join('\n'),
      ...(found.named.length > 0 && { buttons: found.named.map((one) => [one]) }),
    };
  },
};

/** What waits in a copy, and may have left from the first one. */
interface Waiting {
  /** Messages, and people who were still to get a campaign. */
  count: number;
  /** What goes on by itself, each with what shows it. */
  named: Button[];
  posts: Post[];
}

async function waitingIn({ tx, t }: CommandContext): Promise<Waiting> {
  const { campaigns, sequences, people } = await campaignsInCopy(tx);
  const posts = await scheduledPosts(tx);
  return {
    count: (await countQueued(tx)) + people,
    named: [
      ...campaigns.map(({ id, name }) => ({ label: name, command: `/campaign ${id}` })),
      ...sequences.map((one) => ({ label: sequenceName(t, one), command: `/sequence ${one.id}` })),
      ...posts.map(({ id }) => ({ label: t.post.title(id, t.post.state.scheduled), command: `/post ${id}` })),
    ],
    posts,
  };
}

const namesOf = ({ t }: CommandContext, { named }: Waiting): string => t.inARow(named.map(({ label }) => label));

/** Nothing that waited leaves, and what told that it would says so. */
async function dropAll(ctx: CommandContext, { posts }: Waiting): Promise<number> {
  const { people } = await haltInCopy(ctx);
  for (const post of posts) await changePost(ctx, post, { state: 'draft', scheduledAt: null });
  const dropped = await dropQueued(ctx.tx);
  await tellNotSent(ctx, dropped);
  return dropped.length + people;
}

/** What /status says first while this is a copy; undefined when it is none. */
export async function restNotice(ctx: CommandContext): Promise<Pick<Reply, 'text' | 'buttons'> | undefined> {
  const site = await restingSite(ctx.tx);
  if (!site) return undefined;
  const { rest } = ctx.t;
  const found = await waitingIn(ctx);
  const isAnything = found.count > 0 || found.named.length > 0;
  const rows: Button[][] = [[{ label: rest.go(found.count), command: '/resume' }]];
  if (isAnything) rows.push([{ label: rest.goWithout(found.count), command: '/resume drop' }]);
  const named = found.named.length > 0 ? [rest.goesOn(namesOf(ctx, found))] : [];
  return {
    text: [`⏸ ${rest.why[site.doubt]}`, ...named].join('\n'),
    ...(ctx.user.role === 'owner' && { buttons: rows }),
  };
}
