import { formatMoney, parseMoney, plainDecimal } from '../../../../text/money/money.ts';
import {
  changesAll,
  labelledLine,
  type QuotedLine,
  quotedLine,
  quotedLines,
} from '../../../../text/money/quoted_lines.ts';
import {
  countedName,
  holdsFigure,
  isManyPieces,
  namesFurtherSum,
  pricedLines,
  saidLine,
  timesNamed,
} from '../../../../text/money/quoted_said.ts';
import { readAmount } from '../../../../text/money/read_amount.ts';
import { narrow } from '../../../../text/normalise.ts';
import { failed, type Reply } from '../../../reply.ts';
import { lineMinor, totalMinor } from '../../../sell/quote/lines.ts';
import type { CommandContext } from '../../command.ts';
import { readValues, writeValues } from '../../words/values.ts';

const KEYS = ['item', 'quantity', 'price'] as const;

/** Where our own buttons write what they add. */
export interface Where {
  /** '12', or whose it is: 'c5'. */
  ref: string;
  currency: string;
  /** Lines of their own that set what stands beside the lines. */
  behind: string[];
  /** They as people read them; '' for none. */
  also: string;
}

/** 800x3, without anything that says which of them is the price. */
const EITHER_WAY = /^(?:[\s\S]*\s)?(\d+)\s{0,3}[x×*＊]\s{0,3}(\d+)$/iu;
export const REMOVE = /^[-－](\d{1,18})$/;
export const QUANTITY = /^0*(\d{1,9})(?:\.(\d{1,3}))?$/;

/** Several lines at once: nothing is added before its owner has seen how each was read. */
export function askWhetherSeveral(ctx: CommandContext, where: Where, words: string): Reply | undefined {
  const isFilledIn = Object.keys(readValues(words, KEYS).values).length > 0;
  const lines = isFilledIn || changesAll(words) ? undefined : (quotedLines(words) ?? pricedLines(words));
  const read = lines?.map((line) => ({ line, shown: shownLine(ctx, where, line) })) ?? [];
  if (!lines || read.some(({ shown }) => shown === undefined)) return undefined;
  const one = quotedLine(words);
  const asOne = one && shownLine(ctx, where, one);
  // 礼盒100份 198元 may be the price of each or of all of them
  const whole = quotedLines(words) ? undefined : pricedLines(words, 'whole');
  const readings = whole && JSON.stringify(whole) !== JSON.stringify(lines) ? [lines, whole] : [lines];
  return failed(ctx.t.quote.severalLines, {
    fields: read.map(({ line, shown }) => ({ label: line.description, value: shown! })),
    ...alsoSaid(ctx, where),
    buttons: [
      ...readings.map((all) => [
        { label: ctx.t.quote.addAll(all.length, sumOf(ctx, where, all)), command: addingLines(where, all) },
      ]),
      ...(asOne ? [[{ label: `${one.description} · ${asOne}`, command: addingLines(where, [one]) }]] : []),
    ],
  });
}

/** What they come to; undefined: they are in several currencies. */
function sumOf({ locale }: CommandContext, { currency }: Where, lines: readonly QuotedLine[]): string | undefined {
  const sums = lines.flatMap(({ quantity, price }) => {
    const one = parseMoney(price, currency);
    return one ? [{ quantity, unitMinor: one.minor, currency: one.currency }] : [];
  });
  const [first] = sums;
  return first && sums.every((one) => one.currency === first.currency)
    ? formatMoney(totalMinor(sums), first.currency, locale)
    : undefined;
}

/** Quantity, price and what they make; undefined: its price is none. */
function shownLine(
  ctx: CommandContext,
  { currency }: Pick<Where, 'currency'>,
  { quantity, price }: QuotedLine,
): string | undefined {
  const one = QUANTITY.test(quantity) ? parseMoney(price, currency) : undefined;
  if (!one) return undefined;
  const money = (minor: string) => formatMoney(minor, one.currency, ctx.locale);
  return ctx.t.quote.line(quantity, money(one.minor), money(lineMinor({ quantity, unitMinor: one.minor })));
}

