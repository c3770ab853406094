import type { Locale } from '../../../../text/locale.ts';
import { firstDayOf, isOfAddress, weekIn } from '../../../../text/meaning/day_said.ts';
import { isErrand } from '../../../../text/meaning/kept_first.ts';
import { formatClock, formatWhen } from '../../../../text/when/format_when.ts';
import { recurrenceIn, timeIn } from '../../../../text/when/time_like.ts';
import { localSlot, parseWhen } from '../../../../text/when/when.ts';
import type { Context } from '../../../context.ts';
import { loadContact } from '../../../people/contact.ts';
import { dueIn } from '../../who/words_for.ts';

/** 王强周四前补发: what stands behind the one who is named says when. */
export async function taskFor(
  ctx: Context,
  locale: Locale,
  text: string,
  [id, ...others]: readonly string[],
): Promise<{ at: string | undefined; words: string }> {
  const { at } = dueIn(ctx, locale, text);
  const amid = at === undefined ? dueAmid(ctx, locale, text) : undefined;
  const name = id === undefined || others.length > 0 ? undefined : (await loadContact(ctx.tx, id))?.name;
  const behind = name && text.startsWith(name) ? text.slice(name.length).trim() : '';
  const { due, at: then } = at === undefined && behind !== '' ? dueIn(ctx, locale, behind) : {};
  if (!name || !due?.rest || !behind.endsWith(due.rest)) return amid ?? { at, words: text };
  const { timezone } = ctx.settings;
  return { at: then, words: `${localSlot(due.at, timezone)} ${formatClock(due.at, timezone)} ${name}: ${due.rest}` };
}

/** Call dev monday about the bleed: one time that stands amid the words is when it is due, and the rest is what is to be done. */
function dueAmid({ now, settings }: Context, locale: Locale, text: string): { at: string; words: string } | undefined {
  const said = recurrenceIn(text) || !isErrand(text) ? undefined : (timeIn(text) ?? weekIn(text));
  const moment = { now, timezone: settings.timezone, country: settings.country, locale };
  const when = said === undefined ? undefined : (parseWhen(said, moment) ?? parseWhen(firstDayOf(said) ?? '', moment));
  if (said === undefined || !when || when.rest !== '' || when.others || when.farOff || when.at <= now) return undefined;
  const start = text.indexOf(said);
  const rest =
    start < 0 ? '' : `${text.slice(0, start).trimEnd()} ${text.slice(start + said.length).trimStart()}`.trim();
  // 平江路10号 is where, and not when
  if (start > 0 && isOfAddress(text.slice(0, start))) return undefined;
  if (!/\p{L}{2}/u.test(rest) || timeIn(rest) !== undefined) return undefined;
  const at = `${localSlot(when.at, settings.timezone)} ${formatClock(when.at, settings.timezone)}`;
  return { at: formatWhen(when.at, moment), words: `${at} ${rest}` };
}
