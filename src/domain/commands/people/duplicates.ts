import { decisionButtons, evidenceWords, reasonWords } from '../../desk/proposal_card.ts';
import { likenessOfEach } from '../../merge/compare.ts';
import { namesakePairs } from '../../merge/namesakes.ts';
import { countProposals, decide, openProposals, type Proposal } from '../../merge/proposal.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Item } from '../../reply.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { listCommand } from '../paged.ts';
import { noSuchContact } from '../who/no_id.ts';
import { explicitContact, splitFirst } from '../words/words.ts';

/** '/duplicates': who may be the same person, to be settled in one sitting. */
export const duplicates = listCommand('duplicates', {
  words: ({ alike }) => ({ title: alike.list, empty: alike.none }),
  count: countPairs,
  load: async (ctx, limit, offset) => {
    const items: Item[] = [];
    for (const pair of await pairsToSettle(ctx, limit, offset)) items.push(await proposalItem(ctx, pair));
    return items;
  },
});

type Pair = Pick<Proposal, 'firstId' | 'secondId' | 'evidence' | 'reasons'>;

/** What speaks for one person first, then those who only have the same name. */
async function pairsToSettle(ctx: CommandContext, limit: number, offset: number): Promise<Pair[]> {
  const proposed = await openProposals(ctx.tx, limit, offset);
  const left = limit - proposed.length;
  if (left === 0) return proposed;
  const before = Math.max(0, offset - (await countProposals(ctx.tx)));
  const namesakes = await namesakePairs(ctx.tx, left, before);
  const likeness = await likenessOfEach(ctx.tx, namesakes);
  return [...proposed, ...namesakes.map((pair, nth) => ({ ...pair, reasons: likeness[nth]?.reasons ?? [] }))];
}

async function countPairs(ctx: CommandContext, most: number): Promise<number> {
  const proposed = await countProposals(ctx.tx);
  return proposed + (proposed < most ? (await namesakePairs(ctx.tx, most - proposed)).length : 0);
}

export async function proposalItem(ctx: CommandContext, { firstId, secondId, evidence, reasons }: Pair): Promise<Item> {
  const first = (await loadContact(ctx.tx, firstId))!;
  const second = (await loadContact(ctx.tx, secondId))!;
  return {
    text: `${nameOf(first)} ↔ ${nameOf(second)}`,
    ref: `c${firstId} c${secondId}`,
    detail: [...evidenceWords(ctx.t, first, second, evidence).split('\n'), reasonWords(ctx.t, reasons)]
      .filter(Boolean)
      .join(' · '),
    buttons: decisionButtons(ctx.t, firstId, secondId),
  };
}

/** After one is settled, the others are a tap away. */
export async function duplicatesLeft(ctx: CommandContext): Promise<Button[]> {
  const count = await countProposals(ctx.tx);
  return count > 0 ? [{ label: ctx.t.alike.left(count), command: '/duplicates' }] : [];
}

/** '/distinct c1 c2': two people, never asked again. */
export const distinct: Command<{ one: string; other: string }> = {
  name: 'distinct',
  role: 'owner',
  changes: true,
  settles: 'proposal',
  hidden: true,
  parse(words) {
    const [first, rest] = splitFirst(words);
    const [one, other] = [explicitContact(first), explicitContact(rest)];
    return one && other && one !== other ? { one, other } : new Incomplete('pair');
  },
  async run(ctx, { one, other }) {
    const [first, second] = [await loadContact(ctx.tx, one), await loadContact(ctx.tx, other)];
    if (!first || !second) return noSuchContact(ctx.t, first ? `c${other}` : `c${one}`);
    await decide(ctx.tx, one, other, 'refused', ctx.now);
    const left = await duplicatesLeft(ctx);
    return {
      text: ctx.t.alike.refused(nameOf(first), nameOf(second)),
      ...(left.length > 0 && { buttons: [left] }),
    };
  },
};
