/** Whole words, or phrases of them. */
const says = (words: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'u');

export type Cue = readonly [name: string, occurs: RegExp];

/**
 * What English words hold that cannot wait: a near hour, something that starts, somebody who stands and waits, something that is not there or does not go,
 * money that went twice, a body that was hurt. None of them is urgent by itself; the model weighs which of them stand together.
 */
export const englishCues: readonly Cue[] = [
  // when
  [
    'now',
    says(
      'now|right now|rn|at the moment|this (?:very )?(?:minute|second|moment|instant)|already|currently|immediately|asap|quick(?:ly)?|hurry|at once|straight ?away|just',
    ),
  ],
  [
    'today',
    says(
      'today|tonight|tonite|this (?:morning|afternoon|evening|lunchtime)|since (?:breakfast|lunch|this morning|noon|eight|8|nine|9)|all morning',
    ),
  ],
  ['tomorrow', says('tomorrow|tomoz|tmrw|first thing|in the morning|overnight')],
  [
    'soon',
    says(
      'in (?:an?|one|two|three|five|ten|fifteen|twenty|thirty|half an|a quarter of an|a few|under an|less than an|\\d+) ?(?:hours?|hrs?|hr|h|minutes?|mins?|min)|about to|(?:starts?|begins?|opens?|leaves?|closes?|shuts?|departs?|ends?|due|goes|go|board(?:s|ing)?) (?:in|at|by|tonight|today|tomorrow)|any minute|before (?:we|they|it|the|noon|\\d)|until \\d|within the hour',
    ),
  ],
  [
    'ago',
    says(
      "\\w+ ?(?:min|mins|minutes?|hours?|hrs?) (?:ago|late|now)|(?:half|quarter of) an hour|quarter of an hour|for (?:an?|\\w+) (?:hours?|minutes?|mins?)|it's (?:gone|past|now|already|half|quarter|\\d{1,2})|overdue|should have (?:started|been|come|arrived)|supposed to (?:start|be|come|arrive)|was (?:due|meant|to)",
    ),
  ],
  [
    'hour',
    says(
      "(?:at|by|for|from|past|till|until|since) (?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half \\w+|quarter \\w+|noon|midday|midnight)|\\d{1,2}(?::|\\.)\\d\\d|\\d{1,2} ?(?:am|pm)|half (?:past )?\\w+|o'clock|noon|midnight",
    ),
  ],
  [
    'event',
    says(
      "wedding|christening|baptism|funeral|wake|burial|cremation|service|ceremony|reception|party|birthday|anniversary|exam|test|interview|audition|recital|concert|gig|show|performance|match|race|presentation|speech|talk|webinar|conference|meeting|hearing|court|viva|launch|opening|sale|fair|market|stall|stand|exhibition|expo|workshop|lesson|class|appointment|flight|train|ferry|plane|coach|embassy|visa|registrar|deadline|submission|print(?:er'?s)? run|press|photoshoot|shoot|filming|broadcast|advert|graduation|prom|lunch|dinner|breakfast|tender|curtain|departure|doors|boat|cab|taxi|hearse|consulate|first day|on air|live",
    ),
  ],
  [
    'people',
    says(
      'guests?|customers?|clients?|visitors?|people|everyone|everybody|queue|bride|groom|bridesmaids|kids|children|pupils|students|audience|thirty|forty|family|team|passengers|covers|students|congregation|mourners|delegates|investors',
    ),
  ],
  [
    'wait',
    says(
      "waiting|waited|standing|stood|stuck|stranded|queu(?:e|ing)|sat (?:here|in|outside|there)|sitting (?:here|in|outside)|outside|at the (?:door|gate|front door|counter|desk|entrance|airport|station|barrier)|on the (?:doorstep|platform|street|motorway|kerb|pavement|step)|in the (?:car park|street|rain|lobby|corridor|hall)|out in the|doorstep|arrived|turned up|we're here|i'm here|got here|reception|ringing the bell|knock(?:ed|ing)|locked (?:out|in)",
    ),
  ],
  // what is amiss
  [
    'cannot',
    says(
      "can'?t|cannot|can not|couldn'?t|unable|won'?t|will not|doesn'?t|does not|isn'?t|is not|aren'?t|not (?:working|work|here|opening|open|ready|connect\\w*|load\\w*|start\\w*|respond\\w*|let\\w*|arrived|come|turned up)|hasn'?t|hasnt|haven'?t|didn'?t|still (?:no|not|nothing|says|waiting)|refuses?|keeps? saying|wont|doesnt|isnt|cant|hasn't",
    ),
  ],
  [
    'absent',
    says(
      "nobody|no one|no-one|no sign|nothing|nowhere|no (?:answer|reply|driver|water|power|heating|electricity|host|key|code|note|lights?|signal|cake|flowers|food|hot water|internet|wifi|record)|missing|gone|vanished|disappeared|lost|empty|blank|silent|where(?:'s| is| are)|never (?:came|arrived|showed|turned)|no-?show|didn't show",
    ),
  ],
  [
    'broken',
    says(
      "broke|broken|dead|blown|bounced|overdrawn|swelling|overflowing|rejects?|halfway|stops|down|frozen|froze|crash(?:ed|es|ing)?|stopped|snapped|failed|fails|failing|error|corrupt(?:ed)?|stuck|jammed|cut out|conked out|packed up|off|offline|burst|flooded|flooding|leak(?:s|ing|ed)?|pouring|dripping|through the ceiling|blank|split|ripped|torn|came (?:off|apart|loose)|fell (?:off|apart|out)|smashed|collapsed|won't (?:open|close|start|load|play|turn|go|connect|lift)",
    ),
  ],
  [
    'wrong',
    says(
      "wrong|incorrect|mistake|misspel\\w*|misprint\\w*|typo|last (?:year|month|week)'?s?|old (?:price|version|date|address|menu)|somebody else'?s?|someone else'?s?|other people'?s|not (?:mine|ours)|says \\w+|different",
    ),
  ],
  [
    'letdown',
    says(
      "let (?:us|me) down|cancelled(?: on us)?|pulled out|hasn't turned up|dropped out|walked out|shut|closed|shutters|full|fully booked|stood (?:me|us) up|double[- ]booked|gave (?:our|my|away)|given (?:our|my) \\w+ away|sold out",
    ),
  ],
  // what is wanted
  [
    'plea',
    says(
      'please help|help|pls|please|i beg|begging|desperate|anyone there|any chance|can you (?:save|rescue|come|help|fit|squeeze|do it|ring|call)|could you (?:save|come|do|fit|squeeze|ring|call)|please (?:say|call|ring|hurry|answer|pick up)|emergency|urgent|!!+|answer (?:me|the phone)|pick up|possible',
    ),
  ],
  [
    'need',
    says(
      'need|needs|needed|have to|must|i want it|requires?|has to|got to|gotta|only (?:have|got|pair)|without (?:it|them|those|that)',
    ),
  ],
  [
    'unreach',
    says(
      "phone (?:rings?|goes|is|just)|rings? out|voicemail|straight to voicemail|no one answers?|nobody (?:answers?|picks? up)|not answering|won't answer|nobody's there|called (?:\\w+ )?times|doesn't answer|don't answer",
    ),
  ],
  // who or what suffers
  [
    'frail',
    says(
      'newborn|baby|babies|toddlers?|child|kids?|daughter|son|little (?:girl|boy|one)|mother|mum|mom|father|dad|gran\\w*|nan|elderly|pregnant|insulin|medication|medicine|wheelchair|hearing aid|hospital|ambulance|dog|cat|puppy|kitten|husband|wife|sister|brother|patient',
    ),
  ],
  [
    'cold',
    says(
      'freezing|frost|raining|pouring|dark|snow(?:ing)?|no (?:heating|water|power|electricity|hot water)|cold|in the (?:rain|cold|dark|snow)|boiler|heating|thawing|melting|flood\\w*|motorway|roadside',
    ),
  ],
  // money
  [
    'money',
    says(
      'charged?|charges|charging|billed|bill|paid|payment|payments|pay|paying|took|taken|taking|money|card|bank|account|statement|debit|direct debit|refund|refunded|deposit|invoice|fee|transaction|paypal|visa|transfer|£ ?\\d+|\\$ ?\\d+|€ ?\\d+|\\d+ (?:quid|pounds|dollars|euros?)',
    ),
  ],
  [
    'twice',
    says(
      'twice|two (?:lots|payments|times|charges|amounts)|both (?:times|went|payments)|double|three times|thrice|again|another|second (?:time|payment|charge)|four (?:payments|times)|every (?:try|attempt|time)|and then \\d+|as well|too|each time|multiple|duplicate',
    ),
  ],
  [
    'nopay',
    says(
      "declined|refused|rejected|failed|card error|error|still (?:says|shows) (?:unpaid|pending|not paid)|unpaid|no (?:order|confirmation|booking)|didn't go through|won't go through|not gone through|pending",
    ),
  ],
  [
    'stopped',
    says(
      "cancelled|canceled|stopped (?:this|it|my)|closed (?:my|the|this)|left in|unsubscribed|ended|quit|trial|gave (?:up|notice)|switched (?:it )?off|never (?:signed|ordered|bought|agreed|been)|didn't (?:order|buy|sign|agree|authorise)|don't recogni[sz]e|not (?:mine|me|by me)|wasn't me|isn't mine|aren't mine",
    ),
  ],
  [
    'dispute',
    says(
      'dispute|chargeback|claim|my bank|card company|bank back|reverse|small claims|court|solicitor|lawyer|money back|give (?:me )?(?:my|the) money',
    ),
  ],
  [
    'by',
    says('by (?:mon|tues|wednes|thurs|fri|satur|sun)day|or (?:else|i|we)|unless|last (?:warning|chance|time)|final'),
  ],
  // harm
  [
    'hurt',
    says(
      'hurt|hurts|injur\\w+|bruised?|bruises|cut|cuts|bled|bleed(?:s|ing)?|blood|burn(?:s|ed|t|ing)?|scald\\w*|sting\\w*|blister\\w*|swollen|swell\\w*|swelled|rash\\w*|lumps|hives|spots|itch\\w*|weeping|pus|infected|sick|vomit\\w*|ill|up all night|poison\\w*|gagg?\\w*|chok\\w*|breath\\w*|faint\\w*|slipped|tripped|fell (?:off|down|over|on|onto|through|from|backwards)|(?:he|she|i|we|they|mum|mom|mother|father|dad|son|daughter|brother|sister|child|guest|customer) fell|broke (?:a|his|her|my)|stitches|a&e|hospital|doctor|antihistamines?|epipen|in tears|limping|headaches?|dizzy|unconscious|sprain\\w*|got my|got me|all over my',
    ),
  ],
  [
    'body',
    says(
      'hand|hands|finger|fingers|thumb|wrist|arm|leg|foot|feet|ankle|knee|head|scalp|face|mouth|lip|lips|gums?|tooth|teeth|tongue|throat|eye|eyes|ear|ears|skin|back|side|neck|nose|toe|toes|stomach',
    ),
  ],
  [
    'hazard',
    says(
      'smoke|smoking|smells? (?:of|like)|gas|burning|sparks?|sparking|shock|electric|live wire|hot|soot|fumes|carbon monoxide|alarm|glass|wire|metal|screw|nail|fingernail|needle|blade|bristles?|splinter|mould|maggots?|bug|worm|cockroach|plastic|bone|stone|came loose|cracked|exploded|burst|gave way|collapsed|brakes?|wheel|steering|trips? the|tripp(?:ed|ing) the|bang(?:ing|s)?|loose|plug|steam|wax|wet step|slippery',
    ),
  ],
  [
    'eaten',
    says(
      'ate|eat|eating|eaten|bit|bite|drank|drink|swallow\\w*|loaf|bread|cake|biscuit\\w*|pie|soup|sandwich\\w*|rolls?|food|macaroons?|flapjack|chocolate|tea|meal|curry|salad|jam|dye|cream|mask|wax|piercing|tattoo|shampoo|soap|lotion|treatment|after (?:your|the|eating|using)|since (?:your|the|eating|using)|teether|toy',
    ),
  ],
  [
    'allergen',
    says(
      'nut[- ]free|gluten[- ]free|dairy[- ]free|egg[- ]free|vegan|nuts?|sesame|peanuts?|almonds?|coeliac|allerg\\w*|no (?:nuts|sesame|milk|egg|gluten)|marked|label(?:led)?',
    ),
  ],
  // what belongs to nobody else
  [
    'privacy',
    says(
      "other people'?s|someone else'?s|somebody else'?s|strangers?|hacked|got into my|logged in(?:to)?|password changed|changed (?:my|the) (?:password|address|email)|names and addresses|my (?:details|data|address)|isn't mine|not by me|an order (?:that|i|for)|leaked|can (?:see|read)|wiped|deleted|emptied|erased|all (?:gone|my photos|vanished)|whole (?:customer|list|history)|wedding pictures|photos",
    ),
  ],
  // whose it is
  [
    'had',
    says(
      'you (?:sold|fitted|mended|fixed|repaired|serviced|put|sent|made|gave|did|rewired|glued|said|told|promised|printed|installed|built|changed|hired|rented)|your (?:man|lad|driver|plumber|electrician|site|website|app|page|link|system|machine|shop|till|dog walker|step|chair|technician|courier)|my (?:order|account|booking|lesson|class|parcel|cake|room|subscription|course)|as promised|ordered|booked|rented|from you|since you|the update',
    ),
  ],
  // what takes it back
  [
    'calm',
    says(
      "no (?:rush|hurry|panic|worries|problem)|whenever|when you (?:can|have|get|like)|not (?:urgent|fussed|bothered|important)|some ?time|in your own time|can wait|next (?:week|month|year|time)|if (?:that's|it's) (?:ok|all right|alright)|just (?:checking|wondering|asking|in case|so i know|curious)|sorry|my (?:own )?fault|no matter|fine|thanks|thank you|cheers|lovely|great|happy|glad|haha|lol|love",
    ),
  ],
  [
    'past',
    says(
      'was|were|last (?:night|week|month|year|time)|yesterday|all (?:good|working|fine|sorted) (?:now|again)|sorted|found it|panic over|worked|rescued|saved|held|back then|once',
    ),
  ],
  ['q', /\?/u],
  [
    'askyou',
    says(
      'do you|can you|could you|are you|have you|would you|is there|is it|are there|what (?:time|do|does|is|should)|how (?:much|long|do|soon)|when|which',
    ),
  ],
  ['!', /!/u],
];
