import type { BulkMail } from '../../outbox/bulk.ts';
import type { Context } from '../context.ts';
import type { Campaign } from './campaign.ts';
import type { Claimed } from './claim.ts';
import { type Attempt, deliveryKey } from './delivery.ts';
import { compile, type PersonData, personData } from './stand_in/template.ts';

/** What a mail of a campaign is made with besides its campaign. */
export interface Composing {
  from: string;
  idOf(key: string): string;
  unsubscribeUrl(who: { contactId: string; channel: string; address: string }): string;
}

export interface Composed {
  mails: { delivery: Claimed; mail: BulkMail }[];
  /** Of whom something is not known that the words name: it certainly goes to none of them. */
  failed: Attempt[];
}

/** Renders the mails of a batch. */
export async function composeMails(
  ctx: Pick<Context, 'tx' | 'now' | 'settings'>,
  campaign: Campaign,
  deliveries: readonly Claimed[],
  composing: Composing,
): Promise<Composed> {
  const compiled = compile(campaign.variants);
  const data = await personData(
    ctx.tx,
    deliveries.map(({ contactId }) => contactId),
    ctx.now,
    ctx.settings,
  );
  const composed: Composed = { mails: [], failed: [] };
  for (const delivery of deliveries) {
    const messageId = composing.idOf(deliveryKey(delivery));
    const url = composing.unsubscribeUrl({ ...delivery, channel: campaign.channel });
    const person = withUrl(data.get(delivery.contactId), url);
    const words = 'fault' in compiled ? { missing: compiled.fault } : compiled.render(person, delivery.locale);
    if ('missing' in words) {
      composed.failed.push({ delivery, state: 'failed', reason: 'missing', detail: words.missing, messageId });
      continue;
    }
    const { subject, html, text } = words;
    const { from } = composing;
    const headers = headersFor(campaign, url);
    composed.mails.push({
      delivery,
      mail: { id: delivery.contactId, from, to: delivery.address, subject, html, text, headers, messageId },
    });
  }
  return composed;
}

export const withUrl = (data: PersonData | undefined, url: string): PersonData => ({ ...data, unsubscribe_url: url });

/**
 * What tells mailbox providers that it went to many, and how its reader gets no more (RFC 8058, RFC 3834: a person wrote it, so it is
 * not auto-submitted). A link that only this machine can open is none.
 */
export function headersFor({ id, purpose }: Pick<Campaign, 'id' | 'purpose'>, url: string): Record<string, string> {
  return {
    'Feedback-ID': `${id}:${purpose}:campaign:solo-crm`,
    Precedence: 'bulk',
    ...(url.startsWith('https://') && {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
