import { narrow } from '../normalise.ts';

/** A line of a quote as it was typed. */
export interface QuotedLine {
  description: string;
  quantity: string;
  price: string;
}

/** '… 2x300', '… 1.5 × ¥300', '… 2x500 USD': the last such end is meant, so '3x4 frame 2x300' are two frames. */
const LINE = /^(?:([\s\S]*\S)\s+)?(\d[\d.]*)(?!\s?[万千百亿])\s?\p{Script=Han}{0,2}\s{0,3}[x×*＊@]\s{0,3}(\S[^\n]*)$/iu;
/** 礼盒50x118: right behind a Chinese name, but for what is sold by its size (海报60x90) or where the figure in front is a price. */
const GLUED =
  /^([^\n\d]{0,149}\p{Script=Han})(?<!(?:海报|[相画镜]框|照片|画|布|[板毯门窗桌帘框纸膜]|贴纸|展架|横幅|易拉宝|喷绘|尺寸|规格|大小|单价|价格?|[每一]\p{Script=Han}|共|合计|总计))(\d{1,6})\s?[x×*＊@]\s?([¥￥]?\d{1,7}(?:\.\d{1,2})?(?:元|块钱?)?)$/iu;
/** '… 98元*3': what one costs stands in front. */
const PRICE_FIRST = /^([\s\S]*\S)\s+(\d[\d.,]*\s?(?:元|块钱?))\s{0,3}[x×*＊@]\s{0,3}(\d{1,6})$/iu;
/** What parts one line from the next; a comma within a figure parts nothing. */
const BETWEEN = /[;；\n、，]|,(?!\d{3}(?!\d))|\s(?:and|plus|&|\+|和|还有|外加|加上|另加)\s/iu;
/** So much at so much, with a blank and another line's words behind it. */
const TIMES =
  /\d[\d.]*(?!\s?[万千百亿])\s?\p{Script=Han}{0,2}\s{0,3}[x×*＊@]\s{0,3}[$¥￥€£]?\s?\d[\d.,]*(?:\s?(?:元|块|[A-Z]{3}))?(?=\s+\S)/gu;
/** A price that is the whole of what stands behind the quantity. */
const PRICE = /^\p{Sc}?\s?[A-Z]{0,3}\s?\d[\d.,]*\s?(?:元|块钱?|\p{Sc}|[A-Za-z]{3,7})?[.。]?$/u;
/** Whether it is nothing but a price. */
export const isWholePrice = (price: string): boolean => PRICE.test(narrow(price));
/** A quote has no more. */
const MOST = 40;

/** 357克×1 880: no blank parts the thousands in Chinese, so that these are two figures. */
const APART = /^(?=.*\p{Script=Han}).*[x×*＊@]\s{0,3}\d{1,4}\s+\d/isu;

/** The one line that the words are; undefined: they end with no quantity and price. */
export function quotedLine(words: string): QuotedLine | undefined {
  const glued = gluedLine(words.trim());
  if (glued) return glued;
  const found = LINE.exec(narrow(words));
  if (!found || APART.test(narrow(words))) return undefined;
  const priced = PRICE_FIRST.exec(narrow(words));
  // 98元*3: the one with the currency is the price
  if (priced) return { description: words.slice(0, priced[1]!.length).trim(), quantity: priced[3]!, price: priced[2]! };
  // narrowing keeps every index: the description stays as it was typed
  return {
    description: words.slice(0, found[1]?.length ?? 0).trim(),
    quantity: found[2]!,
    price: withoutEach(found[3]!),
  };
}

/** 50 @ 5 each: what stands behind the mark of times is for each of them anyway. */
const withoutEach = (price: string): string =>
  price
    .trim()
    .replace(
      /(?<=[\d元块])\s?(?:each|apiece|a piece|ea|per (?:piece|unit|item|pc)|\/ ?(?:pc|piece|each|ea)|[一每/][个件张份只盒罐本套条瓶])\.?$/iu,
      '',
    );

const NAME_FIRST =
  /^((?=\p{L})[^\n\d,;@]{2,60}?)(?<!\s[x×*＊])\s+(\d{1,5})(?:\s{0,2}@\s{0,2}|\s(?=\d[\d.]{0,9}\s[A-Z]{3}\seach))(\p{Sc}?\d[\d.]{0,9}(?:\s[A-Z]{3})?)(?:\s?(?:each|apiece|ea))?(?=$|[\s,;])/u;

/** posters 50 @ 5: how many stands in front, as an order is read. */
export const countFirst = (words: string): string => words.replace(NAME_FIRST, '$2 $1 @ $3 each');

