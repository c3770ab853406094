import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Tickets: what is wrong, which of them is over, and which waits. */
export const tickets: Rule[] = rulesOf(pieces, [
  // what is wrong with what they got, and what they want back
  [
    "$WHO (?:says|said|writes|wrote|tells me|told me)(?: that)? (?<rest>(?:(?:the|his|her|their|my|one of (?:the|his|her|their)|some of (?:the|his|her|their)) )?[\\p{L}\\d ]{2,30}?(?: (?:is|are|was|were|arrived|came|got|looks?|keeps?)|['’]s)(?: (?:all|very|too|really|completely|still|quite|a bit))? (?:broken|damaged|corrupted|corrupt|cracked|chipped|torn|stained|scratched|faulty|defective|smashed|leaking|missing|wrong|mouldy|moldy|stale|dead|crooked|blurry|pixelated|misspelled|misspelt|not working|not (?:here|there) yet|late|lost|empty)\\b[^\\n?]*|(?:(?:the|his|her|their|my|its) )?[\\p{L}\\d ]{2,30}? (?:smells?|smelt|smelled|stinks?|stank|reeks?|broke|snapped|cracked|split|leaks?|leaked|faded|peeled|rusted|melted|shrank|shrunk|tore|fell (?:off|apart|over)|came (?:off|apart|loose|undone)|(?:has|had|have|got) (?:an? |some )?(?:mou?ld|holes?|cracks?|chips?|stains?|scratch(?:es)?|dents?|bugs?|weevils?|(?:funny|weird|strange|bad|horrible|odd|musty|chemical) (?:smell|taste)s?)|tastes? (?:off|bad|funny|weird|strange|awful|horrible|mou?ldy|musty|bitter|sour))\\b[^\\n?]*|(?:(?:the|his|her|their) )?[\\p{L}\\d ]{2,30}? (?:(?:do(?:es)?|did|has|have|wo|ca|could|is)n['’]?t|(?:does|did|has|have|will|can|is) not|never) (?:work(?:ing|ed)?|open(?:ed)?|arrived?|come|fit|load(?:ed)?|turn(?:ed)? (?:on|up)|show(?:ed|n)? up|start(?:ed)?|close|match(?:ed)?|been delivered)\\b[^\\n?]*)",
    'ticket',
    '$rest',
  ],
  [
    '$WHO (?<rest>(?:wants|would like|is asking for|asks for|asked for|demands|insists on)(?: to (?:get|have))? (?:(?:a|his|her|their|the|full|partial) )*(?:money back|refund|replacement|exchange)\\b[^\\n?]*|(?:wants|would like|needs|is asking|asked) to (?:return|send back|exchange|swap|bring back) [^\\n?]{2,80})',
    'ticket',
    '$rest',
  ],
  // what is over, or waits
  [
    '(?:(?:the )?(?:ticket|case|complaint) #?(?<no>\\d{1,9})|#(?<no2>\\d{1,9}))(?: is| has been| was)?(?: now| all| been)* $SOLVED|(?:close|resolve|solve|finish|sort) (?:off |out )?(?:the )?(?:ticket|case|complaint) #?(?<no3>\\d{1,9})',
    'resolve',
    '$no$no2$no3',
  ],
  [
    "(?:park|shelve|hold|put off|postpone|push|leave|put) (?:the )?$WHO$OF (?:ticket|problem|issue|complaint|case)(?: on (?:hold|ice))? (?:until|till?|to|for) (?<when>[^\\n]{3,40})|(?:park|shelve|hold|put off|postpone|push|leave) (?:the )?(?:ticket|problem|issue|complaint|case) (?:from|of|with) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)(?: on (?:hold|ice))? (?:until|till?|to|for) (?<when2>[^\\n]{3,40})",
    'snooze',
    '$when$when2',
  ],
]);
