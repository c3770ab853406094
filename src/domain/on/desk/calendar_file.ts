import { texts } from '../../../text/texts.ts';
import { carried } from '../../attachment.ts';
import { type Context, localeOf } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { mayAct, type User } from '../../owner/user.ts';
import { failed, type Reply } from '../../reply.ts';
import { keepCalendar } from '../../serve/clock/calendar.ts';

const ENDINGS = new Set(['ics', 'ical', 'icalendar']);
/** A calendar somewhere else: nothing is fetched from there. */
const LINK = /^(?:webcal:\/\/\S{1,2000}|https?:\/\/\S{1,2000}\.ics(?:\?\S{0,500})?)$/iu;

/** The owner sends a calendar file, alone: it is fetched in a moment, and what days off it has is shown before they hold. */
export async function onCalendarFile(ctx: Context, user: User, event: MessageReceived): Promise<Reply | undefined> {
  const { attachments, forwardedFrom, channel, chat: address } = event;
  if (forwardedFrom || !mayAct(user, 'owner')) return undefined;
  const { hours: t } = texts(localeOf(ctx, user));
  const [file, ...others] = attachments;
  if (!file) return LINK.test(event.text.trim()) ? failed(t.file.noLink) : undefined;
  if (others.length > 0 || event.album !== undefined) return undefined;
  const { name = '', type = '' } = file;
  const isCalendar =
    ENDINGS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) || type.toLowerCase() === 'text/calendar';
  if (!isCalendar) return undefined;
  await keepCalendar(ctx.tx, { sent: { file: carried(file, channel), place: { channel, address } } });
  return { text: t.file.comes };
}
