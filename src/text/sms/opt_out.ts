import { narrow } from '../normalise.ts';

/**
 * What somebody says by a word alone in a text message: send me no more, send me again, who are you. The English words
 * are those that carriers in North America act upon by themselves (CTIA Messaging Principles, "Opt-out"), so a text that
 * is nothing else means that there, whatever else it could mean.
 */
export type OptOut = 'stop' | 'start' | 'help';

const WORDS: Readonly<Record<OptOut, readonly string[]>> = {
  stop: [
    ...[
      'stop',
      'stopall',
      'stop all',
      'unsubscribe',
      'cancel',
      'end',
      'quit',
      'revoke',
      'optout',
      'opt out',
      'opt-out',
    ],
    // what is asked of senders in Canada beside STOP
    ...['arret', 'arrêt'],
    ...['退订', '退訂', '退定', '取消订阅', '取消訂閱', 'td', 't', 'td退订', 't退订', '退', '拒收'],
    ...['停止', '停止发送', '不要再发', '不要再发了', '别再发', '别再发了', '别发了', 'r', 'n'],
  ],
  start: ['start', 'unstop', 'yes', '订阅', '訂閱', '恢复订阅', '重新订阅'],
  help: ['help', 'info', '帮助', '幫助'],
};

const MEANINGS = new Map(Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning])));

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
/** A picture beside a word takes nothing from it: STOP🙏. */
export const withoutEmoji = (text: string): string => text.replace(EMOJI, '');

/** Letters that carriers in China name for it, which elsewhere answer a question (Y/N): they count where a campaign came lately. */
const LETTERS_ALONE = /^\W*[rn]\W*$/i;
export const isLetterAlone = (text: string): boolean => text.length <= LONGEST && LETTERS_ALONE.test(narrow(text));

/** No word of these is longer; a text that is longer is none. */
const LONGEST = 24;

/** What a text says that is one of these words and nothing more, whatever its case, width and marks around it. */
export function optOutIn(text: string): OptOut | undefined {
  if (text.length > LONGEST) return undefined;
  const word = withoutEmoji(narrow(text))
    .toLowerCase()
    .replace(/^[\s"'“”‘’「」【】[\](){}.,!?。，！？、-]+|[\s"'“”‘’「」【】[\](){}.,!?。，！？、-]+$/g, '')
    .replace(/^回复?(?=[a-z退])/, '')
    .replace(/\s+/g, ' ');
  return MEANINGS.get(word) as OptOut | undefined;
}

const QUOTE = `["'“”‘’「」『』【】\\[\\]()（）*_]{0,3}`;
const ANSWER = '(?:reply|respond|answer|text|txt|send|return)(?: (?:back|with|the word|us|by))?';
const NO_MORE = `(?:to|2|for|and|will|=|means|-|:)? ?(?:opt[- ]?out|unsub(?:scribe)?|stop|end|quit|cancel|leave|be removed|get no more|receive no more|no more|no longer|not (?:get|receive))`;
const LETTERS = '(?:td|[trn])';
const NO_MORE_ZH =
  '(?:退[订訂定](?![金单房票货位餐桌])|拒[收绝]|取消(?:订阅|訂閱|接收)|(?:不想|不愿意?|不要|不再|不希望|停止|谢绝)(?:再|继续)*(?:收到?|接收|看到|发|推送))';
const ENDS_ZH = '(?=$|[\\s,.;!?，。；！？、/|~]|可?[退拒取停]|即|就|便|不再|以|来|将|给|到|至)';

/** How texts tell which word ends them: the word is asked for as an answer, or stands beside what it brings about. */
const WAYS: readonly RegExp[] = [
  `\\b${ANSWER} ?:? ?${QUOTE}(?:stop ?all|unsubscribe|opt[- ]?out)\\b`,
  `\\b${ANSWER} ?:? ?${QUOTE}(?:stop|end|quit|cancel|revoke|arret|arrêt)${QUOTE} ?(?:${NO_MORE}\\b|$|[.!;,\\n)])`,
  `\\bstop${QUOTE} ?(?:to|2|=|means) ?(?:opt[- ]?out|unsub(?:scribe)?|stop|end|quit|cancel|get no more|receive no more)\\b`,
  `\\bstop${QUOTE} ends (?:these|this|it|them|all|our)\\b`,
  `\\b(?:opt[- ]?out|unsubscribe|no more(?: of (?:this|these))?(?: texts?| messages?| news)?) ?[:?=,-]? ?${QUOTE}(?:${ANSWER} )?(?:with )?${QUOTE}(?:stop|end|quit|cancel)\\b`,
  // by a link: the words before it say what it does
  '\\b(?:opt[- ]?out|unsubscribe|stop (?:these|this|getting|receiving)|no more)\\b[^\\n.!?]{0,30}(?:https?://|\\{\\{ ?unsubscribe_url)',
  `回复?(?:短信)?[:：]? ?${QUOTE}(?:t|td)?(?:退[订訂定]?|拒收|停止|取消(?:订阅|訂閱))${QUOTE}${ENDS_ZH}`,
  `${NO_MORE_ZH}[^\\n。！!?？]{0,12}?(?:回复?|发送?|按)(?:短信)?[:：]? ?${QUOTE}(?:${LETTERS}|stop)(?![a-z\\p{Script=Han}])`,
  `${NO_MORE_ZH}[^\\n。！!?？]{0,12}?(?:回复?|发送?|按)(?:短信)?[:：]? ?${QUOTE}(?:${LETTERS}|stop)${QUOTE}${ENDS_ZH}`,
  `回复?(?:短信)?[:：]? ?${QUOTE}(?:${LETTERS}|stop)${QUOTE} ?[,，]?(?:可|即可|就|便|以|来)?(?:${NO_MORE_ZH}|退出|退(?![款货房钱还换押保]))`,
  `${NO_MORE_ZH}[^\\n。！!?？]{0,12}(?:https?://|\\{\\{ ?unsubscribe_url)`,
].map((way) => new RegExp(way, 'iu'));

/**
 * Whether a text tells its reader how they get no more: by which word of ours to answer, or behind which link. A word that only stands in it
 * (deposits that are not refunded, a bus stop) tells nobody anything.
 */
export const namesOptOut = (text: string): boolean => {
  const shown = narrow(text).replace(/[^\S\n]+/gu, ' ');
  return WAYS.some((way) => way.test(shown));
};
