import { isQuestion } from '../../../text/asks.ts';
import { isBriefAnswer } from '../../../text/sentence/answer_like.ts';
import type { Texts } from '../../../text/texts.ts';
import { isByPhone } from '../../channel.ts';
import { whyReturned } from '../../desk/bounce_card.ts';
import { withPromise } from '../../desk/promises/offer.ts';
import { whyAndHow } from '../../desk/receipt_card.ts';
import { absenceOf, remindOfAbsence } from '../../owner/presence.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Answered, answer, isFirstShown } from '../../talk/answer.ts';
import { type AnswerPlace, refOfPlace } from '../../talk/conversation.ts';
import { placeName } from '../../talk/destination.ts';
import type { Objection } from '../../talk/mail/objection.ts';
import { loadMessage, newestOfCustomer } from '../../talk/message.ts';
import { channelOf } from '../../talk/own_account.ts';
import { askWhoGetsIt, goesTo, recipientsNamed } from '../../talk/who_gets_it.ts';
import { type Command, type CommandContext, Incomplete, isUnasked } from '../command.ts';
import { beginsNote } from '../slash.ts';
import { offerToEach } from '../who/each/to_each.ts';
import { type Otherwise, pickAnswered } from '../who/pick_answered.ts';
import { filledWords } from '../words/filled.ts';
import { isForNobody, nameInDoubt, wordsInDoubt } from '../words/in_doubt.ts';
import { noteStays } from '../words/note_stays.ts';
import { noChannel, nowhereToAnswer, whereToAnswer, withWords } from '../words/nowhere.ts';
import { askHalves, commandLine } from '../words/private_tail.ts';
import { isBareSecret } from '../words/secret.ts';
import { readValues, textIn, writeValues } from '../words/values.ts';

