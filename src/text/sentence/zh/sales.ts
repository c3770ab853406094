import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  FRONT:
    '(?:(?:(?<day>昨天|前天|昨晚)|今天|今早|刚刚?|刚才|早上|上午|中午|下午|晚上|(?:在)?$PLACE(?:上|里|那边)?|微信上?|朋友圈|电话里|我们?)[\\s,，]*){0,4}',
  PLACE: '(?:市集|集市|早市|夜市|市场|展会|庙会|摊位?上?|地摊|门店|店里?|铺子|门口|路边|活动|线下)',
  FILL: '(?:(?:(?<daytwo>昨天|前天|昨晚)|今天|今早|刚刚?|刚才|早上|上午|中午|下午|晚上|又|也|再|就|都|一共|总共|自己|(?:在|来|到|去|路过|来到|进|跑来)?(?:我们?|咱们?)?(?:店里?|门店|铺子里?|铺里|摊位?上?|这边|这里|这儿|市集上?|现场)|亲自|(?:来|过来)了?|上门|微信上?|电话里?|顺便|当场|直接|先|逛了?|[\\s,，])){0,8}',
  BUY: '(?:买|订|定|要|拿|带|挑|选|取|提|购|拎|下单|下了?一?单)(?:走|下|购|好|中|去|回)*(?:了|走|去|的)[\\s,，:：]*',
  COUNTED: '(?=\\d|[一二两三四五六七八九十百半])',
  SOMEBODY:
    '(?:(?:来了?|有|进来了?|碰到)?(?:一?[个位名对]|两[个位])?(?:散客|不认识的(?:人|客人|顾客)?|没留名的(?:人|客人)?|路人|路过的?(?:客人|人)?|过路客|游客|陌生(?:人|客人)|生客|生面孔)|(?:来了?|有|进来了?)?(?:一?[个位名对]|两[个位])(?:新?客人|顾客|客户|人|大姐|大哥|阿姨|女士|先生|小姑娘|老外|情侣))',
  // what we paid, and what they got of us, is our spending
  CAME: '(?:[他她]?$LATELY(?:付|给|转|交|打)(?:了|过)?我?|(?:我们?|咱们?)?$LATELY(?:收|收到)(?:了|过)?[他她]?)',
  LATELY: '(?:已经?|刚刚?|刚才|今天|昨天|先|只|就)*',
  FIGURE: '(?=[¥￥$€£]?\\s?\\d{2}|\\S?[百千万])$MONEY',
};

