import { foldText } from '../../../text/fold.ts';
import { regularsSaid } from '../../../text/meaning/regulars.ts';
import {
  mayLeaveOut,
  namesNobody,
  peopleNear,
  peopleSaid,
  saysNo,
  withoutOurs,
} from '../../../text/person/people_said.ts';
import { typedWords } from '../../../text/typed.ts';
import { zonesOfCity } from '../../../text/when/place/city_zone.ts';
import type { Filter, Segment, Term, Test } from '../../people/filter/filter.ts';
import { Unclear } from '../../people/filter/filter.ts';
import { parseFilter, printFilter, segmentCalled } from '../../people/filter/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { isTagInUse, tagsInUse } from '../../people/tag.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import type { CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { articleMeant, withArticles } from './article_meant.ts';
import { readFilter } from './filtered.ts';
import { signsBeforeNames, standsBefore, withoutThose } from './whom/beside.ts';
import { calledOf, insteadOf, MOST_NEAR, near, segmentTest, segmentWord, type There } from './whom/near_people.ts';
import { noSegment } from './whom/no_segment.ts';
import { readingsMeant } from './whom/readings_meant.ts';
import { isAlone, whichRegulars } from './whom/regulars.ts';
import { Unknown } from './whom/unknown.ts';

const EVERYBODY = typedWords(({ campaign }) => campaign.everybody);
/** The command line that means these people instead. */
type Again = (words: string) => string;

/**
 * Whom the words mean, where many are to be written to or remembered: plain words too, and a bare word is a segment or a tag before it is a name. What
 * nobody is called is no empty list: it is named, with what is near. `more`: segments that it may name besides those there are.
 */
export async function readPeople(
  ctx: CommandContext,
  typed: string,
  again: Again,
  ...more: Segment[]
): Promise<{ filter: Filter } | { ask: Reply }> {
  const typedIn = await filterWords(ctx);
  let tags: Promise<readonly string[]> | undefined;
  const there = { typedIn, segments: typedIn.segments, tags: () => (tags ??= tagsInUse(ctx.tx)) };
  const bare = withoutOurs(typed.trim());
  const words = (await meantAsTyped(ctx, typed, there)) ? typed : bare;
  const asTyped = await meantAsTyped(ctx, words, there);
  const mixed = asTyped ? undefined : await readingsMeant(ctx, words, there, { testMeant, withRealCities, again });
  if (mixed) return mixed;
  const nearby = asTyped ? [] : peopleNear(words, momentOf(ctx));
  if (nearby.length > 0) return { ask: await askNearest(ctx, words, nearby, again) };
  const said = asTyped ? words : (peopleSaid(words, momentOf(ctx)) ?? words);
  const read = await readFilter(ctx, said, ...more);
  if ('ask' in read) return { ask: (await noSegment(ctx, said, there, again)) ?? read.ask };
  const signed = await signsBeforeNames(ctx, said === words ? read.filter : await withRealCities(ctx, read.filter));
  if ('near' in signed)
    return {
      ask: await askNearest(
        ctx,
        words,
        signed.near.map((one) => printFilter(one)),
        again,
      ),
    };
  const { filter } = signed;
  const any: Term[][] = [];
  for (const terms of filter.any) {
    const group: Term[] = [];
    for (const { not, test } of terms) {
      // everybody of these is these
      if (test.kind === 'name' && EVERYBODY.has(test.words.toLowerCase()) && terms.length > 1) continue;
      const meant = await testMeant(ctx, test, there);
      if (meant instanceof Unknown && isPhrase(words, meant)) return { ask: phraseUnread(ctx, words) };
      if (meant instanceof Unknown) return { ask: await askOf(ctx, filter, meant, there, again) };
      group.push({ not, test: meant });
    }
    any.push(group);
  }
  return { filter: { any } };
}

/** Nobody is called so: what it stands in is named whole. */
const isPhrase = (words: string, { word, ask }: Unknown): boolean =>
  ask === 'nobody' && namesNobody(word) && words.trim().includes(' ');

/** A phrase that is no filter, in one piece: no word of it means anybody. */
const phraseUnread = ({ t }: CommandContext, words: string): Reply =>
  failed(t.segment.phraseUnread(words.trim()), {
    fields: [{ label: t.filter.possibleIs, value: Object.values(t.filter.possible).join(' · ') }],
  });

/** What the words say can be asked for in part alone: the nearest there is, and how many that means. */
async function askNearest(
  ctx: CommandContext,
  words: string,
  filters: readonly string[],
  again: Again,
): Promise<Reply> {
  const typedIn = await filterWords(ctx);
  const buttons: Button[][] = [];
  for (const one of filters) {
    const parsed = parseFilter(one, typedIn);
    if (parsed instanceof Unclear) continue;
    const filter = await withArticles(ctx, parsed, MOST_NEAR);
    const count = await countMatching(ctx.tx, filter, ctx.now);
    buttons.push([
      { label: ctx.t.filter.found(count, printFilter(filter, ctx.locale)), command: again(printFilter(filter)) },
    ]);
  }
  return failed(ctx.t.segment.nearest(words.trim()), { undecided: true, buttons });
}

/** Whether a segment, a tag or everybody is called exactly so, whatever else the words may say. */
const meantAsTyped = async ({ tx }: CommandContext, words: string, { segments }: There): Promise<boolean> =>
  segmentCalled(segments, words) !== undefined || isTagInUse(tx, foldText(words).trim());

/** 昨天没买的 is put as 杭州的 is: a city is what lies somewhere, or where somebody lives. */
async function withRealCities(ctx: CommandContext, { any }: Filter): Promise<Filter> {
  const read = async (term: Term): Promise<Term> => {
    const { test } = term;
    if (test.kind !== 'city' || zonesOfCity(test.city).length > 0) return term;
    const lives = await countMatching(ctx.tx, { any: [[{ not: false, test }]] }, ctx.now);
    return lives > 0 ? term : { not: term.not, test: { kind: 'name', words: test.city } };
  };
  const groups: Term[][] = [];
  for (const terms of any) {
    const group: Term[] = [];
    for (const term of terms) group.push(await read(term));
    groups.push(group);
  }
  return { any: groups };
}

async function testMeant(ctx: CommandContext, test: Test, there: There): Promise<Test | Unknown> {
  const { segments, typedIn } = there;
  if (test.kind === 'tag') {
    if (await isTagInUse(ctx.tx, test.tag)) return test;
    const isUsed = (await there.tags()).some((tag) => foldText(tag) === foldText(test.tag));
    return isUsed || (await near(test.tag, there)).length === 0 ? test : new Unknown(`#${test.tag}`, 'tag');
  }
  if (test.kind === 'bought') {
    const article = await articleMeant(ctx, test, MOST_NEAR);
    return 'near' in article ? new Unknown(test.word, 'article', article.near) : article;
  }
  if (test.kind !== 'name') return test;
  const segment = segmentCalled(segments, test.words);
  const tag = (await there.tags()).find((one) => foldText(one) === foldText(test.words));
  if (segment && tag) return new Unknown(test.words, 'both');
  if (segment) return segmentTest(segment, typedIn);
  if (tag) return { kind: 'tag', tag };
  const count = await countMatching(ctx.tx, { any: [[{ not: false, test }]] }, ctx.now);
  return count > 0 ? test : new Unknown(test.words, 'nobody');
}

async function askOf(
  ctx: CommandContext,
  filter: Filter,
  { word, ask, near: articles }: Unknown,
  there: There,
  again: Again,
): Promise<Reply> {
  const { t } = ctx;
  const nearby = await nearTo(word, ask, articles, there);
  const regulars = ask === 'nobody' && nearby.length === 0 && isAlone(filter, word) ? regularsSaid(word) : undefined;
  if (regulars) return whichRegulars(ctx, word, regulars, again);
  const choices = ask === 'both' ? [segmentWord(segmentCalled(there.segments, word)!.name), `#${word}`] : nearby;
  const buttons: Button[][] = [];
  for (const choice of choices) {
    const instead = ask === 'both' ? { typed: choice, drops: '' } : await insteadOf(ctx, word, choice);
    // who is left out by a word of which only a part is known is not whom that part means
    if (instead.drops !== '' && isLeftOut(filter, word)) continue;
    const command = again(exchanged(filter, word, instead.typed));
    const label =
      ask === 'both' ? calledOf(ctx, choice) : await labelInstead(ctx, filter, word, { ...instead, choice });
    buttons.push([{ label, command }]);
  }
  const known = async (test: Test) => {
    const meant = await testMeant(ctx, test, there);
    return meant instanceof Unknown ? undefined : meant;
  };
  const those = ask === 'nobody' ? await withoutThose(ctx, filter, word, { isEverybody, known, again }) : [];
  const without =
    ask === 'nobody' && !standsBefore(filter, word, isEverybody) && mayDrop(filter, word)
      ? exchanged(filter, word, undefined)
      : '';
  const rest: Button[] = without === '' ? [] : [{ label: t.segment.without(word), command: again(without) }];
  const apart = await eachApart(ctx, filter, word, there);
  const text = {
    nobody: t.segment.nobodyCalled(word),
    tag: t.segment.noTag(word),
    both: t.segment.which(word),
    article: t.segment.notBought(word),
  }[ask];
  return failed(text, {
    ...(ask === 'both' && { undecided: true as const }),
    ...(ask === 'nobody' && {
      fields: [{ label: t.filter.possibleIs, value: Object.values(t.filter.possible).join(' · ') }],
    }),
    buttons: [
      ...those.map((one) => [one]),
      ...buttons,
      ...(apart ? [[{ label: apart.label, command: again(apart.words) }]] : []),
      ...(rest.length > 0 ? [rest] : []),
    ],
  });
}

const isEverybody = (word: string): boolean => EVERYBODY.has(word.toLowerCase());

const isLeftOut = ({ any }: Filter, word: string): boolean =>
  any.flat().some(({ not, test }) => not && test.kind === 'name' && test.words === word);

/** How one of those that are near is offered: with how many it means, and with what of the word it does not say. */
async function labelInstead(
  ctx: CommandContext,
  filter: Filter,
  word: string,
  { choice, typed, drops }: { choice: string; typed: string; drops: string },
): Promise<string> {
  const { t } = ctx;
  const called = typed === choice ? calledOf(ctx, choice) : typed;
  const label = drops === '' ? called : t.segment.dropping(called, drops);
  const whole = parseFilter(exchanged(filter, word, typed), await filterWords(ctx));
  // of other words it is not known yet whom they mean
  if (whole instanceof Unclear || filter.any.flat().length > 1) return label;
  return t.filter.found(await countMatching(ctx.tx, whole, ctx.now), isLeftOut(filter, word) ? `-${label}` : label);
}

/** What may be meant: nothing by a word that says no, since what is near to it may be the opposite. */
async function nearTo(
  word: string,
  ask: Unknown['ask'],
  articles: readonly string[],
  there: There,
): Promise<readonly string[]> {
  if (mayLeaveOut(word)) return [];
  if (ask === 'article')
    return articles.map((title) => printFilter({ any: [[{ not: false, test: { kind: 'bought', word: title } }]] }));
  return ask === 'nobody' && saysNo(word) ? [] : near(word, there);
}

/** Without it they are no others: it is not one to be left out, and nothing beside it says no. */
const mayDrop = ({ any }: Filter, word: string): boolean =>
  !any.flat().some(({ not, test }) => test.kind === 'name' && ((not && test.words === word) || saysNo(test.words)));

/** Nobody has the name that is to be left out, but each of its words is known: all of them left out, and how many that leaves. */
async function eachApart(
  ctx: CommandContext,
  filter: Filter,
  word: string,
  there: There,
): Promise<{ label: string; words: string } | undefined> {
  const isOut = filter.any.flat().some(({ not, test }) => not && test.kind === 'name' && test.words === word);
  const words = word.split(' ');
  if (!isOut || words.length < 2 || saysNo(word)) return undefined;
  const tests: Test[] = [];
  for (const one of words) {
    const meant = await testMeant(ctx, { kind: 'name', words: one }, there);
    if (meant instanceof Unknown) return undefined;
    tests.push(meant);
  }
  const any = filter.any.map((terms) =>
    terms.flatMap((term): Term[] =>
      term.not && term.test.kind === 'name' && term.test.words === word
        ? tests.map((test) => ({ not: true, test }))
        : [term],
    ),
  );
  const count = await countMatching(ctx.tx, { any }, ctx.now);
  return { label: ctx.t.filter.found(count, printFilter({ any }, ctx.locale)), words: printFilter({ any }) };
}

/** The filter with other words in place of that one; none: without it. */
function exchanged({ any }: Filter, word: string, by: string | undefined): string {
  const isIt = ({ test }: Term): boolean =>
    (test.kind === 'name' && test.words === word) ||
    (test.kind === 'tag' && `#${test.tag}` === word) ||
    (test.kind === 'bought' && test.word === word);
  return any
    .map((terms) =>
      terms
        .flatMap((term) => {
          if (isIt(term)) return by === undefined ? [] : [`${term.not ? '-' : ''}${by}`];
          const isAll = term.test.kind === 'name' && EVERYBODY.has(term.test.words.toLowerCase());
          return isAll && terms.length > 2 ? [] : [printFilter({ any: [[term]] })];
        })
        .join(' '),
    )
    .filter(Boolean)
    .join(' or ');
}
