import { foldText } from '../../../text/fold.ts';
import { peopleSaid, saysNo } from '../../../text/person/people_said.ts';
import { typedWords } from '../../../text/typed.ts';
import { zonesOfCity } from '../../../text/when/place/city_zone.ts';
import type { Filter, FilterWords, Segment, Term, Test } from '../../people/filter.ts';
import { Unclear } from '../../people/filter.ts';
import { parseFilter, printFilter, segmentCalled } from '../../people/filter_parse.ts';
import { countMatching } from '../../people/matching.ts';
import { tagsInUse } from '../../people/tag.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { filterWords } from '../../segments/filter_words.ts';
import type { CommandContext } from '../command.ts';
import { nearest } from '../similar.ts';
import { readFilter } from './filtered.ts';

const EVERYBODY = typedWords(({ campaign }) => campaign.everybody);
/** So many that are near are offered. */
const MOST_NEAR = 4;

/** The command line that means these people instead. */
type Again = (words: string) => string;

/** What may be meant by a word: the segments and tags there are. */
interface There {
  typedIn: FilterWords;
  segments: readonly Segment[];
  tags: readonly string[];
}

/** A word that nobody and nothing is called, or that two things are called. */
class Unknown {
  readonly word: string;
  readonly ask: 'nobody' | 'tag' | 'both';
  constructor(word: string, ask: Unknown['ask']) {
    this.word = word;
    this.ask = ask;
  }
}

/**
 * Whom the words mean, where many are to be written to or remembered: plain words too, and a bare word is a segment or a tag before it is a name. What
 * nobody is called is no empty list: it is named, with what is near. `more`: segments that it may name besides those there are.
 */
export async function readPeople(
  ctx: CommandContext,
  words: string,
  again: Again,
  ...more: Segment[]
): Promise<{ filter: Filter } | { ask: Reply }> {
  const typedIn = await filterWords(ctx);
  const there = { typedIn, segments: typedIn.segments, tags: await tagsInUse(ctx.tx) };
  const said = meantAsTyped(words, there) ? words : (peopleSaid(words) ?? words);
  const read = await readFilter(ctx, said, ...more);
  if ('ask' in read) return { ask: (await noSegment(ctx, said, there, again)) ?? read.ask };
  const typed = said === words ? read.filter : await withRealCities(ctx, read.filter);
  const any: Term[][] = [];
  for (const terms of typed.any) {
    const group: Term[] = [];
    for (const { not, test } of terms) {
      // everybody of these is these
      if (test.kind === 'name' && EVERYBODY.has(test.words.toLowerCase()) && terms.length > 1) continue;
      const meant = await testMeant(ctx, test, there);
      if (meant instanceof Unknown) return { ask: await askOf(ctx, typed, meant, there, again) };
      group.push({ not, test: meant });
    }
    any.push(group);
  }
  return { filter: { any } };
}

/** Whether a segment, a tag or everybody is called exactly so, whatever else the words may say. */
const meantAsTyped = (words: string, { segments, tags }: There): boolean =>
  segmentCalled(segments, words) !== undefined || tags.includes(foldText(words).trim());

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
  const { segments, tags, typedIn } = there;
  if (test.kind === 'tag') {
    const isUsed = tags.some((tag) => foldText(tag) === foldText(test.tag));
    return isUsed || near(test.tag, there).length === 0 ? test : new Unknown(`#${test.tag}`, 'tag');
  }
  if (test.kind === 'bought') return articleMeant(ctx, test);
  if (test.kind !== 'name') return test;
  const segment = segmentCalled(segments, test.words);
  const tag = tags.find((one) => foldText(one) === foldText(test.words));
  if (segment && tag) return new Unknown(test.words, 'both');
  if (segment) return segmentTest(segment, typedIn);
  if (tag) return { kind: 'tag', tag };
  const count = await countMatching(ctx.tx, { any: [[{ not: false, test }]] }, ctx.now);
  return count > 0 ? test : new Unknown(test.words, 'nobody');
}

