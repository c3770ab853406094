import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const parts = {
  ...pieces,
  /** Whoever is away: the writer, or their business. */
  US: "(?:i(?:['’]?m| am|['’]ll be| will be)|ill be|we(?:['’]?re| are|['’]ll be| will be)|(?:(?:the|our|my) )?(?:shop|store|studio|office|business|caf[eé]|restaurant)(?:['’]s| is| will be)?)",
  GONE: '(?:going )?(?:closed|shut|on (?:holiday|vacation|leave)|off(?: work)?|away|gone|out(?: of (?:the )?(?:office|shop|studio|town))?|ooo|not (?:here|in|working|available|around|open)|unavailable|travell?ing)',
  /** Nothing but days and parts of them: behind a name it would be somebody else who is away. */
  THEN: '(?<then>(?=today|tomorrow|tonight|this|next|mon|tue|wed|thu|fri|sat|sun|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d)(?:(?:today|tomorrow|tonight|this|next|the|of|and|to|until|till?|thru|through|morning|afternoon|evening|week(?:end)?|month|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?|\\d{1,2}(?:st|nd|rd|th)?|[-–&])(?:[\\s,:]+|$|(?=[-–]))){1,9})',
  /** What a stretch of days without work is called. */
  BREAK:
    "(?:(?:an?|the|my|our|company|annual|public|bank|christmas|xmas|easter|holiday|summer|autumn|winter|spring|new year['’]?s?|thanksgiving) ){0,3}(?:(?:days?|week|time) off|break|holidays?|vacation|closing|closure|shutdown|leave)",
};

/** Being away, and back. */
export const absence: Rule[] = rulesOf(parts, [
  ['(?:$US )?$GONE between (?<from>[^\\n]{2,30}?) and (?<to>[^\\n]{2,30})', 'away', '$from to $to'],
  ["(?:$US )?$GONE(?:,? (?:until|['’]?till?|to)|,? back(?: on)?) (?<when>.+)", 'away', 'until $when'],
  [
    "(?:i(?:['’]m| am|['’]ll be| will be)? |we(?:['’]re| are|['’]ll be)? )?back(?: again)?(?: on| in)? (?<when>(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|next|the|\\d|in).*)",
    'away',
    'until $when',
  ],
  ['(?:$US )?$GONE(?: for|[:,])? (?<when>.+)', 'away', '$when'],
  // once that day of this week is over it is the next
  ['(?:$US )?$GONE (?:on )?this (?<when>(?:mon|tues|wednes|thurs|fri|satur|sun)day)', 'away', '$when'],
  [
    "(?:i|we) (?:won['’]?t be (?:here|in|available|open|working|around)|(?:don['’]?t|do not|won['’]?t) (?:work|open))(?: on| until| for)? (?<when>.+)|(?:(?:i(?:['’]m| am) )?(?:taking|having)|i(?:['’]ve| have)(?: got)?) (?<when2>.+?) off",
    'away',
    '$when$when2',
  ],
  [
    "(?:i(?:['’]m| am|['’]ll be)? )?(?:out|off|away|not in|gone|busy)(?: for)? (?<when>(?:this |tomorrow )?(?:morning|afternoon|evening)|today|tomorrow),? (?:and )?back (?:at|by|around) (?<back>\\S.{0,15})",
    'away',
    '$when until $back',
  ],
  // tomorrow we are closed; Friday: not in
  [
    "(?:on )?$THEN(?:(?:(?:$US )?$GONE|(?:i|we) (?:won['’]?t be (?:here|in|available|open|working|around)|(?:don['’]?t|do not|won['’]?t) (?:work|open))))",
    'away',
    '$then',
  ],
  [
    '(?<long>\\d{1,2}|two|three|four|five) days off (?:from|starting(?: on)?) (?<when>.+)',
    'away',
    'from $when for $long days',
  ],
  ['$BREAK(?: is| from| on|[:,])? (?<when>.+)', 'away', '$when'],
  // several days of a fair, and no meeting at one hour
  [
    '(?:$US|im) (?:at|going to|attending|exhibiting at|in) (?:an? |the |my |our )?(?:[\\p{L}-]{2,20} ){0,2}?(?:conference|trade (?:fair|show)|fair|expo|convention|retreat|festival|training|course|seminar|market|wedding)(?: in \\p{L}[\\p{L} ]{1,20}?)?,? (?:from )?(?<when>(?=\\S.* (?:to|till?|until|through|thru) |\\S+\\s?[-–])(?:mon|tue|wed|thu|fri|sat|sun|next|this|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d|tomorrow|today).{0,40})',
    'away',
    '$when',
  ],
]);
