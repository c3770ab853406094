import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Something does not work. */
export const support: readonly Rule[] = [
  {
    to: 'ticket/support',
    weight: 4,
    says: en`
      (?:does ?n'?o?t|won'?t|will not|is ?n'?o?t|are ?n'?o?t|stopped|no longer|did ?n'?o?t|not|dont|never|refuses to|fails to|cant|wouldn'?t) (?:even |actually |seem to |properly |want to |being |get )?(?:work|load|open|start|sav|send|sync|connect|pair|play|turn(?:ing)? (?:on|off)|respond|close|closing|charg(?:e|ing)\b|print|boot|run\b|running|install|updat|upload|download|show(?:ing)?\b|switch|unlock|recogni|accept|appear|display|register|refresh|submit|trigger|fire|scroll|render|import|export|match|sending)\w*
      error\b|errors\b|crash|bugs?\b|buggy\b|glitch|froze|freez|404\b|50[0234]\b|can(?:'?t|not| not) (?:seem to )?(?:open|see|find|hear|use|play|download|upload|print|connect|install|save|edit|delete|add|pay|check ?out|click|view|watch|submit|order|book|get (?:it|the|my|past|into|this) |export|import|figure|work out|access|change|remove)
      (?:keeps|it keep|i keep getting|we keep getting) (?:\w+ )?(?:crash|fail|freez|disconnect|log|say|show|stop|spin|load|jump|ask|drop|restart|giv|send|com|turn|tell|flash|beep)\w*|unable to (?:open|use|download|upload|pay|connect|save|complete|checkout|access|view|find|submit)|nothing happens|no sound|no picture|no signal|white screen|black screen|infinite loop
    `,
    unless: /couldn'?t find[^.]{0,20}(?:better|happier)|not work with (?:ai|agenc)/,
  },
  {
    to: 'ticket/support',
    weight: 2.5,
    says: en`
      broken?\b|broke\b|stuck\b|blank\b|fail(?:s|ed|ing|ure)?\b|disappeared|vanished|(?:all|is|are|has|have|just) gone\b|spinning|(?:since|after|following|from) (?:the |your |yesterday'?s |last |this |i |we )?(?:\w+ )?(?:update|upgrad\w+|migration|release|redesign)
      how (?:do|can|to|does|would|should) (?:i|we|one|you)?\b ?(?:\w+ )?(?:set|change|turn|switch|connect|export|import|install|add|remove|reset|fix|enable|disable|get (?:rid|it|the|my|english|back)|cancel|download|upload|update|configure|find|stop|make it|clean|assemble|mount|replace|link|edit|delete|restore|use)|where (?:do|can) (?:i|we) (?:find|set|change|see|download|enter|turn|click)
      (?:is|was|has been|been|went|are|goes|gone) (?:gr[ae]y(?:ed)?|down|offline|corrupt\w*|sideways|blurry|blurred|cracked|leaking|loose|wobbly|flickering|unresponsive|invalid|garbled|distorted|upside|unreadable|blank|missing|slow|empty|dead)|says\b[^.!?]{0,30}\b(?:invalid|expired|error|failed|not found|offline|unavailable|wrong|denied)|time ?zone|dead (?:strip|pixel|spot|battery)|only plays\b|wobbl|flicker|leak(?:s|ing)\b|rattl|squeak|noise\b|overheat|smok(?:e|ing)\b|(?:battery|screen|motor|handle|zip|button|lid|lamp|strap|clasp) (?:\w+ )?(?:dies|died|drains|broke|came off|fell|went|is)|came (?:off|apart|loose|undone)|instructions\b|manual\b|warranty|guarantee\b|replacement|spare part|what does (?:this|it|that) (?:mean|error)
    `,
    unless:
      /how much\b|what'?s the damage|whats the damage|quote\b|can (?:you|u) (?:fix|repair)|do (?:you|u) (?:fix|repair)|texts stop|price\b|guaranteed (?:results|ranking)/,
  },
  {
    to: 'ticket/support',
    weight: 1.5,
    says: en`button\b|checkout|website|web ?site|plugin|app\b|login|export|import\b|csv\b|upload|screen\b|page\b|link\b|settings|firefox|chrome|safari|version \d|activation key|licen[cs]e key|database|help\b|missing\b|twice\b|browser|iphone|android|laptop|wifi|wi-fi|server|calendar|notification|dashboard|file\b|files\b|duplicate`,
    unless:
      /\bquote\b|\bestimate\b|\bwe (?:help|can)\b|\bhow much\b|\bdemo\b|\btrial\b|\bidea\b|\bwould be\b|\bwish\b|\bneed an? (?:app|website)|\bseo\b|\brate\b/,
  },
];
