import { plainly } from '../../plainly.ts';
import { EVERYBODY } from '../everybody.ts';
import { namesNobody } from '../people_said.ts';

/** Words for several who are named in a row, or for one: each name as it was typed, and what is said behind the colon. */
export interface RowSaid {
  names: string[];
  words: string;
  /** By text, where that is said. */
  way: 'sms' | undefined;
}

const MOST = 12;
const LONGEST = 1000;
const FRONT_ENGLISH =
  /^(?:please |can you |could you )?(?:(?:send|write)(?: (?:an? )?(?:e-?mail|mail|text|message))?(?: to)?|e-?mail|mail|text|sms|message|msg|dm|tell|answer|inform|reply to|let)\s/iu;
const FRONT_CHINESE =
  /^(?:请|帮我|麻烦(?:你|您)?|帮忙)?(?:(?:群)?发(?:消息|邮件|短信|信息|微信)?给|写(?:信|邮件)?给|告诉|转告|通知|回复|给|跟|向|对)(?:一下)?\s?/u;
const BEHIND_CHINESE =
  /\s?(?:都|各|分别|每人)?(?:群?发(?:送)?(?:一?[个条封])?(?:消息|邮件|短信|信息|微信|信)?|写信|说|讲|留言)?\s?(?:一下|一声)?$/u;
const BEHIND_ENGLISH = /\s(?:know|each|all)$/iu;
const BY_TEXT = /(?<!\p{L})(?:text|sms)(?!\p{L})|短信/iu;
const JOINED = /\s*[,，、;；&＆]\s*(?:and\s+)?|\s+(?:and|plus|和|跟|与|及|以及|还有)\s+/iu;
const JOINED_HAN =
  /(?<=\p{Script=Han}{2}|[\p{Script=Latin}\p{N}])(?:以及|还有|[和跟与及])(?=[\p{Script=Han}\p{Lu}#＃])/u;
/** Up to four words, or a tag. */
const NAME = /^[#＃]?\p{L}[\p{L}\p{N}'’._-]{0,30}(?: [\p{L}\p{N}][\p{L}\p{N}'’._-]{0,30}){0,3}$/u;
const OURS = /^(?:(?:all )?(?:of )?(?:my|our|the) |我们?的|所有的?|全部的?)(?=\S)/iu;

/** email my students class is cancelled: nothing parts many of a kind from what is said. */
const OUR_KIND =
  /^(?:please )?(?<verb>e-?mail|mail|text|sms|message|tell|write to|let) (?:all (?:of )?)?(?:my|our) (?<name>\p{L}{3,20}s)(?: know)?(?: that)?(?: |\s?[,–—-]\s?)(?!(?:know|that|who|with|in|from|about)(?!\p{L}))(?<words>\p{L}[^:：]{5,})$/iu;

/**
 * 'email Anna, Bob and Kim: hello', 给安娜、李雷和小王发：你好: in one line, with a colon that parts whom from what is said. `bare`: without a
 * verb, as behind a command. Undefined: nothing of that form.
 */
export function rowSaid(text: string, bare = false): RowSaid | undefined {
  const plain = plainly(text);
  if (text.length > LONGEST || text.includes('\n') || plain.length !== text.length) return undefined;
  const ours = bare ? null : OUR_KIND.exec(plain);
  if (ours) {
    const words = text.slice(text.length - ours.groups!.words!.length);
    return { names: [ours.groups!.name!], words, way: BY_TEXT.test(ours.groups!.verb!) ? 'sms' : undefined };
  }
  const colon = /[:：](?!\/\/)(?=\s|\D)/u.exec(plain);
  if (!colon || colon.index > 200) return undefined;
  const words = text.slice(colon.index + 1).trim();
  const head = plain.slice(0, colon.index).trim();
  const front = bare ? '' : ((FRONT_ENGLISH.exec(head) ?? FRONT_CHINESE.exec(head))?.[0] ?? '');
  if (words === '' || (front === '' && !bare)) return undefined;
  const isHan = /\p{Script=Han}/u.test(head);
  const whom = text
    .slice(head.length === 0 ? 0 : text.indexOf(head.charAt(0)), colon.index)
    .trim()
    .slice(front.length);
  const said = isHan ? whom.replace(BEHIND_CHINESE, '') : whom.replace(BEHIND_ENGLISH, '');
  const way = BY_TEXT.test(front) || BY_TEXT.test(whom.slice(said.length)) ? 'sms' : undefined;
  const names = namesOfRow(said);
  return names.length > 0 && names.length <= MOST && names.every(mayBeName) ? { names, words, way } : undefined;
}

/** Those who stand in a row, each as typed: Anna, Bob and my students; 李娜和王伟. */
export const namesOfRow = (row: string): string[] =>
  row
    .split(JOINED)
    .flatMap((one) => one.split(JOINED_HAN))
    .map((one) => one.trim().replace(OURS, ''))
    .filter((one) => one !== '');

const mayBeName = (name: string): boolean =>
  NAME.test(name) && !EVERYBODY.has(name.toLowerCase()) && !name.split(' ').some(namesNobody);
