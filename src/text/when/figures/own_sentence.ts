/** A number in front of it belongs to no such word; what is said of a number begins otherwise: for both, as agreed. */
const GREETING =
  'hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|night|day|luck|news)|happy|merry|thank(?:s|ing)? (?:you|so|for|again|to)|many thanks|sorry|apologies|welcome|congrat\\w*|cheers (?:to|for)|please (?!\\p{L}+\\W*$)\\p{L}|please \\p{L}+|just (?:a|to|wanted|checking)|reminder';
const SPEAKER =
  "(?:i|we|you|he|she|they)(?:['’](?:m|re|ve|ll|d|s))?(?= \\p{L}+)|i['’]m|(?:my|our|your)(?= \\p{L}+ \\p{L}+)|let['’]?s|let (?:me|us)|don['’]?t|do not|there(?:['’]s| (?:is|are|will))";
const ASKS =
  "(?:shall|will|would|can|could|do|does|did|are|is|have|has|may|should|won['’]?t|aren['’]?t|isn['’]?t|don['’]?t) (?:i|you|we|he|she|it|they|there|this|that|the|your|my|our|everything|any\\p{L}*)|(?:what|when|where|who|why|how)(?:['’]s| (?:about|is|are|was|were|do|does|did|can|could|will|would|shall|should|many|much|long|far|big|often)) \\p{L}";
/** What is asked of somebody; those that are things as well need somebody behind them. */
const DO =
  '(?:see|come|bring|meet|tell|remember|wait|join|enjoy|confirm|reply|keep|give|be|go|write|hurry|forget|expect|hold|ignore|choose) (?:me|us|you|him|her|it|them|the|your|my|our|an?|this|that|these|in|by|to|at|over|on|back|for|up|down|out|soon|then|there|here|again|well|sure|not|when|if|and|with|whether|all|\\d|\\p{Lu}\\p{L}+)';
const DO_TO =
  '(?:call|ring|text|mail|email|check|book|order|visit|pick|take|look|use|watch|open|stop|try|get|have|read|ask|send|pay|make|show|leave|put|find) (?:me|us|you|him|her|it|them|the|your|my|our|up|a look)';
const BEGINS = new RegExp(`^(?:${GREETING}|${SPEAKER}|${ASKS}|${DO}|${DO_TO})(?![\\p{L}\\p{N}])`, 'iu');
/** With a capital it begins a sentence, without one it may go on from the number: the pair, it is. */
const CAPITAL =
  /^(?:The|A|An|It(?:['’]s)?|This|That|That['’]s|There|Here(?:['’]s)?|If|When|While|After|Before|Once|Since|Now|Also|So|But|Because|Although|Today|Tonight|Everything|Everyone|Everybody|Don['’]t|Let['’]s|Looking|Hoping|Wishing|Who|What|Where|Why|How|Which|Last|Only|Unfortunately|Finally|Great|Quick|Just|Someone|Somebody|Nobody|These|Those)\s\p{L}/u;
/** That sum we spoke of: 1900 we agreed, 1900 you owe me, 1900 our best price. */
const OF_THE_SUM =
  /^(?:(?:i|we|you|he|she|they)(?:['’](?:ve|d|ll|re))? (?:\p{L}+ )?(?:agreed|said|says?|owe[sd]?|paid|pay|quoted|charged?|discussed|mentioned|offer(?:ed)?|settled|spoke|talked|asked|get|got|need|want(?:ed)?|spent|saved?|made|sold|have left|wrote)(?: (?:me|us|you|him|her|them|on|of|about|for|before|already|last|then|earlier|in|to|so far|with)\b.*)?[\s.!]*$|(?:my|our|your) (?:\p{L}+ ){0,2}(?:price|share|total|offer|quote|part|cost|fee|deposit|balance|rent|budget|limit|bill|half)\b)/iu;
/** Words of money near the number make it a sum as likely as an hour; so does what comes in such numbers. */
const OF_MONEY =
  /(?<!\p{L})(?:pay\p{L}*|paid|overpaid|transfer\p{L}*|refund\p{L}*|pric\p{L}+|deposit|balance|final|share|minimum|maximum|invoic\p{L}*|ow(?:e[sd]?|ing)|charg\p{L}+|total|net|cash|bank|due|credit|cost\p{L}*|fee|deal|tax|vat|less|points|cards?|packs?|tickets?|pieces|bottles|cups|customers|instal\p{L}+|sum|amount|budget|quote|offer)(?!\p{L})|余额|退款|积分|[转付收还][账款钱你您我]|转一下|先付|平摊|[钱款价费]|定金|尾款|到账|卡(?:到|印|好)/iu;
const NEAR = 60;
const BEGINS_ZH =
  /^(?:我们?|你们?|您们?|他们?|她们?|咱们?|大家|亲|各位|请(?!款|假|帖|柬)|麻烦|记得|别忘|不要忘|祝|恭喜|新年快乐|生日快乐|[早晚]上好|[早晚]安|[中下]午好|好久不见|谢谢|感谢|多谢|抱歉|对不起|不好意思|欢迎|来我|来店|过来|一起|咱|要不要|是不是|能不能|可不可以|方便吗|提醒)/u;
/** That sum: 1900 我们说好的, 2000 你欠的. */
const OF_THE_SUM_ZH =
  /^(?:[我你您他她咱]们?)\p{Script=Han}{0,6}(?:的|说好|谈好|约定|欠|给|付)(?:了|的|过|价|款|份|(?:最低|实际)?(?:价格|报价|总价|底价|定金|尾款|费用|运费|工钱))?[。！!\s]*$/u;
/** Somebody who is spoken to: Mia, 李娜，. */
const CALLED = /^(?:\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?|yes|no|ok|okay|hi|\p{Script=Han}{2,4})[,，!！]\s*/u;
const QUOTED = /^["“”„«‘'「『][\p{L}\p{N}]/u;
const SIGNS = /^(?:(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D})\s?){1,5}/u;

/** Whether words begin a sentence of their own, so that a number in front of them is none of it. */
export function isOwnSentence(words: string): boolean {
  const said = words.replace(SIGNS, '').trimStart();
  if (QUOTED.test(said)) return true;
  const body = said.replace(CALLED, '');
  if (OF_MONEY.test(body.slice(0, NEAR)) || OF_THE_SUM.test(body) || OF_THE_SUM_ZH.test(body)) return false;
  return BEGINS.test(body) || CAPITAL.test(body) || BEGINS_ZH.test(body);
}
