/** The words that name an order, or look for one. */
const NAMES_ORDER = String.raw`\/?(?:orders?|find|search)(?:\s{1,3}(?:no\.?|number|id))?|\/?(?:(?:查找|查询|查|找|搜索?)(?:一下)?(?:订单号?)?|订单列表|订单编号|订单号?|单号)`;
/** What only programs write: 32 to 40 figures in hexadecimal, as an own system may number its orders. */
const ORDER_ID = new RegExp(String.raw`^(\s{0,9}(?:${NAMES_ORDER})[\s:：]{0,3}#?)[\da-f]{32,40}(?![\w-])`, 'gimu');

/** A line without the id of the order that it names, where it begins so: standing there, it is no key. */
export const withoutOrderIds = (text: string): string => text.replace(ORDER_ID, '$1');
