import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { carried } from '../attachment.ts';
import { linkOf } from '../channel.ts';
import { type Context, clockOf, localeOf } from '../context.ts';
import { lookAlike, namesakeWith } from '../desk/alike.ts';
import type { MessageReceived } from '../event.ts';
import { wordsOf } from '../intake/words.ts';
import { journaled } from '../owner/journal.ts';
import { mayAct, type User } from '../owner/user.ts';
import { type Contact, contactByIdentity, identitiesOf, type Marks } from '../people/contact.ts';
import { followLanguage, languageOf } from '../people/contact_language.ts';
import { resolveContact } from '../people/resolve.ts';
import { addSigns, type Identity, phoneMark, type Sign, signsOnCard } from '../people/sign.ts';
import type { Button, Reply } from '../reply.ts';
import { failed } from '../reply.ts';
import { joinAlbum, messageOfAlbum, notePart, partOf } from '../talk/album.ts';
import { answeredIn, type Conversation, conversationAt, openConversation } from '../talk/conversation.ts';
import { insertMessage, type Message } from '../talk/message.ts';
import { channelOf } from '../talk/own_account.ts';
import { userAt } from '../user.ts';

const QUOTE_GRAPHEMES = 1200;
const TITLE_GRAPHEMES = 100;
/** At most this many people with the same name are offered. */
const MAX_NAMESAKES = 3;

/** The author of what a user passed on. */
export interface Author {
  name: string;
  /** Who they are; a sign if nothing proves it. */
  mark: Identity | Sign;
  /** What else is on their contact card. */
  others?: Sign[];
  /** We may write to them first: we open a chat with them for their words. */
  reachable?: true;
}

/** What somebody said to somebody else, and where it was found. */
type Words = Pick<MessageReceived, 'channel' | 'chat' | 'externalId' | 'text' | 'attachments' | 'sentAt'>;

interface Kept {
  contact: Contact;
  /** The conversation in which it is kept. */
  place: Conversation;
  /** Undefined if it was here already. */
  message: Message | undefined;
  /** We already knew them by this identity. */
  known: boolean;
  /** Where an answer to them would go, if anywhere. */
  reach: Conversation | undefined;
}

/**
 * The author of the words or contact card that a user passed on. If only a name is known, it is kept as an identity
 * that proves nothing: it finds the same person the next time, and follows a merge. Undefined for our own people, and
 * for machines.
 */
export async function authorIn(ctx: Context, event: MessageReceived): Promise<Author | undefined> {
  const { sharedContact: card, forwardedFrom: from } = event;
  if (card && !card.own) return cardOwner(ctx, card.name, card.address ?? '', card.others ?? []);
  if (!from || from.bot) return undefined;
  if (!from.channel || !from.address) return from.name ? named(from.name) : undefined;
  if (userAt(ctx, from.channel, from.address)) return undefined;
  return { name: from.name, mark: { channel: from.channel, address: from.address } };
}

function cardOwner(ctx: Context, name: string, typed: string, written: string[]): Author | undefined {
  const { country } = ctx.settings;
  const { sign } = phoneMark(typed, country, 'named');
  const others = signsOnCard(written, country);
  if (typed && sign) return { name, mark: sign, others };
  return name ? { ...named(name), others } : undefined;
}

const named = (name: string): Author => ({ name, mark: { channel: 'forwarded', address: name, claimed: true } });

/** Keeps what a user passed on as its author's words, whatever is made of it, and offers what can be made. */
export async function onPassedOn(
  ctx: Context,
  user: User,
  event: MessageReceived,
  author: Author,
): Promise<Reply | undefined> {
  const t = texts(localeOf(ctx, user));
  if (!mayAct(user, 'helper')) return failed(t.desk.notAllowed);
  const part = partOf(event);
  const begun = part && (await messageOfAlbum(ctx.tx, part));
  if (part && begun) {
    const attachments = part.attachments.map((file) => carried(file, event.channel));
    await joinAlbum(ctx.tx, begun, { ...part, attachments });
    return undefined;
  }
  const said = {
    ...event,
    text: event.strange ? wordsOf(ctx, event) : event.text,
    sentAt: event.forwardedFrom?.sentAt ?? event.sentAt,
  };
  const { result, journalId } = await keepWords(ctx, user, said, author);
  if (part && result.message) await notePart(ctx.tx, part, result.message.id);
  return offer(ctx, user, event, { ...author, ...result, journalId });
}

/** Keeps words as their author's, with the time when they were said; only once, however often they are passed on. */
export function keepWords(ctx: Context, user: User, words: Words, author: Author) {
  const entry = { userId: user.id, command: `📎 ${author.name || author.mark.address}`, now: ctx.now };
  return journaled(ctx.tx, entry, () => keep(ctx, words, author));
}

