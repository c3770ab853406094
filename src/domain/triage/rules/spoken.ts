import { en } from './pattern.ts';
import type { Rule } from './rule.ts';

/** Something went wrong, or belongs to what was bought already: then a number of things is no order. */
const TROUBLE =
  /\b(?:was|were|came|arrived|had|been|did|n't|not|no|never|nobody|late|wrong|missing|broken?|damaged|only|ago|since|nothing|waited|waiting|charged|refund|return|back|cancel\w*|invoice|receipt|exchange|swap|resched\w*|apolog\w*|explan\w*|password|account|manager|stars?|instead|took|lost|gone|calls?|emails?|still|again)\b/;

const COUNT =
  '(?:\\d+(?: ?x)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half a|a dozen|a couple of|a pair of|another|both|the)';
const TIME = '(?:seconds?|min\\w*|hours?|hrs?|days?|nights?|weeks?|months?|years?|times?|stars?|out of|am|pm)';

const AMISS = /[错坏没不退少换破]|投诉|还是|怎么|吗|什么|多久|次|天|小时|分钟|遍/;

/**
 * What customers say without any of the words that `rules/en` and `rules/zh` look for: an order as a statement, a date that is called off,
 * an offer nobody asked for, a grievance told plainly.
 */
export const spoken: readonly Rule[] = [
  {
    to: 'lead/availability',
    weight: 2.5,
    says: /^(?:老板|师傅|店家)?[,，\s]*(?:麻烦|请|那就|那)?(?:给我|帮我|我|再)?(?:要|来|拿|整|称|装|留|送|订|买)[一二两三四五六七八九十半几\d]+\p{Script=Han}{1,2}/u,
    unless: AMISS,
  },
  {
    to: 'lead/availability',
    weight: 2.5,
    says: /(?:有没有|有无|能做|可以做)[^,，。?？]{0,4}(?:不含|不放|无|低|少)[^,，。?？]{1,6}的?/u,
    unless: /为什么|怎么没|退|投诉|吃了|吃完|送医/,
  },
  {
    to: 'lead/availability',
    weight: 2.5,
    says: new RegExp(
      `(?<![a-z0-9])(?:i(?:'d| would) (?:like|love)|we(?:'d| would) like|i(?:'ll| will)? (?:have|take|get|want|need)|we(?:'ll| will)? (?:have|take|want|need)|(?:can|could|may) (?:i|we) (?:get|have|order)|gimme|get me|give me|lemme get|gonna need|send (?:me|us)|put aside|ordering|order for|do me|add) (?:to (?:order|buy|get|have) )?${COUNT} (?!${TIME}\\b)`,
      'u',
    ),
    unless: TROUBLE,
  },
  {
    to: 'lead/availability',
    weight: 2,
    says: new RegExp(`^\\s*${COUNT} (?!${TIME}\\b)[a-z][^?!]{3,60}$`, 'u'),
    unless: new RegExp(
      `${TROUBLE.source}|\\b(?:is|are|isn't|has|have|says?|keeps?|makes?|won't|too|bit|just|so|my|your|you|we|i|it|should|would|could|will|than|but)\\b`,
      'u',
    ),
  },
  {
    to: 'lead/availability',
    weight: 2,
    says: en`(?:can|could|would) you (?:photograph|film|cater|design|bake|make|build|paint|translate|play|teach|host|drive|print) (?:for )?(?:our|my|a|an|us|me|the)\b|(?:do|can|could|would|are) (?:you|u|ya|y'?all)(?: guys| folks| still| also| ever| by any chance)? (?:do|have|sell|fix|repair|make|offer|carry|ship|deliver|cover|accept|tune|mend|stock|rent|hire out|hiring out|clean|fit|install|teach|engrave|alter|service|haul|paint|build|treat|bake|groom|print|restore|sharpen|still have|got|open|able)\b|(?:got|have you|any) (?:any|a|an|space|room|slots?|availability)\b|is (?:it|that|this|the \w+) (?:still )?(?:free|available|going|in stock|suitable|dimmable|waterproof|included)\b|which (?:of|one|size|colou?r)\b|what sizes?\b`,
    unless:
      /\bmy (?:order|account|refund|invoice|money|payment|parcel|booking|password)\b|\b(?:again|fix this|fix it|broke|you (?:sold|fitted|installed|put in|sent))\b|would you (?:serve|do that)|hiring\??$|wholesale|\btrade\b|terms|how much|price|student rates?/,
  },
  {
    to: 'ticket/refund',
    weight: 3.5,
    says: en`
      reschedul\w*|postpon\w*|call(?:ing)? (?:it |the \w+ )?off|(?:can'?t|cannot|can not|unable to|won'?t be able to) (?:make|do|come|attend)\b(?! (?:it work|sense|out|up))|won'?t be (?:coming|there)|(?:not|n't) coming\b|(?:scrap|drop|strike) (?:that|my|the|our)\b|pull(?:ing)? out of|drop(?:ping)? out
      take (?:me|us) off (?!(?:this|the|your|any) (?:\w+ )?(?:list|mail))|something(?:'s| has)? (?:come|came) up|(?:move|push|shift|swap|change) (?:my|our|the) (?:[\w']+ ){0,3}(?:appointment|appt|booking|lesson|fitting|reservation|slot|session|class|stay|visit|photoshoot|\d)
      (?:how|where) do (?:i|we) (?:send|return|post) (?:it|this|them|these)|(?:send|sending|give|giving|taking|bring) (?:it|this|them|these|the \w+) back\b|is it too late to (?:cancel|change)|(?:too|bit) (?:short|long|big|small|tight|wide|narrow|large) (?:in|for|on|at)\b
    `,
    unless:
      /\b(?:your (?:guy|man|driver)|nobody|no one|list|newsletter|come off|paint|call back|it's a con|you (?:can't|cannot))\b/,
  },
  {
    to: 'other/spam',
    weight: 3.5,
    says: en`
      (?:our|new|attached|updated|latest) (?:new |latest )?(?:price[- ]list|catalogue|catalog|stock[- ]list|product list|company profile)|ready stock|stock lot|(?:are|r) you (?:happy|satisfied) with your (?:current|present)|(?:person|one) (?:in charge of|responsible for)|who (?:handles|does|manages|looks after|is responsible for) your
      want us to do yours|do you need (?:more )?(?:customers|clients|funding|capital|bookings|leads)\b|free (?:quote|audit|report|month|trial|demo|sample|consultation)s? (?:for|of|on|with) (?:your|our|shops|businesses)|(?:looking to|want to) (?:buy in bulk|grow your|save on)|(?:just )?(?:following up|floating this|circling back|bumping this)|my (?:last|previous) (?:mail|email|message|proposal)\b
      my (?:team|company|agency|firm) (?:builds?|cleans?|makes?|does|offers?|provides?|can|designs?|supplies)|\d+ ?(?:k|,?000)? (?:real |new )?(?:followers|subscribers|leads|buyers|views)\b|webinar|% (?:margin|win rate|off this week)|minimum order (?:is |of )?\d|(?:small|modest) (?:\w+ )?fee applies|participation fee|registration fee|registry fee|act now|final notice|limited (?:seats|offer|time)
      (?:verify|confirm|update|restore|reactivate) your (?:details|credentials|account|identity|billing|wallet|address|card|information|payment)|click (?:here|the link|below|on the link)|will be (?:suspended|deactivated|terminated|closed) (?:unless|if|within)|bit\.ly|tinyurl|(?:parcel|package) (?:is (?:being )?held|could not be delivered)|we (?:noticed|found|reviewed) (?:that )?(?:your|\d+ (?:errors|problems))
      we (?:reduce|cut|lower|recover|stop|prevent|double|automate|handle) [^.!?]{2,50} for (?:\w+ )?(?:shops|stores|businesses|firms|companies|salons|clinics|restaurants|sellers)|book a (?:free )?demo\b|missing out on|(?:an? )?(?:inheritance|investment) (?:proposal|opportunity)|at one cent|(?:lowest|lower|cut|reduce|save on) (?:your )?(?:fees|rates|merchant|energy|shipping|card)|we can (?:fix|change|lower|double|triple|get you|supply you|remove)|(?:clinics|shops|bakeries|businesses|firms|stores|makers|companies|salons|cafes) (?:just )?like (?:yours|you)
    `,
    unless:
      /\bmy (?:order|booking|appointment)\b|\byou (?:sold|sent) me\b|\bwould you (?:supply|sell|stock)\b|^\s*can i (?:get|have) (?:a )?free/,
  },
  {
    to: 'other/spam',
    weight: 2.5,
    says: en`
      we (?:are|'re) (?:an? |the )?(?:leading |professional |big |direct |large |growth |digital |reliable )*(?:factory|manufacturers?|suppliers?|exporters?|wholesalers?|agency|producer|marketing|seo)|we (?:buy|sell|supply|deal in|export|manufacture|produce|recycle|import) (?!from|it\b|yours|your|this|these|them|about|at\b|around|on\b|to\b)|we (?:clean|ship|print|design|build|do) (?:\w+ )?(?:for local|for shops|websites?|from china|bookkeeping|at half)
      (?:dear|respected|kind attention) (?:sir|owner|friend|purchasing|business|customer|manager)|interested in (?:a lease|our|buying|selling|more|earning)|(?:i am|i'm|this is) (?:\w+ )?(?:with|from) (?:google|the (?:tax|local)|a (?:staffing|marketing|seo))|15 minutes (?:this|next) week|quick (?:chat|call) about your
    `,
    unless:
      /\b(?:would you|could you) (?:supply|sell|stock|talk|come)|your (?:soap|honey|beans|cards|prints|ceramics|cheese|bread|work)\b|from you\b|\byour terms\b/,
  },
  { to: 'ticket/support', weight: 2, says: /(?:正常|对劲|有问题)[吗么]\?*$/ },
  {
    to: 'lead/availability',
    weight: 3,
    says: /(?:店|门市|你们|您那)[^,。?]{0,6}(?:还|在|几点)?(?:开(?:着|门)?|营业)[吗么]\?*$/,
  },
  {
    to: 'ticket/complaint',
    weight: 3,
    says: en`
      shame on you|thanks? (?:you )?(?:so much )?for (?:nothing|ruining|wasting)|(?:formal|official) complaint|(?:lodge|file|make|raise) a (?:complaint|concern|dispute)|put (?:this|it) right|(?:that|it|this) (?:was|is) a (?:con|scam|rip[- ]?off|joke|disgrace)|(?:conned|cheated|ripped off|fobbed off)|(?:name of|speak to|talk to) (?:the |your |a )?(?:manager|owner|whoever|boss|superior)
      no[- ]show|ghosted (?:us|me)|never (?:showed|turned) up|did(?:n't| not) (?:even )?(?:show|turn) up|(?:nobody|no one|none of you) (?:came|turned up|showed|called|rang|answers?|answered|apologi[sz]ed|bothered|has|cares?|said|told|thought|seems|picks?)|(?:no|not even an|still no) (?:apology|explanation|answer|word)|without (?:a word|an apology|so much as)
      (?:was|were) (?:drunk|rude|filthy|disgusting|ignored|unfriendly|laughed at|lied to)|(?:shouted|swore|sworn|laughed|yelled|screamed) at|hung up on|(?:glass|hair|staple|nail|insect|bug|maggots?|plastic|metal|bone|fly|screw) in (?:my|the|our|her|his|a)|small claims|trading standards|\bbbb\b|consumer (?:protection|rights|council)|(?:leave|leaving|write|writing|post) (?:you )?(?:an? |my )?(?:bad|honest|negative|scathing|awful|terrible|one[- ]star|1[- ]star) (?:review|comment)
      (?:ruined|wrecked|destroyed|flooded|trashed|scratched) (?:my|our|the|a)\b|what (?:on earth )?(?:are|were) you (?:playing|thinking)|is this (?:a joke|normal|acceptable)|how is this (?:acceptable|ok)|(?:so|very|deeply|bitterly|badly) let down|food poisoning|(?:got|was|been) (?:so )?sick (?:all|from|after)|(?:third|fourth|fifth|sixth) (?:time|call|email|message|letter|visit)|(?:twice|three times|four times) now|not what (?:was|we|i) (?:\w+ )?(?:agreed|ordered|promised|booked|paid)
      (?:booked|paid for|ordered|agreed on|asked for|promised) (?:[\w-]+,? ){1,6}(?:and )?(?:i )?(?:got|get|received)\b|never (?:using|coming|again|been so)|(?:not|never) (?:be )?us(?:e|ing) you again|worst \w+|came back (?:limping|worse|ruined|smaller|with a)|fell apart|(?:waited|waiting|stood) (?:in )?(?:all (?:day|morning|afternoon)|(?:over |for )?(?:an hour|\w+ (?:hours|minutes)))
    `,
    unless:
      /\bnever been let down|no[- ]shows|worst case|not a complaint|no[- ]show fee|my (?:last|old|previous) (?:barber|plumber|builder)|you rescued|worst of the|since the storm/,
  },
  {
    to: 'feedback/praise',
    weight: 2.5,
    says: en`
      (?:best|nicest|finest|loveliest|tastiest) (?:[\w'-]+ ){1,4}(?:in (?:town|the|my|years|ages)|i(?:'ve| have)|we(?:'ve| have)|ever|since|this year)|in a heartbeat|life ?savers?|you (?:guys |lot |all )?rock\b|y'?all rock|(?:a )?pleasure from|can(?:'?t|not) fault|what a (?:find|difference|joy|gem|delight)\b|pass on (?:my|our) (?:compliments|thanks)|over the moon|saved (?:our|my) (?:day|christmas|wedding|bacon|life)
      (?:looks?|runs?|good) (?:like|as) (?:brand )?new|above and beyond|hats off|(?:hands down|easily) the best|fits? like a glove|worth every (?:penny|cent)|(?:happy|glad) tears|(?:told|recommended) (?:you to )?(?:all|everyone|everybody)|(?:loads of|so many|lots of) compliments|couldn'?t have (?:been|done|asked)|could not have been (?:kinder|better|nicer)|we(?:'ll| will) (?:be|come) back\b|shout ?out to|well done
    `,
    unless: /\b(?:but|late|broken?|cold|never|isn't|n't come|wrong|lost|rude|again\?|toilet|wait)\b/,
  },
  {
    to: 'feedback/suggestion',
    weight: 2.5,
    says: en`(?:you|y'?all|u) (?:could|should|might) (?:really |maybe |also |do well to )?(?:consider|sell|open|add|do|offer|put|try|think|make|stock|have|get|number)\b|have you (?:guys )?(?:ever )?(?:considered|thought (?:of|about))|why (?:not|don'?t you) \w+|(?:would|'d) be (?:so )?(?:great|nice|cool|good|lovely|handy|useful|awesome|sick|kinder) (?:if|to have|to see|to be)|(?:small|one|just an) idea|feature request|bring back the|if you ever (?:make|do|sell|open)|(?:may|might) i suggest|would help (?:those|us|people|prams|the)`,
    unless: /\b(?:refund|my money|manager|answer (?:me|the phone)|call me|apologi[sz]e)\b/,
  },
  {
    to: 'other/autoreply',
    weight: 3,
    says: en`(?:your|the) (?:appointment|order|booking) (?:is|has been) (?:confirmed|shipped|dispatched|registered)|reply (?:c|stop|1|yes|help)\b|new (?:follower|sign-?in)|(?:account|address|recipient)[^.!?]{0,40}does not exist|set their status|(?:has been|was) (?:received|registered)\b[^.!?]{0,40}\b(?:reference|ticket|automated|do not)|we(?:'ll| will) get back to you|(?:usually|normally) (?:answers?|repl(?:y|ies)|responds?) within|(?:do not|don'?t) reply to this|mailbox (?:is )?(?:full|not monitored)|(?:maternity|parental|annual|sick|paternity) leave|closed (?:for|between|until|over)\b|sent automatically|the agent (?:you|is)|\bafk\b|away from (?:my desk|keyboard)|weekly digest|(?:january|february|march|april|may|june|july|august|september|october|november|december) newsletter`,
    unless: /\?|\bmy order\b|are you closed/,
  },
  {
    to: 'other/jobseeker',
    weight: 3,
    says: en`(?:any|have you) (?:work|jobs|vacanc\w+|openings?) (?:going|available|at|for|in)|any work\b|(?:you|y'?all|u) hir(?:e|ing)\b(?! out)|(?:looking|searching) for (?:a |an |some )?(?:(?:part|full)[- ]time |saturday |summer |weekend |freelance )?(?:job|work|shifts|apprenticeship|position|employment)|need (?:another pair of hands|a (?:driver|dishwasher|cleaner|worker|hand)|any(?:one| help| staff)|help behind)|(?:room for|take on) an? (?:intern|apprentice)|seeking (?:a )?(?:\w+ )?position|work experience|drop off (?:a|my) (?:resume|cv)|i search job|(?:weekend|bar|kitchen) shifts`,
    unless: /\bi (?:need|want) a (?:driver|cleaner)|we(?:'re| are) looking/,
  },
  {
    to: 'other/personal',
    weight: 2.5,
    says: en`(?:lol|lmao|haha|rofl)\b|who(?:'s| is) this\b|guess who|(?:mum|mom|dad|darling|babe|bro|dude|love|sis|honey)[,.!]|did you (?:feed|see the (?:game|match))|see (?:you|u) at (?:church|the)|(?:still )?on for (?:the match|tonight|dinner)|the cookout|beers on me|i'?m outside\b|home safe|pizza or|long time\b|congrats on the (?:baby|engagement)|pick the kids`,
    unless: /\border|invoice|how much|deliver|refund|broken/,
  },
  {
    to: 'other/greeting',
    weight: 4.5,
    says: /^(?:hi{2,}|he+y{2,}|helo+|hullo|yo+|hi again|hello again)\b[a-z ]{0,12}[!.~]*$|^(?:excuse me|quick question|it'?s me(?: again)?|(?:dear )?sir or madam|dear sir(?: or madam)?|good day(?: to you)?|(?:may|can|could) i (?:bother|trouble|ask) you(?: something| for a (?:minute|moment|second))?|(?:who )?am i (?:speaking|talking) (?:to|with)(?: a (?:real )?(?:person|human))?|can i (?:talk|speak) to a (?:real )?(?:person|human)|have a (?:good|nice|great|lovely) (?:weekend|day|evening|one)(?: all| everyone)?|is this thing on|any(?:body|one) (?:there|home|in)|test(?:ing)?(?: test(?:ing)?)+\b[a-z ]{0,20})[.?! ]*$|wish(?:ing)? you (?:all )?(?:an? )?(?:\w+ )?(?:new year|christmas|easter|weekend|holidays?)\b|happy birthday to (?:the|your) shop/,
  },
  {
    to: 'other/greeting',
    weight: 4.5,
    says: /^[^,。]{0,4}在的话[^,。]{0,3}回我?一?下|^(?:现在)?方便说话[吗不么]?\?*$|^(?:你|您|这边)?是真人[吗么]?|^请问是[^,。]{1,3}(?:师傅|老师|老板|先生|女士|店长)[吗么]?\?*$|^周[一二三四五六日末天]好|^测试[^。]{0,20}$|报个到|^我是[^,。]{1,6}的(?:老|小)[^,。]$/,
  },
  {
    to: 'other/thanks',
    weight: 3,
    says: en`(?:agreed|noted|you bet|gotcha|much obliged|sounds like a plan|that answers it|(?:no|yes) that'?s (?:all|everything|right|it)|yep|yes please do|understood|we'?re good|you too|no rush|fine by me|all good|(?:payment|money|deposit)(?:'s| is| has been)? (?:sent|on its way|transferred)|i(?:'ve| have) (?:just )?paid|gracias|merci)\b`,
    unless: /\?|\b(?:but|not|n't|still|where|when|how|wrong|twice|nothing|order|says)\b/,
  },
];
