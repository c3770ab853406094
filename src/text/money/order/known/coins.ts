import { numeralCharacters, readChineseNumber } from '../../numerals.ts';
import { lotsOf } from '../unsure/lots.ts';

const FIGURE = '(?<![\\p{L}\\p{N}.,])(\\d{1,4})';
/** 99 cents, 50c each, 80p: none of 50 cent pieces, and none where the owner's money has no such coins. */
const CENTS = new RegExp(`${FIGURE}\\s?(?:cents?|ct|¢)(?![\\p{L}\\p{N}-])(?! (?:coin|piece|stamp))`, 'giu');
const PENCE = new RegExp(`${FIGURE}\\s?(?:pence|p)(?![\\p{L}\\p{N}-])`, 'giu');
const IN_CENTS = ['USD', 'EUR', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'ZAR'];

const NUMBER = `(?:\\d{1,6}|[${numeralCharacters}]{1,6})`;
const ENDS = '(?=$|[\\s,，。;；、!！]|[一每/／]|钱|了|已|未|没)';
/** 100块5毛, 五毛, 1块2毛5, 3元5角. */
const YUAN = new RegExp(
  `(?<![\\p{N}.])(${NUMBER})(?:块钱?|元)(${NUMBER})[毛角](?:钱)?(?:(\\d|[${numeralCharacters}])分?)?${ENDS}`,
  'gu',
);
const JIAO = new RegExp(
  `(?<![\\p{N}.])(\\d{1,2}|[一二两三四五六七八九])[毛角](?:钱)?(?:(\\d|[一二三四五六七八九])分?)?${ENDS}`,
  'gu',
);
/** 五分钱, and behind a word for money that has moved 50分: minutes and marks are counted so, too. */
const FEN = new RegExp(
  `((?:付|收到?|退款?|给|打)了?\\s?)?(?<![\\p{N}.])(\\d{1,2}|[${numeralCharacters}]{1,3})分(钱)?${ENDS}`,
  'gu',
);
/** 付了一百块, 还差一百, 收两千元. */
const SPELT = new RegExp(
  `(?<=(?:付|收到?|退款?|给|打|差|欠|转|定金|订金)了?\\s?)([${numeralCharacters}]*[十百千万][${numeralCharacters}]*)(块钱?|元)?(?=$|[\\s,，。;；!！]|了|定金|订金)`,
  'gu',
);

/** 3 tea at 12 each: no count and no price is said more plainly, whatever its size. */
const EACH =
  /(?<=^|[\s,;])(?:(\d{1,3})\s((?:[a-z][a-z’'-]{0,30}\s){1,3}))?(?:at|@|for)\s(\d{1,4}(?:[.,]\d{1,2})?)(?=\s(?:each|apiece|a piece)(?![\p{L}]))/giu;
/** 2盒龙井，256，已付: a figure between two marks. */
const BETWEEN = /(?<=\p{Script=Han})\s?[，,]\s?(\d{2,6}(?:\.\d{1,2})?)(?=\s?[，,]\s?[已未付收])/gu;

/** What is kept as it was written. */
const KEPT = /(?:^|[\s,，;；])(?:note|备注|注)(?:\s|[:：])/iu;

const numberOf = (said: string): number => (/^\d/u.test(said) ? Number(said) : (readChineseNumber(said) ?? Number.NaN));
const orAsIs = (typed: string, sum: number, unit: string, digits = 2): string =>
  Number.isNaN(sum) ? typed : `${sum.toFixed(digits)}${unit}`;

/** Small coins and sums in characters behind a word for money, as figures: 99 cents, 5毛, 100块5毛, 付了一百块. All else stays as typed. */
export function coinsInFigures(words: string, currency: string): string {
  if (KEPT.test(words)) return words;
  let said = words;
  if (/\p{N}/u.test(said)) {
    if (IN_CENTS.includes(currency))
      said = said.replace(CENTS, (typed, cents: string) => orAsIs(typed, Number(cents) / 100, ` ${currency}`));
    if (currency === 'GBP')
      said = said.replace(PENCE, (typed, pence: string) => orAsIs(typed, Number(pence) / 100, ` ${currency}`));
  }
  said = said.replace(
    EACH,
    (_, count: string | undefined, what = '', price: string) =>
      // 3 pairs at 8 each are no three that cost 8 each
      `${count ? `${count}${lotsOf(`${count} ${what}`) ? '' : 'x'} ${what}` : ''}${price} ${currency}`,
  );
  if (currency !== 'CNY' || !/[块元毛角分十百千万，,]/u.test(said)) return said;
  return said
    .replace(BETWEEN, (_, price: string) => `${price}元`)
    .replace(YUAN, (typed, yuan: string, jiao: string, fen = '0') =>
      orAsIs(typed, numberOf(yuan) + numberOf(jiao) / 10 + numberOf(fen) / 100, '元'),
    )
    .replace(JIAO, (typed, jiao: string, fen = '0') => orAsIs(typed, numberOf(jiao) / 10 + numberOf(fen) / 100, '元'))
    .replace(FEN, (typed, moved = '', fen: string, named: string | undefined) =>
      moved || named ? `${moved}${orAsIs(typed.slice(moved.length), numberOf(fen) / 100, '元')}` : typed,
    )
    .replace(SPELT, (typed, sum: string) => orAsIs(typed, numberOf(sum), '元', 0));
}
