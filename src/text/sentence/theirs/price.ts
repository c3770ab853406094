import { tenths } from '../../money/spoken_money.ts';
import { narrow } from '../../normalise.ts';
import { plainly, plainPattern } from '../../plainly.ts';

/** What becomes of a price, as it was typed: it is so much now, so much less or more, or so many per cent less. `each`: of one of what is counted. */
export type PriceSaid =
  | { is: 'to' | 'less' | 'more'; sum: string; each: boolean; what?: string }
  | { is: 'percent'; off: number };

/** Longer words are told, and no order to us. */
const LONGEST = 80;

const FIGURE_ZH = '(?<sum>[¥￥$€£]?\\s?\\d[\\d.,]{0,9}\\s?[万千百]?|[一二两三四五六七八九十百千万零]{1,8})';
const SUM_ZH = `${FIGURE_ZH}\\s?(?:元|块钱?)?`;
const EACH_ZH =
  '(?:每一?\\s?\\p{Script=Han}|(?<![换再多送要买来加])一[个件盒份只瓶罐袋套条张本双箱斤支台杯片饼提幅把颗束位次人]|单价|均价)(?:的?价格?|单价)?';
const LOWER_ZH = '(?:便宜|优惠|降价?|减|调|砍|压|让)';
const INTO_ZH = `(?:(?:谈到|(?:${LOWER_ZH}|改|换|涨价?|变|加|算|提)(?:到|成|为))(?:了)?)`;
const FEE_ZH =
  '(?:的?(?<what>(?:包装|加急|服务|设计|安装|手工|打样|人工|材料|运|邮|快递|物流|手续|配送|跑腿|定制)费|税))';
const HERE_ZH = '(?:现在|就|再|给|那|先|最后|还是|一共|总共|总价|价格?|金额|说|也|都|了|[\\s,，:：])*';

const EN_SUM = '(?<sum>[£$€¥]?\\s?\\d[\\d.,]{0,9}(?<![.,])\\s?(?:k\\b|pounds?|quid|euros?|dollars?|bucks?|[£$€])?)';
const EACH_EN =
  '(?:\\s?(?:each|apiece|a piece|a pop|ea\\.?)|\\s?per \\p{L}{2,12}|\\s?[/／]\\s?(?:each|ea|pc|piece|unit)| an? (?:piece|copy|unit|pack|box|bottle|bag|set|pair))';
const IT =
  '(?:it|that|this|them|those|(?:the |her |his |their |my )?(?:price|total|sum|amount|order|quote|deal|lead|job)s?)';
const DEAL_EN = '(?:orders?|price|total|quote|deal|lead|job)';
const CHANGE_EN =
  '(?:make|do|set|change|changed|lower|lowered|drop|dropped|cut|bring|brought|reduce|reduced|raise|raised|put|charge|update|adjust)';
const NOW_EN = '(?: (?:now|instead|in all|all in|in total|altogether|please|pls|then|from now on))*';
const FEE_EN =
  '(?:(?: (?:for|on for|in))? (?:the )?(?<what>shipping|delivery|postage|packaging|packing|rush(?: fee)?|setup|installation|design(?: time)?|fitting|(?:\\p{L}+ )?fee|vat|tax))';

type Shape = readonly [is: 'to' | 'less' | 'more' | 'percent', each: boolean, pattern: RegExp];
const atEnd = (is: Shape[0], pattern: string, each = false): Shape => [
  is,
  each,
  plainPattern(new RegExp(`${pattern}(?:吧|了|哈|啊|哦)?[\\s.。!！]*$`, 'iu')),
];

