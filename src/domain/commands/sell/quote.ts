import { formatMoney, parseMoney } from '../../../text/money/money.ts';
import { type QuotedLine, quotedLine, quotedLines } from '../../../text/money/quoted_lines.ts';
import { readAmount } from '../../../text/money/read_amount.ts';
import { narrow } from '../../../text/normalise.ts';
import { leadButtons } from '../../desk/contact_card.ts';
import { type Button, failed, type Item, type Reply } from '../../reply.ts';
import { type Lead, loadLead } from '../../sell/lead.ts';
import {
  addQuoteLine,
  type LineRefused,
  lineMinor,
  MOST_LINES,
  type QuoteLine,
  quoteLines,
  removeQuoteLine,
  totalMinor,
} from '../../sell/quote.ts';
import { type Command, type CommandContext, type FormSpec, Incomplete } from '../command.ts';
import { readValues, writeValues } from '../words/values.ts';
import { splitFirst } from '../words/words.ts';
import { amountBefore, describe, pickLead } from './lead.ts';

const KEYS = ['item', 'quantity', 'price'] as const;

/** What the words after the lead ask for. */
type Wish = { act: 'show' } | { act: 'remove'; id: string } | { act: 'add'; typed: QuotedLine } | Incomplete;

/** 800x3, without anything that says which of them is the price. */
const EITHER_WAY = /^(?:[\s\S]*\s)?(\d+)\s{0,3}[x×*＊]\s{0,3}(\d+)$/iu;
const REMOVE = /^[-－](\d{1,18})$/;
const QUANTITY = /^0*(\d{1,9})(?:\.(\d{1,3}))?$/;

const form: FormSpec = {
  title: 'quote',
  need: 'price',
  fields: [
    { key: 'item', required: true },
    { key: 'quantity', required: true, initial: '1' },
    { key: 'price', required: true },
  ],
};

/** '/quote 12 Logo design 2x300' adds a line, '/quote 12' shows them, '/quote 12 -7' (a button) takes line 7 away. */
export const quote: Command<{ words: string }> = {
  name: 'quote',
  role: 'helper',
  changes: true,
  form,
  onlyShows: ({ words }) => !REMOVE.test(splitFirst(words)[1]) && !REMOVE.test(words) && !typedLine(words),
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('lead')),
  async run(ctx, { words }) {
    const picked = await pickLead(ctx, words, '/quote');
    if ('ask' in picked) return picked.ask;
    const { lead, rest } = picked;
    const which = askWhetherSeveral(ctx, lead, rest) ?? askWhichLine(ctx, lead, rest);
    if (which) return which;
    const wish = readWish(rest);
    if (wish instanceof Incomplete) return wish;
    if (wish.act === 'show') return quoteReply(ctx, lead.id);
    if (lead.stage === 'won' || lead.stage === 'lost') return refusal(ctx.t.quote.closed(describe(ctx, lead)));
    return wish.act === 'add' ? add(ctx, lead, wish.typed) : remove(ctx, lead, wish.id);
  },
};

function readWish(words: string): Wish {
  if (words === '') return { act: 'show' };
  const id = REMOVE.exec(words)?.[1];
  if (id) return { act: 'remove', id };
  const typed = typedLine(words);
  if (!typed) return new Incomplete('price');
  return typed.description ? { act: 'add', typed } : new Incomplete('text');
}

/** Several lines at once: nothing is added before its owner has seen how each was read. */
function askWhetherSeveral(ctx: CommandContext, lead: Lead, words: string): Reply | undefined {
  const isFilledIn = Object.keys(readValues(words, KEYS).values).length > 0;
  const lines = isFilledIn ? undefined : quotedLines(words);
  const read = lines?.map((line) => ({ line, shown: shownLine(ctx, lead, line) })) ?? [];
  if (!lines || read.some(({ shown }) => shown === undefined)) return undefined;
  const one = quotedLine(words);
  const asOne = one && shownLine(ctx, lead, one);
  const all = ctx.t.quote.addAll(lines.length);
  return failed(ctx.t.quote.severalLines, {
    fields: read.map(({ line, shown }) => ({ label: line.description, value: shown! })),
    buttons: [
      [{ label: all, command: lines.map((line) => addingLine(lead, line)).join('\n') }],
      ...(asOne ? [[{ label: `${one.description} · ${asOne}`, command: addingLine(lead, one) }]] : []),
    ],
  });
}

/** Quantity, price and what they make; undefined: its price is none. */
function shownLine(ctx: CommandContext, lead: Lead, { quantity, price }: QuotedLine): string | undefined {
  const one = QUANTITY.test(quantity) ? parseMoney(price, lead.currency ?? ctx.settings.currency) : undefined;
  if (!one) return undefined;
  const money = (minor: string) => formatMoney(minor, one.currency, ctx.locale);
  return ctx.t.quote.line(quantity, money(one.minor), money(lineMinor({ quantity, unitMinor: one.minor })));
}

