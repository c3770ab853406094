import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Many people at once: one person is answered, and gets no campaign. */
const ALL =
  'every(?:one|body)|(?:all|those|anyone|anybody|people|whoever)(?= (?:who|that)\\b)|all(?: of)?(?: (?:my|our|the))? (?:customers|clients|contacts|people|subscribers|vips|regulars|buyers)|(?:my |our |the )?(?:[\\p{L}]{2,20} ){0,2}?(?:customers|clients|subscribers|vips|regulars|buyers|fans|followers)|#[\\p{L}\\p{N}_-]{1,20}';
/** What leaves people out: no text to them begins or ends with it. */
const BUT =
  "(?:but )?(?:except(?: for)?|excluding|without|other than|apart from|but not(?: to)?|but|not(?: to)?|minus|(?:don['’]?t|do not) (?:e-?mail|mail|text|message|tell|send(?: (?:it|this|that))?(?: to)?))";
const WHICH = `(?:,? (?:who|that|from|in|with|tagged|except|excluding|but not|other than|apart from) [^:\\n]{2,60}?)`;
export const MANY = `(?<people>(?:${ALL})${WHICH}?)`;
/** All of a kind, with nothing behind that says which of them. */
export const PLAIN = `(?<people>${ALL})`;
/** Those of a kind that the words behind say. */
const CLAUSED = `(?<people>(?:${ALL})${WHICH})`;
/** Words to them: whom they go to is said in full before them. */
export const TITLE = `(?![\\s(]{0,3}(?:${BUT}(?!\\p{L})|#|and |or |who |(?:${ALL})(?!\\p{L})))(?![^\\n]*[ ,(–—-]${BUT} [^.,:\\n]{2,40}$)(?<title>[^\\n.!?;:,]{2,60})(?<tail>[^\\n]{0,160}?)`;
/** Words that may say whom they go to, or go on with that: whoever makes a draft of them looks what they name (`leftOpen`). */
const OPEN = '(?<title>[^\\n.!?;:,]{2,60})(?<tail>[^\\n]{0,160}?)';
/** 'that bought a mug': the words go on about whom, and not about what. */
const OF_THEM =
  "(?:(?:has|have|had|is|are|was|were|did|do|does|never|not|bought|buy|order(?:ed)?|purchased?|lives?|came|come|spent|clicked|opened|replied|answered|asked|got|get|paid|signed|subscribed|left|likes?|wants?|wanted|owes?|joined|read|wrote|saw|visited)|(?:has|have|had|is|are|was|were|did|do|does)n['’]?t)(?!\\p{L})";
/** What begins a sentence, and no further name. */
const BEGINS =
  "(?=(?:we|i|there|it|this|that|please|happy|sorry|you|your)(?!\\p{L})|\\w+['’](?:s|re|m|ve|ll)(?!\\p{L}))";
/** Behind whom: which of them, when, or by what, and never what is said to them. */
const HEAD = `(?:(?:\\s?[,(–—]\\s?|\\s-\\s)(?!${BEGINS})|\\s)(?!(?:about|an?|the|our|know|that(?! ${OF_THEM}))(?!\\p{L}))(?<head>(?:[^\\n:]|:(?=\\d)){2,80}?)\\)?\\s?:(?!\\d)\\s?${OPEN}`;
const WRITE = '(?:e-?mail|mail|(?<way>text|sms|wechat)|message|write to|tell|let)';
const ASKED = "(?:please |can you |could you |i want to |i['’]d like to |let['’]?s |help me |i need to )?";
const MAILS =
  '(?:(?:marketing|advertising|promotional) (?:mails?|e-?mails?|texts?|messages)|marketing|advertising|adverts?|mails?|e-?mails?|newsletters?|mailings?|campaigns?|offers?|texts?|messages|news|ads|promotions?)';

