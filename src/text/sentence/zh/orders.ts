import { CARRIER_ZH } from '../../money/order/order_tail.ts';
import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  NUMBERED:
    '(?:订单号?|单号)?\\s?[#＃]?(?<numbered>(?:[A-Za-z]{1,6}-?)?\\d{1,12})\\s?(?:号|的)?(?:[那这]?[一]?[个笔张]?(?:订单|单子?))?',
  ORDER: '(?:的?[那这]?[个笔张份]?(?:订单|单子?))',
  GOODS: '(?:的?[那这]?[个笔张份批]?(?:订单|单子?|货|包裹|快递|东西|件))',
  FUNDS: '(?:的?[那这]?[个笔]?(?:订单|单子?)?的?(?:钱|款子?|货款|尾款|全款|账))',
  NOW: '(?:都|也|已经?|刚刚?|刚才|终于|今天|全)*(?:(?<day>昨天|前天|昨晚)(?:就|已经?)?)?',
  PAID: '(?:付款|付钱|付清|打款|打钱|转账|转钱|汇款|给钱|结账|结清|收款|付)',
  SENT: '(?:发货|发出|寄出|寄走|发走|出货|寄|发)',
  /** Who brings it stands in front of the deed as well: 顺丰发了. */
  BY: `(?:(?:用|走|由|通过)?(?<by>${CARRIER_ZH}))?`,
  REMAINDER: '(?:剩下的?|剩余的?|余下的?|其余的?|尾款|余款|欠款|欠的)',
  NOWTWO: '(?:都|也|已经?|刚刚?)*',
  SUM: '(?:$MONEY)',
  /** A sum, and not how many: 12盒 is none. */
  FIGURE:
    '(?=[¥￥$€£]?\\s?\\d{2}|\\S?[百千万])(?!\\d{1,4}\\s?[盒个件份只瓶罐袋套条张本双箱斤支台杯片饼提次年月天期])$MONEY',
  BOUGHT:
    '(?<rest>(?![定订押]金|首付|尾款|余款|欠|上次|一?半|全部|剩|[一二两三四五六七八九]成|货?款|钱)\\p{L}[^\\n\\d,，。的]{1,20}?)',
  LATELY: '(?:都|也|已经?|刚刚?|今天|昨天|前天|终于)*',
  /** What may be of an order, by its name. */
  ARTICLE:
    '(?<rest>(?!快递|包裹|消息|报价|合同|账单|发票|邮件|短信|微信|通知|货?款|钱|样品|小样|[定订押]金|尾款|余款|我|你|他|她)\\p{L}[^\\n\\d,，。的了]{1,12}?)',
  PARCEL:
    '(?:$SEP(?:单号|快递单号|运单号)?$SEP(?<parcel>(?:\\p{Script=Han}{2,6}(?:快递|速运)?\\s?)?[A-Za-z]{0,6}\\d[\\w-]{4,39}))?',
};