/** The first that stands at the end decides. */
const SHAPES: readonly Shape[] = [
  // 打九折, 便宜10个点, knock 10% off
  atEnd('percent', '(?:打|给|按|算|享|来)(?:个|了)?\\s?(?<left>[1-9](?:\\.?[1-9])?|[一二三四五六七八九]{1,2})\\s?折(?:优惠)?'),
  atEnd('percent', `(?:${LOWER_ZH}|少收?)(?:个|了|掉)?\\s?(?<percent>\\d{1,2}(?:\\.\\d)?)\\s?(?:%|个?百?分?点)`),
  atEnd('percent', `(?:${LOWER_ZH}|少收?)(?:个|了|掉)?\\s?百分之(?<percent>\\d{1,2})`),
  atEnd('percent', '(?<![\\p{L}\\d])(?<percent>\\d{1,2}(?:\\.\\d)?)\\s?(?:%|percent|per cent|pct)(?: (?:off|discount|cheaper|less))(?: (?:it|that|this|the (?:price|total|quote|order)|for (?:her|him|them)))?'),
  atEnd('percent', `${CHANGE_EN} ${IT} by (?<percent>\\d{1,2}(?:\\.\\d)?)\\s?(?:%|percent|per cent)`),
  // 每盒便宜到60, 降到60一份, make it 6 each
  atEnd('to', `${EACH_ZH}${HERE_ZH}(?:${INTO_ZH}|算|按|收)\\s?${SUM_ZH}`, true),
  atEnd('to', `(?:${INTO_ZH}|算|按|就?收)\\s?${SUM_ZH}(?:一|每|[/／])\\s?\\p{Script=Han}`, true),
  atEnd('less', `${EACH_ZH}${HERE_ZH}(?:${LOWER_ZH}|少收?|少算)(?:个|了|掉)?\\s?${SUM_ZH}`, true),
  atEnd('more', `${EACH_ZH}${HERE_ZH}(?:加收?|涨|多收)(?:个|了)?\\s?${SUM_ZH}`, true),
  atEnd('to', `(?<!\\p{L})${CHANGE_EN}(?: ${IT})?(?: (?:down|up))?(?: (?:to|at|for))? ${EN_SUM}${EACH_EN}${NOW_EN}`, true),
  atEnd('to', `(?<!\\p{L})(?:is|are|at|['’]s) (?:now )?(?:only )?${EN_SUM}${EACH_EN} (?:now|instead)`, true),
  atEnd('to', `(?<!\\p{L})(?:is|are|['’]s) now (?:only |down to |up to )?${EN_SUM}${EACH_EN}`, true),
  // 改成300, 只要八千, is now 1500
  atEnd('to', `${INTO_ZH}\\s?${SUM_ZH}`),
  atEnd('to', `(?:改主意|变卦|想了想|最后|还是|现在|预算)${HERE_ZH}(?:只要|只想要|只给|只出|只能出|只收|就要|只有)\\s?${SUM_ZH}`),
  atEnd('to', `(?<!\\p{L})${CHANGE_EN} ${IT}(?: (?:down|up))?(?: (?:to|at|for))? ${EN_SUM}${NOW_EN}`),
  atEnd('to', `(?<!\\p{L})${CHANGE_EN} (?:\\p{L}[\\p{L}'’ ]{1,30} )?${DEAL_EN}(?: (?:down|up))?(?: (?:to|at))? ${EN_SUM}${NOW_EN}`),
  atEnd('to', `(?:${DEAL_EN} )?(?<!\\p{L})(?:is|are|['’]?s) now (?:only |just |down to |up to )?${EN_SUM}${NOW_EN}`),
  atEnd('to', `(?<!\\p{L})only (?:wants?|has|pays?|needs?)(?: to (?:pay|spend))?(?: it for)? ${EN_SUM}${NOW_EN}`),
  // 便宜200, 少收五十, knock 20 off
  atEnd('less', `(?:${LOWER_ZH}|少收?|少算|少要|抹掉?|立减|抹零|减免)(?:个|了|掉|[他她])?\\s?${SUM_ZH}`),
  atEnd('less', `(?<!\\p{L})(?:knock|take|give|get|minus|with|less|drop|cut)(?: (?:her|him|them|it|another|a further|an extra))* ${EN_SUM}(?: (?:off|cheaper|less|discount))(?: (?:it|that|this|the (?:price|total|quote|order)))?${NOW_EN}`),
  atEnd('less', `(?<=[\\s:,])${EN_SUM} (?:off|cheaper|less|discount)(?: (?:it|that|the (?:price|total|quote|order)))?${NOW_EN}`),
  atEnd('less', `(?<!\\p{L})(?:reduce|lower|cut|drop) ${IT}(?: for [\\p{L} ]{2,30})? by ${EN_SUM}${NOW_EN}`),
  // 加20, 加二十块运费, add 20 for delivery, +10
  atEnd('more', `(?:加收?|多收|多算|另加|外加)(?:个|了|[他她])?\\s?${SUM_ZH}${FEE_ZH}?`),
  atEnd('more', `(?:运|邮|快递|包装|加急)费(?:另|再|要)?(?:加|收|算)(?:了)?\\s?${SUM_ZH}`),
  atEnd('more', `(?:[,，]\\s?|\\s)[+＋]\\s?${EN_SUM}${FEE_EN}?`),
  atEnd('more', `(?<!\\p{L})(?:add|plus|charge)(?: (?:her|him|them|another|a further|an extra|on))* ${EN_SUM}(?: (?:more|extra|on top))?${FEE_EN}?(?: on top)?${NOW_EN}`),
]; // biome-ignore format: a table

