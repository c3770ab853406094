import type { CalendarAct } from '../../domain/event.ts';
import type { CalendarActName } from '../../text/calendar_act.ts';
import { cleanName, normaliseEmail } from '../../text/normalise.ts';
import { isTimezone } from '../../text/when/timezone.ts';
import { dayOf, fromWallTime } from '../../text/when/zone.ts';
import { type MimePart, textOf } from '../mime/mime.ts';

/** What an invitation asks of its receiver (RFC 5546). A calendar file without one of these is only a file. */
const ASKING = /^(request|reply|cancel|counter|add|refresh|declinecounter)$/i;

/** Characters. */
const LONGEST = 200_000;
const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;

/** Whether a calendar part is an act between calendars rather than a file. */
export function isInvitation(part: MimePart): boolean {
  return ASKING.test(methodOf(part));
}

function methodOf(part: MimePart): string {
  return part.parameters.get('method') ?? property(unfold(textOf(part).slice(0, LONGEST)), 'METHOD');
}

/** From the first event on. */
function eventOf(part: MimePart): string {
  const text = unfold(textOf(part).slice(0, LONGEST));
  return text.slice(Math.max(0, text.indexOf('BEGIN:VEVENT')));
}

/** What each answer to an invitation is. */
const ANSWERS = new Map<string, CalendarActName>([
  ['accepted', 'accepts'],
  ['declined', 'declines'],
  ['tentative', 'perhaps'],
  ['delegated', 'delegates'],
]);
const METHODS = new Map<string, CalendarActName>([
  ['counter', 'proposes'],
  ['cancel', 'cancels'],
  ['declinecounter', 'keeps'],
  ['refresh', 'inquires'],
]);

/**
 * What a calendar says of an event, and its writer's comment.
 * @param words the text of the mail around it
 * @param sender lower case
 */
export function readAct(part: MimePart, words: string, sender: string): { calendar: CalendarAct; comment: string } {
  const event = eventOf(part);
  const method = methodOf(part).toLowerCase();
  const [attendee, parameters] = [property(event, 'ATTENDEE'), parametersOf(event, 'ATTENDEE')];
  const answer = ANSWERS.get(parameter(parameters, 'PARTSTAT').toLowerCase()) ?? 'answers';
  const is = method === 'reply' ? answer : (METHODS.get(method) ?? 'asks');
  const comment = unescapeText(property(event, 'COMMENT')) || parameter(parameters, 'X-RESPONSE-COMMENT');
  const by = normaliseEmail(attendee.replace(/^mailto:/i, ''));
  const speaks = comment.trim() !== '' || ownLines(words, readInvitation(part)).length > 0;
  const calendar = {
    is,
    ...timesOf(event),
    ...(is !== 'asks' && is !== 'cancels' && by && by !== sender
      ? { by: cleanName(parameter(parameters, 'CN')) || by }
      : {}),
    waits: is === 'proposes' || (is !== 'asks' && speaks),
  };
  return { calendar, comment };
}

/** Lines that calendars write themselves: what was answered, the event once more, where it came from. */
const PROGRAMS =
  /\b(invitation|event|meeting|appointment|calendar)\b.{0,80}\b(accepted|declined|cancell?ed|tentatively|updated|changed|proposed)\b|\b(accepted|declined|cancell?ed|tentatively|updated|proposed)\b.{0,80}\b(invitation|event|meeting|appointment|calendar|new time)\b|(接受|拒绝|拒絕|谢绝|暂定|取消|更新)了?.{0,20}(邀请|邀請|活动|活動|会议|會議|日程)|(einladung|termin|besprechung).{0,60}(angenommen|abgelehnt|abgesagt|zugesagt)|(a accepté|a refusé|annulé).{0,60}(invitation|événement|réunion)|(invitation|événement|réunion).{0,60}(accepté|refusé|annulé)/i;
const LABELLED =
  /^\W{0,3}(when|where|who|what|title|organi[sz]er|attendees|guests|calendar|location|time|date|view all guest info|reply for|wann|wo|wer|titel|时间|地点|标题|组织者|参加者|日历)\W{0,3}([:：]|https?:|$)/i;
const OF_PROGRAM = /google calendar|calendar\.google\.com|google 日历|google kalender|google agenda/i;

/** What of a mail's text its writer typed: no line of a calendar's own. */
function ownLines(words: string, event: string): string[] {
  if (OF_PROGRAM.test(words)) return [];
  const known = new Set(
    event
      .toLowerCase()
      .split('\n')
      .map((line) => line.trim()),
  );
  return words.split('\n').filter((line) => {
    const bare = line.trim().toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(bare) || known.has(bare) || bare.startsWith('http')) return false;
    return bare.length > 300 || !(PROGRAMS.test(bare) || LABELLED.test(bare));
  });
}

/** Where the calendar says by which clock: in UTC, or by a zone known by its name. */
function timesOf(event: string): Pick<CalendarAct, 'from' | 'until'> {
  const [from, until] = ['DTSTART', 'DTEND'].map((name) => {
    const zone = parameter(parametersOf(event, name), 'TZID');
    return momentOf(property(event, name), zone)?.toISOString();
  });
  return { ...(from && { from }), ...(from && until && { until }) };
}

function momentOf(value: string, zone: string): Date | undefined {
  const [, year, month, date, hour, minute, utc] = TIME.exec(value) ?? [];
  const day = dayOf(Number(year), Number(month), Number(date));
  const clock = utc ? 'UTC' : isTimezone(zone) ? zone : undefined;
  if (day === undefined || !hour || Number(hour) > 23 || Number(minute) > 59 || !clock) return undefined;
  return fromWallTime({ day, minutes: Number(hour) * 60 + Number(minute) }, clock);
}

/** The event in words: its name, when, where and from whom, a line each. */
export function readInvitation(part: MimePart): string {
  const event = eventOf(part);
  const from = property(event, 'DTSTART');
  const to = property(event, 'DTEND');
  const organizer = property(event, 'ORGANIZER').replace(/^mailto:/i, '');
  const zone = /^DTSTART;(?:[^\n:]{0,100};)?TZID="?([^"\n;:]{1,60})/im.exec(event)?.[1];
  const when = `${[from, to].filter(Boolean).map(readTime).join(' – ')}${zone ? ` (${zone})` : ''}`.trim();
  return [property(event, 'SUMMARY'), when, property(event, 'LOCATION'), organizer]
    .map(unescapeText)
    .filter(Boolean)
    .join('\n');
}

/** RFC 5545, 3.1: a line that begins with a blank goes on the one before. */
function unfold(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n[ \t]/g, '');
}

const line = (name: string) => new RegExp(`^${name}((?:;[^\\n:"]*(?:"[^"\\n]*"[^\\n:"]*)*)?):(.*)$`, 'im');

const property = (text: string, name: string): string => line(name).exec(text)?.[2]?.trim() ?? '';

/** `;CN=Anna;PARTSTAT=DECLINED`, or ''. */
const parametersOf = (text: string, name: string): string => line(name).exec(text)?.[1] ?? '';

function parameter(parameters: string, name: string): string {
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;"]*))`, 'i').exec(parameters);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}

function unescapeText(value: string): string {
  return value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
}

/** `20261120T020000Z` as `2026-11-20 02:00 UTC`; a local time stays local. */
function readTime(value: string): string {
  const match = TIME.exec(value);
  if (!match) return value;
  const [, year, month, day, hour, minute, utc] = match;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}${utc ? ' UTC' : ''}`;
}