/** What has become of an order: its money came or went back, it left, it is off; and one that is to be written down. */
export const orders: Rule[] = rulesOf(own, [
  // its money
  ['$WHO$ORDER?$SEP$NOW$PAID(?:了|啦|好了|过来了|过了)', 'order', '付款 $day'],
  [
    '$WHO$ORDER?$SEP$NOW(?:付款?|打|转账?|汇|给|结|交)(?:了|过来|来)?$SUM(?:过来|货款|尾款)?(?:了)?',
    'order',
    '付款 $money $day',
  ],
  // what was left of it, or more: 补了尾款10元
  [
    '$WHO$ORDER?(?:把|的)?$SEP$NOW(?:(?:付|打|转账?|汇|给|结|交|补)(?:了|过来|来|上|齐|清|交)*)?(?:的)?(?:$REMAINDER|差价|差额)的?$SUM(?:也|都)?(?:(?:付|打|转|汇|给|结|交|补)(?:过来|来|上|齐|清)?(?:了)?)?(?<=[付打转账汇给结交补].{0,30})',
    'order',
    '付款 $money $day',
  ],
  [
    '$WHO$ORDER?$SEP$NOW(?:又)?补(?:了|交了?|上了?|齐了?|过来|来)*$SUM(?:过来|货款)?(?:了)?',
    'order',
    '付款 $money $day',
  ],
  ['$WHO$FUNDS$NOW(?:到账|到|收到|付|结清?|打过来|转过来|付清|收)(?:了|啦)', 'order', '付款 $day'],
  [
    '$WHO(?:的|那边|那|这)*笔?$FIGURE(?:的?(?:款|钱|货款))?$NOW(?:到账|入账|进账|到|收到|转过来|打过来)(?:了|啦)',
    'order',
    '付款 $money $day',
  ],
  ['(?:我)?$NOW(?:收到|收)(?:了)?$WHO$FUNDS(?:了)?', 'order', '付款 $day'],
  ['(?:我)?$NOW(?:收到|收)(?:了)?$WHO的?$SUM(?:货款|钱)?(?:了)?', 'order', '付款 $money $day'],
  // what was left of it: 剩下的也给了
  [
    '$WHO(?:把|的)?$REMAINDER的?(?:钱|款)?$NOW(?:付|给|转|交|打|结|补|还)(?:清|齐|完|掉)?(?:了|啦|过来了|我了)',
    'order',
    '付款 $day',
  ],
  [
    '$REMAINDER的?(?:钱|款)?$WHO$NOW(?:付|给|转|交|打|结|补|还)(?:清|齐|完|掉)?(?:了|啦|过来了|我了)',
    'order',
    '付款 $day',
  ],
  ['$WHO(?:的|那边|那单|那)*$NOW收到(?:了)?(?:钱|款|货款|尾款|转账|汇款)(?:了|啦)', 'order', '付款 $day'],
  ['$NUMBERED$SEP$NOW$PAID(?:了|啦)?', 'order', '付款 $day'],
  ['$NOW$PAID(?:了)?$SEP$NUMBERED', 'order', '付款 $day'],
  // it has left
  ['(?:给|帮)?$WHO(?:$GOODS|的)?$SEP$NOW$BY$NOWTWO$SENT(?:出去|走)?(?:了|啦)$PARCEL', 'order', '发货 $by $parcel $day'],
  ['$NUMBERED$SEP$NOW$BY$NOWTWO$SENT(?:出去|走)?(?:了|啦)?$PARCEL', 'order', '发货 $by $parcel $day'],
  [
    '$NUMBERED[\\s,，:：、]+(?<parcel>(?:\\p{Script=Han}{2,6}(?:快递|速运)?\\s?)?(?:[A-Za-z]{2,6}\\d[\\w-]{6,39}|1Z[\\w-]{8,39}))',
    'order',
    '发货 $parcel',
  ],
  // they have got it; what only came may have come to us
  [
    '(?:把)?$WHO的$ARTICLE$LATELY(?:签收|妥投|收到|送到|送达|取走|拿走|提走|取|自提|送过去|送去)(?:了|啦)',
    'order',
    'handed $rest',
    'loose',
  ],
  ['$WHO$LATELY(?:来)?(?:签收|收到|取走|拿走|提走|拿到)(?:了)?$ARTICLE(?:了)?', 'order', 'handed $rest', 'loose'],
  ['$WHO$LATELY(?:来)?把$ARTICLE$LATELY(?:签收|取走|拿走|提走|取|收)(?:了|啦)', 'order', 'handed $rest', 'loose'],
  [
    '(?:把)?$WHO的$ARTICLE$LATELY(?:给[他她])?$LATELY(?:寄|发|快递|邮|送)(?:过去|出去?|走|去|好)?(?:了|啦)',
    'order',
    'left $rest',
    'loose',
  ],
  ['$WHO的$ARTICLE$LATELY(?:到|到货|到店|来)(?:了|啦)', 'order', 'arrived $rest', 'loose'],
  // its money goes back
  ['(?:给|帮)?$WHO$ORDER?$NOW退(?:款|钱|回)?(?:了)?$SEP$SUM', 'order', '退款 $money'],
  ['(?:给|帮)$WHO退(?:款|钱)(?:了)?', 'order', '退款'],
  // all of it: what was bought came back, and so did the money
  [
    '(?:把)?$WHO$ORDER$SEP$NOW(?:退货?|退回来?|退掉|寄回来|拿回来)(?:了|啦)(?:$SEP(?:我|我们|店里)?(?:把)?(?:钱|款|货款|全款)?(?:也|都|已经?|全|全额|就)*(?:退|还|打|转)(?:款|钱)?(?:回)?(?:给|去)?(?:[他她]|客人|对方)?(?:了|啦))?',
    'order',
    '退款 全部',
  ],
  ['(?:把)?(?:钱|款|货款)(?:也|都|已经?|全|全额)*(?:退|还)(?:回)?给$WHO(?:了)?', 'order', '退款 全部'],
  // 陈静的茶退了 128退给她了
  [
    '$WHO(?:把|的)[^\\n\\d,，。]{1,12}?退(?:货|回来|掉|回)?(?:了|啦)[\\s,，]*(?:把|我|我们)?(?:钱|款)?(?:也|都|已经?)*(?:退(?:了|还|给[他她]|回)*)?$FIGURE(?:也|都|已经?|全)*(?:退(?:款|回|还)?|打|转|还)?(?:回?给?[他她]?)(?:了)?',
    'order',
    '退款 $money',
  ],
  ['退(?:款|钱|还)?(?:给)?$WHO$SEP$SUM', 'order', '退款 $money'],
  ['(?:把)?$WHO$FUNDS$NOW退(?:了|回去|给[他她])(?:了)?', 'order', '退款'],
  ['$NUMBERED$SEP$NOW退(?:款|钱)?(?:了)?$SEP$SUM?', 'order', '退款 $money'],
  ['退(?:款|钱)?(?:了)?$SEP$NUMBERED$SEP$SUM?', 'order', '退款 $money'],
  ['$NOW$SENT(?:了)?$SEP$NUMBERED$PARCEL', 'order', '发货 $parcel $day'],
  ['$NUMBERED$SEP(?:还|并)?(?:没有?|未)退(?:款|钱)?', 'order', '没退款'],
  // it is off
  ['(?:取消|作废|撤掉)(?:掉|了)?$SEP$NUMBERED', 'order', '取消'],
  ['(?:把)?$NUMBERED$SEP$NOW(?:取消|作废|不要)(?:掉)?(?:了)?', 'order', '取消'],
  ['(?:把)?$WHO$ORDER$NOW(?:取消|作废|退掉|撤)(?:掉)?(?:了)?', 'order', '取消'],
  ['(?:取消|作废)(?:掉|了)?$WHO$ORDER', 'order', '取消'],
  [
    '(?:取消|作废|撤掉?)(?:掉|了)?$WHO$ORDER?[\\s,，。;；]+(?<why>(?:因为|[他她]|客人|对方|说|不要|不想|嫌|改主意|缺货|没货|卖完|下错|拍错|重复)[^\\n?？吗\\d]{0,24})',
    'order',
    '取消，$why',
  ],
  // one that is to be written down
  [
    '$WHO(?:刚|今天|昨天)*(?:买|订|要|拿|定|下单)(?:走|购)?了(?<rest>[^\\n]*[\\d一二两三四五六七八九十百千万][^\\n]*(?:付款?|收款?|付清|付过|收到款?|给钱)了?)',
    'order',
    '$rest',
  ],
  [
    '$WHO(?:刚|今天|昨天|又)*(?:(?:买|订|要|拿|定)(?:走|购)?了|下单了?|下了?一?单)$SEP(?<rest>[^\\n]*[\\d一二两三四五六七八九十百千万][^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  [
    '$WHO(?:刚刚?|今天|昨天)*又(?:买|订|要|拿|定|加)(?:了)?(?<rest>[\\d一二两三四五六七八九十百][^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  [
    '(?:新(?:的|来的)?(?:订单|单子?)|来了?一?[个笔]?新?(?:订单|单子?))[\\s,，:：、]+$WHO[\\s,，:：、]+(?<rest>[\\d一二两三四五六七八九十百\\p{L}][^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  [
    '$WHO$NOW(?:付|给|转)了?$SUM(?:来|去)?(?:买|订|拿)了?(?<rest>[\\d一二两三四五六七八九十百][^\\n\\d]*)',
    'order',
    'bought $money for $rest',
  ],
  ['$WHO$NOW(?:付|给|转|打|结|交)了(?:我)?$FIGURE的?$BOUGHT的?(?:钱|款|货款)', 'order', 'came $money for $rest'],
  ['$WHO$NOW(?:付|给|转|打|结|交)了(?:我)?$BOUGHT(?:的钱?|钱|款|货款)$SEP$SUM', 'order', 'came $money for $rest'],
  [
    '$WHO把$BOUGHT(?:的钱?|钱|款|货款)$SEP$SUM$NOW(?:付|给|转|打|结|交)(?:了|清了|过来了|给我了)',
    'order',
    'came $money for $rest',
  ],
  [
    '(?:给|帮|替)$WHO的?(?:记|下|开|加|写|新建)(?:了)?(?:一?个|一)?(?:新的?)?(?:订单|单子?|笔)$SEP(?<rest>[^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  ['$WHO[\\s,，:：、]+(?<rest>(?!想|要|问|预算|还|欠|付|转)\\S[^\\n]{0,60}?\\d\\s?(?:元|块钱?))', 'order', '$rest'],
  [
    '$WHO[\\s,，:：、]+(?<rest>[^\\n]*[\\d一二两三四五六七八九十百千万][^\\n]*[\\s,，、]+(?:已经?|全|都)?(?:用?(?:微信|支付宝|现金|银行卡|转账|对公))?(?:已经?)?(?:付款?|收款?|付清|收到款?)了?)',
    'order',
    '$rest',
  ],
  [
    '(?:我)?(?:刚|今天|昨天)*卖(?:了)?给$WHO$SEP(?<rest>[^\\n]*[\\d一二两三四五六七八九十百千万][^\\n]*)',
    'order',
    '$rest',
  ],
]);
