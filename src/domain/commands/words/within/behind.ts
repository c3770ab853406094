import type { Part } from '../../../../text/sentence/parts.ts';
import type { Context } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import type { Contact } from '../../../people/contact.ts';
import type { AnyCommand } from '../../command.ts';
import { meantWithin } from '../bare.ts';
import { sentenceUnderCard } from '../sentences.ts';
import { orderNaming } from './second_order.ts';

/** A customer is asked or told to do the same, or told that it is so: ok, cancel; 好了，成交. */
const SAID_TOO: readonly AnyCommand['name'][] = [
  ...(['cancel', 'delete', 'undo', 'answered', 'add', 'find', 'edit', 'done', 'won', 'lead', 'ticket'] as const),
];

/** The line of a command that begins behind an answer, within its sentence. Undefined: what stands there is the answer's. */
export async function lineBehind(
  ctx: Context,
  user: User,
  clause: Part,
  card: Pick<Contact, 'id' | 'name'>,
): Promise<string | undefined> {
  const meant = meantWithin({ ...clause, last: true }, card.name);
  const isSaid = meant?.words === '' && (SAID_TOO.includes(meant.command.name) || !meant.command.changes);
  if (meant && !isSaid) return `/${meant.command.name} ${meant.words}`.trim();
  const order = await orderNaming(ctx, clause.text);
  return order ?? (await sentenceUnderCard(ctx, user, clause.text, card.id))?.shown;
}
