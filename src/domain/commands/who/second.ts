import { ALSO_WORDS } from '../../../text/person/greeting.ts';
import { behindJoiner } from '../../../text/person/joined.ts';
import { saysOfNamed } from '../../../text/person/whom/says_of.ts';
import { truncate } from '../../../text/truncate.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { type Asking, addressedIn, called, gluedName, havingName } from './addressed.ts';
import type { Again } from './choices.ts';
import { isSaying, isSayingBefore, nameCuts } from './naming.ts';
import type { Reading } from './proof.ts';
import { byWholeName, MAX_CHOICES } from './readings.ts';

const WORDS_GRAPHEMES = 30;
/** Of those who stand in a row no more are looked for. */
const MOST = 4;

/** Behind the name of whom a command means stand others: it is for each of them, or the words begin so. `inRow`: a comma stands between. Undefined: nobody does. */
export async function askOfSecond(
  ctx: CommandContext,
  contact: Contact,
  left: string,
  again: Again,
  inRow = false,
): Promise<Reply | undefined> {
  const row = await othersInRow(ctx, contact.id, left, inRow);
  if (!row) return undefined;
  const { others, words } = row;
  const said = (name: string, rest: string) => (rest ? `${name}: ${truncate(rest, WORDS_GRAPHEMES)}` : name);
  const button = (label: string, id: string, rest: string): Button[] => [
    { label: said(label, rest), command: again(`c${id}`, rest).trim() },
  ];
  const buttons = [button(nameOf(contact), contact.id, words)];
  for (const id of [...new Set(others.flatMap(({ ids }) => ids))].slice(0, MAX_CHOICES)) {
    const other = await loadContact(ctx.tx, id);
    if (other) buttons.push(button(nameOf(other), id, words));
  }
  buttons.push(button(nameOf(contact), contact.id, left));
  return failed(
    ctx.t.find.forEach(
      nameOf(contact),
      others.map(({ name }) => name),
    ),
    { buttons },
  );
}

/** Who else stands in a row behind somebody, and what is said behind them. Undefined: nobody. */
export async function othersInRow(
  ctx: Asking,
  id: string | undefined,
  left: string,
  inRow = false,
): Promise<{ others: Reading[]; words: string } | undefined> {
  const others: Reading[] = [];
  let words = left;
  while (others.length < MOST) {
    const next = await nextNamed(ctx, words, inRow);
    if (!next || (id !== undefined && next.ids.includes(id))) break;
    others.push(next);
    words = next.left.replace(/^[\s:：,，]+/u, '');
  }
  return others.length > 0 ? { others, words } : undefined;
}

/** Who is named next: joined to whoever stands before, or by a whole name, or by one with a colon. */
async function nextNamed(ctx: Asking, words: string, inRow: boolean): Promise<Reading | undefined> {
  const joined = behindJoiner(words);
  if (joined !== undefined) return namedAtAll(ctx, joined);
  const next = inRow && !ALSO_WORDS.test(words.split(/[\s,，]/u, 1)[0]!) ? await namedAtAll(ctx, words) : undefined;
  if (next) return next;
  const glued = await gluedName(ctx, words, havingName);
  if (glued && !isSaying(glued.name)) return saysOfNamed(words, glued.name) ? undefined : glued;
  const whole = /^\p{L}/u.test(words) ? await byWholeName(ctx, words) : undefined;
  if (whole && isName(whole.name)) return saysOfNamed(words, whole.name) ? undefined : whole;
  if (!/^[^\n:：]{1,60}[:：]/u.test(words)) return undefined;
  const named = await addressedIn(ctx, words);
  return named && named.ids.length > 0 ? { name: named.name, ids: named.ids, left: named.words } : undefined;
}

const isName = (typed: string): boolean =>
  /\s/u.test(typed) || (/^\p{Lu}/u.test(typed) && !isSaying(typed) && !ALSO_WORDS.test(typed));

/** Somebody known by a name or a part of it. */
async function namedAtAll(ctx: Asking, words: string): Promise<Reading | undefined> {
  const whole = (await byWholeName(ctx, words)) ?? (await gluedName(ctx, words, called));
  if (whole) return whole;
  const [cut] = nameCuts(words);
  if (!cut || isSayingBefore(cut.name, cut.left)) return undefined;
  const { ids } = await called(ctx, cut.name);
  return ids.length > 0 ? { ...cut, ids } : undefined;
}
