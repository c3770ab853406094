/** What may be wrong with goods, money or manners, as a state: "wasn't damaged". */
const STATE =
  '(?:damaged|broken|faulty|defective|cracked|smashed|shattered|torn|ripped|scratched|dented|bent|chipped|stained|ruined|spoil(?:ed|t)|(?:mould|mold)y|rotten|rusty|leaking|leaky|dirty|missing|lost|deleted|wiped|late|delayed|overdue|rude|unfriendly|unprofessional|careless|impolite|disappointed|disappointing|unhappy|upset|angry|annoyed|furious|offended|mad|frustrated|dissatisfied|displeased|ignored|cheated|misled|lied to|overcharged|double[- ]charged|(?:charged|billed|debited) (?:me |us )?(?:twice|double|two times)|stolen|hacked|dangerous|unsafe|a (?:waste of (?:money|time)|rip[- ]?off|problem|defect|fault)|expired|out of date|undercooked|worn(?: out)?)';
/** What it would have done: "didn't leak". */
const DEED =
  '(?:break|crack|leak|fail|crash|smash|shatter|burst|explode|tear|rip|snap|peel|rust|catch fire|go wrong|disappear|vanish|(?:arrive|come|turn up|get here) (?:late|damaged|broken|wet)|(?:charge|bill|debit)(?: me| us)? (?:twice|double|two times))';
/** As a thing: "no damage". */
const THING =
  '(?:damages?|cracks?|scratch(?:es)?|dents?|stains?|chips|leaks?|defects?|faults?|flaws?|breakages?|marks?(?= on\\b)|mou?ld|rust|tears|delays?|complaints?)(?! (?:waiver|cover|insurance|deposit|reports?|forms?|protection|polic(?:y|ies)|test|proof|resistant|free|sensor|detector|removers?)\\b)';
const STRESS =
  '(?: (?:really|actually|even|at all|in the least|in any way|the least bit|a bit|any|being|been|be|get|got|getting|so|that|very|all that|visibly|particularly|remotely|in fact|after all|to be|in the slightest))';
const SEEMS =
  '(?: (?:arrived?|come|came|turned? up|look(?:ed|ing)?|seem(?:ed)?|appear(?:ed)?|feel|felt|going to|gonna))';
const MORE = `(?:,? (?:or|nor|and not?)(?: even| any| no)? (?:${STATE}|${THING}))*`;
const NOT =
  "(?:\\b(?:is|are|was|were|has|have|had|am|do|does|did|will)n'?t|\\b(?:not|isnt|wasnt|arent|werent|didnt|doesnt|dont))";

/** "wasn't damaged", "didn't break", "nothing is broken", "no scratches", "without any damage", "far from broken". */
const FAULTS_EN = [
  `${NOT}${STRESS}{0,2}${SEEMS}?${STRESS}? ${STATE}\\b${MORE}`,
  `\\bnever(?: (?:actually|really|been|be|got|was|were|arrived|came)){0,2} ${STATE}\\b${MORE}`,
  `(?:\\b(?:did|does|do|will|has|had|was)n'?t|\\b(?:did|does|do|will) not|\\b(?:didnt|doesnt|dont|wont|won't)|\\bnever)(?: (?:even|actually|really|ever|once)){0,2} ${DEED}(?: or ${DEED})?\\b`,
  '\\bnever (?:leaked|broke|cracked|failed|crashed|snapped|disappeared|charged (?:me |us )?twice)\\b',
  `\\b(?:nothing|none|neither|nobody|no ?one|not (?:a single )?one)(?: (?:of (?:it|them|us|these|those|you|the \\w+|my \\w+)|in (?:it|there|here|the \\w+)|inside(?: it)?|else|at all|there|here)){0,2}(?:'s| is| are| was| were| has| have| seems?| looks?| arrived| came| got| feels?)(?: (?:really|actually|been|even|at all|to be)){0,2} (?:${STATE}|wrong|amiss)\\b${MORE}(?: with (?:it|them|this|that|the \\w+))?`,
  `\\b(?:nothing|none of (?:it|them|(?:the|my|our) \\w+)) (?:broke|leaked|cracked|failed|got lost)\\b`,
  '\\b(?:nobody|no ?one) (?:ignored|cheated|lied to|shouted at|insulted) (?:me|us)\\b',
  '\\bnothing wrong\\b(?: with (?:it|them|this|that|the \\w+))?',
  `\\b(?:no|zero|without|not a single|not an?|never any|(?:is|are|was|were)(?:n'?t| not)(?: any| an?)(?: single)?|didn'?t (?:find|see|spot|notice|have)(?: any| a)(?: single)?)(?: (?:any|a|an|the|visible|real|actual|other|further|single|signs? of|slightest|kind of))* ${THING}\\b${MORE}`,
  `\\b(?:far from|anything but|by no means|neither) ${STATE}\\b${MORE}`,
  `(?:\\b(?:i|we)(?:'m|'re| am| are| was| were)? ?|^)(?:don'?t|do not|didn'?t|did not|never|not|wouldn'?t|would not) (?:think|call|calling|thinking|believe|say|said|saying|claim|claiming|mean|meant|suggest\\w*)(?: (?:that|to say|it|this|they|anything|there|is|are|was|were|be|any|a|the \\w+|it's|they're|your \\w+|you|you're))* (?:${STATE}|${THING})\\b`,
];

