import type { CalendarAct, CalendarLine } from '../../domain/calendar_act.ts';
import type { CalendarActName } from '../../text/calendar_act.ts';
import { head } from '../../text/cut.ts';
import { cleanName, normaliseEmail } from '../../text/normalise.ts';
import type { MimePart } from '../mime/mime.ts';
import type { Sender } from '../send/sender.ts';
import { type EventFacts, ownLines } from './calendar_lines.ts';
import { seriesOf, spanOf, timesInWords, timesOf, wallTimesOf } from './calendar_time.ts';
import { type CalendarEntry, entriesOf, type Property, parameter, properties, property, unescapeText } from './ical.ts';

/** What an invitation asks of its recipient (RFC 5546). A calendar file without one of these is only a file. */
const ASKING = /^(request|reply|cancel|counter|add|refresh|declinecounter)$/;

/** Whether a calendar part is an act between calendars rather than a file. */
export function isInvitation(part: MimePart): boolean {
  return entriesOf(part).some(isAct);
}

const isAct = ({ method }: CalendarEntry): boolean => ASKING.test(method);

/** How many entries and people are read, and how many of them get a line. */
const MOST_READ = 50;
const MOST_LINES = 5;
const MOST_PEOPLE = 20;

/** The answers to an invitation and what each of them is. */
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
 * What calendars say about their events, and their writer's comments.
 * @param words the text of the mail around them
 * @param sender the address in lower case
 */
export function readAct(
  parts: readonly MimePart[],
  words: string,
  sender: Sender,
): { calendar: CalendarAct; comment: string } {
  const all = parts.flatMap(entriesOf).filter(isAct);
  const read = all.slice(0, MOST_READ);
  const lines = unlike(read.flatMap((entry) => linesOf(entry, sender)));
  const comment = [...new Set(lines.map((line) => line.comment ?? ''))].filter(Boolean).join('\n');
  const facts = read.map((entry) => factsOf(entry, sender));
  const speaks = comment.trim() !== '' || ownLines(words, facts).length > 0;
  const waits = lines.some(({ is }) => is === 'proposes' || (is !== 'asks' && speaks));
  return { calendar: { ...told(lines, all.length - read.length), waits }, comment };
}

/** A single line is told whole; if there are several, the first few each stand on their own. */
function told(lines: readonly Said[], unread: number): Omit<CalendarAct, 'waits'> {
  const [first = { is: 'asks' }] = lines;
  const { name: _, comment: __, unsure, ...alone } = first;
  const act = unsure ? { is: 'answers' as const } : alone;
  if (lines.length <= 1 && !unsure && unread === 0) return act;
  const more = lines.length + unread - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map(({ unsure: ___, ...line }) => line);
  return { ...act, lines: shown, ...(more > 0 && { more }) };
}

/** Removes doubles: the same calendar often comes twice, as a part and as a file. */
const unlike = (lines: readonly Said[]): Said[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
];

/** A line; unsure: none of the people that it names is known to have sent it. */
interface Said extends CalendarLine {
  unsure?: true;
}

/** What an entry says about whoever sent it, and about others whose answers it holds. */
function linesOf({ lines, method, zones }: CalendarEntry, sender: Sender): Said[] {
  const is = ownActOf(method, lines);
  const about = {
    ...timesOf(lines, zones),
    ...seriesOf(lines, zones),
    ...(isAgain(is, lines) && { again: true as const }),
  };
  const name = head(unescapeText(property(lines, 'SUMMARY').value), LONGEST_NAME);
  const attendees = properties(lines, 'ATTENDEE');
  const own = attendeeOf(attendees, sender);
  const others = method === 'reply' ? answeringBeside(own, lines, attendees) : [];
  const said = (what: CalendarActName, by: string, comment: string): Said => ({
    is: what,
    ...about,
    ...(by && { by }),
    ...(name && { name }),
    ...(comment && { comment }),
    ...(!own && others.length > 0 && { unsure: true }),
  });
  const comment = commentsOf(lines, own);
  if (!own && others.length > 0)
    return others.map((line, at) => said(answerOf(line), calledBy(line), at === 0 ? comment : responseOf(line)));
  const done = method === 'reply' ? answerOf(own) : is;
  const by = own && done !== 'asks' && done !== 'cancels' && addressOf(own) !== sender.email ? calledBy(own) : '';
  return [said(done, by, comment), ...others.map((line) => said(answerOf(line), calledBy(line), responseOf(line)))];
}

