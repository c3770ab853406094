import { plainly } from '../plainly.ts';

/** So much on either side is looked at. */
const NEAR = 80;

/** What the writer paid, asks to be paid or paid back, or has to pay: not what they would buy for. */
const PAYMENT =
  /\b(?:paid|transferred|wired|remitted|deposited|settled|reimburs\w+|refund\w*|compensat\w+|charged|billed|invoiced|owe[sd]?|owing|overdue|outstanding|unpaid|payable|money back|bank transfer)\b|\b(?:amount|balance|total|payment|sum|fee|invoice|bill)\s(?:is\s|now\s)?due\b|\bdue\s(?:amount|balance|now|immediately)\b|\b(?:pay|settle)\s(?:us\s|me\s)?(?:the |this |our |my |your )?(?:\w+ )?(?:invoices?|bills?|balance|amount|rest|remainder|statement|fees?|dues)\b|\bplease\s(?:pay|transfer|wire|remit|send us|settle)\b|\b(?:invoice|bill|receipt|statement)\s?(?:no\.?\s?|number\s|nr\.?\s)?#?\w{0,4}-?\d|\b(?:your|our|the|this|an?)\s(?:unpaid\s|open\s|latest\s)?(?:invoice|bill|statement)\b|\bpayments?\s(?:of|is|was|reminder|request|received|sent)\b|\b(?:made|sent|submitted)\s(?:a |the |my |you the )?(?:payment|transfer)\b|\b(?:sent|sending|transferring|wiring)\s(?:you |u |over )?(?:[$€£¥]|\d)|\bvia (?:paypal|venmo|zelle|bank|wire|wise)\b/iu;
const PAYMENT_ZH =
  /(?:转账|转帐|汇款|打款|付款|支付|缴费|结清|到账|到帐|入账|扣款|扣费|退款|退货款|货款|尾款|欠款|账单|帐单|催款|收款)|(?:已经?|刚刚?|刚才|才)(?:给[你您]们?)?(?:转|付|汇|打|交|缴|充)|[转付汇打交缴充扣收](?:了|过|给|好)(?!\s?[\d.一二三四五六七八九]{1,3}\s?折)|[转付汇]出|(?:请|麻烦|尽快|需|应|待|未|没|还没)(?:尽快|及时|先|于)?(?:您|你)?(?:转|付|汇|缴|交费|收)|[退还赔补](?:我|给|回|款|钱)|欠(?:[你您我]|款|费|\d)|报销/u;
/** What is to be spent yet, whatever else is said beside it. */
const TO_SPEND = /预算|\bbudget/iu;
/** Nothing but the amount: what it is about stands beside it. */
const BARE = /^(?:[\s:：]|共|一共|总共|合计|金额|total|amount|of|is|是|为|整)*$/iu;

/** Whether the amount that stands there was paid, is asked for, or is to be given back. */
export function speaksOfPayment(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - NEAR), start);
  const before = /(?:[^,，;；、.。!！?？\n]|[.,](?=\d))*$/u.exec(near)![0];
  const after = /^(?:[^,，;；、.。!！?？\n]|[.,](?=\d))*/u.exec(text.slice(end, end + NEAR))![0];
  const clause =
    BARE.test(before) && BARE.test(after) ? around(text, start, end) : `${before} ${text.slice(start, end)} ${after}`;
  const plain = plainly(clause);
  return !TO_SPEND.test(plain) && (PAYMENT.test(plain) || PAYMENT_ZH.test(plain));
}

/** The clause before and the one behind. */
function around(text: string, start: number, end: number): string {
  const before = /[^,，;；、.。!！?？\n]*[,，;；、:：\s]{0,3}(?:共|一共|总共|合计|金额|total)?\s?$/iu.exec(
    text.slice(Math.max(0, start - NEAR), start),
  )![0];
  const after = /^[,，;；、\s]{0,3}[^,，;；、.。!！?？\n]*/u.exec(text.slice(end, end + NEAR))![0];
  return `${before}${text.slice(start, end)}${after}`;
}
