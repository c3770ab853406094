import { parseMoney, plainDecimal } from '../../../text/money/money.ts';
import { quoteTermsBehind } from '../../../text/money/quote_terms.ts';
import { quotedLine } from '../../../text/money/quoted_lines.ts';
import { pricedLines } from '../../../text/money/quoted_said.ts';
import { sumInFront } from '../../../text/sentence/sale/sum_in_front.ts';
import type { Sentence } from '../../../text/sentence/sentence.ts';
import { typedWords } from '../../../text/typed.ts';
import type { Context } from '../../context.ts';
import { closedLeadsOf, openLeadsOf } from '../../sell/lead.ts';
import { loadStages, stageCalled, stageInFront } from '../../sell/pipeline/stage.ts';
import { resolvedTicketsOf } from '../../serve/ticket.ts';
import { worthLine } from '../words/second_words.ts';
import { writeValues } from '../words/values.ts';
import { splitFirst } from '../words/words.ts';
import type { Lines, Named } from './order_said.ts';
import { saidOfLead } from './pipeline/lead_change.ts';
import { quoteActIn } from './quote/act.ts';
import { offersIn } from './quote/which_line.ts';

/** How a pattern says that what stands behind it is what a lead is worth now. */
const WORTH = 'worth';

/** And that something stands beside the lines of their quote: no tax, valid 10 days. */
const TERMS = 'terms';

/** What is quoted to somebody, or what their lead is worth now; without a lead it is begun. Undefined: there is nothing to put right. */
export async function quoteSaid(ctx: Context, said: Sentence, whom: Named | undefined): Promise<Lines | undefined> {
  if (!whom) return undefined;
  const [first, price] = splitFirst(said.words);
  if (first === WORTH) return worthSaid(ctx, price, whom);
  if (first === TERMS) return termsSaid(ctx, price, whom);
  const words = whom.left ?? said.words;
  const line = (ref: string) => `/quote ${ref} ${words}`;
  if (quoteActIn(words)) {
    const [lead] = whom.ids.length === 1 ? await openLeadsOf(ctx.tx, whom.ids[0]!) : [];
    return lead && { line: line(whom.ref), shown: line(whom.name) };
  }
  const front = sumInFront(words);
  if (front) return lineBegun(ctx, whom, front.what, `${front.what} ${front.sum}`, pricedOnce(front));
  // 10% off, and what else stands beside its lines, is none of them
  const lines = quoteTermsBehind(words, { ...ctx.settings, now: ctx.now }).rest;
  // of several the first is no title of all
  const title = pricedLines(lines) ? undefined : quotedLine(lines)?.description;
  // what its reader asks about comes with buttons: 龙井5斤480
  if (!title)
    return offersIn(lines, ctx.settings.currency) || isListed(lines)
      ? { line: line(whom.ref), shown: line(whom.name) }
      : undefined;
  return lineBegun(ctx, whom, title, words, words);
}

/** A line of their quote; who has no lead that it may be of gets one of that title. `shown`: as somebody would type it. */
async function lineBegun(
  ctx: Context,
  { ref, name, ids }: Named,
  title: string,
  shown: string,
  words: string,
): Promise<Lines> {
  const [id, ...others] = ids;
  const isOpen = others.length > 0 || (id !== undefined && (await openLeadsOf(ctx.tx, id)).length > 0);
  const begun = (whom: string, line: string) => `${isOpen ? '' : `/lead ${whom} ${title}\n`}/quote ${whom} ${line}`;
  return { line: begun(ref, words), shown: begun(name, shown) };
}

/** One of it at that price, whatever figures its name has. */
const pricedOnce = ({ sum, what }: { sum: string; what: string }): string =>
  writeValues({ item: what, quantity: '1', price: sum });

/** Several things, each with a figure: whatever of it cannot be read is asked for. */
function isListed(words: string): boolean {
  const parts = words.split(/[,，、;；]\s*/u).filter(Boolean);
  return parts.length > 1 && parts.every((part) => /\p{L}.*\d/u.test(part));
}

