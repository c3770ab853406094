import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Lead } from '../../../sell/lead.ts';
import { quotePdf } from '../../../sell/quote/document.ts';
import { draftOf } from '../../../sell/quote/draft.ts';
import { issueQuote, nextOf } from '../../../sell/quote/issue.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { type Quote, type QuoteContent, quotesOf } from '../../../sell/quote/quote.ts';
import { moveToQuoted } from '../../../sell/quote/stage.ts';
import type { CommandContext } from '../../command.ts';
import type { QuoteAct } from './act.ts';
import { digestOf } from './digest.ts';
import { attached, canLink, issuedReply, linkReply, pdfOfIssued } from './issued.ts';
import { changedSince, fieldsOf, issuedBefore } from './shown.ts';

/** No channel: its owner brings it to them. */
const BY_HAND = ['by hand'];

/**
 * For whoever cannot be written to, or gets it by another way: its owner takes the link or the file and passes it on. Whichever of them is taken
 * gives it its number and counts as sent by its owner; taken again, it is the same quote.
 */
export async function giveByHand(
  ctx: CommandContext,
  lead: Lead,
  act: QuoteAct,
  { contact, content }: { contact: Contact; content: QuoteContent },
): Promise<Reply> {
  const number = shownNumber(await nextOf(ctx, lead.id));
  const digestWith = (shown: string) => digestOf(ctx, { content, goesTo: BY_HAND, number: shown });
  const digest = digestWith(number);
  const show = () => preview(ctx, lead, { contact, content, number, digest });
  // a program may have it shown; only its user gives it
  if (act.digest === undefined || ctx.key !== undefined) return show();
  if (act.digest === digest && act.is !== 'send') {
    const quote = await issueQuote(ctx, lead, content, { byHand: true });
    await moveToQuoted(ctx.tx, lead.id, ctx.now);
    return handed(ctx, quote, act);
  }
  const [last] = await quotesOf(ctx.tx, lead.id);
  const isThat = last?.byHand && last.state === 'sent' && digestWith(shownNumber(last)) === act.digest;
  if (isThat) return { ...(await handed(ctx, last, act)), unchanged: true };
  return { ...(await show()), failed: true, text: changedSince(ctx, act.digest, digest) };
}

/** What its owner passes on, or what they have passed on. */
async function handed(ctx: CommandContext, quote: Quote, { is }: QuoteAct): Promise<Reply> {
  const hint = ctx.t.quoteCard.countsAsSent(shownNumber(quote));
  if (is === 'link' && canLink(ctx)) return { ...(await linkReply(ctx, quote)), hint };
  return is === 'pdf' ? { ...(await pdfOfIssued(ctx, quote)), hint } : issuedReply(ctx, quote, hint);
}

async function preview(
  ctx: CommandContext,
  lead: Lead,
  leaving: { contact: Contact; content: QuoteContent; number: string; digest: string },
): Promise<Reply> {
  const { contact, content, number, digest } = leaving;
  const { t } = ctx;
  const draft = await draftOf(ctx.tx, lead.id, ctx);
  const { bytes, lacking } = await quotePdf(ctx, content, number);
  const [last] = await quotesOf(ctx.tx, lead.id);
  const take = (word: string, label: string): Button => ({ label, command: `/quote ${lead.id} ${word} ${digest}` });
  return failed(t.quoteCard.byHandHow, {
    title: t.quoteCard.byHand(number, nameOf(contact)),
    fields: fieldsOf(ctx, draft),
    attachments: [await attached(ctx, content, number, bytes)],
    thing: { noun: 'lead', id: lead.id },
    undecided: true,
    buttons: [
      [...(canLink(ctx) ? [take('link', t.quoteCard.linkToCopy)] : []), take('pdf', t.quoteCard.pdfHere)],
      [take('given', t.quoteCard.given), { label: t.quoteCard.change, command: `/quote ${lead.id}` }],
    ],
    hint: [
      last && issuedBefore(ctx, last),
      lacking.length > 0 ? t.quoteCard.lacking(lacking.join(' ')) : undefined,
      canLink(ctx) ? undefined : t.quoteCard.noLink,
    ]
      .filter(Boolean)
      .join('\n'),
  });
}
