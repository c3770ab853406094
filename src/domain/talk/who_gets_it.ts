import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { hasLetters } from '../channel.ts';
import type { Button, Field, Recipients, Reply } from '../reply.ts';
import { withFields } from '../reply.ts';
import { type AnswerPlace, type Conversation, refOf } from './conversation.ts';
import { placeName } from './destination.ts';
import { channelOf } from './own_account.ts';
import type { Change } from './recipients.ts';

/** Longer labels are cut; if two begin alike, the text says which is which. */
const LABEL_LENGTH = 70;

/** Room for a name among other words on a button. */
const NAME_GRAPHEMES = 20;

type Place = Pick<Conversation, 'channel' | 'address'>;

/** Who gets an answer, in words: of a chat, whose address says nothing, the name of whom it is with. */
export function recipientsNamed(t: Texts, place: Place, name: string, { address, copies }: Recipients): string {
  if (!hasLetters(place.channel)) return [name, t.channel(channelOf(place))].filter(Boolean).join(' · ');
  return [address, ...(copies.length > 0 ? [t.mail.copyTo(copies)] : [])].join(' · ');
}

/** By which way, and who: Mail · all its addresses; of a chat the name and which it is. */
export const leavesTo = (t: Texts, place: Place, name: string, way: Recipients): string =>
  hasLetters(place.channel)
    ? [placeName(t, place, way.address), ...way.copies].join(' · ')
    : recipientsNamed(t, place, name, way);

/** An answer has not left, because others would get it than was shown: who is to get it? Each button names all of them. */
export function askWhoGetsIt(
  t: Texts,
  conversation: Place & { contactId: string },
  change: Change,
  answer: { id: string; text: string },
): Reply {
  const { shown, now, was, name, blocked, doubtful } = change;
  const named = (to: Recipients) => recipientsNamed(t, conversation, name, to);
  const isLong = [shown, now].some((to) => to && t.confirm.sendTo(named(to)).length > LABEL_LENGTH);
  const labelOf = (to: Recipients) => {
    if (!isLong || !now) return t.confirm.sendTo(named(to));
    return to === now ? t.confirm.sendAsNow : t.confirm.sendAsShown;
  };
  const send = (to: Recipients): Button[] => [
    { label: labelOf(to), command: `/confirm u${answer.id} ! ${[to.address, ...to.copies].join(' ')}` },
  ];
  return {
    ...goesTo(conversation, shown),
    failed: true,
    title: t.confirm.whoGetsIt,
    text: [
      ...(now ? [t.confirm.wouldGo(named(shown), named(now))] : []),
      ...(was === undefined ? [] : [t.confirm.somebodyElses(was, name, named(shown))]),
      ...(blocked ? [t.confirm.blocked(named(shown))] : []),
      ...doubtful.map(t.confirm.doubtful),
    ].join('\n'),
    quote: answer.text,
    buttons: [
      send(shown),
      ...(now ? [send(now)] : []),
      [
        { label: t.confirm.dontSend, command: `/confirm u${answer.id} no` },
        { label: t.button.contact, command: `/contact c${conversation.contactId}` },
      ],
    ],
  };
}

/** Whether other people get it too, or somebody else does. */
export const isElsewhere = ({ address }: Place, to: Recipients): boolean =>
  to.address !== address || to.copies.length > 0;

/** Everybody who gets an answer, if that is not just the conversation's own address. */
export const answersGo = (t: Texts, place: Place, name: string, to: Recipients): Field[] =>
  isElsewhere(place, to) ? [{ label: t.mail.answersGo, value: recipientsNamed(t, place, name, to) }] : [];

/**
 * What a question shows of an answer it offers: the button that says these words to the customer, and whole who gets them, where others
 * do. Pressed, it reaches nobody else.
 */
export function offeredAnswer(
  t: Texts,
  conversation: AnswerPlace,
  to: Recipients,
  { name, label, words }: { name: string; label: string; words: string },
): { button: Button; fields: Field[] } {
  const fields = answersGo(t, conversation, name, to).map((field) => ({ ...field, value: `${name} · ${field.value}` }));
  const named = fields.length > 0 ? [label, recipientsNamed(t, conversation, name, to)] : [label];
  const command = `/reply ${refOf(conversation)} ${words}`;
  return { button: { label: truncate(named.join(' · '), LABEL_LENGTH), command, ...goesTo(conversation, to) }, fields };
}

/** As `offeredAnswer`, for a question whose buttons all answer there. */
export function allGoTo(t: Texts, conversation: Place, name: string, to: Recipients, reply: Reply): Reply {
  const buttons = reply.buttons?.map((row) => row.map((button) => ({ ...button, ...goesTo(conversation, to) })));
  const fields = [...(reply.fields ?? []), ...answersGo(t, conversation, name, to)];
  return { ...reply, ...(buttons && { buttons }), ...withFields(fields) };
}

/** Answers of this mail thread go to that address alone; pressed when they go elsewhere, it changes nothing. */
export const onlyToButton = (t: Texts, conversationId: string, address: string): Button => ({
  label: t.mail.onlyTo(address),
  command: `/copies v${conversationId} off ${address}`,
});

/** Keeps an answer here that is about to leave. */
export const keepBackButton = (t: Texts, name: string, outboxId: string): Button => ({
  label: t.desk.keepBack(truncate(name, NAME_GRAPHEMES)),
  command: `/cancel o${outboxId}`,
});

/** Kept with a card that says who gets an answer to it: by mail that may change. */
export const goesTo = (
  { channel }: Pick<Conversation, 'channel'>,
  { address, copies }: Recipients,
): Pick<Reply, 'goesTo'> => (hasLetters(channel) ? { goesTo: { address, copies } } : {});