/** What stands before it in its sentence and makes it no denial of the writer's own: denied once more, told by others, supposed, wished, asked, or of what was before. */
const NOT_OWN =
  /\b(?:\w+n't|dont|doesnt|didnt|isnt|wasnt|cant|wont|not|never|cannot|without|nobody|no ?one|if|unless|whether|hope|hopefully|hoping|make sure|ensure|check|wish|want|need|looking for|why|how come|should|supposed|guarantee\w*|because|doubt|(?:you|they|he|she|shop|seller|listing|page|website|description|driver|courier)(?: guys| people)? (?:said|say|told|claim\w*|promis\w*|swore|wrote|assured|insist\w*|keep saying)|(?:said|told|claims?|promised|assured|listed|described|advertised|sold)\b|one (?:that|which)|that (?:is|isn|was|doesn))\b[^.!?;\n]{0,50}$|^\s*(?:(?:hi|hello|so|and|but|please),? )*(?:is|are|was|were|did|does|do|has|have|will|isn'?t|wasn'?t|aren'?t|didn'?t|doesn'?t)\b[^.!?,;\n]{0,50}$/u;
/** What follows and takes it back: the state changed, there is an exception, or it is asked. */
const TAKEN_BACK =
  /^(?: \w+){0,4}\?|^ (?:when (?:i|we|it|you)|before|until|till|til|yet|enough|at first|at the (?:start|beginning)|originally|anymore than|is (?:it|there|he)|was it|and (?:you|they) (?:still|know))\b|^,? ?(?:is|was|are|were|has|did|does) (?:it|there|they|he|she)\b|^,? (?:except|apart from|other than|besides|save for|but (?:the|my|a|one|for)\b(?![^.!?\n]{0,40}\b(?:is|was|are|were|has|have)\b))|^,? ?(?:but |rather )?(?:it|they|that)(?:'s|'re| is| are| was| were) (?:completely|totally|utterly|absolutely|worse|beyond|in pieces|destroyed|ruined|shattered|smashed|gone)\b/u;

const STATE_ZH =
  '(?:坏(?!处|话|事)|破(?!费|例|解)|碎|裂|漏(?!洞|斗)|损坏|破损|损伤|受损|瑕疵|划痕|变形|发霉|霉|变质|过期|生锈|掉色|褪色|异味|质量问题|毛病|故障|失灵|丢(?!人|脸)|弄丢|少件|缺件|缺少|迟到|晚到|晚点|耽误|超时|生气|失望|被盗|盗号|弄脏|脏|次品|残次品|假冒|扣错|(?:多|重复)(?:扣|收|付)(?:款|钱|费)?|(?:扣|收|付)(?:了)?[两二三](?:次|遍|笔)(?:款|钱|费)?|态度(?:不好|差)|骂人|骂我|发错|寄错|弄错|搞错|失败|丢件|丢失|泄露|删(?:掉|除)?)';
