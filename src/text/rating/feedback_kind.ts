import { headWords } from '../cut.ts';

/** Longer words are not looked through. */
const LONGEST = 4000;

/** Somebody would like something. */
const WISHES =
  /希望|建议|要是|如果能|能不能|可不可以|最好能|想要|期待|求(?:出|加|上)|\b(?:wish|wishes|hope|would be (?:nice|great|good|lovely)|(?:would|['’]d) (?:really )?(?:like|love)|could you|can you|please (?:add|make|offer)|suggest|suggestion|should (?:add|have|offer|make)|it would help|if only|want(?:s|ed)?|ask(?:s|ed)? for)\b/iu;
/** Something was not good. */
const BLAMES =
  /失望|太(?:慢|贵|差|难|小|少|薄)|不(?:好|满意|行|够|方便)|糟糕|差劲|难用|\b(?:disappoint\w*|(?:do(?:es)?n['’]?t|didn['’]?t|not) (?:really )?(?:like|enjoy)|too (?:slow|expensive|small|late|thin|weak)|not (?:good|happy|great|enough)|poor|bad|worse|annoy\w*|unfriendly|rude|confusing)\b/iu;
/** Something was. */
const PRAISES =
  /喜欢|很好|太好|真好|好[喝吃看用]|不错|专业|贴心|周到|细致|夸|表扬|五星|超赞|赞|棒|满意|感谢|好评|优秀|惊喜|\b(?:love[ds]?|likes|liked|like (?:it|them|your|the|this)|enjoy(?:s|ed)?|great|excellent|amazing|wonderful|perfect|happy|delicious|beautiful|best|fantastic|lovely|brilliant|super|glowing|impressed|pleased|delighted|thrilled|(?:five|5)[ -]?stars?|compliment\w*|prais\w+|awesome|thank)\b/iu;

/** What kind of feedback words are, where nobody says it: what wishes for something is a suggestion. */
export function kindSaid(text: string): 'praise' | 'suggestion' | 'criticism' {
  const words = headWords(text, LONGEST);
  if (WISHES.test(words)) return 'suggestion';
  if (BLAMES.test(words)) return 'criticism';
  return PRAISES.test(words) ? 'praise' : 'suggestion';
}
