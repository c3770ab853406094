import { GOODS } from './goods.ts';
import { MATTERS } from './matters.ts';

/**
 * English words that tell alike what a message is about. A model of a few thousand examples has not met most words, but
 * it has met most of these ideas. `*` ends a stem; a word may stand for several ideas.
 */
const IDEAS: Record<string, string> = {
  good: 'good great lovely nice excellent wonderful perfect* brilliant amazing superb fantastic delicious delightful gorgeous beautiful* handsome pretty fine charming smooth* easy comfy comfortable tasty yummy fresh clean friendly kind helpful polite professional best better finest favourite favorite magic* heaven* bliss* gem joy joyful superb* splendid stellar awesome epic ace bravo impressed impressive remarkable exceptional flawless faultless spotless exquisite unforgettable memorable',
  love: 'love loved loves loving adore* enjoy* obsessed thrilled delighted happy happiest glad pleased proud grateful charmed hooked smitten touched moved cried tears laughed laugh smile* smiling recommend* raving rave treasure* cherish* appreciate* admire* compliment* congrat* kudos',
  bad: 'bad worse worst poor* terrible horrible awful dreadful shoddy sloppy cheap nasty disgusting rude arrogant careless unprofessional useless worthless ugly filthy dirty mouldy moldy stale rotten cold soggy burnt raw scratched dented cracked torn ripped crooked wonky smelly stained unusable unsafe dangerous shocking appalling atrocious pathetic ridiculous joke shambles disaster nightmare mess botched ruined ruin spoiled spoilt damaged damage faulty defective',
  upset:
    'disappoint* upset angry furious livid annoyed annoying frustrat* unhappy unacceptable disgrace* insult* cheated lied lie lying liar misled mislead* conned scam* ripoff ashamed embarrass* fed  disgust* outrage* fuming unimpressed ignored dismiss* humiliat* complain* complaint* apolog* sorry excuse excuses patience nobody promised promise promises supposed assured ombudsman lawyer court review trading manager supervisor owner serious seriously',
  mild: 'bit little slightly touch somewhat rather quite fairly though although but however only except otherwise overall mostly generally average mediocre ordinary okay ok meh mixed indifferent underwhelm* overrated expected expecting hoped hoping prefer* preferred taste personally honest honestly tbh imo imho opinion thought thoughts opinionated feel felt find found remark grumble nitpick quibble critic* constructive',
  excess:
    'too overly loud noisy slow sweet salty small big long short heavy tight thin thick bright dark dim crowded cramped cluttered expensive pricey dear dated repetitive rushed dull bland weak strong bitter dry uncomfortable confusing complicated fiddly',
  wish: 'suggest* suggestion* idea ideas wish wishes wishlist consider* maybe perhaps could should would ought might hope add adding include option optional feature features allow let instead improve* improvement* nicer handy useful helpful next future someday vote request* propose* recommend* shame pity pls dream',
  broke:
    "broken broke breaks breaking crash* freez* froze frozen stuck hang hangs jam* fail* error* bug bugs glitch* wrong blank black stops stopped stop won't doesn't don't can't cannot didn't isn't aren't wont doesnt cant isnt didnt unable refuse* disappear* vanish* missing lost leak* flicker* blink* beep* hum* smok* spark* peel* split crack* snapp* loose unresponsive offline down reset restart* reboot* reinstall* troubleshoot*",
  tech: 'app site website page screen button link login log-in password code update version upgrade browser chrome safari firefox phone laptop computer tablet server file files folder pdf csv excel export import upload download install* plugin driver firmware software sync* printer camera router wifi bluetooth battery charger cable sensor calendar dashboard settings menu notification* api webhook domain email inbox video audio account profile user users admin access',
  howto:
    'how where which what explain* instructions manual guide setup set-up configure connect enable disable change switch fix repair solve help assist advise advice trick tip way possible supposed',
  deliver:
    'deliver* parcel* package* packag* post postal postman courier* ship* shipment shipped tracking tracked arrive* arrived arriving dispatch* sent send customs depot driver van box boxes letterbox doorstep neighbour neighbor signed order ordered orders dhl ups fedex dpd hermes usps',
  money:
    'invoice* bill billed billing charge charged charges payment* paid pay pays receipt* vat tax card debit* credit* bank transfer* transaction* subscription* renew* deposit* fee fees surcharge overcharg* twice double discount* voucher* coupon* promo balance statement',
  refund:
    'refund* reimburs* money-back return* returning returned cancel* cancellation exchange* withdraw* credit back repay repaid chargeback',
  price:
    'price* pricing cost* quote* quotation* estimate* ballpark figure rate rates tariff fee budget cheap* afford* discount* much expensive deal offer offers per hourly package packages plan plans tier retainer bulk wholesale rrp',
  buy: 'buy buying bought purchase* order* want wants need needs looking interested after require* commission* hire hiring engage* take takes reserve* book booking bookings booked appointment* slot slots table room session* lesson* class classes course courses workshop* fitting* consultation* trial sample* demo* try tour viewing sign-up enrol* register* join* available availability stock* left free open opening vacancy vacancies waiting-list custom bespoke made-to-measure spare',
  project:
    'wedding birthday party event conference funeral christening baptism anniversary launch opening office shop restaurant café cafe hotel school company firm charity club team staff guests people students pages metres meters square rooms windows units pieces copies copy sets dozen kg kilos litres logo logos website brochure menu garden kitchen bathroom roof fence translation translate* design* redesign* print* engrave* embroider* catering cater* photo* portrait* move moving install*',
  again:
    'again another same usual repeat* reorder* refill* restock* more second third last previous regular regulars running-low batch top-up renew*',
  trade:
    'partner* partnership collab* reseller* resell* distribut* wholesale* stock stockist* affiliate* commission referral* refer terms split together jointly exchange introduc* sponsor* podcast newsletter followers audience members consignment supplier*',
  kin: 'mum mom mam dad father mother wife husband son daughter sister brother granny grandma grandad aunt uncle cousin kids baby dinner lunch tea milk home tonight darling love mate pal keys cat dog doctor hospital',
  greet:
    'hello hi hey hiya howdy greetings morning afternoon evening sup yo cheers merry happy xmas christmas easter diwali eid new-year holidays festive anyone there',
  thanks:
    'thanks thank ta thx ty tysm cheers obliged grateful noted received got gotcha sorted solved resolved fixed found disregard ignore nevermind nvm worries problem bother decided elsewhere another local pass declined',
  spam: 'seo ranking* rankings google traffic leads crypto bitcoin forex invest* loan loans casino viagra followers likes prize winner congratulations selected lottery inherit* million usd dollars beneficiary transfer urgent click limited offer guarantee* factory manufacturer* catalogue moq supplier webmaster backlink* boost increase growth webinar masterclass outsourc* unclaimed verify wallet password expire* suspended partnership dear',
  job: 'job jobs work working hire hiring vacancy vacancies position* role cv resume portfolio apprentic* intern* experience shift shifts career apply application applicant freelance* graduate* qualified trained hands reference references part-time full-time',
  machine:
    'automatic auto autoreply out-of-office away leave vacation annual return returning unattended monitored mailbox noreply no-reply ticket reference acknowledg* verification code passcode otp pin expires confirm',
  stop: 'unsubscribe stop remove opt-out optout off list emails texts messages mailing spam opt newsletter',
  urge: 'asap urgent* immediately today now tonight tomorrow quickly deadline friday monday tuesday wednesday thursday saturday sunday soon',
  count:
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred dozen couple few several pair',
  when: 'day days week weeks month months year years hour hours minute minutes since ago yesterday still yet already waiting waited late overdue',
};

const words = new Map<string, string[]>();
const stems = new Map<string, string[]>();
for (const [idea, forms] of Object.entries({ ...IDEAS, ...GOODS, ...MATTERS }))
  for (const form of forms.split(/\s+/)) {
    const [among, key] = form.endsWith('*') ? [stems, form.slice(0, -1)] : [words, form];
    among.set(key, [...(among.get(key) ?? []), idea]);
  }

const LONGEST_STEM = Math.max(...Array.from(stems.keys(), ({ length }) => length));

/** The ideas a lower-case English word stands for; most words stand for none. */
export function ideasOf(word: string): readonly string[] {
  const found = new Set(words.get(word));
  for (let length = 1; length <= word.length && length <= LONGEST_STEM; length++)
    for (const idea of stems.get(word.slice(0, length)) ?? []) found.add(idea);
  return [...found];
}
