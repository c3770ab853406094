import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Somebody: looked at, and changed. */
export const people: Rule[] = rulesOf(pieces, [
  [
    '$WHO的?(?:$PHONE|$MAIL|微信号?|地址|生日|联系方式|资料|信息|详情|城市)(?:是)?(?:多少|什么|几号|哪里|哪|啥|在哪)?(?:来着)?',
    'contact',
  ],
  [
    '(?:看看?|查看?|打开|找|找找|显示|搜|调出)(?:一下|下|看)?(?:客户)?$WHO(?:的)?(?:$PHONE|$MAIL|资料|信息|详情|情况|卡片|联系方式)?|(?<who2>\\p{Script=Han}{2,4}?)是谁|谁是(?<who3>\\p{Script=Han}{2,4}?)|怎么联系(?<who4>\\p{Script=Han}{2,4}?)|有(?<who5>\\p{Script=Han}{2,4}?)的?(?:$PHONE|联系方式|微信|邮箱)(?:吗|么)',
    'contact',
  ],
  [
    '$WHO(?:上次|最近|昨天|今天|之前|刚才|都|跟我)*(?:说|问|讲|写|要|买|聊|发|回)(?:了|过)?(?:些)?(?:什么|啥|哪些东西)(?:来着|了)?|(?:看看?|查看?|打开|翻)(?:一下|下)?(?:和|跟|与)?(?<who2>\\p{Script=Han}{2,4}?)的?(?:聊天记录|聊天|记录|历史|往来|对话|消息|时间线)|(?:和|跟)?(?<who3>\\p{Script=Han}{2,4}?)的?(?:聊天记录|历史记录|往来|历史)',
    'timeline',
  ],
  ['(?:[把将给])?$WHO的?(?:新)?$PHONE(?:号码?)?$CHANGED$NUMBER(?:了)?', 'edit', '电话改成$phone'],
  ['(?:[把将给])?$WHO的?(?:新)?$MAIL$CHANGED$ADDRESS(?:了)?', 'edit', '邮箱改成$mail'],
  [
    '$WHO(?:换|改|更换|变)(?:了)?(?:个|新)?(?:手机号码?|电话号码?|号码?|手机|电话)(?:了)?$SEP(?:(?:新)?(?:号码?|电话|手机)?(?:现在)?(?:是|为|改成|变成)?)$SEP$NUMBER',
    'edit',
    '电话改成$phone',
  ],
  [
    '$WHO(?:换|改|更换)(?:了)?(?:个|新)?$MAIL(?:了)?$SEP(?:(?:新)?(?:的|邮箱)?(?:现在)?(?:是|为|改成|变成)?)$SEP$ADDRESS',
    'edit',
    '邮箱改成$mail',
  ],
  ['(?:给)?$WHO(?:加|添加|补|补上|存)(?:一?个|上|一下)?(?:新)?(?:$PHONE|号)?$SEP$NUMBER', 'edit', '电话 $phone'],
  ['$WHO(?:的)?新$PHONE(?:号码?)?$SEP$NUMBER', 'edit', '电话改成$phone'],
  ['$WHO的?$PHONE(?:号码?)?$SEP$NUMBER', 'edit', '电话 $phone'],
  ['$WHO的?$MAIL$SEP$ADDRESS', 'edit', '邮箱 $mail'],
  ['(?:给)?$WHO(?:加|添加|补|补上|存)(?:一?个|上|一下)?$MAIL?$SEP$ADDRESS', 'edit', '邮箱 $mail'],
  ['$WHO的?(?:新)?(?:微信号?|vx|VX)$CHANGED(?<value>[A-Za-z0-9_-]{4,30})', 'edit', '微信 $value'],
  ['$WHO的?(?:新)?(?:收货)?地址$CHANGED(?<value>\\S.{3,80})', 'edit', '地址: $value'],
  ['$WHO的?生日$CHANGED(?<value>\\S.{1,30})', 'edit', '生日: $value'],
  [
    "$WHO(?:已经)?(?:改名|更名|改了名|改名字)(?:字)?(?:了)?$SEP(?:现在)?(?:叫做?|为|成|改叫|是)?$SEP(?<name>\\p{Script=Han}{2,8}|[A-Za-z][A-Za-z .'’-]{1,40})(?:了)?",
    'rename',
    '$name',
  ],
  [
    "(?:[把将])?$WHO(?:的)?(?:名字|姓名|称呼)?(?:改成|改为|改叫|改名为|改名叫|改名成|更正为|现在叫|全名是|全名叫|真名叫|真名是|大名叫)(?<name>\\p{Script=Han}{2,8}|[A-Za-z][A-Za-z .'’-]{1,40})(?:了)?",
    'rename',
    '$name',
  ],
  [
    '$WHO(?:已经)?(?:搬家?到|搬去|搬家去|调到|现在在|住在|住|人在|常住|来自)(?:了)?(?<city>\\p{Script=Han}{2,6}?)(?:市)?(?:去|那边|工作|住)?(?:了)?',
    'city',
    '$city',
  ],
]);
