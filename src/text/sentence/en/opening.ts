import { type Rule, rulesOf } from '../rule.ts';

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m)?|noon)';
const parts = {
  DAYS: `(?:every ?day|daily|(?:on )?weekdays|weekends|${DAY}(?:\\s?(?:-|–|to|through|till|and|,)\\s?${DAY}){0,6})`,
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
]);
