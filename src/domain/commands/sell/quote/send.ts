import { formatMoney } from '../../../../text/money/money.ts';
import { texts } from '../../../../text/texts.ts';
import { isByPhone } from '../../../channel.ts';
import { localeOf } from '../../../context.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { mainOrganization } from '../../../people/organization/membership.ts';
import { failed, type Reply } from '../../../reply.ts';
import { type Lead, loadLead } from '../../../sell/lead.ts';
import { quotePdf } from '../../../sell/quote/document.ts';
import { draftOf } from '../../../sell/quote/draft.ts';
import { contentOf, issueQuote, nextOf } from '../../../sell/quote/issue.ts';
import { lockLead } from '../../../sell/quote/lines.ts';
import { quotePath } from '../../../sell/quote/link.ts';
import { shownNumber } from '../../../sell/quote/number.ts';
import { type Quote, type QuoteContent, quotesOf } from '../../../sell/quote/quote.ts';
import { moveToQuoted } from '../../../sell/quote/stage.ts';
import { answer } from '../../../talk/answer.ts';
import { type AnswerWay, answerWay } from '../../../talk/answer_way.ts';
import { type AnswerPlace, loadConversation } from '../../../talk/conversation.ts';
import { goesTo, leavesTo } from '../../../talk/who_gets_it.ts';
import type { CommandContext } from '../../command.ts';
import { answeredReply } from '../../talk/reply.ts';
import { nowhereToAnswer, whereToAnswer } from '../../words/nowhere.ts';
import { describe } from '../lead.ts';
import type { QuoteAct } from './act.ts';
import { giveByHand } from './by_hand.ts';
import { digestOf } from './digest.ts';
import { attached, canLink } from './issued.ts';
import { askUntilWhen, changedSince, draftReply, fieldsOf, issuedBefore } from './shown.ts';

/** What would leave: to whom, what is written on it, and what is said with it. */
interface Leaving {
  contact: Contact;
  place: AnswerPlace;
  way: AnswerWay;
  content: QuoteContent;
  number: string;
  /** A hash of all that, which a button carries: nothing else leaves by it. */
  digest: string;
}

/** What is to be done with what a lead is offered. */
export async function actOnDraft(ctx: CommandContext, found: Lead, act: QuoteAct): Promise<Reply> {
  const { t } = ctx;
  if (act.is === 'revoke' || act.is === 'nudge') return { ...(await draftReply(ctx, found.id)), failed: true };
  // of two that send it at once the second sees what the first has done, and what its customer has decided
  if (act.digest !== undefined) await lockLead(ctx.tx, found.id);
  const lead = act.digest === undefined ? found : (await loadLead(ctx.tx, found.id))!;
  if (lead.stage === 'won' || lead.stage === 'lost') return closed(ctx, lead);
  const draft = await draftOf(ctx.tx, lead.id, ctx);
  if (draft.lines.length === 0) return { ...(await draftReply(ctx, lead.id)), failed: true };
  const contact = (await loadContact(ctx.tx, lead.contactId))!;
  const content = contentOf(ctx, draft, { to: await addressedTo(ctx, contact), locale: localeOf(ctx, contact) });
  if (act.is === 'pdf' && act.digest === undefined) return pdfReply(ctx, lead, content);
  if (!content.head.name)
    return failed(t.quoteCard.noName, { buttons: [[{ label: t.quoteCard.business, command: '/business' }]] });
  const over = askUntilWhen(ctx, lead.id, draft);
  if (over) return over;
  if (act.is !== 'send') return giveByHand(ctx, lead, act, { contact, content });
  const begun = lead.conversationId ? await loadConversation(ctx.tx, lead.conversationId) : undefined;
  const place = await whereToAnswer(ctx, contact, begun);
  if (!place || place.channel === 'note')
    return besides(await giveByHand(ctx, lead, act, { contact, content }), await nowhereToAnswer(ctx, contact));
  if (isByPhone(place.channel) && !canLink(ctx))
    return besides(await giveByHand(ctx, lead, act, { contact, content }), failed(t.quoteCard.noLinkForTexts));
  const way = await answerWay(ctx.tx, place);
  const number = shownNumber(await nextOf(ctx, lead.id));
  const digest = digestOf(ctx, { content, goesTo: [way, place.channel, place.address, place.thread], number });
  const leaving = { contact, place, way, content, number, digest };
  // a program may have it shown; only its user sends it
  if (act.digest === undefined || ctx.key !== undefined) return preview(ctx, lead, leaving);
  if (act.digest !== digest)
    return { ...(await preview(ctx, lead, leaving)), failed: true, text: changedSince(ctx, act.digest, digest) };
  return send(ctx, lead, leaving);
}

/** Nothing is sent for a lead that is over; what its customer has accepted meanwhile is said. */
async function closed(ctx: CommandContext, lead: Lead): Promise<Reply> {
  const { t } = ctx;
  const [last] = await quotesOf(ctx.tx, lead.id);
  if (!last) return failed(t.quote.closed(describe(ctx, lead)));
  const number = shownNumber(last);
  const isAccepted = lead.stage === 'won' && last.state === 'accepted';
  return failed(
    isAccepted ? t.quoteCard.acceptedAlready(number, last.contactName) : t.quote.closed(describe(ctx, lead)),
    { buttons: [[{ label: t.quoteCard.show(number), command: `/quote ${number}` }]] },
  );
}

