import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const ITSELF = '(?:automatically|by (?:your|it)self|on (?:your|its) own)';
const ANSWERS = '(?:automatic (?:answers?|replies|reply|help)|auto-? ?(?:reply|replies|answers?|responder|responses?))';
const PEOPLE = '(?:customers?|clients?|people|they|everyone|everybody|anyone|them)';
/** What words that are said often are kept under, and what they are called. */
const KEPT = '(?<restNTH>[\\p{L}\\p{N}_-]{1,30})';
const REPLY = '(?: (?:answer|reply|text|template|words))?';
const OFF = '(?:turn|switch)';
const one = (nth: string): string =>
  `(?!(?:my|all|any|the|our|new|${PEOPLE.slice(3, -1)})\\b)${pieces.WHO.replace('<who>', `<who${nth}>`)}`;

/** What is answered by itself, what is often asked, and what people complain about; before lists, which fit more words. */
export const ready: Rule[] = rulesOf(pieces, [
  [
    `(?:which|what) questions (?:do (?:i|we|you)|does (?:it|the bot)|are|get)(?: all)? (?:answer(?:ed)?|repl(?:y|ied) to) ${ITSELF}|(?:(?:show(?: me)?|list|see|open|what are) )?(?:my |our |the |all )*(?:faqs?|frequent(?:ly asked)? questions|ready answers)|what (?:do|does|are) ${PEOPLE} (?:often|always|usually|mostly|keep|most)? ?ask(?:ing)?(?: (?:about|for))?(?: (?:most|often|all the time|the most))?`,
    'faq',
  ],
  // by its name, where words are kept under it
  [
    `(?:send|give) (?:the |my |our )?(?:canned )?${KEPT.replace('NTH', '')}(?: canned)?${REPLY} to ${one('')}|(?:reply to|answer|respond to|get back to|write to) ${one('2')} with (?:the |my |our )?(?:canned )?${KEPT.replace('NTH', '2')}(?: canned)?${REPLY}|send ${one('3')} (?:the|my|our) ${KEPT.replace('NTH', '3')}(?: canned)?${REPLY}`,
    'c',
    '$rest$rest2$rest3',
  ],
  [
    `(?:no(?: more)?|stop(?: the| all)?|${OFF} off(?: the)?|disable) (?:${ANSWERS}|robots?|bots?) (?:to|for|with) ${one('')}(?: any ?more)?|(?:don['’]?t|do not|never|stop)(?: ever)? (?:auto-? ?(?:reply|answer)(?:ing)? (?:to )?${one('2')}|(?:answer(?:ing)?|reply(?:ing)? to|respond(?:ing)? to) ${one('3')} ${ITSELF})(?: any ?more)?`,
    'autoreply',
    'off',
  ],
  [
    `(?:${OFF} (?:the )?${ANSWERS} (?:back )?on(?: again)? for|${OFF} (?:back )?on (?:the )?${ANSWERS} for|(?:resume|restart|allow) (?:the )?${ANSWERS} (?:to|for)) ${one('')}(?: again)?`,
    'autoreply',
    'on',
  ],
  [
    `(?:stop|don['’]?t|do not|never)(?: ever)? (?:answer|reply(?:ing)?(?: to)?|answering|respond(?:ing)?(?: to)?)(?: (?:my|the|any|all))?(?: ${PEOPLE})? ${ITSELF}(?: any ?more)?|${OFF} off (?:all )?(?:the |my |our )?${ANSWERS}|${OFF} (?:all )?(?:the |my |our )?${ANSWERS} off|(?:stop|disable|deactivate|pause|end) (?:all )?(?:the |my |our )?${ANSWERS}|no more ${ANSWERS}`,
    'autoreply',
    'off',
  ],
  [
    `(?:who|which ${PEOPLE}) (?:gets?|wants?|receives?) no ${ANSWERS}|(?:who|which ${PEOPLE}) (?:does(?:n['’]?t| not)|do(?:n['’]?t| not)) (?:get|want|receive) (?:any )?${ANSWERS}|(?:for )?whom? (?:are|is|have i (?:turned|switched)) (?:the )?${ANSWERS} off(?: for)?`,
    'autoreply',
  ],
  [`(?:does|will) ${one('')} (?:still )?(?:get|receive) (?:any )?${ANSWERS}`, 'autoreply'],
  [
    `(?:are|is) (?:the )?${ANSWERS} (?:still )?(?:on|off|stopped|switched (?:on|off)|turned (?:on|off)) for ${one('')}`,
    'contact',
  ],
  [
    `(?:${OFF} on (?:the |my |our |an )?${ANSWERS}|${OFF} (?:the |my |our )?${ANSWERS} on|(?:enable|activate|start|set up) (?:the |my |our |an )?${ANSWERS})(?: (?:when|while) (?:we(?:['’]re| are)|i(?:['’]m| am)) closed| outside (?:of )?(?:(?:opening|business|working) )?hours)?|(?:answer|reply to) ${PEOPLE} ${ITSELF} (?:when|while) we(?:['’]re| are) closed`,
    'autoreply',
    'on',
  ],
  [
    `(?:tell|answer) ${PEOPLE} ${ITSELF} (?:where|how|about) (?:their|the) (?:orders?|parcels?)(?: (?:is|are|stands?))?|answer (?:questions about )?(?:orders|order questions|where orders are) ${ITSELF}`,
    'autoreply',
    'orders on',
  ],
  [
    '(?:please )?(?:set|change|make|write) (?:the |my |our )?(?:auto[- ]?(?:reply|answer|response)|automatic (?:reply|answer))(?: (?:text|message|words))? (?:to|say|as)(?: say)?\\s?:? $SAID',
    'autoreply',
    'text $quoted$rest',
  ],
  [
    `(?:(?:show(?: me)?|see|open|what are|are there|is there|do (?:i|we) have) )?(?:any |my |our |the |an )?${ANSWERS}(?: (?:on|off|settings?|running|active))?|(?:is|are) (?:the |my |our )?${ANSWERS} (?:turned |switched |still )?(?:on|off|running|active|working)|what (?:do|does|will|is|gets?) (?:you|it|the bot|${PEOPLE})? ?(?:answer(?:ed)?|say|said|repl(?:y|ied)|sent) ${ITSELF}|what do ${PEOPLE} get (?:when|while) (?:we(?:['’]re| are)|i(?:['’]m| am)) closed`,
    'autoreply',
  ],
  [
    `(?:what|why) (?:do|does|did|are|have) (?:(?:my|our|the) )?${PEOPLE} (?:all |always |mostly |most |usually )?(?:complain(?:ing|ed)?)(?: (?:about|of))?(?: (?:most|the most|mostly|lately|so (?:much|often)))?|what (?:are|is|were) (?:(?:the|most|all|my|our) )*complaints? (?:mostly |all )?about|what (?:goes|went|is going|keeps going) wrong(?: (?:most|mostly|often|most often|the most|so often))?|(?:(?:show(?: me)?|what are|see) )?(?:the |my |our )?(?:causes of (?:tickets|complaints|problems)|(?:most (?:common|frequent)|top|main) (?:complaints|problems|causes)|reasons for complaints)`,
    'causes',
  ],
]);
