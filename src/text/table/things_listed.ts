import { foldLetters } from '../fold.ts';
import { meaningOfHeading } from './header_words.ts';

/** How shops and people head the columns of a list of orders, of goods or of money; folded, without signs. */
const NUMBER = wordsOf(
  `order|order id|order number|order no|order nr|order ref|order reference|order name|bestellnummer|bestellung|
  numéro de commande|número de pedido|numero ordine|注文番号|订单|订单号|订单编号|订单id|订单序号|交易号|交易订单号|单号`,
);
const ARTICLE = wordsOf(
  `product|products|product name|product title|item|items|item name|article|articles|lineitem name|lineitem quantity|lineitem sku|
  line items|sku|quantity|qty|artikel|menge|produit|quantité|producto|cantidad|商品|商品名|商品名称|商品标题|商品信息|宝贝标题|
  宝贝名称|货品|货品名称|产品|产品名称|数量|商品数量|件数|规格|商品规格|品名`,
);
const MONEY = wordsOf(
  `total|amount|subtotal|price|unit price|order total|total price|grand total|order amount|net sales|summe|betrag|preis|
  montant|prix|importe|precio|金额|总金额|总价|合计|小计|实付|实付款|实付金额|应付|应付金额|订单金额|商品金额|单价|价格|实收|实收金额|
  买家实付金额|买家应付货款`,
);
const STATE = wordsOf(
  `financial status|fulfillment status|order status|payment status|paid at|order date|fulfilled at|订单状态|付款状态|发货状态|
  付款时间|下单时间|订单创建时间|订单付款时间|支付时间|发货时间`,
);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split('|').map(plain));
}

function plain(heading: string): string {
  return foldLetters(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Of any of these lists, though not of what people bought. */
const STOCK = wordsOf(
  `stock|in stock|inventory|inventory quantity|variant inventory qty|on hand|available|variant price|list price|retail price|cost per item|
  lagerbestand|bestand|stück auf lager|库存|库存数量|总库存|可售库存|现货|条码|条形码|售价|零售价|批发价|进价|成本价|标价|市场价`,
);
const UNIT_PRICE = wordsOf('unit price|price|单价|价格|preis|prix|precio|规格|商品规格|barcode|variant sku');
const SOLD = wordsOf('quantity|qty|lineitem quantity|数量|商品数量|件数|menge|quantité|cantidad');
const INVOICE = wordsOf(
  `invoice|invoice no|invoice number|invoice nr|invoice id|invoice date|invoice ref|inv no|bill no|bill number|rechnung|rechnungsnummer|
  rechnungsdatum|facture|numéro de facture|factura|número de factura|fattura|numero fattura|請求書番号|发票|发票号|发票号码|发票编号|账单号|账单编号|收据号`,
);
const BOOKED = wordsOf(
  `income|expense|expenses|debit|credit|balance|withdrawal|deposit|paid in|paid out|money in|money out|transaction|transaction id|transaction date|
  booking date|buchungstag|soll|haben|saldo|einnahmen|ausgaben|收入|支出|余额|结余|借方|贷方|收支|收入金额|支出金额|交易时间|交易类型|记账日期|入账|出账|账户余额`,
);
const DAY = wordsOf(
  'date|day|time|datum|fecha|日期|时间|交易时间|记账日期|transaction date|booking date|buchungstag|due|due date|到期日',
);

/** What the lines of a file can be that is no list of people. */
export const THINGS = ['orders', 'products', 'money'] as const;
export type Thing = (typeof THINGS)[number];

/** What each line is if it is no person: an order, an article for sale, an invoice or entry in the books; by what heads the columns. */
export function thingsListed(headings: readonly string[]): Thing | undefined {
  const words = headings.map(plain);
  const has = (...lists: ReadonlySet<string>[]) => lists.some((list) => words.some((word) => list.has(word)));
  const [article, money, state] = [has(ARTICLE), has(MONEY), has(STATE)];
  if (has(INVOICE) && (money || has(DAY))) return 'money';
  if ((has(NUMBER) && (article || money || state)) || words.includes('lineitem name')) return 'orders';
  const people = headings.some((heading) =>
    ['name', 'family', 'given', 'phone', 'mail'].includes(meaningOfHeading(heading) ?? ''),
  );
  if (people) return undefined;
  if (article && !state && (has(STOCK) || (has(UNIT_PRICE) && !has(SOLD)))) return 'products';
  if (article && (money || state)) return 'orders';
  return has(BOOKED) && (has(DAY) || money) ? 'money' : undefined;
}
