import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** A lead at large: to see it first, business with us, the same again, repairs, the wish to buy. */
export const lead: readonly Rule[] = [
  // let me see it first
  {
    to: 'lead/demo',
    weight: 4,
    says: en`
      demo(?:s|nstration)?\b|(?:free )?trial\b|try (?:it|before|out|your|the|one|a)\b|to try\b|test (?:login|account|drive|it|version)\b|sandbox|sample (?:track|chapter|pack|lesson|of|work|page)\b|a sample\b|samples\b|walk ?-?through|walk (?:me|us) through|show (?:us|me) (?:around|round|how|the)|presentation\b|(?:live )?tour of\b|see (?:it|the product|how it) (?:live|in action|move|working|works|before)|pilot\b|taster\b|portfolio\b|poke (?:at|around)|examples? of (?:your|previous|past)|previous work|preview|play (?:around )?with it|see (?:some|more) (?:of your|examples|photos|pictures)
    `,
    unless:
      /\btrial (?:was|is|has) (?:supposed|meant|ended|over|expired)|trial[^.]{0,20}charged|sample kit|canceled? (?:my|the) trial|after the trial|attached a sample|error|charged/,
  },

  // business with us
  {
    to: 'lead/partnership',
    weight: 4,
    says: en`
      partner(?:ship|ing|s)?\b(?! and i)|collab|referral (?:fee|scheme|program)|affiliate|re-?sell(?:er|ers|ing)?\b|wholesale|commission\b|white[- ]?label|distribut(?:or|e|ion)\b|split (?:the|it|\d)|revenue (?:share|split)|consignment|stockists?|sponsor|co-?host|we(?:'d| would) pay you|speak at\b|guest (?:lecture|speaker|teach|spot)|send each other|joint\b|carry your\b|stock your\b|sell your\b|your terms\b|what terms\b|join forces|trade (?:price|discount|account)|pop-?up|bulk (?:order|buy|pric|discount)|stall at|run (?:a|an|some) (?:\w+ )?(?:workshop|class|session)s? (?:at|for|in|here) our|our (?:shop|store|hotel|caf[eé]|members|readers|audience|gym|school)[^.!?]{0,40}(?:your|you)|licens(?:e|ing) (?:your|the)|feature (?:you|your)|cross[- ]promot
    `,
    unless: /\bseo\b|backlink|business partner|growth hack|crypto|guest post|collaborat(?:e|ion) editor/,
  },

  // the same again
  {
    to: 'lead/reorder',
    weight: 4,
    says: en`
      same (?:again|as (?:last|before)|order|retainer|terms|spec|size|stock|thing)\b|another (?:batch|box|round|set|pack|dozen|bag|jar|bottle|pair|order|load|case|copy|\d[\d,]*|two|three|four|five|ten|one of)\b|re-?order|repeat (?:order|of|customer)|top(?:ping)? (?:us |me )?up\b|run(?:ning)? (?:out|low)\b|ran out\b|nearly (?:out|run)\b|more of the (?:same)?|(?:the|my|our) usual\b|again (?:please|pls|plz|mate)|order (?:again|more|some more|another)|need (?:another|more)\b|want (?:another|more)\b|(?:have|need) a further\b|send (?:me |us )?(?:another|\d+ more|more)\b|renew (?:our|my|the) (?:contract|retainer|plan|licen)|(?:two|three|four|five|ten|\d+) more\b|just like (?:last time|before)|like last (?:time|year|month)|(?:all|nearly) finished|used (?:it )?(?:all )?up|stock up|refill
    `,
    unless: /\bcharged|another (?:email|error)|meetings|more (?:time|info|expensive)|\bwrong/,
  },

  // nothing was bought yet, or it was bought elsewhere
  {
    to: 'lead',
    weight: 3,
    says: en`
      before (?:i|we) (?:\w+ )?(?:order|buy|book|commit|sign|decide|pay|purchase|put (?:any )?money|place|part with)\b|before (?:ordering|buying|booking|committing|signing|deciding|paying|purchasing)\b|asking before\b
      (?:have ?n'?t|have not|not|never) (?:yet |actually |even )?(?:ordered|bought|booked|decided|signed up|paid|chosen|got one|had one)\b[^.!?]{0,20}(?:yet|before|anything|from you|online|so far|$|[,.;])
      if (?:i|we|one) (?:do |were to )?(?:order|buy|bought|book|booked|sign(?:ed)? up|joined|join|commission|took|went with|go with|choose|chose)\b
      (?:was|were|am|i'?m|we'?re|been|just) (?:about to|tempted to|hoping to|thinking of|considering) (?:buy|order|book|buying|ordering|booking|getting)
      (?:my|our|the) (?:last|old|previous|usual|regular|current|present|former|other|own) (?:\w+ )?(?:baker|photographer|supplier|shop|salon|teacher|tutor|designer|agency|accountant|hairdresser|barber|cleaner|gardener|printer|builder|plumber|decorator|florist|caterer|band|dj|tailor|vet|dentist|company|firm|lady|place|provider|developer)\b
      (?:another|other|different) (?:\w+ )?(?:shop|site|salon|place|company|firm|supplier|designer|photographer|baker|teacher|seller|store|agency)\b
      (?:let (?:us|me) down|cancelled on (?:us|me)|pulled out|left us in the lurch)
      is (?:that|this|it) (?:something|the (?:sort|kind) of (?:thing|job)|a job) you|worth (?:fixing|repairing|mending|saving|restoring)|(?:take|taking) (?:that|this|it|something like (?:that|this)) on\b|(?:any|got any|have you) experience with|have a go at
    `,
    unless:
      /\byou (?:sold|sent|charged|promised|delivered|fitted|repaired|made|told|gave|let)\b|\bi (?:bought|ordered) (?:from|it|this|the)\b|\bmy order\b|refund/,
  },

  // at large
  {
    to: 'lead',
    weight: 2,
    says: en`
      (?:i'?m|we'?re|im|i am|we are) (?:looking|interested|after|thinking|considering|hoping|keen|planning|getting married|in the market|shopping|searching)\b|interested in\b|(?:i'?d|we'?d|would|i would|we would) (?:like|love) to (?:order|buy|book|hire|commission|purchase|know|arrange|talk|discuss|have|get|learn|sign|start|join|place|take|find out)\b|(?:want|wanna|looking|hoping|ready|keen) to (?:order|buy|book|hire|purchase|reserve|start|learn|join|sign|get a)\b|before (?:i|we) (?:buy|order|commit|pull|purchase|sign|decide|pay)|hire you|need (?:someone|somebody|an? (?:\w+ )?(?:\w+er|\w+or|\w+ist|website|logo|\w+ing)|help with (?:a|an|our|my|the (?!order)))\b|(?:recommended|referred) (?:by|to|you)\b|(?:friend|colleague|neighbou?r|sister|brother)s? (?:recommended|told me about|said you|referred|gave me your)|happy to pay\b|i'?ll (?:likely |probably )?(?:order|buy|take|have)\b|more (?:info|information|details) (?:on|about)|tell me (?:more|about)|could you (?:send|share) (?:me |us )?(?:details|info|more|your (?:brochure|catalog|menu|rates|price))|(?:brochure|catalogue?)\b|get started|new (?:client|customer|patient|student)s?\b|do you think you could|how (?:do|can) (?:i|we) (?:order|buy|join|sign up|enrol|get started|hire|book)
    `,
    unless: /\bbutton\b|\bcheckout|\bjob\b|\bwork for you|shifts|working together|error|your ranking/,
  },
  {
    to: 'lead/availability',
    weight: 4,
    says: en`(?:anyone|someone|somebody|do (?:you|u)|can (?:you|u)|could (?:you|u)|need|needs|looking)\b[^.!?]{0,30}\b(?:fix|repair|mend|restore|service)(?:ing|ed)? (?:an?|my|our|cracked|broken|old)\b`,
    unless:
      /you (?:fixed|repaired|sold|sent|replaced)|again|still|bought|your (?:app|site|website|plugin)|last (?:week|month)/,
  },
  {
    to: 'lead',
    weight: 1,
    says: /\?\s*$|\b(?:plz|pls|please)\s*[.!]?\s*$|\benquir(?:y|ing|e)\b|\bwondering (?:if|whether)\b|\b(?:do|can|could|would|are|is) (?:you|u|it|there|this|i|we)\b[^.!?]{0,80}\?/,
    unless: /\bwhy\b|\bnot\b|n't\b|\bwrong|\bwhere is/,
  },
];
