import { en } from './pattern.ts';
import type { Rule } from './rule.ts';

/** Said only to be denied, or told of others: blanked before the rules read. "not complaining", "your refund policy". */
export const quietEnglish: readonly RegExp[] = [
  /\b(?:can'?t|cannot|nothing to|never|hardly|couldn'?t|no reason to) complain(?:ed)?\b/g,
  /\b(?:not|n't|isn't|no)(?: here| trying| meant| meaning)?(?: to| a)? ?(?:be )?(?:complain\w*|moan\w*|chas\w+|nag\w*|difficult|angry|upset|mad|urgent|blocking|rush\w*|complaints?)/g,
  /\b(?:no|zero|without|not a single|without a single) (?:problems?|issues?|worries|rush|hurry|faults?|offen[cs]e|trouble|hassle|quer(?:y|ies)|errors?|complaints?)/g,
  /\b(?:refund|return|cancellation|cancelation|privacy) (?:policy|policies|terms|conditions)/g,
  /\b(?:saw|read|seen|heard)(?: \w+){0,3} (?:reviews?|people|others|comments?)[^,.;:!?]{0,60}/g,
  /\b(?:my|our|the|their) (?:previous|last|old|former|ex|other|current)[- ](?:consultant|designer|guy|developer|dev|photographer|plumber|accountant|agency|supplier|vendor|provider|tutor|contractor|builder|crm|web ?guy|freelancer|translator)[^.!?]{0,80}/g,
];