/** Why it does not leave by itself, and what would help, with what its owner can do now. */
const besides = (byHand: Reply, why: Reply): Reply => ({
  ...byHand,
  text: [why.text, byHand.text].filter(Boolean).join('\n'),
  buttons: [...(byHand.buttons ?? []), ...(why.buttons ?? [])],
  hint: [byHand.hint, why.hint].filter(Boolean).join('\n'),
});

/** What is asked for on the document; its lead may be said to be worth something else. */
const lineWithSum = (ctx: CommandContext, lead: Lead, { totalMinor, currency }: Quote): string =>
  describe(ctx, { ...lead, amountMinor: totalMinor, currency });

async function pdfReply(ctx: CommandContext, lead: Lead, content: QuoteContent): Promise<Reply> {
  const { bytes, lacking } = await quotePdf(ctx, content, undefined);
  const file = await attached(ctx, content, texts(content.locale).quoteDoc.draft, bytes);
  return {
    text: ctx.t.quoteCard.pdfOf(describe(ctx, lead)),
    attachments: [file],
    ...(lacking.length > 0 && { hint: ctx.t.quoteCard.lacking(lacking.join(' ')) }),
  };
}

/** What is said with it, in the customer's language. */
function wordsFor({ contact, content, number }: Pick<Leaving, 'contact' | 'content' | 'number'>, url: string): string {
  const { quoteMail } = texts(content.locale);
  const total = formatMoney(content.sums.total, content.currency, content.locale);
  return quoteMail.words(nameOf(contact), number, total, content.validUntil ?? '', url, content.head.name);
}

/** Nothing leaves before its owner has seen it: to whom, the words, the file, and what the file cannot show. */
async function preview(ctx: CommandContext, lead: Lead, leaving: Leaving): Promise<Reply> {
  const { t } = ctx;
  const { place, way, content, number, contact, digest } = leaving;
  const linked = canLink(ctx);
  const [last] = await quotesOf(ctx.tx, lead.id);
  const draft = await draftOf(ctx.tx, lead.id, ctx);
  const { bytes, lacking } = await quotePdf(ctx, content, number);
  const url = linked ? `${ctx.publicUrl}/q/…` : '';
  const { address = '', taxId = '' } = ctx.settings.business ?? {};
  return {
    title: t.quoteCard.willLeave(number, nameOf(contact)),
    fields: [
      {
        label: t.quoteCard.goesTo,
        value: leavesTo(t, place, nameOf(contact), way),
      },
      ...(content.to === nameOf(contact) ? [] : [{ label: t.quoteDoc.to, value: content.to }]),
      ...fieldsOf(ctx, draft),
    ],
    quote: wordsFor(leaving, url),
    ...(!isByPhone(place.channel) && { attachments: [await attached(ctx, content, number, bytes)] }),
    thing: { noun: 'lead', id: lead.id },
    buttons: [
      [
        {
          label: t.quoteCard.sendNow,
          command: `/quote ${lead.id} send ${digest}`,
          style: 'primary',
          ...goesTo(place, way),
        },
        { label: t.quoteCard.change, command: `/quote ${lead.id}` },
      ],
      ...(address || taxId ? [] : [[{ label: t.quoteCard.business, command: '/business' }]]),
    ],
    hint: [
      last && issuedBefore(ctx, last),
      lacking.length > 0 ? t.quoteCard.lacking(lacking.join(' ')) : undefined,
      linked ? undefined : t.quoteCard.noLink,
      address || taxId ? undefined : t.quoteCard.bareHead,
    ]
      .filter(Boolean)
      .join('\n'),
  };
}

/** It gets its number and leaves as an answer does: held for a moment, and taken back whole by an undo before that. */
async function send(ctx: CommandContext, lead: Lead, leaving: Leaving): Promise<Reply> {
  const { place, way, content, contact } = leaving;
  await ctx.tx.unsafe('savepoint before_quote');
  const quote = await issueQuote(ctx, lead, content);
  const url = canLink(ctx) ? `${ctx.publicUrl}${quotePath(ctx.linkKey, { id: quote.id, nonce: quote.nonce! })}` : '';
  const bytes = isByPhone(place.channel) ? undefined : await ctx.readFile(quote.pdf!);
  const answered = await answer(
    ctx,
    ctx.user,
    place,
    {
      text: wordsFor({ contact, content, number: shownNumber(quote) }, url),
      ...(bytes && { attachments: [await attached(ctx, content, shownNumber(quote), bytes)] }),
      receiptTo: ctx.place,
    },
    { address: way.address, copies: way.copies },
  );
  if (answered.result !== 'queued') {
    await ctx.tx.unsafe('rollback to savepoint before_quote');
    return answeredReply(ctx.t, answered, nameOf(contact), place);
  }
  await ctx.tx`update quotes set message_id = ${answered.message.id} where id = ${quote.id}`;
  await moveToQuoted(ctx.tx, lead.id, ctx.now);
  const after = (await loadLead(ctx.tx, lead.id))!;
  const told = answeredReply(ctx.t, answered, nameOf(contact), place);
  return {
    ...told,
    text: [ctx.t.quoteCard.leaves(shownNumber(quote), lineWithSum(ctx, after, quote)), told.text]
      .filter(Boolean)
      .join('\n'),
  };
}

/** 'Acme Ltd · Tax ID: GB 123 · Anna Reed': whoever is at a company is written to there. */
async function addressedTo(ctx: CommandContext, contact: Contact): Promise<string> {
  const company = await mainOrganization(ctx.tx, contact.id);
  const { quoteDoc } = texts(localeOf(ctx, contact));
  const head = company ? [company.name, ...(company.taxId ? [quoteDoc.taxId(company.taxId)] : [])] : [];
  return [...head, nameOf(contact)].join(' · ');
}
