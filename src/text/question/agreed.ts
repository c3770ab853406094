import { CALLED } from '../courtesy/chinese.ts';
import { ADDRESSED } from '../courtesy/english.ts';
import { headWords } from '../cut.ts';
import { plainly, plainPattern } from '../plainly.ts';

/** What people say to agree, in few words. */
const LONGEST = 300;
const SAYS_YES =
  /\b(?:yes|yep|yeah+|yup|aye|sure(?: thing)?|ok(?:ay|ie)?|okey|k+|alright(?:y)?|all right|right|deal|done|agreed?|accept|absolutely|definitely|certainly|of course|fine|good|great|perfect|perfection|lovely|brilliant|wonderful|excellent|fantastic|awesome|amazing|superb?|splendid|cool|nice|fab|grand|ideal|spot on|sweet|magic|fair enough|no problem|no worries|go ahead|go for it|do (?:it|that)|works?|suits?|love|happy (?:with|to))\b|(?:好(?!看|用|吃|喝|评|漂亮)|行|可以|成|中|要得|没(?:有)?(?:问题|意见)|同意|接受|嗯+|是的|对的|要|妥|得嘞|赞|完美|棒|这样|这么[定办]|听[您你]的|按[您你]说的|一言为定)/giu;
/** What stands around it, beside whom it is said to. */
const BESIDE =
  /\b(?:doke?y|that'?s|that|this|it'?s|it|is|sounds?|looks?|would be|will be|will do|i'?ll|'?ll do|be|a plan|like|(?:for|with|by|to) (?:me|us)|me|us|so|very|really|just|totally|all|too|then|and|oh|well|please|pls|much|i'?m|am|we'?re|i|we|happy|kind|of you|indeed|news|by all means)\b|[那就哦噢啊对是都也我觉得真太很挺的呀嘞滴哒吧咧呢哈极了啦办定先]|非常/giu;
/** Ok Julia */
const BY_NAME = /(?<=\S ?)\s\p{Lu}[\p{Ll}'’]+\s*$/u;
const ADDRESS = new RegExp(`\\b(?:${ADDRESSED})\\b|${plainly(CALLED)}`, 'giu');
const THUMB = /[👍👌🆗✅🤝💯☑]/u;
/** It has come since: they thank for that. */
const CAME =
  /\b(?:arrived|received|delivered|(?:it|they|parcel|package|mugs?|everything) (?:came|is here|are here)|(?:got|have|picked up|collected) (?:it|them|the|my))\b/iu;
const CAME_ZH = plainPattern(/(?:收|拿|取|签)[到收](?:了|啦|货|您|你)?|到(?:货|家|手)?了|已到/u);
const NO = /\b(?:no (?:thanks?|thank you|need)|not|n't|never|nope|nah|sorry)\b|不|别|算了/iu;
const NO_NO = /\bno (?:problem|worries)\b|没(?:有)?(?:问题|意见)|不错/giu;
const BETWEEN =
  /[\n.,!?;:~…()，。！？；、—–]+|\p{Extended_Pictographic}|\b(?:many |so )?(?:thanks?|thank (?:you|u)|thx|tnx|ty|ta|cheers)\b(?: (?:so|very|much|a lot|you|again|for [^.,!?\n]{1,40}))*|\bsee you(?: (?:soon|then|there|later|tomorrow|on|\w+day))*|(?:非常|多|太)?(?:感?谢谢?|辛苦|麻烦|感恩)(?:[了您你们啦哈啊]|老板|亲)*/iu;

/** Whether words of courtesy say yes: ok, great, 👍, 好的; a clause of theirs says nothing else. Thanks alone, or for what has come, do not. */
export function saysYes(written: string): boolean {
  const text = plainly(headWords(written, LONGEST)).replaceAll('’', "'");
  if (CAME.test(text) || CAME_ZH.test(text) || NO.test(text.replace(NO_NO, ' '))) return false;
  return THUMB.test(text) || text.split(BETWEEN).some(isYes);
}

function isYes(clause: string): boolean {
  const said = clause.replace(BY_NAME, ' ').replace(ADDRESS, ' ');
  const left = said.replace(SAYS_YES, ' ');
  return left !== said && left.replace(BESIDE, ' ').trim() === '';
}
