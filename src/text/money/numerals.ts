const digits = '零一二三四五六七八九';
const small: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters a Chinese number may be written with, for use inside a character class. */
export const numeralCharacters = '零〇一二两三四五六七八九十廿卅百千万亿';

/**
 * A whole number as people write it in Chinese: 十五, 二十三, 两百零五, 三千五, 一万二, 二〇二六. Undefined when it is no number.
 * A last digit without a unit counts the unit below (三千五 = 3500).
 */
export function readChineseNumber(text: string): number | undefined {
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二').replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!/^[零一二三四五六七八九十百千万亿]{1,20}$/.test(plain)) return undefined;
  if (/^[零一二三四五六七八九]{2,}$/.test(plain)) return Number([...plain].map((c) => digits.indexOf(c)).join(''));
  return bySection(plain, '亿', 1e8) ?? bySection(plain, '万', 1e4) ?? belowTenThousand(plain);
}

/** 3万五, 2千3百, 12万5: what people say, typed with figures and characters. */
export const mixedNumber =
  '\\d{1,4}[亿万千百](?![\\d一二两三四五六七八九][.\\d一二三四五六七八九]{0,2}\\s?[折成])(?:零?(?:\\d(?!\\d)|\\d{1,4}(?=[万千百十])|[一二两三四五六七八九])(?:[千百十]?万|[千百十])?){1,6}(?!\\d)';

/** A whole number written so; undefined when it is none. */
export function readMixedNumber(text: string): number | undefined {
  return readChineseNumber(text.replace(/\d+/g, inCharacters));
}

/** Below ten thousand: 105 is 一百零五. */
function inCharacters(figure: string): string {
  const units = ['千', '百', '十', ''];
  return [...figure.padStart(4, '0')]
    .map((one, nth) => (one === '0' ? '零' : `${digits[Number(one)]}${units[nth]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

function bySection(text: string, unit: string, value: number): number | undefined {
  const at = text.indexOf(unit);
  if (at < 1) return undefined;
  const head = readChineseNumber(text.slice(0, at));
  const rest = text.slice(at + 1);
  if (head === undefined) return undefined;
  if (rest === '') return head * value;
  const tail = rest.length === 1 ? digits.indexOf(rest) * (value / 10) : readChineseNumber(rest.replace(/^零/, ''));
  return tail === undefined || tail <= 0 ? undefined : head * value + tail;
}

function belowTenThousand(text: string): number | undefined {
  if (/[万亿]/.test(text)) return undefined;
  let total = 0;
  let below = 10_000; // units must fall: 五百二千 is no number
  let pending: number | undefined;
  let afterZero = false;
  for (const character of text) {
    const unit = small[character];
    if (unit === undefined) {
      if (pending !== undefined && pending !== 0) return undefined;
      afterZero = pending === 0 || character === '零';
      pending = digits.indexOf(character);
      continue;
    }
    if (unit >= below || pending === 0) return undefined;
    if (pending === undefined && unit !== 10) return undefined;
    total += (pending ?? 1) * unit;
    below = unit;
    pending = undefined;
  }
  const last = pending ?? 0;
  const impliesUnit = last > 0 && !afterZero && below >= 100 && below < 10_000;
  return total + (impliesUnit ? (last * below) / 10 : last);
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** For a pattern of its own, where few are counted. */
export const UP_TO_TWELVE: readonly string[] = ones.slice(1, 13);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const numberWord = `(?:${[...ones, ...tens].reverse().join('|')}|hundred|thousand|million)`;
/** A number in English words, for use in a pattern: five hundred, a thousand, twenty-five. */
export const englishNumber = `(?<![a-z]|half (?:of )?|quarter (?:of )?|and a half )(?:a (?=hundred|thousand|million)|${numberWord}[ -]?)(?:(?:and )?${numberWord}[ -]?){0,8}(?<=[a-z ])`;

/** A whole number in English words; undefined when it is none. */
export function readEnglishNumber(text: string): number | undefined {
  let [total, current] = [0, 0];
  const words = text
    .toLowerCase()
    .replace(/^an? /, 'one ')
    .split(/[\s-]+/)
    .filter((word) => word && word !== 'and');
  if (words.length === 0 || /^(?:hundred|thousand|million)$/.test(words[0]!)) return undefined;
  for (const word of words) {
    const scale = { hundred: 100, thousand: 1000, million: 1_000_000 }[word];
    if (scale === 100) current *= 100;
    else if (scale) [total, current] = [total + current * scale, 0];
    else if (ones.includes(word)) current += ones.indexOf(word);
    else if (tens.includes(word)) current += 20 + 10 * tens.indexOf(word);
    else return undefined;
  }
  return total + current;
}

const VULGAR: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** 1/2, ¾, 1½, 1 1/2; undefined when it is no fraction. */
export function fraction(text: string): number | undefined {
  const [, whole = '0', above, below, vulgar] = /^(?:(\d{1,3})[ -]?)??(?:(\d)\/(\d)|([½¼¾]))$/.exec(text) ?? [];
  const part = vulgar ? VULGAR[vulgar] : above && below ? Number(above) / Number(below) : undefined;
  return part === undefined || part >= 1 ? undefined : Number(whole) + part;
}
