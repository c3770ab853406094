import { secondThoughtIn } from '../../../../text/retraction.ts';
import { isSelfTold } from '../../../../text/sentence/self_told.ts';
import type { Texts } from '../../../../text/texts.ts';
import { type Context, localeOf } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { failed, type Reply, withFields } from '../../../reply.ts';
import { recipientsShown } from '../../../talk/answer_way.ts';
import { type AnswerPlace, aboutIt, refOfPlace } from '../../../talk/conversation.ts';
import { offeredAnswer } from '../../../talk/who_gets_it.ts';
import type { Addressed } from '../../who/addressed.ts';
import { spokenTo } from '../../who/spoken_to.ts';
import { addressedButtons } from '../../who/words_for.ts';
import { askOfParts } from '../answer_parts.ts';
import { ownWords, toldWords } from '../own_words.ts';
import { askHalves, privateTail } from '../private_tail.ts';
import { doubtfulAnswer, saidToNobody } from './doubtful.ts';

/** Words that may leave. */
interface Said {
  text: string;
  hasFiles: boolean;
}

/** Second thoughts come first, while they can be followed; then names: otherwise a command would take the name for words about the card's customer. */
export async function meantOtherwise(
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
  { text, hasFiles, conversation }: Said & { conversation: AnswerPlace },
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
