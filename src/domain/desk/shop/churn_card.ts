import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { hasLetters } from '../../channel.ts';
import { type Context, localeOf } from '../../context.ts';
import { writeValues } from '../../form.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { isForReading, nameOf } from '../../people/name.ts';
import { unwelcomeTo } from '../../people/unwelcome.ts';
import type { Button, Item, Reply } from '../../reply.ts';
import type { Churn, Money, Shortfall, Silent } from '../../sell/churn.ts';
import { BACK_DAYS, type CameBack } from '../../sell/churn_alert.ts';
import { answerWay, offerAnswer } from '../../talk/answer_way.ts';
import { type AnswerPlace, refOf } from '../../talk/conversation.ts';
import { placeName } from '../../talk/destination.ts';
import { placeFor } from '../../talk/mail/first_mail.ts';

/** So many are shown at once: each has words to read. */
export const CHURN_PAGE = 3;

/** What the owner is told each week: the few with the most at stake. The others are a tap away. */
export async function churnCard(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { people, total }: Extract<Churn, { result: 'found' }>,
  back: CameBack,
): Promise<Reply> {
  const became = cameBackLine(t, back, locale);
  const all: Button = { label: t.churn.all(total), command: '/churn 1' };
  return {
    title: t.churn.title,
    text: t.churn.intro,
    lists: [{ items: await silentItems(ctx, t, locale, people) }],
    ...(total > people.length && { buttons: [[all]] }),
    stays: true,
    ...(became && { hint: became }),
  };
}

/** Each with the reason, what is at stake, and words to send in their language. */
export async function silentItems(ctx: Context, t: Texts, locale: Locale, people: readonly Silent[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const one of people) items.push(await silentItem(ctx, t, locale, one));
  return items;
}

async function silentItem(ctx: Context, t: Texts, locale: Locale, one: Silent): Promise<Item> {
  const contact = (await loadContact(ctx.tx, one.contactId))!;
  const ref = `c${contact.id}`;
  const [why, place] = [await unwelcomeTo(ctx.tx, contact.id), await placeFor(ctx, contact)];
  const words = draftFor(ctx, contact);
  const stake = t.churn.atStake(sums(one.atStake, locale));
  const offered = why ? [] : await writeButtons(ctx, t, contact, place, words);
  return {
    text: `${nameOf(contact)} · ${t.churn.why(one.usualDays, one.silentDays)}`,
    detail: [stake, why ? t.churn.unwelcome[why] : `${await whereTo(ctx, t, place)}\n${t.churn.draftOf(words)}`].join(
      '\n',
    ),
    ref,
    contactId: contact.id,
    buttons: [
      ...offered,
      { label: t.churn.snooze, command: `/spare ${ref}` },
      { label: t.churn.gone, command: `/gone ${ref}` },
    ],
  };
}

/** The words in the language they are written to in. */
function draftFor(ctx: Context, contact: Contact): string {
  const name = isForReading(contact.name) ? contact.name : '';
  return texts(localeOf(ctx, contact)).churn.draft(name, ctx.settings.businessName);
}

/** Where it would go, so that it is shown before it is sent. */
async function whereTo(ctx: Context, t: Texts, place: AnswerPlace | undefined): Promise<string> {
  if (!place) return t.churn.nowhere;
  const { address } = await answerWay(ctx.tx, place);
  return t.churn.goesBy(placeName(t, place, hasLetters(place.channel) ? address : undefined));
}

async function writeButtons(
  ctx: Context,
  t: Texts,
  contact: Contact,
  place: AnswerPlace | undefined,
  words: string,
): Promise<Button[]> {
  const to = place ? refOf(place) : `c${contact.id}`;
  const offer = place && (await offerAnswer(ctx.tx, t, place, { name: contact.name, label: t.churn.send, words }));
  const send = offer?.button ?? { label: t.churn.send };
  // whether they have bought since is asked from here on
  const readAt = ctx.now.toISOString();
  return [
    { ...send, command: `/regain ${to} ${words}`, readAt },
    { label: t.churn.edit, command: `/regain ${to} ${writeValues({ text: words })}`, form: true, asks: true, readAt },
  ];
}

/** Several currencies stand beside each other. */
const sums = (money: readonly Money[], locale: Locale): string =>
  money.map(({ minor, currency }) => formatMoney(minor, currency, locale)).join(' + ');

/** Why nothing can be said of anybody. */
export const notEnough = (t: Texts, missing: readonly Shortfall[]): string =>
  t.churn.notEnough(missing.map(({ what, needs, has }) => t.churn.missing[what](needs, has)));

/** What became of those who were told of; undefined: nobody was. */
export function cameBackLine(t: Texts, back: CameBack, locale: Locale): string | undefined {
  const { over, overBack, running, runningBack, bought } = back;
  if (over + running === 0) return undefined;
  const came = overBack + runningBack > 0 ? [t.churn.theyBought(sums(bought, locale))] : [];
  return [
    ...(over > 0 ? [t.churn.cameBack(overBack, over, BACK_DAYS)] : []),
    ...(running > 0 ? [t.churn.stillRunning(runningBack, running, BACK_DAYS)] : []),
    ...came,
    t.churn.noComparison,
  ].join('\n');
}
