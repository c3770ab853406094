import type { Filter } from '../../../people/filter/filter.ts';
import { printFilter } from '../../../people/filter/filter_parse.ts';
import { countMatching } from '../../../people/matching.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';

type Which = 'twice' | 'once' | 'all';

const FILTERS: Readonly<Record<Which, Filter>> = {
  twice: { any: [[{ not: false, test: { kind: 'orders', is: '>=', count: 2 } }]] },
  once: { any: [[{ not: false, test: { kind: 'orders', is: '>=', count: 1 } }]] },
  all: { any: [[{ not: false, test: { kind: 'blocked', is: 'no' } }]] },
};

/** Whether the filter says nothing but this word. */
export const isAlone = ({ any }: Filter, word: string): boolean =>
  any.flat().every(({ not, test }) => !not && test.kind === 'name' && test.words === word);

/** Regulars, and old customers, are those who have bought again, or at all: which is asked, each with how many they are. */
export async function whichRegulars(
  ctx: CommandContext,
  word: string,
  said: 'again' | 'once',
  again: (words: string) => string,
): Promise<Reply> {
  const { regulars } = ctx.t.segment;
  const ways: Which[] = said === 'again' ? ['twice', 'once', 'all'] : ['once', 'twice', 'all'];
  const buttons = [];
  for (const way of ways) {
    const count = await countMatching(ctx.tx, FILTERS[way], ctx.now);
    buttons.push([{ label: ctx.t.filter.found(count, regulars[way]), command: again(printFilter(FILTERS[way])) }]);
  }
  return failed(regulars.which(word), { undecided: true, buttons });
}
