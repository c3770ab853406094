import type { Place } from '../../outbox/message.ts';
import { retractionIn } from '../../text/retraction.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { commandOf, isCommand } from '../commands/called.ts';
import { incomplete } from '../commands/incomplete.ts';
import { hidesSecret, runCommand } from '../commands/run.ts';
import { beginsNote, hasSlash, withoutSlashes } from '../commands/slash.ts';
import { whichConversation } from '../commands/who/pick_answered.ts';
import { meantOtherwise } from '../commands/words/leaving/meant_otherwise.ts';
import { ownWords } from '../commands/words/own_words.ts';
import { aroundKeys, isBareSecret, keysIn } from '../commands/words/secret.ts';
import { type Context, localeOf } from '../context.ts';
import { holdsCode } from '../owner/code.ts';
import { journaled } from '../owner/journal.ts';
import { mayAct, type User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { nameOf } from '../people/name.ts';
import { failed, type Reply } from '../reply.ts';
import { type AnswerPlace, aboutIt, conversationForNotes, isBegun } from '../talk/conversation.ts';
import { insertMessage } from '../talk/message.ts';
import { rivalOf, rivalsFor } from '../talk/rivals.ts';
import { isElsewhere } from '../talk/who_gets_it.ts';
import { mustForget } from './forget.ts';

/** What a user says under a card, in a customer's topic, or in a form that answers. */
export interface Said {
  /** As typed. */
  text: string;
  /** As the customer would read it. */
  words: string;
  hasFiles: boolean;
  /** What else a reader would see: the names of files, where links lead. */
  beside?: string[];
  /** The words are somebody else's, whatever they say. */
  passedOn: boolean;
  place: Place;
}

/**
 * What of it stays here, and what was done or is asked instead: a note is kept, a command runs, a key is refused, and
 * we ask about what may be meant for us or for somebody else. If there are files nothing is done. Undefined if nothing
 * speaks against sending it as it is.
 */
export async function keptBack(
  ctx: Context,
  user: User,
  said: Said,
  conversation: AnswerPlace | undefined,
): Promise<Reply | undefined> {
  const t = texts(localeOf(ctx, user));
  const { text, passedOn } = said;
  const isNote = beginsNote(text) && conversation !== undefined;
  if (isNote || (!passedOn && isCommand(text) && !(conversation && isWords(text)))) {
    if (said.hasFiles) return withoutFiles(ctx, t, text, conversation);
    return isNote ? keepNote(ctx, user, conversation, text) : runCommand(ctx, user, text, said.place, conversation);
  }
  if (await holdsCode(ctx, [text, ...(said.beside ?? [])].join('\n')))
    return failed(t.desk.codeStays, conversation && aboutIt(conversation));
  if (!passedOn && hidesSecret(text, ctx.providers)) return failed(t.desk.secretMeant);
  if (!passedOn && isBareSecret(text)) return failed(t.desk.secretBare);
  if (!passedOn && conversation && aroundKeys(text).some(staysWithUs))
    return failed(t.desk.secretAsked, aboutIt(conversation));
  return conversation && askedFirst(ctx, t, user, said, conversation);
}

/** Words that themselves say that nothing is to leave. */
const staysWithUs = (words: string): boolean => retractionIn(words) !== undefined || ownWords(words) !== undefined;

/** Under a card a bare Chinese command word is said to the customer, unless a secret follows it. */
export const isWords = (text: string): boolean => !hasSlash(text) && commandOf(text)?.secret !== 'key';

/** Commands and notes take only words: before anything is done, the owner sees that the file goes nowhere. */
async function withoutFiles(
  ctx: Context,
  t: Texts,
  text: string,
  conversation: AnswerPlace | undefined,
): Promise<Reply> {
  const reply = failed(t.desk.noUseForFiles, conversation && aboutIt(conversation));
  if (await mustForget(ctx, text)) return reply;
  const command = beginsNote(text) ? `/note c${conversation?.contactId} ${withoutSlashes(text)}`.trim() : text;
  return { ...reply, quote: text, buttons: [[{ label: t.desk.withoutFiles, command }]] };
}

/**
 * Asks for whom it is, and in which conversation: a single question, however many reasons there are not to send it as
 * it is.
 */
export async function askedFirst(
  ctx: Context,
  t: Texts,
  user: User,
  said: Said,
  conversation: AnswerPlace,
): Promise<Reply | undefined> {
  const ours = said.passedOn ? undefined : await meantOtherwise(ctx, t, user, said, conversation);
  const question = conversation.likely && (await whichIsAnswered(ctx, t, said, conversation));
  if (question) return ours ? bothAsked(ours, question) : question;
  return ours;
}

/**
 * In a customer's topic nobody says what is answered: we ask if other people would read the answer, or if the answered
 * card said that answers go elsewhere.
 */
async function whichIsAnswered(
  ctx: Context,
  t: Texts,
  { words, hasFiles }: Said,
  place: AnswerPlace,
): Promise<Reply | undefined> {
  const { contactId, byPerson, saidToBe } = place;
  const rivals = await rivalsFor(ctx.tx, contactId);
  if (saidToBe && !rivals.some(({ conversation }) => conversation.id === saidToBe.id))
    rivals.unshift(await rivalOf(ctx.tx, saidToBe));
  const isMoved = saidToBe !== undefined && isBegun(place);
  const unseen = byPerson && rivals.some((rival) => isElsewhere(rival.conversation, rival.way));
  if (rivals.length < 2 && !isMoved && !unseen) return undefined;
  const contact = (await loadContact(ctx.tx, contactId))!;
  // a button carries only words
  if (hasFiles) return failed(t.find.fileForWhich(nameOf(contact)));
  return { ...whichConversation(t, contact, rivals, (ref) => `/reply ${ref} ${words}`), quote: words };
}

/**
 * Asks in one question whether it is for the customer at all, and in which conversation: the conversations replace the
 * first button.
 */
const bothAsked = (ours: Reply, { buttons = [] }: Reply): Reply => ({
  ...ours,
  buttons: [...buttons, ...(ours.buttons ?? []).slice(1)],
});

async function keepNote(ctx: Context, user: User, place: AnswerPlace, text: string): Promise<Reply> {
  const t = texts(localeOf(ctx, user));
  if (!mayAct(user, 'helper')) return failed(t.desk.notAllowed);
  const words = withoutSlashes(text);
  if (!words) return incomplete(t, 'note', t.need.text);
  const entry = { userId: user.id, command: keysIn(text).length > 0 ? '//' : text, now: ctx.now };
  await journaled(ctx.tx, entry, async () =>
    insertMessage(ctx.tx, {
      conversationId: isBegun(place) ? place.id : await conversationForNotes(ctx.tx, place.contactId),
      direction: 'note',
      text: words,
      userId: user.id,
      occurredAt: ctx.now,
    }),
  );
  const contact = await loadContact(ctx.tx, place.contactId);
  return { text: t.note.saved(contact?.name ?? '') };
}
