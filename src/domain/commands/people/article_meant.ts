import type { Filter, Term, Test } from '../../people/filter/filter.ts';
import { countMatching } from '../../people/matching.ts';
import type { CommandContext } from '../command.ts';
import { isNear } from '../similar.ts';

/**
 * Of mugs nobody has bought any where the shop sells a mug. `near`: nobody has bought that, and what was bought and is called nearly so, at most
 * `most`. Where nothing has ever been bought it stays as it is.
 */
export async function articleMeant(
  ctx: CommandContext,
  test: Test & { kind: 'bought' },
  most: number,
): Promise<Test | { near: string[] }> {
  for (const word of singularsOf(test.word)) {
    const one: Test = { kind: 'bought', word };
    if (word.length > 1 && (await countMatching(ctx.tx, { any: [[{ not: false, test: one }]] }, ctx.now)) > 0)
      return one;
  }
  const sold = await articlesSold(ctx);
  return sold.length > 0 ? { near: sold.filter((title) => isNear(test.word, title)).slice(0, most) } : test;
}

/** Mugs, and mug: as it may be called where it is sold. */
export const singularsOf = (word: string): string[] => [
  ...new Set([word, word.replace(/s$/iu, ''), word.replace(/(s|x|z|ch|sh)es$/iu, '$1'), word.replace(/ies$/iu, 'y')]),
];

/** The titles of what was bought of late. */
export async function articlesSold({ tx }: CommandContext): Promise<string[]> {
  const rows = await tx<{ title: string }>`
    select distinct title from (select title from order_lines order by id desc limit ${MOST_SOLD}) sold where title <> ''`;
  return rows.map(({ title }) => title);
}

/** So many lines of orders are looked at. */
const MOST_SOLD = 5000;

/** Its articles as they were sold: mugs are mug. */
export async function withArticles(ctx: CommandContext, { any }: Filter, most: number): Promise<Filter> {
  const groups: Term[][] = [];
  for (const terms of any) {
    const group: Term[] = [];
    for (const { not, test } of terms) {
      const sold = test.kind === 'bought' ? await articleMeant(ctx, test, most) : test;
      group.push({ not, test: 'near' in sold ? test : sold });
    }
    groups.push(group);
  }
  return { any: groups };
}
