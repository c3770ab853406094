import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  WHOTWO: "(?<who2>\\p{L}[\\p{L}'’.-]{0,30}?(?: \\p{L}[\\p{L}'’.-]{0,30}?){0,2}?)",
  LATELY: '(?: (?:today|this (?:morning|afternoon|evening)|yesterday|last night|earlier|just now|again|back|twice))*',
  /** What they said follows: a mark, a word that joins, or what they called about. */
  TOLD: '(?:\\s*[,:;.–—-]+\\s*(?:and )?|\\s+and (?:he |she |they )?|\\s+(?=(?:about|asking|wanting|saying|because|that|with|to (?:say|ask|tell|order|cancel|complain|book|check|confirm))\\b))',
  CAME: '(?:came|dropped|stopped|popped|walked|swung|dropped) (?:in(?:to)?|by|over|round|around|past)',
  SHOP: '(?: (?:to|at|in)?(?: ?(?:the|our|my))? ?(?:shop|store|studio|office|place|workshop))?',
  GOOD: '(?:great|super|lovely|clear|beautiful|gorgeous|perfect|amazing|excellent|delicious|wonderful|fantastic|awesome|brilliant|nice|good|helpful|best|tasty|pretty|spot on|easy|fun|love[sd]?)',
  BROKEN:
    '(?:broken|damaged|smashed|cracked|torn|bent|wet|late|wrong|faulty|defective|leaking|scratched|incomplete|empty|mouldy|dead)',
  CANT: "(?:can(?:no|['’]?)t|can not|could(?: ?n['’]?t| not)|is(?:n['’]?t| not) able to|is unable to|still can['’]?t)",
  NOTGOT: "(?:did(?: ?n['’]?t| not)|has(?: ?n['’]?t| not)|(?:has )?never|still has(?: ?n['’]?t| not))(?: yet)?",
  TERM: '(?<rest>an?|one|two|three|four|five|six|twelve|\\d{1,3})[ -](?<unit>years?|months?)',
  FACTS: '(?:(?:\\s*[,:;]\\s*|\\s+)(?<rest2>(?:for|at|until|till?|from|[£$€¥]|\\d)[^\\n]*))?',
  LONG: '(?:(?:\\d{1,2}|an?|one|two|three|another) (?:months?|years?))',
  WHOTHREE: "(?:the )?(?<who3>\\p{L}[\\p{L}'’.-]{0,30}?(?: \\p{L}[\\p{L}'’.-]{0,30}?){0,2}?)",
  OWES: '(?:owes?|owing|has to pay|have to pay)',
};

