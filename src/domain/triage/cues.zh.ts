import { bearing } from './cues.ts';

/** How a Chinese message is built, whatever its words are about: simplified characters, Cantonese and dialect words beside the others. */
const FIGURE = '[一二两三四五六七八九十百半几\\d]';

const ASKS =
  /\?|(?:[吗呢么]|[^了也都就]不|没有?|冇|未|伐)(?=[,。!~ \n]|$)|有没有|有冇|阿有|能不能|能否|可不可以|可唔可以|要不要|是不是|行不行|会不会|多少|几[个点天号时多钱间岁]|多久|多大|多远|什么|怎么|怎样|咋|啥|哪[天个里家些种款边儿]|谁|点样|边度|几时|乜/;
/** Something that has been bought, booked or done here already. */
const TIED =
  /我的|我[家们]?[买订约定付下报交改寄那这]|[买订约定装修做送发换洗拍写报寄印刻给交付剪画弄改]好?[的嘅咗]|上[次回周月]|上个月|上礼拜|昨[天日]|前天|已经|还没|仲未|到现在|一直|又|刚|今天(?:早上|收)|收到|签收|你们?[说讲]|[说讲]好/;

const CUES: readonly (readonly [name: string, occurs: RegExp])[] = [
  ['asks', ASKS],
  ['tied', TIED],
  ['lasting', new RegExp(`${FIGURE}个?(?:天|日|小时|钟|分钟|星期|礼拜|周|月|年|遍|次|回)`)],
  [
    'clock',
    new RegExp(
      `${FIGURE}[点号]|[上下中]午|[早晚]上|今晚|(?:周|星期|礼拜)[一二三四五六日天末]|明[天早晚]|后天|听[日晚]`,
    ),
  ],
  ['sum', new RegExp(`${FIGURE}[块元百千万蚊毛]`)],
  ['not', /[不没未别唔冇甭勿]/],
  ['asks for', new RegExp(`请|麻烦|帮[我忙]|给我|唔该|劳驾|想[要买找请订约学做]|[要来](?:${FIGURE}|[个点])|留`)],
  ['was', /[了过咗]/],
  ['will', /想|打算|准备|明天|下周|下个?月|以后|到时|会|将/],
  ['you did', /(?:你们?|您|师傅|店员|老师|阿姨|司机|客服|[他她]们?)[^,。!?\n吗]{0,4}[说来做修装发送给没不让把拿]/],
  ['of others', /[他她]|师傅|小伙|姑娘|店员|司机|阿姨|大姐|老板娘|客服/],
  ['of ours', /我[妈爸家]|老婆|老公|孩子|儿子|女儿|奶奶|爷爷|婆婆|老人|娃|囡/],
  ['of you', /[你您恁侬]/],
  ['of me', /[我咱俺]|阿拉/],
  ['if', /如果|要是|的话|万一/],
  ['but', /但|就是|可[是惜]|不过|只是|却|结果|居然|竟/],
  ['so much', /太|真|超|特别|非常|很|极|死了|最|老[好香甜鲜]/],
  ['then', /^[那行好嗯对]|^可以|^就/],
];

/** The ways in which a message is built; Chinese only, in simplified characters. */
export const chineseCuesIn = (text: string): string[] => [
  bearing(text, ASKS, TIED),
  ...CUES.filter(([, occurs]) => occurs.test(text)).map(([name]) => name),
];