/** Undefined: nobody can say what is meant, or nothing is quoted. */
async function termsSaid(ctx: Context, words: string, { ref, name, ids }: Named): Promise<Lines | undefined> {
  const { rest, terms, refused } = quoteTermsBehind(words, { ...ctx.settings, now: ctx.now });
  if (rest.trim() !== '' || (!refused && Object.keys(terms).length === 0)) return undefined;
  for (const id of ids)
    if ((await openLeadsOf(ctx.tx, id)).length > 0)
      return { line: `/quote ${ref} ${words}`, shown: `/quote ${name} ${words}` };
  return undefined;
}

/**
 * What their open lead is worth, or when it may be won; who has none is told so by the command. Where it may be said of anything else it needs one.
 */
export async function leadSaid(ctx: Context, said: Sentence, whom: Named | undefined): Promise<Lines | undefined> {
  if (!whom) return undefined;
  const words = whom.left ?? said.words;
  const lines = { line: `/lead ${whom.ref} ${words}`, shown: `/lead ${whom.name} ${words}` };
  for (const id of whom.ids) if ((await openLeadsOf(ctx.tx, id)).length > 0) return lines;
  if (said.loose) return undefined;
  const change = saidOfLead(words);
  if (change?.what !== 'amount') return lines;
  return { line: `/lead ${whom.ref} ${change.value}`, shown: `/lead ${whom.name} ${change.value}` };
}

/** It is won; by money alone that came only where there is a lead that it may be of. */
export async function wonSaid(ctx: Context, said: Sentence, whom: Named | undefined): Promise<Lines | undefined> {
  if (!whom) return undefined;
  const words = whom.left ?? said.words;
  const lines = { line: `/won ${whom.ref} ${words}`.trim(), shown: `/won ${whom.name} ${words}`.trim() };
  if (!said.loose) return lines;
  for (const id of whom.ids) if ((await openLeadsOf(ctx.tx, id)).length > 0) return lines;
  return undefined;
}

async function worthSaid(ctx: Context, price: string, { ids, name }: Named): Promise<Lines | undefined> {
  const [id, ...others] = ids;
  const [lead, ...more] = others.length === 0 ? await openLeadsOf(ctx.tx, id!) : [];
  const money = parseMoney(price, lead?.currency ?? ctx.settings.currency);
  if (!lead || more.length > 0 || !money) return undefined;
  const line = await worthLine(ctx, lead, `${money.currency} ${plainDecimal(money.minor, money.currency)}`);
  return { line, shown: `/quote ${name} ${lead.title} ${price}` };
}

/** Their lead goes to another stage; who has none open is told so. Undefined: there is no such stage. */
export async function moveSaid(ctx: Context, { words }: Sentence, whom: Named | undefined): Promise<Lines | undefined> {
  const stage = whom && stageCalled(await loadStages(ctx.tx), words);
  if (!stage) return undefined;
  return { line: `/move ${whom.ref} ${words}`, shown: `/move ${whom.name} ${words}` };
}

const ADDS = typedWords(({ stage }) => stage.add);

/** A stage is as likely as is said, or goes elsewhere, if there is one of that name; a new one is made. */
export async function stagesSaid(ctx: Context, { words }: Sentence): Promise<Lines | undefined> {
  const line = `/stages ${words}`;
  const isNew = ADDS.has(splitFirst(words)[0].toLowerCase());
  return isNew || stageInFront(await loadStages(ctx.tx), words) ? { line, shown: line } : undefined;
}

/** Somebody wants again what they had said no to, or what was solved is back. Undefined: nothing of theirs is over. */
export async function reopenSaid(
  ctx: Context,
  { words, loose }: Sentence,
  whom: Named | undefined,
): Promise<Lines | undefined> {
  const isTicket = words !== '';
  for (const id of whom?.ids ?? []) {
    // who changed their mind may give up what is open
    if (loose && (await openLeadsOf(ctx.tx, id)).length > 0) return undefined;
    const over = isTicket ? await resolvedTicketsOf(ctx.tx, id, 1) : await closedLeadsOf(ctx.tx, id, 1);
    if (over.length > 0) {
      const line = (ref: string) => ['/reopen', words, ref].filter(Boolean).join(' ');
      return { line: line(whom!.ref), shown: line(whom!.name) };
    }
  }
  return undefined;
}
