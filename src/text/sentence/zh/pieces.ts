/** What stands for $NAME in the patterns of this language. */
export const pieces = {
  WHO: "(?<who>\\p{Script=Han}{2,4}?(?:さん|さま|くん|ちゃん)?|(?!\\p{Script=Han})\\p{L}(?:(?!\\p{Script=Han})[\\p{L} .'’-]){0,30}?(?:先生|女士|小姐|老师|总|哥|姐|様)?)",
  REST: '(?<rest>[\\s\\S]+?)',
  /** What is said to somebody, whole: marks of a quotation are none of it only where they stand around all of it. */
  SAID: '(?:[“「"](?<quoted>[^“”「」"]+)[”」"]|(?<rest>[\\s\\S]+))',
  /** 说 begins with these what is said: 说好的, 说不定. */
  STAYS: '(?:好的|好了|实话|真的|不定|不准|不好|到做到|来话长)',
  SEP: '[\\s,，:：、]*',
  /** A reason is parted from what happened. */
  WHY: '(?:[\\s,，:：、]+(?:因为|由于|原因是?|说)?|(?:因为|由于|原因是?))',
  THING: '(?<thing>[\\p{L}\\p{N}]{1,20}?)',
  NOW: '(?:这一?次|今天|今晚|明天|这周|本周|这个?星期|下周|这个?月|本月)',
  /** What is not to be reminded of. */
  UNDENIED: '(?<!别|别再|不要|不要再|不用|不用再|不必|没|没有|不会|谁)',
  PHONE: '(?:联系电话|电话号码|手机号码|手机号|电话|手机|号码|座机)',
  MAIL: '(?:电子邮箱|邮箱地址|邮箱|邮件地址|邮件|email|Email)',
  CHANGED: '[\\s]*(?:改成了?|改为了?|换成了?|换为|变成了?|更新为|更新成|现在是|应该是|是|:|：|=|→)[\\s]*',
  NUMBER: '(?<phone>[+(（]?\\d[\\d ()（）+-]{5,20})',
  ADDRESS: '(?<mail>[^\\s@]+@[^\\s@]+)',
  MONEY:
    '(?<money>[¥￥$€£]?\\s?[\\d一二三四五六七八九十百千万两零〇][\\d.,，一二三四五六七八九十百千万两零〇wWkK]*\\s?(?:万|千|块钱?|元|美元|欧元|英镑|刀)?)',
  UNSEEN: '(?:都)?(?:没|未)(?:有)?(?:来|买|联系|下单|消息|出现|消费)(?:过)?(?:东西)?(?:了)?(?:的)?',
  WHEN: '(?<when>(?:[今明后大下周星礼本\\d]|早上|晚上|上午|下午|中午|一会|待会)(?:(?!提醒|记得|别忘|叫我|喊我).){0,14}?)',
  WHAT: '(?:什么|哪些|哪几个|哪个|哪位|哪几位|谁|啥|多少|几[个位条单件张]?|有没有|有无|还有|看看|看一?下|查一?下|查看|列出|列一下|给我看|显示|我的|所有|全部)',
  /** No city is written with these: 没买的有谁, 一共有多少客户. */
  CITYHAN: '(?:(?![一两几没不买卖了过还谁我们总欠付退钱款货单要想客户人新老的])\\p{Script=Han})',
  CLIENT: '(?:客户|顾客|客人|买家|联系人|人)',
};
