import { fold, foldText } from '../../../../text/fold.ts';
import { coreOf, nameForms, type Stretch, stretchesOf } from '../../../../text/person/whom/clauses.ts';
import type { Test } from '../../../people/filter/filter.ts';
import { hanPairs, isHan, WHOLE, wordsIn } from '../../../people/search_keys.ts';
import { tagsInUse } from '../../../people/tag.ts';
import { filterWords } from '../../../segments/filter_words.ts';
import type { CommandContext } from '../../command.ts';
import { articlesSold } from '../../people/article_meant.ts';
import { segmentTest } from '../../people/whom/near_people.ts';
import { isNamedBy } from '../../who/naming.ts';

/** Somebody or something of the house that words name. */
export interface Named extends Stretch {
  test: Test;
  /** A person, a tag or a segment: what else it may be said of matters little. */
  isPeople: boolean;
}

interface Piece extends Stretch {
  text: string;
  /** Each way in which it may be the name of something: vips is vip. */
  forms: string[];
}

/** Longer is nobody's name. */
const MOST_WORDS = 8;
/** So many contacts are looked at. */
const MOST_PEOPLE = 200;
const HAN = /\p{Script=Han}/u;

/** Whom and what of the house a clause names, the longest where one lies within another. `all`: cities and articles too. */
export async function namedIn(ctx: CommandContext, clause: string, all: boolean): Promise<Named[]> {
  const pieces = stretchesOf(clause, MOST_WORDS).flatMap((piece): Piece[] =>
    // one Chinese character stands in too many words
    [...piece.text].length < 2
      ? []
      : [{ ...piece, ...fromSign(clause, piece), forms: nameForms(foldText(piece.text).trim()) }],
  );
  if (pieces.length === 0) return [];
  const found = [
    ...(await tagsAndSegments(ctx, pieces)),
    ...(await peopleAmong(ctx, pieces)),
    ...(all ? [...(await citiesAmong(ctx, pieces)), ...(await articlesAmong(ctx, pieces))] : []),
  ];
  return longest(found);
}

/** A tag's sign belongs to it. */
const fromSign = (clause: string, { start }: Stretch) => ({
  start: /[#＃]/u.test(clause[start - 1] ?? '') ? start - 1 : start,
});

function longest(found: readonly Named[]): Named[] {
  const kept: Named[] = [];
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const one of byLength) if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

async function tagsAndSegments(ctx: CommandContext, pieces: readonly Piece[]): Promise<Named[]> {
  const tags = new Map((await tagsInUse(ctx.tx)).map((tag) => [foldText(tag), tag]));
  const typedIn = await filterWords(ctx);
  const segments = new Map(typedIn.segments.map((one) => [foldText(one.name).trim(), one]));
  return pieces.flatMap(({ start, end, forms }): Named[] => {
    const segment = forms.map((form) => segments.get(form)).find(Boolean);
    if (segment) return [{ start, end, isPeople: true, test: segmentTest(segment, typedIn) }];
    const tag = forms.map((form) => tags.get(form)).find(Boolean);
    return tag === undefined ? [] : [{ start, end, isPeople: true, test: { kind: 'tag', tag } }];
  });
}

/** By their whole name, a word of it, or what follows a Chinese surname. */
async function peopleAmong({ tx }: CommandContext, pieces: readonly Piece[]): Promise<Named[]> {
  const mayBe = pieces.filter(({ text }) => coreOf(text) !== '');
  const keys = mayBe.flatMap(({ text, forms }) => [
    ...forms.map((form) => WHOLE + wordsIn(form).join('')),
    ...(HAN.test(text) ? wordsIn(fold(text)).filter(isHan).flatMap(hanPairs) : []),
  ]);
  if (keys.length === 0) return [];
  const people = await tx<{ name: string }>`
    select name from contacts where search_keys && (select ${[...new Set(keys)]}::text[]) and name <> '' limit ${MOST_PEOPLE}`;
  const names = [...new Set(people.map(({ name }) => name))];
  return mayBe.flatMap(({ start, end, text, forms }): Named[] => {
    const said = [text, ...forms].find((form) => names.some((name) => isNamedBy(name, form)));
    if (said === undefined) return [];
    const those = names.filter((name) => isNamedBy(name, said));
    const words = those.length === 1 ? those[0]! : said;
    return [{ start, end, isPeople: true, test: { kind: 'name', words } }];
  });
}

async function citiesAmong({ tx }: CommandContext, pieces: readonly Piece[]): Promise<Named[]> {
  const forms = pieces.flatMap((piece) => piece.forms);
  const rows = await tx<{ city: string }>`
    select distinct city from contacts where city is not null and fold_text(city) = any((select ${forms}::text[])::text[])`;
  const cities = new Map(rows.map(({ city }) => [foldText(city), city]));
  return pieces.flatMap(({ start, end, forms: mine }): Named[] => {
    const city = mine.map((form) => cities.get(form)).find(Boolean);
    return city === undefined ? [] : [{ start, end, isPeople: false, test: { kind: 'city', city } }];
  });
}

async function articlesAmong(ctx: CommandContext, pieces: readonly Piece[]): Promise<Named[]> {
  const titles = (await articlesSold(ctx)).map((title) => foldText(title));
  const words = titles.map((title) => new Set(wordsIn(title)));
  const isOf = (form: string): boolean =>
    HAN.test(form)
      ? titles.some((title) => title.includes(form))
      : titles.includes(form) || words.some((one) => one.has(form));
  return pieces.flatMap(({ start, end, text, forms }): Named[] => {
    if (coreOf(text) === '') return [];
    const word = forms.find((form) => form !== '' && isOf(form));
    return word === undefined ? [] : [{ start, end, isPeople: false, test: { kind: 'bought', word } }];
  });
}
