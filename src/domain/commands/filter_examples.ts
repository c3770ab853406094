import type { Sql } from '../../db/sql.ts';
import { type FilterWords, Unclear } from '../people/filter/filter.ts';
import { parseFilter, printFilter } from '../people/filter/filter_parse.ts';
import type { Item, Reply } from '../reply.ts';
import { filterWords } from '../segments/filter_words.ts';
import type { CommandContext } from './command.ts';
import { tagsInUse } from './complete.ts';
import { namesFor } from './names.ts';

/** Filters that work for everybody; tag and city come from the owner's own customers. */
const ALWAYS = ['owes:us', 'lead:open', 'quiet:30d', 'orders:>=2'] as const;

/** Shows how filters are written: examples that find some of the owner's own customers, each a tap away. */
export async function filterExamples(ctx: CommandContext): Promise<Pick<Reply, 'lists' | 'hint'>> {
  const { t } = ctx;
  const [tag] = await tagsInUse(ctx.tx);
  const city = await cityInUse(ctx.tx);
  const own = [tag && `#${tag}`, city && `city:${city}`, tag && city && `#${tag} -city:${city}`];
  const typedIn = await filterWords(ctx);
  const items = [...own, ...ALWAYS].flatMap((words) => (words ? exampleOf(ctx, typedIn, words) : []));
  return {
    lists: [{ title: t.help.filters, items }],
    hint: t.help.filterHint(Object.values(t.filter.possible).join(' · ')),
  };
}

function exampleOf(ctx: CommandContext, typedIn: FilterWords, words: string): Item[] {
  const filter = parseFilter(words, typedIn);
  if (filter instanceof Unclear) return [];
  const printed = printFilter(filter, ctx.locale);
  return [
    {
      text: `/${namesFor(ctx.locale, 'find')[0]} ${printed}`,
      buttons: [{ label: printed, command: `/find ${printed}` }],
    },
  ];
}

/** Of the people seen last. */
async function cityInUse(sql: Sql): Promise<string | undefined> {
  const [row] = await sql<{ city: string }>`
    select city from (select city from contacts order by last_seen_at desc nulls last limit 200) seen
    where city is not null group by city order by count(*) desc, city limit 1`;
  return row?.city;
}
