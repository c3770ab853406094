import { isOnlyCourtesy } from '../../text/courtesy/only_courtesy.ts';
import { saysOver } from '../../text/courtesy/over.ts';
import type { NormalisedText } from './normalise.ts';

/** What people thank for is behind them: thanks for the quick reply, 谢谢您的安排. */
const THANKED_FOR =
  /\b(?:thanks|thank you|thx|ty|cheers)(?: (?:so|very|again|a lot|much|guys|all|for now)){0,3} for [^,.!?;\n]{0,60}|(?:谢谢|感谢|多谢|辛苦)(?:了|您|你|你们|老板|大家|亲)?(?:这么|的|给我|帮我|帮忙){1,2}[^,。!?;\n]{0,20}/g;
/** Said of what needs nothing any more, or of later: no need to refund, I'll let you know when. */
const LET_BE =
  /\b(?:no need to|don'?t (?:need|bother|worry)|never ?mind|(?:i'?ll|i will|we'?ll|we will|will) (?:let you|come back|get back|think|wait|be in touch)|let me (?:think|check|see))[^,.!?;\n]{0,40}|\b(?:take (?:care|your time)|keep (?:up|well|safe|it up|the change)|whatever|no matter what|what a|how (?:kind|nice|lovely|sweet|thoughtful))\b|(?:不用|不必|无需|甭|别)(?:再|麻烦)?[^,。!?;\n]{0,12}|(?:下次|改天|以后|回头|有需要)[^,。!?;\n]{0,12}/g;

const ENGLISH = [
  /\?|\b(?:when|how|where|which|what|why|who)\b/,
  /(?:^|[,.!;\n-]\s{0,2}|\b(?:and|but|so|then|please|pls|plz|just|now|to)\s)(?:please |pls |just |then |now |can you |could you ){0,2}(?:refund|return|cancel|send|ship|deliver|change|swap|exchange|replace|book|call|ring|email|text|message|reply|make|do (?:it|that|so|the)|go (?:ahead|for|with)|proceed|hurry|add|remove|put|take|give|bring|hold|keep|confirm|order|fix|check|update|invoice|quote|charge|bill|pack|wrap|print|start|tell me|let me know|remember|don'?t forget|do not forget)\b(?! (?:has |have |was |were |is |are |all |safely |already )?(?:received|arrived|came|here|done|complete))|\b(?:please|pls|plz)\b/,
  /\b(?:yes|yep|yeah|yup|ok|okay|k|sure|fine|great|perfect|cool|thanks)\b[,.! ]{1,3}(?:please\b|do\b|go\b|let'?s\b|proceed\b|both\b|same\b|(?:the|this|that) (?:\w{1,12} )?(?:one|ones|size)\b|\d|(?:i'?ll|i will|we'?ll|we will) (?:have|take|go|order|buy)\b)/,
  /^(?:\W{0,3})paid\b|\b(?:i|we|i'?ve|we'?ve|have|just|already|now) (?:have |just |now |already ){0,2}(?:paid|transferred|wired|ordered|sent (?:the |you |over ){0,2}(?:money|payment|deposit|files?))\b|\b(?:payment|money|deposit|transfer)(?:'s| is| has been| was)? (?:all )?(?:sent|made|done|on its way|transferred|gone through)\b|\b(?:will|i'?ll|we'?ll|going to|gonna|let me) (?:now )?(?:pay|transfer|order|buy|take)\b|\bpaying\b|\bpay (?:now|today|tomorrow|it|you)\b/,
  /\b(?:but|and) (?:no ?(?:body|one)|no (?:answer|reply|human)|still|never)\b|\bno (?:answer|reply) (?:since|yet)\b/,
  /\b(?:asap|hurry|urgent|urgently|as soon as|a\.s\.a\.p)\b/,
];

const THANKS = '(?:thanks|thank you|thx|ty|cheers|please|pls)';
const HOW_MANY =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a dozen|both)(?: (?:of (?:them|those|each|the \\w+)|more|pieces?|pcs|sets?|boxes|cups|mugs|bowls|pots))?';
/** What was asked of them, before the thanks: so many, a code, a street. */
const ASKED_OF_THEM = [
  new RegExp(`^(?:\\W|just |only |make it |i'?ll take |we'?ll take ){0,3}${HOW_MANY}[,.! ]{1,3}${THANKS}\\b`),
  /^(?:[就要来订买好的嗯那,! ]){0,5}[一两二三四五六七八九十半\d]{1,3}[个只件份盒套把壶杯包袋斤张条双对箱瓶罐位][吧呀哦,。! ]{1,3}(?:谢|多谢|麻烦|辛苦|$)/,
  /^(?:ok|okay|yes|sure|好的?|嗯+|行|是)[,.!:: ]{1,3}\d{4,}(?![\d块元])/,
  /\p{Script=Han}{2}[路街巷弄道]\d{1,5}(?:弄\d{1,4})?号/u,
];

const DONE = '(?<!不用|不必|已|已经|收到|没|未|的|谢谢|感谢|多谢)';
const SOME = '[一两二三四五六七八九十几\\d]';
const CHINESE = [
  /\?|[吗呢](?:[,。!~ ]|$)|什么时候|多久|多少|几[点号天时]|哪[天个里家些]|怎么(?!会)|能不能|可不可以|行不行|好了没/,
  /(?:已|已经|刚|刚刚|刚才|我|钱|款|全款|定金|订金|尾款|都|好的?,?|^)(?:付|转|打|汇)(?:款|账|钱|了|好|过|清|完|给[您你])|(?:现在|马上|这就|立刻|等下|等会儿?|待会儿?|稍后|一会儿?|明天|今天|今晚|晚上|我)(?:就|去|来|再){0,2}(?:付|转账|转给|转过|转钱|打款|打给|汇|下单|拍下)/,
  /没(?:有)?人(?:回|理|接|管)|没(?:有)?(?:回音|下文|答复)/,
  /尽快|快点|快一?些|快些|快一点|赶紧|赶快|抓紧|加急|催|急用|等着用|早点(?:发|送|到|寄|做|给)/,
  new RegExp(
    `${DONE}(?:发(?:我|给我|过来|一下|下|货(?!了|啦)|吧)|寄(?:我|给我|过来|吧|到|一)|送(?:我|给我|过来|一|吧)|退(?:款|货|钱|我|给我|吧)(?!已|了|收|到|成)|换(?:一|成|个|货|吧)|改(?:成|到|一下|下|吧)|取消(?!了)|下单(?!了)|安排(?!了)|开(?:发)?票|报(?:个)?价|(?:要|来|订|拿|留)${SOME}|(?:就|按|照)(?:这|那|你|您|它|蓝|红|黑|白|大|小)(?!样[,。!~ ]*$)|(?:做|发|开始|定|订|买)吧|那就(?!好|行|谢|这样|不|可以|先|多))|记得|别忘|给我(?:打|回)`,
    'u',
  ),
];

/** What stands beside "it is over" and is to be done by itself: a time, a place, a number, who fetches it. */
const PARTICULAR =
  /\b(?:i|we|he|she|they|(?:my|our) \w+)(?:'ll| will|'m going to| can)? (?:collects?|picks? (?:it )?up|fetch(?:es)?|come for it)\b|\b(?:address|postcode)\b|我?(?:们|自己|老公|老婆|同事)?(?:来|去|过来|过去)(?:取|拿|提)|自[取提](?!了)|地址/u;

/**
 * Whether words taken for thanks say more than thanks: what is left of them beside courtesy is something that its reader could act on, so
 * its writer waits for what follows. Where they say that all is over, only what asks, wishes, agrees or pays is more. `heard` is normalised
 * text without what is only denied, `whole` all of it.
 */
export function saysMoreThanThanks(heard: string, { text, source }: Pick<NormalisedText, 'text' | 'source'>): boolean {
  if (isOnlyCourtesy(source)) return false;
  if (!saysOver(text)) return true;
  const rest = heard.replace(THANKED_FOR, ' ').replace(LET_BE, ' ');
  return [...ASKED_OF_THEM, ...ENGLISH, ...CHINESE, PARTICULAR].some((sign) => sign.test(rest));
}
