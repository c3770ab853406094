import { mixedNumber, numeralCharacters, readChineseNumber, readMixedNumber } from './numerals.ts';

/** $5,000, 5000元: whose money it is says where it stands. */
const CURRENCY = /^[¥$€£]\s?(?=\d)|(?<=\d)\s?(?:元|块钱?|[¥$€£])$/gu;

/** A figure without the currency that stands at one end of it. */
export const withoutCurrency = (text: string): string => text.replace(CURRENCY, '');

const SCALED = /^(\d{1,6}(?:\.\d{1,3})?)\s?(k|千|万|w)$/iu;
const SCALES: Readonly<Record<string, number>> = { k: 1000, 千: 1000, 万: 10_000, w: 10_000 };

/** 5k, 1.5万 as a number; undefined: it is no such figure. */
export function scaledFigure(text: string): number | undefined {
  const [, figure, scale] = SCALED.exec(text) ?? [];
  return figure === undefined ? undefined : Number((Number(figure) * SCALES[scale!.toLowerCase()]!).toFixed(6));
}

const SPOKEN = new RegExp(
  `(?<![\\d.,A-Za-z${numeralCharacters}])(?:(?<mixed>${mixedNumber})|(?<scaled>\\d{1,6}(?:\\.\\d{1,3})?\\s?(?:k|w|千|万)(?![A-Za-z\\d]))|(?<said>(?=[${numeralCharacters}]{1,3}[百千万])[${numeralCharacters}]{2,8}))(?![${numeralCharacters}])`,
  'giu',
);

/** Words in which each large number that is said or scaled is written out: paid 2k, 付了两千. */
export const largeInFigures = (words: string): string =>
  words.replace(SPOKEN, (all, ...more) => {
    const { mixed, scaled, said } = more.at(-1) as Record<string, string | undefined>;
    const value = mixed ? readMixedNumber(mixed) : scaled ? scaledFigure(scaled) : readChineseNumber(said!);
    return value === undefined ? all : String(value);
  });
