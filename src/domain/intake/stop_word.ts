import { narrow } from '../../text/normalise.ts';
import { withoutEmoji } from '../../text/sms/opt_out.ts';
import { texts } from '../../text/texts.ts';
import { typedWords } from '../../text/typed.ts';
import { hasLetters } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import type { MessageReceived } from '../event.ts';
import { agreedBetween, type Mailbox, PURPOSES } from '../people/consent.ts';
import type { Contact } from '../people/contact.ts';
import { endStopQuestion } from '../people/preferences/stop_question.ts';
import { addressesOf, unsubscribe } from '../people/suppression.ts';
import { sayAutomatically } from '../talk/automatic_answer.ts';
import type { Conversation } from '../talk/conversation.ts';
import { refusesMachines } from '../talk/mail/objection.ts';

const STOP = typedWords(({ stop }) => stop);
/** No word of them is as long. */
const LONGEST = 40;

/** Whether a message is nothing but a word that stops what comes unasked: 退订, STOP, unsubscribe. A sentence is for the owner to read. */
export function saysStop({ text, subject = '' }: Pick<MessageReceived, 'text' | 'subject'>): boolean {
  const said = text.trim() === '' ? subject : text;
  if (said.length > LONGEST) return false;
  return STOP.has(
    withoutEmoji(narrow(said))
      .trim()
      .toLowerCase()
      .replace(/^[\s"'“”「【[]+|[\s.!。,"'“”」】\]]+$/gu, ''),
  );
}

/**
 * Somebody has answered with such a word, at the address where they got what they do not want: nothing unasked goes there any more, nor to any
 * other address of theirs, on whatever channel: it is the person who said it. If they
 * had agreed to something they are told so, once. It holds as of when it was said: what they have agreed to since stays. `refuses`: they say so in
 * a sentence that can mean nothing else. Called once the message is stored for the first time. A mail whose sender nothing shows to be right counts only as an answer to what they got. Gives whether they have said it, themselves, and nothing since speaks against it.
 */
export async function stopIfAsked(
  ctx: Context,
  event: MessageReceived,
  { conversation, writer, refuses }: { conversation: Conversation; writer: Contact; refuses?: boolean },
): Promise<boolean> {
  const mayBeTheirs = !event.claimed && !event.automatic && !event.forwardedFrom && event.trust !== 'suspicious';
  if (!mayBeTheirs || !(refuses || saysStop(event))) return false;
  // anybody can write an address into a sender line: the owner reads it, with a button
  if (event.trust === 'unverified' && !(await gotWhatItAnswers(ctx, event))) return false;
  const { channel } = event;
  const { address } = event.from;
  const saidAt = event.sentAt < ctx.now ? event.sentAt : ctx.now;
  const others = [...(await gotItAt(ctx, event, writer)), ...(await addressesOf(ctx.tx, writer.id))];
  for (const other of others.filter((one) => one.channel !== channel || one.address !== address))
    await noMoreTo(ctx, other, saidAt);
  const stopped = await noMoreTo(ctx, { channel, address }, saidAt);
  if (!stopped) return false;
  await endStopQuestion(ctx.tx, writer.id);
  const { isNew, ended } = stopped;
  const tells = isNew && ended > 0 && !writer.blockedAt && !event.noAutoAnswer;
  if (tells && !(await refusesMachines(ctx.tx, { channel, address, contactId: writer.id }))) {
    const { goodbye } = texts(localeOf(ctx, writer)).consent;
    const key = `unsubscribed:${conversation.id}:${event.externalId}`;
    await sayAutomatically(
      ctx,
      { ...conversation, address: placeOf(conversation, address) },
      goodbye(ctx.settings.businessName),
      key,
    );
  }
  return true;
}

/** What was agreed to since `saidAt` stays. Undefined: all of it was. */
async function noMoreTo(ctx: Context, place: Mailbox, saidAt: Date) {
  const since = await agreedBetween(ctx.tx, place, saidAt, ctx.now);
  const purposes = PURPOSES.filter((one) => !since.includes(one));
  if (purposes.length === 0) return undefined;
  return unsubscribe(ctx.tx, { ...place, purposes, saidBy: 'person', source: 'reply', now: saidAt });
}

/** The other addresses of theirs at which they got what they answer: a mailbox may be forwarded to another, from which they write. */
async function gotItAt(
  { tx }: Context,
  { answers, channel, from }: MessageReceived,
  { id }: Contact,
): Promise<Mailbox[]> {
  if (answers.length === 0) return [];
  return tx<Mailbox>`
    select distinct channel, address from campaign_deliveries
    where message_id = any(${answers}) and contact_id = ${id} and channel = ${channel} and address <> ${from.address} order by address`;
}

/** Whether a mail answers one that went to its sender: the id of that is known to whoever got it. */
async function gotWhatItAnswers({ tx }: Context, { answers, channel, from }: MessageReceived): Promise<boolean> {
  if (answers.length === 0) return false;
  const rows = await tx`
    select from campaign_deliveries d where d.message_id = any(${answers}) and d.address = ${from.address}
    union all
    select from messages m join conversations v on v.id = m.conversation_id
    where m.external_id = any(${answers}) and m.direction = 'out' and v.channel = ${channel} and v.address = ${from.address}
    limit 1`;
  return rows.length > 0;
}

/** A chat is answered where it is; a letter goes to whoever wrote it. */
const placeOf = ({ address, channel }: Conversation, writer: string): string =>
  hasLetters(channel) ? writer : address;
