/** So much on either side is looked at. */
const NEAR = 60;

const RELATION_EN =
  '(?:husband|wife|spouse|fianc[eé]e?|partner|boyfriend|girlfriend|mother|mum|mom|father|dad|parents?|in-laws?|(?:mother|father|brother|sister|son|daughter)-in-law|son|daughter|child|kid|brother|sister|aunt(?:ie)?|uncle|cousin|niece|nephew|grand(?:mother|father|ma|pa|son|daughter)|gran|flatmate|roommate|housemate|neighbou?r|friend|colleague|co-?worker|boss|manager|assistant|secretary|receptionist|accountant|bookkeeper|lawyer|agent|landlord|driver|courier|carrier|nanny|caretaker|concierge|planner|foreman|builder|client|customer|guest)s?';
const RELATION_ZH =
  '(?:老公|老婆|先生|太太|爱人|丈夫|妻子|对象|男朋友|女朋友|男友|女友|未婚[夫妻]|媳妇|妈妈?|爸爸?|母亲|父亲|爹|爸妈|父母|公公|婆婆|岳父|岳母|儿子|女儿|闺女|孩子|哥哥?|姐姐?|弟弟?|妹妹?|嫂子|姐夫|妹夫|爷爷|奶奶|外公|外婆|姥姥|姥爷|叔叔|阿姨|舅舅|舅妈|姑姑|表[哥姐弟妹]|侄[子女]|亲戚|家人|家里人|朋友|闺蜜|同事|同学|室友|邻居|老板|领导|上司|经理|主管|助理|秘书|司机|师傅|员工|店员|店长|保姆|门卫|保安|前台|物业|房东|中介|会计|财务|客户|客人)';
const CARRIER_ZH =
  '(?:快递员|快递小哥|快递公司|快递|骑手|外卖员|外卖小哥|配送员|送货员|送货师傅|跑腿|驿站|司机|代收人)';

/** My husband's, her, the courier's; 我老公, 我同事小王. Wherever it stands in the clause. */
const OTHERS = new RegExp(
  [
    `\\b(?:my|our|his|her|their)\\s(?:[\\p{L}-]{2,12}\\s)?${RELATION_EN}\\b`,
    `\\bthe\\s(?:[\\p{L}-]{2,12}\\s)?(?:courier|driver|carrier|caretaker|concierge|planner|assistant|receptionist|accountant|neighbou?r)\\b`,
    '\\b(?:his|her|their)\\s(?:new\\s|work\\s|private\\s|direct\\s)?(?:phone|mobile|cell|number|no\\.|tel|line|whats ?app|wechat|e-?mail|address)',
    '\\b(?:call|ring|phone|text|message|reach|contact|ask|tell|e-?mail)\\s(?:him|her|them)\\b',
    `(?:我们?家?|咱们?家?|俺|家里?)的?${RELATION_ZH}`,
    `${RELATION_ZH}(?:\\p{Script=Han}{0,3})的?(?:电话|手机|号码?|微信|邮箱|座机)`,
    CARRIER_ZH,
    '[他她](?:们|的|家)?(?:新|工作)?(?:的)?(?:电话|手机|号码?|微信|邮箱|座机)|(?:打|找|联系|加|问)[他她]',
  ].join('|'),
  'iu',
);
/** Said of the writer's own: my number, call me; 我的电话, 打我手机. */
const OWN =
  /\bmy\s(?:own\s|new\s|old\s|work\s|private\s|direct\s|home\s|office\s|current\s|other\s|second\s){0,2}(?:phone|mobile|cell|number|no\.|tel|line|whats ?app|wechat|e-?mail|address)|\b(?:call|ring|phone|text|message|reach|contact|add|e-?mail|get)\s(?:me|us)\b|\bi['’]?m\s(?:the|a|his|her)\b|我(?:们)?(?:本人|自己)?的?(?:新|旧|工作|私人|公司|备用)?的?(?:电话|手机|号码?(?!\p{Script=Han})|座机|微信|邮箱)|(?:打|加|联系|找)我(?:的|新|手机|电话|微信|[\s:：\d])|我是|本人/iu;
/** Right behind it: is my wife's, (my wife), 是我老公的, 我妈收. */
const BEHIND = new RegExp(
  `^[\\s,，;；(（:：–—-]{0,3}(?:(?:is|that['’]?s|it['’]?s|which is|belongs to|for|this is)\\s)?(?:(?:my|our)\\s(?:[\\p{L}-]{2,12}\\s)?${RELATION_EN}\\b|(?:这?是)?(?:我们?家?|咱们?家?)的?${RELATION_ZH})|^[\\s,，;；(（]{0,3}(?:[他她]|s?he\\b)`,
  'iu',
);
/** A name that is told to be called: Tom at 415 555 2671, Tom's number. */
const NAMED =
  /\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]ontact|[Rr]each|[Aa]sk(?: for)?|[Mm]essage)\s(\p{Lu}[\p{L}'’-]{1,20})(?:\s\p{Lu}[\p{L}'’-]{1,20})?\s(?:on|at|under|via)\s{0,2}$|\b(\p{Lu}[\p{L}-]{1,20})['’]s\s(?:new\s|work\s)?(?:phone|mobile|cell|number|e-?mail)/u;

const CLAUSE_BEHIND = /[^,，;；。!！?？\n]*$/u;

/**
 * Whether a number or an address that stands there is said to be somebody else's than the writer's: a relative's, a colleague's, a
 * courier's. `writer`: the name under which they write, if any.
 */
export function isSomebodyElses(text: string, start: number, end: number, writer = ''): boolean {
  const clause = CLAUSE_BEHIND.exec(text.slice(Math.max(0, start - NEAR), start))![0];
  if (BEHIND.test(text.slice(end, end + NEAR))) return true;
  // what is nearer to it counts
  const others = lastOf(OTHERS, clause);
  if (others >= 0) return others >= lastOf(OWN, clause);
  const [, called, owner] = NAMED.exec(clause) ?? [];
  const name = (called ?? owner)?.toLowerCase();
  return name !== undefined && writer !== '' && !writer.toLowerCase().split(/\s+/u).includes(name);
}

/** Where the last of them begins; -1: there is none. */
function lastOf(pattern: RegExp, text: string): number {
  const found = [...text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))];
  return found.at(-1)?.index ?? -1;
}
