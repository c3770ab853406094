import { isGlued, NAME_BEGINS, UNPARTED } from './border.ts';

/** A name that may stand in front of words. */
export interface InFront {
  name: string;
  left: string;
}

/** A name that stands before all else but a title, or behind other words: of those nothing is left out. */
export type Greeted = InFront & { first: boolean };

/** A greeting behind which a name stands. */
const GREETING = /^(?:hey|hi|hiya|hello|dear|good (?:morning|afternoon|evening|day))\b[\s,，!！]{1,3}/iu;
/** What an answer begins with: a name behind it is parted from the rest. */
const OPENING =
  /^(?:(?:yo|morning|afternoon|evening|greetings|welcome(?: back)?|thanks?(?: you)?(?: (?:so|very) much| a lot)?|many thanks|thx|cheers|sorry|apologies|ok(?:ay)?|yes|no|sure|great|right|oh)\b[\s,，!！.]{1,3}){1,2}/iu;
/** Before a name: Mr Fox, Frau Dr. Berg. Customers come from abroad. */
export const TITLE =
  /^(?:(?:mr|mrs|ms|mx|miss|dr|prof|professor|madam|sir|herrn?|hr|frau|fräulein|monsieur|madame|mme|mlle|mademoiselle|señor(?:a|ita)?|senor(?:a|ita)?|srta?|sra|signora?|signorina|sig|dott|meneer|mevrouw|rev)(?![\p{L}\p{N}])\.?\s+){1,3}/iu;
/** Behind a name: something parts it, or it is asked for something. */
const PARTED = /^(?:\s*(?:[,，;；!！.。…]|\n|$)|\s+[-–—]+\s|\s*[–—])/u;
const ASKED = /^\s+(?:(?:can|could|would|will) (?:you|u|ya)|please|pls)\s/u;
/** Names that are words as well: one of them is meant with a capital only, and a comma or a greeting. */
export const ALSO_WORDS =
  /^(?:april|may|june|july|august|january|jan|avril|bill|cash|price|penny|mark|rose|grace|sunny|joy)$/i;

/** The names that words in Latin letters may greet, the longest first: Hey Bob, …; Ms Lee, …; Anna - …; Bob can you take this. */
export function namesGreeted(text: string): Greeted[] {
  const greeting = GREETING.exec(text)?.[0] ?? '';
  const opening = greeting || (OPENING.exec(text)?.[0] ?? '');
  const title = TITLE.exec(text.slice(opening.length))?.[0] ?? '';
  const firm = greeting !== '' || title !== '';
  const names = latinNames(text.slice(opening.length + title.length)).filter(({ name, left }) => {
    const isWord = ALSO_WORDS.test(name);
    if (isWord && !/\p{Lu}/u.test(name)) return false;
    if (firm || (ASKED.test(left) && /^\p{Lu}/u.test(name))) return true;
    return PARTED.test(left) && (opening !== '' || !isWord || /^\s*[,，]/u.test(left));
  });
  return names.map((one) => ({ ...one, first: opening === '' }));
}

const WORD = String.raw`(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\p{M}'’]|-(?=\p{L}))*`;
const RUN = new RegExp(`^${WORD}(?:\\.? ${WORD}){0,2}`, 'u');

/** Up to three words in other letters than Chinese ones at the front, the longest run first. */
export function latinNames(rest: string): InFront[] {
  const [run = ''] = RUN.exec(rest) ?? [];
  const ends = [...run.matchAll(/(?<=[^\s.])(?=[\s.]|$)/gu)].map(({ index }) => index);
  return ends.reverse().map((end) => ({ name: rest.slice(0, end), left: rest.slice(end) }));
}

/** Such names with Chinese words right behind them, the longest first: Anna还欠我500. */
export const gluedNames = (rest: string): InFront[] =>
  latinNames(rest)
    .flatMap((one) => [one, withoutHonorific(one)])
    .filter(({ left }) => isGlued(left));

/** タナカさん is タナカ. */
function withoutHonorific({ name, left }: InFront): InFront {
  const honorific = /(?:さん|さま|くん|ちゃん)$/u.exec(name)?.[0] ?? '';
  return { name: name.slice(0, name.length - honorific.length), left: honorific + left };
}

export const HELLO_ZH = '(?:您好|你好|哈[喽啰]|嗨|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|hi|hello|在吗)';
export const TITLE_ZH =
  '(?:先生|女士|小姐|太太|老师|老板娘?|总(?![体共是会之数价结额部])|经理|主任|店长|师傅|医生|同学|哥|姐|叔|阿姨)';

const HONORIFIC = '(?:さん|さま|様|くん|ちゃん|氏)';
const TITLE_BEHIND = new RegExp(`(?<=[\\p{L}\\p{M}]{2})(?:${HONORIFIC}|${TITLE_ZH})$`, 'u');
const TITLE_FIRST = new RegExp(`^(?:${HONORIFIC}|${TITLE_ZH}(?=[\\s,，、:：]|$))[\\s,，、:：]*`, 'u');