const addingLine = ({ id }: Lead, { description, quantity, price }: QuotedLine): string =>
  `/quote ${id} ${writeValues({ item: description, quantity, price })}`;

/** What may be read in two ways, or is a line in other words (三斤 每斤800): nothing is added before the owner has said which. */
function askWhichLine(ctx: CommandContext, lead: Lead, words: string): Reply | undefined {
  const currency = lead.currency ?? ctx.settings.currency;
  const lines = linesIn(words, currency).filter(({ description }) => description !== '');
  if (lines.length === 0) return undefined;
  const buttons = lines.flatMap((line) => {
    const label = shownLine(ctx, lead, line);
    return label === undefined ? [] : [[{ label, command: addingLine(lead, line) }]];
  });
  return buttons.length > 0 ? failed(ctx.t.quote.whichLine, { buttons }) : undefined;
}

function linesIn(words: string, currency: string): QuotedLine[] {
  if (words === '' || REMOVE.test(words)) return [];
  const typed = typedLine(words);
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
  const read = readAmount(words, currency);
  if (read.is === 'times') return [{ description: words, ...read.times }];
  return read.is === 'unsure' ? read.perhaps.map((line) => ({ description: words, ...line })) : [];
}

function typedLine(words: string): QuotedLine | undefined {
  const { values } = readValues(words, KEYS);
  const { item = '', quantity = '1', price = '' } = values;
  if (Object.keys(values).length > 0) return { description: item, quantity, price };
  return quotedLine(words);
}

async function add(ctx: CommandContext, lead: Lead, typed: QuotedLine): Promise<Reply> {
  const quantity = QUANTITY.exec(narrow(typed.quantity).trim());
  if (!quantity || !/[1-9]/.test(quantity[0])) return refusal(ctx.t.quote.notAQuantity(typed.quantity));
  const price = parseMoney(typed.price, lead.currency ?? ctx.settings.currency);
  if (!price) return refusal(ctx.t.lead.notAnAmount(typed.price));
  const line = {
    description: typed.description,
    quantity: quantity[0],
    unitMinor: price.minor,
    currency: price.currency,
  };
  const isFirst = (await quoteLines(ctx.tx, lead.id)).length === 0;
  const refused = await addQuoteLine(ctx.tx, lead.id, line, ctx.now);
  if (refused) return refusal(whyNot(ctx, refused));
  // of further lines the total is seen to grow; the first takes the place of what the lead was said to be worth
  const { hint } = isFirst ? amountBefore(ctx, lead, (await loadLead(ctx.tx, lead.id))!) : {};
  return quoteReply(ctx, lead.id, [ctx.t.quote.added, hint].filter(Boolean).join(' '));
}

function whyNot({ t }: CommandContext, why: LineRefused): string {
  if (why.refused === 'currency') return t.quote.otherCurrency(why.currency);
  return why.refused === 'too_many' ? t.quote.tooMany(MOST_LINES) : t.quote.tooMuch;
}

async function remove(ctx: CommandContext, lead: Lead, id: string): Promise<Reply> {
  const gone = await removeQuoteLine(ctx.tx, lead.id, id, ctx.now);
  return gone ? quoteReply(ctx, lead.id, ctx.t.quote.removed) : refusal(ctx.t.quote.noSuch);
}

const refusal = (text: string): Reply => failed(text);

/** The lines with their total, and what can be done with them. */
async function quoteReply(ctx: CommandContext, leadId: string, hint?: string): Promise<Reply> {
  const { t, locale } = ctx;
  const lead = (await loadLead(ctx.tx, leadId))!;
  const lines = await quoteLines(ctx.tx, leadId);
  const open = lead.stage !== 'won' && lead.stage !== 'lost';
  const total = lines[0] && formatMoney(totalMinor(lines), lines[0].currency, locale);
  const addLine: Button = { label: t.button.addLine, command: `/quote ${leadId}`, form: true };
  return {
    title: describe(ctx, lead),
    thing: { noun: 'lead', id: leadId },
    ...(lines.length > 0
      ? { lists: [{ items: lines.map((line) => lineItem(ctx, leadId, line, open)) }] }
      : { text: t.quote.none }),
    ...(total && { fields: [{ label: t.quote.total, value: total }] }),
    ...(open && { buttons: [[addLine, ...leadButtons(t, leadId)]] }),
    ...(hint && { hint }),
  };
}

function lineItem({ t, locale }: CommandContext, leadId: string, line: QuoteLine, open: boolean): Item {
  const money = (minor: string) => formatMoney(minor, line.currency, locale);
  return {
    text: line.description,
    detail: t.quote.line(line.quantity, money(line.unitMinor), money(lineMinor(line))),
    ...(open && { ref: `-${line.id}`, buttons: [{ label: t.quote.remove, command: `/quote ${leadId} -${line.id}` }] }),
  };
}
