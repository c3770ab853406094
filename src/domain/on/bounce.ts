import { receiptsOf } from '../../outbox/rewrite.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { latelyMailed, type Mailed } from '../campaigns/answered.ts';
import type { Context } from '../context.ts';
import type { Remark } from '../delivery.ts';
import {
  cameBackCard,
  campaignCameBackCard,
  copyCameBackCard,
  doNotMail,
  forwardCameBackCard,
  perhapsCameBackCard,
  unknownBounceCard,
} from '../desk/bounce_card.ts';
import { tellReceipts } from '../desk/receipt_card.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { contactByIdentity } from '../people/contact.ts';
import { EMAIL } from '../people/sign.ts';
import { keepAutomatic } from '../talk/mail/automatic_mail.ts';
import {
  type BounceReason,
  concernedBy,
  isNamed,
  isUnsure,
  type ReturnedMail,
  reasonOf,
  returnedMail,
} from '../talk/mail/bounce.ts';
import { markBounced, markComplained } from '../talk/mail/objection.ts';
import { waitAgain } from '../talk/waiting.ts';
import { onAutomaticMail } from './automatic_mail.ts';

const QUOTE_GRAPHEMES = 1200;

/**
 * A mail of ours came back: from the customer, who is still waiting, or from somebody in copy. The owner is told about
 * each separately.
 */
export async function onBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  if (!sent) return onUnknownBounce(ctx, event);
  if (isUnsure(event)) return onUnsureBounce(ctx, event, sent);
  if (sent.perhaps) return onPerhapsBounce(ctx, event, sent);
  const { own, copies, others } = concernedBy(sent, event);
  const nobodyNamed = copies.length + others.length === 0;
  const cameBack = (own || nobodyNamed) && (await ownCameBack(ctx, event, sent));
  for (const address of copies) await copyCameBack(ctx, event, sent, address);
  for (const address of others) await elsewhereCameBack(ctx, event, sent, address);
  if (!own && !nobodyNamed) return 'bounce of a copy';
  return cameBack ? 'bounce' : 'bounce: known already';
}

/** The customer has not received it. False if that was known already. */
async function ownCameBack(ctx: Context, event: MessageReceived, sent: ReturnedMail): Promise<boolean> {
  const reason = reasonOf(event, sent.address);
  const mine = await ctx.tx`
    update outbox set state = 'failed', failed_at = ${ctx.now}, last_error = ${`bounced: ${reason}`}
    where id = ${sent.outboxId} and state in ('sent', 'unknown') returning id`;
  if (mine.length === 0) return false;
  // where it names somebody else it was forwarded from there: that mailbox exists
  if (isNamed(event, sent.address)) await markReturn(ctx, sent.address, reason);
  await waitAgain(ctx.tx, sent.outboxId);
  const words = (t: Texts) => cameBackCard(t, { ...sent, reason }, sent.outboxId);
  await tellReceipts(ctx, await receiptsOf(ctx.tx, sent.outboxId), words, `came back:${ctx.now.getTime()}`);
  await tellOwner(ctx, `bounce:${sent.outboxId}:${event.externalId}`, words, {
    notice: { kind: 'came_back' },
    conversationId: sent.conversationId,
  });
  return true;
}

/** The customer has received it, so nothing failed and nobody waits. */
async function copyCameBack(ctx: Context, event: MessageReceived, sent: ReturnedMail, address: string): Promise<void> {
  const reason = reasonOf(event, address);
  await markReturn(ctx, address, reason);
  await tellOwner(
    ctx,
    `no copy:${sent.outboxId}:${address}`,
    (t) => copyCameBackCard(t, { name: sent.name || sent.address, address, reason }),
    { notice: { kind: 'copy_came_back' }, conversationId: sent.conversationId },
  );
}

