import { commonEnglish } from '../common_words.ts';
import { narrow } from '../normalise.ts';
import { timeIn } from '../when/time_like.ts';
import { isLabel } from './name_like.ts';
import { addressedSurname, surnameLength } from './surname.ts';

/** Longer words are nobody's name, in UTF-16 units. */
const LONGEST = 40;
const MOST_WORDS = 4;
/** In small letters more words are a sentence. */
const MOST_SMALL = 2;
/** What names are written with; a genitive or a verb in short is none: Ben's, I'm. */
const WORD = /^\p{L}[\p{L}\p{M}.-]*(?:['’]\p{L}[\p{L}\p{M}]{2,}[\p{L}.-]*)?$/u;
/** Small within a name: Ludwig van Beethoven. */
const PARTICLE = /^(?:van|von|der|den|de|del|della|da|di|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|y|e)$/u;
/** How words of a command, a report or a remark look in small letters. */
const SPOKEN =
  /(?:ing|ed|ly)$|^(?:hi|hello|hey|ok|okay|oops|whoops|yes|no|done|wait|stop|call|ring|text|find|show|list|open|close|add|new|change|move|postpone|cancel|refund|remind|task|tasks|note|notes|lead|leads|ticket|tickets|orders?|invoices?|clients?|customers?|contacts?|buyers?|people|vips?|wholesale|money|budget|price|prices|stock|back|away|off|out|help|settings?|language|timezone|currency|digest|inbox|search|print|pay|paid|post|pack|pick|check|book|write|lunch|dinner|coffee|meeting|gym|rent|today|tomorrow|tonight|won|lost|undo|redo|skip|snooze|tag|untag|merge|delete|block|export|import|takings|income|sales|sold|complete|completed|finish|finished|prefers?|likes?|loves?|hates?|bought|buys|wants?|needs?|said|says|sorry|thanks?|please|later|mistake|wrong|all|every|everyone|business|cards?|website|logo|flyers?|posters?)$/u;

/** A shop or a firm calls itself so. */
const FIRM = /(?:店|铺|行|公司|坊|社|馆|厂|阁|轩|斋|堂|庄|居|屋|苑|楼|会所|工作室|集团|超市|酒店|餐厅|茶楼)$/u;
const MOST_FIRM = 8;
const MOST_NAME = 4;
/** What is done, or is, begins with many a surname too: 成交, 方案, 查单. */
const NO_NAME =
  /[吗呢吧啊呀的了着过么我你您他她们请谢谁哪]|^(?:成交|方案|方便|查|单|计|连|简单|车|都|和|关|安|常|高|白|满|全|从|向|项目|平|路|严|于|毛利|金额|时|温|水|钱|顾客|谈|向|包|包装|安排|安静|白茶|黄金|石|方|江浙|何时|任务|任何|万|岁|景|游|池|米|司|商|明|年|别|终|能|解决|解|祝|柴|燕|麦|皮|储|原|台|支)|(?:单|款|货|价|钱|费|账|票)$/u;

/**
 * Whether words, without any address, have the form of nothing but somebody's name: in Latin letters each word with a capital, or two
 * small ones that say nothing; in Chinese a surname and its given name, a nickname, a title, or what a shop is called.
 */
export function isBareName(text: string): boolean {
  const typed = narrow(text).trim();
  if (typed === '' || typed.length > LONGEST || /[\n\d]/u.test(typed)) return false;
  return /\p{Script=Han}/u.test(typed) ? isChineseName(typed) : isLatinName(typed);
}

function isLatinName(typed: string): boolean {
  const words = typed.split(/\s+/u);
  if (words.length > MOST_WORDS || !words.every((word) => WORD.test(word))) return false;
  const small = words.map((word) => word.toLowerCase());
  if (small.some((word) => commonEnglish.has(word) || SPOKEN.test(word) || isLabel(word))) return false;
  if (timeIn(typed) !== undefined) return false;
  const isCapital = (word: string) => !/^\p{Ll}/u.test(word);
  if (words.every((word) => isCapital(word) || PARTICLE.test(word))) return words.some(isCapital);
  return words.length === MOST_SMALL && !words.some(isCapital);
}

function isChineseName(typed: string): boolean {
  const words = typed.replace(/[\s·]/gu, '');
  if (!/^\p{Script=Han}+$/u.test(words) || NO_NAME.test(words) || timeIn(typed) !== undefined) return false;
  const length = [...words].length;
  if (length <= MOST_FIRM && length > 2 && FIRM.test(words)) return true;
  if (addressedSurname(words) !== undefined || /^[小老阿]\p{Script=Han}{1,2}$/u.test(words)) return true;
  const surname = surnameLength(words);
  return surname > 0 && length > surname && length <= (surname === 2 ? MOST_NAME : MOST_NAME - 1);
}
