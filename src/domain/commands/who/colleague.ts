import { fold } from '../../../text/fold.ts';
import { isGlued } from '../../../text/person/border.ts';
import { behindAsking, isAsked, isAskedBehind, isToldOf, sentFor } from '../../../text/person/errand.ts';
import { greetedInChinese, latinNames, namesGreeted, spokenOfIn } from '../../../text/person/greeting.ts';
import { titledIn, vocatives } from '../../../text/person/vocative.ts';
import type { User, UserAt } from '../../user.ts';
import { ownWords } from '../words/own_words.ts';
import { namesInForm } from './addressed.ts';
import { isCalledSo, isEverybody, isNamedBy, isSaying } from './naming.ts';

/** @Bob, wherever it stands; in an address it follows a letter. */
const HANDLE = /(?<![\p{L}\p{N}._-])[@＠]\s?([\p{L}\p{N}][\p{L}\p{M}\p{N}'’._-]*)/gu;

/**
 * Whether words under a card name another user: they are said to them, told them or speak of them, in any form in which they could name
 * a customer. Whoever writes them may sign, and a name that is the card's own is the customer's.
 */
export function namesColleague(
  { users }: { users: readonly UserAt[] },
  text: string,
  card: { name: string } | undefined,
  by: Pick<User, 'id'>,
): boolean {
  const others = users.filter(
    ({ id, name }) => id !== by.id && name !== '' && !isEverybody(name) && name !== card?.name,
  );
  return others.some((user) => isHandled(user, text) || isNamedIn(user.name, text, card?.name ?? ''));
}

const isHandled = ({ name, address }: UserAt, text: string): boolean =>
  [...text.matchAll(HANDLE)].some(([, handle = '']) => {
    const typed = handle.replace(/[._\d-]+/gu, ' ').trim();
    return handle === address || isNamedBy(name, typed) || startsWithName(name, handle);
  });

function isNamedIn(name: string, text: string, own: string): boolean {
  const typed = [...namesGreeted(text).map((one) => one.name), ...namesInForm(text), ...latinSpokenOf(text)];
  if (typed.some((one) => isNamedBy(name, one) && !isNamedBy(own, one) && mayBeName(one))) return true;
  const titled = titledIn(text).filter(({ index, left }) => index === 0 && !isToldOf(left));
  const called = [...vocatives(text), ...titled];
  if (called.some((one) => isCalledSo(name, one) && !isCalledSo(own, one) && mayBeName(one.said))) return true;
  if (isAskedInLatin(name, text, own)) return true;
  return fronts(text).some((front) => startsWithName(name, front) && !isToldOf(behindName(name, front)));
}

const behindName = (name: string, front: string): string => front.trimStart().slice(name.length);

function isAskedInLatin(name: string, text: string, own: string): boolean {
  const { sent, rest } = sentFor(text);
  return latinNames(rest).some(({ name: typed, left }) => {
    if (!isNamedBy(name, typed) || isNamedBy(own, typed) || !mayBeName(typed)) return false;
    if (sent) return isAskedBehind(left);
    return isAsked(left) || (/^\s/u.test(left) && ownWords(left.trim()) !== undefined);
  });
}

const mayBeName = (typed: string): boolean => !isSaying(typed) || /^\p{Lu}/u.test(typed);

function latinSpokenOf(text: string): string[] {
  const spoken = spokenOfIn(text);
  return spoken ? latinNames(spoken.rest).map(({ name }) => name) : [];
}

/** Where a Chinese name may stand with the words right behind it: 王芳你看一下, 问问王芳, 您好王芳. */
function fronts(text: string): string[] {
  const spoken = spokenOfIn(text);
  return [text, greetedInChinese(text).rest, behindAsking(text), ...(spoken?.chinese ? [spoken.rest] : [])];
}

/** Whether another user has exactly this name: it is them rather than a customer who is called so in part. */
export const isColleague = ({ users }: { users: readonly UserAt[] }, typed: string, by: Pick<User, 'id'>): boolean =>
  users.some(({ id, name }) => id !== by.id && name !== '' && fold(name) === fold(typed).trim());

/** A whole Chinese name; of other letters, words that follow one another. */
function startsWithName(name: string, text: string): boolean {
  const [whole, said] = [fold(name), fold(text).trimStart()];
  if ([...whole].length < 2 || !said.startsWith(whole)) return false;
  if (/^\p{Script=Han}+$/u.test(whole)) return true;
  const behind = said.slice(whole.length);
  return isGlued(behind) || (whole.includes(' ') && !/^[\p{L}\p{N}]/u.test(behind));
}
