import { type MimePart, textOf } from '../mime/mime.ts';

/** What an invitation asks of its receiver (RFC 5546). A calendar file without one of these is only a file. */
const ASKING = /^(request|reply|cancel|counter|add|refresh|declinecounter)$/i;

/** Whether a calendar part is an act between calendars rather than a file. */
export function isInvitation(part: MimePart): boolean {
  const method = part.parameters.get('method') ?? property(unfold(textOf(part)), 'METHOD');
  return ASKING.test(method);
}

/** The event in words: its name, when, where and from whom, a line each. */
export function readInvitation(part: MimePart): string {
  const text = unfold(textOf(part).slice(0, 200_000));
  const event = text.slice(Math.max(0, text.indexOf('BEGIN:VEVENT')));
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

function property(text: string, name: string): string {
  return new RegExp(`^${name}(?:;[^\\n:"]*(?:"[^"\\n]*"[^\\n:"]*)*)?:(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';
}

function unescapeText(value: string): string {
  return value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
}

/** `20261120T020000Z` as `2026-11-20 02:00 UTC`; a local time stays local. */
function readTime(value: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(value);
  if (!match) return value;
  const [, year, month, day, hour, minute, utc] = match;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}${utc ? ' UTC' : ''}`;
}
