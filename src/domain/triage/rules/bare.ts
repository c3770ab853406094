import { commonEnglish } from '../../../text/common_words.ts';
import { surnameLength } from '../../../text/person/surname.ts';
import { plainly, plainPattern } from '../../../text/plainly.ts';
import { SAYS_MOVED } from '../../../text/sentence/refusal_kinds.ts';
import { normalise } from '../normalise.ts';
import { rulesJudge } from './index.ts';

/*
 * What stands beside a wish to get no more and is no matter of its own: a greeting, thanks, a farewell, a name, and why. It is known by its
 * words, all of which must be of the few that such wishes are made of; whatever else is said is for the owner to read.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const NUMBERS = 'one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}';
const PAPER =
  'e-?mails?|mails?|mailings?|messages?|texts?|newsletters?|ads?|offers?|promos?|promotions?|updates|letters?';

const WORDS = set(`
  i i'm i'd i've i'll im ive me my mine myself we we're us our you your yours yourself u ur this that these those them they all any some such each every
  a an the of from to for on onto in into out off up by at with about as since and or but so if then than because due just also too very really
  am is are was were be been being isn't aren't wasn't do does did don't doesn't didn't dont didnt have has had haven't hasn't having can can't cannot could
  couldn't will won't would wouldn't should may must let
  no not never none nor without any anymore more further longer less fewer many much often enough again already still ever even always only now immediately
  anyway alone how today asap please pls plz kindly sorry thanks thank thx ty cheers regards best kind warm wishes sincerely yours hi hello hey dear ok okay yes
  good morning afternoon evening day all team sirs sir madam guys folks everybody everyone there here
  unsubscribe unsubscribed unsubscribing unsub subscribe subscribed subscribing subscription opt opted remove removed removing delete deleted take taken taking get getting
  gets strike struck drop cancel cancelled stop stopped stopping quit cease end leave leaving rid turn want wanted wants wish wished need needed like
  prefer rather asked ask asking sign signed receive received receiving send sends sending sent write writes writing mail mails mailing mailings email emails emailing e-mail
  e-mails text texts texting message messages messaging contact contacting spam spamming spammed bother bothering newsletter newsletters news letters marketing advertising ads ad
  adverts advert offer offers promo promos promotion promotions promotional updates communications alerts circular circulars notifications list lists database
  address number name inbox future interested interest relevant keep keeps way reading read stuff time times week weeks month months year daily weekly monthly
  gdpr object hereby consent spammers inform information sick tired fed arret arrêt td t n r qx
`);
/** Whoever does one of these says what they want, unless it is denied. */
const ACTS =
  /\b(?:want(?:ed|s)?|need(?:ed)?|send(?:ing)?|sent|write|text|mail|e-?mail|message|contact|receive[d]?|get(?:ting)?|keep|like|prefer|ask(?:ed)?|subscribed?|sign(?:ed)?|take|read|leave|call|let|turn|delete|drop|inform)\b/u;
const DENIES =
  /\b(?:no|not|never|none|without|longer|stop\w*|quit|cease|end|off|out|too|enough|less|fewer|remov\w*|unsub\w*|opt|cancel\w*|delete|many|rather|sick|tired|fed|rid|away|spam\w*|still|thanks?)\b|n't\b|\b(?:dont|didnt)\b/u;

/** Of mails, or of leaving: words as small as `you were not there`, `you sent too many`, `not enough` say something else. */
const ABOUT =
  /mail|newsletter|unsub|subscri|\bopt(?:ed|ing)?[ -](?:out|in)\b|spam|inbox|messag|\btext(?:s|ing)\b|\bads?\b|advert|promo|marketing|gdpr|consent|circular|notification|communications|alerts|bother|\bsign(?:ed)?(?: me| us)? up\b|\b(?:contact|remove|delete) (?:me|us)\b|\b(?:off|from|out of|on|onto|to) (?:(?:the|your|this|that|any|all|these) )?(?:contact |marketing )?(?:lists?|database)\b(?! for)|arr[eê]t|\b(?:td|qx)\b/u;
