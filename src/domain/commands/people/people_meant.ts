import { foldText } from '../../../text/fold.ts';
import { peopleSaid } from '../../../text/person/people_said.ts';
import { typedWords } from '../../../text/typed.ts';
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
  const any: Term[][] = [];
  for (const terms of read.filter.any) {
    const group: Term[] = [];
    for (const { not, test } of terms) {
      // everybody of these is these
      if (test.kind === 'name' && EVERYBODY.has(test.words.toLowerCase()) && terms.length > 1) continue;
      const meant = await testMeant(ctx, test, there);
      if (meant instanceof Unknown) return { ask: await askOf(ctx, read.filter, meant, there, again) };
      group.push({ not, test: meant });
    }
    any.push(group);
  }
  return { filter: { any } };
}

/** Whether a segment, a tag or everybody is called exactly so, whatever else the words may say. */
const meantAsTyped = (words: string, { segments, tags }: There): boolean =>
  segmentCalled(segments, words) !== undefined || tags.includes(foldText(words).trim());

async function testMeant(ctx: CommandContext, test: Test, there: There): Promise<Test | Unknown> {
  const { segments, tags, typedIn } = there;
  if (test.kind === 'tag') {
    const isUsed = tags.some((tag) => foldText(tag) === foldText(test.tag));
    return isUsed || near(test.tag, there).length === 0 ? test : new Unknown(`#${test.tag}`, 'tag');
  }
  if (test.kind !== 'name') return test;
  const segment = segmentCalled(segments, test.words);
  const tag = tags.find((one) => foldText(one) === foldText(test.words));
  if (segment && tag) return new Unknown(test.words, 'both');
  if (segment) return segmentTest(segment, typedIn);
  if (tag) return { kind: 'tag', tag };
  const count = await countMatching(ctx.tx, { any: [[{ not: false, test }]] }, ctx.now);
  return count > 0 ? test : new Unknown(test.words, 'nobody');
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
  const choices =
    ask === 'both' ? [segmentWord(segmentCalled(there.segments, word)!.name), `#${word}`] : near(word, there);
  const buttons: Button[][] = choices.map((choice) => [
    { label: calledOf(ctx, choice), command: again(exchanged(filter, word, choice)) },
  ]);
  const without = ask === 'nobody' ? exchanged(filter, word, undefined) : '';
  const rest: Button[] = without === '' ? [] : [{ label: t.segment.without(word), command: again(without) }];
  const text = { nobody: t.segment.nobodyCalled(word), tag: t.segment.noTag(word), both: t.segment.which(word) }[ask];
  return failed(text, {
    ...(ask === 'both' && { undecided: true as const }),
    ...(ask === 'nobody' && {
      fields: [{ label: t.filter.possibleIs, value: Object.values(t.filter.possible).join(' · ') }],
    }),
    buttons: [...buttons, ...(rest.length > 0 ? [rest] : [])],
  });
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
