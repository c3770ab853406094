import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const parts = {
  ...pieces,
  SHOP: '(?:我们?|咱们?|本店|小店|店里|店铺?|门店)?(?:的)?',
  DAYS: '(?:每天|天天|工作日|平时|周末|(?:周|星期|礼拜)[一二三四五六日天](?:(?:到|至|-|~|和|、)?(?:周|星期|礼拜)?[一二三四五六日天]){0,6})',
  CLOCK:
    '(?:早上|上午|中午|下午|晚上|早|晚)?(?:\\d{1,2}(?:[:：点.](?:半|\\d{1,2}分?)?)?|[一二两三四五六七八九十]{1,3}点半?)',
  OPEN: '(?:营业|开门|开店|上班)',
  /** From when on is now, and that it was otherwise. */
  NOW: '(?:(?:从|打)?(?:现在|今天|今)(?:起|开始)|以后|今后|往后|现在)?[，,]?(?:都|就)?',
  CHANGED: '(?:改成了?|改为了?|改到|改|调成|调到|调整为|调整到|调整成|换成|变成|延长到|是|从)?',
};

/** A ticket by its number, which are late, and the hours in which their clocks run. */
export const tickets: Rule[] = rulesOf(parts, [
  // the hours we keep, told: none of being away
  [
    '$NOW$SHOP(?:营业|上班|开店|开门)时间(?:改|调|换|变|调整|更新)?(?:一下|了)?$SEP(?:改成|改为|改到|设为|设成|调整为|调整到|调整成|调成|成|为|到|调到|变成|变为|换成|是|为)?$SEP(?<when>(?:$DAYS$SEP)?$CLOCK(?:到|至|-|~)$CLOCK)',
    'hours',
    '$when',
  ],
  [
    '$SHOP(?:把)?(?<days>$DAYS)的?(?:营业|上班|开门)时间(?:改成|改为|改到|调成|调到|换成|设为|设成|是|为)?$SEP(?<when>$CLOCK(?:到|至|-|~)$CLOCK)',
    'hours',
    '$days $when',
  ],
  [
    '$NOW$SHOP$NOW$CHANGED(?<days>$DAYS)?(?:都)?$SEP$CHANGED$SEP(?<when>$CLOCK(?:到|至|-|~)$CLOCK)(?:都|才)?$OPEN(?:了|啦)?',
    'hours',
    '$days $when',
  ],
  [
    '$NOW$SHOP$NOW$CHANGED(?<days>$DAYS)?(?:都)?$SEP$CHANGED(?<from>$CLOCK)(?:开始)?$OPEN$SEP(?:到)?(?<to>$CLOCK)(?:关门|打烊|下班|关店)',
    'hours',
    '$days $from-$to',
  ],
  // the other end of these days is the one they have
  [
    '$SHOP(?:每个?|逢)(?<days>$DAYS)(?:都|就)?$SEP(?<time>$CLOCK)(?:就)?(?:关门|打烊|下班|关店)',
    'hours',
    'closing $time $days',
  ],
  ['$SHOP(?:每个?|逢)(?<days>$DAYS)(?:都|才)?$SEP(?<time>$CLOCK)(?:才|开始)?$OPEN', 'hours', 'opening $time $days'],
  ['$SHOP(?:每个?|逢)(?<days>$DAYS)(?:都)?(?:休息|不营业|不开门|关门|不上班|公休|店休)', 'hours', '$days 休息'],
  // open on one more day, with the hours of the others
  ['$SHOP(?:每个?|逢)?(?<days>$DAYS)(?:也|都|照常|正常)?$OPEN', 'hours', 'also $days'],
  ['(?:看看?|查看|打开)?(?:一下)?(?:售后|工单)(?:单)?\\s?#?(?<no>\\d{1,9})号?', 'ticket', '$no'],
  [
    '把?(?:售后|工单)(?:单)?\\s?#?(?<no>\\d{1,9})号?\\s?(?:是|设为|改为|改成|标为|标成)?(?<what>紧急|加急|高|普通|低|投诉|咨询|退换货)',
    'ticket',
    '$no $what',
    'sure',
  ],
  [
    '把?(?:售后|工单)(?:单)?\\s?#?(?<no>\\d{1,9})号?(?:先|在)?(?<what>挂起|等客户回复|等对方回复|等客户)(?:吧|了|呢)?',
    'ticket',
    '$no $what',
    'sure',
  ],
  // how soon customers are answered stands in the week
  [
    '(?:(?:我们?|咱们?|我|这周|本周|这个星期|最近|现在|平均|一般)(?:的)?)*(?:回复|回)(?:客户|客人|消息|顾客)?的?(?:速度)?(?:得)?(?:有)?(?:多快|快吗|快不快|够快吗|及时吗|及不及时|多久|怎么样)',
    'status',
  ],
  // how urgent somebody's is
  [
    '(?:[把将])?$WHO的?(?:售后|工单|投诉)(?:单)?(?:设为|设成|改为|改成|标为|标成|标记为|调为|调成)(?<what>紧急|加急|高|普通|低)(?:优先级?)?(?:吧|了)?',
    'ticket',
    '$what',
  ],
  [
    '(?:有(?:哪些|什么|没有)?)?(?:超时|逾期)(?:了)?的?(?:售后|工单)(?:有哪些|吗)?|(?:哪些|有)(?:售后|工单)(?:超时|逾期)了?(?:吗)?',
    'tickets',
    '超时',
  ],
  [
    '(?:我们?)?(?:这个月|本月|下个月|下月|接下来几个月|这几个月|最近)(?:大概|还|估计|预计|大约)*(?:能|会|可以)(?:有|进|收|赚|入账|来|回款)?(?:账|到|入)?多少(?:钱|收入|款|销售额)?(?:呢|吗)?',
    'forecast',
  ],
  ['(?:看看?|查看)?(?:收入|销售|业绩)预测', 'forecast'],
  ['(?:看看?|查看|我的|我们的)?(?:营业|上班)时间(?:是?(?:几点|什么时候|多少))?', 'hours'],
  [
    '(?:我们|咱们|店里?)?(?:今天|明天|后天|现在|周末|周[一二三四五六日天])?(?:几点|什么时候|多早|多晚)(?:开始)?(?:开门|关门|营业|打烊|上班|下班)',
    'hours',
  ],
  [
    '(?:我们|咱们|店里?)?(?:今天|明天|后天|现在|周末|周[一二三四五六日天])(?:还)?(?:营业|开门|上班|开)(?:吗|么|不|没)?',
    'hours',
  ],
]);
