import { plainly, plainPattern } from '../../plainly.ts';

/** How often what comes back is to come from now on, and what it is called; '' where it is not named. */
export interface OftenChanged {
  thing: string;
  often: string;
}

/** Longer words say more. */
const LONGEST = 120;
const OFTEN_EN =
  '(?:every |each |daily\\b|weekly\\b|monthly\\b|yearly\\b|fortnightly\\b|on the |the |(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b)';
const OF_EACH_EN = '(?=.*\\b(?:every|each|daily|weekly|monthly|yearly|annually|fortnightly|\\p{L}+days)\\b)';
const OFTEN_ZH = '(?:每|隔|逢)';
const SHAPES = [
  // make the bins one every wednesday, move stocktake to the 28th of each month
  `(?:please |can you |could you )?(?:make|change|move|switch|set|shift|put)(?: the| my| that)? ?(?<thing>[\\p{L}\\p{N} '’-]{0,60}?)(?: task| reminder| thing| one)?(?: come| repeat| be| to be| happen)?(?: to| on| for| back)? ${OF_EACH_EN}(?<often>${OFTEN_EN}.*?)(?: instead| now| from now on| please)*`,
  // bins every thursday now, from now on bins every thursday
  `(?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: task| reminder| one)?(?: is| are| should be| comes?| goes?| to)? (?<often>(?:every|each) .+?)(?: instead| now| from now on)+`,
  `(?:from now on|in future),? (?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: task| reminder| one)?(?: is| are| should be| comes?| goes?| to)? (?<often>(?:every|each) .+)`,
  // 对账那个改成每月28号, 把盘点换到每周四下午
  `(?:请|麻烦|帮我)?[把将]?(?<thing>[\\p{L}\\p{N}]{0,20}?)(?:那个|这个|那项|那条|的)?(?:任务|提醒|事情?|时间)?(?:以后|今后)?(?:都|就|再)?(?:改为|改成|改到|换成|换到|调到|调成|挪到|变成|设成|定在|定到|移到|改|换)(?<often>${OFTEN_ZH}.+?)(?:吧|了|一次|做|提醒我?)*`,
  `(?:以后|今后|从现在起|从今往后)[,，]?(?<thing>[\\p{L}\\p{N}]{1,20}?)(?:那个|这个|的)?(?:任务|提醒)?(?:都|就)?(?:是|在)?(?<often>${OFTEN_ZH}.+?)(?:吧|了)*`,
  `(?<thing>[\\p{L}\\p{N}]{1,20}?)(?:那个|这个|的)?(?:任务|提醒)?(?:以后|今后)(?:都|就)?(?:是|在)?(?<often>${OFTEN_ZH}.+?)(?:吧|了)*`,
].map((shape) => plainPattern(new RegExp(`^(?:${shape})[\\s.。!！]*$`, 'iu')));
/** It stands for what is meant, and is no name of it. */
const IT = /^(?:it|that|this|that one|this one|them|他|它|那个|这个|这|那)$/iu;

/** Whether a text says that what comes back is to come otherwise, as it may: make the bins one every wednesday, 对账那个改成每月28号. */
export function oftenChanged(typed: string): OftenChanged | undefined {
  const text = plainly(typed).trim();
  if (text.length > LONGEST || text.includes('\n') || /[?？]\s*$/u.test(text)) return undefined;
  for (const shape of SHAPES) {
    const { thing = '', often } = shape.exec(text)?.groups ?? {};
    if (often) return { thing: IT.test(thing.trim()) ? '' : thing.trim(), often: often.trim() };
  }
  return undefined;
}