/** Somebody to whom one of the recipients forwards did not get it; only the owner may know who that is. */
async function elsewhereCameBack(
  ctx: Context,
  event: MessageReceived,
  sent: ReturnedMail,
  address: string,
): Promise<void> {
  const written = [sent.address, ...sent.copies];
  await tellOwner(
    ctx,
    `no copy:${sent.outboxId}:${address}`,
    (t) => forwardCameBackCard(t, address, written, reasonOf(event, address)),
    { notice: { kind: 'copy_came_back' }, conversationId: sent.conversationId },
  );
}

async function markReturn({ tx, now }: Context, address: string, reason: BounceReason): Promise<void> {
  if (reason === 'no_such_address') await markBounced(tx, { channel: EMAIL, address }, reason, now);
}

/** It shows another mail than the one that we last sent to that address: the owner is told, and nothing changes. */
async function onPerhapsBounce(ctx: Context, event: MessageReceived, sent: ReturnedMail): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  if (!kept) return 'already stored';
  const address = event.returned?.[0]?.address ?? sent.address;
  const name = address === sent.address ? sent.name : '';
  const told = (t: Texts) =>
    perhapsCameBackCard(t, { name, address, reason: reasonOf(event, address) }, event.original?.subject ?? '');
  await tellOwner(ctx, `perhaps bounce:${event.externalId}`, told, {
    notice: { kind: 'unknown_bounce' },
    conversationId: sent.conversationId,
  });
  return 'bounce of another mail';
}

/**
 * A server wrote about a mail of ours and does not say that it gave up: the owner reads its own words, and nothing
 * changes.
 */
async function onUnsureBounce(ctx: Context, event: MessageReceived, sent: ReturnedMail): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  if (!kept) return 'already stored';
  const address = event.returned?.[0]?.address ?? sent.address;
  const name = (address === sent.address && sent.name) || address;
  const quote = truncate(event.text, QUOTE_GRAPHEMES);
  const told = (t: Texts) => ({ title: t.mail.unsureBounce(name), text: t.mail.saysNotWhether, quote });
  await tellOwner(ctx, `unsure bounce:${event.externalId}`, told, {
    notice: { kind: 'unknown_bounce' },
    conversationId: sent.conversationId,
  });
  return 'bounce that names no failure';
}

/** A mail of ours is late, and its server keeps trying. The owner is told once for each mail; nothing has failed. */
export async function onDelay(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  const outcome = await onAutomaticMail(ctx, event);
  if (event.claimed && !sent) await tellUnknown(ctx, event);
  if (!sent || sent.perhaps) return outcome;
  const { outboxId, name, conversationId } = sent;
  const late = event.returned?.find(({ address }) => address === sent.address || sent.copies.includes(address));
  const address = late?.address ?? sent.address;
  const told = (t: Texts) => ({ title: t.mail.isLate(name || address), text: t.mail.triedAgain(address) });
  await tellOwner(ctx, `delay:${outboxId}`, told, {
    notice: { kind: 'late' },
    conversationId,
  });
  return outcome;
}

/**
 * It is about no mail of ours, or does not say so in a way that we can read: the owner writes from other programs, too.
 * It goes on the list. One that names nobody is also shown, because it may be about anything, and so is one that the
 * owner passed on, or that names whom a campaign was sent to lately.
 */
async function onUnknownBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  if (!kept) return 'already stored';
  const named = event.trust === 'suspicious' ? [] : await latelyMailed(ctx, addressesIn(event));
  const [only] = named;
  if (only && named.length === 1) await tellPerhaps(ctx, event, only);
  else if (event.claimed || named.length > 1 || addressesIn(event).length === 0) await tellUnknown(ctx, event);
  return 'bounce of an unknown mail';
}

const addressesIn = ({ returned = [] }: MessageReceived): string[] => [
  ...new Set(returned.map(({ address }) => address)),
];