/** Undefined where there would be more of it than one costs: 礼盒198x100 may be either way round. */
function gluedLine(words: string): QuotedLine | undefined {
  const [, name = '', quantity = '', price = ''] = GLUED.exec(narrow(words)) ?? [];
  if (name === '' || Number(quantity) === 0 || Number(quantity) > Number(price.replace(/[^\d.]/gu, '')))
    return undefined;
  return { description: words.slice(0, name.length).trim(), quantity, price };
}

/** Several lines, with marks or words between them or one right behind the other; undefined: they are no more than one. */
export function quotedLines(words: string): QuotedLine[] | undefined {
  return linesOf(words.split(BETWEEN)) ?? linesOf(behindEachPrice(words));
}

function linesOf(pieces: string[]): QuotedLine[] | undefined {
  const said = pieces.map((piece) => piece.trim()).filter(Boolean);
  if (said.length < 2 || said.length > MOST) return undefined;
  const lines = said.flatMap((piece) => {
    const line = quotedLine(piece);
    return line?.description && isWholePrice(line.price) ? [line] : [];
  });
  return lines.length === said.length ? lines : undefined;
}

function behindEachPrice(words: string): string[] {
  const ends = [...narrow(words).matchAll(TIMES)].map(({ index, 0: typed }) => index + typed.length);
  return [0, ...ends].map((from, nth) => words.slice(from, ends[nth]));
}

/** 茶具 单价300 数量2, mugs price 12 qty 30: each figure says what it is. */
export function labelledLine(words: string): QuotedLine | undefined {
  const plain = narrow(words);
  const price = LABELLED_PRICE.exec(plain);
  const quantity = LABELLED_QUANTITY.exec(plain);
  if (!price || !quantity) return undefined;
  const [first, last] = [price, quantity].sort((one, other) => one.index - other.index);
  // narrowing keeps every index
  const between = words.slice(first!.index + first![0].length, last!.index);
  const description = words.slice(0, first!.index).trim();
  const behind = words.slice(last!.index + last![0].length);
  if (description === '' || /[^\s,，、;；]/u.test(between + behind)) return undefined;
  return { description: withoutMark(description), quantity: quantity[1]!, price: price[1]!.trim() };
}

const LABELLED_PRICE =
  /(?:^|[\s,，、])(?:单价|价格|(?:unit )?price)\s?[:：]?\s?([$€£¥￥]?\s?\d[\d.,]{0,15}\s?(?:元|块钱?)?)(?=$|[\s,，、])/iu;
const LABELLED_QUANTITY =
  /(?:^|[\s,，、])(?:数量|qty|quantity)\s?[:：]?\s?(\d{1,9}(?:\.\d{1,3})?)\p{Script=Han}?(?=$|[\s,，、])/iu;

/** Logo: 2x300 and 茶叶罐：2x30 are called Logo and 茶叶罐. */
export const withoutNameMark = (words: string): string => words.replace(NAME_MARK, ' ');

const NAME_MARK =
  /(?<=[\p{L}\p{N}]\s{0,3})[:：]\s{0,3}(?=\d[\d.]{0,12}\s?\p{Script=Han}{0,2}\s?[x×*＊@]\s?[$€£¥￥]?\s?\d)/gu;

const withoutMark = (name: string): string => name.replace(/\s*[:：]$/u, '');

/** What is said in front of a new line and is no part of its name: add a line, 加一行, also. */
export const withoutAdding = (words: string): string => words.replace(ADDING, '');

const ADDING =
  /^(?:(?:also|and)\s(?=\S)|(?:please )?add (?:a|one|another) line\b\s?[:：,]?\s?(?=\S)|(?:再|另)?加一?[行项]\s?[:：,，]?\s?(?=\S)|[+＋]\s{1,3}(?=\p{L}))/iu;

/** A figure in such words is no price of something new: they change what there is, or speak of all of it. */
export const changesAll = (words: string): boolean => CHANGES.test(narrow(words).trim());

const CHANGES =
  /满\s?\d+\s?减|^(?:便宜|优惠|抹零|抹掉|总价|合计|总计|税点|税率|定金|订金|首付)|(?:改成|改为|换成|调到|降到)|^(?:change|make (?:it|that)|set|update|reduce|lower|raise|round (?:it )?(?:down|off)|total|deposit|down payment|discount|tax|vat)\b/iu;

/** The name of what is to be taken out: remove business cards, 删掉 名片. */
export const removalNamed = (words: string): string | undefined => REMOVAL.exec(words.trim())?.[1]?.trim();

const REMOVAL = /^(?:(?:remove|delete|drop|take out)\s(?:the\s)?|(?:删掉|删除|去掉|拿掉)\s?)(\S[^\n]{0,150})$/iu;
