import type { Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import { forwardCameBackCard } from '../desk/bounce_card.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { NotYet } from '../not_yet.ts';
import { askWhetherToStop } from '../people/preferences/stop_question.ts';
import { EMAIL } from '../people/sign.ts';
import { openConversation } from '../talk/conversation.ts';
import { failedAddresses, isNamed, isSameMailbox, isUnsure, reasonOf } from '../talk/mail/bounce.ts';
import { markBounced, markComplained } from '../talk/mail/objection.ts';
import { insertMessage } from '../talk/message.ts';
import { asWritten } from '../templates/as_written.ts';
import type { Variants } from '../templates/compile.ts';
import { personData } from '../templates/person_data.ts';
import { type Campaign, loadCampaign } from './campaign.ts';
import { isSoft, noteSoftBounce } from './check/soft_bounces.ts';
import { noteArrived } from './delivery.ts';
import { variantsOf } from './versions/texts.ts';
import type { Version } from './versions/version.ts';
import { preferencesUrl, withUrl, wordsOf } from './words.ts';

interface Found {
  campaignId: string;
  contactId: string;
  address: string;
  locale: Locale;
  version: Version | null;
  messageId: string;
  sentAt: Date | null;
}

const columns = (tx: Tx) => tx`
  d.campaign_id as "campaignId", d.contact_id as "contactId", d.address, d.locale, d.version, d.message_id as "messageId", d.sent_at as "sentAt"`;

/**
 * Somebody answers a mail of a campaign: that it arrived is certain now, and it is put into a conversation of theirs, where their
 * answer finds it as any answer finds what it answers. A machine's answer is none; nor is a stranger's, to whom it was forwarded, an answer of
 * whoever got it.
 */
export async function noteAnswered(ctx: Context, event: MessageReceived): Promise<void> {
  const { answers, automatic, claimed, trust } = event;
  if (answers.length === 0 || automatic || claimed || trust === 'suspicious') return;
  const { tx, now } = ctx;
  const { address } = event.from;
  const theirs = tx`(
    d.address = ${address} or mailbox(d.address) = mailbox(${address}) or exists (
      select from contact_identities i
      where i.contact_id = d.contact_id and i.channel = d.channel and i.address = ${address} and not i.claimed
    )
  )`;
  const answered = await tx<Found & { first: boolean }>`
    update campaign_deliveries d set replied_at = case when ${theirs} then coalesce(d.replied_at, ${now}) else d.replied_at end,
      state = case when d.state = 'unknown' then 'sent' else d.state end
    from campaign_deliveries before
    where d.message_id = any(${answers}) and before.id = d.id
    returning ${columns(tx)}, before.replied_at is null and d.replied_at is not null as first`;
  for (const delivery of answered) if (delivery.first) await keepWords(ctx, delivery);
}

/** What they were sent to its last line, as far as it can be written still: what they quote of it is not theirs. */
async function keepWords(ctx: Context, delivery: Found): Promise<void> {
  const campaign = await loadCampaign(ctx.tx, delivery.campaignId);
  if (!campaign) return;
  const { contactId, address, messageId, sentAt } = delivery;
  const { subject, text } = await wordsSent(ctx, campaign, delivery);
  const place = { contactId, channel: campaign.channel, address, thread: messageId, subject };
  const { id } = await openConversation(ctx.tx, place);
  await insertMessage(ctx.tx, {
    ...{ conversationId: id, direction: 'out', externalId: messageId, text, subject, automatic: true },
    occurredAt: sentAt ?? ctx.now,
  });
}

/** With who writes and the way out below; where something that they name is not known any more, as they were typed. */
async function wordsSent(
  ctx: Context,
  { channel, ...campaign }: Campaign,
  { contactId, address, locale, version }: Found,
): Promise<{ subject: string | undefined; text: string }> {
  const variants = variantsOf(campaign, version);
  const person = (await personData(ctx.tx, [contactId], ctx.now, ctx.settings)).get(contactId);
  const url = preferencesUrl(ctx, { contactId, channel, address });
  const data = person && withUrl(campaign, person, { url });
  for (const words of data ? [variants, asTyped(variants)] : []) {
    const compiled = await wordsOf(ctx, { channel, asks: campaign.asks, variants: words, second: null });
    const written = 'render' in compiled ? compiled.render(data!, locale) : undefined;
    if (written && 'text' in written) return written;
  }
  const typed = variants.of[locale] ?? variants.of[variants.fallback];
  return { subject: typed?.subject, text: typed?.body ?? '' };
}

function asTyped({ fallback, of }: Variants): Variants {
  const all = Object.entries(of).map(([locale, { subject, body }]) => [
    locale,
    { subject: asWritten(subject), body: asWritten(body) },
  ]);
  return { fallback, of: Object.fromEntries(all) };
}

/** The deliveries that a report names by their Message-IDs, which only those who got the mails know. */
async function namedBy(tx: Tx, { answers, returned = [] }: MessageReceived): Promise<Found[]> {
  const found = await tx<Found & { leaving: boolean }>`
    select ${columns(tx)}, d.state = 'sending' as leaving from campaign_deliveries d
    where d.message_id = any(${answers})
      or d.state = 'sending' and d.address = any(${returned.map(({ address }) => address)})
    order by d.id`;
  const left = found.filter(({ leaving }) => !leaving);
  if (left.length < found.length && left.length === 0)
    throw new NotYet('a mail of a campaign that it may be about is still being sent');
  return left;
}

/**
 * Mails of a campaign came back: its report counts them, and an address that does not exist is not written to again. Where somebody else
 * is named the mail was forwarded: it arrived where it was sent, and the owner is told. False: there was none.
 */
export async function noteReturned(ctx: Context, event: MessageReceived): Promise<boolean> {
  const found = await namedBy(ctx.tx, event);
  if (found.length === 0) return false;
  if (isUnsure(event)) return true;
  for (const delivery of found)
    if (isNamed(event, delivery.address)) await cameBack(ctx, event, delivery);
    else await noteArrived(ctx.tx, delivery.messageId);
  const elsewhere = failedAddresses(event).filter((one) => !found.some(({ address }) => isSameMailbox(address, one)));
  const written = found.map(({ address }) => address);
  for (const address of elsewhere)
    await tellOwner(
      ctx,
      `forwarded:${written.join()}:${address}`,
      (t) => forwardCameBackCard(t, address, written, reasonOf(event, address)),
      { notice: { kind: 'copy_came_back' } },
    );
  return true;
}

async function cameBack(
  ctx: Context,
  event: MessageReceived,
  { campaignId, contactId, address }: Found,
): Promise<void> {
  const reason = reasonOf(event, address);
  await ctx.tx`
    update campaign_deliveries set state = 'failed', reason = ${reason}, bounced_at = coalesce(bounced_at, ${ctx.now})
    where campaign_id = ${campaignId} and contact_id = ${contactId} and state in ('sent', 'unknown')`;
  if (reason === 'no_such_address') await markBounced(ctx.tx, { channel: EMAIL, address }, reason, ctx.now);
  if (isSoft(reason)) await noteSoftBounce(ctx.tx, { contactId, channel: EMAIL, address }, ctx.now);
}

/**
 * Somebody has reported a mail of a campaign as spam: nothing automatic goes there any more, nor anything unasked to their other addresses until
 * the owner has decided. False: it was none.
 */
export async function noteComplained(ctx: Context, event: MessageReceived): Promise<boolean> {
  if (event.trust === 'suspicious') return false;
  const [found] = await namedBy(ctx.tx, event);
  if (!found) return false;
  await ctx.tx`
    update campaign_deliveries set complained_at = coalesce(complained_at, ${ctx.now})
    where campaign_id = ${found.campaignId} and contact_id = ${found.contactId}`;
  const place = { channel: EMAIL, address: found.address };
  await markComplained(ctx.tx, place, ctx.now);
  await askWhetherToStop(ctx.tx, { contactId: found.contactId, ...place }, ctx.now);
  return true;
}

/** Somebody who was sent a mail of a campaign lately. */
export interface Mailed {
  contactId: string;
  name: string;
  address: string;
  /** The campaign's. */
  campaign: string;
}

/** Servers give up within five days; a report comes soon after. */
const DAYS = 7;

/** To whom of these addresses a mail of a campaign was sent lately, one for each. */
export async function latelyMailed({ tx, now }: Context, addresses: readonly string[]): Promise<Mailed[]> {
  if (addresses.length === 0) return [];
  return tx<Mailed>`
    select distinct on (d.address) d.contact_id as "contactId", c.name, d.address, o.name as campaign
    from campaign_deliveries d join campaigns o on o.id = d.campaign_id join contacts c on c.id = d.contact_id
    where d.channel = ${EMAIL} and d.address = any(${[...addresses]}) and d.state in ('sent', 'unknown')
      and d.sent_at > ${now}::timestamptz - ${DAYS} * interval '1 day'
    order by d.address, d.sent_at desc`;
}
