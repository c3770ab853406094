import { narrow } from '../../normalise.ts';
import { MEANS_EN, MEANS_ZH } from './payment_means.ts';

/** What is said of the money of an order that is there. `words`: how much, as it was typed; '': all that is owed, or nothing is said. */
export interface MoneyMoved {
  is: 'paid' | 'refund';
  words: string;
}

const SUM =
  '(?<sum>[¥$€£]?\\s?\\d[\\d.,]{0,12}(?:\\s?(?:元|块钱?|(?!now|via|for|and|yet|too|was|has|had|ago)[A-Z]{3}(?![A-Za-z])))?)';
const WHO = '(?:(?:she|he|they|it|(?:the )?(?:customer|client|buyer)) )?';
const HAS = '(?:(?:has|have|had|was|were|is|are|been|just|already|now|also) )*';
const BY_EN = `(?: (?:by|via|with|in|through|on) (?:an? |the )?${MEANS_EN}| ${MEANS_EN})?`;
const REST_EN = '(?:the )?(?:balance|rest|remainder|remaining|outstanding(?: amount)?)';
const AUX_ZH = '(?:客户|客人|对方|买家|他|她|又|再|已经?|刚刚?|今天|都|也)*';
const REST_ZH = '(?:余款|尾款|剩下的?|其余的?|欠款)';
const CAME_ZH = '(?:收到?|到账|到帐|进账|付|转|交|给|补|汇|打)(?:账|帐|款|齐|清)?(?:过?来|了|过)*';

/** Money that came. */
const PAID = [
  `${WHO}${HAS}(?:paid|pays?|got|received|transferred|wired)(?: (?:another|a further|in|${REST_EN}(?: of)?))*:? ?${SUM}(?: (?:more|extra|in))?${BY_EN}`,
  `(?:another |a further |(?:and )?${REST_EN}(?: of)? )?${SUM}(?: (?:more|extra))? ${HAS}(?:paid|received|came(?: in)?|arrived|in)${BY_EN}`,
  `${WHO}${HAS}(?:paid|received|transferred|wired) ${MEANS_EN.replace('(?:', '(?:by |via |with |in |through )(?:an? |the )?(?:')}`,
  `${AUX_ZH}(?:用?${MEANS_ZH})?${CAME_ZH}(?:${MEANS_ZH})?的?${REST_ZH}?[:： ]{0,2}${SUM}(?:的?${REST_ZH})?`,
  `${AUX_ZH}${MEANS_ZH}${SUM}(?:已经?)?(?:到账?|到帐|收到?|付)了?`,
  `${SUM}(?:已经?|都)?(?:到账|到帐|收到|进账)了?`,
  `${REST_ZH}[:： ]?${SUM}(?:已经?|都)?(?:付|收到?|到账|到帐|结清?)(?:清|了)*`,
];
/** All that was still owed. */
const REST = [
  `${REST_EN} ${HAS}(?:paid|received|in|here)${BY_EN}`,
  `${WHO}${HAS}(?:paid|received|got) ${REST_EN}${BY_EN}`,
  `${REST_ZH}(?:也|都|已经?)*(?:付|收|结|到)(?:清|了|到|款|齐|账|帐)*`,
  `${AUX_ZH}(?:用?${MEANS_ZH})?(?:收到?|付|结|补|到账)(?:清|齐)?了?${REST_ZH}了?`,
];
/** Money that went back. */
const BACK = [
  `${WHO}${HAS}(?:paid|gave|sent|wired|transferred|given) (?:(?:her|him|them) )?${SUM} back`,
  `${WHO}${HAS}(?:paid|gave|sent|wired|transferred|given) (?:(?:her|him|them) )?back (?:to (?:her|him|them|the customer) )?${SUM}`,
  `${SUM} ${HAS}(?:paid back|refunded|returned|sent back|given back)`,
  `${AUX_ZH}退(?:还|回)?款?(?:给(?:客户|客人|他|她))?了?[:： ]?${SUM}`,
];
const whole = (shape: string): RegExp => new RegExp(`^(?:${shape})[.。!！]*$`, 'iu');
const [CAME, WENT, ALL] = [PAID.map(whole), BACK.map(whole), REST.map(whole)];

/** balance paid, 尾款付了, 收到尾款: all that was still owed has come. */
export const isRest = (words: string): boolean => ALL.some((shape) => shape.test(narrow(words).trim()));

/** got 200, 微信收到200, paid 200 more, $50 refunded: undefined: the words say nothing of the kind, or more than that. */
export function moneyMovedIn(text: string): MoneyMoved | undefined {
  const plain = narrow(text).trim();
  if (plain.length > 80) return undefined;
  const went = firstOf(WENT, plain);
  if (went) return { is: 'refund', words: went.sum?.trim() ?? '' };
  const came = firstOf(CAME, plain);
  return came && { is: 'paid', words: came.sum?.trim() ?? '' };
}

function firstOf(shapes: readonly RegExp[], plain: string): Record<string, string | undefined> | undefined {
  for (const shape of shapes) {
    const found = shape.exec(plain);
    if (found) return found.groups ?? {};
  }
  return undefined;
}