/** Dave总, 小美さん: the name alone. */
export const withoutTitle = (name: string): string => name.replace(TITLE_BEHIND, '');
/** The words behind a name without the title that stood right behind it: none of it is said to them. */
export const behindTitle = (left: string): string => left.replace(TITLE_FIRST, '');
const OPENING_ZH = new RegExp(
  `^(?:(?:${HELLO_ZH}|亲爱的|尊敬的|敬爱的|谢谢|多谢|感谢|抱歉|不好意思|对不起|好的|收到)[,，!！。\\s]{0,2}){1,2}`,
  'iu',
);
const PARTED_ZH = new RegExp(`^${TITLE_ZH}?\\s?(?:${HELLO_ZH}|[,，。；;:：!！～~、…\\s呀啊]|$)`, 'iu');

/** Where a Chinese name may be greeted, and whether it may end before these words: 您好小明茶发了, but 您好，明天发货. `first`: before all else. */
export function greetedInChinese(text: string): { rest: string; first: boolean; mayEnd: (left: string) => boolean } {
  const opening = OPENING_ZH.exec(text)?.[0] ?? '';
  const joined = /\p{L}$/u.test(opening);
  return { rest: text.slice(opening.length), first: opening === '', mayEnd: (left) => joined || PARTED_ZH.test(left) };
}

const SPOKEN_OF_ZH =
  /^(?:先|请|再|去|要|得|记得|帮我|麻烦|回头|明天|等下){0,2}(?:转?告诉?|转[给交]|转发给|发给|抄送给?|跟|给|对|和|问问?|找|叫|让|约|通知|提醒|催催?|联系|等)(?:一?下)?(?=\p{L}{2})|^(?:抱歉|不好意思|糟了?|啊|哎)?[,， ]?(?:这|那)(?:条|个|句|些)?(?:消息|话|货|单)?(?:是|要|该)(?:发)?给(?=\p{L}{2})/u;
const MEANT_FOR =
  /^(?:(?:sorry|oops|no|wait|actually|oh)[,.! ]{1,3})*(?:this|that|it|this one|that one)(?:['’]s| is| was| goes| should go)?\s(?:meant |intended |supposed to go |only )?(?:for|to)\s/iu;
const SPOKEN_OF =
  /^(?:(?:please|pls|and|so|then|first|just|better|remember to|don['’]t forget to|must|need to|have to)\s+){0,3}(?:ask|check with|call|phone|ring|ping|text|message|email|mail|dm|remind|inform|notify|update|chase|consult|cc|copy|invite|meet|let|wait for|send|forward|fwd|pass|hand|give|show|assign|book|bill|invoice|pay|refund|thank|talk to|speak (?:to|with)|talk with|reply to|respond to|get back to|follow up with|write to|go to|for|to|as for|about|regarding)\s+(?:(?:this|it|that|them|these|those|the \w+|a \w+)\s+)?(?:(?:on|over|back|along)\s+)?(?:(?:to|for|with|about)\s+)?(?=\p{L})/iu;

/** What begins with somebody who is spoken of as of another: 跟李四说茶发了, 问问李四, ask Anna about this, this is for Anna. */
export function spokenOfIn(text: string): { rest: string; chinese: boolean } | undefined {
  const verb = SPOKEN_OF_ZH.exec(text)?.[0];
  if (verb !== undefined) return { rest: text.slice(verb.length), chinese: true };
  const before = (MEANT_FOR.exec(text) ?? SPOKEN_OF.exec(text))?.[0];
  return before === undefined ? undefined : { rest: text.slice(before.length), chinese: false };
}

/** What somebody is to be told, behind their name: 说茶发了. Nothing of 回个电话, 说件事, which say what to do. */
export const toldBehind = (left: string): string | undefined =>
  /^(?:说|讲|回)(?!一?[个件条封通次趟份张]|电话|电邮|邮件|短信|微信|信息|消息)(?:一?[下声])?[:：,， ]?(\S[\s\S]*)$/u.exec(
    left,
  )?.[1];

const TO_ZH =
  /(?<=给|找|跟|和|问|约|叫|对|让|请|替|帮|等|见|催|联系|通知|提醒|告诉)(?=\p{Script=Han}{2})|^(?=\p{Script=Han}{2})/gu;
const LATIN_NAME = new RegExp(String.raw`${NAME_BEGINS}\p{Lu}(?:(?![${UNPARTED}])[\p{L}\p{M}’-])+`, 'gu');

/** Words with a capital, wherever they stand; and what begins where a Chinese name may: 给小明打电话. */
export function perhapsNames(words: string): { latin: string[]; chinese: string[] } {
  return {
    latin: [...words.matchAll(LATIN_NAME)].map(([word]) => word),
    chinese: [...words.matchAll(TO_ZH)].map(({ index }) => words.slice(index)),
  };
}
