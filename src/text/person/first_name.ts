import { TITLE } from './greeting.ts';

/** A firm's name, in which no word is a person's. */
const FIRM =
  /(?:^|[\s.,])(?:gmbh|ag|kg|ohg|ug|ltd|limited|inc|llc|llp|plc|corp|co|company|sarl|sas|s\.a\.|s\.r\.l\.|srl|spa|bv|nv|oy|ab|as|aps|pty|studio|studios|shop|store|team|office|group)(?=$|[\s.,])|[&@＆]/iu;
/** In front of a surname, or of no name at all. */
const NO_FIRST =
  /^(?:the|a|an|van|von|vom|zu|zur|de|del|della|di|da|du|des|la|le|les|el|al|bin|ibn|mac|st|san|info|sales|office|shop|store|admin|support|contact|hello|mail|team|service|customer|client|kunde|family|familie|familia|unknown|test)$/iu;
/** What systems and files write where nobody gave a name. */
const NO_NAME =
  /^(?:null|undefined|none|nil|nan$|n\/?a|anonymous|anon|guest|amazon|customer|user|no name|noname|未知|匿名|匿名用户|无名|无|没有|客户|顾客|客人|用户|游客|访客|微信用户|淘宝用户|新用户|买家)(?=$|\s)/iu;
/** A title alone, which the name is missing behind. */
const ONLY_TITLE = /^(?:mr|mrs|ms|mx|miss|dr|prof|professor|sir|madam|herr|frau|mme|mlle|sr|sra|srta)\.?$/iu;

/**
 * What somebody is greeted by: the first word of a name in letters, where it is a first name; a Chinese name whole. Undefined: nothing in it
 * is surely one, as of a firm, a title with a surname, or an initial.
 */
export function firstNameIn(name: string): string | undefined {
  if (NO_NAME.test(name.trim())) return undefined;
  if (/\p{Script=Han}/u.test(name)) return name;
  const whole = name.trim();
  if (FIRM.test(whole)) return undefined;
  // 'Meier, Anna'
  const [last = '', behind] = whole.split(/\s*[,，]\s*/u);
  const said = behind ?? last;
  const title = TITLE.exec(`${said} `)?.[0].trim() ?? '';
  const words = said.slice(title.length).trim().split(/\s+/u).filter(Boolean);
  const [first] = words;
  // Mr Fox has no first name
  if (!first || ONLY_TITLE.test(first) || (title !== '' && words.length < 2 && behind === undefined)) return undefined;
  const letters = first.replace(/[^\p{L}]/gu, '');
  const isInitial = letters.length < 2 || (/\.$/u.test(first) && letters.length < 3);
  return isInitial || NO_FIRST.test(first) ? undefined : first;
}
