import { unhurried } from '../../lib/unhurried.ts';
import type { BulkForm, BulkMail, Slotted } from '../../outbox/bulk.ts';
import type { Locale } from '../../text/locale.ts';
import type { Context } from '../context.ts';
import type { Compiled } from '../templates/compile.ts';
import type { Wording } from '../templates/letter.ts';
import { type PersonData, personData } from '../templates/person_data.ts';
import { confirmUrls } from './asking/asks.ts';
import type { Campaign } from './campaign.ts';
import type { Claimed } from './claim.ts';
import { countsClicks, keepLinks, withClicks } from './clicks/tracked.ts';
import { type Attempt, deliveryKey } from './delivery.ts';
import { headedSubject } from './headed.ts';
import { preferencesUrl, withUrl, wordsOfEach } from './words.ts';

/** What a mail of a campaign is made with besides its campaign. */
export interface Composing {
  from: string;
  idOf(key: string): string;
}

export interface Composed {
  mails: { delivery: Claimed; mail: BulkMail }[];
  /** Of whom something is not known that the words name: it certainly goes to none of them. */
  failed: Attempt[];
  /** Its words cannot be read: nobody gets it, and nobody is left out for that. */
  unreadable?: true;
}

/** Fills in the mails of a batch. */
export async function composeMails(
  ctx: Context,
  campaign: Campaign,
  deliveries: readonly Claimed[],
  composing: Composing,
): Promise<Composed> {
  const words = await wordsOfEach(ctx, campaign, deliveries);
  if ([...words.values()].some((one) => !('render' in one))) return { mails: [], failed: [], unreadable: true };
  const ids = deliveries.map(({ contactId }) => contactId);
  const data = await personData(ctx.tx, ids, ctx.now, ctx.settings);
  const pages = await confirmUrls(ctx, campaign, deliveries);
  const composed: Composed = { mails: [], failed: [] };
  const urls = new Set<string>();
  for await (const delivery of unhurried(deliveries)) {
    const messageId = composing.idOf(deliveryKey(delivery));
    const url = preferencesUrl(ctx, { ...delivery, channel: campaign.channel });
    const person = data.get(delivery.contactId);
    const compiled = words.get(delivery.version)!;
    const filled =
      'render' in compiled
        ? person
          ? fillMail(
              ctx,
              { campaign, compiled, from: composing.from },
              {
                person,
                locale: delivery.locale,
                url,
                confirmUrl: pages.get(delivery.address),
                clicks: { deliveryId: delivery.id, keep: (one) => urls.add(one) },
              },
            )
          : { missing: 'name' }
        : { missing: compiled.where.name };
    if ('missing' in filled) {
      composed.failed.push({ delivery, state: 'skipped', reason: 'missing', detail: filled.missing, messageId });
      continue;
    }
    const { contactId: id, address: to, attempts } = delivery;
    composed.mails.push({ delivery, mail: { id, to, messageId, attempts, ...filled } });
  }
  await keepLinks(ctx, campaign.id, urls);
  return composed;
}

/** What all mails of a campaign are made of. */
interface Making {
  campaign: Campaign;
  compiled: Compiled;
  from: string;
}

/** One of its readers. `url`: where they unsubscribe; '': the mail has no fields for that. */
interface Reader {
  person: PersonData;
  locale: Locale;
  url: string;
  /** Where they agree, of a campaign that asks. */
  confirmUrl?: string | undefined;
  /** By which delivery its links are told apart from others', and who keeps them; absent: they are not counted. */
  clicks?: { deliveryId: string; keep: (url: string) => unknown };
}

/** A mail as its reader gets it, in what it shares with others and what is their own. */
export function fillMail(
  ctx: Pick<Context, 'settings' | 'publicUrl' | 'linkKey'>,
  { campaign, compiled, from }: Making,
  { person, locale, url, confirmUrl, clicks }: Reader,
): { form: BulkForm; values: Record<string, string> } | { missing: string } {
  const plain = compiled.fill(withUrl(campaign, person, { url, ...(confirmUrl && { confirmUrl }) }), locale);
  if ('missing' in plain) return plain;
  const filling = clicks && countsClicks(ctx) ? withClicks(ctx, plain, { campaignId: campaign.id, ...clicks }) : plain;
  const subject = headedSubject(ctx, campaign, compiled.localeFor(locale), filling.subject);
  return {
    form: formOf(filling.wording, { campaign, from, isPublic: url.startsWith('https://') }),
    values: { ...filling.values, subject, unsubscribe: url },
  };
}

const forms = new WeakMap<Wording, Map<string, BulkForm>>();

/** What the head of a mail says besides to whom it goes. */
interface Heading {
  campaign: Pick<Campaign, 'id' | 'purpose'>;
  from: string;
  /** Whether its reader can open our links. */
  isPublic: boolean;
}

/** The same form for all mails of a campaign that share their wording: it is encoded once. */
function formOf(wording: Wording, heading: Heading): BulkForm {
  const { campaign, from, isPublic } = heading;
  const ofWording = forms.get(wording) ?? new Map<string, BulkForm>();
  forms.set(wording, ofWording);
  const key = `${campaign.id} ${campaign.purpose} ${isPublic} ${from}`;
  const known = ofWording.get(key);
  if (known) return known;
  const { html, text } = wording;
  const form = { from, subject: [{ slot: 'subject' }], html, text, headers: headersFor(heading) };
  ofWording.set(key, form);
  return form;
}

/**
 * What tells mailbox providers that it went to many, and how its reader gets no more (RFC 8058, RFC 3834: a person wrote it, so it is
 * not auto-submitted). A link that only this machine can open is none; the link itself is
 * each reader's own.
 */
function headersFor({ campaign: { id, purpose }, isPublic }: Heading): Record<string, Slotted> {
  return {
    'Feedback-ID': `${id}:${purpose}:campaign:solo-crm`,
    Precedence: 'bulk',
    ...(isPublic && {
      'List-Unsubscribe': ['<', { slot: 'unsubscribe' }, '>'],
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
