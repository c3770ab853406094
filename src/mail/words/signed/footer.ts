import type { Role } from '../lines.ts';
import { type Author, isNameLine, REACHED_AT } from '../signature.ts';
import { isSaid } from '../speech.ts';
import { isPlaceLine, NUMBER_OF_TAX, pointsAt } from './pointed.ts';

const MOST_LINES = 8;
const LONGEST = 160;
/** More of the quotation is not asked what it wants to know. */
const NEAR = 40;

const FIRM =
  /(?<!\p{L})(?:gmbh|ag|kg|e\.?k|ohg|ug|mbh|ltd|limited|llc|llp|inc|corp|plc|pty|s\.?a\.?s?|s\.?l|s\.?r\.?l|s\.?p\.?a|sarl|b\.?v|n\.?v|a\/s|aps|oy|ab|sp\. z o\.o|s\.r\.o|kft|pvt)(?!\p{L})|公司|株式会社|有限会社|주식회사/iu;
/** Its number in a register. */
const REGISTER = /^\W{0,3}(?:kvk|hrb|fn|rcs|company (?:no|number)|reg(?:istration)?\.? (?:no|number))\b.{0,6}\d/i;
/** What a firm says below each of its mails. */
const SOCIAL =
  /^\W{0,3}(?:(?:follow|like|find|visit|join|connect with|stay in touch with) us on(?!\p{L})|(?:rate|review|recommend) us on(?!\p{L})|visit (?:our|the) (?:new )?(?:show ?room|shop|web ?shop|web ?site|online ?shop|store|gallery|studio|stand|booth)|(?:our )?(?:show ?room|opening hours|office hours)\s?[:：]|folg(?:en|t)? (?:sie )?uns (?:auf|bei)|besuch(?:en sie|t)? (?:uns|unser\p{L}*)(?!\p{L})|suivez-nous|visitez notre|síguenos|visita nuestra|seguici su|volg ons|subscribe to our newsletter)|^\W{0,3}(?:欢迎)?(?:关注|扫码关注|添加)我们|^\W{0,3}(?:微信)?公众号\s?[:：]|^(?:facebook|instagram|linkedin|twitter|youtube|tiktok|x|weibo)(?:\s?[|·/,]\s?(?:facebook|instagram|linkedin|twitter|youtube|tiktok|x))+$/iu;
const WISHES =
  /[?？]|(?<!\p{L})(?:please|need|want|deliver\p{L}*|send|ship|bring|order|collect|bitte|brauch\p{L}*|liefer\p{L}*|schick\p{L}*|merci de|por favor)(?!\p{L})|请|麻烦|要|送|寄/iu;
/** An invitation for one day, or to the reader: `visit our showroom on Monday, we open at nine for you`. */
const INVITES =
  /(?<!\p{L})(?:you|tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|\d{1,2} ?(?:am|pm|uhr)|morgen|heute|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|mañana)(?!\p{L})|\d:\d\d|明天|今天|后天|周|星期|礼拜|点/iu;
const HOURS = /hours\s?[:：]/i;
/** What was asked may be what stands in the footer. */
const ASKS_FOR =
  /address|where|customer|receipt|made out|bill(?:ed)? to|reach you|contact|e-?mail|tax|tva|company|firm|business|vat|uid|iban|account|invoice|details|website|phone|number|handle|instagram|facebook|adresse|anschrift|rechnung|konto|nummer|telefon|société|empresa|azienda|bedrijf|地址|公司|税号|抬头|账号|电话|网址|名称|公众号|微信|住所|会社|联系|邮箱|发票|单位|收件|numéro|coordonnées|teléfono|número|partita|codice|kvk|btw/i;
/** That something was asked at all. */
const ASKS =
  /[?？]|(?<!\p{L})(?:please|pls|could you|can you|let (?:me|us) know|tell (?:me|us)|need|missing|lack|which|whom?|whose|what|how|bitte|brauch\p{L}*|fehl\p{L}*|welche\p{L}*|wer|wem|wie|was|merci de|pouvez|quel\p{L}*|qui|por favor|cuál|quién|per favore|quale|graag|welke|wie)(?!\p{L})|请|麻烦|方便|提供|告诉|哪|什么|谁|缺|需要|能否|可否|お願い|ください/iu;
const GREETING =
  /^[\s\p{P}]{0,3}(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|greetings|hallo|halli|servus|moin|grüß\p{L}*|grüezi|gu?ten? (?:tag|morgen|abend)|lieber?|liebes|sehr geehrte\p{L}*|bonjour|bonsoir|salut|cher|chère|hola|buen[oa]s?|estimad[oa]|ciao|buon\p{L}*|salve|gentile|hoi|beste|goede\p{L}*|geachte|olá|bom dia|boa tarde|cześć|dzień dobry|ahoj|dobrý|kedves|hej|hei)(?!\p{L})|^\s*(?:你好|您好|早上好|早安|下午好|晚上好|亲爱的|尊敬的|哈喽|嗨|こんにちは|お世話|안녕)|^\s*(?:здравствуйте|добрый|привет)/iu;
