import { type Rule, rulesOf } from '../rule.ts';

const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m)?|noon)';
/** Days of each week. */
const OFF = `(?:(?:every )?${DAY}|weekends?)(?:(?:\\s?(?:-|–|,|&)\\s?|,? (?:and|to) )(?:${DAY}|weekends?)){0,5}`;
const parts = {
  DAYS: `(?:every ?day|daily|(?:on )?weekdays|weekends|${DAY}(?:\\s?(?:-|–|to|through|till?|and|,)\\s?${DAY}){0,6})`,
  /** Of every week: one Friday alone is a day away. */
  WEEKLY: `(?:(?:every |each )(?:${DAY})|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends|weekdays)(?:(?:\\s?(?:-|–|,)\\s?|,? (?:and|to) )(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends)){0,5}`,
  CLOCK,
  US: "(?:(?:we|i|(?:the|our|my) (?:shop|store|studio))(?:['’]re|['’]m| are| am|['’]s| is| will be)? )?",
  /** From when on is now. */
  NOW: '(?: (?:now|from now on|from today(?: on)?|these days|again|going forward))?',
  HOURS: `${CLOCK}\\s?(?:-|–|to|till?|until)\\s?${CLOCK}`,
  /** In front of the hours: they are told, and of no one day. */
  TELLS:
    "(?:(?:from now on,? |now )?(?:(?:set|change) )?(?:(?:(?:my|our|the|new) ){0,2}(?:(?:opening|business|working|shop|office|store|studio) )?hours(?: are| to)?(?: now)?\\s?:?|(?:(?:we|i|(?:the|our|my) (?:shop|store|studio))(?:['’]re|['’]m| are| am|['’]s| is)? )?open(?: on| from)?)) ?",
  /** Behind them, on which days there are none. */
  SHUT: `[,;]? ?(?:but |and )?(?:(?:(?:we['’]?re |we are )?(?:closed|shut|not open)|except|not)(?: on)? (?<shut>${OFF})|(?<shut2>${OFF}) (?:closed|shut|off))`,
};

/** The hours we keep, told: none of being away, and no task. */
export const opening: Rule[] = rulesOf(parts, [
  // how soon customers are answered stands in the week
  [
    "how (?:fast|quick(?:ly)?|soon|long) (?:do|did|are|am|was|were|have) (?:we|i)(?: been)?(?: take to| taking to)? ?(?:answer(?:ing|ed)?|reply(?:ing)?|replied|respond(?:ing|ed)?)(?: to)?(?: (?:my |our |the )?(?:customers?|clients?|people|messages))?(?: (?:this week|lately|on average|these days))?|(?:what(?:['’]s| is) )?(?:my|our|the) (?:average |median )?(?:response|reply|answer(?:ing)?) (?:time|speed)(?: this week| lately)?",
    'status',
  ],
  [
    '(?:put |set |mark )?ticket #?(?<no>\\d{1,9})(?: is| as| to)? (?:pending|on hold|waiting (?:for|on)(?: the)? (?:customer|client))',
    'ticket',
    '$no pending',
  ],
  // all the other days, or those that are named
  [
    '$TELLS(?:(?<days>$DAYS),?(?: from)? (?<when>$HOURS)|(?<when2>$HOURS) (?:on )?(?<days2>$DAYS))$SHUT$NOW',
    'hours',
    '$days$days2 $when$when2 $shut$shut2 closed',
  ],
  ['$TELLS(?:from )?(?<when>$HOURS)$SHUT$NOW', 'hours', 'daily $when $shut$shut2 closed'],
  [
    '(?:(?:set|change) )?(?:(?:(?:my|our|the|new) ){0,2}(?:opening|business|working|shop|office|store|studio)|my|our) hours(?: are| to)?(?: now)?\\s?:? ?(?<days>$DAYS)?(?: from)? ?(?<when>$HOURS)(?: (?:on )?(?<days2>$DAYS))?$NOW',
    'hours',
    '$days$days2 $when',
  ],
  [
    "(?:from now on,? |now )?(?:(?:we|i|(?:the|our|my) (?:shop|store|studio))(?:['’]re|['’]m| are| am|['’]s| is)? )?open(?: (?:on|from))? ?(?<days>$DAYS)?(?: from)? ?(?<when>$HOURS)(?: (?:on )?(?<days2>$DAYS))?$NOW",
    'hours',
    '$days$days2 $when',
  ],
  [
    '(?:from now on,? |now )?$US(?:open|opens|start|starts) at (?<from>$CLOCK)(?:,? and|,)? (?:we |i |it )?(?:close|closes|shut|shuts|finish) at (?<to>$CLOCK)(?: (?:on )?(?<days>$DAYS))?$NOW',
    'hours',
    '$days $from-$to',
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
