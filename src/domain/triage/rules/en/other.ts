import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** What is no business: codes, machines, pitches, job seekers, family, thanks, greetings. */
export const other: readonly Rule[] = [
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
    says: /^\s*(?:(?:no|ok|okay|hi|hello|please|pls|thanks|thank you|thx)[\s,.!]+)*(?:stop(?:[\s,.!]+stop)*|unsubscribe|stop ?all|opt ?out|remove|remove me|end|quit|cancel subscription|arr[eê]t)(?:[\s,.!]+(?:please|pls|now|thanks|thank you|thx|ty|cheers|(?:so|very) much))*[\s,.!]*(?:sent from (?:my )?\w+(?: \w+){0,2}[\s.]*)?$/,
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
    // goods and services offered to whoever reads it, with a price
    to: 'other/spam',
    weight: 5,
    says: /(?:^|[\n.!?]\s*)(?:order|buy|shop|get yours?|book yours?) (?:now|today)\b[^\n?]{0,80}(?:(?:from|only|just|for) [$£€]\s?\d|\d{1,2} ?%)|\bis your (?:web ?site|site|web ?shop|online ?shop|online store) (?:slow|down|outdated|old|losing|ranking|safe|mobile)\b[^\n]{0,20}\?|\bwe (?:fix|repair|build|design|redesign|speed up|optimi[sz]e) (?:it|them|your (?:web ?)?site) (?:for (?:only |just )?[$£€]\s?\d|in \d)/u,
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
