import { isSameWord } from '../title_words.ts';

/** What is said of something that somebody has, and no more than that. */
const LONGEST = 160;
/** So many characters of a Chinese title are it, so many letters of an English word. */
const LEAST = { han: 2, letters: 3 };
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]+/gu;
/** They stand in titles, and say nothing of which it is. */
const NO_TITLE = new Set(
  'the and for with from new some one two our your her his their of order orders deal lead job project paid sent card cash money more about each'.split(
    ' ',
  ),
);
const BEFORE = /(?:的|那边|这边|那|这|[个单笔盒批份件罐饼套瓶袋包只条张箱斤])*$/u;
const BEHIND = /^(?:的?(?:那|这)?[个笔]?(?:单子?|订单|意向|生意|项目|事情?儿?))(?!位|独)/u;
const BEFORE_EN = /(?:\b(?:the|that|this|an?|her|his|their)\s+)+$/iu;
const PREPOSITION = /\s(?:on|about|for|of|with|from|to)\s*$/iu;
const BEHIND_EN = /^\s+(?:job|project|deal|lead|thing|order|parcel|package|enquiry|work|commission|gig)\b/iu;

/** A stretch of a text, from where it begins to behind its end. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a text names something by words of its title: 团购 in 孙莉团购谈成了 of 公司团购. `from`: whose it is stands in front. */
export function titleIn(text: string, title: string): Stretch | undefined {
  if (text.length > LONGEST || title.length > LONGEST) return undefined;
  return HAN.test(title) ? longestRun(text, title) : wordsOfTitle(text, title);
}

/** The longest piece of a Chinese title that stands in the text. */
function longestRun(text: string, title: string): Stretch | undefined {
  const whole = title.replace(/\s+/gu, '');
  for (let size = whole.length; size >= LEAST.han; size -= 1)
    for (let at = 0; at + size <= whole.length; at += 1) {
      const piece = whole.slice(at, at + size);
      const start = /^[\p{L}]+$/u.test(piece) && HAN.test(piece) ? text.indexOf(piece) : -1;
      if (start >= 0) return { start, end: start + size };
    }
  return undefined;
}

/** The first words in a row that are of the title. */
function wordsOfTitle(text: string, title: string): Stretch | undefined {
  const titled = [...title.toLowerCase().matchAll(WORD)].map(([word]) => word).filter(mayTitle);
  const words = [...text.toLowerCase().matchAll(WORD)];
  const isOf = (word: string | undefined) =>
    word !== undefined && mayTitle(word) && titled.some((one) => isSameWord(one, word));
  const first = words.findIndex(([word]) => isOf(word));
  if (first < 0) return undefined;
  let last = first;
  while (isOf(words[last + 1]?.[0])) last += 1;
  return { start: words[first]!.index, end: words[last]!.index + words[last]![0].length };
}

const mayTitle = (word: string): boolean => word.length >= LEAST.letters && /\p{L}/u.test(word) && !NO_TITLE.has(word);

/** What a thing is called where it is named by no title. */
const CALLED = { lead: { han: '的意向', letters: 'lead' }, order: { han: '的订单', letters: 'order' } } as const;

/** The text without the words of the title, as it may be said of whatever somebody has: cancel dev's order, 孙莉谈成了. The likeliest first. */
export function withoutTitle(text: string, { start, end }: Stretch, kind: keyof typeof CALLED): string[] {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const own = (kept: string, said: string, left: string) => `${kept}${said}${left}`.replace(/\s+/gu, ' ').trim();
  if (HAN.test(text)) {
    const [kept, left] = [before.replace(BEFORE, ''), behind.replace(BEHIND, '')];
    return [own(kept, CALLED[kind].han, left), own(kept, '', left), own(kept, '的', left)];
  }
  const left = behind.replace(BEHIND_EN, '');
  const kept = before.replace(BEFORE_EN, '');
  const bare = kept.replace(PREPOSITION, ' ');
  const named = own(kept, CALLED[kind].letters, left);
  if (/['’]s?\s*$/u.test(kept)) return [named, own(kept.replace(/['’]s?\s*$/u, ' '), '', left)];
  return [own(bare, '', left), own(bare, 'it', left), own(before, '', left), named];
}

/** Words without which nothing of theirs is said to have come about. */
const DEED =
  /谈成|谈下|谈妥|谈拢|谈崩|拿下|成交|签|成了|黄|丢|吹|泡汤|不要|不买|不做|不订|取消|作废|退|[发寄]|出库|加到|[涨提降减砍改变调]|嫌|\b(?:won|win|lost|lose|landed|closed|got|signed|go|went|fell|fallen|fall|off|through|dead|cancel\w*|void|refund\w*|return\w*|back|sent|send|ship\w*|post\w*|mail\w*|dispatch\w*|out|budget|worth|up|upped|down|raised?|increase[ds]?|lowered|cut|bumped|changed?|make|happening|approved|expensive|pricey|anymore|any more|agreed|accepted|confirmed|said yes)\b/iu;
const ASKED = /[?？]\s*$|[吗呢]\s*$/u;

/** Whether a text may say what has become of something. */
export const maySayWhatBecame = (text: string): boolean =>
  text.length <= LONGEST && !text.includes('\n') && DEED.test(text) && !ASKED.test(text);
