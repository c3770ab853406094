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
import type { Saying } from '../../command.ts';
import { askEach, type Named, toGroups } from '../../who/each/to_each.ts';
import { knowsOne, type Others, othersIn } from '../../who/others_named.ts';
import { askHalves } from '../private_tail.ts';

const LABEL_GRAPHEMES = 30;
/** So many conversations of theirs are looked through for one by the way that was named. */
const MOST_PLACES = 8;

/** What words in front of a message, or behind it, say of whom it is for besides or by which way it goes: none of it is read by anybody. */
export async function askOfBeside(ctx: Context, t: Texts, said: Saying): Promise<Reply | undefined> {
  const way = wayNamed(said.text);
  if (way) return askOfWay(ctx, t, said, way);
  const others = await othersIn(ctx, said.text, said.card.id);
  if (!others) return undefined;
  const { does, named, groups, words, ours } = others;
  const isTold = (does === 'adds' || does === 'instead') && knowsOne(others);
  if (!isTold) return askHalves({ ...ctx, t }, said.card, said.conversation, { said: words, ours }, said);
  if (groups.some((one) => one !== undefined)) return askOfGroups(ctx, t, said, others);
  return askOfOthers(ctx, t, said, { others: named, words, isInstead: does === 'instead' });
}

/** The button that says only these words to the card's customer, and the one that says all that was typed. */
async function sendsOf(ctx: Context, t: Texts, { card, conversation, text, again }: Saying, words: string) {
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
  said: Saying,
  { others, words, isInstead }: { others: readonly Named[]; words: string; isInstead: boolean },
): Promise<Reply> {
  const { card, conversation, say } = said;
  const { only, asTyped, fields } = await sendsOf(ctx, t, said, words);
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

/** Many are named: a draft to all of them, or only the words for the card's customer. */
async function askOfGroups(ctx: Context, t: Texts, said: Saying, { named, groups, words }: Others): Promise<Reply> {
  const { only, asTyped, fields } = await sendsOf(ctx, t, said, words);
  const isMeant = ({ ids }: Named, nth: number) => ids.length > 0 || groups[nth] !== undefined;
  const names = named.filter(isMeant).map(({ typed }) => typed);
  const filters = groups.filter((_, nth) => isMeant(named[nth]!, nth));
  const { text = '', buttons: [draft = [], task = []] = [] } = await toGroups(
    ctx,
    t,
    { names, words, way: undefined },
    filters,
  );
  const unknown = named.filter((one, nth) => !isMeant(one, nth)).map(({ typed }) => t.find.nobody(typed));
  return failed([text, ...unknown].join('\n'), {
    quote: words,
    ...(said.say && { hint: t.each.untimed }),
    ...aboutIt(said.conversation),
    ...withFields(fields),
    buttons: [draft, [only], [asTyped], task],
  });
}

/** By that way where they have it, else as they are answered: the words alone, or with what stands in front. */
async function askOfWay(ctx: Context, t: Texts, saying: Saying, way: WayNamed): Promise<Reply> {
  const { card, conversation } = saying;
  const name = nameOf(card);
  const say = saying.say ?? ((ref: string, said: string) => `/reply ${ref} ${said}`);
  const { only, asTyped, fields } = await sendsOf(ctx, t, saying, way.words);
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
    quote: saying.text,
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
