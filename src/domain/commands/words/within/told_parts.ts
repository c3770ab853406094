import type { Place } from '../../../../outbox/message.ts';
import { askedOf, toldTo } from '../../../../text/person/third_person.ts';
import { courtesyIn } from '../../../../text/sentence/only_greeting.ts';
import { type Outside, outsideOf } from '../../../../text/sentence/own/outside.ts';
import { texts } from '../../../../text/texts.ts';
import { formatClock } from '../../../../text/when/format_when.ts';
import { type Context, localeOf } from '../../../context.ts';
import { dayName } from '../../../desk/digest.ts';
import { loadContactNow } from '../../../merge/merge.ts';
import type { User } from '../../../owner/user.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import type { Reply } from '../../../reply.ts';
import { refOf } from '../../../talk/conversation.ts';
import { lastToWait } from '../../../talk/waiting.ts';
import { lineButton } from '../../line_button.ts';
import { commands } from '../../table.ts';
import { type Addressed, addressedIn } from '../../who/addressed.ts';
import { lastShown } from '../../who/last_shown.ts';
import { othersInRow } from '../../who/second.ts';
import { askOfParts } from '../answer_parts.ts';
import { onlyRival } from '../in_a_row.ts';
import { offerForWords } from '../plain_words.ts';
import type { Became } from '../sentences.ts';

/**
 * What is offered for words that are no answer to a card. Of words for somebody a part may be for us: it is asked about. Where they are all
 * that was sent (`alone`), what they are nearest to by examples comes first.
 */
export async function offerForTyped(
  ctx: Context,
  user: User,
  text: string,
  became: Became | undefined,
  { alone = false, place }: { alone?: boolean; place?: Place } = {},
): Promise<Reply> {
  if (became) {
    const told = became.to && !became.pieces ? await askOfTold(ctx, user, became.to) : undefined;
    return told ?? offerForWords(ctx, user, text, became);
  }
  const kind = alone ? ((await courtesy(ctx, user, text)) ?? (await outside(ctx, user, text))) : undefined;
  if (kind) return kind;
  const to = (alone && place && (await saidOfLast(ctx, text, place))) || (await addressedIn(ctx, text));
  const told = to && (await askOfTold(ctx, user, to));
  if (told) return told;
  return offerForWords(ctx, user, text, undefined, { to, alone });
}

/** Whoever was shown here last is meant by her and him: let her know that's fine. */
async function saidOfLast(ctx: Context, text: string, place: Place): Promise<Addressed | undefined> {
  const words = toldTo(text) ?? askedOf(text);
  const id = words ? await lastShown(ctx.tx, place) : undefined;
  const contact = id === undefined ? undefined : await loadContactNow(ctx.tx, id);
  return words && contact ? { name: nameOf(contact), ids: [contact.id], words, isNote: false } : undefined;
}

/** Thanks and a nod are said to the desk; where somebody waits a nod may be meant for them, and it says how they get one. */
async function courtesy(ctx: Context, user: User, text: string): Promise<Reply | undefined> {
  const said = courtesyIn(text);
  if (said === undefined) return undefined;
  const t = texts(localeOf(ctx, user));
  if (said === 'thanks') return { text: t.courtesy.thanks };
  const mayBeTheirs = (await lastToWait(ctx.tx, ctx.now)) !== undefined;
  return { text: t.courtesy.allRight, ...(mayBeTheirs && { hint: t.desk.plainWordsHint }) };
}

/** What is none of the shop's is answered, or it is said plainly that it cannot be done here; to whoever waits it may be asked as well. */
async function outside(ctx: Context, user: User, text: string): Promise<Reply | undefined> {
  const asked = outsideOf(text);
  if (!asked) return undefined;
  const locale = localeOf(ctx, user);
  const t = texts(locale);
  const said: Record<Outside, string> = {
    day: t.outside.day(dayName(ctx, locale)),
    clock: t.outside.clock(formatClock(ctx.now, ctx.settings.timezone)),
    ...t.outside.cannot,
  };
  const spoken = { t, locale, commands };
  const line =
    asked === 'sound' ? `/settings ${t.typed.settings.quietHours[0]}` : asked === 'person' ? '/help' : undefined;
  const mayBeTheirs = asked === 'person' && (await lastToWait(ctx.tx, ctx.now)) !== undefined;
  return {
    text: said[asked],
    ...(line && { buttons: [[lineButton(spoken, line)]] }),
    ...(mayBeTheirs && { hint: t.desk.plainWordsHint }),
  };
}

/** Undefined: all of it is theirs, or the command asks first which of them or where, and of the parts then. */
async function askOfTold(ctx: Context, user: User, { ids, words, isNote }: Addressed): Promise<Reply | undefined> {
  const [id, ...others] = ids;
  if (isNote || id === undefined || others.length > 0 || (await othersInRow(ctx, id, words))) return undefined;
  const [card, conversation] = [await loadContact(ctx.tx, id), await onlyRival(ctx, id)];
  if (!card || !conversation) return undefined;
  const again = (said: string) => `/reply ${refOf(conversation)} ${said}`;
  return askOfParts(ctx, texts(localeOf(ctx, user)), user, { card, conversation, text: words, again });
}
