import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { hasLetters, isByPhone } from '../../channel.ts';
import { type Context, localeOf } from '../../context.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import type { Button } from '../../reply.ts';
import {
  dropRating,
  dueRatings,
  isStillResolved,
  noteAsked,
  putOffRating,
  type Rating,
  SCORES,
  type Skipped,
  skipRating,
} from '../../serve/rating.ts';
import { isCustomersWords } from '../../shown.ts';
import { sayAutomatically } from '../../talk/automatic_answer.ts';
import { type Conversation, loadConversation } from '../../talk/conversation.ts';
import { awakeFrom, zonesOf } from './awake.ts';
import { whyNoService } from './reach.ts';

/** So many are asked at one look. */
const BATCH = 50;
/** A question that comes so late asks about something forgotten. */
const TOO_LATE_MS = 6 * 3_600_000;
/** A ticket without words of its own came of what they had written so shortly before. */
const WORDS_DAYS = 7;

/** Asks those whose time has come how they found it, each once. */
export async function askForRatings(ctx: Context): Promise<void> {
  for (const rating of await dueRatings(ctx.tx, ctx.now, BATCH)) {
    if (!(await isStillResolved(ctx.tx, rating))) await dropRating(ctx.tx, rating);
    else await askOrPutOff(ctx, rating);
  }
}

/** Nobody is asked in their evening or night. */
async function askOrPutOff(ctx: Context, rating: Rating): Promise<void> {
  const { tx, now, settings } = ctx;
  const at = awakeFrom(now, await zonesOf(tx, rating.contactId, settings.timezone));
  await (at > now ? putOffRating(tx, rating, at) : askOne(ctx, rating));
}

async function askOne(ctx: Context, rating: Rating): Promise<void> {
  // whoever has two tickets is asked about one: the other waits here, and sees it
  await ctx.tx`select from contacts where id = ${rating.contactId} for no key update`;
  const contact = await loadContact(ctx.tx, rating.contactId);
  const conversation = rating.conversationId ? await loadConversation(ctx.tx, rating.conversationId) : undefined;
  const why = contact && conversation ? await whyNotAsked(ctx, rating, contact, conversation) : 'unreachable';
  if (why) await skipRating(ctx.tx, rating, why);
  else await ask(ctx, rating, contact!, conversation!);
}

/** Why somebody is not asked; undefined: nothing speaks against it. */
async function whyNotAsked(
  ctx: Context,
  { askAt, ticketId }: Rating,
  contact: Contact,
  conversation: Conversation,
): Promise<Skipped | undefined> {
  const { tx, now, settings } = ctx;
  const { id } = conversation;
  if (settings.ratings !== 'on') return 'off';
  if (now.getTime() - askAt.getTime() > TOO_LATE_MS) return 'late';
  const why = await whyNoService(ctx, contact, conversation);
  if (why) return why;
  const lately = new Date(now.getTime() - settings.ratingDays * 24 * 3_600_000);
  const [row] = await tx<{ lately: boolean; wrote: boolean; waits: boolean }>`
    select exists (select from ratings where contact_id = ${contact.id} and asked_at > ${lately}) as lately,
      exists (
        select from tickets t join messages m on m.conversation_id = ${id}
        where t.id = ${ticketId} and ${isCustomersWords(tx, tx`m`)}
          and m.occurred_at > t.created_at - ${WORDS_DAYS} * interval '1 day'
      ) as wrote,
      exists (select from conversations v where v.id = ${id} and v.waiting_since is not null) as waits`;
  if (!row!.wrote) return 'no_words';
  if (row!.waits) return 'waiting';
  return row!.lately ? 'lately' : undefined;
}

async function ask(ctx: Context, rating: Rating, contact: Contact, conversation: Conversation): Promise<void> {
  const locale = localeOf(ctx, contact);
  const token = `${ctx.random()}${ctx.random()}`;
  const { channel } = conversation;
  await noteAsked(ctx, rating, { channel, locale, token });
  const text = questionFor(ctx, channel, locale, token);
  await sayAutomatically(ctx, conversation, text, `rating:${rating.id}`, {
    buttons: buttonsFor(channel, rating.id),
  });
}

/** What customers who speak this language are asked in a chat: it is shown before anybody is. */
export const ratingQuestion = (ctx: Pick<Context, 'settings' | 'publicUrl'>, locale: Locale): string =>
  questionFor(ctx, '', locale, '');

/** What customers who speak this language are asked on a channel. */
function questionFor(
  { settings, publicUrl }: Pick<Context, 'settings' | 'publicUrl'>,
  channel: string,
  locale: Locale,
  token: string,
): string {
  const { rating: t } = texts(locale);
  const own = settings.ratingWords?.[locale];
  const how = isByPhone(channel) ? t.byNumber : hasLetters(channel) ? byMail(publicUrl, locale, token) : t.byButtons;
  return `${own ?? t.ask(settings.businessName)}\n${how}`;
}

/** A page that nobody reaches from outside is not named. */
function byMail(publicUrl: string, locale: Locale, token: string): string {
  const { rating: t } = texts(locale);
  return publicUrl.startsWith('https://') ? t.byLink(`${publicUrl}/r/${token}`) : t.byNumber;
}

/** Where the channel has buttons, one for each score. */
function buttonsFor(channel: string, id: string): Button[][] {
  if (isByPhone(channel) || hasLetters(channel)) return [];
  return [SCORES.map((score): Button => ({ label: String(score), command: lineOfScore(id, score) }))];
}

/** What stands on a customer's button: no command, for customers give none. */
const lineOfScore = (id: string, score: number): string => `rating ${id} ${score}`;
