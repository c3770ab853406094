import { refusalIn } from '../../text/sentence/refusal.ts';
import type { GotIt } from '../card.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import type { Contact } from '../people/contact.ts';
import { campaignAnswered } from '../people/deeds.ts';

/** What a message says to a campaign that it answers. */
export interface Answer {
  /** The name of that; undefined: it answers none. */
  campaign: string | undefined;
  /** They get nothing unasked any more. */
  stopped: boolean;
  /** It may be that they want nothing more. */
  perhapsNoMore: boolean;
  /** Others who got what it answers: its id is known only to whoever reads their mail. */
  gotIt: GotIt[];
}

/** A mail that names more is no answer of a person. */
const MOST_GOT = 3;

/** Who else got what a mail answers. */
export async function gotByOthers(
  { tx }: Context,
  { channel, answers, automatic, claimed, forwardedFrom, trust }: MessageReceived,
  writer: Contact,
): Promise<GotIt[]> {
  if (answers.length === 0 || automatic || claimed || forwardedFrom || trust === 'suspicious') return [];
  return tx<GotIt>`
    select distinct d.contact_id as "contactId", c.name, d.address
    from campaign_deliveries d join contacts c on c.id = d.contact_id
    where d.message_id = any(${answers}) and d.channel = ${channel} and d.contact_id <> ${writer.id}
    order by 1 limit ${MOST_GOT}`;
}

/** The name of the campaign that it answers. */
export async function answeredBy({ tx }: Context, event: MessageReceived): Promise<string | undefined> {
  const { channel, chat, answers, automatic, claimed, forwardedFrom, sentAt } = event;
  if (automatic || claimed || forwardedFrom || (hasLetters(channel) && answers.length === 0)) return undefined;
  return (await campaignAnswered(tx, { channel, address: chat, answers, at: sentAt }))?.name;
}

/** Whether it says no to what came unasked, and how surely. */
export const refusalOf = ({ text, from }: MessageReceived): 'certain' | 'perhaps' | undefined =>
  refusalIn(text, from.name);

/** Whether it may be that they want nothing more: of what answers no campaign, if it can mean nothing else of what comes unasked and they get any. */
export async function mayRefuse(
  { tx }: Context,
  {
    refusal,
    campaign,
    writer,
  }: { refusal: ReturnType<typeof refusalOf>; campaign: string | undefined; writer: Contact },
): Promise<boolean> {
  if (campaign !== undefined || refusal !== 'certain') return refusal !== undefined && campaign !== undefined;
  const rows = await tx`
    select from consents where contact_id = ${writer.id} and confirmed_at is not null and withdrawn_at is null limit 1`;
  return rows.length > 0;
}

/** Their own words, where those above them are ours: a letter's subject was said by the campaign. */
export const saidTo = ({ channel, text }: MessageReceived, { campaign }: Answer): string | undefined =>
  campaign !== undefined && hasLetters(channel) ? text : undefined;
