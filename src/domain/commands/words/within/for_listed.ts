import type { Place } from '../../../../outbox/message.ts';
import { texts } from '../../../../text/texts.ts';
import { type Context, localeOf } from '../../../context.ts';
import { loadContactNow } from '../../../merge/merge.ts';
import type { User } from '../../../owner/user.ts';
import type { Button, Reply } from '../../../reply.ts';
import { addressedIn } from '../../who/addressed.ts';
import { distinctName } from '../../who/choices.ts';
import { MAX_CHOICES } from '../../who/readings.ts';
import { commandMeant } from '../command_meant.ts';
import { offerForWords } from '../plain_words.ts';

/** Words under a card that lists several people: for one of them, or what is made of any words. */
export async function offerForListed(
  ctx: Context,
  user: User,
  people: readonly string[],
  text: string,
  place: Place,
): Promise<Reply> {
  const offered = await offerForWords(ctx, user, text, await commandMeant(ctx, user, text, place));
  const addressed = await addressedIn(ctx, text);
  if (addressed && addressed.ids.length > 0) return offered;
  const t = texts(localeOf(ctx, user));
  const found = [];
  for (const id of new Set(people)) found.push(await loadContactNow(ctx.tx, id));
  const ids = [...new Set(found.flatMap((contact) => (contact ? [contact.id] : [])))].slice(0, MAX_CHOICES);
  const rows: Button[][] = [];
  for (const id of ids) {
    const name = await distinctName({ ...ctx, t }, id);
    rows.push([{ label: t.desk.answerThem(name), command: `/reply c${id} ${text}`, whole: true }]);
  }
  return { ...offered, buttons: [...rows, ...(offered.buttons ?? [])] };
}
