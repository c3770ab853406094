import { blankIn } from '../../../../text/blank.ts';
import { asSubject } from '../../../../text/person/third_person.ts';
import { secondThoughtIn } from '../../../../text/retraction.ts';
import { saidThrough } from '../../../../text/sentence/front/said_through.ts';
import { waitingWords } from '../../../../text/sentence/front/stays.ts';
import { isSelfTold } from '../../../../text/sentence/self_told.ts';
import type { Texts } from '../../../../text/texts.ts';
import { truncate } from '../../../../text/truncate.ts';
import { type Context, localeOf } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { type Contact, loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { failed, type Reply, withFields } from '../../../reply.ts';
import { recipientsShown } from '../../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, refOfPlace } from '../../../talk/conversation.ts';
import { offeredAnswer } from '../../../talk/who_gets_it.ts';
import { areLikelyOurs } from '../../../triage/addressee/index.ts';
import type { Addressed } from '../../who/addressed.ts';
import { spokenTo } from '../../who/spoken_to.ts';
import { addressedButtons } from '../../who/words_for.ts';
import { askOfParts } from '../answer_parts.ts';
import { ownWords, toldWords } from '../own_words.ts';
import { askHalves, privateTail } from '../private_tail.ts';
import { askOfBeside, askOfOthers } from './beside.ts';
import { doubtfulAnswer, saidToNobody, sayingAgain } from './doubtful.ts';

const LABEL_GRAPHEMES = 30;

/** Words that may leave. */
interface Said {
  text: string;
  hasFiles: boolean;
  /** Says other words in their place, where that is no mere answer: behind a command that names the customer. */
  again?: (words: string) => string;
  /** The same for anybody, by what they are called. */
  say?: ((ref: string, words: string) => string) | undefined;
}

type Placed = Said & { conversation: AnswerPlace };

/**
 * What is asked before words leave for a customer, wherever they were typed: under a card, in a topic, behind a command. Undefined: they
 * are the customer's. Second thoughts come first, while they can be followed; then names: otherwise a command would take the name for words about the card's customer.
 */
export async function meantOtherwise(
  ctx: Context,
  t: Texts,
  user: User,
  said: Said,
  conversation: AnswerPlace,
): Promise<Reply | undefined> {
  const { text, hasFiles } = said;
  const placed = { ...said, conversation };
  const isBehind = said.again !== undefined;
  const doubted = () => doubtfulAnswer(ctx, user, conversation, said);
  const thought = secondThoughtIn(text) && (await doubted());
  if (thought) return thought;
  const card = (await loadContact(ctx.tx, conversation.contactId))!;
  const again = said.again ?? ((words: string) => `/reply ${refOfPlace(conversation)} ${words}`);
  const leaving = { card, conversation, text, again, ...(said.say && { say: said.say }) };
  const beside = await askOfBeside(ctx, t, leaving);
  if (beside) return hasFiles ? failed(t.desk.forAnotherWithFiles, aboutIt(conversation)) : beside;
  const halves = privateTail(text);
  if (halves && hasFiles) return failed(t.desk.forAnotherWithFiles, aboutIt(conversation));
  if (halves) return askHalves({ ...ctx, t }, card, conversation, halves, { text, again });
  const kept = ownWords(text, card.name) ?? (isSelfTold(text) ? text.trim() : undefined);
  const [own, spoken] = [kept, await spokenTo(ctx, text, card, user)];
  const addressed = own === undefined ? spoken : { name: '', ids: [], ...spoken, words: own, isNote: true as const };
  const isNamed = addressed?.ids.some((id) => id !== conversation.contactId);
  // said to somebody else it leaves as it was to leave: at that time
  if (addressed && isNamed && said.say && !addressed.isNote) {
    const others = [{ typed: addressed.name, ids: addressed.ids }];
    return askOfOthers(ctx, t, leaving, { others, words: addressed.words, isInstead: true });
  }
  if (addressed && isNamed) return forSomebodyElse(ctx, t, user, addressed, placed);
  const through = saidThrough(text);
  if (through !== undefined) return askOfFront(ctx, t, card, placed, through, 'says');
  const doubtful = await doubted();
  if (doubtful) return doubtful;
  const waiting = waitingWords(text);
  if (waiting !== undefined) return askOfFront(ctx, t, card, placed, waiting, 'waits');
  if (addressed?.isNote) return forSomebodyElse(ctx, t, user, addressed, placed);
  const parts = await askOfParts(ctx, t, user, { card, conversation, text, again }, isBehind);
  if (parts) return hasFiles ? failed(t.desk.forAnotherWithFiles, aboutIt(conversation)) : parts;
  // by its name they speak to the buyer
  const toNobody = addressed || isBehind ? undefined : await saidToNobody(ctx, t, conversation, { text, hasFiles });
  if (toNobody || addressed || isLeftOpen(text)) return toNobody;
  // with a file there is no button that sends all of it as it is: it has to be sure
  if (!areLikelyOurs(asSubject(text.trim(), card.name) ?? text, isBehind || hasFiles)) return undefined;
  return forSomebodyElse(ctx, t, user, { name: '', ids: [], words: text.trim(), isNote: true }, placed);
}

/** It is asked how to fill it in, whoever it is for. */
const isLeftOpen = (text: string): boolean => /[{｛]/u.test(text) || blankIn(text) !== undefined;

/** What stands in front says that we are to say the rest, or that it is to wait: the rest alone is a button, and nothing has left. */
async function askOfFront(
  ctx: Context,
  t: Texts,
  card: Contact,
  { text, hasFiles, conversation, again }: Placed,
  rest: string,
  front: 'says' | 'waits',
): Promise<Reply> {
  if (hasFiles) return failed(t.desk.forAnotherWithFiles, aboutIt(conversation));
  const customer = nameOf(card);
  const to = await recipientsShown(ctx.tx, conversation);
  const offer = (label: string, words: string) =>
    sayingAgain(offeredAnswer(t, conversation, to, { name: customer, label, words }), again, words);
  const only = offer(t.desk.sendOnly(truncate(rest, LABEL_GRAPHEMES), customer), rest);
  const asTyped = offer(t.desk.sendAsTyped(customer), text);
  const kept = { label: t.desk.keepAsNote(truncate(rest, LABEL_GRAPHEMES)), command: `/note c${card.id} ${rest}` };
  const rows = front === 'says' ? [only.button, asTyped.button, kept] : [kept, only.button, asTyped.button];
  const reply = failed(t.desk.forUs(customer), { quote: text, ...aboutIt(conversation) });
  return { ...reply, ...withFields(only.fields), buttons: rows.map((one) => [one]) };
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
  { text, hasFiles, conversation, again }: Placed,
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
  const send = sayingAgain(offeredAnswer(t, conversation, to, asTyped), again, text);
  const asked = addressed.name === '' ? t.desk.forUs(customer) : t.desk.forAnother(name, customer);
  const reply = failed(asked, { quote: text, ...aboutIt(conversation) });
  const both = [...send.fields, ...fields, ...sent];
  const told = addressed.name === '' ? toldWords(text, customer) : undefined;
  const only =
    told &&
    sayingAgain(
      offeredAnswer(t, conversation, to, { name: customer, label: t.desk.sendOnly(told, customer), words: told }),
      again,
      told,
    );
  const first = only ? [[only.button]] : [];
  // what does not look meant for them comes last
  const rows = addressed.name === '' ? [...first, ...buttons, [send.button]] : [[send.button], ...first, ...buttons];
  return { ...reply, ...withFields(both), buttons: rows };
}
