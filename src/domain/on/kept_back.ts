import type { Place } from '../../outbox/message.ts';
import { retractionIn, secondThoughtIn } from '../../text/retraction.ts';
import { isSelfTold } from '../../text/sentence/self_told.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { commandOf, isCommand } from '../commands/called.ts';
import { incomplete } from '../commands/incomplete.ts';
import { hidesSecret, runCommand } from '../commands/run.ts';
import { beginsNote, hasSlash, withoutSlashes } from '../commands/slash.ts';
import type { Addressed } from '../commands/who/addressed.ts';
import { whichConversation } from '../commands/who/pick_answered.ts';
import { spokenTo } from '../commands/who/spoken_to.ts';
import { addressedButtons } from '../commands/who/words_for.ts';
import { askOfParts } from '../commands/words/answer_parts.ts';
import { ownWords, toldWords } from '../commands/words/own_words.ts';
import { askHalves, privateTail } from '../commands/words/private_tail.ts';
import { aroundKeys, isBareSecret, keysIn } from '../commands/words/secret.ts';
import { type Context, localeOf } from '../context.ts';
import { holdsCode } from '../owner/code.ts';
import { journaled } from '../owner/journal.ts';
import { mayAct, type User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import { nameOf } from '../people/name.ts';
import { failed, type Reply, withFields } from '../reply.ts';
import { recipientsShown } from '../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, conversationForNotes, isBegun, refOfPlace } from '../talk/conversation.ts';
import { insertMessage } from '../talk/message.ts';
import { rivalOf, rivalsFor } from '../talk/rivals.ts';
import { isElsewhere, offeredAnswer } from '../talk/who_gets_it.ts';
import { doubtfulAnswer, saidToNobody } from './doubtful.ts';
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

/** Second thoughts come first, while they can be followed; then names: otherwise a command would take the name for words about the card's customer. */
async function meantOtherwise(
  ctx: Context,
  t: Texts,
  user: User,
  { text, hasFiles }: Said,
  conversation: AnswerPlace,
): Promise<Reply | undefined> {
  const thought = secondThoughtIn(text) && (await doubtfulAnswer(ctx, user, conversation, text, hasFiles));
  if (thought) return thought;
  const card = (await loadContact(ctx.tx, conversation.contactId))!;
  const halves = privateTail(text);
  if (halves && hasFiles) return failed(t.desk.forAnotherWithFiles, aboutIt(conversation));
  const again = (words: string) => `/reply ${refOfPlace(conversation)} ${words}`;
  if (halves) return askHalves({ ...ctx, t }, card, conversation, halves, { text, again });
  const kept = ownWords(text, card.name) ?? (isSelfTold(text) ? text.trim() : undefined);
  const [own, spoken] = [kept, await spokenTo(ctx, text, card, user)];
  const addressed = own === undefined ? spoken : { name: '', ids: [], ...spoken, words: own, isNote: true as const };
  const isNamed = addressed?.ids.some((id) => id !== conversation.contactId);
  if (addressed && isNamed) return forSomebodyElse(ctx, t, user, addressed, { text, hasFiles, conversation });
  const doubtful = await doubtfulAnswer(ctx, user, conversation, text, hasFiles);
  if (doubtful) return doubtful;
  if (addressed?.isNote) return forSomebodyElse(ctx, t, user, addressed, { text, hasFiles, conversation });
  const parts = await askOfParts(ctx, t, user, { card, conversation, text, again });
  if (parts) return hasFiles ? failed(t.desk.forAnotherWithFiles, aboutIt(conversation)) : parts;
  // by its name they speak to the buyer
  return addressed ? undefined : saidToNobody(ctx, t, conversation, { text, hasFiles });
}

/**
 * Words that name another person, or say that they are a note: only the owner knows whether the card's customer is to
 * read them.
 */
async function forSomebodyElse(
  ctx: Context,
  t: Texts,
  user: User,
  addressed: Addressed,
  { text, hasFiles, conversation }: Pick<Said, 'text' | 'hasFiles'> & { conversation: AnswerPlace },
): Promise<Reply> {
  const { contactId } = conversation;
  if (hasFiles) return failed(t.desk.forAnotherWithFiles, aboutIt(conversation));
  const locale = localeOf(ctx, user);
  const whom = addressed.ids.length > 0 ? addressed : { ...addressed, ids: [contactId] };
  const { name, fields, buttons } = await addressedButtons(ctx, t, locale, whom);
  const sent = whom.isNote || whom.words === text ? [] : [{ label: t.desk.answerThem(name), value: whom.words }];
  const customer = (await loadContact(ctx.tx, contactId))?.name ?? '';
  const to = await recipientsShown(ctx.tx, conversation);
  const asTyped = { name: customer, label: t.desk.sendAsTyped(customer), words: text };
  const send = offeredAnswer(t, conversation, to, asTyped);
  const asked = addressed.name === '' ? t.desk.forUs(customer) : t.desk.forAnother(name, customer);
  const reply = failed(asked, { quote: text, ...aboutIt(conversation) });
  const both = [...send.fields, ...fields, ...sent];
  const told = addressed.name === '' ? toldWords(text, customer) : undefined;
  const only =
    told && offeredAnswer(t, conversation, to, { name: customer, label: t.desk.sendOnly(told, customer), words: told });
  const rows = [[send.button], ...(only ? [[only.button]] : []), ...buttons];
  return { ...reply, ...withFields(both), buttons: rows };
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
