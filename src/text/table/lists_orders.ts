import { foldLetters } from '../fold.ts';
import { meaningOfHeading } from './header_words.ts';

/** How shops and people head the columns of a list of orders or of goods; folded, without signs. */
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

/** Whether each line is an order or an article, and no person: by what heads the columns. */
export function listsOrders(headings: readonly string[]): boolean {
  const words = headings.map(plain);
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  const [article, money, state] = [has(ARTICLE), has(MONEY), has(STATE)];
  if (has(NUMBER) && (article || money || state)) return true;
  if (words.includes('lineitem name')) return true;
  const people = headings.some((heading) =>
    ['name', 'family', 'given', 'phone', 'mail'].includes(meaningOfHeading(heading) ?? ''),
  );
  return !people && article && (money || state);
}
