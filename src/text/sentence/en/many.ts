import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Many people at once: one person is answered, and gets no campaign. */
const MANY =
  '(?<people>(?:every(?:one|body)|all(?: of)?(?: (?:my|our|the))? (?:customers|clients|contacts|people|subscribers|vips|regulars|buyers)|(?:my |our |the )?(?:[\\p{L}]{2,20} ){0,2}?(?:customers|clients|subscribers|vips|regulars|buyers|fans|followers)|#[\\p{L}\\p{N}_-]{1,20})(?: (?:who|that|from|in|with|tagged|except) [^:\\n]{2,60}?)?)';
const ASKED = "(?:please |can you |could you |i want to |i['’]d like to |let['’]?s |help me |i need to )?";

/** What goes to many: campaigns, follow-ups and posts, which only shows or makes a draft. */
export const many: Rule[] = rulesOf(pieces, [
  [
    `${ASKED}(?:send |write )?(?:a )?(?:happy[ -]birthday|birthday) (?:mails?|e-?mails?|messages?|wishes|greetings?|cards?|texts?)(?: (?:to|for) ${MANY})?(?: automatically)?`,
    'sequence',
    'birthday',
  ],
  [
    `${ASKED}(?:remind|write to|mail|e-?mail|chase) (?:people|customers|everyone|those|buyers|anyone) (?:who|that) (?:left|abandoned|forgot|filled)(?: behind)? (?:their|a|the) (?:carts?|baskets?|checkouts?)|abandoned (?:cart|checkout) (?:reminders?|mails?|e-?mails?)`,
    'sequence',
    'checkout',
  ],
  [
    `${ASKED}(?:e-?mail|mail|text|message|write to|tell|let) ${MANY}(?: know)?(?: that|\\s?[:,–—-])\\s?(?<title>[^\\n.!?;:,]{2,60})(?<tail>[^\\n]{0,160}?)`,
    'campaign',
    'new $title to $people\n$title$tail',
  ],
  [
    `${ASKED}(?:e-?mail|mail|text|message|write to|write) ${MANY}(?: (?:a|an|the|about|our) [^\\n:]{2,40}?)?`,
    'campaign',
    'new News to $people',
  ],
  [
    `${ASKED}send (?:out )?(?:a |an |the |our |my )?(?<what>[^\\n:]{0,30}?(?:newsletter|mailing|mail|e-?mail|message|offer|discount|sale|campaign|announcement|news|update|text)s?)(?: out)? to ${MANY}`,
    'campaign',
    'new $what to $people',
  ],
  [
    "(?:how (?:did|is|was|were|does)|what about|how['’]s|show(?: me)?)(?: (?:the|my|our|last))? (?<name>[^\\n?]{1,40}?) (?:campaign|mailing|newsletter|campaigns)(?: (?:do|doing|go|going|perform|performing|results?|report|stats))?",
    'campaign',
    '$name',
  ],
  [
    'who (?:has |have )?(?<did>unsubscribed|clicked|bounced|complained)(?: (?:on )?(?:the |a |my )?(?:link|links|mail|mails))?',
    'campaign',
    '$did',
  ],
  ['(?:a )?(?:new )?(?:campaign|newsletter|mailing|mass mailing)', 'campaign'],
  [
    `${ASKED}(?:(?:make|start|create|begin|write|send)(?: out)? (?:a|an|the|my|our)?\\s?(?:new )?(?:campaign|mass mailing|mailing|newsletter|bulk (?:mail|e-?mail))|who (?:opened|clicked|read)(?: on)? (?:my|our|the) (?:last )?(?:newsletter|campaign|mailing))`,
    'campaign',
  ],
  [
    `${ASKED}post (?:on|to) (?:instagram|insta|ig|x|twitter|facebook|my channel|our channel|social media|socials)\\s?(?:[:,–—-]|that)?\\s?(?<text>[^\\n]{2,200}?)`,
    'post',
    '$text',
  ],
]);
