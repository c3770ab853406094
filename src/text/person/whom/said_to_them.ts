import { commonEnglish } from '../../common_words.ts';
import { plainly } from '../../plainly.ts';
import { questionOf } from './asked_said.ts';

/*
 * Words that are to be told somebody, as they are said to them: tell Anna her logo is ready → Your logo is ready; 跟王芳说她的茶到了 → 您的茶到了.
 */

const LONGEST = 600;
/** Whoever else the pronoun may mean. */
const OTHERS =
  /\b(?:courier|driver|postman|supplier|printer|colleague|husband|wife|son|daughter|mother|father|mum|mom|dad|sister|brother|boss|assistant|friend|neighbou?r|boy|girl|man|woman|lady|guy|someone|somebody|client|customer|partner|accountant|plumber|designer|photographer|mr|mrs|ms|miss)s?\b/iu;
const OTHERS_ZH =
  /[您你]|快递员|快递小哥|小哥|师傅|司机|老公|老婆|先生|太太|女士|小姐|儿子|女儿|孩子|爸|妈|哥|姐|弟|妹|同事|老板|助理|朋友|邻居|客户|客人|顾客|供应商|厂家|人家|别人|老师|经理/u;
const ADDRESSED = /\b(?:you|your|yours|yourself|u|ur)\b/iu;
const NAMED_ELSE =
  /(?<=\S\s)(?!(?:I|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Satur|Sat|Sun)(?:day)?\b|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Christmas|Easter|OK|PDF|M-\d)|I['’])\p{Lu}\p{Ll}{2,}/u;
const PRONOUN = /\b(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs)\b/iu;
const DAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gu;

const ADVERB = '(?:still|also|just|already|never|always|really|only|now|probably|certainly|definitely|even)';
const BE: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do', goes: 'go' };
const KEEPS_S = /(?:ss|us|is)$/u;
/** What stands behind 'her' where it is nobody's: tell her tomorrow. */
const NO_NOUN =
  /^(?:the|an?|this|that|these|those|some|any|to|on|in|at|by|for|with|from|of|off|up|out|over|and|but|or|when|if|as|once|until|before|after|because|so|about|again|back|first|later|soon|asap|now|then|today|tomorrow|tonight|next|it|them|we|i|my|our|will|is|was|if|not|too|right|directly|personally|how|what|where|why|who|\d.*|mon\w*|tues\w*|wednes\w*|thurs\w*|fri\w*|satur\w*|sun\w*)$/iu;

const own = (verb: string): string => {
  const small = verb.toLowerCase();
  if (BE[small]) return BE[small];
  if (!/^[a-z]{3,}s$/u.test(small) || KEEPS_S.test(small)) return verb;
  if (/[^aeiou]ies$/u.test(small) && small.length > 4) return `${small.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz)es$/u.test(small) ? small.slice(0, -2) : small.slice(0, -1);
};

/** Olu has her files. */
const isNamedFirst = (words: string): boolean => {
  const [, first] = /^(\p{Lu}\p{Ll}{2,})(?=\s|['’])/u.exec(words) ?? [];
  return first !== undefined && !commonEnglish.has(first.toLowerCase()) && !/ing$|ed$/u.test(first);
};

function inEnglish(words: string): string | undefined {
  const male = /\b(?:he|him|his|himself)\b/iu.test(words);
  const female = /\b(?:she|her|hers|herself)\b/iu.test(words);
  const many = /^(?:that )?(?:they|their|they['’]\w+)\b/iu.test(words);
  if ([male, female, many].filter(Boolean).length !== 1) return undefined;
  if (ADDRESSED.test(words) || OTHERS.test(words) || isNamedFirst(words)) return undefined;
  // behind somebody else's name a pronoun may be theirs
  const named = NAMED_ELSE.exec(words)?.index;
  if (named !== undefined && PRONOUN.test(words.slice(named))) return undefined;
  const he = many ? 'they' : '(?:she|he)';
  const said = words
    .replace(/\b(?:she|he)['’](?:s|d|ll)\b/giu, (all) => {
      const end = all.slice(-2).toLowerCase();
      return /s$/u.test(end) ? "you're" : `you'${all.split(/['’]/u)[1]}`;
    })
    .replace(new RegExp(`\\b(is|was|has|does) ${he}\\b`, 'giu'), (_, verb: string) => `${own(verb)} you`)
    .replace(
      new RegExp(`\\b(isn|wasn|hasn|doesn)['’]t ${he}\\b`, 'giu'),
      (_, verb: string) => `${NOT[verb.toLowerCase()]}'t you`,
    )
    .replace(
      new RegExp(`\\b${he}((?: ${ADVERB}){0,2}) (isn|wasn|hasn|doesn)['’]t\\b`, 'giu'),
      (_, adverb: string, verb: string) => `you${adverb} ${NOT[verb.toLowerCase()]}'t`,
    )
    .replace(
      new RegExp(`\\b${he}((?: ${ADVERB}){0,2}) ([a-z]+)\\b`, 'giu'),
      (_, adverb: string, verb: string) => `you${adverb} ${many ? verb : own(verb)}`,
    )
    .replace(new RegExp(`\\b${he}\\b`, 'giu'), 'you')
    .replace(/\b(?:herself|himself)\b/giu, 'yourself')
    .replace(/\bhers\b/giu, 'yours')
    .replace(/\bhim\b/giu, 'you')
    .replace(/\bhis\b(?=\s*(?:$|[.,!?;]))/giu, 'yours')
    .replace(/\bhis\b/giu, 'your')
    .replace(
      /\bher\b(\s+(\S+?)(?=[\s.,!?;]|$))?/giu,
      (_, behind: string | undefined, next: string | undefined) =>
        `${next && !NO_NOUN.test(next) ? 'your' : 'you'}${behind ?? ''}`,
    );
  const all = many
    ? said.replace(/^(?:that )?their\b/iu, 'your').replace(/^(?:that )?they['’](re|ve|ll|d)\b/iu, "you'$1")
    : said;
  return capital(all.replace(/^that /iu, '').replace(DAY, (day) => capital(day)));
}

const NOT: Readonly<Record<string, string>> = { isn: 'aren', wasn: 'weren', hasn: 'haven', doesn: 'don' };
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

const HE_ZH = /(?<![其吉维排结为])[她他](?![们人乡日杀])/gu;
const inChinese = (words: string): string | undefined =>
  !HE_ZH.test(words) ||
  OTHERS_ZH.test(words) ||
  (/她/u.test(words) && /他/u.test(words.replace(/其他|吉他|他们|他人/gu, '')))
    ? undefined
    : words.replace(HE_ZH, '您');

/** As they are said to whoever is told; nothing where they are said so already, or speak perhaps of somebody else. */
export function saidToThem(words: string): string | undefined {
  if (words.length > LONGEST) return undefined;
  HE_ZH.lastIndex = 0;
  if (/\p{Script=Han}/u.test(words)) return asSaid(words, inChinese(words));
  const question = questionOf(words, own);
  if (question !== undefined) return capital(inEnglish(question) ?? question);
  const { asked, plain } = toldOf(words);
  const said = inEnglish(plain) ?? plain;
  if (asked === undefined) return asSaid(words, plain === words ? inEnglish(words) : capital(said));
  const bare = `${said.slice(0, 1).toLowerCase()}${said.slice(1)}`;
  return asked === 'not' ? `Please don't ${bare}` : `Please ${bare}`;
}

const asSaid = (typed: string, said: string | undefined): string | undefined => (said === typed ? undefined : said);

const CLAUSE =
  "(?=(?:[Tt]he|an?|my|our|your|his|her|their|its|we|i|I|you|he|she|they|it|there|this|these|those|all|both|every\\w*|no\\w*|one|two|some\\w*|\\p{Lu}[\\p{L}.-]*|\\d+)(?:['’]\\p{L}{1,2})?\\s)";
/** That joins what is told to the order to tell it, perhaps behind when that is to be: tomorrow that her mugs are ready. */
const THAT = new RegExp(
  `^(?:(?:[Tt]omorrow|[Tt]oday|[Tt]onight|[Nn]ow|[Ll]ater|[Aa]gain|(?:(?:on|next|this) )?\\p{L}{3,6}day)(?: (?:morning|afternoon|evening))? )?that ${CLAUSE}`,
  'u',
);
/** The same, behind the time. */
export const TELLS_THAT = new RegExp(`^\\s?that ${CLAUSE}`, 'u');
/** What they are asked to do: to come tomorrow, not to wait. */
const ASKED =
  /^(?:(?<not>not to|to not|never to)|to) (?=(?!(?:the|an?|my|our|your|his|her|their|its|this|that|these|those|him|them|me|us|you|it|all|both|whom|who|what|be continued|follow|whoever|date|go|no|one)\b)[a-z]{2,})/u;

/** Whether words ask whoever is told to do something. */
export const isAskedOf = (words: string): boolean => ASKED.test(words.trim());

/** The words without what joins them to the order to say them. */
function toldOf(words: string): { asked?: 'to' | 'not'; plain: string } {
  const asked = ASKED.exec(words);
  if (asked) return { asked: asked.groups?.not ? 'not' : 'to', plain: words.slice(asked[0].length) };
  return { plain: words.replace(THAT, '') };
}

/** What is named instead of being said: an apology, 个祝福; and what is to be said with it. */
export interface KindOfWords {
  kind: 'sorry' | 'thanks' | 'birthday' | 'wishes' | 'words';
  rest: string;
}

const KIND =
  /^(?:(?:an?|my|our|some|the) (?:(?:quick|little|nice|short|big|warm|huge|proper|sincere) )?(?<noun>apolog(?:y|ies)|sorry(?: note| message)?|thank[- ]?you(?: note| message| card)?|birthday (?:greeting|message|card|text)|(?:(?:christmas|xmas|new year|holiday|easter|festive|season['’]?s) )?greeting(?: card)?|message|text|line)|(?:(?:my|our) )?(?<plural>apologies|birthday (?:wishes|greetings)|(?:(?:best|warm|christmas|xmas|new year|holiday|easter|festive|season['’]?s) )?(?:wishes|greetings)))(?:(?:\s*(?:[,:;–—-]|\band\b)\s*|\s+)(?:(?:say|saying|tell (?:him|her|them)|telling (?:him|her|them)|let (?:him|her|them) know|to say)\s*:?\s+(?:that )?)(?<rest>\S[\s\S]*)|\s*[:,]\s*(?<rest2>\S[\s\S]*))?[.!]?$/iu;
const KIND_ZH =
  /^(?:(?:(?:道|说|赔)(?:一?[个条声下份句])?|一?[个条声下份句])(?:生日|节日|中秋节?|国庆节?|新年|新春|春节|元旦|端午节?)?的?|(?:生日|节日|中秋节?|国庆节?|新年|新春|春节|元旦|端午节?)的?(?=祝福|问候|贺卡))(?<noun>道歉|歉|不是|对不起|祝福|问候|贺卡|感谢)(?:[\s，,：:;；。]+(?:再|就|顺便)?(?:说|告诉[他她]|跟[他她]说)?[\s：:]*(?<rest>\S[\s\S]*)|(?:说|告诉[他她])[\s：:，,]*(?<rest2>\S[\s\S]*))?$/u;

/** Whether words name a text instead of being one. */
export function kindOfWords(words: string): KindOfWords | undefined {
  const plain = plainly(words).trim();
  const found = plain.length > LONGEST ? null : (KIND.exec(plain) ?? KIND_ZH.exec(plain));
  if (!found) return undefined;
  const { noun, plural, rest, rest2 } = found.groups!;
  const behind = rest ?? rest2 ?? '';
  const named = `${noun ?? ''}${plural ?? ''}`;
  return { kind: kindOf(named, plain), rest: behind === '' ? '' : words.trim().slice(plain.length - behind.length) };
}

function kindOf(named: string, all: string): KindOfWords['kind'] {
  if (/apolog|sorry|歉|不是|对不起/iu.test(named)) return 'sorry';
  if (/thank|感谢/iu.test(named)) return 'thanks';
  if (/birthday/iu.test(named) || /^.{0,4}生日/u.test(all)) return 'birthday';
  return /greeting|wishes|祝福|问候|贺卡/iu.test(named) ? 'wishes' : 'words';
}
