import { commonEnglish, commonForeign } from '../../common_words.ts';
import { ALSO_WORDS } from '../greeting.ts';

/** What names of people stand behind, or what stands behind them: send dev the files, with carla, carlas studio. */
const BESIDE =
  /(?<=\b(?:to|with|from|for|at|about|on|of|by|and|ask|call|ring|text|email|mail|send|tell|remind|ping|chase|nudge|invoice|bill|quote|pay|owe|see|meet|visit|get|give|bring|show|phone|message|thank|help|drop|post|charge|refund|won|lost|land|landed|cancel|cancelled|canceled|void|refunded|shipped|posted|mailed|quoted|reminded|paid|sold|sent|rang|called|phoned|texted|e-?mailed|messaged|told|asked|gave|invoiced|billed|fixed|sorted|chased|met|saw|replaced|sorting|calling|thanked|note|notes|that|forgot|did|like|likes) )\p{Ll}[\p{Ll}'’-]{2,}|(?<![\p{L}'’])\p{Ll}{3,20}(?=['’]s\b)|^\p{Ll}[\p{Ll}'’-]{2,}/gu;
/** So many are looked for. */
const MOST = 5;

/** Small words that may be somebody's name, each with a capital; '' where there are none. */
export function withCapitals(text: string): string {
  const words = [...text.matchAll(BESIDE)]
    .map(([word]) => word)
    .filter(
      (word) => !commonEnglish.has(word) && !commonForeign.has(word) && !ALSO_WORDS.test(word) && word !== 'will',
    );
  return words
    .slice(0, MOST)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
}
