import type { CalendarAct } from '../../domain/event.ts';
import type { CalendarActName } from '../../text/calendar_act.ts';
import { cleanName, normaliseEmail } from '../../text/normalise.ts';
import type { MimePart } from '../mime/mime.ts';
import type { Sender } from '../send/sender.ts';
import { type EventFacts, ownLines } from './calendar_lines.ts';
import { spanOf, timesOf, wallTimesOf } from './calendar_time.ts';
import { eventOf, icalOf, type Property, parameter, properties, property, unescapeText } from './ical.ts';

/** What an invitation asks of its receiver (RFC 5546). A calendar file without one of these is only a file. */
const ASKING = /^(request|reply|cancel|counter|add|refresh|declinecounter)$/i;

/** Whether a calendar part is an act between calendars rather than a file. */
export function isInvitation(part: MimePart): boolean {
  return ASKING.test(methodOf(part));
}

function methodOf(part: MimePart): string {
  return part.parameters.get('method') ?? property(icalOf(part), 'METHOD').value;
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
 * @param sender the address in small letters
 */
export function readAct(part: MimePart, words: string, sender: Sender): { calendar: CalendarAct; comment: string } {
  const event = eventOf(part);
  const method = methodOf(part).toLowerCase();
  const attendee = attendeeOf(event, sender);
  const answer = ANSWERS.get(attendee ? parameter(attendee, 'PARTSTAT').toLowerCase() : '') ?? 'answers';
  const is = method === 'reply' ? answer : (METHODS.get(method) ?? 'asks');
  const comment = commentsOf(event, attendee);
  const by = attendee && addressOf(attendee);
  const speaks = comment.trim() !== '' || ownLines(words, factsOf(part, sender)).length > 0;
  const calendar = {
    is,
    ...timesOf(event, icalOf(part)),
    ...(is !== 'asks' && is !== 'cancels' && by && by !== sender.email
      ? { by: cleanName(parameter(attendee, 'CN')) || by }
      : {}),
    waits: is === 'proposes' || (is !== 'asks' && speaks),
  };
  return { calendar, comment };
}

/** Whose answer it is: of several people the one who sent it. */
function attendeeOf(event: string, { email, name }: Sender): Property | undefined {
  const attendees = properties(event, 'ATTENDEE');
  const mailto = (text: string) => normaliseEmail(text.replace(/^mailto:/i, ''));
  return (
    attendees.find((line) => addressOf(line) === email) ??
    attendees.find((line) => mailto(parameter(line, 'SENT-BY')) === email) ??
    attendees.find((line) => name !== '' && namesOf(cleanName(parameter(line, 'CN'))).includes(name)) ??
    (attendees.length === 1 ? attendees[0] : undefined)
  );
}

const addressOf = ({ value }: Property): string => normaliseEmail(value.replace(/^mailto:/i, '')) ?? '';

function commentsOf(event: string, attendee: Property | undefined): string {
  const comments = properties(event, 'COMMENT').map(({ value }) => unescapeText(value));
  return comments.filter(Boolean).join('\n') || (attendee ? parameter(attendee, 'X-RESPONSE-COMMENT') : '');
}

/** What an event says that its calendar may write beside it as well. */
function factsOf(part: MimePart, sender: Sender): EventFacts {
  const event = eventOf(part);
  const people = [...properties(event, 'ATTENDEE'), property(event, 'ORGANIZER')];
  const named = [
    ...[property(event, 'SUMMARY'), property(event, 'LOCATION')].map(({ value }) => unescapeText(value)),
    ...people.flatMap((line) => [...namesOf(parameter(line, 'CN')), addressOf(line)]),
    ...[...namesOf(sender.name), sender.email ?? ''],
  ];
  const description = unescapeText(property(event, 'DESCRIPTION').value);
  const calendar = icalOf(part);
  return { named, description, times: wallTimesOf(event, calendar), span: spanOf(event, calendar) };
}

/** `Berg, Anna` is Anna Berg too. */
function namesOf(name: string): string[] {
  const [family = '', given = ''] = name.split(/,\s*/);
  return given ? [name, `${given} ${family}`] : [name];
}

/** The event in words: its name, when, where and from whom, a line each; its description where the mail around it has no words. */
export function readInvitation(part: MimePart, around: string): string {
  const event = eventOf(part);
  const value = (name: string) => property(event, name).value;
  const zone = parameter(property(event, 'DTSTART'), 'TZID');
  const times = [value('DTSTART'), value('DTEND')].filter(Boolean).map(readTime);
  const when = `${times.join(' – ')}${zone ? ` (${zone})` : ''}`.trim();
  const description = around.trim() === '' ? value('DESCRIPTION') : '';
  return [value('SUMMARY'), when, value('LOCATION'), value('ORGANIZER').replace(/^mailto:/i, ''), description]
    .map(unescapeText)
    .filter(Boolean)
    .join('\n');
}

/** `20261120T020000Z` as `2026-11-20 02:00 UTC`; a local time stays local. */
const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;

function readTime(value: string): string {
  const match = TIME.exec(value);
  if (!match) return value;
  const [, year, month, day, hour, minute, utc] = match;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}${utc ? ' UTC' : ''}`;
}
