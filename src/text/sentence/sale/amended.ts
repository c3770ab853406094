import { MEASURE } from '../../money/measures.ts';
import { narrow } from '../../normalise.ts';

const COUNT =
  '(?:[\\d一二两三四五六七八九十百半]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:half )?a dozen)';
const IN_FRONT = new RegExp(
  `^(?<count>${COUNT})(?<unit>\\s?(?:个|${MEASURE}))?(?:\\s?[x×]|\\s+of\\s+(?:them|these|those))?`,
  'iu',
);
const GOODS_BEHIND = /^\s*(?!(?:for|at|total|altogether|in|a|of)\b)[\p{L}]{2,}/iu;
const OF_SUM = /^\s*(?:一共|总共|总价|合计|共计|共|就|算|收)?\s*[¥￥$€£]?\d/u;

/** 两斤960, 3 for 90: how many there are to be and for how much, with what they are put behind how many. Undefined: it says no number, or names them itself. */
export function withGoods(said: string, title: string): string | undefined {
  const plain = narrow(said).trim();
  const found = IN_FRONT.exec(plain);
  if (!found) return undefined;
  const left = plain.slice(found[0].length);
  if (!OF_SUM.test(left) && GOODS_BEHIND.test(left)) return plain;
  const { count, unit = '' } = found.groups!;
  return /\p{Script=Han}/u.test(title)
    ? `${count}${unit.trim() || '个'}${title}${left.replace(/^(?=\d)/u, ' ')}`
    : `${count} ${title} ${left.trim()}`;
}

/** What is typed in front of all that an order is to hold from now on, in the language of what that is. */
export const insteadOf = (goods: string): string => (/\p{Script=Han}/u.test(goods) ? '改成' : 'replace with');
