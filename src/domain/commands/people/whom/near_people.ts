import { foldText } from '../../../../text/fold.ts';
import { besideName } from '../../../../text/person/whom/clauses.ts';
import { cityName, isCityInUse } from '../../../people/city.ts';
import type { FilterWords, Segment, Test } from '../../../people/filter/filter.ts';
import { Unclear } from '../../../people/filter/filter.ts';
import { parseFilter } from '../../../people/filter/filter_parse.ts';
import type { CommandContext } from '../../command.ts';
import { isNear } from '../../similar.ts';

/** So many that are near are offered. */
export const MOST_NEAR = 4;

/** What may be meant by a word: the segments and tags there are. */
export interface There {
  typedIn: FilterWords;
  segments: readonly Segment[];
  /** All there are, for which all people are looked at: once, and only where a word stands there that may be one. */
  tags: () => Promise<readonly string[]>;
}

/** A segment as a condition. */
export function segmentTest(segment: Segment, typedIn: FilterWords): Test {
  const filter = parseFilter(segment.filter, {
    ...typedIn,
    segments: typedIn.segments.filter(({ id }) => id !== segment.id),
  });
  return { kind: 'segment', segment, filter: filter instanceof Unclear ? { any: [[]] } : filter };
}

/** The tags and segments that are called nearly so, as they are typed. */
export async function near(word: string, { segments, tags }: There): Promise<string[]> {
  const bare = word.replace(/^[#＃]/u, '');
  const called = segments.filter(({ name }) => isNear(bare, name)).map(({ name }) => segmentWord(name));
  return [...called, ...(await tags()).filter((tag) => isNear(bare, tag)).map((tag) => `#${tag}`)].slice(0, MOST_NEAR);
}

/** A segment as it is typed. */
export const segmentWord = (name: string): string => `segment:${/\s/u.test(name) ? `"${name}"` : name}`;

/** How one of these is called, where it is offered. */
export function calledOf({ t }: CommandContext, word: string): string {
  if (word.startsWith('#')) return word;
  const name = word.slice(word.indexOf(':') + 1).replace(/"/gu, '');
  return word.startsWith('segment:') ? t.segment.called(name) : name;
}

/**
 * One of those that are near in place of a word, with what else the word says where that is a place: 杭州老客 is #老客 in 杭州. `drops`:
 * what of the word it does not say.
 */
export async function insteadOf(
  ctx: CommandContext,
  word: string,
  choice: string,
): Promise<{ typed: string; drops: string }> {
  const name = foldText(calledAs(choice));
  const at = foldText(word).indexOf(name);
  const rest =
    at < 0 || foldText(word).length !== word.length ? '' : `${word.slice(0, at)} ${word.slice(at + name.length)}`;
  const drops = besideName(rest);
  if (drops === '') return { typed: choice, drops };
  const place = cityName(drops);
  if (place !== '' && (await isCityInUse(ctx.tx, place))) return { typed: `city:"${place}" ${choice}`, drops: '' };
  return { typed: choice, drops };
}

/** What it is called, without what says that it is a tag or a segment. */
const calledAs = (word: string): string => word.replace(/^#|^segment:/u, '').replace(/"/gu, '');