/** Praise denied ("not great", "wouldn't recommend") is none; a question, a plan or a figure of speech ("couldn't be happier") denies nothing. */
const DENIED_PRAISE = {
  says: en`
    (?:not|never|nothing|hardly|\w+n't|dont|didnt|wasnt|isnt|wouldnt)(?: (?:a|an|the|it|this|was|is|be|been|i|i'm|we|very|that|really|so|too|at all|as|all|exactly|entirely|particularly|overly|say|find|call|much)){0,4} (?:great|good|happy|satisfied|pleased|impress(?:ed|ive)|amazing|delicious|tasty|nice|lovely|helpful|friendly|recommend(?:ed|ing)?|beautiful|fresh|worth|perfect|brilliant|excellent|enjoy(?:ed|able)?|love[d]? (?:it|this|the)|fun|professional|useful|thrilled|delighted|special|wonderful|awesome|pretty)\b
  `,
  unless:
    /\?|can(?:'t|not) (?:\w+ )?recommend[^.!?]{0,20}(?:enough|more|highly)|could(?:n't| not) (?:be|have)|not (?:only|just)\b|(?:good|great|nice) (?:time|day|idea|for me|with|at|if)|if (?:it|i|they|you)[^,.]{0,12}(?:n't|not)/,
};

export const english: readonly Rule[] = [
  // ticket: money back
  {
    to: 'ticket/refund',
    weight: 4,
    says: en`
      refund|money back\b|reimburs|chargeback|repaid\b|reverse the (?:charge|payment)|(?:full|partial|store) credit\b|get (?:my|our) (?:\w+ )?(?:money|deposit|cash)
      (?:give|send|put|pay|get|return|want|have|need|transfer)\b[^.!?]{0,30}\b(?:deposit|money|payment|advance|fee|it|cash|[£$€]\d+)\b[^.!?]{0,12}\bback\b
      (?:give|put|send|pay) (?:it|my|the|me|us)[^.!?]{0,16}\bback\b|return (?:the |my |our )?(?:\d+% )?(?:deposit|advance|payment|money|fee)
      (?:want|need|like|wish|going|trying) to (?:return|exchange|send (?:it|this|them) back|cancel)\b
    `,
  },
  {
    to: 'ticket/refund',
    weight: 3,
    says: en`
      (?:return|returning|returned|exchange|exchanging|swap) (?:it|this|these|them|the|my|a|an|for)\b|return label\b|how (?:do|can) i (?:return|cancel)|bought[^.!?]{0,24}by (?:mistake|accident)|accidentally|by mistake\b|wrong plan\b|changed my mind\b
      cancel (?:n|and|my|the|this|our|it)\b|cancell?ed (?:the|my|our|it|within)\b[^.!?]{0,30}\b(?:still|but|yet|and)|owe(?:s|d)? (?:me|us)\b|no longer (?:want|need|require)|don'?t (?:want|need) (?:it|this|them)\b|(?:can'?t|cannot|unable to) (?:make it|attend|come) (?:any ?more|now|after all)|(?:too (?:small|big|narrow|tight|large|wide)|doesn'?t fit|didn'?t fit)|unused\b|out of pocket
    `,
    unless: /can (?:we|i) (?:come|move|reschedule)|instead\?|quote/,
  },

  // ticket: charges, bills, invoices
  {
    to: 'ticket/billing',
    weight: 4,
    says: en`
      (?:charged|billed|debited|invoiced|paid)\b[^.!?]{0,24}\b(?:twice|double|again|extra|wrong|two times|3 times|three times|in us dollars|the wrong|for a third|instead|more than|after i cancel)
      double[- ]?(?:charg|bill)|over ?charg|under ?charg|(?:was|were|been|got|being|am|get|getting|still|just|why) (?:charged|billed|invoiced|debited)|you(?:'ve| have)? (?:charged?|bill|billed|invoiced?|debited|took (?:the |my |our |a |\W)?(?:money|payment|\d))\b
      (?:two|2|duplicate|second|unknown|unauthori[sz]ed|unexpected|mystery|strange|weird) (?:payments?|charges?|transactions?|invoices?|bills?)|direct debit|payment (?:failed|declined|rejected|didn'?t|won'?t|isn'?t|was|is not|not|keeps|error|went|bounced)
      card (?:was |is |got |keeps |keep )?(?:being |getting )?(?:declined|rejected|refused|expired)|late fee|credit note|auto[- ]?renew|(?:still|didn'?t|did not|not|never) (?:cancel|cancelled) my subscription|money (?:was|has been|got|is) (?:taken|deducted|gone)|(?:deducted|withdrawn) (?:from|twice)|came out of my (?:account|bank)
    `,
  },
  {
    to: 'ticket/billing',
    weight: 2.2,
    says: en`
      (?:an?|the|my|our|your|last|proper|vat|new|correct|another|this) (?:\w+ )?(?:invoice|receipt|bill)\b|invoices\b|receipts?\b|billing|vat\b|tax (?:id|number|invoice)|bank statement|monthly to annual|discount (?:code )?(?:you|didn'?t|did not|not|doesn'?t|isn'?t|wasn'?t)|(?:promo|coupon|voucher|discount|gift)(?: (?:code|card))?s?\b[^.!?]{0,20}\b(?:not|but|n'?t|invalid|expired|fail|reject)|renewed|renewal|purchase order|company (?:name|details) on the|payment method|my subscription|how (?:do|can) i pay|company name|next payment
    `,
    unless: /\b(?:quote|estimate|clients|looking for|proposal)\b/,
  },

  // ticket: accounts
  {
    to: 'ticket/account',
    weight: 4,
    says: en`
      (?:can'?t|cannot|can not|unable to|couldn'?t|won'?t let me|not able to|trouble|problems?|wont let me|doesn'?t let me|keeps me from) (?:log|sign)(?:ging|ing)?[- ]?(?:in|on|back)|locked out|(?:log|sign)[- ]?in (?:fail|doesn'?t|isn'?t|not|error|page|loop|problem|link|details|code)
      (?:forgot|forgotten|reset|resetting|change|lost|wrong|remember|new) (?:my |the |our |his |her )?password|password (?:reset|doesn'?t|not|is wrong|link|won'?t|isn'?t|expired)|2fa\b|two[- ]factor|authenticator|verification (?:code|email|link)|(?:confirmation|activation|reset|invite|magic) (?:email|link|code)\b
      account\b[^.!?]{0,24}\b(?:suspended|locked|disabled|deleted|banned|hacked|closed|blocked|still in|frozen|merged?|gone|empty|deactivated|restricted|transferred)|(?:delete|close|deactivate|merge|remove|reactivate|restore|recover|unlock) (?:my|our|the|this|both) (?:\w+ )?(?:accounts?|data|profile)
      change (?:my|the|our) (?:\w+ )?(?:email|e-mail|phone|username|login|name)|(?:transfer|move) ownership|gdpr\b|hacked|someone (?:else )?(?:is|has|was|logged)[^.!?]{0,20}\b(?:my|our|using|access)|(?:two|duplicate) accounts|i moved (?:company|jobs)|old (?:email|e-mail|phone)
    `,
    unless: /is your code|passcode|never ask/,
  },
  {
    to: 'ticket/account',
    weight: 2.5,
    says: en`
      (?:log|sign)(?:ged|ging|ing)?[- ]?(?:in|out)\b|password\b|admin (?:rights|access|back)|no access\b|(?:can'?t|cannot|lost) (?:access|get in)|permissions?\b|my (?:account|profile|username|login)\b|someone else'?s\b|every client'?s files|workspace now\b|access to (?:the|my|our|all)|(?:add|remove|invite) (?:a |an |another |my |new )?(?:user|colleague|team ?mate|member|seat)
    `,
    unless: /\b(?:test|demo|trial) login|your code|passcode|new browser/,
  },

  // ticket: parcels
  {
    to: 'ticket/shipping',
    weight: 4,
    says: en`
      where(?:'?s| is| are|s)? (?:my|our|the (?:parcel|package|order|delivery|rest|other))|where (?:is|are) (?:it|they|she)\b
      (?:has ?n'?o?t|have ?n'?o?t|did ?n'?o?t|never|not yet|still not|not|hasnt|havent|didnt|yet to|no sign) (?:yet |even )?(?:been )?(?:arriv|come\b|came\b|shown|turned up|received?\b|recieved|showed|shipped|deliver|got (?:my|it|the|a)|dispatched|here\b|reached|moved|sent\b|of (?:it|my|the)\b)
      says (?:it'?s |it was |it has been )?(?:delivered|shipped)|out for delivery|marked (?:as )?delivered|missing (?:the |a |an |one |two |\d |some )?(?:\w+ )?(?:items?|pieces?|parts?|screws|from)|wrong (?:address|item|size|one|order|product|parcel|thing)
      (?:chang|updat|correct|amend)\w* (?:the |my |our )?(?:delivery |shipping )?address|arrived? (?:\w+ )?(?:broken|damaged|smashed|crushed|open|empty|wet|in pieces|cracked|shattered|bent|melted|dead)|lost in (?:the )?(?:post|mail|transit)|when (?:will|does|is|are|can)[^.!?]{0,30}\b(?:arrive|ship\b|come\b|get here|be delivered|delivered|be sent|dispatched|expect)|how long (?:until|till|before|for) (?:it|my|the)|tracking (?:number|link|code|says|info|hasn|has|shows|page|doesn|not)
    `,
    unless: /how long[^?]{0,30}(?:to make|turnaround)/,
  },
  {
    to: 'ticket/shipping',
    weight: 2.5,
    says: en`
      parcel|(?:the|my|a|this|that) package\b|packages\b|courier|customs\b|shipment|tracking|dispatch|shipped|delivery (?:driver|date|man|guy|status|company)|import (?:fee|duty|tax)|royal mail|dhl\b|ups\b|fedex|usps|hermes|evri\b|post ?office|my delivery|hasn'?t (?:moved|updated)|left (?:it |the |my )?[^.!?]{0,16}(?:outside|in the rain|at the door|with a neighbou?r|on the step)|only (?:got|received|one of|half|came)|received only|(?:my|the) (?:order|delivery)\b[^.!?]{0,20}\b(?:late|delayed|stuck|missing|lost|incomplete|wrong)|(?<!same as |like |as )order (?:number |no\.? ?|#)?#?\d{3,}|(?:box|packaging) (?:was|is|came|arrived)|signed for|neighbou?r\b|returned to sender|redeliver|pick ?up point
    `,
    unless:
      /\b(?:thank|found it|arrived safely|shipping agent|how much|quote|ignore|locker)\b|package deal|what packages/,
  },

  // ticket: something does not work
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

  // ticket: complaints
  {
    to: 'ticket/complaint',
    weight: 4,
    says: en`
      complain(?:t|ts|ing)?\b|(?:un|not |isn'?t )acceptable|disappoint(?!ed to miss)|disgust|appalling|appalled|horrible|horrendous|worst\b|rubbish\b|garbage\b|shoddy|sloppy|rude(?:ly|ness)?\b|unprofessional|scam|rip(?:ped)?[- ]?off|fraud|misleading|misled|false advertis|lied\b|liars?\b|ridiculous|wtf\b|fed up|sick (?:of|and tired)|furious|livid|outrag|legal action|(?:going|have|want|forced|ready|prepared|right|threaten\w*|about|like) to sue\b|(?:i|we|he|she|they)(?:'ll| will| can| could| shall| may| might|'d| would) sue\b|sue (?:you|your|them|for (?:damages|compensation))\b|suing\b|small claims|trading standards|ombudsman|compensat|waste of (?:money|time)|wasted (?:my|our|an|a|two|three)|how dare|joke right|(?:what|is this) a joke|ashamed|shame on|unhappy\b|dissatisf|fuming|shambles|shambolic|counterfeit|fake\b|damaged?\b|incompeten|negligen|careless|useless\b|pathetic|insult|humiliat|disgrace|inexcusable|atrocious|abysmal|nightmare|crap\b|bad (?:quality|service|experience|job|attitude|review)|(?:poor|terrible|awful|lousy|zero) (?:service|quality|job|experience|communication|workmanship|support|customer)
    `,
    unless: /resumes? reviews?|what'?s the damage|whats the damage|crypto|waste of time\?/,
  },
  {
    to: 'ticket/complaint',
    weight: 3.5,
    says: en`
      terrible|awful|angry|annoyed|frustrat|upset\b|unbelievable|ignor(?:ed|ing)\b|no (?:reply yet|response (?:yet|since|from|to)|answer (?:yet|from)|one (?:answer|repli|came|respond|pick|call|told|bother)\w*|apology|explanation|warning|notice)|(?:nobody|no-?one) (?:\w+ )?(?:repli|answer|came|respond|call|told|read|turned|bother|mention|showed|notic|knows)\w*|never (?:again|called|replied|showed|turned|came|answered|responded|been so|heard back)|haven'?t heard|(?:no|didn'?t) show(?:ed)?(?: up)?\b
      (?:was|were|arrived|turned up|came|hours?|minutes?|weeks?|days?|months?) late\b|stood (?:me|us) up|(?:third|second|fourth|fifth|nth) (?:time(?! here| visit| back)|attempt|email|message|request)|time this (?:week|month)|yet again|again and again|(?:you|we were|i was|was) (?:said|promised|told|agreed|guaranteed|assured)\b|promised\b|not what (?:i|we|was)|nothing like|not as (?:described|agreed|promised|advertised|shown|pictured)|looks? nothing|different (?:from|to|than) (?:the|what|your)|put (?:it|this|things) right|want an? (?:apology|explanation)|explain (?:please|this|yourself|why|how)|please explain|apolog(?:y|ise|ize)\b|solicitor|lawyer|still waiting|been waiting|waited\b|waiting (?:for )?(?:\w+ )?(?:weeks|days|months|hours)|(?:weeks|months|days|hours) (?:ago|later) and (?:still|nothing)|i (?:explained|asked|told|emailed|wrote|called|requested|specifically|clearly)[^.!?]{0,20}\b(?:twice|times|already|clearly|specifically|for an?)|expected (?:better|more from)|let (?:me|us) down|hung up|shouted|swore\b|sarcastic|attitude|treated|blamed?\b|overpriced|unfair|regret
    `,
    unless: /apolog\w+ for (?:the|my)|clearest|sorry about/,
  },
  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`
      m(?:o)?uld(?:y)?\b|allerg(?:y|ic)|food poisoning|got sick|made (?:me|us|him|her) (?:sick|ill)|injur|burn(?:ed|t)\b|a rash\b|ruined|scratch(?:ed|es)|stain(?:ed|s)?\b|peel(?:ed|ing)|faded|torn\b|ripped\b|rust|dirty|filthy|stale|cold when|undercooked|overcooked|smell(?:s|ed)?\b|stinks|hair in|a hair\b|fell (?:apart|off|over|down)|snapped|crack(?:ed|s)\b|leak(?:s|ed|ing)\b|wrong (?:name|date|green|way|depth|colou?rs?|room|spelling|photo|file|language|amount|side|font|logo|version|door|person|day|time|measurements?)|mis-?(?:spel|print|translat|quot|label)\w*|spelt|spelled|typos?\b|mistakes?\b|not (?:touched|followed|done|finished|cleaned|even|straight|level|sealed|ready|delivered what)|unfinished|half[- ](?:finished|done)|cheap(?:ly)? made|poor(?:ly)?\b|dreadful|expect (?:better|someone|a response|an answer)|(?:you|your (?:driver|fitter|team|guy|staff|man|colleague|assistant)) (?:told (?:my|me|us|her|him)|called|shouted|swore|painted|broke|scratched|left|ruined|forgot|lost|ignored|said|deleted|cut|missed|skipped)\b|on (?:the )?live site|call me\.?$|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|today|end of day)\b[^?]{0,10}$|stock (?:photo|image|website|site)|copied|plagiari|stolen|leaked (?:my|our)|shared (?:my|our)|without (?:asking|permission|telling|my consent|our consent|notice)
    `,
    unless:
      /\bhow much\b|\bquote\b|what'?s the damage|whats the damage|\b(?:fix|repair|mend)(?:ing)? (?:an?|my|our)\b|\bcracked (?:back|screen)|\bprice\b|\bworld\b|hop on/,
  },
  {
    to: 'ticket/complaint',
    weight: 2,
    says: en`
      thanks for nothing|how (?:lovely|nice|kind|generous|thoughtful) of|slow clap|bravo\b|great job (?:on )?(?:break|los|ruin|forget)|impressive(?:ly)? (?:bad|slow|late)|apparently\b|listed building|so far today|seriously\?|really\?|congratulations on|i suppose|i assume|funny how|interesting (?:choice|interpretation|definition)|is that (?:normal|intentional|deliberate)|isn'?t (?:intentional|that)|what a (?:surprise|shock)|unless (?:you|i)|is it (?:supposed|meant) to|(?:was|were) (?:supposed|meant) to|should have (?:been|had|arrived|come)|so-called
      \?{2,}|!{3,}|[🙄😡😤🤬😠]
    `,
    unless: /^[\s?!]*$|\b(?:love|great news|got the house|yay)\b/,
  },

  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`
      (?:did|does|do)(?: not|n't) (?:meet|live up to|match|reflect)[^.!?]{0,20}(?:expectations?|standards?|promise\w*|described|description)|(?:below|not up to|not of) (?:the |an? |my |our )?(?:\w+ )?(?:standards?|expectations?)|(?:an|some|any|the) (?:explanation|apology) (?:for|of|as to)\b|(?:raise|flag|express|register) (?:a |an |my |our |some )?(?:\w+ )?(?:concerns?|dissatisfaction|disappointment)|(?:how|the way) (?:this|it|that|i|we|my \w+) (?:was|were|has been|have been|had been) (?:handled|treated|dealt with|spoken to)|(?:shouldn't|should not) have (?:to|happened|been)|not (?:how|what) (?:i|we) (?:would|expected|was expecting|were expecting|had)|(?:expected|hoped for) (?:better|more) (?:from|care|than|of)|(?:second|third|fourth) time (?:this|now|that|my|the|it) |(?:kept|left) (?:us |me )?waiting
    `,
    unless: /\bresumes?\b|\bwe (?:help|offer|provide)\b/,
  },
  {
    to: 'other/autoreply',
    weight: -6,
    says: en`(?:call|ring|phone|text|email|write|reply|answer|come|respond|help|get back|send)\b[^.!?]{0,24}(?:right|straight) ?away`,
  },
  { to: 'ticket', weight: 1.5, says: en`(?:call|ring|phone|text) (?:me|us) (?:back )?(?:right|straight) ?away` },

  // ticket at large
  {
    to: 'ticket',
    weight: 1.2,
    says: en`(?:does ?n'?t|won'?t|is ?n'?t|are ?n'?t|has ?n'?t|have ?n'?t|did ?n'?t|was ?n'?t|were ?n'?t|can'?t|cannot|cant|never|still no|no longer|nothing|not able|instead of|only \d+ of|wrong\b)`,
    unless:
      /\bnothing (?:to do|needed|you need)|never (?:tasted|had|seen|been|felt|met|eaten) |can'?t (?:wait|thank|stop|recommend)|isn'?t blocking|haven'?t (?:laughed|slept|felt|decided)/,
  },
  {
    to: 'ticket',
    weight: 1.5,
    says: en`
      (?:please|plz|pls|can (?:you|u)|could (?:you|someone|anyone|u)|kindly|would you)\b (?:please )?(?:fix|check|look into|look at|investigate|advise|explain|resolve|sort|tell me (?:how|what|why|when)|stop|correct|remove|hold|resend|confirm|help me|help with|help us|switch|restore|replace|let me know (?:how|why|what|when)|amend|undo|reset|chase|assist)|what (?:now|should i do|do i do|do you need from me|is missing|went wrong|happened|gives|is going on)|why (?:is|are|was|does|did|has|have|do|am|the|would|can)\b|sort (?:it|this|that) out|asap\b|urgent|photos? attached|screenshot|any (?:update|news) on (?:my|the|our)|what'?s (?:going on|happening|the status)|is (?:there|this) a known|need (?:this|it) (?:fixed|sorted|resolved)
    `,
    unless: /why (?:i|we) (?:love|keep)/,
  },
  {
    to: 'ticket',
    weight: 1.2,
    says: en`
      (?:you|u|your (?:driver|team|fitter|guy|staff|colleague|company|office)|(?:which|that) you) (?:sent|painted|sold|told|fixed|delivered|charged|installed|made|printed|gave|replaced|repaired|promised|said|shipped|emailed|did|left|broke|forgot|matched|pushed|lost|took|built|cut|wrote|translated|supplied|fitted|designed|took|billed|quoted)\b|(?:i|we) (?:bought|ordered|received|paid for|purchased|got)\b|i(?:'ve| have) (?:bought|ordered|received|paid|purchased)|ordered\b|your (?:receipt|app|software|system|website|site|page|plugin|form|tutorial|instructions|driver|invoice|engineer)\b|my (?:order|purchase|booking|data|files|photos|new)\b|the (?:one|thing|item|dress|table|chair|shoes|bag) (?:i|you) (?:bought|ordered|got|sent|sold)
    `,
    unless:
      /\bagain\b|\banother\b|\bmore\b|i placed an order for your|browsing your|came across|your website and|exactly/,
  },

  // lead: price and quote
  {
    to: 'lead/price',
    weight: 3.5,
    says: en`
      how much\b|pric(?:e|es|ing|ed|e ?list)\b|costs?\b|(?:what(?:'?s| is| are|s)?|your|ur|hourly|day|daily) (?:\w+ )?rates?\b|what (?:do|would|will|does) (?:you|u|it|that) charge|(?:do|would) you charge|what'?s the (?:damage|fee|cost|rate)|whats the (?:damage|fee|rate)|(?:non[- ]?profit|student|group|bulk|volume|early|family|senior|multi-?buy|trade) (?:discount|rate|price)|(?:any|a|offer|give|have|do) discounts?|cheaper|afford|budget\b|ballpark|per (?:hour|month|seat|user|person|session|word|head|page|night|lesson|class|day|year|kilo|piece|item)\b|fees?\b|still [$£€]\d|(?:best|better|good) (?:price|deal)\b|expensive|any (?:deals|offers|sale|promo)|tuition|(?:payment|pricing) plans?|installments|instalments|what packages|included\b[^.!]{0,20}\?|(?:does|do) (?:that|it|the price|they) include|is it free|for free\?|free shipping|shipping (?:cost|fee)|membership (?:options|cost)
    `,
    unless:
      /\b(?:late|import|cancellation|handling|unexpected|hidden|referral|flat|production) fees?|price list page|prices? up\b|\bcharged\b|your (?:firm|company|business)|cost me|wrong price|full price|price (?:changed|went up|is wrong|was)/,
  },
  {
    to: 'lead/quote',
    weight: 4,
    says: en`
      quot(?:e|es|ation|ations)\b|estimates?\b|to bid\b|you bid\b|tender\b|rough (?:number|figure|idea|cost|price)|fixed price|what (?:would|will) (?:that|it|this|you)\b[^.?!]{0,12}\b(?:come to|cost|charge|set us back)|rf[qp]\b|want a number|(?:together|give us|send|me|us) (?:a )?(?:number|figure|proposal)\b|calculate for|price up\b|cost (?:up|out)\b|put together a (?:proposal|price)
    `,
    unless:
      /thank(?:s| you) for (?:the|your) (?:quote|estimate)|air quotes|quotes? (?:you gave|was|said)|estimated delivery/,
  },
  {
    to: 'lead/quote',
    weight: 1.5,
    says: en`
      (?:we|i)(?:'d|'re| are| would|'m| am)? (?:need|looking for|look for|like|want|require|after|opening|planning|building|writing|hoping|getting married|hosting|organi[sz]ing|launching|renovating|redoing)\b[^.!?]{0,60}\b(?:\d+|a|an|some|new|our|my)\b|dimensions|sizes?\b|\d+ ?(?:x|cm|mm|m2|sq|pages|words|products|people|guests|staff|units|pieces|pcs|sets|copies|employees|rooms)\b|custom(?:ised|ized)?\b|bespoke|commission (?:a|an|you)|(?:by|before|for) (?:the )?(?:wedding|event|conference|launch|opening)
    `,
    unless: /\brefund|custom(?:er|s)\b|wrong/,
  },

  // lead: is it to be had
  {
    to: 'lead/availability',
    weight: 3.5,
    says: en`
      (?:are|r) (?:you|u|ya) (?:guys )?(?:\w+ )?(?:free|available|open|around|taking|still (?:taking|open|doing|selling)|accepting|booked|doing|able to (?:do|make|take|come|ship|deliver|fit))\b|(?:u|you) (?:free|open|around|available)\b|(?:do|does) (?:you|u|your \w+|this|it|they|these) (?:guys |also |still |currently |ever |only )?(?:have|stock|sell|do\b|offer|carry|take|make|ship|cover|work with|provide|support|come in|come with|deliver|accept|teach|cater|print|repair|fix|travel|include|run|speak|give|rent|hire|host|fit)\b|have you got\b|got any\b|any(?:one|1)? (?:more|left|slots?|spaces?|spots?|availability|chance|openings?|room|tables?|there|places)\b|(?:in|out of|back in) stock\b|availab(?:le|ility)\b|wait(?:ing)?[- ]?list\b|open (?:today|tomorrow|on|now|late|this|sundays|weekends)\b|free (?:tonight|today|tomorrow|on|this|next|before)\b|fully booked|sold out\b|taking on\b|take on\b|restock|opening (?:hours|times)|what time (?:do|are) you|when (?:do|are|is) (?:you|u|the next)\b|in case of a cancellation|all gone\b|you have (?:this|these|the|a|any)\b|where are you (?:based|located)|your address|next (?:course|cohort|batch|intake|class|workshop|session)\b|still (?:available|for sale|on sale)|lead time|turnaround|how (?:long|soon|quickly) (?:would|will|does|do|can|could)[^?]{0,40}(?:take|make|deliver|start|do)
    `,
    unless:
      /not available\b|error|free audit|masterclass|if you have any questions|have any shifts|why do you|do you know|my order|refund|broken/,
  },
  {
    to: 'lead/availability',
    weight: 2,
    says: en`
      (?:can|could|would|will) (?:you|u|ya) (?:also |possibly |please )?(?:do|make|repair|paint|print|engrave|translate|build|design|cater|cover|teach|take|handle|deliver to|ship to|come|create|write|edit|shoot|photograph|draw|tutor|recommend|bake|sew|alter|restore|help (?:me|us) (?:with (?:a|an|our|my)|choose|build|plan|find|design|write))\b|do it in\b|left\?|is (?:the|there|this|it)\b[^.?!]{0,50}\b(?:full|still (?:on|for sale|there)|a version|possible|suitable|ok for|okay for|good for|vegan|gluten|waterproof)\b|in (?:maroon|black|white|red|blue|green|size|large|small|medium)\b|need (?:an? )?(?:emergency|urgent)\b|suitable for|(?:is|are) (?:this|these|it) (?:real|vegan|handmade|ok|safe|suitable)|which (?:one|size|plan|course|model) (?:should|would|do|is)|what(?:'s| is) the difference|difference between|(?:can|could|may) i (?:order|buy|get|have|pay|still|also|join|come|pick)
    `,
    unless: /refund|broken|wrong|missing|instead of|not work|error|replacement/,
  },

  // lead: a date
  {
    to: 'lead/booking',
    weight: 3.5,
    says: en`
      book (?:a|an|the|in|me|us|my|it|you|for|another|in for|two|one)\b|to book\b|booking for\b|reserv(?:e|ation)\b|appointment|pencil (?:me|us|it)|put (?:me|us) down|sign (?:me|us|\w+ )up\b|signing up\b|enrol|arrange (?:a|an|the|for)\b|schedule (?:a|an|the|my|our)\b|come (?:in|by|over|round) (?:on|at|this|next|tomorrow|for|mon|tue|wed|thu|fri|sat|sun)|let'?s do (?:it|mon|tue|wed|thu|fri|sat|sun|next|the)|lets do it\b|(?:lesson|session|table|haircut|class|shoot|slot|consultation|massage|fitting|trim|viewing|spot|place|room)s? (?:on |for |this |next |at )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|\d{1,2} ?(?:am|pm)|at \d)|(?:table|room|spot|place)s? for (?:\d|two|three|four|five|six)|(?:have|take|get|do) the \d{1,2} ?(?:am|pm)|move (?:my|our) (?:appointment|booking|session|lesson)|reschedul|squeeze (?:me|us) in|fit (?:me|us) in|count (?:me|us) in|i'?ll take (?:the|it|that)\b|save (?:me|us) a|hold (?:a|the|that) (?:spot|place|table|slot|date)|save the date|(?:start|begin) (?:on|next|lessons|the course)
    `,
    unless:
      /\bcalendar shows|hop on a|haven'?t received|error|the booking (?:form|page|system|calendar)|cancel (?:my|the|our)|no one|nobody/,
  },
  {
    to: 'lead/booking',
    weight: 1.2,
    says: en`(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?::\d\d)? ?(?:am|pm)\b|(?:can|could|may) (?:i|we) (?:come|have|get|do|join|still)\b|free from the\b|booking\b|for \d+ (?:people|ppl|persons|adults|kids)|next week\b|tomorrow\b`,
    unless: /\b(?:late|wrong|still|error|never|refund|since|cancell?ed)\b/,
  },

  // lead: let me see it first
  {
    to: 'lead/demo',
    weight: 4,
    says: en`
      demo(?:s|nstration)?\b|(?:free )?trial\b|try (?:it|before|out|your|the|one|a)\b|to try\b|test (?:login|account|drive|it|version)\b|sandbox|sample (?:track|chapter|pack|lesson|of|work|page)\b|a sample\b|samples\b|walk ?-?through|walk (?:me|us) through|show (?:us|me) (?:around|round|how|the)|presentation\b|(?:live )?tour of\b|see (?:it|the product|how it) (?:live|in action|move|working|works|before)|pilot\b|taster\b|portfolio\b|poke (?:at|around)|examples? of (?:your|previous|past)|previous work|preview|play (?:around )?with it|see (?:some|more) (?:of your|examples|photos|pictures)
    `,
    unless:
      /\btrial (?:was|is|has) (?:supposed|meant|ended|over|expired)|trial[^.]{0,20}charged|sample kit|canceled? (?:my|the) trial|after the trial|attached a sample|error|charged/,
  },

  // lead: business with us
  {
    to: 'lead/partnership',
    weight: 4,
    says: en`
      partner(?:ship|ing|s)?\b(?! and i)|collab|referral (?:fee|scheme|program)|affiliate|re-?sell(?:er|ers|ing)?\b|wholesale|commission\b|white[- ]?label|distribut(?:or|e|ion)\b|split (?:the|it|\d)|revenue (?:share|split)|consignment|stockists?|sponsor|co-?host|we(?:'d| would) pay you|speak at\b|guest (?:lecture|speaker|teach|spot)|send each other|joint\b|carry your\b|stock your\b|sell your\b|your terms\b|what terms\b|join forces|trade (?:price|discount|account)|pop-?up|bulk (?:order|buy|pric|discount)|stall at|run (?:a|an|some) (?:\w+ )?(?:workshop|class|session)s? (?:at|for|in|here) our|our (?:shop|store|hotel|caf[eé]|members|readers|audience|gym|school)[^.!?]{0,40}(?:your|you)|licens(?:e|ing) (?:your|the)|feature (?:you|your)|cross[- ]promot
    `,
    unless: /\bseo\b|backlink|business partner|growth hack|crypto|guest post|collaborat(?:e|ion) editor/,
  },

  // lead: the same again
  {
    to: 'lead/reorder',
    weight: 4,
    says: en`
      same (?:again|as (?:last|before)|order|retainer|terms|spec|size|stock|thing)\b|another (?:batch|box|round|set|pack|dozen|bag|jar|bottle|pair|order|load|case|copy|\d[\d,]*|two|three|four|five|ten|one of)\b|re-?order|repeat (?:order|of|customer)|top(?:ping)? (?:us |me )?up\b|run(?:ning)? (?:out|low)\b|ran out\b|nearly (?:out|run)\b|more of the (?:same)?|(?:the|my|our) usual\b|again (?:please|pls|plz|mate)|order (?:again|more|some more|another)|need (?:another|more)\b|want (?:another|more)\b|(?:have|need) a further\b|send (?:me |us )?(?:another|\d+ more|more)\b|renew (?:our|my|the) (?:contract|retainer|plan|licen)|(?:two|three|four|five|ten|\d+) more\b|just like (?:last time|before)|like last (?:time|year|month)|(?:all|nearly) finished|used (?:it )?(?:all )?up|stock up|refill
    `,
    unless: /\bcharged|another (?:email|error)|meetings|more (?:time|info|expensive)|\bwrong/,
  },

  // lead at large
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

  // feedback
  { to: 'feedback/praise', weight: -4, ...DENIED_PRAISE },
  { to: 'feedback/criticism', weight: 4, ...DENIED_PRAISE },
  {
    to: 'feedback/criticism',
    weight: 4,
    says: en`could(?: have|'ve)? be(?:en)? (?:a lot |much |so much )?better(?! if| with)`,
  },
  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`(?:not|never|n't|hardly|less than|far from)(?: (?:at all|very|that|really|too|so|entirely|particularly|exactly|best|overly)){0,2} (?:happy|satisfied|pleased|content)\b`,
    unless: /\?|could(?:n't| not) be|if (?:i'?m|we'?re|you'?re|i am) not|not only|happy to\b/,
  },
  {
    to: 'feedback/praise',
    weight: 3,
    says: en`
      (?:love|loved|loves|loving|adore|adored|amazing|amazed|awesome|fantastic|brilliant|wonderful|excellent|superb|perfect(?:ly|ion)?|gorgeous|delicious|tasty|beautiful(?:ly)?|stunning|incredible|outstanding|exceptional|exceeded|delighted|thrilled|impressed|over the moon|lifesaver|life saver|genius|legend|magic(?:al)?|superstar|hero|spot on|top notch|first class|best|flawless|fabulous|marvellous|phenomenal|impeccable|lovely|a joy|a delight|so pleased|so happy|really happy|very happy|chuffed|bravo|hats off|props|kudos|10\/10)\b
      (?:five|5)[- ]?stars?|highly recommend|(?:would|will|can'?t) recommend|recommended you to|(?:told|telling) (?:all )?(?:my|everyone)|keep (?:it up|up the)|well done|deserves? (?:a|every)|great (?:job|work|service|experience|course|class|stuff|app|product|coffee|lesson|teacher|food|communication|team)|patience of a saint|made my (?:day|week|year)|the best (?:part|hour|thing|\w+) (?:of|i)|worth every|exactly what (?:i|we)|better than (?:i|we|the|expected|any)|couldn'?t be happier|can'?t thank you|blown away|so grateful|game[- ]changer|above and beyond|in tears
    `,
    unless:
      /\b(?:i'?d|would|we'?d|i would) love (?:to|fifteen|15|a)\b|\bbest (?:price|deal|regards|wishes|way|time|suit)|\bhow much|\bbut\b|\bquote\b|\bcollab|\bour team\b|would suit me best|win rate|\bfree\b|\bshipping agent|perfect your|\bbroken\b|\bperfect(?:,| time)|before/,
  },
  {
    to: 'feedback/praise',
    weight: 2,
    says: en`
      thank(?:s| you)[^.!?]{0,20}\b(?:patience|help|care|everything|effort|lovely|work|kindness|for (?:the|your|being|making|such|fixing))|(?:happy|pleased) with\b|i passed\b|passed (?:my|the|her|his)|good cry\b|(?:my|our|the) (?:mum|mom|wife|husband|kids?|daughter|son|boss|client|team|clients|customers|dog|cat|guests|baby|grandmother|gran|dad|boyfriend|girlfriend|partner|family) (?:\w+ )?(?:love|loves|loved|cried|adores?|thrilled|delighted|smil|couldn'?t|won'?t stop|keeps asking)|went down (?:very )?well|(?:nicest|kindest|finest|friendliest|sweetest|loveliest|happiest|tastiest|comfiest|funniest|smoothest|easiest|cleanest)\b|(?:people|everyone|friends|guests|strangers) (?:\w+ )?ask(?:ing|ed)?\b|still going strong|saved our|raising a glass|turned up on time|more of this please|whoever (?:did|made)|so (?:good|helpful|kind|patient|easy|smooth|quick|friendly|clear|calm|soft|fresh)\b|really (?:good|helpful|kind|enjoyed|helped|nice|useful|clear)|enjoyed|friendly|helpful|my colleagues|proud\b|compliment|(?:works?|fits?|looks?|tastes?|sounds?|feels?) (?:great|like a|perfect|beautiful|lovely|amazing|good|better|like new)|like new\b|learn(?:ed|t) (?:more|so much)|finally (?:understand|get|works)|saved (?:me|us|my|our)|favou?rite|worth (?:it|the)|made (?:me|us) (?:smile|laugh)|did a (?:great|good|fantastic)|smooth|[❤😍🥰👏🤩💯🎉]
    `,
    unless: /\bbut\b|\?|worth it\?|save you|broken|not |n't work/,
  },
  {
    to: 'feedback/suggestion',
    weight: 3.5,
    says: en`
      suggest(?:ion|ions|ing)?\b|feature (?:request|idea)|(?:it )?(?:would|could|might|'d|wd) be (?:\w+ )?(?:cool|nice|great|good|handy|useful|helpful|lovely|better|neat|easier|amazing|awesome|wonderful|worth|a nice|clearer)\b|wish (?:there|you|it|the|i could)\b|(?:an?|one|small|little|crazy|random|quick|just an) idea\b|idea[:,]|idea for|how about\b|what about (?:adding|a|an|making)|you (?:should|could|might|ought to|guys should) (?:\w+ )?(?:put|add|make|consider|offer|open|sell|try|do|have|include|think|charge|use|move|let|start|get|bring|show|label|provide|post|extend)\b|please (?:consider|add|make|bring back|include|put|offer)\b|consider (?:adding|making|offering|a|an)|\+1 (?:for|on|to)|vote for|might i propose|next time (?:do|the|you|maybe|could|please|it|perhaps)|(?:would|'d) (?:love|like|prefer) (?:to see|it if|if|an option|a way|more)\b|maybe (?:add|put|make|a|you could|next|use|try|offer|start)|perhaps (?:add|you could|a|next)|maybe\.?$|somed?ay\b|a (?:small|little|modest|tiny) (?:thought|idea|request|wish|tip)|make it (?:even )?better|let us (?:pin|choose|pick|filter|sort|set|save|export)|charge too little|put (?:the|your) prices up|have you (?:thought|considered)|any (?:plans?|chance) (?:to|for|of) (?:add|support|a|an|adding)|room for improvement|could use (?:a|an|some|more)|an option (?:to|for)|if (?:only )?(?:you|there|it|we) (?:could|had|added|were|was)|needs? (?:a|an|more) (?:dark mode|button|option|sign|menu|filter|index|search)|dark mode|hope you (?:add|bring|consider)|food for thought|my (?:two|2) cents|wishlist|roadmap|why not (?:sell|offer|add|make|have|let|do)|would save (?:me|us|people|everyone)|(?:bigger|larger|smaller|clearer|longer|shorter|more|fewer|less) [^.!?]{0,40}please\b|can the [^?]{0,30}(?:earlier|later|bigger|smaller|louder|quieter|longer|shorter)
    `,
    unless:
      /\brefund\b|\bquote\b|idea what (?:this|it)|no idea|rough idea|how much|any idea (?:when|where|why)|my ranking|would be (?:great|good|nice) (?:to have|to get|to know)[^.]{0,20}(?:price|cost|quote)|error|broken/,
  },
  {
    to: 'feedback/criticism',
    weight: 3,
    says: en`
      not (?:a (?:big |huge )?fan|my (?:thing|cup|favou?rite|style)|that (?:great|good)|for me|as good|the best|great|impressed|sure (?:about|i like)|convinced|bad\b|terrible)|(?:it|was|is|just|were|pretty|only|bit) (?:ok\b|okay\b|alright|fine\b|meh|average|so-so|decent)|meh\b|expected (?:more|a bit)|(?:the )?hype\b|overrated|over-?hyped|underwhelm|mediocre|average\b|(?:two|three|four|2|3|4)(?: out of five)? stars?|[3-7]\/10|honest (?:take|feedback|opinion|review)|honestly\b|too (?:many|long|fast|slow|salty|sweet|loud|small|much|spicy|crowded|short|dark|bright|busy|complicated|cold|hot|basic|dry|heavy|quiet|rushed|wordy|chatty|bitter|strong|weak)|could(?:'ve| have) been better|could be better|(?:a bit|a little|slightly|rather|somewhat|quite|kinda|kind of) (?:\w+ )?(?:dry|bland|slow|long|loud|cramped|boring|pricey|salty|sweet|rushed|cluttered|dated|dull|repetitive|confusing|clunky|much|disorgani[sz]ed|cold|stiff|generic|small|dark|noisy|thin|heavy|old|flat|fussy|weak|bitter|awkward)|prefer(?:red)? the old|liked? the old|the old (?:one|version|design|site) was|not worth|tbh\b|boring\b|bland\b|clunky|dated\b|confusing|could do without|won'?t be (?:back|coming back|returning|renewing)|don'?t (?:really )?(?:like|love|see the point)|didn'?t (?:really )?(?:like|love|enjoy|click|do it)|nothing special|dragged\b|slow service|looks? cheap|out of my way|compared (?:with|to) the old|decent\b|left me cold|fell (?:flat|short)|lost (?:its|the) (?:charm|soul)|less (?:than|good)|wasn'?t (?:great|amazing|for me|worth)
    `,
    unless:
      /\brefund|\?|too much .{0,10}(?:charged|tax)|emails? in a week|broke|\bcharged|\b(?:too|so) many emails|replace|fix|page one|too (?:small|big|narrow|tight).{0,30}(?:return|exchange|swap)/,
  },
  {
    to: 'feedback',
    weight: 2.5,
    says: en`no (?:reply|response|answer|action) (?:is )?(?:needed|necessary|required|expected)|no need to (?:reply|respond|answer)|nothing (?:to do|you need|needed|is needed|for you)|just (?:a note|wanted to (?:say|tell|let)|saying|sharing|my (?:two|2) cents|feedback|thought you)|for what it'?s worth|fwiw\b|not blocking|i say this as|as a (?:long-?time|loyal|regular) (?:subscriber|customer|user|client|reader)|feedback\b|survey|(?:my|a|quick) review`,
    unless: /goes out to everyone|automat|no rush|your feedback|take our survey|\bquote\b/,
  },

  // other
  {
    to: 'other/otp',
    weight: 7,
    says: en`
      (?:code|pin|passcode|otp|password)\b[^.!?\n]{0,24}?\b[a-z]{0,2}-?\d(?:[- ]?\d){3,7}\b|[a-z]{0,2}-?\d(?:[- ]?\d){3,7}\b[^.!?\n]{0,20}\b(?:is your|code|passcode|pin|otp|to (?:confirm|verify|sign|log))|(?:never|don'?t|do not) (?:share|ask|give)[^.!?]{0,16}\b(?:code|it|passcode|pin|for it)\b|use \d{4,8} to|enter \d(?:[- ]?\d){3,7}|expires in \d+ (?:min|sec)
    `,
    unless: /\border\b|discount|coupon|postcode|refund|error code|promo/,
  },
  {
    to: 'other/autoreply',
    weight: 7,
    says: en`
      auto(?:matic(?:ally)?|mated|-)? ?-?(?:reply|response|responder|message|email|e-mail|notification|generated|sent)\b|out of (?:the )?office|on (?:annual|parental|maternity|sick|paternity|bereavement) leave|(?:undeliver\w+|mail(?:er)?[- ]daemon|delivery (?:has )?(?:status notification|failed|failure|incomplete))|(?:could not|couldn't) be delivered to|message not delivered|(?:do not|don'?t) reply to this|do not reply|no-?reply\b|goes out to everyone|this (?:is an|mailbox|inbox|message was|email was|address)[^.]{0,16}(?:automat|unmonitored|not monitored|generated|sent auto|no longer)|(?:unmonitored|not monitored)|address (?:not found|rejected)|mailbox (?:is )?full|permanent(?:ly)? (?:fail|error)|has been (?:auto|system)|joined the (?:channel|group)|has left the (?:channel|group)|(?:invited|added) you to
    `,
  },
  {
    to: 'other/autoreply',
    weight: 3.5,
    says: en`
      thank(?:s| you) for (?:your|getting|contacting|reaching|subscribing|writing)(?: to us)? (?:message|email|in touch|out|enquiry|inquiry|order)?|we(?:'ve| have) received your|your (?:request|ticket|message|application|submission|enquiry|payment|subscription|invoice|statement|booking|order) (?:\S+ )?(?:has been|was|is (?:now )?(?:ready|available|due|being processed|confirmed))|(?:will|'ll) (?:get back|reply|respond|be in touch|answer) (?:to you )?(?:within|when|as soon|on|shortly|soon|after)|i (?:have left|no longer work|am (?:currently )?(?:away|travelling|on holiday|on vacation|at a conference))|i'?m (?:currently )?(?:away|on holiday|on vacation) (?:until|till|from)|return(?:ing)? (?:to the office )?on\b[^.]{0,16}\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|\d)|limited access to|in this (?:week'?s )?(?:issue|edition)|view (?:this|in) (?:email )?(?:in )?(?:your )?browser|i check (?:my )?email|ticket (?:#|number|id|\d)[^.]{0,20}(?:created|opened|received|updated|closed)|newsletter (?:#|issue|no)|weekly (?:digest|roundup|newsletter)|this week:|for urgent (?:matters|enquiries|issues)|in (?:urgent|an emergency)[^.]{0,20}(?:contact|call)|scheduled maintenance|new sign-?in (?:to|from|detected)|terms of service|we(?:'re| are) updating our|reminder: your|calendar invite|accepted your invitation|delivered by
    `,
    unless:
      /still|never|why|wrong|not received|haven'?t|thank(?:s| you) for your (?:patience|work|help|quick|kind|effort|lovely)/,
  },
  {
    to: 'other/unsubscribe',
    weight: 6,
    says: en`
      (?:un|de-?)subscribe(?! button)|opt(?:ing)? (?:me |us )?out\b|stop (?:sending|emailing|texting|messaging|spamming|these|the emails|all emails|contacting|your|this)|(?:take|remove|delete|get|strike|drop) (?:me|us|my (?:email|name|number|address|details))\b[^.!?]{0,16}\b(?:off|from|out|immediately|please)|(?:texts|emails|messages|newsletters?) stop\b|no more (?:emails|texts|newsletters|messages|marketing)|(?:don'?t|do not|no longer) (?:want|wish|need)[^.!?]{0,16}(?:emails|texts|newsletters?|messages|mailings|hear from)|mailing list\b|(?:stop|quit|enough)[^.!?]{0,12}(?:emails|texts|newsletters?|promos)|leave me alone|never signed up|didn'?t sign up|(?<!if (?:you|u|they) |why |why (?:do )?you |since you )don'?t (?:email|text|message|contact|call) me
    `,
    unless: /\bworkspace\b|grow your|join our mailing|charged|stop (?:this|these) (?:subscription|payment)/,
  },
  {
    to: 'other/unsubscribe',
    weight: 7,
    says: /^\s*(?:stop|unsubscribe|stop ?all|opt ?out|remove|remove me|end|quit|cancel subscription)\s*[.!]*\s*$/,
  },
  {
    to: 'other/unsubscribe',
    weight: 3,
    says: en`(?:too many|so many|\w+) (?:emails|texts|newsletters|mails) (?:in|a|per|every|each|from) (?:a )?(?:week|day|month|you)`,
    unless: /\bneed\b|\bonboarding\b|quote/,
  },
  {
    to: 'other/jobseeker',
    weight: 4.5,
    says: en`
      (?:are (?:you|u)|you'?re|u) hiring|hiring\b(?! you| a| someone)|vacanc(?:y|ies)|my (?:cv|resume|r[ée]sum[ée])|(?:cv|resume|r[ée]sum[ée]) (?:is )?(?:attached|below|enclosed)|attached (?:my|is my) (?:cv|resume)|apply(?:ing)? (?:for|to) (?:the|a|any|your|work)|application for the|intern(?:ship)?s?\b|apprentic|work experience|job (?:opening|opportunit|going|application|vacancy)|any (?:jobs?|shifts|work going|openings on|positions?)|shifts going|position (?:of|as|advertised)|(?:work|working) (?:for|with) you(?:r (?:team|studio|company))?\b(?! again)|working together|join (?:your|the) team|(?:years?|yrs)(?:'|’)? (?:of )?experience\b|(?:six|five|four|three|two|ten|\d+) years behind|room for a (?:part|full|junior)|(?:part|full)[- ]time (?:role|job|position|work|qa)|looking for (?:an? )?(?:\w+ )?(?:work\b|job|position|role\b|placement|internship)|studio like yours|summer (?:job|placement)|recent(?:ly)? graduat|i graduated|shadow you|assist(?:ant)? (?:role|position)|freelance(?:r)? (?:available|looking|position)
    `,
    unless:
      /\bour (?:team|company|experts|customers|project|wedding|brand)|\bwe are a|for one day|need (?:a|an|someone)|hiring you/,
  },
  {
    to: 'other/spam',
    weight: 5,
    says: en`
      seo\b|page one|first page of google|(?:your|google|search) ranking|rank (?:#?1|higher|on)|back ?links?\b|guest post|domain authority|(?:generate|qualified|more|new|hot|verified) leads\b|lead gen|10x\b|free (?:audit|masterclass|consultation call|website audit|gift card|iphone)|passive income|crypto\b|bitcoin|forex|nft|invest in\b|investment opportunit|unsecured|business loans?|working capital|pre-?approved|congratulations[!,.]? (?:you|your)[^.!?]{0,40}(?:won|selected|shortlisted|chosen|nominated|winner|approved)|click (?:here|the link|below)|limited[- ]time|act now|(?:earn|make) (?:up to )?[$£€]|work from home|win rate|join (?:our|the|my) (?:free |telegram |whatsapp )?(?:channel|masterclass|webinar|group)|shipping agent|we buy (?:used|any|your)|domain (?:name )?(?:may|will|is about to|registration)|growth hack|followers (?:for|guaranteed|cheap)|buy followers|hello dear\b|hi (?:handsome|beautiful|dear)|prize\b.{0,20}\bclaim|claim your|dear (?:webmaster|site owner|business owner|beneficiary|winner)|web ?(?:site)? ?design (?:services|company)|mobile app development|decision[- ]?maker|who handles\b|production fee|accept the (?:trophy|award)|guaranteed (?:results|returns|approval)|inheritance of|next of kin|million dollars|western union|casino|betting|viagra|weight loss|dropship|virtual assistants? (?:from|at|starting)|outsourc(?:e|ing) (?:your|company|team)|explainer video|email list|contact list of|b2b (?:data|contacts|leads)|verify your (?:account|wallet)|bank account will be|(?:real|instagram|tiktok) followers|followers in|invoice is overdue|open the attach|avoid suspension|business proposal|redesign your|very low cost|(?:low|best|cheap) prices? guarantee
    `,
    unless:
      /\bprize day\b|help (?:us|me) with (?:our |my )?seo|need (?:an? )?seo|seo (?:audit|help) for (?:our|my)|small inheritance/,
  },
  {
    to: 'other/spam',
    weight: 4,
    says: en`
      (?:we|our (?:team|company|agency|experts|platform|service|solution|tool|factory|software)) (?:of experts )?(?:help|helps|helped|speciali[sz]e|offer|offers|provide|provides|deliver|manufacture|supply|can (?:help|increase|boost|put|save|double|get you))\b[^.?!]{0,60}\b(?:you|your|businesses|companies|firms|clients|brands|quality|price|services)|hop on a (?:quick )?call|quick (?:call|chat)\b|(?:15|fifteen|10|ten)[- ]min(?:ute)?s?\b(?! (?:late|ago))|our (?:past )?clients (?:doubled|saw|get|have)|(?:came|stumbled) across your (?:website|site|profile|business|store|shop|page)|browsing your (?:website|site)|(?:manufacturer|factory|supplier) (?:in|from|based|of|direct)\b|save (?:you )?up to \d+ ?%|dm me\b|saw (?:your|ur) (?:post|profile)|boost (?:your|sales)|double your|grow your (?:business|sales|brand)|increase your (?:sales|traffic|revenue|conversion)|i'?ve written twice|just (?:following|bumping|circling)|following up on my (?:last|previous) email|circling back|businesses like yours|companies like yours|right person|would you be open to|no obligation|special offer|% off (?:today|everything|all)|exclusive (?:offer|deal|invitation)|last chance|don'?t miss|hurry
    `,
    unless: /\bwe(?:'d| would) pay\b|\byour rate|\bcommission|\bquote\b|kids waiting|fix|broken/,
  },
  {
    to: 'other/personal',
    weight: 4,
    says: en`
      wrong (?:number|person|chat|dave|\w+ sorry|group|window)\b|sorry[,.]? wrong\b|meant (?:for|to send (?:this|that) to)|(?:mum|mom|dad|grandma|granny|nan|your (?:mother|father|sister|brother|dad|mum|mom|wife|husband|nephew|niece)) (?:says|said|wants|is\b|called|asked|that|told|needs)|tell (?:your|ur) (?:mother|mum|mom|dad|wife|husband|sister)|happy (?:birthday|anniversary)|rain check|love you\b|miss you\b|pick (?:up )?(?:the kids|me up|milk)|get (?:some )?milk|dinner (?:at|tonight)|the pub\b|who is this\b|is this [a-z]+\?|do you still have my number|see you (?:at home|tonight|sunday|later)|reunion\b|picking up the kids|the kids or am|went to school
    `,
    unless: /\border|invoice|how much|deliver/,
  },
  {
    to: 'other/personal',
    weight: 2.5,
    says: en`(?:come|make it) to yours\b|we got the\b|honey\b|babe\b|xx+\b|old goat\b|your place\b|nephew|niece|auntie|uncle|granny|grandad|boiler man|bring the|kids are|football|are you coming|running late|home by|the baby`,
    unless: /\bjar|\btea\b|in front of|lesson|class|photo|order/,
  },
  {
    to: 'other/thanks',
    weight: 4,
    says: en`(?:ok|okay|k|kk|thanks?|thx|tnx|ty|ta|cheers|great|perfect|got it|will do|noted|cool|sounds good|appreciated?|sorted|understood|received|lovely|brilliant|fine|yes|yep|sure|no worries|good to know)\b|[👍🙏👌✅]`,
    alone:
      /\b(?:ok|okay|k|kk|thanks|thank|you|u|thx|tnx|ty|ta|cheers|great|perfect|got|it|will|do|noted|sure|cool|nice|yep|yes|yeah|sounds|good|appreciated?|much|so|very|a|lot|lots|many|all|sorted|understood|received|mate|again|lovely|brilliant|fine|that|that's|thats|kind|of|for|your|the|help|quick|reply|no|worries|to|know|now|works|today|everyone|guys|love|really|i|me|see|bye|day|have|one)\b|[,.!\s]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/gu,
  },
  {
    to: 'other/thanks',
    weight: 4,
    says: en`never ?mind\b|nvm\b|ignore (?:my|that|this|the) (?:last|previous|msg|message|above|earlier|email)|sorry to (?:have )?bother(?:ed)?|(?:found|sorted|solved|fixed|figured) it\b|(?:it'?s|all) (?:all )?(?:sorted|working|good|fixed|arrived)(?: now)?\b|works? (?:fine )?now\b|working (?:fine )?(?:now|again)\b|false alarm|go(?:ne|ing)? with (?:another|someone|a different)|thank(?:s| you) for (?:the|your) (?:quote|estimate|quick|prompt|reply|info|update|invoice)|(?:we|i)(?:'ve| have)? (?:decided|chosen) (?:to go|not to|against|another)|i'?ll (?:think about it|get back to you|let you know|come back to you)|no longer needed|it (?:just )?(?:arrived|came) (?:today|this morning|just now)?|package (?:is here|arrived)|found (?:the|my)`,
    unless: /\bhow\b|\bwhen\b|broken|\?|damaged|wrong|not working|but/,
  },
  {
    to: 'other/thanks',
    weight: 1.5,
    says: /\bthank(?:s| you)\b|\bcheers\b|\bmuch appreciated|\bvery kind\b/,
    unless: /\?|\bplease\b|\bbut\b|\bcould\b|\bquote\b|\bregards\b|thanks, \w+$|n't\b|\bnot\b|in advance|for nothing/,
  },
  {
    to: 'other/greeting',
    weight: 5,
    says: en`(?:hi|hello|hey|heya|hiya|yo|sup|morning|afternoon|evening|good day|greetings|howdy|gm|anyone|anybody|you there|u there|test|testing|hola|bonjour|knock)\b|👋`,
    alone:
      /\b(?:hi+|hello+|hey+|heya|hiya|yo|sup|good|morning|afternoon|evening|day|there|greetings|howdy|all|everyone|team|sir|madam|you|anyone|u|are|is|anybody|around|here|gm|test|testing|hola|bonjour|knock|dear|how|doing|today|what's|up|whats|online|this|thing|on)\b|[,.!?\s]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/gu,
  },
  {
    to: 'other/greeting',
    weight: 4,
    says: /\b(?:merry (?:xmas|christmas)|happy (?:new year|holidays|easter|diwali|eid|thanksgiving|christmas|friday|monday|weekend|lunar|halloween|hanukkah|ramadan)|season'?s greetings|eid mubarak|good (?:morning|afternoon|evening) from|nice to (?:meet|e-meet)|long time no (?:see|speak)|how (?:are|r) (?:you|u|things|ya)|how'?s (?:it going|things|business|life)|just saying hi|checking in)\b|\b(?:need|want|can i|could i|may i|have) (?:to )?(?:ask|a (?:quick )?question)(?: (?:you )?(?:something|sth|a question|u something|a quick question))?\s*[?.!]?$|^[^.?!]{0,30}\b(?:i )?hope (?:this|you|all)[^.?!]{0,60}\.?$/,
    unless: /\border\b|price|quote|refund|discount|% off|sale\b|\bwe (?:need|would|want)/,
  },
];
