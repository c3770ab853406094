import { isOfItself } from '../tells_of_machine.ts';
import { isOnlyCourtesy, thanksIn } from './only_courtesy.ts';

/** Programs write a letter above what they say of themselves; an answer to a question is rarely as long, words that were asked for by nobody less. */
const LONGEST = { asked: 300, unasked: 80, aboveNote: 30 };

const MATTER =
  '(?:orders?|tickets?|cases?|requests?|enquir(?:y|ies)|inquir(?:y|ies)|invoices?|receipts?|payments?|bookings?|reservations?|appointments?|deliver(?:y|ies)|shipments?|parcels?|packages?|accounts?|passwords?|subscriptions?|applications?|mails?|e-?mails?|messages?|files?|backups?|jobs?|logins?|sign-?ins?|refunds?|complaints?|registrations?)';
const DONE =
  '(?:confirm|receiv|creat|open|clos|ship|dispatch|schedul|complet|updat|ready|availabl|due|paid|fail|succe|register|approv|pending|process|deliver|attach|read|assign|resolv|submi|cancell|expir|detect|sent|logged)';
/** What programs report: that something was done with a matter, its number, what kind of note this is. Whoever speaks of themselves does not report. */
const REPORTED = [
  new RegExp(
    String.raw`\b${MATTER}\b[^.!?]{0,40}?\b${DONE}\w*|\b(?:new|${DONE}\w*) ${MATTER}\b|\b${MATTER} (?:confirmation|receipt|notification|update|status|reminder|summary|report)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^\W*(?:${MATTER}|ref(?:erence)?|date|status|total|tracking|subject|from|to)(?: (?:no|number|id|date))?\.? ?(?:[:#]|\d)`,
    'i',
  ),
  /^\W*(?:alert|notification|notice|reminder|confirmation|report|summary|newsletter|read receipt|warning|info)\b/i,
  new RegExp(String.raw`\byour (?:\w+ ){0,2}?(?:code|pin|otp|${MATTER})\b`, 'i'),
  /(?:验证|校验|动态|取件|登录)码|(?:订单|工单|申请|预[约订]|支付|付款|发票|快递|包裹|账[户号]|报修|投诉|请求|退款|密码|邮件|来信|消息|会议|订阅|登录|报名|反馈|提交|系统|服务|通知|提醒)[^,，。!?\n]{0,12}(?:已|成功|失败|编?号|待|将|正在|完成|:)/,
  /^\W*(?:(?:订|工|运)?单号|编号|日期|状态|金额|主题|通知|提醒|公告|回执)/,
];
const OF_THEMSELVES = /\b(?:i|i'[a-z]+|my|mine|me)\b|我/i;
/** Whom a letter greets and how it ends: nothing is said by it. */
const AROUND =
  /^\W*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?]{0,40}|(?:尊敬的|亲爱的|您好|你好)[^。!?]{0,20}|(?:(?:kind|best|warm) )?regards|sincerely(?: yours)?|此致|敬礼|祝好)\W*$/i;
/** Of the reader's mail, or promising an answer, as programs do. */
const STOCK =
  /\b(?:thanks|thank you)(?: very much)? for (?:your|contacting|getting|reaching|writing)\b|\bwe(?:'ve| have)? (?:received|got)\b|\b(?:will|'ll) (?:get back|reply|respond|answer|be in touch)\b|感谢[您你]|收到[您你]|(?:尽快|稍后)[^,，。]{0,6}(?:回复|答复|联系|处理)/i;

const isPrograms = (line: string): boolean =>
  AROUND.test(line) ||
  STOCK.test(line) ||
  isOfItself(line) ||
  (!OF_THEMSELVES.test(line) && REPORTED.some((form) => form.test(line)));

/**
 * Whether somebody's own words stand above a line that their program adds to whatever they send: `Blue`, and below it "This is an automated
 * message". `asked`: we have asked them something. `ofAbsence`: whether a line only tells that somebody is away. Takes plain text.
 */
export function holdsOwnAbove(text: string, asked: boolean, ofAbsence: (line: string) => boolean): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line));
  const notice = lines.findIndex(isOfItself);
  // a note of absence is a whole letter; what answers us stands in one line above it
  const isNote = notice < 1 && asked && lines.length > 1 && ofAbsence(lines[1]!);
  const above = lines.slice(0, isNote ? 1 : Math.max(0, notice));
  const most = isNote ? LONGEST.aboveNote : asked ? LONGEST.asked : LONGEST.unasked;
  const words = above.join('\n');
  if (words.length > most || (!asked && thanksIn(words) && isOnlyCourtesy(words))) return false;
  const said = above.filter((line) => !AROUND.test(line));
  return (
    said.length > 0 && !said.some((line) => isPrograms(line) || ofAbsence(line) || (isNote && /[,，:：]$/.test(line)))
  );
}
