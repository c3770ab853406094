import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import type { Context } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import type { Contact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button, Field } from '../../reply.ts';
import { justAnswered } from '../../talk/turn.ts';
import { lastToWait } from '../../talk/waiting.ts';
import { maySayIt, newsFor, toWhom } from './may_say.ts';
import { offeredTo } from './words_for.ts';

const LABEL_GRAPHEMES = 30;

interface Named {
  /** They are no command, and name nobody by a whole name. */
  isFree: boolean;
  /** Whoever they name, where no command is read in them. */
  one: Contact | undefined;
}

/**
 * The buttons by which words without a command would leave: to whom they name, else to whoever was just answered and whoever waits; whoever
 * spoke last comes first.
 */
export async function sendsFor(
  ctx: Context,
  user: User,
  t: Texts,
  text: string,
  { isFree, one }: Named,
): Promise<{ buttons: Button[]; fields: Field[] }> {
  const isSaid = isFree && maySayIt(text);
  const whom = isSaid ? await toWhom(ctx, user, text) : undefined;
  const news = one && !whom ? await newsFor(ctx, text, { id: one.id, name: nameOf(one) }) : undefined;
  if (news) {
    const { to, words } = news;
    return together([await offeredTo(ctx, t, to, words, t.desk.sendOnly(truncate(words, LABEL_GRAPHEMES), to.name))]);
  }
  if (!isSaid || whom) return together(whom?.to ? [await offeredTo(ctx, t, whom.to, text)] : []);
  const [before, waits] = await Promise.all([justAnswered(ctx.tx, user.id, ctx.now), lastToWait(ctx.tx, ctx.now)]);
  const also = before && (await offeredTo(ctx, t, before, text, t.desk.alsoTo(before.name)));
  const isOther = waits?.conversation.id !== before?.conversation.id;
  const send = waits && isOther ? await offeredTo(ctx, t, waits, text) : undefined;
  const [spoke, answered] = [waits, before].map((at) => at?.conversation.lastMessageAt?.getTime() ?? 0);
  return together((spoke! > answered! ? [send, also] : [also, send]).filter((one) => one !== undefined));
}

const together = (sends: readonly { button: Button; fields: Field[] }[]): { buttons: Button[]; fields: Field[] } => ({
  buttons: sends.map(({ button }) => button),
  fields: sends.flatMap(({ fields }) => fields),
});
