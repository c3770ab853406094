import { foldText } from '../fold.ts';
import { literal, plainly, plainPattern } from '../plainly.ts';
import { isSameWord } from '../sentence/title_words.ts';

/** What is told of work that is open: it is done, what was wrong is put right as well, or it goes on. */
export type ToldOfWork = 'done' | 'solved' | 'again';

const HAN = /\p{Script=Han}/u;
/** What stands where somebody is named. */
const MARK = '\uE001';

const BEGINS =
  "^(?:(?:ok(?:ay)?|right|yes|yep|done|finally|just|already|also|and|so|hey|i|we|i['’]?ve|we['’]?ve|i have|we have|i had|have|had|now|today|this morning|yesterday)[,:]? )*";
const SOLVING =
  '(?:fixed|sorted(?: out)?|solved|resolved|mended|repaired|replaced|re-?sent|re-?made|re-?did|re-?done|refunded|handled|dealt with|apologi[sz]ed|swapped|exchanged|corrected|reprinted|re-?exported)';
const DOING =
  '(?:sent(?: (?:off|out|over))?|posted|shipped|mailed|e-?mailed|couriered|called|rang|phoned|texted|messaged|spoke|spoken|talked|chatted|wrote|written|delivered|dropped|picked|collected|bought|paid|printed|made|did|done|finished|completed|invoiced|quoted|booked|ordered|cleaned|checked|chased|visited|met|returned|uploaded|packed|wrapped|designed|drew|drawn|cut|cleared|got back to|got hold of|gave|given|brought|took|taken|told|asked|answered|replied|confirmed|updated|changed|arranged|prepared|baked|framed|filed|followed up|had a (?:chat|call|word)|caught up|handed)';
const TO_US = '(?! (?:me|us|by|back)\\b)';
const ACTIVE = new RegExp(`${BEGINS}(?:${DOING}|${SOLVING})\\b${TO_US}`, 'iu');
const BEING =
  "(?:is|are|was|were|has|have|been|['’]s|['’]re|got|gone|all|now|already|finally|both|just|today|yesterday|out)";
const PASSIVE = new RegExp(
  `\\b(?:${BEING} )+(?:${DOING}|${SOLVING})\\b${TO_US}|\\b(?:${DOING}|${SOLVING})(?= (?:to|for|off|out|already|now|today|yesterday|this (?:morning|afternoon)|last night|at last)\\b|[.! ]*$)${TO_US}`,
  'iu',
);
const WORKS =
  /\b(?:opens|works?|working|prints|(?:is|are|all) (?:ok(?:ay)?|fine|good|happy|sorted))(?: (?:now|again|at last|finally|fine))+\b|\b(?:all )?(?:sorted|fixed|solved|resolved)\b/iu;
