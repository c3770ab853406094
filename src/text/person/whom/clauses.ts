import { plainly } from '../../plainly.ts';

/** A part of words between two marks. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  /** A colon follows somewhere behind it, or it narrows: it may belong to what was said before it. */
  isOpen: boolean;
  /** It stands in brackets, or goes on with the people in front of all: 的老客, 中不是vip的. */
  narrows: boolean;
}

/** What a clause may say of whoever it names; `strong`: a word that says so whatever it stands beside. */
export interface Signs {
  without: boolean;
  only: boolean;
  also: boolean;
  strong: boolean;
}

interface Tongue {
  without: RegExp;
  only: RegExp;
  also: RegExp;
  /** Signs that are nothing without a person, a tag or a segment beside them. */
  weak: RegExp;
  /** What stands beside a name where whom it is for is said. */
  filler: RegExp;
  /** Says that something is not to be sent to somebody, whoever that is. */
  unsent: RegExp;
  /** What only looks like a sign. */
  none: RegExp;
}

const ZH: Tongue = {
  without:
    /除(?:外|开|去)|除(?!夕|尘|湿|旧)|(?<=除[^,，。；;]{1,20})外|不|别|甭|勿|莫|没|未|非|无|免了|算了|跳过|略过|绕过|避开|排除|剔除|去掉|去除|删掉|拿掉|剔掉|扣掉|划掉|抛开|撇开|忽略|省略|屏蔽|减去|扣除|以外|之外|例外|另说|再说|(?<![\p{L}\p{N}])[-－−]\s?(?=[#＃\p{L}])|(?<![\p{L}\p{N}])[!！](?=[#＃\p{L}])|[×✗❌]/gu,
  only: /只(?!要\s?\d)|仅|限|专|唯|光是|单单|单独/gu,
  also: /也|还|另外|连同|加上|包括|捎上|带上|[+＋&]/gu,
  weak: /要|就|先|再|才|都|和|跟|与|及|或|并|、|里|中|即可|行了|够了|已经?|知道|说过|收到过|发过|轮到|优先|改天|以后|回头|另发|单发|自己|当面/gu,
  filler:
    /发送|发给|发了|发到|发|给|送|寄|推送|推|通知|告诉|说|写|群发|收|看|用|要|去|来|的|了|吧|啊|哦|呢|嘛|哈|啦|就|先|再|都|也|那边|那儿|那里|这边|他们|她们|们|他|她|人|客户|顾客|老板|把|将|对|向|由|在|里面|里头|里|中|当中|其中|但是|但|不过|可是|只是|而且|是|算|内|行|即可|哪|一个|一位|这个|那个|一下|因为|已经|[\s,，、.。:：()（）「」“”"!！-]/gu,
  unsent:
    /除外|以外|之外|除了|除开|不包括|不含|排除|跳过|略过|剔除|去掉|(?:不|别|甭|勿|无需|无须|不用|不要|不必|先别|先不|不需要)(?:再|先|用)?(?:发(?!货|快递|票|车|财|烧|愁|酵|霉)|给|通知|告诉|寄给|推送|群发|送给)|(?:就)?(?:不用|不要|不必|算|免|不需要)了/u,
  none: /特别|个别|分别|类别|级别|区别|性别|告别|别样|非常|非遗|未来|不错|不断|不见不散|不容错过|不要错过|别错过|不限|不止|不同|差不多|好不好|是不是|要不要|不管|不论|无论|无限|没问题|限时|限量|专属|专门|光临|单品|还有|还是/gu,
};

const EN: Tongue = {
  without:
    /(?<![\p{L}'’])(?:not?|non|nor|neither|never|except\w*|exclud\w*|exclusive of|without|skip\w*|minus|less|omit\w*|leav(?:e|ing)|but|save|barring|bar|other than|apart|aside|drop\w*|ignor\w*|unless|instead|rather|besides|sans|w\/o|avoid\w*|spare|pass(?:ing)? over|out|hold|keep\w*|remov\w*|miss(?:ing)?|subtract\w*|beside|cut\w*|strike|taking|take|outside|unlike|lacking|former|ex|sans)(?![\p{L}'’])|n['’]?t(?!\p{L})|(?<![\p{L}\p{N}])[-−–]\s?(?=[#\p{L}])|(?<![\p{L}\p{N}])!(?=[#\p{L}])/giu,
  only: /(?<!\p{L})(?:only|just|solely|merely|exclusively|limit\w*|restrict\w*|alone|nobody else|no one else)(?!\p{L})/giu,
  also: /(?<!\p{L})(?:also|too|plus|as well|includ\w*|add(?:ing)?|both|even)(?!\p{L})|[+&]/giu,
  weak: /(?<!\p{L})(?:and|or|first|already|know\w*|later|separately|if|when|yet|got|had|has|told|heard|with|who|that|are|is|in|of|from|for)(?!\p{L})/giu,
  filler:
    /(?<!\p{L})(?:to|the|all|of|my|our|a|an|send|sending|sent|mail|e-?mail|text|tell|message|write|it|this|that|them|they|he|she|him|her|is|are|was|were|be|do|does|did|please|pls|for|from|in|with|who|customers?|clients?|people|ones?|those|at|on|and|or|me|you|we|i|should|must|get|gets|goes|go|want|wants|need|needs|any|anything|these|so|as|then|though|however|yet|already|first|him|getting|mailing|there|here|s)(?!\p{L})|[\s,.:()“”"!'’;–-]/giu,
  unsent:
    /(?<!\p{L})(?:skip(?:ping)?|exclud(?:e|es|ed|ing)|except(?: for)?|exempt\w*|leave (?:\S+ ){1,3}out|leave out|leaving (?:\S+ ){0,3}out|omit(?:ting|ted)?|minus|apart from|other than|(?:don['’]?t|do not) (?:send|e-?mail|mail|text|tell|write|message)(?: it)?(?: to)?|(?:already knows|knows already|(?:was|has been) told|has heard).{0,20}(?<!\p{L})not)(?!\p{L})/iu,
  none: /(?<!\p{L})(?:not only|no worries|no problem|no later than|don['’]?t miss(?: out)?|don['’]?t forget|last but not least|check(?:ed)? out|sold out|find out|workshop in|all that)(?!\p{L})/giu,
};

const HAN = /\p{Script=Han}/u;

/** Between two clauses; a point within a figure, a clock and an address are none, and a dash only between blanks or in front of a name. */
const MARK = /[,，;；。!！?？…\n]+|\.(?=\s|$)|[:：](?!\d|\/\/)|[()（）【】[\]]|\s[-–—]\s|(?<=\s)(?=[-－−][#＃\p{L}])/gu;
const COLON = /^[:：]$/u;
/** Within brackets it parts nothing: (Bob already knows, so not Bob). */
const COMMA = /^[,，]+$/u;
const GOES_ON = /^\s?(?:的|中|里|当中|其中|之中)/u;

/** The parts of words that are said to many, in their order. */
export function clausesOf(words: string): Clause[] {
  const plain = plainly(words);
  const marks = [...plain.matchAll(MARK)];
  const colon = marks.findLast(({ 0: mark }) => COLON.test(mark))?.index ?? -1;
  const clauses: Clause[] = [];
  let start = 0;
  let inBrackets = false;
  for (const { index, 0: mark } of [...marks, { index: plain.length, 0: '' }]) {
    if (inBrackets && COMMA.test(mark)) continue;
    const text = words.slice(start, index);
    const narrows = inBrackets || (clauses.length === 0 && GOES_ON.test(text));
    if (text.trim() !== '') clauses.push({ start, end: index, text, isOpen: narrows || index <= colon, narrows });
    inBrackets = /[(（【[]/u.test(mark) || (inBrackets && !/[)）】\]]/u.test(mark));
    start = index + mark.length;
  }
  return clauses;
}

const tongueOf = (text: string): readonly Tongue[] => (HAN.test(text) ? [ZH, EN] : [EN]);

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** What the words beside a name say; none: undefined. `weak`: also words that mostly say nothing. */
export function signsIn(clause: string, weak: boolean): Signs | undefined {
  const tongues = tongueOf(clause);
  const text = tongues.reduce((said, { none }) => said.replace(none, ' '), plainly(clause));
  const says = (which: 'without' | 'only' | 'also') => tongues.some((one) => has(one[which], text));
  const strong = { without: says('without'), only: says('only'), also: says('also') };
  if (strong.without || strong.only || strong.also) return { ...strong, strong: true };
  return weak && tongues.some((one) => has(one.weak, text)) ? { ...strong, strong: false } : undefined;
}

/** Whether nothing stands in it but signs and what stands beside them: 就别发了. */
export const isOnlySigns = (clause: string): boolean => signsIn(clause, false) !== undefined && restOf(clause) === '';

/** What stands in it besides signs and what stands beside them. */
function restOf(clause: string): string {
  const covered = coverOf(clause, []);
  return [...covered.keys()]
    .map((at) => (covered[at] ? ' ' : clause[at]))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Says that somebody gets nothing, whoever that is: 小陈不用发, 'skip young bob'. A long clause says more. */
export function leavesSomebodyOut(clause: string): boolean {
  const rest = restOf(clause);
  const isShort = HAN.test(rest) ? [...rest].length <= 5 : rest.split(' ').length <= 3;
  return rest !== '' && isShort && tongueOf(clause).some(({ unsent }) => unsent.test(plainly(clause)));
}

/** The clause without the signs and the words beside them at both of its ends: only what names whom. */
export function coreOf(clause: string): string {
  const covered = coverOf(clause, []);
  const first = covered.indexOf(false);
  return first < 0 ? '' : clause.slice(first, covered.lastIndexOf(false) + 1).trim();
}

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** Which characters of a clause are names, signs, or stand beside them. */
function coverOf(clause: string, names: readonly Stretch[]): boolean[] {
  const plain = plainly(clause);
  const covered = Array.from({ length: clause.length }, () => false);
  const cover = (start: number, end: number) => covered.fill(true, start, end);
  for (const { start, end } of names) cover(start, end);
  for (const { without, only, also, weak, filler } of tongueOf(clause))
    for (const pattern of [without, only, also, weak, filler])
      for (const { index, 0: word } of plain.matchAll(pattern)) cover(index, index + word.length);
  return covered;
}

/**
 * What is left of a clause for the text where its names are taken out with what stands around them: '' where nothing else is in it,
 * undefined where they stand amid it.
 */
export function withoutNames(clause: string, names: readonly Stretch[]): string | undefined {
  const covered = coverOf(clause, names);
  if (!covered.includes(false)) return '';
  const [at = 0] = names.map(({ start }) => start);
  let [start, end] = [at, at];
  while (start > 0 && covered[start - 1]) start -= 1;
  while (end < covered.length && covered[end]) end += 1;
  // another one of them stands elsewhere
  if (names.some((name) => name.start < start || name.end > end)) return undefined;
  if (start === 0) return clause.slice(end).trim();
  return end === covered.length ? clause.slice(0, start).trim() : undefined;
}

/** Words without one of their clauses, in place of which `left` stays; the marks beside what goes, go. */
export function withoutClause(words: string, { start, end }: Stretch, left: string): string {
  const front = words.slice(0, start);
  const behind = words.slice(end);
  const before = left === '' ? front.replace(/[\s,，;；:：(（【[…–—-]+$/u, '') : front;
  const after = left === '' ? behind.replace(/^[\s,，;；:：)）】\]…–—.。!！-]+/u, '') : behind;
  const joint = left === '' && before !== '' && after !== '' ? (HAN.test(words) ? '，' : ', ') : left;
  const rest = `${before}${joint}${after}`.trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : '';
}

/** Each stretch of one to `most` words of a text, where each Chinese character is a word. */
export function stretchesOf(text: string, most: number): (Stretch & { text: string })[] {
  const words = [
    ...text.matchAll(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}\p{S}]+(?:['’.-][^\s\p{Script=Han}\p{P}\p{S}]+)*/gu),
  ];
  return words.flatMap((first, nth) =>
    words.slice(nth, nth + most).map((last) => {
      const [start, end] = [first.index, last.index + last[0].length];
      return { start, end, text: text.slice(start, end) };
    }),
  );
}

/** What plain words for people are made of a bare core of them: 杭州 is 杭州的. */
export const asPeople = (core: string): string[] => [core, `${core}的`];

/** Each way in which folded words may be the name of something: vips is vip. */
export function nameForms(folded: string): string[] {
  const bare = folded.replace(/['’]s$/u, '');
  const forms = [folded, bare, bare.replace(/s$/u, ''), bare.replace(/es$/u, ''), bare.replace(/ies$/u, 'y')];
  return [...new Set([...forms, folded.replace(/们$/u, ''), folded.replace(/\s+/gu, '-')])];
}

/** What says nothing beside what people are called. */
const SAYS_NOTHING = /^(?:[户的们人]|客户|顾客|客人|客|s|es|all|my|our|the|customers?|clients?|people|[\s#＃-])*$/iu;

/** What else words say beside a name in them: '' where that is nothing. */
export const besideName = (rest: string): string =>
  SAYS_NOTHING.test(rest) ? '' : rest.replace(/^\s*(?:in|from|在)\s|的\s*$/giu, '').trim();

const CALLED = {
  sms: /^(?:texts?|text messages?|短信|sms)$/u,
  email: /^(?:e-?mails?|mails?|邮件|电子邮件)$/u,
};

/** The way that words name, without what is done by it: 短信发, 'text'. */
export function wayCalled(words: string): { said: string; way: keyof typeof CALLED | undefined } {
  const said = plainly(words)
    .trim()
    .toLowerCase()
    .replace(/\s*(?:发送?|来发)$/u, '');
  const way = CALLED.sms.test(said) ? 'sms' : CALLED.email.test(said) ? 'email' : undefined;
  return { said, way };
}

const ELSEWHERE = /^(?:we ?chat|weixin|微信|企业?微信?|企微|qq)$/u;

/** A way that people name and nothing can leave by from here. */
export const isNoWay = (said: string): boolean => ELSEWHERE.test(said);
