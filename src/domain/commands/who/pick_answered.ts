import { normaliseEmail } from '../../../text/normalise.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { hasLetters } from '../../channel.ts';
import { type Contact, identitiesOf, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { EMAIL } from '../../people/sign.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type AnswerWay, answerWay } from '../../talk/answer_way.ts';
import { type AnswerPlace, conversationAtAddress, loadConversation, refOfPlace } from '../../talk/conversation.ts';
import { placeName } from '../../talk/destination.ts';
import { firstMailTo, mailAddressOf, sendsMail } from '../../talk/mail/first_mail.ts';
import { areReadAlike, type Rival, rivalsFor } from '../../talk/rivals.ts';
import { goesTo, isElsewhere } from '../../talk/who_gets_it.ts';
import { asOnCard, type CommandContext, isUnasked } from '../command.ts';
import { explicitConversation, splitFirst } from '../words/words.ts';
import { askOfRef } from './choices.ts';
import { nameCuts } from './naming.ts';
import { type Picked, pickContact, pickNamed } from './pick.ts';
import { mailIn } from './proof.ts';

const LABEL_GRAPHEMES = 60;

/** Whom a command that answers somebody means, and in which conversation; undefined where they have none. */
export interface PickedAnswer {
  contact: Contact;
  conversation: AnswerPlace | undefined;
  /** What they are typed by. */
  ref: string;
  /** They were named by an address: where an answer to them would go otherwise, if that is elsewhere. */
  otherwise?: Otherwise;
}

/** Another place they may be answered in. */
export interface Otherwise {
  conversation: AnswerPlace;
  way: AnswerWay;
}

type Again = (ref: string, rest: string) => string;

/**
 * As `pickContact`, for what is said to a customer: `v12` names the conversation itself, under a card it is the card's, else the one
 * that is clear; where other people would read the answer in each, it asks.
 */
export async function pickAnswered(
  ctx: CommandContext,
  words: string,
  again: Again,
): Promise<(PickedAnswer & { rest: string }) | { ask: Reply }> {
  const picked = await answered(ctx, words, again);
  if (!('ask' in picked)) return picked;
  // once it is known whom it is for, its words are still to be asked about
  if (isUnasked(ctx)) return { ask: withEach(picked.ask, { whole: true, unasked: true }) };
  return ctx.pressed?.whole ? { ask: withEach(picked.ask, { whole: true }) } : picked;
}

const withEach = ({ buttons, ...ask }: Reply, more: Pick<Button, 'whole' | 'unasked'>): Reply => ({
  ...ask,
  ...(buttons && { buttons: buttons.map((row) => row.map((button) => ({ ...button, ...more }))) }),
});

async function answered(
  ctx: CommandContext,
  words: string,
  again: Again,
): Promise<(PickedAnswer & { rest: string }) | { ask: Reply }> {
  const [first, rest] = splitFirst(words);
  const named = await explicit(ctx, first);
  if (named && isMeant(ctx, named))
    return (await askOfRef(ctx, { name: first, left: rest }, named.contact.id, again)) ?? { ...named, rest };
  if (named && ctx.about && !isOfCard(ctx, named))
    return { ask: cardOrRef(ctx, ctx.about, named, { rest, words }, again) };
  const asked = await ofOwnAddress(ctx, words, again);
  if (asked) return { ask: asked };
  const picked = await pickContact(ctx, words, again);
  if ('ask' in picked) return picked;
  const there = await inConversation(ctx, picked, again);
  return 'ask' in there ? there : { ...there, rest: picked.rest };
}

/** As `pickAnswered`, for commands whose words can only be a name. */
export async function pickAnsweredNamed(
  ctx: CommandContext,
  words: string,
  again: (ref: string) => string,
): Promise<PickedAnswer | { ask: Reply }> {
  const named = await explicit(ctx, words.trim());
  if (named) return (await askOfRef(ctx, { name: words.trim(), left: '' }, named.contact.id, again)) ?? named;
  const picked = await pickNamed(ctx, words, again);
  return 'ask' in picked ? picked : inConversation(ctx, picked, again);
}

async function explicit(ctx: CommandContext, word: string): Promise<PickedAnswer | undefined> {
  const id = explicitConversation(word);
  const named = id && (await loadConversation(ctx.tx, id));
  if (!named) return undefined;
  const conversation = asOnCard(ctx, named);
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  const shown = ctx.pressed?.goesTo;
  return { contact, conversation: shown ? { ...conversation, shown } : conversation, ref: `v${conversation.id}` };
}

/** Typed under a card, "v2 is ready" may be words to its customer; on a button, or where no card is answered, `v2` is a ref. */
const isMeant = ({ about, pressed }: CommandContext, { contact }: PickedAnswer): boolean =>
  !about ||
  (pressed !== undefined && !pressed.typed) ||
  (about.conversation?.likely !== undefined && about.contact.id === contact.id);

const isOfCard = ({ about }: CommandContext, { ref }: PickedAnswer): boolean => ref === `v${about?.conversation?.id}`;

/** Words to the card's customer, or to whom the ref names? Only the owner knows. */
function cardOrRef(
  { t }: CommandContext,
  about: NonNullable<CommandContext['about']>,
  { contact, ref }: PickedAnswer,
  { rest, words }: { rest: string; words: string },
  again: Again,
): Reply {
  const named = `${nameOf(contact)} (${ref})`;
  const card = nameOf(about.contact);
  const buttons: Button[][] = [
    [{ label: card, command: again(`c${about.contact.id}`, words).trim() }],
    [{ label: named, command: again(ref, rest).trim() }],
  ];
  return failed(t.find.cardOrNamed(card, named), {
    buttons,
    ...(about.conversation && { about: about.conversation.id }),
  });
}

/** Words under a card that begin with an address of its own customer: where they go, or a part of them. Only the owner knows. */
async function ofOwnAddress(ctx: CommandContext, words: string, again: Again): Promise<Reply | undefined> {
  const [cut] = ctx.about && ctx.typed ? nameCuts(words) : [];
  const at = cut?.left ? mailIn(cut.name) : undefined;
  if (!ctx.about || !cut || !at) return undefined;
  const { contact, conversation } = ctx.about;
  const own = (await identitiesOf(ctx.tx, contact.id)).some(
    ({ channel, address }) => channel === EMAIL && address === at,
  );
  const there = own && (await placeAt(ctx, contact, at));
  if (!there) return undefined;
  const place: Again = (ref, rest) => again(ref, rest).trim();
  const buttons: Button[][] = [
    [{ label: at, command: place(refOfPlace(there), cut.left) }],
    [{ label: nameOf(contact), command: place(`c${contact.id}`, words) }],
  ];
  return failed(ctx.t.find.cardOrNamed(nameOf(contact), at), {
    buttons,
    ...(conversation && { about: conversation.id }),
  });
}

/** Where they are answered at this address of theirs: where they have written, else in a first mail. */
async function placeAt(ctx: CommandContext, contact: Contact, at: string): Promise<AnswerPlace | undefined> {
  const there = await conversationAtAddress(ctx.tx, contact.id, at);
  if (!there) return normaliseEmail(at) && sendsMail(ctx) ? firstMailTo(ctx, contact, at) : undefined;
  const way = await answerWay(ctx.tx, there);
  return way.address === at ? there : { ...there, shown: { address: at, copies: way.copies } };
}

/** An address that was typed is where it goes, or it is asked: never another one in its place. */
async function atAddress(
  ctx: CommandContext,
  contact: Contact,
  at: string,
  again: (ref: string) => string,
): Promise<PickedAnswer | { ask: Reply } | undefined> {
  const rivals = await rivalsFor(ctx.tx, contact.id);
  const there = rivals.filter(({ way }) => way.address === at);
  if (there.length > 1) return { ask: whichConversation(ctx.t, contact, there, again) };
  const conversation = there[0]?.conversation ?? (await placeAt(ctx, contact, at));
  const other = rivals.find(({ way }) => way.address !== at) ?? (await otherMail(ctx, contact, at));
  if (conversation) return { contact, conversation, ref: refOfPlace(conversation), ...(other && { otherwise: other }) };
  return other && normaliseEmail(at) ? { ask: whichConversation(ctx.t, contact, rivals, again) } : undefined;
}

/** To somebody who has never written: their other address. */
async function otherMail(ctx: CommandContext, contact: Contact, at: string): Promise<Otherwise | undefined> {
  const other = await mailAddressOf(ctx, contact.id);
  if (!other || other === at || !sendsMail(ctx)) return undefined;
  const conversation = await firstMailTo(ctx, contact, other);
  return { conversation, way: await answerWay(ctx.tx, conversation) };
}

async function inConversation(
  ctx: CommandContext,
  { contact, conversation: named, rest, at }: Extract<Picked, { contact: Contact }>,
  again: Again,
): Promise<PickedAnswer | { ask: Reply }> {
  if (named) return { contact, conversation: named, ref: `v${named.id}` };
  const there = at === undefined ? undefined : await atAddress(ctx, contact, at, (ref) => again(ref, rest));
  if (there) return there;
  const ofCard = ctx.about?.contact.id === contact.id ? ctx.about.conversation : undefined;
  if (ofCard && !ofCard.likely) {
    const conversation = ofCard;
    return { contact, conversation, ref: `v${conversation.id}` };
  }
  const rivals = await rivalsFor(ctx.tx, contact.id);
  if (rivals.length > 1) return { ask: whichConversation(ctx.t, contact, rivals, (ref) => again(ref, rest)) };
  const [rival] = rivals;
  if (rival && isUnseen(ctx, rival)) return { ask: whoGetsIt(ctx.t, contact, rival, (ref) => again(ref, rest)) };
  const conversation = rival?.conversation;
  return { contact, conversation, ref: conversation ? `v${conversation.id}` : `c${contact.id}` };
}

/** Its label named whom it is for, and others would get it. */
const isUnseen = ({ pressed }: CommandContext, { conversation, way }: Rival): boolean =>
  pressed?.button !== undefined && !pressed.typed && isElsewhere(conversation, way);

function whoGetsIt(t: Texts, contact: Contact, rival: Rival, again: (ref: string) => string): Reply {
  return { ...whichConversation(t, contact, [rival], again), text: t.confirm.whoGetsIt };
}

/** In which conversation? Each with who wrote there last and where the answer would go, whole: what no button holds stands in the text. */
export function whichConversation(
  t: Texts,
  contact: Contact,
  rivals: readonly Rival[],
  again: (ref: string) => string,
): Reply {
  const labels = rivals.map((rival) => labelOf(t, contact, rival));
  const isCut = labels.some((label) => label !== truncate(label, LABEL_GRAPHEMES));
  const buttons = rivals.map((rival, nth): Button[] => [
    {
      label: isCut ? truncate(`${refOf(rival)} · ${labels[nth]}`, LABEL_GRAPHEMES) : labels[nth]!,
      command: again(refOf(rival)).trim(),
      ...goesTo(rival.conversation, rival.way),
    },
  ]);
  const lines = isCut ? rivals.map((rival, nth) => `${refOf(rival)} · ${labels[nth]}`) : [];
  const { whichConversation: asksWhich, waitsInSeveral } = t.find;
  const question = (areReadAlike(rivals) ? waitsInSeveral : asksWhich)(nameOf(contact));
  return failed([question, ...lines].join('\n'), { buttons });
}

const refOf = ({ conversation }: Rival): string => `v${conversation.id}`;

function labelOf(t: Texts, contact: Contact, { conversation, way, author, authorName }: Rival): string {
  const writer = authorName ?? author ?? nameOf(contact);
  const to = hasLetters(conversation.channel) ? [way.address, ...way.copies].join(', ') : undefined;
  const place = placeName(t, conversation, to);
  return [writer, way.subject, place].filter(Boolean).join(' · ');
}