const addingLines = ({ ref, behind }: Where, lines: readonly QuotedLine[]): string =>
  [
    ...lines.map(
      ({ description, quantity, price }) => `/quote ${ref} ${writeValues({ item: description, quantity, price })}`,
    ),
    ...behind.map((line) => `/quote ${ref} ${line}`),
  ].join('\n');

/** What may be read in two ways, or is a line in other words (三斤 每斤800): nothing is added before the owner has said which. */
export function askWhichLine(ctx: CommandContext, where: Where, words: string): Reply | undefined {
  const lines = linesIn(words, where.currency).filter(({ description }) => description !== '');
  if (lines.length === 0) return undefined;
  const isSaid = saidLine(words) !== undefined || lines.some(({ description }) => holdsFigure(description));
  const buttons = lines.flatMap((line) => {
    const shown = shownLine(ctx, where, line);
    if (shown === undefined) return [];
    // what has a figure in its name, or is called by less than was said, is named
    const label = line.description !== words && isSaid ? `${line.description} · ${shown}` : shown;
    return [[{ label, command: addingLines(where, [line]) }]];
  });
  return buttons.length > 0 ? failed(ctx.t.quote.whichLine, { buttons, ...alsoSaid(ctx, where) }) : undefined;
}

/** What a button says of the quote beside its lines, which its sum leaves out. */
const alsoSaid = ({ t }: CommandContext, { also }: Where): Pick<Reply, 'hint'> =>
  also ? { hint: t.quote.also(also) } : {};

/** The one line that is said in words of which every figure is read, and can be read in no other way: 3 banners at 45 each. */
export function onlyLine({ currency }: Pick<Where, 'currency'>, words: string): QuotedLine | undefined {
  const said = saidLine(words);
  const [line, ...others] = said && !typedLine(words) ? linesIn(words, currency) : [];
  const isOne = line && others.length === 0 && line.description === said?.description && line.description !== '';
  return isOne && !holdsFigure(line.description) && QUANTITY.test(line.quantity) ? line : undefined;
}

/** Whether something is offered in these words, in one line or several. */
export const offersIn = (words: string, currency: string): boolean =>
  linesIn(words, currency).length > 0 || (quotedLines(words) ?? pricedLines(words)) !== undefined;

export function linesIn(words: string, currency: string): QuotedLine[] {
  if (words === '' || REMOVE.test(words)) return [];
  const said = saidLine(words);
  const typed = typedLine(words);
  const times = said || typed?.description ? [] : timesNamed(words);
  if (times.length > 0) return times;
  if (said && typed && !typed.description) return [said];
  const [, one = '', two = ''] = EITHER_WAY.exec(narrow(words)) ?? [];
  if (typed) {
    const { description } = typed;
    const turned = Number(one) > Number(two) && typed.quantity === one && Number(two) > 0;
    return turned
      ? [
          { description, quantity: two, price: one },
          { description, quantity: one, price: two },
        ]
      : [];
  }
  // a figure that changes what there is, or speaks of all of it, is no price of something new
  if (changesAll(words)) return [];
  if (said) return [said];
  const read = readAmount(words, currency);
  if (read.is === 'amount') {
    if (namesFurtherSum(read.title)) return [];
    const price = `${plainDecimal(read.money.minor, read.money.currency)} ${read.money.currency}`;
    const counted = countedName(read.title);
    const whole = { description: read.title, quantity: '1', price };
    if (!counted) return [whole];
    const each = { ...counted, price };
    return isManyPieces(read.title) ? [each, whole] : [whole, each];
  }
  if (namesFurtherSum(words)) return [];
  if (read.is === 'times') return [{ description: words, ...read.times }];
  return read.is === 'unsure' ? read.perhaps.map((line) => ({ description: words, ...line })) : [];
}

export function typedLine(words: string): QuotedLine | undefined {
  const { values } = readValues(words, KEYS);
  const { item = '', quantity = '1', price = '' } = values;
  if (Object.keys(values).length > 0) return { description: item, quantity, price };
  return quotedLine(words) ?? labelledLine(words);
}