const FAREWELL =
  /^[\s\p{P}]{0,3}(?:(?:many |kind |best |warm )?(?:thanks|thank you|regards|wishes|best|cheers|sincerely|yours)|(?:lg|vg|mfg|danke)|(?:viele |liebe |schöne |mit freundlichen |beste )?gr(?:ü|ue)(?:ß|ss)en?|merci|cordialement|gracias|saludos|grazie|groeten?|谢谢您?|多谢|此致|祝好)(?!\p{L})\W{0,3}(?:\p{L}{2,20}\W{0,3}){0,2}$/iu;
/** Words that say what is wanted, in few as well. */
const COUNTS =
  /\d|(?<!\p{L})(?:one|two|three|four|five|six|ten|both|none|eine?n?|zwei|drei|vier|fünf|beide|deux|trois|dos|tres|due|tre)(?!\p{L})|[一二三四五六七八九十两都]/iu;
const FEW_WORDS = 3;
const FEW_HAN = 6;
/** `Of course, with pleasure!` */
const ASSENT =
  /^(?:[\s\p{P}]*(?:yes|yep|ok|okay|sure|of course|gladly|with pleasure|certainly|no problem|thanks?|thank you|a lot|very much|here|ja|klar|gerne?|natürlich|selbstverständlich|danke|vielen dank|oui|bien sûr|avec plaisir|merci|sí|claro|por supuesto|gracias|certo|volentieri|grazie|graag|natuurlijk|好的?|当然|可以|没问题|谢谢|行|嗯|收到|在此|如下))+[\s\p{P}]*$/iu;

/**
 * Where the footer begins that a server or program wrote below the quotation of an answer; undefined if there is none.
 * It is one only below an answer that stands above what it answers, and if nothing there asks for what it holds.
 */
export function footerBelow(lines: readonly string[], roles: readonly Role[], author: Author): number | undefined {
  const from = roles.lastIndexOf('quoted') + 1;
  const begin = roles.lastIndexOf('introduction');
  if (begin < 0 || begin > from) return undefined;
  const below = roles.slice(from);
  const block = lines.slice(from).filter((line, index) => line !== '' && below[index] === 'own');
  if (block.length === 0 || block.length > MOST_LINES || below.some((role) => role !== 'own' && role !== 'signature'))
    return undefined;
  const between = lines.slice(begin, from).some((line, index) => line !== '' && roles[begin + index] === 'own');
  const above = lines.slice(0, begin).filter((line, index) => line !== '' && roles[index] === 'own');
  const asked = lines.slice(begin, from).slice(-NEAR);
  if (between || above.length === 0 || pointsAt(above, block)) return undefined;
  // what was asked for stands in no question always: please send us your VAT number
  if (asked.some((line) => ASKS_FOR.test(line))) return undefined;
  const said = saidIn(above, author);
  if (said === 'nothing' || (said === 'little' && asked.slice(1).some((line) => ASKS.test(line)))) return undefined;
  return isFooter(block, author) ? from : undefined;
}

/**
 * How much the lines above the quotation say. Below a mere greeting or a colon the answer stands further down, and below few words it
 * may; a number or a wish is an answer however short.
 */
function saidIn(above: readonly string[], { name }: Author): 'nothing' | 'little' | 'much' {
  const isGreeting = (line: string) => wordsIn(line) <= FEW_WORDS && !COUNTS.test(line) && /[,，:：]\s*$/.test(line);
  const isFarewell = ([line = '']: readonly string[]) => FAREWELL.test(line) && !COUNTS.test(line);
  const greeted = GREETING.test(above[0]!) && wordsIn(above[0]!) <= FEW_WORDS + 1;
  const rest = above.slice(greeted || isGreeting(above[0]!) ? 1 : 0);
  while (rest.length > 0 && (isNameLine(rest.at(-1)!, name) || isFarewell(rest.slice(-1)))) rest.pop();
  if (rest.length === 0 || /[:：]\s*$/.test(rest.at(-1)!)) return 'nothing';
  const words = rest.join(' ');
  if (ASSENT.test(words.slice(0, LONGEST)) && words.length < LONGEST) return 'little';
  return wordsIn(words) <= FEW_WORDS && !COUNTS.test(words) ? 'little' : 'much';
}

/** How many words there are in it; few Han are as few words. */
function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.replace(/\p{Script=Han}+/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return others + Math.ceil((han * FEW_WORDS) / FEW_HAN);
}

/** Whether every line tells who and where a firm is, and they tell it in two ways; or its channels. */
function isFooter(block: readonly string[], { name }: Author): boolean {
  const isSocial = (line: string) =>
    SOCIAL.test(line) && !WISHES.test(line) && (HOURS.test(line) || !INVITES.test(line));
  const isFact = (line: string) =>
    FIRM.test(line) ||
    REGISTER.test(line) ||
    NUMBER_OF_TAX.test(line) ||
    REACHED_AT.test(line) ||
    isPlaceLine(line) ||
    isNameLine(line, name);
  if (block.some((line) => line.length > LONGEST || !(isSocial(line) || (isFact(line) && !isSaid(line))))) return false;
  if (block.some(isSocial)) return true;
  const signs = [
    (line: string) => FIRM.test(line) || isNameLine(line, name),
    (line: string) => NUMBER_OF_TAX.test(line) || REGISTER.test(line),
    (line: string) => REACHED_AT.test(line),
  ];
  return signs.filter((sign) => block.some(sign)).length >= 2;
}