/** Of mugs nobody has bought any where the shop sells a mug. */
async function articleMeant(ctx: CommandContext, test: Test & { kind: 'bought' }): Promise<Test> {
  const forms = [
    test.word.replace(/s$/iu, ''),
    test.word.replace(/(s|x|z|ch|sh)es$/iu, '$1'),
    test.word.replace(/ies$/iu, 'y'),
  ];
  for (const word of new Set([test.word, ...forms])) {
    const one: Test = { kind: 'bought', word };
    if (word.length > 1 && (await countMatching(ctx.tx, { any: [[{ not: false, test: one }]] }, ctx.now)) > 0)
      return one;
  }
  return test;
}

function segmentTest(segment: Segment, typedIn: FilterWords): Test {
  const filter = parseFilter(segment.filter, {
    ...typedIn,
    segments: typedIn.segments.filter(({ id }) => id !== segment.id),
  });
  return { kind: 'segment', segment, filter: filter instanceof Unclear ? { any: [[]] } : filter };
}

/** The tags and segments that are called nearly so, as they are typed. */
function near(word: string, { segments, tags }: There): string[] {
  const folded = foldText(word.replace(/^[#＃]/u, '')).trim();
  const isNear = (name: string): boolean => {
    const one = foldText(name).trim();
    const holds = one.length >= 2 && folded.length >= 2 && (one.includes(folded) || folded.includes(one));
    return holds || nearest(folded, [one]) !== undefined;
  };
  const called = segments.filter(({ name }) => isNear(name)).map(({ name }) => segmentWord(name));
  return [...called, ...tags.filter(isNear).map((tag) => `#${tag}`)].slice(0, MOST_NEAR);
}

const segmentWord = (name: string): string => `segment:${/\s/u.test(name) ? `"${name}"` : name}`;

/** How one of these is called, where it is offered. */
function calledOf({ t }: CommandContext, word: string): string {
  return word.startsWith('#') ? word : t.segment.called(word.slice('segment:'.length).replace(/"/gu, ''));
}

async function askOf(
  ctx: CommandContext,
  filter: Filter,
  { word, ask }: Unknown,
  there: There,
  again: Again,
): Promise<Reply> {
  const { t } = ctx;
  // what is near a word that says no may be the opposite
  const nearby = ask === 'nobody' && saysNo(word) ? [] : near(word, there);
  const choices = ask === 'both' ? [segmentWord(segmentCalled(there.segments, word)!.name), `#${word}`] : nearby;
  const buttons: Button[][] = choices.map((choice) => [
    { label: calledOf(ctx, choice), command: again(exchanged(filter, word, choice)) },
  ]);
  const without = ask === 'nobody' && mayDrop(filter, word) ? exchanged(filter, word, undefined) : '';
  const rest: Button[] = without === '' ? [] : [{ label: t.segment.without(word), command: again(without) }];
  const apart = await eachApart(ctx, filter, word, there);
  const text = { nobody: t.segment.nobodyCalled(word), tag: t.segment.noTag(word), both: t.segment.which(word) }[ask];
  return failed(text, {
    ...(ask === 'both' && { undecided: true as const }),
    ...(ask === 'nobody' && {
      fields: [{ label: t.filter.possibleIs, value: Object.values(t.filter.possible).join(' · ') }],
    }),
    buttons: [
      ...buttons,
      ...(apart ? [[{ label: apart.label, command: again(apart.words) }]] : []),
      ...(rest.length > 0 ? [rest] : []),
    ],
  });
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
    (test.kind === 'name' && test.words === word) || (test.kind === 'tag' && `#${test.tag}` === word);
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

/** A segment that there is not, with those that there are. Undefined: something else is not understood. */
async function noSegment(ctx: CommandContext, words: string, there: There, again: Again): Promise<Reply | undefined> {
  const unclear = parseFilter(words, there.typedIn);
  if (!(unclear instanceof Unclear) || unclear.kind !== 'segment' || unclear.within) return undefined;
  const typed = unclear.word.replace(/^-?[^:：=]{1,20}[:：=]/u, '').replace(/["“”「」]/gu, '');
  const { t } = ctx;
  const nearby = near(typed, there).filter((one) => !one.startsWith('#'));
  const offered = nearby.length > 0 ? nearby : there.segments.slice(0, MOST_NEAR).map(({ name }) => segmentWord(name));
  return failed(t.segment.noSuch(typed), {
    buttons: [
      ...offered.map((one) => [{ label: calledOf(ctx, one), command: again(words.replace(unclear.word, one)) }]),
      [{ label: t.segment.make(typed), command: `/segment new ${typed}`, asks: true as const }],
    ],
  });
}
