/** A question, unless it asks us politely to do something. */
export const ASKED = /[?？]|[吗么]\s*[。.!！]*$|是不是|要不要|有没有|会不会|能不能|对不对/u;
export const POLITE = /能不能|可不可以|可以|^你能/u;
/** Of a time or a name: that it is not so, or that somebody asks who or when. */
export const DENIED = /[不没别未勿谁]|什么|哪|怎么|多少/u;
export const CONDITION = /如果|要是|假如|除非|的话|万一|倘若|假使|只要|只有|可能|也许|或许|说不定/u;
/** More than one thing is said: a mark with words behind it, or a word that joins. */
export const GOES_ON =
  /[，；：。！？、,;:!?]\s*[^\s，；：。！？、,;:!?]|\n|然后|顺便|另外|并且|同时|接着|告诉|转告|通知(?=\p{Script=Han}{2})|提醒(?:一下)?[我他她]/u;
const ORDERS =
  '(?:告诉|转告|通知|知会|提醒我|回复|撤销|导出|合并|拉黑|删掉|删除|新客户|新(?:线索|意向|工单|售后)|[跟和对给]\\p{Script=Han}{1,4}(?:说|讲|发|回)|(?:加|记|开|建|新建|添加|新增)(?:一?[个条张])?(?:新)?(?:客户|联系人|线索|意向|工单|售后|备注|任务|待办)|[把将]\\p{Script=Han}{1,8}(?:删|拉黑|标|改|放|推))';
/** An order of its own behind all else. */
export const ORDER = new RegExp(
  `(?:[，；：。！？,;:!?\\n]|\\s)\\s*(?:然后|顺便|另外|并且|同时|再|也|还要|请|麻烦|帮我)*${ORDERS}`,
  'u',
);
/** An order somewhere behind what only asks. */
export const ORDER_WITHIN = /\p{Script=Han}(?:告诉|转告|提醒我)\p{Script=Han}/u;
/** Somebody new and somebody else. */
export const SECOND_NEW =
  /(?:和|还有|再|以及|[，；、,;。\s])(?:一?[个位])?(?:加|添加|存|新增)?(?:一?[个位])?新?(?:客户|顾客|客人|联系人)/u;
