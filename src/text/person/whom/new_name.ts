import { narrow } from '../../normalise.ts';
import { isBareName } from '../bare_name.ts';
import { mayBeNewPerson } from '../new_person.ts';
import { readPerson } from '../person.ts';

/** Longer words are a letter, and tell of nobody new. */
const LONGEST = 160;
const HAN = /\p{Script=Han}/u;

/** A name as names are written: bob is Bob; a word with a capital of its own stays. */
export const inCapitals = (name: string): string =>
  /\p{Lu}/u.test(name) || HAN.test(name)
    ? name
    : name.replace(/(?<![\p{L}\p{M}'’-])\p{Ll}/gu, (one) => one.toUpperCase());

/** As nicknames are written, and what they are called who are nobody's customer: whose name this is nobody asks. */
const NOBODY_NEW = /^(?:老板娘?|老公|老婆|老人家?|老家|房东|小费|小票|小区|小孩|小偷|阿姨)$/u;

/** Behind a name they say how something is done: 周敏多要一盒, 周敏再要两盒. */
const GOES_ON = /^\p{Script=Han}{2,3}[多再又还也都只就先]$/u;

/** Whether what stands where a sentence has its person may be the name of somebody nobody knows yet, small letters too. */
export const mayBeNewName = (name: string, country: string): boolean =>
  !NOBODY_NEW.test(name) &&
  !GOES_ON.test(name) &&
  isBareName(inCapitals(name)) &&
  mayBeNewPerson(inCapitals(name), country);

/** That there is no way to reach them, which needs not be kept. */
const NO_NUMBER =
  /(?:\b(?:no|without(?: an?)?|(?:i )?(?:do ?n['’]?t|have ?n['’]?t|did ?n['’]?t) (?:have|know|got|get|catch|take|ask for|leave)(?: (?:his|her|their|the|an?))?) (?:phone |mobile |contact )?(?:numbers?|phone|mobile|e-?mail|details)(?: (?:yet|so far|for (?:him|her|them)|known))*|(?:(?:电话|手机|号码|微信|联系方式)(?:号码?)?(?:我?还|暂时|目前)?(?:不知道|不晓得|不详|没有|没留|未留|未知|没问|忘了?问|暂无|待补)|(?:没|没有|不知道|还没|暂无|没留|没问|不晓得)(?:有|留|问|要|存)?(?:到|下)?(?:[他她]的?)?(?:电话|手机|号码|微信|联系方式)(?:号码?)?)(?:呢|了)?)/iu;

/** Asked for: add jo bloggs …, 加 王芳 …; a Chinese name needs a blank before it, as 加急 and 加班 have none. */
const ASKED =
  /^(?:(?:please|pls) )?add (?:(?:an? |new )*(?:customer|client|contact|person)[:,]? )?(?=\p{L})|^(?:请|帮我|麻烦)?(?:添?加|新增|新建|录入|记)(?:一下|一?[个位])?\s+(?=\p{Script=Han})/iu;
/** Where a name ends: what is known of them stands behind it. */
const BEHIND_NAME =
  /[\s]*[,，、;；:：(（–—]\s*|\s+-\s+|\s(?=(?:from|at|who|that|with|of|buys?|likes?|wants?|met|has)\s)/iu;

/** Somebody told of without a number: their name, and what else is said of them. */
interface Told {
  name: string;
  rest: string;
}

/** add jo bloggs from the market, no number yet; 老王 电话不知道 常来买碎银子; 加 王芳. Undefined: it tells of nobody in this way. */
export function toldWithoutNumber(text: string, country: string): Told | undefined {
  const typed = narrow(text).trim();
  if (typed.length > LONGEST || /[\n@?？]|\d{5}/u.test(typed)) return undefined;
  const asked = ASKED.exec(typed)?.[0] ?? '';
  const said = typed.slice(asked.length);
  const without = NO_NUMBER.exec(said);
  if (asked === '' && !without) return undefined;
  const left = without ? `${said.slice(0, without.index)}, ${said.slice(without.index + without[0].length)}` : said;
  const [name, rest] = cut(left);
  // small words may be a thing that is put somewhere: it has to be said that it is somebody
  const isSomebody = without !== null || HAN.test(name) || /^\p{Lu}/u.test(name);
  if (!isSomebody || !mayBeNewName(name, country)) return undefined;
  return { name: inCapitals(name), rest };
}

function cut(said: string): [name: string, rest: string] {
  const end = HAN.test(said) ? /[\s,，、;；:：(（–—]+/u.exec(said) : BEHIND_NAME.exec(said);
  const [name, rest] = end ? [said.slice(0, end.index), said.slice(end.index + end[0].length)] : [said, ''];
  return [
    name.trim(),
    rest.replace(/^[\s,，、;；]+|[\s,，、;；)）]+$/gu, '').replace(/\s*[,，](?:\s*[,，])+\s*/gu, ', '),
  ];
}

/** Whether words hold a number or an address: they are taken apart as somebody's particulars. */
export function holdsAddress(text: string, country: string): boolean {
  const { phones, emails } = readPerson(text, country);
  return phones.length + emails.length > 0;
}

/** Whether words say how many or how much. */
export const saysFigure = (words: string): boolean => /\d|[一二两三四五六七八九十百千万]/u.test(words);
