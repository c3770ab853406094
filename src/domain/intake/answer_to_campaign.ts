import { refusalIn } from '../../text/sentence/refusal.ts';
import { hasLetters } from '../channel.ts';
import type { Context } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { campaignAnswered } from '../people/deeds.ts';

/** What a message says to a campaign that it answers. */
export interface Answer {
  /** The name of that; undefined: it answers none. */
  campaign: string | undefined;
  /** They get nothing unasked any more. */
  stopped: boolean;
  /** It may be that they want nothing more. */
  perhapsNoMore: boolean;
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

/** Their own words, where those above them are ours: a letter's subject was said by the campaign. */
export const saidTo = ({ channel, text }: MessageReceived, { campaign }: Answer): string | undefined =>
  campaign !== undefined && hasLetters(channel) ? text : undefined;