/** It is told somebody else, asked, denied, kept for later, or is of something else. */
const OTHERWISE = plainPattern(
  /[?？]\s*$|[吗呢]\s*$|提醒|记得|别忘|告诉|通知|转告|[跟和对][^,，]{1,6}[说讲]|[没不别]|如果|要是|打算|群发|优惠券|积分|改天|改到\D|\b(?:remind|tell|ask(?:ed)?|remember|don['’]?t|not|if|when|unless|what|why|how|who|email|text|message|campaign|everyone|everybody|all customers|coupon|code|points?|remove|undo|was)\b|n['’]t\b/iu,
);
/** In front of it something else is priced: it is a quote, an order or an invoice of its own. */
const OTHER_PRICE = plainPattern(
  /^(?:please )?(?:quote|invoice|order|bill|sold|new)\b|报价|开票|账单|卖给|下单|[买订]了|\b(?:bought|ordered)\b|\d\s?[x×*@]\s?\d|[£$€¥]\s?\d|\d{3}/iu,
);
/** A smaller figure without a currency says rather how many, where nothing says that it is a price. */
const LEAST_BARE = 100;
const SAYS_PRICE = /[¥￥$€£元块万千百k]|只[给出收]|预算/iu;

/** The goods of an order that becomes so many: bring tom's box order up to 25. */
const COUNTED_ORDER =
  /(?:['’]s|\b(?:the|her|his|their)) (?!(?:last|latest|open|new|first|second|big|small|whole|old)\b)\p{L}{2,20} orders?\b/iu;
const OF_MONEY = /[£$€¥]|\b(?:price|total|sum|amount|pounds?|quid|euros?|dollars?|bucks?)\b|\dk\b/iu;

/** What a sentence says at its end of a price; undefined: nothing of the kind, or that it is not so. */
export function priceSaid(typed: string): PriceSaid | undefined {
  const text = plainly(narrow(typed)).trim();
  if (text.length > LONGEST || text.includes('\n') || OTHERWISE.test(text)) return undefined;
  for (const [is, each, pattern] of SHAPES) {
    const said = pattern.exec(text);
    if (!said) continue;
    if (OTHER_PRICE.test(text.slice(0, said.index))) return undefined;
    const { sum = '', percent, left, what } = said.groups ?? {};
    if (is === 'percent') return { is, off: left === undefined ? Number(percent) : 100 - tenths(left) };
    const isCount =
      (/(?:只|就)(?:想)?要|\bonly (?:wants?|needs?)\b|^(?:is|are|['’]?s) now/iu.test(said[0]) &&
        !SAYS_PRICE.test(said[0])) ||
      (COUNTED_ORDER.test(said[0]) && !OF_MONEY.test(said[0]));
    if (isCount && !each && Number(sum.replace(/,/gu, '')) < LEAST_BARE) return undefined;
    return { is, sum: sum.trim(), each, ...(what && { what }) };
  }
  return undefined;
}

const PERCENT = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s?(?:%|percent\b|per cent\b|pct\b|个百?分?点)/iu;

/** The discount that words ask for, as a quote reads it; '': none is said, as a price is no per cent. */
export function percentOffSaid(typed: string): string {
  const said = priceSaid(typed);
  const off = said === undefined ? Number(PERCENT.exec(plainly(narrow(typed)))?.[1] ?? 0) : 0;
  const percent = said?.is === 'percent' ? said.off : off;
  return percent > 0 ? `-${percent}%` : '';
}