async function keep(ctx: Context, said: Words, author: Author): Promise<Kept> {
  const { mark } = author;
  const name = author.name || mark.address;
  const language = languageOf(said.text);
  const draft = { name, ...(author.name && { nameFrom: isProof(mark) ? mark.channel : 'named' }), ...language };
  const known = 'source' in mark ? await namesakeWith(ctx.tx, mark, name) : await contactByIdentity(ctx.tx, [mark]);
  const contact =
    'source' in mark && known
      ? { ...known, changed: false }
      : await resolveContact(ctx.tx, marksOf(mark), draft, ctx.now);
  if (isProof(mark)) await followLanguage(ctx.tx, contact, language);
  await addSigns(ctx.tx, contact.id, author.others ?? []);
  const { identities, signs = [] } = marksOf(mark);
  await lookAlike(ctx, contact, { identities, signs: [...signs, ...(author.others ?? [])] });
  const place = await placeOf(ctx, contact.id, author);
  const message = await insertMessage(ctx.tx, {
    conversationId: place.id,
    direction: 'in',
    externalId: `forward:${said.chat}:${said.externalId}`,
    text: said.text,
    attachments: said.attachments.map((file) => carried(file, said.channel, place.channel)),
    occurredAt: said.sentAt,
  });
  const [reach] = await answeredIn(ctx.tx, contact.id, 1);
  return { contact, place, message, known: known !== undefined, reach };
}

const marksOf = (mark: Author['mark']): Marks =>
  'source' in mark ? { identities: [], signs: [mark] } : { identities: [mark] };

/** Only this guarantees that an answer reaches them. */
const isProof = (mark: Author['mark']): boolean => !('source' in mark) && !mark.claimed;

/**
 * Their chat with us if there is one or may be one; otherwise a conversation of notes, because an answer must not go
 * where nobody listens.
 */
async function placeOf(ctx: Context, contactId: string, { mark, reachable }: Author): Promise<Conversation> {
  const { channel, address } = mark;
  const own = await conversationAt(ctx.tx, { channel, address });
  if (own?.contactId === contactId) return own;
  if (reachable && !own) return openConversation(ctx.tx, { contactId, channel, address });
  return openConversation(ctx.tx, { contactId, channel: 'note', address: `c${contactId}` });
}

async function offer(
  ctx: Context,
  user: User,
  event: MessageReceived,
  { mark, contact, known, reach, journalId }: Author & Kept & { journalId: string | undefined },
): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const name = contact.name || mark.address;
  const when = clockOf(ctx, locale);
  const namesakes = known ? [] : await namesakeButtons(ctx, t, contact);
  const sentAt = event.forwardedFrom?.sentAt;
  return {
    title: t.passedOn.kept(name),
    ...(namesakes.length > 0 && { text: t.passedOn.namesakes }),
    ...(event.text && { quote: truncate(event.text, QUOTE_GRAPHEMES) }),
    ...(sentAt && { fields: [{ label: t.passedOn.written, value: formatWhen(sentAt, when) }] }),
    buttons: [
      ...namesakes,
      makeButtons(t, contact.id, event.text),
      ...(reach && !isProof(mark) ? [[answerAt(t, name, reach)]] : []),
      otherButtons(t, contact.id, mark, journalId),
    ],
    ...hintOrPlace(t, name, mark, reach),
  };
}

/** The command that makes something of a contact's words: their first line gives its title. */
export function makeOf(make: 'lead' | 'ticket', contactId: string, text: string): string {
  const line = text.split('\n').find((part) => part.trim() !== '') ?? '';
  return `/${make} c${contactId} ${truncate(line.trim(), TITLE_GRAPHEMES)}`.trim();
}

function makeButtons(t: Texts, contactId: string, text: string): Button[] {
  return [
    { label: t.triage.label.lead, command: makeOf('lead', contactId, text) },
    { label: t.triage.label.ticket, command: makeOf('ticket', contactId, text) },
    ...(text ? [{ label: t.button.note, command: `/note c${contactId} ${text}` }] : []),
  ];
}

function otherButtons(t: Texts, contactId: string, { channel }: Identity, journalId: string | undefined): Button[] {
  return [
    { label: t.button.contact, command: `/contact c${contactId}` },
    ...(linkOf(channel) ? [] : [{ label: t.passedOn.link, command: `/link c${contactId}` }]),
    ...(journalId ? [{ label: t.button.undo, command: `/undo ${journalId}` }] : []),
  ];
}

/** An answer to this line goes to them only if it is proven to be them. */
function hintOrPlace(t: Texts, name: string, mark: Author['mark'], reach: Conversation | undefined) {
  if (reach) return isProof(mark) ? { about: reach.id } : { hint: t.passedOn.notSure(name) };
  return { hint: mark.channel === 'forwarded' ? t.passedOn.hidden(name) : t.passedOn.notReachable(name) };
}

/** It is not proven that it was theirs, so the user sees where an answer would go before writing one. */
function answerAt(t: Texts, name: string, reach: Conversation): Button {
  return { label: t.passedOn.answerAt(name, t.channel(channelOf(reach))), command: `/inbox v${reach.id}` };
}

/** Somebody new may be known already in another way: only the user can tell. */
async function namesakeButtons(ctx: Context, t: Texts, { id, name }: Contact): Promise<Button[][]> {
  if (name === '') return [];
  const rows = await ctx.tx<{ id: string }>`
    select id from contacts where fold_text(name) = fold_text(${name}) and id <> ${id} order by last_seen_at desc nulls last
    limit ${MAX_NAMESAKES}`;
  const buttons: Button[][] = [];
  for (const row of rows) {
    const [first] = await identitiesOf(ctx.tx, row.id);
    const label = t.passedOn.same([name, first?.address].filter(Boolean).join(' · '));
    buttons.push([{ label, command: `/merge c${row.id} c${id}` }]);
  }
  return buttons;
}
