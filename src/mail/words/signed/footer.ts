import type { Role } from '../lines.ts';
import { type Author, isNameLine, REACHED_AT } from '../signature.ts';
import { isSaid } from '../speech.ts';
import { FIRM, isPlaceLine, NUMBER_OF_TAX, pointsAt } from './pointed.ts';
import { saidIn } from './said.ts';

const MOST_LINES = 8;
const LONGEST = 160;
/** More of the quotation is not asked what it wants to know. */
const NEAR = 40;

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
  const said = saidIn(above, (line) => isNameLine(line, author.name));
  if (said === 'nothing' || (said === 'little' && asked.slice(1).some((line) => ASKS.test(line)))) return undefined;
  return isFooter(block, author) ? from : undefined;
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
