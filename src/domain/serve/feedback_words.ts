import { everyLanguage } from '../../text/texts.ts';
import type { FeedbackKind } from './feedback.ts';

/** Longer words are not looked through. */
const LONGEST = 4000;

/** Somebody would like something. */
const WISHES =
  /希望|建议|要是|如果能|能不能|可不可以|最好能|想要|期待|求(?:出|加|上)|\b(?:wish|wishes|hope|would be (?:nice|great|good|lovely)|would like|could you|can you|please (?:add|make|offer)|suggest|suggestion|should (?:add|have|offer|make)|it would help|if only|want(?:s|ed)?|ask(?:s|ed)? for)\b/iu;
/** Something was not good. */
const BLAMES =
  /失望|太(?:慢|贵|差|难|小|少|薄)|不(?:好|满意|行|够|方便)|糟糕|差劲|难用|\b(?:disappoint\w*|too (?:slow|expensive|small|late|thin|weak)|not (?:good|happy|great|enough)|poor|bad|worse|annoy\w*|unfriendly|rude|confusing)\b/iu;
/** Something was. */
const PRAISES =
  /喜欢|很好|太好|真好|超赞|赞|棒|满意|感谢|好评|优秀|惊喜|\b(?:love[ds]?|great|excellent|amazing|wonderful|perfect|happy|delicious|beautiful|best|fantastic|awesome|thank)\b/iu;

/** What kind of feedback words are, where nobody says it: what wishes for something is a suggestion. */
export function kindSaid(text: string): FeedbackKind {
  const words = text.slice(0, LONGEST);
  if (WISHES.test(words)) return 'suggestion';
  if (BLAMES.test(words)) return 'criticism';
  return PRAISES.test(words) ? 'praise' : 'suggestion';
}

const MOST_PROPOSED = 4;

/** Tags that words seem to be about and that are not on them: those there are already, then what feedback is often about. */
export function tagsProposed(text: string, known: readonly string[], has: readonly string[]): string[] {
  const words = text.slice(0, LONGEST).toLowerCase();
  const themes = everyLanguage.flatMap(({ typed }): string[][] => Object.values(typed.feedback.themes));
  const found = [
    ...known.filter((tag) => isIn(words, tag)),
    ...themes.flatMap(([tag = '', ...about]) => (about.some((word) => isIn(words, word)) ? [tag] : [])),
  ];
  return [...new Set(found)].filter((tag) => !has.includes(tag)).slice(0, MOST_PROPOSED);
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;

/** Whether a word stands in the text, in Latin letters as a whole. */
function isIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + word.length]];
    const glued = (inner: string, outer: string) => LETTER.test(inner) && LETTER.test(outer);
    if (!glued(word[0] ?? '', before) && !glued(word.at(-1) ?? '', after)) return true;
  }
  return false;
}
