import { truncate } from '../../../../text/truncate.ts';
import type { JournalEntry } from '../../../owner/journal.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { loadQuote, type Quote } from '../../../sell/quote/quote.ts';
import { loadEntry } from '../../../undo/entry.ts';
import { decisionOn, issuedBy, issuedWith } from '../../../undo/issued.ts';
import type { CommandContext } from '../../command.ts';
import { spokenLine } from '../../who/spoken.ts';

const LABEL_GRAPHEMES = 30;

/** What stands on a quote that was issued is not taken out of it behind its customer's back. Undefined: nothing of this entry does. */
export async function staysWritten(ctx: CommandContext, userId: string, id: string): Promise<Reply | undefined> {
  const quoteId = await issuedWith(ctx.tx, id);
  const quote = quoteId === undefined ? undefined : await loadQuote(ctx.tx, quoteId);
  const entry = quote && (await loadEntry(ctx.tx, userId, id, ctx.now));
  if (!quote || !entry) return undefined;
  const { t } = ctx;
  const line = truncate(await spokenLine(ctx, entry), LABEL_GRAPHEMES);
  const change: Button = { label: t.quoteCard.change, command: `/quote ${quote.leadId}` };
  return failed(t.quoteCard.staysWritten(shownNumber(quote), line), { buttons: [[change, ...withdraw(ctx, quote)]] });
}

/** A quote that has left, and what can be done about that instead. Undefined: the entry sent none. */
export async function quoteHasLeft(
  ctx: CommandContext,
  entry: JournalEntry,
): Promise<{ text: string; buttons: Button[][] } | undefined> {
  const id = await issuedBy(ctx.tx, entry.id);
  const quote = id === undefined ? undefined : await loadQuote(ctx.tx, id);
  if (!quote) return undefined;
  const { t } = ctx;
  const number = shownNumber(quote);
  const decision = await decisionOn(ctx.tx, entry.userId, quote.id);
  const undo: Button[] = decision
    ? [
        {
          label: t.quoteCard.undoDecision(t.quoteCard.decisionOf[decision.state](number)),
          command: `/undo ${decision.entry}`,
        },
      ]
    : [];
  const said = decision ? t.quoteCard.decidedAlready : t.quoteCard.leftAlready;
  const show: Button = { label: t.quoteCard.show(number), command: `/quote ${number}` };
  return { text: said(number, quote.contactName), buttons: [[...undo, ...withdraw(ctx, quote), show]] };
}

const withdraw = ({ t }: CommandContext, quote: Quote): Button[] =>
  quote.state === 'sent' ? [{ label: t.quoteCard.revoke, command: `/quote ${shownNumber(quote)} revoke` }] : [];
