import { IN_ROW } from '../../../../text/person/joined.ts';
import { besidesIn } from '../../../../text/sentence/front/beside.ts';
import { type WayNamed, wayNamed } from '../../../../text/sentence/front/way_named.ts';
import type { Texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { hasLetters } from '../../../channel.ts';
import type { Context } from '../../../context.ts';
import type { Contact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { EMAIL } from '../../../people/sign.ts';
import { type Button, failed, type Reply, withFields } from '../../../reply.ts';
import { recipientsShown } from '../../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, answeredIn, isBegun, refOfPlace } from '../../../talk/conversation.ts';
import { placeName } from '../../../talk/destination.ts';
import { firstMailTo, mailAddressOf, sendsMail } from '../../../talk/mail/first_mail.ts';
import { offeredAnswer, recipientsNamed } from '../../../talk/who_gets_it.ts';
import { called } from '../../who/addressed.ts';
import { groupsIn } from '../../who/each/group.ts';
import { askEach, campaignButton, type Named } from '../../who/each/to_each.ts';
import { isEverybody } from '../../who/naming.ts';

const LABEL_GRAPHEMES = 30;
/** So many conversations of theirs are looked through for one by the way that was named. */
const MOST_PLACES = 8;

/** Words that are about to leave for a card's customer. */
export interface Leaving {
  card: Contact;
  conversation: AnswerPlace;
  text: string;
  /** The line that says other words to this customer, and to anybody. */
  again(words: string): string;
  say?: ((ref: string, words: string) => string) | undefined;
}

/** What words in front of a message, or behind it, say of whom it is for besides or by which way it goes: none of it is read by anybody. */
export async function askOfBeside(ctx: Context, t: Texts, leaving: Leaving): Promise<Reply | undefined> {
  const way = wayNamed(leaving.text);
  if (way) return askOfWay(ctx, t, leaving, way);
  for (const { whom, words, isInstead } of besidesIn(leaving.text)) {
    const names = whom.split(IN_ROW).filter(Boolean);
    const many = await manyIn(ctx, names);
    if (many !== undefined) return askOfMany(ctx, t, leaving, { whom: many, shown: whom, words });
    const named: Named[] = [];
    for (const typed of names) named.push({ typed, ids: (await called(ctx, typed)).ids });
    const others = named.filter(({ ids }) => ids.some((id) => id !== leaving.card.id));
    if (others.length > 0) return askOfOthers(ctx, t, leaving, { others, words, isInstead });
  }
  return undefined;
}

/** A filter of many whom one of these names means. */
async function manyIn(ctx: Context, names: readonly string[]): Promise<string | undefined> {
  if (names.some(isEverybody)) return '';
  return (await groupsIn(ctx, names)).find((one) => one !== undefined);
}

/** The button that says only these words to the card's customer, and the one that says all that was typed. */
async function sendsOf(ctx: Context, t: Texts, { card, conversation, text, again }: Leaving, words: string) {
  const to = await recipientsShown(ctx.tx, conversation);
  const name = nameOf(card);
  const offer = (label: string, said: string) => {
    const { button, fields } = offeredAnswer(t, conversation, to, { name, label, words: said });
    return { button: { ...button, command: again(said) }, fields };
  };
  const only = offer(t.desk.sendOnly(truncate(words, LABEL_GRAPHEMES), name), words);
  return { only: only.button, asTyped: offer(t.desk.sendAsTyped(name), text).button, fields: only.fields };
}

/** Whom of those who are named the words are for, each by the line that was typed; `isInstead`: it may be none of the card's customer. */
export async function askOfOthers(
  ctx: Context,
  t: Texts,
  leaving: Leaving,
  { others, words, isInstead }: { others: readonly Named[]; words: string; isInstead: boolean },
): Promise<Reply> {
  const { card, conversation, say } = leaving;
  const { only, asTyped, fields } = await sendsOf(ctx, t, leaving, words);
  const to = await recipientsShown(ctx.tx, conversation);
  const shown = placeName(
    t,
    conversation,
    hasLetters(conversation.channel) ? recipientsNamed(t, conversation, '', to) : undefined,
  );
  // sent to nobody whom the card did not show
  const place = to.address === conversation.address && to.copies.length === 0 ? conversation : undefined;
  const first = isInstead ? [] : [{ contact: card, place, shown }];
  const { buttons = [], ...asked } = await askEach(ctx, t, others, words, { sure: first, say });
  const [task, ...ways] = buttons.toReversed();
  const text = isInstead ? t.desk.forAnother(t.inARow(others.map(({ typed }) => typed)), nameOf(card)) : asked.text;
  return {
    ...asked,
    ...failed(text ?? '', aboutIt(conversation)),
    ...withFields([...fields, ...(asked.fields ?? [])]),
    buttons: [...ways.toReversed(), [only], [asTyped], ...(task ? [task] : [])],
  };
}

async function askOfMany(
  ctx: Context,
  t: Texts,
  leaving: Leaving,
  { whom, shown, words }: { whom: string; shown: string; words: string },
): Promise<Reply> {
  const { only, asTyped, fields } = await sendsOf(ctx, t, leaving, words);
  const draft = await campaignButton(ctx, t, { whom, shown: [shown], words, way: undefined });
  return failed(t.each.group(shown), {
    quote: words,
    ...aboutIt(leaving.conversation),
    ...withFields(fields),
    buttons: [[draft], [only], [asTyped]],
  });
}

/** By that way where they have it, else as they are answered: the words alone, or with what stands in front. */
async function askOfWay(ctx: Context, t: Texts, leaving: Leaving, way: WayNamed): Promise<Reply> {
  const { card, conversation } = leaving;
  const name = nameOf(card);
  const say = leaving.say ?? ((ref: string, said: string) => `/reply ${ref} ${said}`);
  const { only, asTyped, fields } = await sendsOf(ctx, t, leaving, way.words);
  const place = way.channel && way.channel !== conversation.channel ? await placeBy(ctx, card, way.channel) : undefined;
  const said = truncate(way.words, LABEL_GRAPHEMES);
  const there: Button[] = [];
  if (way.address !== undefined)
    there.push({
      label: t.desk.sendOnly(said, way.address),
      command: say(way.address, way.words),
      whole: true,
      typed: true,
    });
  if (place) {
    const to = await recipientsShown(ctx.tx, place);
    const shown = placeName(t, place, hasLetters(place.channel) ? recipientsNamed(t, place, '', to) : undefined);
    const { button } = offeredAnswer(t, place, to, {
      name,
      label: t.desk.sendOnly(said, `${name} · ${shown}`),
      words: '',
    });
    const isNew = !isBegun(place);
    there.push({ ...button, command: say(refOfPlace(place), way.words), whole: true, ...(isNew && { typed: true }) });
  }
  const isThere = there.length > 0 || way.channel === conversation.channel;
  return failed(isThere ? t.each.way(way.head, name) : t.each.noWay(way.head, name, t.channel(conversation.channel)), {
    quote: leaving.text,
    // under a card an address would begin the words to its customer
    ...(there.some(({ typed }) => typed) ? {} : aboutIt(conversation)),
    ...withFields(fields),
    buttons: [...there, only, asTyped].map((one) => [one]),
  });
}

/** Where they are answered on this channel; by mail also where nobody has written yet. */
async function placeBy(ctx: Context, card: Contact, channel: string): Promise<AnswerPlace | undefined> {
  const there = (await answeredIn(ctx.tx, card.id, MOST_PLACES)).find((one) => one.channel === channel);
  if (there || channel !== EMAIL || !sendsMail(ctx)) return there;
  const address = await mailAddressOf(ctx, card.id);
  return address === undefined ? undefined : firstMailTo(ctx, card, address);
}
