import { commonEnglish, commonForeign } from '../../../text/common_words.ts';
import { headWords } from '../../../text/cut.ts';
import { aboveLeaving, isWayOutAlone } from '../../../text/footer/leaving.ts';
import { isLightPart, refusesMail } from '../../../text/sentence/refusal.ts';
import { CLEAR } from '../judge.ts';
import { normalise } from '../normalise.ts';
import { isBare, isThanks, tellsOfHarm, withoutName } from './bare.ts';
import { rulesJudge } from './index.ts';

/** Longer words are no wish to be left alone. */
const LONGEST = 2000;
const LINK = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi;
const BREAK =
  /(?<=[?？])|[\n.!;:,。！；：，]+|\s[-–—|]\s|\s(?:and|but|also|because|und|aber|weil|et|mais|y|pero)\s|(?:并且?|而且|另外|还有|顺便|因为|但是?|以及)/iu;
/** Before what is said next. */
const LEADS = /^\s*(?:and|but|also|und|et|mais|pero)\s/iu;
/** What came of the way by which they were to leave. */
const FAULT =
  /\b(?:404|(?:empty|blank|white|error) page|leads? to|(?:gives?|shows?|says?|opens?|asks?|wants?) (?:an?|me|for|the|up|nothing)|log-?in|password|bounce[sd]?|dead|broken|(?:does|do|did)(?:n't| not) (?:work|open|load|help)|not working|fail(?:s|ed)?|error)\b|leere seite|öffnet sich nicht|funktioniert nicht|geht nicht|führt zu|page vide|ne (?:marche|fonctionne) pas|affiche|no funciona|pide|non funziona|chiede|rien ne se passe|no pasa nada|passiert nichts|tut sich nichts|non succede n|gebeurt (?:er )?niets|打不开|空白|空的|没用|没反应|无效|登[录陆]|失败|报错|点不(?:了|动|开)|还是(?:收到|在发)|照样/iu;
/** Somebody else, or what is sold and held, is to be taken off: no mail of ours. */
const OTHER_THING =
  /\b(?:[Uu]nsubscribe|[Rr]emove) (?!From|Me|Us|Here|Now|My|This|Please|Asap|ASAP)\p{Lu}\p{Ll}+|\bunsubscribe\b(?![^.!?\n]{0,60}\b(?:newsletter|e-?mails?|mails?|news|mailing|updates|list|offers)\b)[^.!?\n]{0,50}\b(?:course|class(?:es)?|lessons?|workshops?|seats?|tables?|box(?:es)?|tastings?|tours?|bookings?|appointments?|cups?|pots?)\b|\b[Oo]pt(?:ing)? out of (?:the |my |our )?(?!(?:\w+ ){0,4}(?:e-?mails?|mails?|mailings?|lists?|news\w*|marketing|messages?|texts?|communications?|updates?|promotions?|offers|future|your|these|this|all|any|everything)\b)\w|(?:退订|取消订阅)(?![^,，。]{0,12}(?:邮件|通知|消息|短信|推送|广告|资讯))[^,，。]{0,8}(?:茶席|课|盒|座位?|位子?|房|票|单|壶|杯|茶会|活动|预[订约]|体验)/u;
const AS_CANCELLED = /\bunsubscribe\b|退订|取消订阅/giu;

/** Tells whoever reads it how to leave: senders write so below their mails, and it is nobody's matter. */
const TELLS =
  /^\W*(?:(?:if|should) you\b|to (?:unsubscribe|opt|stop|no longer)\b|(?:simply |just )?(?:reply|click|tap)\b|(?:um|wenn sie|falls sie|pour|si vous|para|si no|per|se non)(?!\p{L}))|^[^\p{L}]*(?:如(?:果|需|您|不)|若|退订请|点击)/iu;
const WAY =
  /^\W*(?:please |simply |just )*(?:let (?:us|me) know|reply|click|tap|write to us|send us)\b|^\W*(?:请|可)?(?:点击|回复|点这)|^\W*(?:klicken|cliquez|haga clic|clicca)/iu;

/** What a message says beside its wish to get no more. */
export interface Beside {
  /** Its words, '' for none. */
  rest: string;
  /** `fault`: of the way out; `thing`: it may be no mail of ours that is called off; `foreign`: in words that triage does not know. */
  of?: 'fault' | 'thing' | 'foreign';
}

/** Whether a part of it can mean nothing else than that no more mail is wanted. */
export const asksForNoMore = (written: string): boolean => {
  const parts = pieces(written);
  // `Not interested? Click here`: a sender speaks to whoever reads it
  return parts.some((part, at) => refusesMail(part) && !(/[?？]\s*$/u.test(part) && POINTS.test(parts[at + 1] ?? '')));
};
const STOP_WORD = '(?:please |pls )?(?:stop|stop ?all|arr[eê]t|unsubscribe|opt[ -]?out)(?: please| pls)?';
const STOP = new RegExp(String.raw`^[\s\p{P}]*${STOP_WORD}[\s\p{P}]*$`, 'iu');
/** Whether the one word that every text message may be answered with is said by itself. */
export const saysStop = (written: string): boolean => pieces(written).some((part) => STOP.test(part));
const LETTERS = '(?:td|TD|Td)';
/** Before, behind and between what else is said; 拒收 may be of a parcel too, and is none beside one. */
const STOPS = [
  // a sentence or a line of its own, of which a comma in front and behind makes none: "Stop, the parcel has not come yet"
  new RegExp(
    String.raw`(?:^|[.!?;。！？；\n]\s{0,3})(?:(?:hi|hello|hey|ok(?:ay)?|no|thanks|你好|您好)[,，]?\s?)?${STOP_WORD}\s{0,3}(?:$|[.!;。！；\n])`,
    'iu',
  ),
  /(?:^|[.!?;\n]\s?)STOP\s?(?:,|[-–—:])\s?\S|[,，:]\s?STOP[\s!.]*$/u,
  new RegExp(
    String.raw`(?:^|[.!?;,。！？；，\n~])\s?${LETTERS}\s?(?:$|[.!?;,。！？；，\n~])|^\s*${LETTERS}\s(?!型|款|系列|牌|版|号|\d)(?=\p{Script=Han})|(?<=\p{Script=Han})\s${LETTERS}\s*$`,
    'u',
  ),
  /(?:^|[。.!！?？;；\n])\s?(?:拒收|停止发送)\s?(?:$|[。.!！;；\n])|^\s*(?:拒收|停止发送)\s?[,，](?![^。!！?？\n]{0,12}(?:退[款货钱换]|快递|包裹|货))/u,
];
/** Whether the word that ends what comes unasked is said by itself, beside a wish too; "stop the order" and "stop by tomorrow" are none. */
export const stopStands = (written: string): boolean => {
  const text = headWords(written, LONGEST);
  return STOPS.some((way) => way.test(text));
};
const POINTS =
  /^\W*(?:please |simply |just )*(?:click|tap|reply|klik|klicken|hier|here|cliqu|clic|haga|haz|unsubscribe|manage)|^[请可]*(?:点|回复)/iu;

/** What stands above a last line that is their wish as likely as a sender's footer; undefined where none is. */
export function aboveFooter(written: string): string | undefined {
  const text = headWords(written, LONGEST);
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (lines.length > 1 && isWayOutAlone(lines.at(-1)!) && lines.slice(0, -1).some(isThanks))
    return lines.slice(0, -1).join('\n');
  const above = aboveLeaving(text);
  return above === undefined || FAULT.test(text.slice(above.length)) ? undefined : above;
}

/** What is left of a message without the wish, a greeting, thanks, a farewell, a name and why; '' where it is nothing but the wish. */
export const leftBeside = (written: string): string =>
  withoutName(headWords(written, LONGEST).replace(LINK, ' '))
    .split(SENTENCE)
    .flatMap((sentence) => {
      const parts = pieces(sentence);
      const holdsWish = parts.some((part) => refusesMail(part) || wishesIn(part).length > 0);
      return parts.filter((part) => !isBare(part, holdsWish) && (!refusesMail(part) || tellsOfHarm(part)));
    })
    .map((part) => part.trim())
    .join('. ');

const SENTENCE = /(?<=[.!?。！？;；]\s|[。！？；\n])/u;
const wishesIn = (part: string) =>
  rulesJudge(normalise(part)).filter(({ to, weight }) => to === 'other/unsubscribe' && weight >= CLEAR);

const pieces = (written: string): string[] =>
  headWords(written, LONGEST)
    .replace(LINK, ' ')
    .replace(/\bsick (?:and|&) (?=tired\b)/giu, '')
    .split(BREAK)
    .map((part) => part.replace(LEADS, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

/** The parts of a message without those that wish for no more of what comes unasked, say why, greet or thank. */
export function besideWish(written: string): Beside {
  const text = headWords(written, LONGEST).replace(LINK, ' ');
  if (OTHER_THING.test(text))
    return {
      rest: text.replace(AS_CANCELLED, (word) => (/^u/i.test(word) ? 'cancel' : '取消')),
      of: 'thing',
    };
  const rest: string[] = [];
  let isFault = false;
  let isTelling = false;
  for (const part of pieces(written)) {
    const goesOn = isTelling && WAY.test(part);
    const isWish = refusesMail(part);
    const hits = rulesJudge(normalise(part));
    const wishes = hits.filter(({ to, weight }) => to === 'other/unsubscribe' && weight >= CLEAR);
    isTelling = wishes.length > 0 && TELLS.test(part);
    if (
      (isWish || wishes.length > 0 || /unsub|退订|abmeld|abbestell|désabonn|darse de baja|disiscri/iu.test(part)) &&
      FAULT.test(part)
    ) {
      isFault = true;
      rest.push(part.trim());
    } else if (isWish || isTelling || goesOn || isLightPart(part) || (isBare(part) && !isThanks(part))) continue;
    else if (wishes.length === 0) rest.push(part.trim());
    else if (hits.some(({ to, weight }) => weight >= CLEAR && /^(?:lead|ticket)/.test(to)))
      rest.push(without(part, wishes));
  }
  const words = rest.join('. ');
  if (isFault) return { rest: words, of: 'fault' };
  return { rest: words, ...(isForeign(words) && { of: 'foreign' as const }) };
}

function without(part: string, wishes: readonly { span?: { start: number; end: number } }[]): string {
  const { text } = normalise(part);
  return wishes
    .reduce(
      (left, { span }) =>
        span ? left.slice(0, span.start) + ' '.repeat(span.end - span.start) + left.slice(span.end) : left,
      text,
    )
    .trim();
}

const QUESTION = /[?？]|[吗呢]\s*$/mu;
/** Whether a question is in it. */
export const holdsQuestion = (words: string): boolean => QUESTION.test(words);

const A_WAY = /\bclick|\breply\b|unsub|opt(?:ing)? out|点击|点开|回复|退订/iu;
const OWN =
  /\byour (?:e-?mails?|mails?|messages?|newsletters?|letters?)\b|\bi (?:get|got|see|need|was told|land(?:ed)?|want|clicked|tried|cannot|can't|ordered|have ordered)\b|\bmy (?:orders?|parcels?|invoices?|pots?|cups?|money|refund)\b|(?:^|\n)\W*(?:\d{1,4}|one|two|three|four|five|six|ten|a|the) [^.!?\n]{1,30} please\b|(?:^|[,，。\n])\s*(?:我)?(?:想)?(?:要|订|来|买)\s?[\d一二两三四五六七八九十]{1,4}\s?[个只盒套件份把壶杯]|我的(?:订单|快递|包裹|茶|壶|钱)|你们?的?邮件/iu;
/** Whether somebody tells or orders something of their own beside a way that senders of advertisements show. */
export const isTheirOwn = (written: string): boolean => !mayPitch(written) && A_WAY.test(written) && OWN.test(written);

const LEAVING = /unsub|opt(?:ing)? out|退订/iu;
/** Whether it names how to leave a list, as a footer does. */
export const namesLeaving = (words: string): boolean => LEAVING.test(words);

/** An order is told in few words. */
const SHORT = 120;
const PITCH =
  /\b(?:we|i|our|my) (?:\w+ )?(?:help|offer|provide|supply|sell|make|team|agency|company)|\b(?:business|compan\w+|customers|traffic|clients|sales|shops like|website)\b|我们|我司|公司|贵[店司]|客户/iu;
const TAKES_UP =
  /\b(?:interested in|yes to|accept(?:ing|ed)?|agree(?:d)? (?:to|with)|tak(?:e|ing)(?: up)?|go (?:for|with)|want|like|love|about|saw|got|read) (?:(?:your|the|this|that|his|her) )(?:[\p{L}-]+ ){0,2}offer\b|\b(?:your|the|this) (?:[\p{L}-]+ ){0,2}offer (?:interests|sounds|is|looks|suits|appeals)\b|对[你您]们?的?[^,。!?]{0,6}(?:报价|优惠|活动)[^,。!?]{0,4}感兴趣|(?:接受|同意)[^,。!?]{0,6}(?:报价|优惠)/iu;
/** Whether somebody takes up an offer of ours, and offers nothing to us. */
export const takesUp = (words: string): boolean =>
  TAKES_UP.test(words) && !mayPitch(words) && !/https?:|www\./iu.test(words);
/** Whether it may be an advertisement that sounds like an order. */
export const mayPitch = (words: string): boolean => words.length >= SHORT || PITCH.test(words);

/** More than a name, in words of neither language. */
function isForeign(words: string): boolean {
  const said = words.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? [];
  if (/\p{Script=Han}/u.test(words) || said.length < 3) return false;
  const english = said.filter((word) => commonEnglish.has(word)).length;
  const foreign = said.filter((word) => commonForeign.has(word)).length;
  return foreign > english || (english === 0 && said.length > 3) || /[^\p{Script=Latin}\P{L}]/u.test(words);
}
