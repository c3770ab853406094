import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import type { Field, Reply } from '../../reply.ts';
import { commandOf } from '../called.ts';
import type { Addressed } from '../who/addressed.ts';
import { addressedButtons, sendRows } from '../who/words_for.ts';
import { sentenceMeant } from './sentences.ts';
import { onlyFilledIn } from './values.ts';
import { splitFirst } from './words.ts';

/** How many lines behind the first are looked at. */
const MOST_LINES = 5;

/** A line, and what the lines behind it are to tell somebody. */
export interface TwoOrders {
  line: string;
  to: Addressed;
}

/** /task call the bank⏎let Dave know it ships: two orders, though only one begins with a command. Undefined: it is one. */
export async function ordersIn(ctx: Context, user: User, text: string): Promise<TwoOrders | undefined> {
  const [head = '', ...further] = text.split('\n');
  if (further.length === 0 || !commandOf(text)?.titles || onlyFilledIn(splitFirst(head)[1])) return undefined;
  for (const [nth, line] of further.slice(0, MOST_LINES).entries()) {
    const told = line.trim() === '' ? undefined : (await sentenceMeant(ctx, user, line.trim()))?.to;
    if (!told) continue;
    const rest = further.slice(nth).join('\n').trim();
    const whole = rest === line.trim() ? told : (await sentenceMeant(ctx, user, rest))?.to;
    return { line: [head, ...further.slice(0, nth)].join('\n').trim(), to: whole ?? told };
  }
  return undefined;
}

/** What came of the first, and what the second is to tell: that leaves by a tap of its own. */
export async function withSecond(ctx: Context, user: User, reply: Reply, to: Addressed): Promise<Reply> {
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const offered = await addressedButtons(ctx, t, locale, to);
  const { name, fields, words } = offered;
  const said: Field = { label: t.desk.answerThem(name), value: words ?? to.words };
  return {
    ...reply,
    fields: [...(reply.fields ?? []), ...fields, said],
    buttons: [...sendRows(t, offered, to.words), ...(reply.buttons ?? [])],
  };
}
