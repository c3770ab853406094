import { plainly } from '../plainly.ts';

/** What people say of something that was just noted: that it is another amount or time, or how it stands now. */
export type SecondWords =
  | { change: string; sure: boolean; bare?: true }
  | { state: State; words?: string; vague?: true };
export type State = 'done' | 'won' | 'lost' | 'cancelled' | 'reopened';

/** Longer words say something else as well. */
const LONGEST = 80;

const FIRST =
  '(?:(?:no|nope|sorry|oops|actually|wait|hang on|scratch that|correction|ok(?:ay)?|please|pls|can you|could you)[,.:!\\s]{1,3}){0,3}';
const LAST = '(?:\\s(?:instead|please|pls|then|now)){0,2}[\\s.!]*$';
const IT =
  '(?:that one|this one|the last one|it|that|this|the (?:price|amount|sum|total|value|lead|deal|task|reminder|time|date|day|deadline))';
const CHANGES = [
  new RegExp(`^${FIRST}(?:make|set) ${IT}(?: (?:to|at|for))? (\\S.*?)${LAST}`, 'iu'),
  new RegExp(
    `^${FIRST}(?:change|move|raise|lower|reduce|increase|push|postpone|reschedule|bring|correct|update)(?: ${IT})?(?: (?:back|forward|up|down))? (?:to|till?|until) (\\S.*?)${LAST}`,
    'iu',
  ),
  /^(?:不对|不是|抱歉|说错了?|写错了?|等等|哦|噢|啊|呃)?[\s,，。.!]{0,3}(?:麻烦|请|帮我)?(?:把?(?:它|这个|这单|这条|(?:刚才|刚刚|上面|上一|最后)(?:的)?(?:那|这)?(?:个|条)?(?:任务|提醒)?|价格?|金额|总价|时间|日期|提醒|任务|线索|截止)?(?:的?(?:价格?|金额|时间|日期))?)?(?:改|换|调整?|挪|推迟|延期|延后|提前|修改|更改|变更|变|涨|降|加|减)(?:一下)?(?:成|到|为|至|在)\s?[:：]?\s?([^\s吧了].*?)(?:吧|了|哈|啊|谢谢)?[\s。!]*$/u,
];
/** Of what was just noted these say the same; to somebody they may say anything. */
const SAID = [
  new RegExp(
    `^${FIRST}(?:(?:it|that|this) )?(?:(?:should|must) (?:be|say|read)|(?:it|that)['’]?s(?: now)?|i (?:mean|meant)|rather) (\\S.*?)${LAST}`,
    'iu',
  ),
  /^不是[^\s,，。]{1,12}[\s,，。]{1,3}(?:应该)?是(\S.*?)(?:吧|了|哈|啊)?[\s。!]*$/u,
  /^(?:不对|不是|抱歉|[说写记弄搞]错了?|等等|等一下|哦不|噢不|啊不)[\s,，。.!]{1,3}(?:应该)?是\s?[:：]?\s?(\S.*?)(?:吧|了|哈|啊)?[\s。!]*$/u,
  /^(?:不对|不是|抱歉|说错了?|写错了?)?[\s,，。.!]{0,3}(?:应该?是|应为|我是说|其实是|现在是)\s?[:：]?\s?(\S.*?)(?:吧|了|哈|啊)?[\s。!]*$/u,
];

const STATES: readonly [RegExp, State][] = [
  [
    /^(?:(?:it['’]?s|that['’]?s|is|all|mark (?:it|this) (?:as )?) ?)?(?:done|finished|completed?|closed|resolved|solved|sorted|did (?:it|that))(?: (?:it|that|now|already))?[\s.!]*$/iu,
    'done',
  ],
  [
    /^(?:已经?|都|全部?)?(?:完成|搞定|做完|办完|弄好|做好|办好|办妥|处理好|处理完|解决|结束)(?:啦|了)?[\s。!]*$/u,
    'done',
  ],
  [
    /^(?:(?:it['’]?s|that['’]?s|is|we|i|mark (?:it|this) (?:as )?) ?)?(?:won(?: it)?|closed won|sold(?: it)?|got (?:it|the deal)|deal(?: (?:done|closed))?)[\s.!]*$/iu,
    'won',
  ],
  [/^(?:已经?)?(?:成交|赢单|签了|签单|拿下|谈成|谈妥|成单|已付款)(?:啦|了)?[\s。!]*$/u, 'won'],
  [
    /^(?:(?:it['’]?s|that['’]?s|is|we|i|mark (?:it|this) (?:as )?) ?)?(?:lost(?: it)?|no deal|closed lost)[\s.!]*$/iu,
    'lost',
  ],
  [/^(?:已经?)?(?:丢单|没成|没谈成|黄|跑单)(?:啦|了)?[\s。!]*$/u, 'lost'],
];

