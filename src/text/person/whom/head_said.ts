import { plainly } from '../../plainly.ts';

/*
 * What stands between those to whom something goes and the words that they get: which of them, when, or by what it goes.
 */

const WAYS = [
  /(?<=^|[\s,，])(?:via|by|on|over|through|using|as)\s(?:an?\s|the\s|my\s|our\s)?(?<way>\p{L}[\p{L}-]{1,14}(?:\s(?:messages?|texts?))?)(?=$|[\s,，])/giu,
  /(?:请)?(?:用|以|通过|走|从)\s?(?<way>[\p{L}-]{2,10}?)(?:来|上)?\s?(?:群?发送?|通知|告诉)?(?=$|[\s,，、])/giu,
];

/** Each phrase in it that may name a channel, and what is left without it: 'via Telegram', 用短信发. */
export function waysIn(head: string): { way: string; rest: string }[] {
  const plain = plainly(head);
  return WAYS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ index, 0: phrase, groups }) => ({
      way: groups!.way!,
      rest: joined(partsOf(`${head.slice(0, index)},${head.slice(index + phrase.length)}`)),
    })),
  );
}

/** Its parts, between marks. */
export const partsOf = (head: string): string[] =>
  head
    .split(/[,，、;；]+/u)
    .map((part) => part.trim().replace(/^(?:and|和|并且?)\s|\s(?:and|和)$/u, ''))
    .filter((part) => part !== '');

export const joined = (parts: readonly string[]): string => parts.join(', ');

/** What begins a sentence, and says of nobody who they are: 'we are closed', and not 'we met at the fair'. */
const SENTENCE =
  /^(?:(?:we|i)\s(?:are|am|will|have|had|can|could|would|do|just|now|also)|there|it|this|please|happy|sorry|you|your|\w+['’](?:s|re|m|ve|ll))(?!\p{L})/iu;
const HAN = /\p{Script=Han}/u;
/** Which of them, or by what: no text. */
const OF_THEM = /^(?:用|以|通过|走|在|从|没|不|未|除|非|比|超过|[#＃])|的\s*$|除外|以[上下外内前后]\s*$/u;

/** Whether words that say nothing of whom may be the first of the text, since no mark parts them from it: 通知所有人明天休息：…. */
export function mayBeText(head: string): boolean {
  const said = plainly(head).trim();
  return HAN.test(said) ? !OF_THEM.test(said) : SENTENCE.test(said);
}

/** More than a name: plain words for people. */
export const isPhrase = (words: string): boolean => / |的$/u.test(words);

/** '#vip, tomorrow at 9': whom, and what is said of that. A comma within quotes parts nothing. */
export function headOf(typed: string): { people: string; head: string } {
  const [, people = typed, head = ''] =
    /^((?:[^"“,，]|["“][^"”]*["”]|,(?!\s)){0,200}?)(?:,\s|，\s?)(.+)$/u.exec(typed) ?? [];
  return { people: people.trim(), head: head.trim() };
}
