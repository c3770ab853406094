import type { Context } from '../../context.ts';
import type { Contact } from '../../people/contact.ts';
import { sendsOn } from '../../people/preferences/question.ts';
import { whyNot } from '../../people/suppression.ts';
import type { Conversation } from '../../talk/conversation.ts';
import { nobodyReads } from '../../talk/mail/nobody_reads.ts';
import { refusesMachines } from '../../talk/mail/objection.ts';
import { outOfReach } from '../../talk/own_account.ts';

/** Why somebody is not written to about what they had to do with us, without having written first. */
export type WhyNoService = 'unreachable' | 'blocked' | 'refused' | 'machine';

/**
 * Whether a message that belongs to what somebody asked us for may go to them in this conversation; undefined: it may. It is what a campaign
 * for service asks as well (`whyNot`), and whether it would arrive there at all.
 */
export async function whyNoService(
  ctx: Context,
  contact: Contact,
  conversation: Conversation,
): Promise<WhyNoService | undefined> {
  const { tx, now } = ctx;
  const { channel, address } = conversation;
  if (contact.blockedAt) return 'blocked';
  if (!sendsOn(ctx, channel)) return 'unreachable';
  const whom = {
    ...{ contactId: tx`${contact.id}::bigint`, channel: tx`${channel}::text`, address: tx`${address}::text` },
    now,
  };
  const [row] = await tx<{ no: string | null; closed: boolean }>`
    select ${whyNot(tx, whom, 'service')} as no, exists (
      select from contact_identities i where i.channel = ${channel} and i.address = ${address} and i.blocked_at is not null
    ) as closed`;
  if (row!.no) return row!.no === 'blocked' ? 'blocked' : 'refused';
  if (row!.closed || (await outOfReach(ctx, conversation))) return 'unreachable';
  if (await refusesMachines(tx, { channel, address, contactId: contact.id })) return 'machine';
  return (await nobodyReads(tx, conversation, address)) ? 'machine' : undefined;
}
