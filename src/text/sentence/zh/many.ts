import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Many people at once: one person is answered, and gets no campaign. */
export const MANY =
  '(?<people>所有人|所有(?:的)?$CLIENT|全部(?:的)?$CLIENT|大家|全体(?:$CLIENT)?|每个(?:$CLIENT)|(?![那这某]|一[个位])[^，,。：:\\s]{1,16}?(?:$CLIENT)们?|(?:$CLIENT)们|[^，,。：:\\s]{0,16}?(?:老客|新客|熟客|会员|粉丝|回头客|vip|VIP)们?|[^，,。：:\\s]{0,8}(?:买|下单|没来|消费|生日)[^，,。：:\\s]{0,14}的(?:$CLIENT)?|[#＃][\\p{L}\\p{N}_-]{1,20})';
const ASKED = '(?:请|麻烦|帮我|我想|我要|我得|想|要|替我){0,2}';
/** What is written to them. */
const WHAT =
  '(?<what>[^，,。：:\\s]{0,12}?(?:优惠|活动|新品|上新|消息|资讯|邮件|(?<way>短信|微信|企微)|通知|广告|信|祝福|公告|促销|折扣|预告|问候))';
const ONE = '(?:一?[个封条次份下波轮]|些)?';

/** What leaves people out: no text to them begins or ends with it. */
const BUT =
  '(?:但是?|不过)?(?:除了|除开|除去|除(?!夕|尘|湿|旧|非)|不包括|不含|排除|去掉|(?:别|不要|不用|先别|不)(?:再)?(?:发给|告诉|通知|给|发)|(?<=但|但是|不过)不要|不要(?=\\s?[#＃]))';
/** Whom, behind it. */
const OUT = '(?<but>[^，,。：:()（）\\s]{1,30}?(?:、[^，,。：:()（）\\s]{1,12}?){0,4}?)(?:以外|之外)?';
/** What begins a sentence, and is part of no name. */
const BEGINS =
  '(?=(?:我们?|咱们?|本店|小店|店里|新[品茶款货]|(?:今|明|后)[天晚早]|[本这下]周|周[一二三四五六日末天]|星期|国庆|中秋|春节|元旦|端午|清明|五一|十一))';
/** Words to them: whom they go to is said in full before them. */
const TITLE = `(?!的)(?![\\s（(]{0,3}(?:${BUT}|[#＃]|但|不过|(?<![：:，,]\\s?)[和跟或及、]|以及|或者|还有))(?![\\s\\S]*[，,（(\\s]${BUT}[^，,。：:]{1,20}$)(?<title>[^，,。！!？?：:\\s]{2,20})(?<tail>[\\s\\S]{0,160}?)`;

/** Words that may say whom they go to, or go on with that: whoever makes a draft of them looks what they name (`leftOpen`). */
const OPEN = '(?!的)(?<title>[^，,。！!？?：:\\s]{2,20})(?<tail>[\\s\\S]{0,160}?)';

/** Behind whom: which of them, when, or by what, and never what is said to them; nor the rest of their word (老客|户). */
const HEAD = '(?!的|户|群发)(?<head>(?:[^\\n：:（）()]|[：:](?=\\d)){2,40}?)';
const COLON = '\\s?[：:](?!\\d)\\s?';

/** What nobody who said no wants any more. */
const SENT = '(?:(?:任何|我们的|这些)?(?:邮件|短信|消息|信息|广告|优惠|资讯|推广|推送|群发|促销|东西)(?:和|、)?){0,2}';
const ENDED = '(?:了|啦|吧|一下|掉)*';

