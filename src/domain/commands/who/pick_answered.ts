import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { hasLetters } from '../../channel.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { type Conversation, loadConversation } from '../../talk/conversation.ts';
import { placeName } from '../../talk/destination.ts';
import { type Rival, rivalsFor } from '../../talk/rivals.ts';
import { goesTo, isElsewhere } from '../../talk/who_gets_it.ts';
import { asOnCard, type CommandContext } from '../command.ts';
import { explicitConversation, splitFirst } from '../words/words.ts';
import { askOfRef } from './choices.ts';
import { type Picked, pickContact, pickNamed } from './pick.ts';

const LABEL_GRAPHEMES = 60;

/** Whom a command that answers somebody means, and in which conversation; undefined where they have none. */
export interface PickedAnswer {
  contact: Contact;
  conversation: Conversation | undefined;
  /** What they are typed by. */
  ref: string;
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
  const [first, rest] = splitFirst(words);
  const named = await explicit(ctx, first);
  if (named && isMeant(ctx, named))
    return (await askOfRef(ctx, { name: first, left: rest }, named.contact.id, again)) ?? { ...named, rest };
  if (named && ctx.about && !isOfCard(ctx, named))
    return { ask: cardOrRef(ctx, ctx.about, named, { rest, words }, again) };
  const picked = await pickContact(ctx, words, again);
  if ('ask' in picked) return picked;
  const answered = await inConversation(ctx, picked, again);
  return 'ask' in answered ? answered : { ...answered, rest: picked.rest };
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

async function inConversation(
  ctx: CommandContext,
  { contact, conversation: named, rest }: Extract<Picked, { contact: Contact }>,
  again: Again,
): Promise<PickedAnswer | { ask: Reply }> {
  if (named) return { contact, conversation: named, ref: `v${named.id}` };
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
  return failed([t.find.whichConversation(nameOf(contact)), ...lines].join('\n'), { buttons });
}

const refOf = ({ conversation }: Rival): string => `v${conversation.id}`;

function labelOf(t: Texts, contact: Contact, { conversation, way, author, authorName }: Rival): string {
  const writer = authorName ?? author ?? nameOf(contact);
  const to = hasLetters(conversation.channel) ? [way.address, ...way.copies].join(', ') : undefined;
  const place = placeName(t, conversation, to);
  return [writer, way.subject, place].filter(Boolean).join(' · ');
}
