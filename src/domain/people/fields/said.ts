import { withoutJoints, withoutParticles } from '../../../text/person/particles.ts';
import { anyOf } from '../../../text/plainly.ts';
import { typedWords } from '../../../text/typed.ts';
import { type Field, fieldInFront, namesOf } from './field.ts';

/** What words say of a field: `typed` as it was written; null, that it is to be empty. */
export interface SaidField {
  field: Field;
  typed: string | null;
}

/** One piece of what was said: of a field, or of anything else. */
export type Said = SaidField | { other: string };

const SET = [...typedWords(({ field }) => field.set)];
const YES_NO = new Set([...typedWords(({ field }) => field.yesno.yes), ...typedWords(({ field }) => field.yesno.no)]);
const IS = [...typedWords(({ field }) => field.is)].sort((one, other) => other.length - one.length);
const CLEAR = typedWords(({ field }) => field.clear);
const CLEARS = [...CLEAR].sort((one, other) => other.length - one.length);
const EMPTY = /^[-－–—]$/u;
/** In front of a name that is to be emptied. */
const TAKEN = /^[-－−]\s?/u;
/** What goes on behind a value and is none of it: a tag, a phone, what is to be taken away. */
const GOES_ON = /\s+(?=[#＃]\p{L}|[+＋]\d|[-－](?:[#＃]?\p{L}|\d{5}))/u;
/** In words, more is a note and no list of fields. */
const LONGEST = 4000;

/** Cuts words where a field is named: 'shoe size 38', '把生日改成5月12日', 'tea: green, birthday: 12 May', '-tea'. */
export function fieldsSaid(words: string, fields: readonly Field[]): Said[] {
  if (words.length > LONGEST) return [{ other: words }];
  const said: Said[] = [];
  for (const piece of piecesOf(words, fields)) {
    const of = fieldIn(piece, fields);
    const last = said.at(-1);
    // an address has several lines
    if (!of && last && 'field' in last && last.field.kind === 'address' && last.typed && goesOn(piece))
      last.typed += `\n${piece}`;
    else said.push(...(of ?? [{ other: piece }]));
  }
  return said;
}

/** A line of an address has neither a label nor the sign of a change. */
const goesOn = (line: string): boolean => !/^[#＃+＋\-－]|[:：]/u.test(line);

/** Lines, and what stands behind a further 'name:' within one. */
function piecesOf(words: string, fields: readonly Field[]): string[] {
  const before = new RegExp(
    `[\\s,，;；、](?=["“「]?(?:${anyOf(fields.flatMap(namesOf))})["”」]?\\s{0,3}[:：=])`,
    'giu',
  );
  return words
    .replace(before, '\n')
    .split('\n')
    .map((piece) => piece.replace(/^[\s,，;；、]+|[\s,，;；、]+$/gu, ''))
    .filter(Boolean);
}

function fieldIn(piece: string, fields: readonly Field[]): Said[] | undefined {
  const taken = TAKEN.test(piece) ? fieldInFront(fields, piece.replace(TAKEN, '')) : undefined;
  if (taken) return taken.rest === '' ? [{ field: taken.field, typed: null }] : undefined;
  const found = fieldInFront(fields, withoutVerb(piece));
  if (!found) return emptiedIn(piece, fields);
  const { field } = found;
  // 是的 is a yes, and no 的 behind 是
  const value = field.kind === 'yesno' && YES_NO.has(found.rest.toLowerCase()) ? found.rest : withoutJoiner(found.rest);
  if (EMPTY.test(value) || isClear(found.rest)) return [{ field, typed: null }];
  const [typed = '', ...behind] = field.kind === 'text' || field.kind === 'address' ? [value] : value.split(GOES_ON);
  return [{ field, typed }, ...(behind.length > 0 ? [{ other: behind.join(' ') }] : [])];
}

/** 'clear his birthday', 去掉生日. */
function emptiedIn(piece: string, fields: readonly Field[]): Said[] | undefined {
  const rest = behindClear(piece);
  const found = rest === undefined ? undefined : fieldInFront(fields, rest);
  return found?.rest === '' ? [{ field: found.field, typed: null }] : undefined;
}

/** 把生日去掉, 地址不要了: a word of letters may be what is to stand there. */
const isClear = (behind: string): boolean => /^\p{Script=Han}/u.test(behind) && CLEAR.has(withoutParticles(behind));

/** What is to be emptied or taken away, where words say so: 'remove her phone', 删除邮箱, 把电话去掉. */
export function behindClear(words: string): string | undefined {
  const said = withoutVerb(words.trim());
  const front = CLEARS.find((word) => startsWith(said, word));
  if (front) return withoutVerb(withoutJoints(said.slice(front.length))) || undefined;
  const whole = withoutParticles(said);
  const end = CLEARS.find((word) => /^\p{Script=Han}/u.test(word) && whole.endsWith(word));
  return (end && withoutJoints(whole.slice(0, -end.length))) || undefined;
}

/** 'change his shoe size' and 把尺码 without what stands before the name. */
function withoutVerb(piece: string): string {
  let rest = piece;
  for (let count = 0; count < 3; count += 1) {
    const verb = SET.find((word) => startsWith(rest, word));
    if (verb === undefined) break;
    rest = rest.slice(verb.length).trim();
  }
  return rest;
}

function withoutJoiner(rest: string): string {
  const value = rest.replace(/^\s*[:：=＝]\s*/u, '').trim();
  if (value !== rest.trim()) return value;
  const joiner = IS.find((word) => startsWith(value, word) && value.length > word.length);
  return joiner === undefined
    ? value
    : value
        .slice(joiner.length)
        .replace(/^[:：]/u, '')
        .trim();
}

/** A word of letters ends where they end; a Chinese one anywhere. */
function startsWith(text: string, word: string): boolean {
  if (!text.toLowerCase().startsWith(word)) return false;
  return !/[a-z]$/i.test(word) || !/^[a-z\d]/i.test(text.slice(word.length));
}
