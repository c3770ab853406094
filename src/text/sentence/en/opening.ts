import { type Rule, rulesOf } from '../rule.ts';

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m)?|noon)';
const parts = {
  DAYS: `(?:every ?day|daily|(?:on )?weekdays|weekends|${DAY}(?:\\s?(?:-|–|to|through|till|and|,)\\s?${DAY}){0,6})`,
  /** Of every week: one Friday alone is a day away. */
  WEEKLY: `(?:(?:every |each )(?:${DAY})|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)(?:(?:\\s?(?:-|–|,)\\s?|,? (?:and|to) )(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends)){0,5}`,
  CLOCK,
  US: "(?:(?:we|i|(?:the|our|my) (?:shop|store|studio))(?:['’]re|['’]m| are| am|['’]s| is| will be)? )?",
  HOURS: `${CLOCK}\\s?(?:-|–|to|till|until)\\s?${CLOCK}`,
};

/** The hours we keep, told: none of being away, and no task. */
export const opening: Rule[] = rulesOf(parts, [
  [
    '(?:(?:set|change) )?(?:(?:my|our|the) )?(?:opening|business|working|shop|office) hours(?: are| to)?\\s?:? ?(?<days>$DAYS)?(?: from)? ?(?<when>$HOURS)(?: (?:on )?(?<days2>$DAYS))?',
    'hours',
    '$days$days2 $when',
  ],
  [
    "(?:(?:we|i|(?:the|our|my) (?:shop|store|studio))(?:['’]re|['’]m| are| am|['’]s| is)? )?open(?: (?:on|from))? ?(?<days>$DAYS)?(?: from)? ?(?<when>$HOURS)(?: (?:on )?(?<days2>$DAYS))?",
    'hours',
    '$days$days2 $when',
  ],
  ['$US(?:always |usually )?(?:closed|shut|not open|never open) (?:on )?(?<days>$WEEKLY)', 'hours', '$days closed'],
  // the other end of these days is the one they have
  [
    '$US(?:close|closes|shut|shuts|finish) at (?<time>$CLOCK),? (?:on )?(?<days>$WEEKLY)',
    'hours',
    'closing $time $days',
  ],
  [
    '(?:on )?(?<days>$WEEKLY),? $US(?:close|closes|shut|shuts|finish) at (?<time>$CLOCK)',
    'hours',
    'closing $time $days',
  ],
  ['$US(?:open|opens|start) at (?<time>$CLOCK),? (?:on )?(?<days>$WEEKLY)', 'hours', 'opening $time $days'],
  ['(?:on )?(?<days>$WEEKLY),? $US(?:open|opens|start) at (?<time>$CLOCK)', 'hours', 'opening $time $days'],
]);