const ABOUT_HAN =
  /退订|订阅|邮|短信|消息|广告|推[送销广]|营销|促销|打扰|骚扰|群发|屏蔽|求放过|频繁|垃圾(?:信息|东西)|(?:名单|列表)[^,，。]{0,6}[移删去拉踢]|[移删去拉踢][^,，。]{0,6}(?:名单|列表)|(?:每天|天天|老|总|一直|又)[^,，。]{0,3}[发推]|(?:别|不要|勿|不用|不必)再?(?:给我)?[发推打]|感?兴趣|关注|注册|烦/u;
/** Why they want no more, where it stands in one sentence with the wish; by itself it may be said of goods. */
const WHY =
  /\b(?:not|isn't|nothing) for (?:me|us)\b|\b(?:not|isn't|no longer|never) relevant\b|\b(?:get|getting|receive|receiving) (?:way |far )?(?:too|so) (?:many|much)\b|\btoo (?:many|much|often)\b(?<!\bsent .{0,20})|\b(?:don't|do not|dont|no longer|never) (?:really )?(?:want|need|wish|like|read|use) (?:(?:this|these|those|them|it|any|to) )*(?:any ?more|any longer|more|these|them|this|it)\b|\b(?:had|have|got) (?:had )?enough\b(?<!\bnot .{0,20})|\b(?:sick|tired|fed up)\b/u;
const WHY_HAN =
  /^(?:[也实真的在]*太多了?|(?:以后|现在|暂时|我|真的|都|也)*(?:不需要|不用|用不[着上]|没(?:有)?需[要求])了?|(?:我)?(?:不想|不愿)再?收到?了?)[啊呀吧]?$/u;
/** In one sentence with the wish: `Ok, unsubscribe me`. */
const LEADS_IN =
  /^[\s\p{P}]*(?:ok|okay|well|so|oh|yes|no|enough|look|seriously|honestly|now|嗯|好|好的|行|那)[\s\p{P}]*$/u;

/** Said to be polite. */
const COURTEOUS =
  /^(?:\s|[\p{P}]|no|thanks?|thx|thank you|ty|cheers|hi|hello|hey|dear|sorry|please|pls|plz|kindly|best|kind|warm|regards|wishes|sincerely|yours|good|morning|afternoon|evening|day|all|team|sirs?|madam|guys|folks|guten (?:tag|morgen|abend)|hallo|sehr geehrte damen und herren|danke(?: schön)?|vielen dank|bitte|mfg|lg|(?:mit )?(?:freundlichen|viele|liebe|beste) gr(?:ü|u)(?:ß|ss)en?|bonjour|bonsoir|madame|monsieur|merci(?: beaucoup| d'avance)?|svp|s'il vous pla[iî]t|cordialement|hola|gracias|por favor|saludos|buon ?giorno|ciao|grazie|per favore|aub|graag|谢谢|多谢|感谢|辛苦|你好|您好|老板|店家|掌柜|亲爱的|亲|抱歉|不好意思|对不起|拜托|麻烦|请问?|了|您|你|啊|哦|呢)*$/u;

const PHRASES: readonly RegExp[] = [
  /\b(?:dear|hi|hello|hey|hallo) (?:[\p{L}'.-]+ ){0,2}[\p{L}'.-]+(?=\s*[,!\n])/gu,
  /\b(?:many |kind |best |warm )?(?:thanks|thank you|thx|cheers)(?: (?:so|very) much| a lot| again| anyway)?(?: (?:in advance|for (?:the|your|all|everything|any)(?: (?:the|your|lovely|great|nice|good|past|kind|wonderful|teas?|service|help|things|orders?|news|e?-?mails?|time|years|understanding|cooperation|attention|offers?|updates)){0,4}))?/gu,
  /\b(?:i|we) (?:really |do |still |always )*(?:love|like|enjoy|enjoyed|loved) (?:your|the) (?:\p{L}+ )?\p{L}+(?=\s*(?:$|[.,;!\n]|\bbut\b))/gu,
  /\b(?:your|the) \p{L}+ (?:is|are|was|were) (?:really |very |always |all |quite |just )*(?:great|good|fine|lovely|nice|wonderful|excellent)\b/gu,
  new RegExp(
    `\\b(?:i (?:still |now |already |am |just )*(?:get|getting|got|receive|receiving|received) )?(?:(?:${NUMBERS}|several|so many|too many|dozens of) )+(?:\\p{L}+ )?(?:${PAPER})(?: (?:a|an|per|in|every|each)(?: a)? (?:day|week|month|hour|year))?`,
    'gu',
  ),
  /\b(?:once|twice|three times)(?: (?:a|per) (?:day|week|month))?\b|\bevery (?:day|week|month)\b/gu,
  /\b(?:i|we)(?:'m| am|'re| are|'ve| have)? (?:no longer|not) (?:just |been |really )*interested in \p{L}+(?: \p{L}+)?(?=\s*(?:$|[.,;!\n]|any ?more))/gu,
  /\b(?:not|no longer|never)(?: been)? (?:an? |your )?(?:customer|client|subscriber|member)s?(?: of yours)?\b/gu,
  /^(?:please |pls |just |now |ok |okay |no |thanks |hi |hello )*(?:stop|quit)(?: (?:stop|it|this|that|these|now|please|already|immediately|at once))*(?=\s*$)|\bleave (?:me|us) alone\b|\bthis is not for (?:me|us)\b/gu,
  /\b(?:and |so )?no hard feelings\b|\b(?:it's |it is )?nothing personal\b|\b(?:i'm |i am |we're |we are )?not interested(?: any ?more| at all| in (?:this|these|it))?(?=\s*(?:$|[.,;!\n]))/gu,
  /\b(?:damn(?:ed)?|bloody|stupid|annoying|endless|ridiculous|fuck(?:ing)?|f\*+(?:ing)?|constant|bl(?:oo|ee)ding|goddamn)\b(?= (?:\p{L}+ )?(?:e-?mails?|mails?|messages?|newsletters?|spam|ads?|texts))/gu,
  /\b(?:off|from|out of|about|onto|subscribed to|signed up (?:for|to)) it\b|\byou (?:still |just |always )?(?:keep|kept) (?:on )?(?:writing|sending|e-?mailing|mailing|texting)\b/gu,
  /\b(?:i|we)(?:'ve| have)? (?:did |already )?(?:ask(?:ed)?|said|told you|unsubscribed|opted out)(?: you)?(?: so)?(?: before| already| twice| again)+\b/gu,
  /\b(?:you|they|somebody|someone) (?:just )?(?:put|added|signed|subscribed) (?:me|us)(?: up)?(?: back| again)*\b/gu,
  /\b(?:under|by|according to) (?:the )?(?:gdpr|law)\b|\b(?:sent from|get outlook for) (?:my )?[\p{L}\d ]{1,20}(?=\s*$)/gu,
];

/** Said angrily, or of who it reached, in one sentence with the wish. */
const ASIDE: readonly RegExp[] = [
  /\bwrong (?:person|guy|man|woman|recipient|number|e-?mail)\b/gu,
  /\bfor (?:heaven|god|goodness|christ|pete)(?:'s)? ?sake\b|\b(?:this|it|that)(?: is|'s) (?:so |really |very |just |getting )*(?:annoying|ridiculous|enough|harassment|spam|too much)\b/gu,
  /\b(?:this is |that's |it's )?(?:now )?(?:for )?(?:the|my) (?:second|third|fourth|fifth|tenth|last|umpteenth|hundredth|\d{1,3}(?:nd|rd|th)) (?:time|request|reminder)(?: (?:that )?(?:i|we)(?:'m| am|'ve| have)? (?:now )?(?:ask|asked|asking|write|writing|written|say|saying|said|tell|telling|told)(?: you)?(?: this| that| to| so)*)?/gu,
  /\bhow (?:often|many times|many more times) (?:do|must|should|did|will) (?:i|we) (?:have to |need to )?(?:ask|say|tell|write)(?: you)?(?: this| that| it| to)*\b/gu,
  /\b(?:i|we)(?:'ve| have)? (?:already |now )?(?:asked|told|said|written)(?: (?:this|that|it|so|you|to you))*(?: before| already| (?:two|three|four|five|ten|many|several|\d+) times| twice| again)+(?: to)?\b/gu,
];

const HAN_WORDS = plainPattern(
  /(?:不|别|再|想|要|天天|每天|老是?|总是?|又|一直|都)(?:想|要|愿意?|用|需要)?(?:再|继续)?(?:收到?|接收|看到?)|打(?:推销|骚扰|营销|广告)?电话|拿掉|怎么|如何|莫|咯|没有?(?:订阅|订|关注|注册|同意|买|兴趣|需求|需要|加入)过?|(?:每|一|半)(?:天|周|个?月|年)(?:都)?(?:[一二两三四五六七八九十几好]+(?:封|条|次))?|[好几两三四五六七八九十]+(?:封|条)|搬(?:家|走|到\p{Script=Han}{2,4}|离\p{Script=Han}{2,4})|(?:不|没|没什么|不太)感?兴趣|太?(?:频繁|打扰|烦人|烦|吵|多)了?|谢谢|多谢|感谢|辛苦|配合|理解|你好|您好|老板|店家|掌柜|亲爱的|抱歉|不好意思|对不起|打扰|骚扰|求放过|拜托|麻烦|请问|可以|能否|能不能|希望|帮我|帮忙|本人|自己|我们|你们|您们|他们|咱们|退订|退定|退丁|退钉|取消订阅|取消|订阅|关注|移除|移出|删除|删掉|去掉|拉出|踢出|清除|停止|停掉|关掉|关闭|拒收|拒绝|屏蔽|名单|列表|群发|邮件|邮箱|电子报|短信|消息|信息|广告|推送|推销|推广|营销|促销|优惠|资讯|通知|活动|上新|新品|提醒|垃圾|东西|号码|手机|地址|电话|联系方式|联系|不要|不想|不用|不必|不需要|不愿意?|不再|发送|推荐|继续|以后|今后|已经|现在|马上|立即|立刻|尽快|全部|所有|任何|这个|这些|这种|这类|此类|那个|那些|真的|实在|有点|实在是|回复|从来|根本|因为|所以|而且|但是|还是|回[tn]|td|[tnr]|[请把从给向往到在里中上下的了吧啊呀啦哦呢吗么嘛我你您不别勿再停发寄收看删退也就都很太又老总想要用需将对和跟与及并是这那此来去掉出为]/giu,
);
const HAN_ACTS = plainPattern(/发|寄|要|收|联系|看|电话|地址|通知|来|去/u);
const HAN_DENIES = plainPattern(/[不别勿停没退删拒太又老总]|取消|移|求放过|骚扰|打扰|去掉|天天|每天|一直|拉出|踢出/u);

/** Somebody or an animal is unwell, whatever else is meant. */
const UNWELL =
  /\b(?:ill(?!ustr)|sick(?! (?:(?:and|&) tired )?(?:of|to death))|poison\w*|rash(?:es)?|vomit\w*|(?:throw|threw|throwing) up|puk(?:e|ed|ing)|allerg\w*|hives|fever|cramps?|seizures?|unwell|hospital\w*|nause\w*|diarrh\w*|burn(?:s|ed|t)?|scald\w*|hurts?|injur\w*|chok(?:e|ed|ing)|bleed\w*|swollen|dizzy|faint\w*|mou?ldy?|glass in|died of|pain(?:s|ful)?)\b|吐(?!槽)|过敏|中毒|拉稀|红肿|抽搐|发烧|有毒|生病|病了|拉肚子|腹泻|肚子|不舒服|难受|住院|医院|烫伤|割伤|受伤|流血|疼|痛|晕倒|头晕|发霉|起疹|发痒|呛|噎/iu;

export const tellsOfHarm = (words: string): boolean => UNWELL.test(words);

/** Whether somebody speaks of themselves, or of what is theirs. */
export const isOfTheirs = (words: string): boolean => /\b(?:my|our|i)\b|我(?!司)/iu.test(words);

const THANKS = /thank|thx|cheers|danke|merci|gracias|grazie|谢|感谢/iu;
export const isThanks = (words: string): boolean => THANKS.test(words);
/** They wait for mails that do not come. */
const MISSES =
  /\b(?:get|got|getting|receive|received|receiving|see) (?:no|none of) |\b(?:did not|didn't|have not|haven't|never|am not|not) (?:got|get|getting|receiv(?:ed?|ing)) (?:your|any|the) (?!more)/u;

const A_NAME = /^[\s\p{P}]*\p{Lu}[\p{Ll}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}[\s\p{P}]*$/u;
const SIGNS_OFF =
  /(?:\b(?:thanks|thank you|thx|cheers|regards|wishes|best|sincerely|yours|greetings)\b|谢谢|多谢|此致|祝好)[^\p{L}]*$/iu;
const NAME = "\\p{Lu}[\\p{Ll}'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){0,2}";
const CLOSING =
  '[Tt]hanks|[Tt]hank [Yy]ou|[Tt]hx|[Cc]heers|[Rr]egards|[Ww]ishes|[Bb]est|[Ss]incerely|[Yy]ours|[Gg]reetings|[Dd]anke|[Mm]erci|[Gg]racias|[Gg]razie|[Gg]r(?:ü|u)(?:ß|ss)en?|MfG|LG|[Cc]ordialement|[Ss]aludos';
/** Themselves, below or behind a farewell. */
const SELF = new RegExp(
  `(\\b[Mm]y name is|\\b(?:${CLOSING})[,.!]*)\\s+(${NAME})(?=\\s*(?:$|\\n))|(\\b[Mm]y name is|\\b(?:${CLOSING}),?) +(${NAME})(?=\\s*[.,\\n])`,
  'gu',
);
const SELF_HAN = /((?:谢谢|多谢|感谢|拜托)[您你了]?[\s\p{P}]*)(\p{Script=Han}{2,3})(?=[\s\p{P}]*$)/u;
const NAME_HAN = /^[\s\p{P}]*(?:小|老)?\p{Script=Han}{2,3}[\s\p{P}]*$/u;
const NO_NAME_HAN = /[茶壶杯色盒饼套只个件]$|^(?:马上|方便|安全|高兴|都要|全部|常来|和|于|向|单)/u;

/** Whether words that may be a name say nothing that triage knows. */
const isName = (name: string): boolean =>
  name.split(' ').every((word) => !commonEnglish.has(word.toLowerCase())) && rulesJudge(normalise(name)).length === 0;

const withoutSelf = (written: string): string =>
  written
    .replace(SELF, (all: string, lead = '', name = '', before = '', who = '') =>
      isName(name || who) ? `${lead || before} ` : all,
    )
    .replace(SELF_HAN, (all: string, lead: string, name: string) =>
      surnameLength(name) > 0 && !NO_NAME_HAN.test(name) && isName(name) ? lead : all,
    );

/** Without the names below the words; a word in capitals above or amid them is none. */
export function withoutName(written: string): string {
  const lines = written.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (last === undefined || before === undefined || lines.length < 2) return withoutSelf(written);
  const mayBe = A_NAME.test(last) ? !/[.!?]\s*$/.test(last) : NAME_HAN.test(last) && SIGNS_OFF.test(before);
  return withoutSelf((mayBe && isName(last.trim()) ? lines.slice(0, -1) : lines).join('\n'));
}

/** Whether a part of what is said beside such a wish says nothing of its own; `withWish`: it stands in one sentence with it. */
export function isBare(part: string, withWish = false): boolean {
  if (tellsOfHarm(part)) return false;
  const said = plainly(part).toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/gu, ' ').trim();
  if (MISSES.test(said) && !/\b(?:want|wish|like|prefer|rather)\b/u.test(said)) return false;
  if (SAYS_MOVED.test(said) || LEADS_IN.test(said)) return withWish;
  const phrases = withWish ? [...PHRASES, ...ASIDE] : PHRASES;
  const left = phrases.reduce((words, phrase) => words.replace(phrase, ' '), `${said}\n`);
  if (COURTEOUS.test(left)) return true;
  const isHan = /\p{Script=Han}/u.test(left);
  const isAbout = (isHan ? ABOUT_HAN : ABOUT).test(said) || (withWish && (isHan ? WHY_HAN : WHY).test(said));
  if (!isAbout) return false;
  if (isHan)
    return !/[\p{L}\p{N}]/u.test(left.replace(HAN_WORDS, ' ')) && (!HAN_ACTS.test(left) || HAN_DENIES.test(said));
  const words = left.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return words.every((word) => WORDS.has(word)) && (!ACTS.test(left) || DENIES.test(said));
}