/** What somebody bought and how it stands with its money, all in one breath; `sold` in front: it is read whole, or not at all. */
export const sales: Rule[] = rulesOf(own, [
  ['$FRONT$WHO$SEP$FILL$BUY(?<rest>(?=[^\\n]*[\\d块元百千万])[^\\n]{3,120})', 'order', 'sold $rest $day $daytwo'],
  // wanted, and how it stands with its money: it is ordered
  [
    '$FRONT$WHO$SEP(?:说|又|再|今天|想)*(?:要|订|定|买|下单|加)(?<rest>$COUNTED(?=[^\\n]*(?:[没未](?:有)?[付给结收转打]|付[了清过款]|已[付收]|收[了到]|欠着|赊|记账|[定订]金|货到付款))[^\\n]{3,120})',
    'order',
    'sold $rest $day',
  ],
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
  [
    '$FRONT$WHO$FILL(?:买|拿)了?(?:点|些|了)*(?<rest>\\p{Script=Han}{1,8}?)[\\s,，]*(?:一共|总共)?(?:付|给|花|转)了(?:我)?$FIGURE',
    'order',
    'bought $money for $rest',
  ],
  // what was owed has come, all or half of it
  [
    '$WHO(?:把|将)?(?:之前|上次|以前|原来|上回|上个?月)*(?:欠|赊)(?:着)?(?:我们?|店里|咱们?)?(?:的)(?:那)?$FIGURE(?:钱|账|款)?(?:也|都|全|刚刚?|已经?|终于|今天)*(?:转|付|还|给|结|打|清|补)(?:账|清|钱|款|我|我们|过来|上|了|齐)+',
    'order',
    '付款 $money',
  ],
  [
    '$WHO(?:把|将)?(?:之前|上次|以前|原来|上回|上个?月)*(?:欠|赊)(?:着)?(?:我们?|店里|咱们?)?(?:的)(?:那)?(?:些|笔)?(?:钱|账|款)(?:也|都|全|刚刚?|已经?|终于|今天)*(?:转|付|还|给|结|打|清|补)(?:账|清|钱|款|我|我们|过来|上|了|齐)+',
    'order',
    '付款',
  ],
  [
    '$WHO(?:(?:把|将)(?:那)?$FIGURE(?:也|都|刚刚?|已经?|终于|今天)*(?:转|付|还|给|结|打|补)(?:清|我|我们|过来|上|了|齐)+|(?:也|都|刚刚?|已经?|终于|今天)*还(?:清)?(?:了)?(?:我|我们)?(?=[¥￥]?\\d)(?<paid>[¥￥]?\\s?\\d[\\d.,]*(?:元|块钱?)?)(?:钱)?(?:了)?)',
    'order',
    '付款 $money $paid',
  ],
  [
    '$WHO(?:也|都|刚刚?|已经?|先|今天)*(?:付|给|转|交)(?:了)?(?:我)?一半(?:钱|款)?[\\s,，]*(?:是)?$FIGURE',
    'order',
    '已付 $money',
  ],
  // what was sent is there
  [
    '$WHO(?:那边|那)?(?:说|讲)?(?:的|那[个件单批])*(?:包裹|快递|货|东西|快件|件|物流|单子?|订单)(?:也|都|已经?|刚刚?|今天|昨天|显示|应该|终于)*(?:签收|收到|送到|到|到货|送达|派送成功|妥投|拿到|取走|取件)(?:了|成功|啦)*',
    'order',
    'arrived',
  ],
  [
    '$WHO(?:那边|那)?(?:说|讲)?(?:也|都|已经?|刚刚?|今天|昨天|终于)*(?:签收|收到|拿到|取到|取走)(?:了)?(?:他的|她的|那个)?(?:包裹|快递|货|东西|快件)?(?:了|啦)*(?<=签收.{0,6}|包裹.{0,2}|快递.{0,2}|货.{0,2}|东西.{0,2}|快件.{0,2})',
    'order',
    'arrived',
  ],
  // it is in their hands: 收到了 with nothing of money is never a payment
  [
    '$WHO(?:那边|那[个件单批]|说|讲)*(?:也|都|已经?|刚刚?|今天|昨天|终于)*(?:收到|拿到|取到|签收)(?:了|啦|过了)',
    'order',
    'arrived',
  ],
  [
    '$WHO(?:那边|那[个件单批]|说|讲)*(?:也|都|已经?|刚刚?|今天|昨天|终于|来|过来|亲自|自己|上门)*(?:取走|拿走|提走|带走|领走|取|领|自提|提货|取货|取件)(?:了|啦|过了)',
    'order',
    'handed',
  ],
  // whom nobody knows: a walk-in
  ['$FRONT$SOMEBODY$FILL$BUY(?<rest>(?=[^\\n]*[\\d块元百千万])[^\\n]{3,120})', 'order', 'sold $rest $day $daytwo'],
  ['$FRONT卖(?:给(?:了)?)$SOMEBODY$SEP(?<rest>$COUNTED[^\\n]{3,80})', 'order', 'sold $rest $day'],
  [
    '$FRONT(?:把)?(?<rest>$COUNTED[^\\n]{2,30}?)卖给(?:了)?$SOMEBODY(?:了)?(?<behind>(?:[\\s,，]|(?=[\\d¥￥一共总]))[^\\n]*)',
    'order',
    'sold $rest $behind $day',
  ],
  ['$FRONT$SOMEBODY$FILL卖(?:出去?|掉|了|出)*(?<rest>$COUNTED[^\\n]{3,80})', 'order', 'sold $rest $day'],
  [
    '$FRONT(?<rest>$COUNTED(?=\\S{1,4}\\p{Script=Han})[^\\n]{2,30}?)(?:今天|刚刚?|已经?|也|都)*卖(?:出去?|掉|了|出)+(?<behind>[^\\n]*\\d[^\\n]*)',
    'order',
    'sold $rest $behind $day',
  ],
  // of what nobody says
  [
    '$SOMEBODY[\\s,，:：、]*(?<means>(?:微信|支付宝|现金|刷卡|转账|扫码|扫|付|收)+)(?:了|款|付款|收款)*\\s?$MONEY(?:了)?',
    'order',
    'sold 零售 $means $money',
  ],
  [
    '$SOMEBODY[\\s,，:：、]*(?:(?:付|给|转|扫|收)(?:了)?)?$MONEY[\\s,，]*(?<means>微信|支付宝|现金|刷卡|转账|扫码)(?:了|付款|收款|付了|收了)*',
    'order',
    'sold 零售 $money $means',
  ],
  // so many for so much now
  [
    '$WHO(?:的|那)(?:那?[个单笔份]|单子|订单)?(?:要|想)?(?:改成|改为|换成|变成)(?:了)?(?<rest>$COUNTED(?=[^\\n]*\\d)[^\\n]{2,30})',
    'order',
    'amended $rest',
  ],
  ['$SOMEBODY[\\s,，:：、]+(?<rest>$COUNTED[^\\n]{3,80})', 'order', 'sold $rest'],
  ['$FRONT卖(?:出去?|掉|了|出)*(?:了)?(?<rest>$COUNTED[^\\n]{3,80})', 'order', 'sold $rest $day'],
  [
    '$FRONT(?:收|进账|入账)(?:了)?$FIGURE(?:现金|微信|支付宝)?[\\s,，]*(?:是)?卖(?:了|掉|出去?)*(?<rest>$COUNTED[^\\n\\d]{2,30})',
    'order',
    'sold $rest $money 付款 $day',
  ],
  // money came, and nobody says whose
  [
    '$CAME(?<rest>一半|[一二三四五六七八九]成)(?:的?(?:定金|订金|货款|钱|款))?(?:了)?',
    'order',
    'unnamed 付了$rest',
    'loose',
  ],
  [
    '$CAME(?:的)?(?:定金|订金|首款|首付款?|预付款?)?$SEP$MONEY(?:的?(?:定金|订金|首款|首付款?|预付款?|押金))?(?:了)?',
    'order',
    'unnamed 付款 $money',
    'loose',
  ],
]);