const FAULTS_ZH = [
  `没(?:有)?说过?(?:它|东西|你们?|是|有|都){0,3}${STATE_ZH}(?:了|的){0,2}`,
  `(?:(?<![有什怎])没(?:有)?|并没有?|并未|未(?!必)|从没有?)(?:人|被|摔|碰|压|挤|弄|什么|任何|一点儿?|啥|半点|明显的?|再|给我|给|我|出现|发现|看到|发生|任何的|哪里|哪儿|感到|感觉|觉得){0,3}${STATE_ZH}(?:或(?:者)?${STATE_ZH})?(?:了|的|过|掉|款|情况|现象){0,2}`,
  `(?<![是说])(?:并?不是|不算|不觉得|不认为)(?:什么|很|被|摔|压|说|你们?|东西|它|杯子|有){0,2}${STATE_ZH}(?:的|了|掉){0,2}`,
  `(?<![说])(?:一点儿?|完全|根本|真的?|真|并)(?:也|都)?不(?:生气|失望|脏|破|坏|漏|裂)`,
];
/** Somebody or something else did, or was: "I didn't get hurt but my mother did"; not where it is. */
const OTHERS_DID =
  /^[^.!?\n]{0,60}(?<!\b(?:never|not) )(?<!\b(?:where|what|when|who|how|which|why) (?:\w+ ){1,3})\b(?:is|was|are|were|did|does|has|had|do|am)(?: (?:too|though|now))?\s*(?:$|[.!?,;\n])|^[^。!?\n]{0,16}(?:但|可|不过|只是)[^。!?\n]{0,12}(?:是的?|有|会|碎|坏|破|裂)了?(?:$|[。!,])/u;
const NOT_OWN_ZH =
  /(?:不是|没有一?[个只件位]|没一?[个只件]|没有(?:哪|谁|什么)|怎么(?:会|可能|能)?|难道|是不是|有没有|(?:你们?|他们?|商家|店家|卖家|客服|快递|师傅|页面|详情)[^,。!?]{0,4}(?:说|讲|保证|承诺|写)|如果|要是|假如|万一|除非|除了|希望|但愿|最好|确保|保证|看看|检查|本来|原来|原先|之前|以前|刚开始|当初|寄的时候|送[来去修]?(?:的)?时候|要|想要?|能不能|会不会|为什么|为啥|不得|不能说)[^,。!?\n]{0,10}$/u;
const TAKEN_BACK_ZH =
  /^(?:之前|以前|的时候|时|[吗么嘛?]|吧\?|没有?[?$]|到|完|一[个只件半]|就是|才怪|,?(?:而|倒)?是(?!我)|,?也是(?!我)|[^,。!?\n]{0,4}[吗么?]|,?(?:除了|就|只)[^,。]{0,4}(?:坏|碎|破|裂|漏|丢|缺|少))/u;

const FAULTS: readonly RegExp[] = [...FAULTS_EN, ...FAULTS_ZH].map((one) => new RegExp(one, 'gu'));

/** So much of the sentence on either side is looked at. */
const AROUND = 90;

type Keeps = (before: string, behind: string) => boolean;

/** Blanks what the (global) patterns find, unless the words of the sentence before it, or what stands behind it, keep it. */
function blankedUnless(text: string, phrases: readonly RegExp[], keeps: Keeps): string {
  return phrases.reduce((rest, phrase) => {
    const words = (said: string, at: number) => {
      const before = rest.slice(Math.max(0, at - AROUND), at).replace(/^.*[.!?,;\n。]/su, '');
      const behind = rest.slice(at + said.length, at + said.length + AROUND);
      return keeps(before, behind) ? said : '\u0001'.repeat(said.length);
    };
    return rest.replace(phrase, (said: string, ...more: unknown[]) =>
      words(said, more.find((one) => typeof one === 'number') as number),
    );
  }, text);
}

/** Blanks what is denied, unless somebody else did it, or had it happen to them. */
export const blankedUnlessOthersDid = (text: string, phrases: readonly RegExp[]): string =>
  blankedUnless(text, phrases, (_, behind) => OTHERS_DID.test(behind));

const keepsFault: Keeps = (before, behind) =>
  NOT_OWN.test(before) ||
  NOT_OWN_ZH.test(before) ||
  [TAKEN_BACK, TAKEN_BACK_ZH, OTHERS_DID].some((one) => one.test(behind));

/** Blanks a fault, a blame or a bad mood that its writer denies: "it wasn't damaged", "nothing is broken", 没坏, 不是坏的. */
export const withoutDeniedFaults = (text: string): string => blankedUnless(text, FAULTS, keepsFault);
