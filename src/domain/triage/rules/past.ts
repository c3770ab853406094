const EVENT =
  '(?:event|wedding|party|show|exam|flight|interview|launch|meeting|call|funeral|concert|gig|presentation|ceremony|opening|match|race|recital|webinar|course|class|lesson|workshop|session|tour|talk|conference|train|fair|market|dinner|lunch|performance|birthday|baptism|christening|visit|trip|stay)';
const OVER =
  '(?:yesterday|last (?:night|week|weekend|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|the other (?:day|night|week)|earlier (?:today|this week)|this morning)';
const FINE =
  '(?:great|good|nice|lovely|fine|helpful|brilliant|excellent|wonderful|fantastic|amazing|awesome|perfect|superb|beautiful|fun|enjoyable|useful|interesting|inspiring|delicious|magical|memorable|unforgettable|incredible|fabulous|outstanding|special|well|smoothly|perfectly|brilliantly|beautifully)';
const HOW = '(?:really|so|very|just|absolutely|truly|pretty|all|such|quite|simply|a|an|super)';
const AT = '(?: (?:at|on|from|around) [\\w:.]{1,8}(?: ?[ap]\\.?m\\.?)?)?';

const EVENT_ZH =
  '(?:会议?|课|演出|婚礼|活动|直播|考试|比赛|面试|展会|宴会?|生日会?|聚会|讲座|沙龙|演唱会|音乐会|发布会|年会|派对|饭局|晚餐|午餐|表演|分享)';

/** An hour that is over: yesterday's meeting, the show at 8 last night; or of which nothing but good is told. */
export const overAndDone: readonly RegExp[] = [
  new RegExp(`\\b${EVENT}\\b${AT} ${OVER}\\b${AT}|\\b${OVER}(?:'s)? (?:\\w+ ){0,2}${EVENT}\\b${AT}`, 'gu'),
  new RegExp(
    `\\b${EVENT}\\b(?: (?!tonight|today|tomorrow|is|are|starts?|begins?|but|and|in)[\\w:.']+){0,6} (?:was|were|went) (?:${HOW} ){0,3}${FINE}\\b`,
    'gu',
  ),
  new RegExp(
    `(?:昨[天晚日夜]|前[天晚]|上个?(?:周|星期|礼拜)[一二三四五六日天]?|上[次回]|今早|刚才|刚刚)(?:早上|上午|中午|下午|晚上)?(?:[\\d一二三四五六七八九十:]{1,5}点?半?)?(?:的|那[场节次个])?\\p{Script=Han}{0,4}?${EVENT_ZH}(?![^,。!?]{0,6}(?:要用|急|等着))`,
    'gu',
  ),
];

/** Told of an event as over, with praise and nothing amiss. */
export const praisesPast = new RegExp(`\\b(?:was|were|went|has been) (?:${HOW} ){0,3}${FINE}\\b`, 'u');