/** What goes to many: campaigns, follow-ups and posts, which only shows or makes a draft. */
export const many: Rule[] = rulesOf(pieces, [
  // text everyone who bought a logo that prices go up
  [
    `${ASKED}${WRITE} (?<people>(?:everyone|everybody|anyone|all(?: the| my| our)? (?:customers|clients|people)|those|people|customers|clients) who(?: has| have| ever| already)* (?:bought|ordered|purchased|booked) (?:(?!that\\b)[\\p{L}\\p{N}-]+ ?){1,5}?) that ${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
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
  [`${ASKED}${WRITE} ${PLAIN}(?: know)?\\s?:\\s?${TITLE}`, 'campaign', 'new by:$way $title to $people\n$title$tail'],
  // let everybody who bought a mug know the new mugs are in; tell everyone that we moved
  [
    `${ASKED}let ${CLAUSED} know\\s?(?:[:,–—-]\\s?|that (?!${OF_THEM})|(?=(?:the|our|my|a|an|we|i|im|weve|were|we['’](?:re|ve|ll)|i['’](?:m|ve|ll)|there|new|all|it|its|it['’]s|about)(?!\\p{L})))${TITLE}`,
    'campaign',
    'new $title to $people\n$title$tail',
  ],
  [
    `${ASKED}let ${PLAIN} know\\s?(?:[:,–—-]\\s?|that (?!${OF_THEM})|(?=(?:the|our|my|a|an|we|i|im|weve|were|we['’](?:re|ve|ll)|i['’](?:m|ve|ll)|there|new|all|it|its|it['’]s|about)(?!\\p{L})))${TITLE}`,
    'campaign',
    'new $title to $people\n$title$tail',
  ],
  [
    `${ASKED}${WRITE} ${CLAUSED}(?: know)? that (?=(?:the|our|my|an?|new|all|from|on|today|tomorrow)(?!\\p{L}))${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  // send everyone who bought a logo an offer, 20% off business cards
  [
    `${ASKED}(?:send|give|offer|e-?mail|mail|(?<way>text|sms|wechat)|message) ${CLAUSED} (?:an? |the |our |my |some )(?<what>(?:(?!\\b(?:who|that|an?|the|our|my|some) )[^\\n:.,]){0,24}?(?:offers?|discounts?|vouchers?|coupons?|deals?|promotions?|news(?:letter)?|notes?|messages?|mails?|e-?mails?|updates?))\\s?(?:[:,–—-]|for|about|that)\\s?${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  [
    `${ASKED}(?:send|give|offer|e-?mail|mail|(?<way>text|sms|wechat)|message) ${CLAUSED} (?:an? |the |our |my |some )(?<what>(?:(?!\\b(?:who|that|an?|the|our|my|some) )[^\\n:.,]){0,24}?(?:offers?|discounts?|vouchers?|coupons?|promotions?|newsletter))`,
    'campaign',
    'new by:$way $what to $people',
  ],
  [
    `${ASKED}send (?:out )?(?:an? |the |our |my )?(?:[^\\n:]{0,30}?(?:newsletter|mailing|mail|e-?mail|message|offer|discount|announcement|news|update|(?<way>text message|text|sms))s?)(?: out)? to ${CLAUSED}\\s?(?::|[,–—](?=\\s?(?:\\d|(?:an?|the|our|my|new|all|free|from|today|tomorrow)(?!\\p{L})))|[,–—](?=\\s?${BEGINS}))\\s?${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  [
    `${ASKED}(?:tell|text|message|e-?mail|inform|write to) ${PLAIN} (?=(?:we|i|im|we['’](?:re|ve|ll)|i['’](?:m|ve|ll))(?: (?:are|will be|am|have))? (?:closed|away|open|shut|moving|moved|off|on holiday|back|out of)(?!\\p{L}))${TITLE}`,
    'campaign',
    'new $title to $people\n$title$tail',
  ],
  // email everyone, but not Bob Smith: we are closed; tell everyone except Kim we are closed
  [
    `${ASKED}${WRITE} ${PLAIN}\\s?[,(–—-]?\\s?${BUT} (?<but>[^\\n:()]{2,60}?)\\)?(?:\\s?:\\s?|\\s?[,–—-]\\s?${BEGINS}|\\sthat (?!${OF_THEM})|\\s${BEGINS})${TITLE}`,
    'campaign',
    'new by:$way $title to $people except $but\n$title$tail',
  ],
  [
    `${ASKED}${WRITE} ${CLAUSED}(?: know)?\\s?:(?!\\d)\\s?${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  // email everyone tomorrow at 9: we are closed; email everyone via Telegram: we are closed
  [`${ASKED}${WRITE} ${PLAIN}(?: know)?${HEAD}`, 'campaign', 'new by:$way $title to: $people, $head\n$title$tail'],
  [
    `${ASKED}${WRITE} ${PLAIN}(?: know)?(?: that (?!${OF_THEM})|\\s?[:,–—]\\s?|\\s-\\s|(?<=\\p{L})-\\s)${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  [
    `${ASKED}${WRITE} ${CLAUSED}(?: know)?(?:\\s?:\\s?|(?: that |\\s?[,–—-]\\s?)(?![^\\n]*:(?!\\d))${BEGINS})${TITLE}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  [
    `${ASKED}(?:e-?mail|mail|(?<way>text|sms|wechat)|message|send|give|offer) ${PLAIN} (?:a |an |the |our |some )?(?<what>(?:(?!(?:${BUT}|who|that) )[^\\n:.,]){0,30}?(?:offers?|discounts?|sales?|vouchers?|coupons?|promotions?))`,
    'campaign',
    'new by:$way $what to $people',
  ],
  [
    `${ASKED}(?:e-?mail|mail|(?<way>text|sms|wechat)|message|write to|write) ${CLAUSED}`,
    'campaign',
    'new by:$way News to $people',
  ],
  [
    `${ASKED}(?:e-?mail|mail|(?<way>text|sms|wechat)|message|write to|write) ${PLAIN}(?: (?:a|an|the|about|our) (?:(?!(?:${BUT}|who|that|-) )[^\\n:,;()–—]){2,40}?)?`,
    'campaign',
    'new by:$way News to $people',
  ],
  [
    `${ASKED}send (?:out )?(?:a |an |the |our |my )?(?<what>[^\\n:]{0,30}?(?:newsletter|mailing|mail|e-?mail|message|offer|discount|sale|campaign|announcement|news|update|(?<way>text message|text|sms))s?)(?: out)? to ${MANY}`,
    'campaign',
    'new by:$way $what to $people',
  ],
  // email everyone, skip bob smith: we are closed; send a discount to everyone - not bob
  [
    `${ASKED}${WRITE} ${PLAIN}(?: know)?(?:\\s?[:,;–—]\\s?|\\s-\\s|\\s(?=[-(#])|\\s(?=${BUT} )|\\s(?=(?:about|the|an?|our) )|\\sthat (?!${OF_THEM})|\\s${BEGINS}|\\s(?=[^\\n:]{2,40}:(?!\\d)))${OPEN}`,
    'campaign',
    'new by:$way $title to $people\n$title$tail',
  ],
  [
    `${ASKED}send (?:out )?(?:a |an |the |our |my )?(?<what>[^\\n:]{0,30}?(?:newsletter|mailing|mail|e-?mail|message|offer|discount|sale|campaign|announcement|news|update|(?<way>text message|text|sms))s?)(?: out)? to ${PLAIN}(?:\\s?[:,;–—]\\s?|\\s-\\s|\\s(?=[-(#])|\\s(?=${BUT} ))${OPEN}`,
    'campaign',
    'new by:$way $what to $people\n$title$tail',
  ],
  [
    `${ASKED}send (?:out )?(?:a |an |the |our |my )?(?:[^\\n:]{0,30}?(?:newsletter|mailing|mail|e-?mail|message|announcement|news|update|(?<way>text message|text|sms))s?)(?: out)? to ${PLAIN}${HEAD}`,
    'campaign',
    'new by:$way $title to: $people, $head\n$title$tail',
  ],
  [
    "(?:how (?:did|is|was|were|does)|what about|how['’]s|show(?: me)?)(?: (?:the|my|our))? (?<name>[^\\n?]{1,40}?) (?:campaign|mailing|newsletter|campaigns)(?: (?:do|doing|go|going|perform|performing|results?|report|stats))?",
    'campaign',
    '$name',
  ],
  [
    `${ASKED}(?:unsubscribe|opt[ -]?out) $WHO(?: (?:from|of) (?:the |my |our |all )?(?:${MAILS}|lists?|mailing list))?`,
    'unsubscribe',
  ],
  [
    `${ASKED}(?:take|remove|get|drop) $WHO (?:off|from|out of) (?:the |my |our |all )?(?:${MAILS} |mailing |marketing )?(?:lists?|${MAILS})`,
    'unsubscribe',
  ],
  [
    `(?:please )?(?:don['’]?t|do not|never)(?: ever)? (?:(?:send|mail|e-?mail|text) $WHO (?:any |more |any more |our |these |my |those )*(?:${MAILS}|advertising|ads|promos?)|(?:mail|e-?mail|text) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) any ?more)(?: any ?more| again| ever)?`,
    'unsubscribe',
  ],
  [`no more (?:${MAILS})(?: and ${MAILS})? (?:for|to) $WHO`, 'unsubscribe'],
  [
    `(?:please )?(?:stop|quit) (?:mailing|e-?mailing|texting|sending (?:any |more |our )*(?:${MAILS}|anything) to) $WHO`,
    'unsubscribe',
  ],
  [
    `$WHO (?:said|says|asked(?: me| us)?|told (?:me|us)|wants (?:me|us))(?: to)? (?:please )?(?:to )?(?:stop|quit|not to be|no more) (?:mailing|e-?mailing|texting|e-?mailed|mailed|(?:sending|getting)(?: her| him| them)? (?:any |more |our )*(?:${MAILS}))(?: (?:her|him|them|me|us))?(?: any ?more)?`,
    'unsubscribe',
  ],
  [
    `$WHO (?:(?:does not|doesn['’]?t) want|no longer wants|wants no|asked for no)(?: to (?:get|receive|have))?(?: (?:any|more|our|of|these|further|the))* ${MAILS}(?: any ?more| from (?:us|me))*`,
    'unsubscribe',
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
    `${ASKED}(?:post|put|share|publish) (?:on|to) (?:my |our )?(?<network>instagram|insta|ig|x|twitter)\\s?(?:[:,–—-]|that)?\\s?(?<text>[^\\n]{2,200}?)`,
    'post',
    'only $network: $text',
  ],
  [
    `${ASKED}(?:post|put|share|publish) (?:on|to) (?:my |our )?(?:facebook|linkedin|threads|mastodon|channel|social media|socials)\\s?(?:[:,–—-]|that)?\\s?(?<text>[^\\n]{2,200}?)`,
    'post',
    '$text',
  ],
]);