/** What customers did or said elsewhere: they called, came by, liked something, could not open it, owe something. */
export const deeds: Rule[] = rulesOf(own, [
  // they called, or came by
  [
    '$WHO(?: has| have)?(?: just)? (?:called|phoned|rang|telephoned)(?: (?:me|us))?(?: (?:up|in))?$LATELY$TOLD$REST',
    'call',
    '$rest',
  ],
  ['(?:i |we )?(?:had|got|took) a (?:phone )?call (?:from|with) $WHO$LATELY$TOLD$REST', 'call', '$rest'],
  ['$WHO(?: has| have)?(?: just)? $CAME$SHOP$LATELY$TOLD$REST', 'visit', '$rest'],
  [
    '$WHO (?:was (?:in|at) (?:the|our|my) (?:shop|store|studio|office)|visited(?: (?:us|me|the shop|the store))?)$LATELY$TOLD$REST',
    'visit',
    '$rest',
  ],
  // what they cannot open, did not get, or got broken
  [
    '$WHO(?: still| says (?:he|she|they)| said (?:he|she|they))? (?<rest>$CANT (?:even )?(?:open|download|log ?in|sign ?in|log on|access|find|read|see|play|use|view|get in(?:to)?|install|print|watch|pay|connect)\\b[^\\n]*)',
    'ticket',
    '$rest',
  ],
  [
    '$WHO(?: has| have)?(?: just| already)? (?<rest>(?!.*\\b(?:quote|invoice|bill|contract|form|draft|proof|e-?mail|message|money)s?\\b)(?:sent|brought|took) (?:half|the|his|her|their|all|some|it|them|one|two|\\d+)\\b[^\\n,]{0,40}? back|returned (?:half|the|his|her|their|all|some|it|them|one|two|\\d+)\\b(?! (?:call|calls|e-?mail|message))[^\\n,]{0,40})',
    'ticket',
    '$rest',
  ],
  ['$WHO (?<rest>$NOTGOT (?:get|got|gotten|receive|received|arrive)\\b[^\\n]+)', 'ticket', '$rest'],
  [
    '$WHO (?<rest>(?:got|received|was sent) (?:the wrong|a wrong|an? (?:broken|damaged|faulty|defective|different|empty))\\b[^\\n]*|is (?:missing|still missing) [^\\n]+|has a problem with [^\\n]+)',
    'ticket',
    '$rest',
  ],
  [
    '(?:the |an? )?(?<goods>[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,40}?) (?:for|of|from) $WHO (?<rest>(?:arrived|came|is|was|were|are|got) (?:all |too |very |half )?$BROKEN\\b[^\\n]*)',
    'ticket',
    '$goods $rest',
  ],
  [
    '(?:we|i) (?:forgot to (?:send|pack|include)|left out) (?<rest>[^\\n]{2,60}) (?:to|for) $WHO',
    'ticket',
    'missing: $rest',
  ],
  [
    '(?:we|i) sent $WHO (?<rest>the wrong [^\\n]{2,60}|one too few[^\\n]{0,40}|too (?:few|many|little)[^\\n]{0,40})',
    'ticket',
    '$rest',
  ],
  // how they like it, and what they wish for
  [
    '$WHO(?: has| have)?(?: just)? (?<rest>(?:left|wrote|posted|gave)(?: (?:us|me))?(?: an?| some| the)?(?: very| really| super| such)*(?: an?)? (?:lovely|great|nice|good|glowing|kind|amazing|wonderful|brilliant|5 ?-? ?stars?|five ?-? ?stars?|excellent|fantastic|positive|sweet)(?: \\p{L}+){0,2}? ?(?:reviews?|words|feedback|comments?|rating|stars?|note|message)?(?:\\b[^\\n?]*)?)',
    'feedback',
    'praise $rest',
  ],
  [
    '$WHO(?: really| absolutely| just)? (?<rest>(?:loves?|loved|raves? about|raved about|praise[sd]|complimented|adores?|adored) (?:the|our|my|how|that|what|it|us|your|working|this|his new|her new|their new)\\b[^\\n]*)',
    'feedback',
    'praise $rest',
  ],
  [
    '$WHO (?<rest>(?:is|was)(?: very| so| really| super)* (?:happy|pleased|thrilled|delighted|impressed) with [^\\n]+)',
    'feedback',
    'praise $rest',
  ],
  [
    "$WHO (?:says?|said|thinks?|thought|finds?|found|told (?:me|us)|wrote|mentioned)(?: that)? (?<rest>(?![^\\n]*(?:\\b(?:not|never|but|too|no|if|would|could|should|less|yes)\\b|n['’]?t\\b|\\?))[^\\n]*\\b$GOOD\\b[^\\n]*)",
    'feedback',
    'praise $rest',
  ],
  [
    '$WHO (?:suggest(?:s|ed)?|propose[sd]?)(?: that)?(?: we| i)?(?: should| could| might)?:? (?!(?:(?:to )?(?:meet|meeting|call|lunch|a (?:call|meeting)|mon|tue|wed|thu|fri|sat|sun|tomorrow|today|next)|\\d))$REST',
    'feedback',
    'suggestion $rest',
  ],
  [
    "$WHO (?:(?:would|['’]d) (?:like|love)|wants|wishes|hopes|asks|asked)(?: for)? (?:us|me) to (?<rest>(?:offer|add|have|make|sell|stock|carry|support|start|build|bring)\\b[^\\n]+)",
    'feedback',
    'suggestion $rest',
  ],
  ['$WHO (?:thinks|says|said|thought)(?: that)? (?:we|i|you) should $REST', 'feedback', 'suggestion $rest'],
  ['$WHO wishes (?<rest>(?:we|you|there|it) [^\\n]+)', 'feedback', 'suggestion $rest'],
  // it is too much for them, so they leave it
  [
    "$WHO(?: has| have)? (?:(?:said|says|thinks|thought|finds|found)(?: that)? )?(?:it|that|this|we|it['’]?s|that['’]?s|we['’]?re)?(?: (?:is|was|are))? ?(?<rest>(?:too|way too|a bit too) (?:expensive|pricey|dear|costly|much|slow|late|far|big|small|complicated)|over (?:(?:his|her|their|the|our) )?budget)(?:\\s*[,;]\\s*|\\s+)(?:(?:and|so)\\s+)?(?:(?:he|she|they)\\s+)?(?:does(?: ?n['’]?t| not) want (?:it|this|that|them|to(?: (?:buy|go ahead|do it|go on))?)|is out|won['’]?t (?:buy|take|do|go)[^\\n]{0,12}|is(?: ?n['’]?t| not| no longer) (?:interested|buying|going ahead)|no longer wants (?:it|this|that)|said no|declined|cancelled|passes|passed)(?: (?:any ?more|now|after all))?",
    'lost',
    '$rest',
  ],
  [
    "(?:it['’]?s |it is |it was )?(?<rest>(?:too|way too) (?:expensive|pricey|dear|costly|much|slow|late))(?: for)? $WHO,? (?:and |so )?(?:he |she |they )?(?:does(?: ?n['’]?t| not) want (?:it|this|that|to)|is out|is(?: ?n['’]?t| not) (?:interested|buying)|no longer wants (?:it|this)|said no)(?: (?:any ?more|now|after all))?",
    'lost',
    '$rest',
  ],
  // who owes what
  [
    '(?:how much|what)(?: money)? (?:does|do|did) $WHO (?:still )?(?:owe|have to pay)(?: (?:me|us))?(?: (?:still|now|in total))?',
    'unpaid',
  ],
  ['does $WHO (?:still )?owe (?:me|us)(?: (?:anything|money|something|any money))?', 'unpaid'],
  ['$WHO$OF (?:debts?|balance|(?:open|unpaid|overdue) (?:invoices?|bills?|amount))', 'unpaid'],
  [
    '$WHO(?: still)? $OWES(?: (?:me|us))?(?: (?:still|another))? $MONEY (?:for|from) (?<rest>(?!(?:the )?(?:last|before|earlier|back|previous|a while|some time)\\b)(?:an? |the )?[^\\n\\d]{3,60})',
    'order',
    'debt $rest $money',
  ],
  ['$WHO(?: still)? $OWES(?: (?:me|us))?(?: (?:still|another))? $MONEY', 'order', 'owes $money'],
  // and for nothing that is known
  [
    '$WHO(?: still)? $OWES(?: (?:me|us))? $MONEY(?: (?:for|from) (?:before|last (?:time|week|month|year)|earlier|back then|(?:a|some) (?:while|time) ago))?',
    'order',
    'debt earlier purchase $money',
  ],
  [
    "$WHO(?: still)? $OWES(?: (?:me|us))? $MONEY(?<![,.])[\\s,;–—-]+(?:and )?(?:(?:it is|it[’']s|which is) )?(?<due>(?:due|payable|to pay|will pay|pays?)\\b[^\\n]{2,30})",
    'order',
    'debt earlier purchase $money, $due',
  ],
  // a part of it came
  [
    '$WHO(?: has| have)?(?: already| just| only)? paid(?: (?:me|us))? $MONEY (?:of|out of|towards?|on|off) (?:it|that|this|(?:the|her|his|their) (?:[£$€¥]?\\d[\\d.,]*|order|invoice|bill|total|amount))',
    'order',
    'paid $money',
  ],
  [
    '$WHO(?: has| have)?(?: already| just)? paid(?: (?:me|us))? (?:an? |the |his |her |their )?(?:deposit|down ?payment|advance|retainer)(?: of)? $MONEY',
    'order',
    'deposit $money',
  ],
  [
    '$WHO(?: has| have)?(?: already| just)? paid(?: (?:me|us))? an? $MONEY (?:deposit|down ?payment|advance|retainer)',
    'order',
    'deposit $money',
  ],
  [
    '$WHO(?: has| have)?(?: already| just)? paid(?: (?:me|us))? half(?: of (?:it|that|the order))?(?: (?:up ?front|in advance|now|already))?',
    'order',
    'paid half',
  ],
  [
    '$WHO(?: has| have)?(?: already| just)? paid(?: (?:me|us))? (?:another|a further|an additional) $MONEY',
    'order',
    'paid $money',
  ],
  [
    '$WHO(?: has| have)?(?: already| just)? paid(?: (?:me|us))? (?:the|her|his|their) (?:rest|balance|remainder|remaining amount|final instal?ment|second half)',
    'order',
    'paid',
  ],
  // what was invoiced, and what was agreed for longer
  [
    "(?:(?:i|we)(?:['’]ve| have)? )?(?:just )?(?:please )?(?:invoiced?|bill(?:ed)?) $WHO$SEP(?:for )?$MONEY(?: for (?:the |an? |his |her |their )?(?<goods>\\p{L}[\\p{L} -]{1,40}?))?(?:$SEP(?:(?:it is |it['’]?s |which is )?(?<rest>(?:due|payable|net|within|in|until|by|\\d{1,3} days?)\\b[^\\n]{0,40})))?",
    'invoice',
    'worth $money; $goods; $rest',
  ],
  [
    "(?:(?:i|we)(?:['’]ve| have)? )?(?:just )?(?:invoiced?|bill(?:ed)?) $WHO(?:$SEP(?:(?:it is |it['’]?s |which is )?(?<rest>(?:due|payable|net|within|in|until|by|\\d{1,3} days?)\\b[^\\n]{0,40})))?",
    'invoice',
    '$rest',
  ],
  [
    '(?:we |i )?(?:have )?signed (?:an? |the )?$TERM (?:contract|agreement) with $WHO$FACTS',
    'contract',
    'for $rest $unit, $rest2',
  ],
  [
    '$WHO (?:has )?(?:just )?signed (?:an? |the |his |her |their )?$TERM (?:contract|agreement)$FACTS',
    'contract',
    'for $rest $unit, $rest2',
  ],
  [
    '$WHO (?:has )?(?:just )?signed (?:an? |the |his |her |their )?(?:contract|agreement)$FACTS|(?:we |i )?(?:have )?signed (?:an? |the )?(?:contract|agreement) with $WHOTWO(?:\\s*[,:;]\\s*|\\s+)(?<rest3>(?:for|at|until|till?|from|[£$€¥]|\\d)[^\\n]*)',
    'contract',
    '$rest2$rest3',
  ],
  [
    '(?:an? |the )?(?:new )?(?:contract|agreement) (?:with|for) $WHO\\s?:\\s?(?<rest2>[^\\n]*\\d[^\\n]*)|(?:an? |the )?(?:new )?(?:contract|agreement) (?:with|for) $WHOTWO(?:\\s*[,:;–—-]+\\s*|\\s+)(?:is |runs |goes )?(?<rest>(?:for|at|until|till?|from|[£$€¥]|\\d)[^\\n]*)',
    'contract',
    '$rest$rest2',
  ],
  // what it is for stands in front of its days
  [
    '(?:an? |the )?(?:new )?(?:contract|agreement) (?:with|for) $WHO\\s*[:;,–—-]+\\s*(?<rest>\\p{L}[^\\n?]{2,60}?[\\s,]+(?:until|till?|til|thru|through|to|for|from|ends?|ending) [^\\n?]*\\d[^\\n?]*)',
    'contract',
    '$rest',
  ],
  [
    '(?:renew|extend) $WHO$OF (?:contract|agreement)(?: by| for)? (?:another|one more|a further|an extra) (?<unit>year|month)',
    'contract',
    'renew a $unit',
  ],
  [
    '$WHO$OF (?:contract|agreement) (?:is |runs |goes |now )*(?<rest>(?:for|until|till?|from) [^\\n]*\\d[^\\n]*|(?:for|until|till?) (?:the )?(?:end|a|an|one|two|three|next)\\b[^\\n]*)',
    'contract',
    '$rest',
  ],
  [
    '(?:renew|extend) $WHO(?:$OF)? (?:contract|agreement)(?:(?: by| for)? (?<rest>$LONG))?|(?:renew|extend) the (?:contract|agreement) (?:with|of|for) $WHOTWO(?:(?: by| for)? (?<rest2>$LONG))?',
    'contract',
    'renew $rest$rest2',
  ],
  ['$WHO$OF (?:contract|agreement) (?:has |is |was |just )*(?:ended|over|terminated|finished|up)', 'contract', 'ended'],
  [
    '(?:cancel|terminate|give notice (?:on|of|for|to end)) $WHOTHREE(?:$OF)? (?:contract|agreement)|$WHO (?:has )?(?:terminated|cancelled|canceled|quit) (?:the|his|her|their) (?:contract|agreement)|$WHOTWO (?:has )?(?:gave|given) notice(?: on (?:the|his|her|their) (?:contract|agreement))?',
    'contract',
    'notice',
  ],
]);