const SOLVED = new RegExp(`\\b${SOLVING}\\b`, 'iu');
/** Their own deed, unless what is theirs was done: anna sent, anna's is sent. */
const THEIRS = new RegExp(
  `^(?:and |so |ok )?${MARK}(?: (?:has|have|had|just|already|finally|then|now))* (?:${DOING}|fixed|sorted|replaced|returned|resolved)\\b(?!(?: out)?[.! ]*$)|${MARK} (?:called|rang|phoned|texted|e-?mailed|wrote|paid|asked)\\b|\\b(?:from|by) ${MARK}`,
  'iu',
);
const NOT_DONE =
  /[?？]\s*$|\b(?:not|never|no|nothing|can['’]?t|cannot|\w+n['’]t|(?:has|have|is|was|are|were|did|do|does|wo)nt|will|shall|should|would|could|if|when|unless|until|going to|gonna|needs?|must|wants?|wanted|wish|please|pls|remind|tomorrow|still|almost|nearly|half|tr(?:y|ied|ying)|forgot|to be|be|before|supposed|promised|ask(?:ed)? (?:me|us|to)|who|what|why|how|where|didn)\b|['’]ll\b/iu;

const HAN_SOLVING =
  '(?:补(?!货)|换|退(?!订)|解决|处理|搞定|搞掂|修|赔|重做|重发|重寄|重印|道歉|弄好|改好|核对|协商|谈妥|安抚)';
const HAN_DOING =
  '(?:寄|发|送|快递|打|通|做|写|买|交|付|订|约|改|取|拿|印|拍|填|办|洗|装|回|弄|联系|沟通|聊|查|问|说|谈|见|拜访|安排|准备|通知|整理|完成|答复|贴|包|配|给|跑|跟进|对)';
const HAN_DONE = plainPattern(
  new RegExp(
    `(?:${HAN_SOLVING}|${HAN_DOING})[^,，。!！?？没未]{0,8}?(?:[了啦咯]|过(?!来|去|程|敏)|好(?=$|[,，。!！\\s])|完(?=$|[,，。!！\\s]))|已经?[^,，。没未]{0,6}(?:${HAN_SOLVING}|${HAN_DOING})|(?:搞定|搞掂|解决|处理完|处理好)\\s*$`,
    'u',
  ),
);
const HAN_SOLVED = plainPattern(new RegExp(HAN_SOLVING, 'u'));
const HAN_THEIRS = plainPattern(
  new RegExp(
    `(?<![给跟和向帮为对找替与])${MARK}(?:[他她也刚都已经]|自己)*(?:说|问|给我|跟我|找我|来|又|退|下|买|拍下|付|转|打款|汇|收|签|把[^,，]{1,10}(?:给我|[寄发送付打退]来|付|退)|打(?:来)?(?:了|过)?(?:个|一个)?电话(?!给)|(?:[寄发送打回]|写)(?:了|过)?(?:信)?来|回复?(?:我|了消息|了信息|消息|信息|复)|同意|确认|想|打算|决定)|[寄发送打回]来|给我们?(?!的)|^(?:收到|接到)`,
    'u',
  ),
);
const HAN_NOT_DONE = plainPattern(
  /[?？]\s*$|吗\s*$|呢\s*$|没|未|[还都也]不|不[要用能会想肯行]|别|要是|如果|等[^,，]{0,8}再|想|打算|快要|马上|待会|等会|回头|明天|后天|下周|下个月|记得|提醒|应该|能不能|怎幺|谁|什幺时候|是不是|又|还是|一直|(?<![只主需])要(?!的)|得(?=去|给|把)|需要|该/u,
);

const AGAIN =
  /\b(?:again|still|keeps?|kept|yet again|another time|(?:second|third|fourth|2nd|3rd|4th) time|twice|once more|no better|back (?:about|on about|complaining))\b/iu;
const COMPLAINS =
  /\b(?:furious|angry|fuming|livid|upset|annoyed|cross|raging|shout\w*|yell\w*|scream\w*|moan\w*|complain\w*|rant\w*|chas(?:ed|ing|es)|kick(?:ed|ing) off|going (?:mad|mental|crazy)|losing (?:it|patience)|unhappy|not happy|swear\w*|swore|having a go|fed up|wants? (?:an )?answers?)\b/iu;
const CALLED =
  /\b(?:rang|rings?|called|calls|phoned|phones|on the phone|e-?mailed|texted|messaged|wrote|asking|asks|asked|been on)\b/iu;
const OTHERWISE =
  /\b(?:order(?:s|ed)?|bought|buys?|paid|pays?|owes?|owed|lovely|loves?|thanks?|thank you|recommend\w*|review)\b/iu;
const HAN_AGAIN = plainPattern(
  /又|还是|还没(?:收到|解决|处理|人)|还不(?:行|能|好)|一直|再次|还在|依然|仍|第[二两三四五][次回遍]|老是|反复|[两三]次了|天天/u,
);
const HAN_COMPLAINS = plainPattern(
  /骂|催|吵|闹|生气|发火|火大|投诉|不满|抱怨|气死|气坏|很气|急了|着急|差评|追问|怒|发飙|要说法/u,
);
const HAN_CALLED = plainPattern(/打电话|来电|电话|打来|发消息|发微信|找我|找来|来问|问|联系/u);
const HAN_OTHERWISE = plainPattern(/买|下单|订(?!单)|复购|付了?款?|转账|推荐|介绍|夸|表扬|好评|喜欢|谢/u);

const WORDS_BESIDE = new Set(
  "the a an my our your his her their its it this that these those i we you he she they me us him to for of on in at by with from about re and or but so as off out over up back now just already finally also again still all both today yesterday morning afternoon evening night last week ago is are was were be been being has have had got do does did not no yes ok okay thing things stuff one ones some more bit there here s ve well wont won t too quick please very really he's she's it's".split(
    ' ',
  ),
);
const DEEDS: readonly (readonly [string, RegExp])[] = [
  ['send', /^(?:re-?)?(?:sen[dt]|post(?:ed)?|mail(?:ed)?|ship(?:ped)?|courier(?:ed)?|deliver(?:ed)?|drop(?:ped)?|gave|give|hand(?:ed)?|寄|发|送|快|递|邮)$/u],
  ['talk', /^(?:call(?:ed|ing)?|rang|ring|phon(?:e|ed)|sp(?:eak|oke|oken)|talk(?:ed)?|chat(?:ted)?|text(?:ed)?|messag(?:e|ed)|contact(?:ed)?|e-?mail(?:ed)?|w[r]ite|wrote|word|电|话|聊|联|系|沟|通|谈|问|微|信)$/u],
  ['right', /^(?:fix(?:ed)?|sort(?:ed)?|mend(?:ed)?|repair(?:ed)?|solved?|resolved?|replaced?|refund(?:ed)?|handled?|deal|dealt|apologi[sz]ed?|redo|redid|redone|swap(?:ped)?|problem|issue|complaint|ticket|补|换|退|解|决|处|理|搞|定|修|赔|道|歉|问|题|弄|重|事|情|售|后|投|诉)$/u],
  ['', /^(?:made?|make|did|done|finish(?:ed)?|complete[d]?|check(?:ed)?|arrange[d]?|went|go|goes|come|came|rings?|calls?|asks?|asked|asking|打|做|办|完|成|好|完|买|写|拿|给|包|跑|跟|进|对|说|讲|收|到|查|见)$/u],
]; // biome-ignore format: a table
const HAN_BESIDE = new Set([
  ...plainly(
    '给帮跟和为去的了把一下个这那已经刚才都就在过来出走掉是有我们他她它也还又再没不啦咯今天昨早晚上午中周星期刚终于要说完整个件事儿吧呢嘛您你按时很太',
  ),
]);

const SUM = /[£$€¥￥]\s?\d|\d\s?(?:块|元|pounds?|quid|euros?|dollars?|bucks)|[欠赊]|\b(?:owe[sd]?|deposit)\b/iu;

/** What a sentence tells of work that may be open, whoever it names: by these ways of calling them. */
export function toldOfWork(typed: string, names: readonly string[]): ToldOfWork | undefined {
  const text = withMarks(plainly(typed).trim(), names);
  // a sum is of an order
  if (SUM.test(text)) return undefined;
  if (HAN.test(text)) {
    if (HAN_AGAIN.test(text) || HAN_COMPLAINS.test(text)) return HAN_OTHERWISE.test(text) ? undefined : 'again';
    if (!HAN_DONE.test(text) || HAN_NOT_DONE.test(text) || HAN_THEIRS.test(text)) return undefined;
    return HAN_SOLVED.test(text) ? 'solved' : 'done';
  }
  const works = WORKS.test(text) && !NOT_DONE.test(text.replace(/\bstill\b/giu, ''));
  if (works && !THEIRS.test(text)) return 'solved';
  if (AGAIN.test(text) || COMPLAINS.test(text))
    return OTHERWISE.test(text) || /[?？]\s*$/u.test(text) ? undefined : 'again';
  if (!(ACTIVE.test(text) || PASSIVE.test(text)) || NOT_DONE.test(text) || THEIRS.test(text)) return undefined;
  return SOLVED.test(text) ? 'solved' : 'done';
}

/** Whether they complain again, or call or complain perhaps of something else. */
export function presses(typed: string): 'complains' | 'calls' | undefined {
  const text = plainly(typed);
  const complains = COMPLAINS.test(text) || HAN_COMPLAINS.test(text);
  if (complains && (AGAIN.test(text) || HAN_AGAIN.test(text))) return 'complains';
  return complains || CALLED.test(text) || HAN_CALLED.test(text) ? 'calls' : undefined;
}

/** What a sentence has in common with a title: the thing that both name, or, where it names none, what is done. */
export function inCommon(
  text: string,
  title: string,
  names: readonly string[],
): 'thing' | 'deed' | 'nothing' | undefined {
  const [said, titled] = [text, title].map((one) => partsOf(one, names));
  const shared = said!.things.filter((one) => titled!.things.some((other) => isSameWord(one, other)));
  const fewer = Math.min(said!.things.length, titled!.things.length);
  if (shared.length > 0 && shared.length >= fewer / 2) return 'thing';
  if (said!.things.length > 0) return undefined;
  return [...said!.deeds].some((deed) => titled!.deeds.has(deed)) ? 'deed' : 'nothing';
}

/** The words of things, of Chinese the characters; and what is done with them. */
function partsOf(typed: string, names: readonly string[]): { things: string[]; deeds: Set<string> } {
  const text = foldText(withMarks(plainly(typed), names))
    .replaceAll(MARK, ' ')
    .replace(/['’]s\b/gu, ' ');
  const deeds = new Set<string>();
  const things: string[] = [];
  for (const word of text.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’-])+/gu) ?? []) {
    if (WORDS_BESIDE.has(word) || HAN_BESIDE.has(word)) continue;
    const deed = DEEDS.find(([, words]) => words.test(word));
    if (deed?.[0]) deeds.add(deed[0]);
    else if (!deed && !things.includes(word)) things.push(word);
  }
  return { things, deeds };
}

function withMarks(text: string, names: readonly string[]): string {
  const whole = [...names].filter(Boolean).sort((one, other) => other.length - one.length);
  return whole.reduce((said, name) => {
    const edges = HAN.test(name) ? '' : '\\b';
    return said.replace(new RegExp(`${edges}${literal(plainly(name))}${edges}`, 'giu'), MARK);
  }, text);
}

const HOW_TO_SAY = plainPattern(
  /^(?:so |ok |hey )?(?:how (?:do|should|can|could|would|to|best to)(?: (?:i|we))?(?: best)?|what (?:do|should|can|could)(?: i| we)|what to|any idea how to) (?:say sorry|apologi[sz]e|make it up|say|tell|write|reply|respond|answer|explain|calm|handle)\b|(?:怎幺样?|如何|咋|怎样|该)(?:跟|和|给|向|对|去)?[^,，]{0,6}(?:道歉|赔不是|解释|交代|安抚|回复?|答复|说(?:比较)?好|说才好|开口|哄)/iu,
);

/** Whether it is asked what to say to somebody. */
export const asksWhatToSay = (typed: string): boolean => HOW_TO_SAY.test(plainly(typed).trim());