/** A state with what belongs to it: why it was lost, for how much it was won. */
const WITH_WORDS: readonly [RegExp, State][] = [
  [
    /^(?:(?:it['’]?s|we|i) )?(?:lost(?: it)?|no deal|closed lost)(?:[,;:.\s–—-]+(?:because |since |as )?)(\S.*)$/iu,
    'lost',
  ],
  [/^(?:已经?)?(?:丢单|没成|没谈成|黄|跑单)(?:啦|了)?[\s,，;；:：。–—-]+(?:因为|由于)?(\S.*)$/u, 'lost'],
  [/^(?:(?:it['’]?s|we|i) )?(?:won(?: it)?|sold(?: it)?|closed won)[,;:\s]+(?:for |at )?(\S.*)$/iu, 'won'],
  [/^(?:已经?)?(?:成交|赢单|签单|拿下|谈成|成单)(?:啦|了)?[\s,，:：]*(\d.*)$/u, 'won'],
];

/** It goes on after all, perhaps with why in front: she changed her mind, reopen. */
const REOPENED = [
  /^(?:[^\n]{0,50}?[,;.–—-]\s*)?(?:(?:please|so|and) )?re-?open(?: (?:it|that|this|him|her|them|the (?:lead|ticket|deal|case)))?(?: again)?[\s.!]*$/iu,
  /^(?:[^\n]{0,30}?[\s,，;；。]\s*)?(?:请|麻烦|那就?|再|把它)?(?:重新打开|重开|再打开|重新开|恢复|捡回来|接着谈|继续谈)(?:它|一下|吧|了)*[\s。!]*$/u,
];

const CANCELLED = [
  /^(?:please |pls )?(?:cancel|scrap|drop|delete|remove|forget)(?: (?:it|that|this|the (?:task|reminder|lead|ticket)))?(?: please| pls)?[\s.!]*$/iu,
  /^(?:请|麻烦)?(?:把?(?:它|这个|这条)?)?(?:取消|撤掉|删掉|删了|删除|不用提醒|不用做)(?:它|这个|这条|任务|提醒)?(?:吧|了)?[\s。!]*$/u,
];

/** The same of nothing in particular: what was just noted may be meant, or what somebody said. */
const NOT_NEEDED = [
  /^(?:(?:ok|oh|no),? )?(?:no need|never ?mind|not needed|don['’]?t bother|no longer needed)(?: (?:any ?more|now|after all))?[\s.!]*$/iu,
  /^(?:那|哦|噢)?[,，\s]{0,2}(?:先)?(?:不用了|不要了|不需要了|不必了|算了)(?:吧|哈|啊)?[\s。!]*$/u,
];

/** Before what is right: sorry 600, 不对 600. */
const CORRECTED =
  /^(?:(?:no|nope|sorry|oops|actually|wait|hang on|scratch that|correction|rather|i mean|不对|不是|抱歉|[说写记弄搞]错了?|等等|等一下|哦不|噢不)[\s,，.。:：!]{1,3}){1,3}(\S.*?)[\s.。!]*$/iu;

/** How a value looks that somebody puts in the place of another. */
const VALUE =
  /\d|[一二两三四五六七八九十百千万]|noon|midnight|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri)\b|[今明后]天|[今明]晚|(?:周|星期|礼拜)[一二三四五六日天]/iu;

/** Whether words put right what was just typed: no, 11am; not 3pm but 4; 不对，是周五. */
export function isCorrection(text: string): boolean {
  const plain = plainly(text.trim());
  if (plain.length > LONGEST || plain.includes('\n')) return false;
  const value = firstOf([...CHANGES, ...SAID, CORRECTED, NOT_BUT], plain);
  return value !== undefined && value.length <= LONGEST_VALUE && VALUE.test(value);
}

/** Longer words are no time or sum alone. */
const LONGEST_VALUE = 24;
const NOT_BUT = /^(?:not|不是)\s?[^,，]{1,16}[,，]?\s?(?:but|是|而是|,)\s?(\S.*?)[\s.。!！]*$/iu;

/** Undefined: the words say neither. `sure`: they ask for the change, in so many words. `bare`: they are nothing but what it may be. */
export function secondWordsIn(text: string): SecondWords | undefined {
  const plain = plainly(text.trim());
  if (plain.length > LONGEST || plain.includes('\n')) return undefined;
  const state = STATES.find(([pattern]) => pattern.test(plain))?.[1];
  if (state) return { state };
  if (CANCELLED.some((pattern) => pattern.test(plain))) return { state: 'cancelled' };
  if (NOT_NEEDED.some((pattern) => pattern.test(plain))) return { state: 'cancelled', vague: true };
  if (REOPENED.some((pattern) => pattern.test(plain))) return { state: 'reopened' };
  for (const [pattern, is] of WITH_WORDS) {
    const words = pattern.exec(plain)?.[1];
    if (words !== undefined) return { state: is, words };
  }
  const changed = firstOf(CHANGES, plain);
  const change = changed ?? firstOf(SAID, plain);
  if (change !== undefined) return { change, sure: changed !== undefined };
  const bare = CORRECTED.exec(plain)?.[1] ?? plain;
  return bare === '' ? undefined : { change: bare, sure: false, bare: true };
}

const firstOf = (patterns: readonly RegExp[], plain: string): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(plain)?.[1] ?? [])[0];
