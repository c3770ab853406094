import { peopleReadings } from '../../../../text/person/whom/mixed/readings.ts';
import { type Filter, type Term, type Test, Unclear } from '../../../people/filter/filter.ts';
import { parseFilter, printFilter } from '../../../people/filter/filter_parse.ts';
import { countMatching } from '../../../people/matching.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { groupsIn } from '../../who/each/group.ts';
import { momentOf } from '../../words/moment.ts';
import type { There } from './near_people.ts';
import { Unknown } from './unknown.ts';

/** How the words of a filter are held against what there is. */
interface Reader {
  testMeant: (ctx: CommandContext, test: Test, there: There) => Promise<Test | Unknown>;
  withRealCities: (ctx: CommandContext, filter: Filter) => Promise<Filter>;
  again: (words: string) => string;
}

/**
 * Plain words that are put together of several parts: of the ways to read them those of which everything is known here. One is whom they mean, several
 * are asked about with how many each means. Undefined: they are read in no such way.
 */
export async function readingsMeant(
  ctx: CommandContext,
  words: string,
  there: There,
  reader: Reader,
): Promise<{ filter: Filter } | { ask: Reply } | undefined> {
  const said = peopleReadings(words, momentOf(ctx));
  if (!said) return undefined;
  const meant = new Map<string, Filter>();
  for (const one of said.filters) {
    const parsed = parseFilter(one, there.typedIn);
    const filter = parsed instanceof Unclear ? undefined : await allKnown(ctx, parsed, there, reader);
    if (filter) meant.set(printFilter(filter), filter);
  }
  const [first, ...others] = meant.values();
  if (!first) return undefined;
  if (others.length === 0 && !said.ask) return { filter: first };
  return { ask: await whichWay(ctx, words, [...meant.values()], said.ask, reader) };
}

/** The filter as it is meant here; undefined: something in it is not there. */
async function allKnown(
  ctx: CommandContext,
  filter: Filter,
  there: There,
  reader: Reader,
): Promise<Filter | undefined> {
  const groups: Term[][] = [];
  for (const terms of (await reader.withRealCities(ctx, filter)).any) {
    const group: Term[] = [];
    for (const { not, test } of terms) {
      const meant = await reader.testMeant(ctx, test, there);
      const known = meant instanceof Unknown ? await byOtherForm(ctx, test, there) : meant;
      if (!known) return undefined;
      group.push({ not, test: known });
    }
    groups.push(group);
  }
  return { any: groups };
}

/** vips are #vip, where nobody and nothing is called vips. */
async function byOtherForm(ctx: CommandContext, test: Test, { typedIn }: There): Promise<Test | undefined> {
  if (test.kind !== 'name') return undefined;
  const [group] = await groupsIn(ctx, [test.words]);
  const parsed = group === undefined ? undefined : parseFilter(group, typedIn);
  return parsed === undefined || parsed instanceof Unclear ? undefined : parsed.any[0]?.[0]?.test;
}

async function whichWay(
  ctx: CommandContext,
  words: string,
  filters: readonly Filter[],
  isNear: boolean,
  { again }: Reader,
): Promise<Reply> {
  const buttons: Button[][] = [];
  for (const filter of filters) {
    const count = await countMatching(ctx.tx, filter, ctx.now);
    buttons.push([
      { label: ctx.t.filter.found(count, printFilter(filter, ctx.locale)), command: again(printFilter(filter)) },
    ]);
  }
  const text = isNear ? ctx.t.segment.nearest(words.trim()) : ctx.t.segment.twoWays(words.trim());
  return failed(text, { undecided: true, buttons });
}
