import { typedWords } from '../../../text/typed.ts';
import { hasLetters } from '../../channel.ts';
import { contactByIdentity, loadContact } from '../../people/contact.ts';
import { EMAIL } from '../../people/sign.ts';
import { failed, type Recipients, type Reply } from '../../reply.ts';
import { answer } from '../../talk/answer.ts';
import { answerWay } from '../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, loadConversation } from '../../talk/conversation.ts';
import { nameOfReader } from '../../talk/destination.ts';
import { firstMailTo, isFirstMail } from '../../talk/mail/first_mail.ts';
import { clearObjections, objectionTo, refuseFirst } from '../../talk/mail/objection.ts';
import { keepUnconfirmed, takeUnconfirmed, type Unconfirmed } from '../../talk/mail/unconfirmed.ts';
import { changeSince } from '../../talk/recipients.ts';
import { askWhoGetsIt } from '../../talk/who_gets_it.ts';
import { asOnCard, type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickNamed } from '../who/pick.ts';
import { pickConversation } from '../who/pick_conversation.ts';
import { mailIn } from '../who/proof.ts';
import { nowhereToAnswer, whereToAnswer } from '../words/nowhere.ts';
import { splitFirst } from '../words/words.ts';
import { answeredInWords } from './reply.ts';

interface Args {
  /** The answer that waits for this, as buttons name it ('u12'). */
  answerId?: string | undefined;
  no: boolean;
  /** Nobody but these, behind an exclamation mark: what a button names. */
  exactly: Recipients | undefined;
  words: string;
}

const NO = typedWords(({ no }) => no);
const EXACTLY = /(?:^|\s)[!！]\s+(\S.*)$/u;

/** '/confirm 张三': the address answers to them go to is right. Buttons let the answer that waits for it go, or drop it. */
export const confirm: Command<Args> = {
  name: 'confirm',
  role: 'helper',
  careful: true,
  changes: true,
  settles: 'unconfirmed',
  parse(words, { replying }) {
    const [first, rest] = splitFirst(words);
    const answerId = /^u(\d{1,18})$/i.exec(first)?.[1];
    if (!answerId && !words && !replying) return new Incomplete('name');
    const [address, ...copies] = EXACTLY.exec(words)?.[1]?.trim().split(/\s+/) ?? [];
    const exactly = address ? { address, copies } : undefined;
    return { answerId, no: NO.has(rest.toLowerCase()), exactly, words: words.replace(EXACTLY, '') };
  },
  async run(ctx, { answerId, no, exactly, words }) {
    if (answerId) return settle(ctx, answerId, { no, exactly });
    const typed = mailIn(words.trim());
    if (typed && !exactly) return confirmTyped(ctx, words, typed);
    const picked = await pickConversation(ctx, words, (ref) => `/confirm ${ref}`);
    if ('ask' in picked) return picked.ask;
    const place = await whereToAnswer(ctx, picked.contact, picked.conversation);
    if (!place) return nowhereToAnswer(ctx, picked.contact);
    const { address } = exactly ?? (await answerWay(ctx.tx, place));
    const channel = mailIn(address) ? EMAIL : place.channel;
    await clearObjections(ctx.tx, { ...place, channel, address });
    return { text: ctx.t.confirm.right(address) };
  },
};

/** The address that was typed, and no other of theirs. */
async function confirmTyped(ctx: CommandContext, words: string, address: string): Promise<Reply> {
  const picked = await pickNamed(ctx, words, (ref) => `/confirm ${ref} ! ${address}`);
  if ('ask' in picked) return picked.ask;
  await clearObjections(ctx.tx, { channel: EMAIL, address });
  return { text: ctx.t.confirm.right(address) };
}

/** It goes to whom the question named: where that has changed since, it is asked anew. */
async function settle(ctx: CommandContext, id: string, { no, exactly }: Pick<Args, 'no' | 'exactly'>): Promise<Reply> {
  const waiting = await takeUnconfirmed(ctx.tx, id, ctx.now);
  const place = waiting && (await placeOf(ctx, waiting));
  if (!place) return failed(ctx.t.confirm.noSuch);
  const { address, copies, given } = waiting;
  if (no) return { ...(await notSent(ctx, place, waiting)), ...aboutIt(place) };
  const anew = exactly ? undefined : await askAnew(ctx, place, waiting);
  if (anew) return anew;
  // a chat has one address, and may have got a new one since
  const to = hasLetters(place.channel) && exactly ? exactly : { address, copies };
  await clearObjections(ctx.tx, { ...place, address: to.address });
  const contact = await loadContact(ctx.tx, place.contactId);
  const answered = await answer(ctx, ctx.user, place, given, to);
  return answeredInWords(ctx, answered, contact?.name ?? '', place);
}

/** Where it waits to be sent: a first word goes to whose the address is by now. */
async function placeOf(ctx: CommandContext, waiting: Unconfirmed): Promise<AnswerPlace | undefined> {
  const { conversationId, contactId, address } = waiting;
  if (conversationId !== null) {
    const conversation = await loadConversation(ctx.tx, conversationId);
    return conversation && asOnCard(ctx, conversation);
  }
  const owner = await contactByIdentity(ctx.tx, [{ channel: EMAIL, address }]);
  const contact = owner ?? (await loadContact(ctx.tx, contactId!));
  return contact && firstMailTo(ctx, contact, address);
}

/** Of an address that may be wrong it is said how to put it right. */
async function notSent(ctx: CommandContext, place: AnswerPlace, { address, given }: Unconfirmed): Promise<Reply> {
  const isFirst = isFirstMail(place);
  if (isFirst) await refuseFirst(ctx.tx, { ...place, address }, ctx.now);
  if (isFirst || (await objectionTo(ctx.tx, { ...place, address })))
    return { text: ctx.t.confirm.notSent(address), quote: given.text };
  const name = await nameOfReader(ctx.tx, place.id ?? null, address);
  return { text: ctx.t.cancel.scheduled(name), quote: given.text };
}

async function askAnew(
  ctx: CommandContext,
  place: AnswerPlace,
  { given, address, copies, contactId }: Unconfirmed,
): Promise<Reply | undefined> {
  const shown = { address, copies, ...(contactId !== null && { contactId }) };
  const change = await changeSince(ctx.tx, place, shown, await answerWay(ctx.tx, place));
  if (!change) return undefined;
  const id = await keepUnconfirmed(ctx.tx, place, shown, given, { userId: ctx.user.id, now: ctx.now });
  return askWhoGetsIt(ctx.t, place, change, { id, text: given.text });
}