/** What goes to many: campaigns, follow-ups and posts, which only shows or makes a draft. */
export const many: Rule[] = rulesOf(pieces, [
  // 中秋节给大家发个祝福
  [
    `${ASKED}(?<feast>中秋节?|国庆节?|春节|新年|元旦|端午节?|元宵节?|七夕|圣诞节?|教师节|母亲节|父亲节|妇女节|过年)(?:的时候|那天|到了|快到了)?[，,\\s]?(?:给|向|对)${MANY}(?:群发|(?<!群)发送?|送)${ONE}(?:祝福|问候|贺卡|祝贺)(?:短信|消息|微信)?(?:吧)?`,
    'campaign',
    '新建 $feast祝福 给 $people',
  ],
  [
    `${ASKED}(?:给|向|对)?(?:过生日|生日)的?(?:$CLIENT)(?:自动)?(?:发|送)${ONE}(?:生日)?祝福|${ASKED}(?:自动)?(?:发|送)${ONE}生日祝福`,
    'sequence',
    '生日',
  ],
  [
    `${ASKED}(?:给|提醒|催)(?:一下)?(?:没有?|未)(?:付款|付钱|结账)的?(?:$CLIENT)?(?:自动)?(?:提醒|催)?(?:一下|付款)?`,
    'sequence',
    '购物车',
  ],
  [
    `${ASKED}(?:给|对)?新(?:的)?(?:$CLIENT)(?:都|就|一来|来了|下单|首单|首次下单|第一次下单)?(?:后|就|都|要)?(?:自动)(?:发送?|送|推送)${ONE}[^\\n\\s，,：:说]{0,12}?`,
    'sequence',
  ],
  [
    `${ASKED}(?:(?:群?发|用)?(?<way>短信|微信|企微)\\s?)?(?:群发|发|说|通知|告诉)(?:给|一下)?(?!给?(?:所有人|大家|全体)(?!\\s?[：:]))${MANY}${COLON}${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  // 买过龙井的都通知一下 明天开始八折
  [
    `${ASKED}(?:把|给|跟)?(?<people>[^，,。：:\\s]{0,8}(?:买|下单|没来|消费|来)[^，,。：:\\s]{0,14}的(?:所有|全部)?(?:$CLIENT)?|所有(?:的)?$CLIENT|大家|(?:老客户?|老顾客|新客户?|熟客|常客|会员|回头客|vip|VIP)们?)(?:全|都|也|给我)*(?:通知|告诉|说|群发|发送?)(?:一?[下声]|一?[个条份]?(?:消息|通知|(?<way>短信|微信|企微)|信息|优惠)|一遍)?(?:[\\s，,：:]+|说(?:一?声|一下)?[\\s，,：:]*)${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  // 群发给所有人，除了老客：新茶到了
  [
    `${ASKED}(?:(?:群?发|用)?(?<way>短信|微信|企微)\\s?)?(?:群发|发|说|通知|告诉)(?:给|一下)?${MANY}[\\s，,（(]{0,2}${BUT}\\s?${OUT}[）)]?(?:\\s?[：:，,]\\s?|\\s|${BEGINS})${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people 除了 $but\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)${MANY}(?:群发|(?<!群)发)${ONE}(?:消息|邮件|(?<way>短信|微信|企微)|通知|信)?[\\s，,（(]{0,2}${BUT}\\s?${OUT}[）)]?(?:\\s?[：:，,]\\s?|\\s|${BEGINS})${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people 除了 $but\n$title$tail',
  ],
  // 群发给所有人明天早上9点：新茶到了; 给老客（王强除外）发：新茶到了
  [
    `${ASKED}(?:(?:群?发|用)?(?<way>短信|微信|企微)\\s?)?(?:群发|发|说|通知|告诉)(?:给|一下)?${MANY}[\\s，,（(]{0,2}${HEAD}[）)]?${COLON}${OPEN}`,
    'campaign',
    '新建 by:$way $title 给: $people, $head\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)${MANY}[\\s，,（(]{0,2}${HEAD}[）)]?\\s?(?:群发|(?<!群)发)${ONE}(?:消息|邮件|(?<way>短信|微信|企微)|通知|信)?${COLON}${OPEN}`,
    'campaign',
    '新建 by:$way $title 给: $people, $head\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)${MANY}(?:群发|(?<!群)发)${ONE}(?:消息|邮件|(?<way>短信|微信|企微)|通知|信)?[\\s，,（(]{1,2}${HEAD}[）)]?${COLON}${OPEN}`,
    'campaign',
    '新建 by:$way $title 给: $people, $head\n$title$tail',
  ],
  // 群发给所有人：新茶到了，欢迎来尝
  [
    `${ASKED}(?:(?:群?发|用)?(?<way>短信|微信|企微)\\s?)?(?:群发|发|说|通知|告诉)(?:给|一下)?${MANY}\\s?[：:，,]?\\s?${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)${MANY}(?:群发|(?<!群)发)${ONE}(?:消息|邮件|(?<way>短信|微信|企微)|通知|信)?(?:说|[：:，,]|(?<=群发)(?=\\s))\\s?${TITLE}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)\\s?${MANY}\\s?(?:群发|(?<!群)发送?|推送?|写)${ONE}${WHAT}(?:吧)?`,
    'campaign',
    '新建 by:$way $what 给 $people',
  ],
  [
    `${ASKED}(?:群发|发送?|推送?|写)${ONE}${WHAT}(?:给|到)\\s?${MANY}(?:吧)?`,
    'campaign',
    '新建 by:$way $what 给 $people',
  ],
  [`${ASKED}群发(?:给|到)\\s?${MANY}(?:吧)?`, 'campaign', '新建 消息 给 $people'],
  [`${ASKED}群发(?:一下|下|一[个条封次])(?<what>[\\p{L}\\p{N}]{2,12}?)(?:吧)?`, 'campaign', '新建 $what'],
  [`(?:给|帮|把)?(?:客户|联系人)?$WHO(?:要|想|要求|说要|说)?退订${ENDED}`, 'unsubscribe'],
  [
    `(?:(?:以后|今后)?(?:请|就)?(?:别|不要|不用|停止)(?:再)?(?:给|向|对))$WHO(?:群发|发送?|推送?)${SENT}(?:了|啦|吧)`,
    'unsubscribe',
  ],
  [
    `(?:跟|给)?$WHO[\\s,，]*(?:那边)?(?:以后|今后)?(?:请|就|先)?(?:别|不要|不用|停止)(?:再)?(?:给|向|对)(?:[他她]|ta|TA)(?:群发|发送?|推送?)${SENT}(?:了|啦|吧)?`,
    'unsubscribe',
  ],
  [
    `$WHO(?:说|来电说|打电话说|告诉我)?(?:[他她])?(?:不想|不要|不愿意?)(?:再)?(?:收到?|接收|看到?)${SENT}(?:了|啦)?`,
    'unsubscribe',
  ],
  [
    `(?:把|将)$WHO从(?:群发|邮件|资讯|订阅|短信|发送|收件人)(?:的)?(?:名单|列表)?(?:里|中|上|里面)?(?:去掉|删掉|删除|移除|拿掉|移出|去除|剔除)${ENDED}`,
    'unsubscribe',
  ],
  ['停{1,4}(?:一?下|掉|发)?', 'stop'],
  [
    '[那这]?个?群发(?:的)?(?:先|都|就)?(?:别|不要|停|暂停)(?:再)?(?:发)?(?:了|吧|一下){0,2}|(?:先|都)?(?:别|不要|停止|暂停)(?:再)?群发(?:了|吧){0,2}',
    'stop',
  ],
  ['(?:看看?|查看?|查一?下)?(?:一下)?群发(?:的)?(?:效果|结果|情况|数据|反响|统计)(?:怎么?样|如何|咋样)?', 'campaign'],
  ['(?:看看?|查一?下)?(?:都)?(?:有)?谁(?:都)?(?<did>退订|举报)(?:了|过)?', 'campaign', '$did'],
  ['(?:看看?|查一?下)?(?:都)?(?:有)?谁(?:都)?点(?:了|过)(?:链接|邮件里的链接)?', 'campaign', '点了'],
  ['(?:看看?|查一?下)?(?:哪些|谁的)(?:邮件|邮箱|地址)?退信(?:了)?', 'campaign', '退信'],
  [
    '(?:看看?|查看?|查一?下)?(?:一下)?(?<name>(?!先?(?:别|不|停|暂停))[^，,。\\s]{1,20}?)(?:的)?群发(?:的)?(?:效果|结果|情况|数据|反响)?(?:怎么?样|如何|咋样|好不好)?(?:了|呢)?(?<!^.{0,20}群发)',
    'campaign',
    '$name',
  ],
  // 群发给所有人，陈静不用发：明天休息; 给所有人发个优惠，批发除外
  [
    `${ASKED}(?:(?:群?发|用)?(?<way>短信|微信|企微)\\s?)?(?:群发|发|说|通知|告诉)(?:给|一下)?${MANY}[\\s，,：:。；;…]{0,3}${OPEN}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)\\s?${MANY}\\s?(?:群发|发送?|推送?|写)${ONE}${WHAT}(?:吧)?[\\s，,：:。；;…]{0,3}${OPEN}`,
    'campaign',
    '新建 by:$way $what 给 $people\n$title$tail',
  ],
  [
    `${ASKED}(?:给|向|对)${MANY}(?:群发|(?<!群)发)${ONE}(?:消息|邮件|(?<way>短信|微信|企微)|通知|信)?(?:说|[：:，,])\\s?${OPEN}`,
    'campaign',
    '新建 by:$way $title 给 $people\n$title$tail',
  ],
  [
    `${ASKED}(?:群发|发送?|推送?|写)${ONE}${WHAT}(?:给|到)\\s?${MANY}(?:吧)?[\\s，,：:。；;…]{0,3}${OPEN}`,
    'campaign',
    '新建 by:$way $what 给 $people\n$title$tail',
  ],
  [`${ASKED}(?:群发|做${ONE}群发|发${ONE}群发|搞${ONE}群发)(?:一下|消息|邮件|短信|吧|怎么弄)?`, 'campaign'],
  [`${ASKED}(?:发|写|更新)${ONE}(?:朋友圈|小红书|微博|帖子?)(?:吧|怎么发)?`, 'post'],
  [
    `${ASKED}(?:发到?|写|更新)${ONE}(?<network>朋友圈|小红书|微博)(?:说)?\\s?[：:，,]?\\s?(?<text>[\\s\\S]{2,200}?)`,
    'post',
    '只发 $network：$text',
  ],
]);