const LONGEST_NAME = 100;

/** Some programs cancel an event by sending it once more with another state. */
const ownActOf = (method: string, lines: string): CalendarActName =>
  method === 'request' && /^cancelled$/i.test(property(lines, 'STATUS').value)
    ? 'cancels'
    : (METHODS.get(method) ?? 'asks');

/** Whether an invitation was changed since it was sent first. */
const isAgain = (is: CalendarActName, lines: string): boolean =>
  is === 'asks' && Number(property(lines, 'SEQUENCE').value) > 0;

const answerOf = (line: Property | undefined): CalendarActName =>
  ANSWERS.get(line ? parameter(line, 'PARTSTAT').toLowerCase() : '') ?? 'answers';

const calledBy = (line: Property): string => cleanName(parameter(line, 'CN')) || addressOf(line);
const responseOf = (line: Property): string => parameter(line, 'X-RESPONSE-COMMENT');

/** Who else has answered: not the organizer, not a room, and nobody who has not answered yet. */
function answeringBeside(own: Property | undefined, lines: string, attendees: readonly Property[]): Property[] {
  const organizer = addressOf(property(lines, 'ORGANIZER'));
  const others = attendees.filter(
    (line) =>
      line !== own &&
      addressOf(line) !== organizer &&
      answerOf(line) !== 'answers' &&
      !/^(room|resource)$/i.test(parameter(line, 'CUTYPE')),
  );
  return others.slice(0, MOST_PEOPLE);
}

/** Whose answer it is: if there are several people, the one who sent it. */
function attendeeOf(attendees: readonly Property[], { email, name }: Sender): Property | undefined {
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
  return comments.filter(Boolean).join('\n') || (attendee ? responseOf(attendee) : '');
}

/** The facts of an event, which its calendar may also write into the text beside it. */
function factsOf({ lines, zones }: CalendarEntry, sender: Sender): EventFacts {
  const people = [...properties(lines, 'ATTENDEE'), property(lines, 'ORGANIZER')];
  const named = [
    ...[property(lines, 'SUMMARY'), property(lines, 'LOCATION')].map(({ value }) => unescapeText(value)),
    ...people.flatMap((line) => [...namesOf(parameter(line, 'CN')), addressOf(line)]),
    ...[...namesOf(sender.name), sender.email ?? ''],
  ];
  const description = unescapeText(property(lines, 'DESCRIPTION').value);
  return { named, description, times: wallTimesOf(lines, zones), span: spanOf(lines, zones) };
}

/** `Berg, Anna` is also Anna Berg. */
function namesOf(name: string): string[] {
  const [family = '', given = ''] = name.split(/,\s*/);
  return given ? [name, `${given} ${family}`] : [name];
}

/**
 * The events of a part in words: for each its name, time, place and organizer, one on each line, and its description if
 * the mail around it has no words.
 */
export function readInvitation(part: MimePart, around: string): string[] {
  return entriesOf(part)
    .slice(0, MOST_READ)
    .map((entry) => inWords(entry, around))
    .filter(Boolean);
}

function inWords({ lines: event, zones }: CalendarEntry, around: string): string {
  const value = (name: string) => property(event, name).value;
  const zone = parameter(property(event, 'DTSTART'), 'TZID');
  const when = `${timesInWords(event, zones).join(' – ')}${zone ? ` (${zone})` : ''}`.trim();
  const description = around.trim() === '' ? value('DESCRIPTION') : '';
  return [value('SUMMARY'), when, value('LOCATION'), value('ORGANIZER').replace(/^mailto:/i, ''), description]
    .map(unescapeText)
    .filter(Boolean)
    .join('\n');
}
