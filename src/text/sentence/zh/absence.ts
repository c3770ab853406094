import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const parts = {
  ...pieces,
  /** Whoever is away: the writer, or their business. */
  US: '(?:我们?|咱们?|本店|小店|店里|店|门店|公司|工作室)?',
  GONE: '(?:休息|休年?假|放假|请假|外出|出差|出门|出去|不在(?:店里?|家里?|公司|办公室|工作室)?|关门|关店|歇业|店休|公休|闭店|停业|暂停营业|不营业|不上班|不开(?:门|店)?|不接单|休)',
  WILL: '(?:要|想|会|得|都|准备|打算|可能)?',
  /** Why, or where to: 有事, 去看展. */
  WHY: '(?:(?:$SICK|(?:有事|有点事|要去|去|回)[^\\n,，。]{0,10}?)[\\s,，]*)?',
  SICK: '(?:[我人]|身体|有点儿?|感觉|突然|今天){0,3}(?:不太?舒服|不适|生病|病|感冒|发烧|难受|拉肚子|[肚头]子?[疼痛])(?:了)?',
  /** Nothing but days and parts of them: behind a name it would be somebody else who is away. */
  THEN: '(?<then>(?=[今明后大下周星礼这本\\d一二三四五六七八九十腊正初])[今明后大下上这本个周星期礼拜月年天日号初底末早晚午中两一二三四五六七八九十廿腊正\\d\\s点半:：.．/／和与跟、及,，到至~～–—-]{2,26}?)',
  LONG: '(?<long>[一两二三四五六七八九十\\d]{1,2}个?(?:天|周|星期|礼拜|月))',
  FESTIVAL:
    '(?:春节|新年|过年|元旦|国庆|中秋|端午|清明|五一|十一|劳动节|圣诞|元宵|年假|暑假|寒假|年底|年终|盘点|装修)(?:节|期间|假期)?',
};

/** Being away, and back. */
export const absence: Rule[] = rulesOf(parts, [
  // 下午不在，六点回来
  [
    '(?:我)?(?<when>上午|下午|中午|晚上|今天(?:上午|下午|晚上)?|明天(?:上午|下午|晚上)?)(?:我)?(?:不在|出去|出门|外出|有事|出差)(?:一趟|一下)?[\\s,，]*(?<back>.{1,8}?)(?:才|再|就)?(?:回来|回店|回)(?:了)?',
    'away',
    '$when到$back',
  ],
  // 二月八号到十五号回老家，不接单
  [
    '$US(?:从)?(?<when>[\\d一二三四五六七八九十腊正初][^\\s,，。]{0,12}(?:到|至|-|–|~|～)[^\\s,，。]{0,10}?[号日天一二三四五六七八九十])(?:要|得|去|回|会)?[^\\n,，。]{0,10}[\\s,，]*(?:不发货|$GONE)(?:了)?',
    'away',
    '$when',
  ],
  // 国庆1号到7号: the month is the festival's
  ...(
    [
      ['国庆节?', '10'],
      ['元旦', '1'],
      ['(?:劳动节|五一)', '5'],
    ] as const
  ).map(
    ([festival, month]) =>
      [
        `$US${festival}(?:期间|假期)?$US(?<from>\\d{1,2})[号日]?(?:到|至|-|–|~|～)(?<to>\\d{1,2})[号日]$US$WILL(?:不发货|$GONE)(?:了)?`,
        'away',
        `${month}月$from日到${month}月$to日`,
      ] as const,
  ),
  ['$US(?:从)?(?<when>[今明后大下周星礼\\d].{0,8}?)(?:开始|起)$WILL$GONE(?<long>.{0,8})', 'away', '$when起$long'],
  // open on these days is not away until then: only what says back, or a single day
  ['$US(?:要|会|得)?(?:到)?$THEN(?:才|再|就)?(?:能)?(?:回来|回店|回去|复工)', 'away', '到$then'],
  ['$US(?:要|会|得)?(?:到)?$THEN(?:(?:才|再)(?:能)?|就能)(?:开门|上班|营业)', 'away', '到$then'],
  // one day off said today is today, not until this time tomorrow
  ['$US(?<when>今[天日]|明[天日])$US$WILL$WHY$GONE[一1]天', 'away', '$when'],
  ['$US(?:$SICK[\\s,，]*)(?<when>今[天日]|明[天日])$US$WILL$GONE(?:[一1]天)?(?:了)?', 'away', '$when'],
  ['$US$SICK[\\s,，]*$US$WILL$GONE[一1]天', 'away', '今天'],
  ['$US(?:从)?$THEN$US$WILL$WHY$GONE$LONG', 'away', '$then起$long'],
  // 春节初一到初七关门
  ['$US$FESTIVAL$US(?:从)?$THEN$US$WILL$GONE(?:了)?', 'away', '$then'],
  [
    '$US(?:从)?$THEN$US$WILL$WHY$GONE(?:了)?(?:[\\s,，。]*(?:请|帮我|记得|给我)?(?:开启?|打开|设|设置|弄|来)?(?:一?下|个|上)?自动回复(?:一?下|开|开着|打开|开一下)?(?:吧)?)?',
    'away',
    '$then',
  ],
  // several days of a fair, and no meeting at one hour
  [
    '$US(?:从)?$THEN(?<=(?:到|至|~|～|–|—|-)[^到至~～–—-]{0,9}[号日天末一二三四五六])$US$WILL(?:(?:去|在|到)[^\\n,，。\\d]{0,8}?)?(?:参展|开会|培训|参加[^\\n,，。]{1,8}|看展|学习|旅游|旅行|度假|摆摊|赶集|布展)',
    'away',
    '$then',
  ],
  [
    '$US(?:$FESTIVAL)?$WILL$GONE[\\s:：,，]*(?:时间)?[\\s:：]*(?<when>到?(?!(?<=(?:年|节|庆|旦|秋|午|明|诞|宵|一|暑假|寒假)(?:节|期间|假期)?[^\\s]{1,4}[\\s:：,，]*)[\\d一二两三四五六七八九十]{1,2}天).{1,20})',
    'away',
    '$when',
  ],
  ['$US(?<when>$FESTIVAL)(?:那天|当天|这天)?$US$WILL$GONE', 'away', '$when'],
  // as many days as everybody has off then
  ['$US国庆节?(?:期间|假期)?$US$WILL$GONE[7七]天', 'away', '国庆'],
  ['$US(?<when>$FESTIVAL)$US$WILL$GONE(?<long>[一两二三四五六\\d]{1,2}天)', 'away', '$when$long'],
]);
