import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  FRONT: '(?:(?:(?<day>昨天|前天|昨晚)|今天|今早|刚刚?|刚才|早上|上午|中午|下午|晚上|店里|我|我们)[\\s,，]*){0,4}',
  FILL: '(?:(?:(?<daytwo>昨天|前天|昨晚)|今天|今早|刚刚?|刚才|早上|上午|中午|下午|晚上|又|也|再|就|都|一共|总共|自己|(?:在|来|到|去|路过|来到|进|跑来)?(?:我们?|咱们?)?(?:店里?|门店|铺子里?|铺里|摊位?上?|这边|这里|这儿|市集上?|现场)|亲自|来|过来|上门|微信上?|电话里?|顺便|当场|直接|先|逛了?|[\\s,，])){0,8}',
  BUY: '(?:买|订|定|要|拿|带|挑|选|取|提|购|拎|下单|下了?一?单)(?:走|下|购|好|中|去|回)*(?:了|走|去|的)[\\s,，:：]*',
  COUNTED: '(?=\\d|[一二两三四五六七八九十百半])',
  SOMEBODY:
    '(?:(?:来了?|有|进来了?|碰到)?(?:一?[个位名对]|两[个位])?(?:散客|路人|路过的?(?:客人|人)?|过路客|游客|陌生(?:人|客人)|生客|生面孔)|(?:来了?|有|进来了?)?(?:一?[个位名对]|两[个位])(?:新?客人|顾客|客户|人|大姐|大哥|阿姨|女士|先生|小姑娘|老外|情侣))',
  FIGURE: '(?=[¥￥$€£]?\\s?\\d{2}|\\S?[百千万])$MONEY',
};

/** What somebody bought and how it stands with its money, all in one breath; `sold` in front: it is read whole, or not at all. */
export const sales: Rule[] = rulesOf(own, [
  ['$FRONT$WHO$SEP$FILL$BUY(?<rest>(?=[^\\n]*[\\d块元])[^\\n]{3,120})', 'order', 'sold $rest $day $daytwo'],
  ['$FRONT(?:卖(?:了)?给(?:了)?)$WHO(?:卖了)?$SEP(?<rest>$COUNTED[^\\n]{3,120})', 'order', 'sold $rest $day'],
  [
    '$FRONT(?:把)?(?<rest>$COUNTED[^\\n]{2,30}?)卖给(?:了)?$WHO(?:了)?(?<behind>(?:[\\s,，]|(?=[\\d¥￥一共总]))[^\\n]*)?',
    'order',
    'sold $rest $behind $day',
  ],
  [
    '$WHO[\\s,，:：、]+(?<rest>$COUNTED[^\\n]*(?:付|现金|微信|支付宝|刷卡|转账|扫码|欠着|赊|没给|未给|结|给钱)[^\\n]*)',
    'order',
    'sold $rest',
  ],
  [
    '$FRONT(?:收|收到)(?:了)?$WHO的?$FIGURE[\\s,，]+(?:买了?|是)?(?<rest>$COUNTED[^\\n\\d]{2,30})',
    'order',
    'sold $rest $money 付款 $day',
  ],
  [
    '$FRONT$WHO$FILL(?:付|给|转|扫)了?(?:我)?$FIGURE[\\s,，]+(?:买|拿|要|带)(?:走)?了?(?<rest>$COUNTED[^\\n\\d]{2,30})',
    'order',
    'sold $rest $money 付款 $day',
  ],
  // whom nobody knows: a walk-in
  ['$FRONT$SOMEBODY$FILL$BUY(?<rest>(?=[^\\n]*[\\d块元])[^\\n]{3,120})', 'order', 'sold $rest $day $daytwo'],
  ['$FRONT卖(?:出去?|掉|了|出)+(?:了)?(?<rest>$COUNTED[^\\n]{3,80})', 'order', 'sold $rest $day'],
]);
