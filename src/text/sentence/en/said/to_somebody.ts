import { type Rule, rulesOf } from '../../rule.ts';
import { pieces } from '../pieces.ts';

/** What is said to somebody, now or later. */
export const toSomebody: Rule[] = rulesOf(pieces, [
  // said to somebody, and when
  [
    '$WHEN,? (?:tell|text|message|write to|email|inform|answer|reply to) $WHO(?:\\s*[:,–—-]\\s*|\\s+(?:saying |$THAT)?)$SAID',
    'later',
    '$when | $rest$quoted',
  ],
  // when stands behind whoever is meant, and a mark behind it
  [
    '(?:tell|send|text|message|write(?: to)?|email|inform|answer|reply to|remind) $WHO (?<when>(?:tomorrow|tonight|later|(?:this|on|next|in|at) [^:,]{1,30}|mon|tue|wed|thu|fri|sat|sun)[^:,]{0,30}(?::\\d{2}[^:,]{0,10})?)\\s*:\\s+$SAID',
    'later',
    '$when | $rest$quoted',
  ],
  ['$WHEN,? let $WHO know(?:\\s*[:,–—-]\\s*| $THAT| )$SAID', 'later', '$when | $rest$quoted'],
  ['(?:let) $WHO know(?:\\s*[:,–—-]\\s*| $THAT| )$SAID', 'reply', '$rest$quoted'],
  [
    '(?:send|text|message|write|email|dm|whatsapp|msg)(?: to)? $WHO(?:\\s*[:,–—-]\\s*|\\s+saying |\\s+(?=that\\b)$THAT?|\\s*(?=["“]))$SAID',
    'reply',
    '$rest$quoted',
  ],
  [
    '(?:send|give|make|write|offer|text)(?: to)? $WHO (?<rest>(?:an? |my |our )?(?:(?:quick|little|nice|short|big|warm|huge|proper|sincere) )?(?:apolog(?:y|ies)|thank[- ]?you|birthday (?:wishes|greetings?|message)|(?:best |christmas |new year )?(?:wishes|greetings?))[\\s\\S]{0,200})',
    'reply',
    '$rest',
  ],
  ['apologi[sz]e to $WHO(?: (?<rest>(?:and|saying)\\b[\\s\\S]{1,200}))?', 'reply', 'an apology $rest'],
  [
    '(?:tell|answer|inform|reply to|respond to|write to|write back to|get back to|say to)(?: to)? $WHO(?:\\s*[:,–—-]\\s*|\\s+(?:saying |$THAT)?)$SAID',
    'reply',
    '$rest$quoted',
  ],
  [
    '(?:please |go |can you )?ask $WHO (?<rest>(?:if|whether|what|which|when|where|how|why) (?!to\\b).+|(?:not )?to (?!be\\b).+)',
    'reply',
    '$rest',
  ],
  // what is theirs has come to pass, and they are to hear of it
  [
    "$WHO['’]s? (?!(?:paid|order \\S*\\d))(?<rest>.{3,80}?)[,;.–—-]* ?(?:please |pls |so |and )?(?:let|tell|text|message|inform) (?:him|her|them)(?: know)?",
    'reply',
    'your $rest',
  ],
  ['(?:say|send|write) ["“](?<rest>[\\s\\S]+?)["”] to $WHO', 'reply', '$rest'],
]);
