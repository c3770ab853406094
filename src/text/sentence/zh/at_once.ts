import { type Rule, rulesOf } from '../rule.ts';
import { MANY } from './many.ts';
import { pieces } from './pieces.ts';

const ASKED = '(?:请|麻烦|帮我|我想|我要|替我|把|给|为|对|将)*';
/** One of them is no many: 这个客户. */
const ALL = `(?!.{0,12}(?:[这那某]个|[这那某]位))${MANY}`;
const TAG = '[「“"]?[#＃]?(?<tag>(?![标的打加贴])[\\p{L}\\p{N}_-]{1,12}?)[」”"]?';
const PUT = '(?:打|加|贴|标|添加|上|设)(?:上|了|个)*(?:一个)?';
const ENDED = '(?:了|吧|掉|一下)*';
const OFF = '(?:去掉|删掉|删除|移除|拿掉|取消|清掉|撤掉|摘掉|删|去)';
const EVERYBODY = '(?:所有人|所有(?:的)?$CLIENT|全部(?:的)?$CLIENT|大家|每个(?:人|$CLIENT))(?:身上|那里|那儿)?(?:的)?';
/** Those who have a tag, said with the word for it or with its sign. */
const TAGGED =
  '(?:标签(?:是|为|叫|有)?[\\s：:]*[「“"#＃]?(?<label>[\\p{L}\\p{N}_-]{1,12}?)[」”"]?的(?:$CLIENT)?(?:们)?|(?:有|带|打了|标了)?[「“"]?(?<label2>[\\p{L}\\p{N}_-]{1,12}?)[」”"]?\\s?(?:这个)?标签的(?:$CLIENT)?(?:们)?|[#＃](?<tag>[\\p{L}\\p{N}_-]{1,12}?)\\s?(?:的)?(?:$CLIENT)?(?:们)?)';
const AGREED =
  '(?:都|全都|全部|也)*(?<rest>(?!不)[^，,。？?\\n不没]{0,14}?(?:同意|答应|愿意|订阅|想收)(?:了)?[^，,。？?\\n]{0,8}?';
const NEWS = '(?:资讯|新闻|消息|订阅|通讯)';
const OFFERS = '(?:优惠|促销|活动|折扣|广告)';

const SOMEBODY = '(?:只要|每当|如果|当)?(?:有人|谁|大家|新?(?:$CLIENT))(?:要是|如果)?';
const GOODS = '(?<goods>(?![第首多少几了过东])(?:(?![，,。：:？?\\s就后的])[\\p{L}\\p{N}]){2,12}?)';
const THEN = '(?:的话|以后|之后|后|就|，|,|、|\\s|自动|都|给[他她]们?)*';
/** What they get then is what the follow-up is called: its words are still to be written. */
const SENT =
  '(?<rest>(?:第?[\\d一二两三四五六七八九十隔]{1,3}[天周个月小时]{1,3}(?:以?后)?|自动|再)*(?:给[他她]们?)?(?:发|送|推送|回访)[^\\n“”"？?]{1,30})';

/** What is done to many of the house at once: a tag put on or taken off, and that they agreed. Each asks first, with how many. */
export const atOnce: Rule[] = rulesOf(pieces, [
  // 买过龙井的都打个标签 老客; 把所有会员都标成 VIP
  [`${ASKED}${ALL}(?:全|都|统一|各|每人)*${PUT}标签[\\s：:，,是为叫]*${TAG}${ENDED}`, 'tagall', '#$tag 给 $people'],
  [`${ASKED}${ALL}(?:全|都|统一|各|每人)*${PUT}[\\s]*${TAG}的?标签${ENDED}`, 'tagall', '#$tag 给 $people'],
  [`${ASKED}${ALL}(?:全|都|统一)*(?:标记?|打标|归)[成为到]\\s*${TAG}${ENDED}`, 'tagall', '#$tag 给 $people'],
  // taken off: of everybody it is whoever has it
  [
    `${ASKED}(?:标签\\s?)?${TAG}(?:这个)?(?:的)?标签(?:从|在)?${EVERYBODY}(?:都|全)*${OFF}${ENDED}`,
    'tagall',
    '-#$tag 给 #$tag',
  ],
  [`${ASKED}标签\\s?${TAG}从${EVERYBODY}(?:都|全)*${OFF}${ENDED}`, 'tagall', '-#$tag 给 #$tag'],
  [`${ASKED}${EVERYBODY}(?:标签)\\s?${TAG}\\s?(?:都|全)*${OFF}${ENDED}`, 'tagall', '-#$tag 给 #$tag'],
  [`${ASKED}${EVERYBODY}${TAG}(?:这个)?标签(?:都|全)*${OFF}${ENDED}`, 'tagall', '-#$tag 给 #$tag'],
  [
    `${OFF}${EVERYBODY}(?:标签\\s?${TAG}|[「“"#＃]*(?<tag2>[\\p{L}\\p{N}_-]{1,12}?)[」”"]?(?:这个)?标签)${ENDED}`,
    'tagall',
    '-#$tag$tag2 给 #$tag$tag2',
  ],
  // 有人买了龙井就第二天发一条感谢
  [
    `${ASKED}${SOMEBODY}(?:买|购买|订|拍)(?:了|过|下了|下)*${GOODS}${THEN}${SENT}`,
    'sequence',
    '新建 “$rest” 当 买了 $goods',
  ],
  [
    `${ASKED}${SOMEBODY}(?<nth>第一次|首次|第二次|第三次)(?:下单|购买|买东西|买)(?:了|过)?${THEN}${SENT}`,
    'sequence',
    '新建 “$rest” 当 $nth下单',
  ],
  [
    `${ASKED}新(?:来的?|加的?)?(?:$CLIENT)(?:加进来|进来|来|添加|加入)(?:了)?${THEN}${SENT}`,
    'sequence',
    '新建 “$rest”',
  ],
  // whoever has a tag agreed
  ...(
    [
      [`${NEWS}(?:和|跟|、)${OFFERS}|${OFFERS}(?:和|跟|、)${NEWS}`, ''],
      [NEWS, '资讯 '],
      [OFFERS, '优惠 '],
    ] as const
  ).map(
    ([what, purpose]) =>
      [
        `${TAGGED}${AGREED}(?:${what})[^，,。？?\\n]{0,10})`,
        'consentall',
        `${purpose}$rest 给 #$label$label2$tag`,
      ] as const,
  ),
  ...(
    [
      [NEWS, '资讯 '],
      [OFFERS, '优惠 '],
    ] as const
  ).map(
    ([what, purpose]) =>
      [
        `(?<from>[^，,。\\n同意不没]{2,16}?)(?:都|全都|全部)(?<rest>(?:在[^，,。]{1,6})?(?:同意|愿意)(?:了)?[^，,。？?\\n]{0,8}?(?:${what})(?:了)?)[\\s，,]*标签(?:是|为|叫)?[\\s：:]*[「“"#＃]?(?<label>[\\p{L}\\p{N}_-]{1,12}?)[」”"]?`,
        'consentall',
        `${purpose}$from$rest 给 #$label`,
      ] as const,
  ),
]);
