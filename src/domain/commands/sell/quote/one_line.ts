import { parseMoney } from '../../../../text/money/money.ts';
import type { LineSaid } from '../../../../text/money/quote_line_said.ts';
import type { QuoteTerms } from '../../../../text/money/quote_terms.ts';
import { removalNamed } from '../../../../text/money/quoted_lines.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { followTotal } from '../../../sell/quote/draft.ts';
import { type QuoteLine, quoteLines, removeQuoteLine, setLine, setLineOff } from '../../../sell/quote/lines.ts';
import type { CommandContext } from '../../command.ts';
import { draftReply } from './shown.ts';
import { keepTerms, readOff, whyNotOff } from './terms.ts';

/** What is said of one line alone, and what was said beside it. */
export async function changeLine(
  ctx: CommandContext,
  lead: Lead,
  said: LineSaid,
  { off, ...others }: QuoteTerms,
): Promise<Reply> {
  const line = (await quoteLines(ctx.tx, lead.id))[said.place - 1];
  if (!line) return failed(ctx.t.quote.noSuch);
  if (said.is === 'unread')
    return failed(ctx.t.quoteCard.unreadLine(said.place, line.description), {
      buttons: [[removing(ctx, lead, line)]],
      hint: ctx.t.quoteCard.howToChange,
    });
  if (said.is === 'remove') await removeQuoteLine(ctx.tx, lead.id, line.id);
  else {
    const wrong = await keepOfLine(ctx, lead, line, said);
    if (wrong) return failed(wrong);
  }
  // without words of its own, what stands behind a line's place is of that line
  await keepTerms(ctx, lead.id, { ...others, ...(said.is !== 'off' && off !== undefined && { off }) }, line.currency);
  await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, said.is === 'remove' ? ctx.t.quote.removed : ctx.t.quoteCard.kept);
}

type Kept = Exclude<LineSaid, { is: 'remove' | 'unread' }>;

/** Why it cannot be; undefined: it is kept. */
async function keepOfLine(ctx: CommandContext, lead: Lead, line: QuoteLine, said: Kept): Promise<string | undefined> {
  const { t, tx } = ctx;
  if (said.is === 'off') {
    const wrong = whyNotOff(ctx, said.off, [{ ...line, off: undefined }], line.currency);
    if (!wrong) await setLineOff(tx, lead.id, line.id, readOff(said.off, line.currency));
    return wrong;
  }
  if (said.is === 'quantity') {
    if (!/[1-9]/.test(said.quantity)) return t.quote.notAQuantity(said.quantity);
    return (await setLine(tx, lead.id, line.id, { quantity: said.quantity })) ? undefined : t.quote.tooMuch;
  }
  const price = parseMoney(said.price, line.currency);
  if (!price) return t.lead.notAnAmount(said.price);
  if (price.currency !== line.currency) return t.quote.otherCurrency(line.currency);
  return (await setLine(tx, lead.id, line.id, { unitMinor: price.minor })) ? undefined : t.quote.tooMuch;
}

const removing = ({ t }: CommandContext, lead: Lead, line: QuoteLine): Button => ({
  label: t.quoteCard.removeLine(line.description),
  command: `/quote ${lead.id} -${line.id}`,
});

/** A line is taken out by its name: the one that is called so, else it is asked which. Undefined: nothing is taken out, or there is no line. */
export async function removeNamed(ctx: CommandContext, lead: Lead, words: string): Promise<Reply | undefined> {
  const name = removalNamed(words)?.toLowerCase();
  const lines = name ? await quoteLines(ctx.tx, lead.id) : [];
  if (!name || lines.length === 0) return undefined;
  const [line, ...others] = lines.filter(({ description }) => description.toLowerCase() === name);
  if (!line || others.length > 0)
    return failed(ctx.t.quoteCard.whichToRemove, { buttons: lines.map((one) => [removing(ctx, lead, one)]) });
  await removeQuoteLine(ctx.tx, lead.id, line.id);
  await followTotal(ctx.tx, lead.id, ctx);
  return draftReply(ctx, lead.id, ctx.t.quote.removed);
}
