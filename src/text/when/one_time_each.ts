import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';

const PART = '(?:morning|afternoon|evening|night|noon|midday|midnight|lunch ?time)s?';
const HOUR =
  '(?:at )?\\d{1,2}(?:[:.]\\d{2})?\\s?[ap]\\.?m\\b\\.?|(?:at )?\\d{1,2}:\\d{2}|at \\d{1,2}(?![\\d:./%])|(?:at )?(?:noon|midday|midnight)';
const TIME = `(?:(?:in |at )?(?:the )?${PART}|${HOUR})\\b`;
const PART_ZH = '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里)(?![茶好安])';
const HOUR_ZH = '(?:\\d{1,2}:\\d{2}|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[点點时](?:半|[一三]刻|\\d{1,2}分?)?)';
const TIME_ZH = `(?:(?:${PART_ZH}|[早中晚])?${HOUR_ZH}|${PART_ZH})`;
const AND = '(?:\\s?(?:,|&|\\+)\\s?(?:and )?| and )(?:again )?';
const AND_ZH = '\\s?[、,和跟及与]?\\s?';

/** Times of day that stand together, and what parts them. */
const TOGETHER: readonly [RegExp, RegExp][] = [
  [new RegExp(`(?<![\\p{L}\\p{N}])${TIME}(?:${AND}${TIME}){1,3}(?![\\p{L}\\p{N}])`, 'iu'), new RegExp(TIME, 'giu')],
  [new RegExp(`${TIME_ZH}(?:${AND_ZH}${TIME_ZH}){1,3}`, 'u'), new RegExp(TIME_ZH, 'gu')],
];
/** 早晚8点: the hour belongs to each of them. */
const PARTS_ZH = new RegExp(`早[、,和跟]?(中午?)?[、,和跟]?晚(?![点些会])上?\\s?(${HOUR_ZH})?`, 'u');
/** No group of times is looked for further from the beginning. */
const LONGEST = 120;

/**
 * A text in which several times of day stand together, once with each of them alone: every morning and evening, 每天早晚, 9点和17点.
 * Empty: there is only one time, or none.
 */
export function oneTimeEach(text: string): string[] {
  const plain = plainly(headWords(text, LONGEST));
  const parts = PARTS_ZH.exec(plain);
  const found = parts ? { group: parts, times: partsOf(parts) } : timesTogether(plain);
  if (!found) return [];
  const { group, times } = found;
  const [before, after] = [text.slice(0, group.index), text.slice(group.index + group[0].length)];
  return times.map((time) => `${before}${time}${after}`);
}

const partsOf = ([, noon, hour = '']: RegExpExecArray): string[] =>
  ['早上', ...(noon ? ['中午'] : []), '晚上'].map((part) => `${part}${hour}`);

function timesTogether(plain: string): { group: RegExpExecArray; times: string[] } | undefined {
  for (const [together, one] of TOGETHER) {
    const group = together.exec(plain);
    const times = group ? [...group[0].matchAll(one)].map(([time]) => time.trim()) : [];
    if (group && times.length > 1) return { group, times };
  }
  return undefined;
}