/** '/reply 张三 已经发货了': through the channel the customer wrote from. */
export const reply: Command<{ words: string }> = {
  name: 'reply',
  answers: () => true,
  role: 'helper',
  goesOn: true,
  careful: true,
  changes: true,
  takesKeys: true,
  takesLines: true,
  form: { title: 'reply', need: 'text', fields: [{ key: 'text', required: true, multiline: true }] },
  parse: (words) => (words ? { words } : new Incomplete('text')),
  async run(ctx, { words }) {
    const each = ctx.typed && !ctx.about ? await offerToEach(ctx, ctx.t, words, true) : undefined;
    if (each) return { ...each, failed: true, undecided: true };
    const picked = await pickAnswered(ctx, words, (ref, rest) => `/reply ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const { contact, ref } = picked;
    // a button may say that its first mail to an address was shown
    const isPressed = ctx.pressed !== undefined && !ctx.pressed.typed;
    const { before, values } = isPressed ? readValues(picked.rest, ['shown']) : { before: picked.rest, values: {} };
    const { shown } = values as { shown?: string };
    const typed = textIn(before);
    if (!typed) return new Incomplete('text', (more) => `${ref} ${more}`);
    if (isBareSecret(typed)) return failed(ctx.t.desk.secretBare);
    const isBrief = isBriefAnswer(typed) && (await hasAsked(ctx, picked.conversation));
    const toThem = (text: string) => `/reply ${ref} ${text}`;
    const isDoubt = (said: string) => isForNobody(said) && !isBrief;
    const inDoubt =
      wordsInDoubt(ctx, typed, toThem, { isDoubt, label: ctx.t.desk.sendAsTyped(contact.name) }) ??
      nameInDoubt(ctx, words, before, toThem);
    if (inDoubt) return inDoubt;
    if (beginsNote(typed)) return noteStays(ctx.t, contact.id, typed);
    const conversation = await whereToAnswer(ctx, contact, picked.conversation);
    if (!conversation) return withWords(ctx.t, contact.id, typed, await nowhereToAnswer(ctx, contact));
    const saying = {
      ctx,
      findContact: async () => contact,
      conversation,
      again: toThem,
    };
    const halves = isUnasked(ctx) ? commandLine(typed, ctx.commands) : undefined;
    if (halves) return askHalves(ctx, contact, conversation, halves, { text: typed, again: saying.again });
    const parts = await ctx.askOfWords({ card: contact, conversation, text: typed, again: saying.again });
    if (parts) return parts;
    const filled = await filledWords(saying, typed);
    if ('ask' in filled) return filled.ask;
    const isSeen = shown !== undefined && (await isFirstShown(ctx, conversation, shown));
    const exactly = isSeen ? { address: shown, copies: [] } : undefined;
    const [answered, absence] = await Promise.all([
      answer(ctx, ctx.user, conversation, { text: filled.text, receiptTo: ctx.place }, exactly),
      absenceOf(ctx, ctx.user),
    ]);
    await remindOfAbsence(ctx, ctx.user, absence, ctx.place);
    const reply = answeredInWords(ctx, answered, contact.name, conversation, picked.otherwise);
    return withWords(ctx.t, contact.id, filled.text, reply);
  },
};

/** Whether the last thing the customer said is a question. */
async function hasAsked({ tx }: CommandContext, place: AnswerPlace | undefined): Promise<boolean> {
  const id = place?.id === undefined ? undefined : await newestOfCustomer(tx, place.id);
  const said = id === undefined ? undefined : await loadMessage(tx, id);
  return said !== undefined && isQuestion(said.text);
}

/** What became of an answer; what it promises for a time can be remembered by a tap. */
export function answeredInWords(
  ctx: Pick<CommandContext, 't' | 'locale' | 'now' | 'settings'>,
  answered: Answered,
  name: string,
  conversation: AnswerPlace,
  otherwise?: Otherwise,
): Reply {
  const reply = answeredReply(ctx.t, answered, name, conversation, otherwise);
  return answered.result === 'queued' ? withPromise(ctx, ctx.t, ctx.locale, answered.message, reply) : reply;
}

/** `otherwise`: where it would go, had the owner named no address. */
export function answeredReply(
  t: Texts,
  answered: Answered,
  name: string,
  conversation: AnswerPlace,
  otherwise?: Otherwise,
): Reply {
  const channel = t.channel(channelOf(conversation));
  if (answered.result === 'queued') return queuedReply(t, answered, conversation);
  if (answered.result === 'closed')
    return failed(isByPhone(conversation.channel) ? t.sms.out(name) : t.reply.closed(name, channel));
  if (answered.result === 'words_only') return failed(t.sms.wordsOnly(channel));
  if (answered.result === 'too_long') return failed(t.sms.tooLong(channel, answered.length, answered.most));
  if (answered.result === 'no_channel') return noChannel(t, name);
  if (answered.result === 'out_of_reach') {
    return { ...failed(whyAndHow(t, answered.why, answered.url)), title: t.ownAccount.outOfReach(name) };
  }
  if (answered.result === 'unconfirmed')
    return otherwise ? namedReply(t, answered, name, otherwise) : unconfirmedReply(t, answered, name);
  if (answered.result === 'elsewhere') return askWhoGetsIt(t, conversation, answered.change, answered);
  return failed(t.reply.attachmentsElsewhere(channel));
}

type ToConfirm = Extract<Answered, { result: 'unconfirmed' }>;

/** The owner named an address to which nothing goes unasked: it, or the one that answers go to. */
function namedReply(t: Texts, answered: ToConfirm, name: string, { conversation, way }: Otherwise): Reply {
  const { buttons = [], ...asked } = unconfirmedReply(t, answered, name);
  const usual = recipientsNamed(t, conversation, name, way);
  const others = buttons.slice(0, -1);
  const [send, not] = buttons.at(-1)!;
  const instead: Button = {
    label: t.confirm.sendTo(usual),
    command: `/reply ${refOfPlace(conversation)} ${writeValues({ exactly: answered.text })}`,
    ...goesTo(conversation, way),
  };
  const named = t.confirm.namedAnother(answered.address, usual);
  const text = answered.objection.why === 'first' ? named : `${named}\n${asked.text}`;
  return { ...asked, text, buttons: [...others, [send!], [instead], [not!]] };
}

function unconfirmedReply(t: Texts, { id, address, objection, text }: ToConfirm, name: string): Reply {
  return {
    failed: true,
    ...asked(t, objection, name, address),
    quote: text,
    buttons: [
      ...(objection.why === 'nobody' ? objection.instead : []).map((one) => [
        { label: t.confirm.sendTo(one), command: `/confirm u${id} ! ${one}` },
      ]),
      [
        { label: t.confirm.sendTo(address), command: `/confirm u${id}` },
        { label: t.confirm.notThisOne, command: `/confirm u${id} no` },
      ],
    ],
  };
}

function asked(t: Texts, objection: Objection, name: string, address: string): Pick<Reply, 'title' | 'text'> {
  if (objection.why === 'bounced')
    return { title: t.confirm.cameBackBefore(address), text: t.confirm.lastTime(whyReturned(t, objection.reason)) };
  if (objection.why === 'nobody')
    return { title: t.confirm.nobodyReads(address), text: t.confirm.namedThere(objection.instead) };
  if (objection.why === 'group') return { title: t.confirm.byGroup(name, address), text: t.confirm.allRead };
  if (objection.why === 'first') return { title: t.confirm.first(name, address), text: t.confirm.neverWritten };
  return { title: t.confirm.isItTheirs(name, address), text: t.confirm.unproven };
}

/** While it is held it can be cancelled; an answer to this line is an answer to the customer too. */
function queuedReply(
  t: Texts,
  { message, outboxId, seconds, name, to, thread, copies, blocked, parts }: Extract<Answered, { result: 'queued' }>,
  conversation: AnswerPlace,
): Reply {
  const { conversationId: id } = message;
  const channel = placeName(t, conversation, to, thread);
  const also = [
    ...(copies.length > 0 ? [t.mail.copyTo(copies)] : []),
    ...(parts ? [t.sms.parts(parts.count, parts.units, parts.perPart, parts.cost)] : []),
  ]
    .map((line) => `\n${line}`)
    .join('');
  const hint = blocked && { hint: t.block.answered(name) };
  const shown = {
    about: id,
    receiptOf: outboxId,
    ...goesTo(conversation, { address: to ?? conversation.address, copies }),
    ...hint,
  };
  if (seconds === 0) return { text: `${t.reply.queued(name, channel)}${also}`, ...shown };
  const cancel = { label: t.button.cancel, command: `/cancel o${outboxId}` };
  return { text: `${t.reply.held(name, channel, seconds)}${also}`, buttons: [[cancel]], held: true, ...shown };
}
