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

const NAMES_WAY = /\bSTOP\b|退订|拒收|回复?\s?[TR](?![a-z])/i;

/** Whether a text tells its reader by which word they get no more. */
export const namesOptOut = (text: string): boolean => NAMES_WAY.test(text);