/** A mail of a campaign may be meant: whoever has its id would have named it, so the owner is asked. */
async function tellPerhaps(ctx: Context, event: MessageReceived, mailed: Mailed): Promise<void> {
  const { externalId, text } = event;
  const quote = truncate(text, QUOTE_GRAPHEMES);
  const told = (t: Texts) => campaignCameBackCard(t, { ...mailed, reason: reasonOf(event, mailed.address), quote });
  await tellOwner(ctx, `unknown bounce:${externalId}`, told, { notice: { kind: 'unknown_bounce' } });
}

async function tellUnknown(ctx: Context, { subject = '', externalId, text, returned = [] }: MessageReceived) {
  const quote = truncate(text, QUOTE_GRAPHEMES);
  const told = (t: Texts) => unknownBounceCard(t, subject, quote, returned[0]?.address);
  await tellOwner(ctx, `unknown bounce:${externalId}`, told, { notice: { kind: 'unknown_bounce' } });
}

/**
 * A reader has reported a mail of ours as spam: nothing automatic goes there any more. Anybody can write such a report,
 * so one without the Message-ID of our mail changes nothing: the owner is told.
 */
export async function onComplaint(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  const named = [...new Set((event.returned ?? []).map(({ address }) => address))];
  if (event.trust === 'suspicious' || (!sent && named.length === 0)) {
    await keepAutomatic(ctx.tx, event, ctx.now);
    return 'complaint about an unknown mail';
  }
  const { own, copies } = sent ? concernedBy(sent, event) : { own: false, copies: named };
  const who = [...(sent && own ? [sent.address] : []), ...copies];
  const about = { notice: { kind: 'complaint' as const }, conversationId: sent?.conversationId ?? null };
  for (const address of who) {
    if (!sent?.named) {
      const ref = await contactRefAt(ctx, address);
      const unproven = (t: Texts) => ({
        title: t.mail.complaintUnproven(address),
        text: t.mail.anybodysReport(address),
        buttons: doNotMail(t, ref, address),
      });
      await tellOwner(ctx, `complaint:${event.externalId}:${address}`, unproven, about);
      continue;
    }
    await markComplained(ctx.tx, { channel: EMAIL, address }, ctx.now);
    const who = (sent?.address === address && sent.name) || address;
    const ref = await contactRefAt(ctx, address);
    const told = (t: Texts) => ({
      ...{ title: t.mail.complained(who), text: t.mail.onlyIfAsked(address) },
      buttons: ref ? [[{ label: t.consent.button.show, command: `/consent ${ref}` }]] : [],
    });
    await tellOwner(ctx, `complaint:${event.externalId}:${address}`, told, about);
  }
  if (sent && who.length === 0) {
    const written = [sent.address, ...sent.copies];
    const told = (t: Texts) => ({ title: t.mail.somebodyComplained, text: t.mail.notByWhom(written) });
    await tellOwner(ctx, `complaint:${event.externalId}`, told, about);
  }
  return 'complaint';
}

/** Of these the owner is told: something may be wrong. The others blame nobody, and stand in the list alone. */
const TOLD: readonly Remark[] = ['fraud', 'virus', 'opt_out', 'other'];

/** A provider's report that is no complaint: nothing changes at anybody. */
export async function onRemark(ctx: Context, event: MessageReceived, remark: Remark): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  if (!kept) return 'already stored';
  if (event.trust === 'suspicious' || !TOLD.includes(remark)) return `report of a provider: ${remark}`;
  const [address = ''] = (event.returned ?? []).map((one) => one.address);
  const ref = await contactRefAt(ctx, address);
  const told = (t: Texts) => ({
    ...{ title: t.mail.reported(address), text: t.mail.remark[remark] },
    buttons: doNotMail(t, ref, address),
  });
  await tellOwner(ctx, `remark:${event.externalId}`, told, { notice: { kind: 'complaint' } });
  return `report of a provider: ${remark}`;
}

/** Whose address it is, as commands name them; undefined: nobody's. */
async function contactRefAt({ tx }: Context, address: string): Promise<string | undefined> {
  const contact = address && (await contactByIdentity(tx, [{ channel: EMAIL, address }]));
  return contact ? `c${contact.id}` : undefined;
}
