import type { Sql } from '../../db/sql.ts';
import { hasLetters } from '../channel.ts';
import { lastWords } from '../shown.ts';
import { type AnswerWay, answerWay } from './answer_way.ts';
import { answeredIn, type Conversation } from './conversation.ts';

/** A conversation an answer may be meant for, and who wrote its last words. */
export interface Rival {
  conversation: Conversation;
  way: AnswerWay;
  /** The address and, where it is not the contact's, the name the last words came under; null: the contact's own. */
  author: string | null;
  authorName: string | null;
}

/** A customer seldom has more going on than this; otherwise the owner answers a card. */
const MOST = 8;
/** A conversation that has been silent for this long is over. */
const OVER_MS = 30 * 24 * 3_600_000;

/**
 * Where an answer to this contact may go when nobody says in which conversation. The first is the one that waits longest, else the one
 * last spoken in. It stands alone unless others are as likely meant and somebody else would read the answer there: they wait too,
 * or none waits, or the last words in the first are not the contact's own. Where both wait by two ways it does not stand alone either.
 */
export async function rivalsFor(sql: Sql, contactId: string): Promise<Rival[]> {
  const [first, ...others] = await answeredIn(sql, contactId, MOST);
  if (!first) return [];
  const leading = await rivalOf(sql, first);
  if (others.length === 0) return [leading];
  const isClear = first.waitingSince !== null && leading.author === null && leading.authorName === null;
  const likely = others.filter((other) => (isClear ? other.waitingSince !== null : isOpen(other, first)));
  const rivals: Rival[] = [];
  for (const other of likely) rivals.push(await rivalOf(sql, other));
  return rivals.some((rival) => !haveSameReaders(leading, rival) || areTwoWays(leading, rival))
    ? [leading, ...rivals]
    : [leading];
}

function isOpen({ waitingSince, lastMessageAt }: Conversation, first: Conversation): boolean {
  if (waitingSince) return true;
  const age = (first.lastMessageAt?.getTime() ?? 0) - (lastMessageAt?.getTime() ?? 0);
  return lastMessageAt !== null && age < OVER_MS;
}

export async function rivalOf(sql: Sql, conversation: Conversation): Promise<Rival> {
  const [last] = await sql<{ author: string | null; authorName: string | null }>`
    select m.author, m.author_name as "authorName"
    from conversations v join messages m on m.id = ${lastWords(sql)} where v.id = ${conversation.id}`;
  const { author = null, authorName = null } = last ?? {};
  return { conversation, way: await answerWay(sql, conversation), author, authorName };
}

/** In a chat, or in a mail to the contact alone, it is the contact who reads; two addresses may be two desks. */
function haveSameReaders(one: Rival, other: Rival): boolean {
  const [mine, theirs] = [one, other].map(readers);
  const bothMail = hasLetters(one.conversation.channel) && hasLetters(other.conversation.channel);
  return mine === theirs && (!bothMail || one.way.address === other.way.address);
}

/** Whichever of them it is for, the same people read it. */
export const areReadAlike = ([first, ...others]: readonly Rival[]): boolean =>
  others.every((other) => haveSameReaders(first!, other));

/** Mail and a chat, or chats of two kinds, that both wait: which of them was asked what is answered now, only the owner knows. */
function areTwoWays(one: Rival, other: Rival): boolean {
  const bothWait = [one, other].every(({ conversation }) => conversation.waitingSince !== null);
  return bothWait && one.conversation.channel !== other.conversation.channel;
}

/** Everybody but the contact. */
function readers({ conversation, way, author, authorName }: Rival): string {
  const elsewhere = way.address === conversation.address ? [] : [way.address];
  return [...new Set([author ?? '', authorName ?? '', ...elsewhere, ...way.copies])]
    .filter(Boolean)
    .toSorted()
    .join(' ');
}
