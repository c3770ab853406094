import { plainly } from './plainly.ts';

/** What is asked: that something does not leave, or that it comes back. */
export type Retraction = 'stop' | 'take back';

/** Longer messages say something else, too. */
const LONGEST = 60;

const that =
  '(?:\\s+(?:it|that|this|them|one|yet|anything|to (?:him|her|them)|(?:the |that |my )?(?:last )?(?:message|reply|answer|one)|what i (?:just )?(?:sent|said|wrote|typed)))*';
const last =
  '(?:给?[他她](?:们)?|出去|过去|(?:这|那|上一?|(?:刚刚|刚才|我?刚发)[那的]?|最后一?)条?(?:消息|回复|答复)?|它|了|消息|回复|答复|发送)*';
const STOP = [
  `(?:do not|don['’]?t|never) send${that}`,
  '(?:hold|hang) on',
  'hold (?:it|that)',
  'wait',
  'stop',
  'halt',
  'abort',
  `cancel${that}`,
  'never ?mind',
  'nvm',
  `(?:先别|先不|暂不|别|不要|不用|甭)(?:再)?(?:发|回)${last}`,
  '等等',
  '等一下',
  '等一等',
  '等下',
  '慢着',
  '且慢',
  '停一下',
  '停',
  '打住',
  '暂停',
  '算了',
  '不发了',
  '不回了',
];
const BACK = [
  `(?:undo|unsend|recall|retract|withdraw)${that}`,
  '(?:take|pull|get|call) (?:it|that|this) back',
  'scratch that',
  'delete (?:(?:the |that |this |my )?(?:last )?(?:message|reply|answer|one)|it|that|this)',
  '(?:wrong|not this) (?:person|chat|customer|client|window|one)',
  `(?:撤回|撤销|撤消|收回|召回)${last}`,
  '撤(?:了|吧|啊)?(?=[\\s\\p{P}]*$)',
  `取消发送${last}`,
  '(?:发错|搞错|弄错)(?:人|了|群|客户)*',
];
/** Said with it, and nothing by themselves. */
const BESIDE = [
  'oh',
  'no',
  'oops',
  'ops',
  'whoops',
  'ah',
  'hey',
  'just',
  'now',
  'please',
  'pls',
  'damn',
  '哎呀?',
  '诶',
  '唉',
  '啊',
  '噢',
  '不对',
  '不是',
  '快',
  '赶紧',
  '赶快',
  '帮我',
  '给我',
  '我',
  '先',
  '吧',
  '呀',
  '一下',
  '刚才那?条?',
  '这条',
  '那条',
  '上一?条',
];

const oneOf = (words: readonly string[]) =>
  words
    .map((word) => (/^\p{Script=Han}|^\(\?:\p{Script=Han}/u.test(word) ? word : `${word}(?![\\p{L}\\p{N}])`))
    .join('|');
const NEXT = new RegExp(
  `[\\s\\p{P}\\p{S}]+|(?<back>${oneOf(BACK)})|(?<stop>${oneOf(STOP)})|(?:${oneOf(BESIDE)})`,
  'iuy',
);
/** Asked of a customer politely it is for the customer: please wait, 请等一下. */
const POLITE = /please|pls/i;
const WAITING = /wait|hold on|hang on/i;

/** Words that say nothing but that what was written shall not leave, or shall come back: 先别发, wait!, don't send that. */
export function retractionIn(text: string): Retraction | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainly(text.trim());
  let found: Retraction | undefined;
  for (NEXT.lastIndex = 0; NEXT.lastIndex < plain.length; ) {
    const next = NEXT.exec(plain);
    if (!next) return undefined;
    if (next.groups!.stop) found ??= 'stop';
    if (next.groups!.back) found = 'take back';
  }
  return found === 'stop' && POLITE.test(plain) && WAITING.test(plain) ? undefined : found;
}
