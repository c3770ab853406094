import { secondWishIn } from '../../../../text/sentence/own/second_wish.ts';
import type { Context } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { commandOf } from '../../called.ts';
import type { AnyCommand } from '../../command.ts';
import { whoIsNamed } from '../../who/whole_or_part.ts';
import { type Became, sentenceMeant } from '../sentences.ts';

/** Their words are free: what else is wished would become a part of them. */
const TAKES_ALL: readonly AnyCommand['name'][] = ['task', 'note'];

/** A line of two wishes of which the first would swallow the other: remind me to call Jo and tell Mark it's ready. Undefined: it is one. */
export async function twoWishes(ctx: Context, user: User, text: string): Promise<Became[] | undefined> {
  const wishes = secondWishIn(text);
  if (!wishes) return undefined;
  const first = await sentenceMeant(ctx, user, wishes.first);
  const name = first && commandOf(first.line)?.name;
  if (!first || !name || !TAKES_ALL.includes(name)) return undefined;
  const second =
    wishes.noted === undefined
      ? await sentenceMeant(ctx, user, wishes.second)
      : await notedOf(ctx, wishes.first, wishes.noted);
  return second && commandOf(second.line)?.changes ? [first, second] : undefined;
}

/** A note on whoever the first wish names; where that is not one, it asks on whom. */
async function notedOf(ctx: Context, first: string, words: string): Promise<Became> {
  const { ids } = await whoIsNamed(ctx, first);
  const [id, ...others] = ids;
  const contact = id !== undefined && others.length === 0 ? await loadContact(ctx.tx, id) : undefined;
  if (!contact) return { line: `/note ? ${words}`, shown: `/note ? ${words}`, atOnce: false };
  return {
    line: `/note c${contact.id} ${words}`,
    shown: `/note ${contact.name} ${words}`,
    atOnce: false,
    ids: [contact.id],
  };
}
