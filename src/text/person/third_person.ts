import { commonEnglish } from '../common_words.ts';
import { head } from '../cut.ts';
import { literal } from '../plainly.ts';
import { isGlued, NAME_BEGINS, NAME_ENDS } from './border.ts';
import { TITLE_ZH } from './greeting.ts';

/** Words that name this person as one says it of somebody else: with a pronoun in place of the first name. Undefined: they do not. */
export function asThirdPerson(text: string, name: string): string | undefined {
  const typed = name.normalize('NFC').trim();
  return /^\p{Script=Han}{2,5}$/u.test(typed) ? inChinese(text, typed) : inLatin(text, typed);
}

function inChinese(text: string, name: string): string | undefined {
  const signs = [...name];
  const [surname = ''] = signs;
  const given = signs.length > 2 ? [signs.slice(1).join('')] : [];
  const called = [name, ...given].map(literal).join('|');
  const titled = `[小老阿]${surname}(?!\\p{Script=Han}?${TITLE_ZH})|${surname}${TITLE_ZH}`;
  const found = new RegExp(`(?:${called})${TITLE_ZH}?|${titled}`, 'u').exec(head(text, 40));
  return found ? `${text.slice(0, found.index)}他${text.slice(found.index + found[0].length)}` : undefined;
}

function inLatin(text: string, name: string): string | undefined {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}[\p{L}\p{M}'’-]+$/u.test(word));
  if (words.length === 0) return undefined;
  const one = `(?:${words.map(literal).join('|')})`;
  const called = new RegExp(`${NAME_BEGINS}(?<![@._-])(${one}(?: ${one}){0,3})(['’]s)?${NAME_ENDS}(?![@_-])`, 'iu');
  const found = called.exec(head(text, 200));
  if (!found || (commonEnglish.has(found[1]!.toLowerCase()) && !/^\p{Lu}/u.test(found[0]))) return undefined;
  const behind = text.slice(found.index + found[0].length);
  if (isGlued(behind) || /\p{Script=Han}$/u.test(text.slice(0, found.index)))
    return `${text.slice(0, found.index)}他${behind}`;
  const isFirst = text.slice(0, found.index).trim() === '';
  const pronoun = isFirst && found[2] === undefined ? 'she' : 'her';
  return `${text.slice(0, found.index)}${pronoun}${behind}`;
}

/** The same where a sentence begins with their name: Kim wants it cheaper. Undefined where they are spoken to, or named further behind. */
export function asSubject(text: string, name: string): string | undefined {
  const said = asThirdPerson(text, name);
  return said !== undefined && /^(?:she\s|他)\s?[\p{L}\p{N}]/u.test(said) ? said : undefined;
}

const TELL =
  /^(?:(?:please|pls|and|then|just) )?(?:(?:tell|text|message|msg|inform|dm|email|mail|answer|reply to|respond to|write(?: to)?) (?:him|her)|let (?:him|her) know)(?:\s(?:that|back))?(?:\s?[,:]\s?|\s+)(?=\S)/iu;
const TELL_ZH =
  /^(?:请|帮我|麻烦|记得|去|先)?(?:(?:告诉|转告|通知|回复?|答复)(?:一?[下声])?[他她]|[跟和对给][他她](?:说|讲|回|发(?!货|出|走|快递|完|过|了))(?!一?[个件条封通次趟份张]|电话|电邮|邮件|短信|微信|信息|消息))(?:一?[下声])?[:：,， ]{0,3}(?=\S)/u;

/** What somebody is to be told, of words that ask to tell them: tell her it is Friday. */
export function toldTo(text: string): string | undefined {
  const front = (TELL.exec(text) ?? TELL_ZH.exec(text))?.[0];
  return front === undefined ? undefined : text.slice(front.length).trim();
}

const ASK =
  /^(?:(?:please|pls|and|then|just|can you) )?ask (?:him|her) (?=(?:if|whether|what|which|when|where|how|why|to|not to)\b)/iu;
const ASK_ZH = /^(?:请|帮我|麻烦|记得|去|先)?问(?:一?下|问|一问|一声)?[他她](?!们)[:：,， ]{0,3}(?=\S{2})/u;

/** What somebody is to be asked, of words that ask to ask them: ask her if she still wants it. */
export function askedOf(text: string): string | undefined {
  const front = (ASK.exec(text) ?? ASK_ZH.exec(text))?.[0];
  return front === undefined ? undefined : text.slice(front.length).trim();
}
