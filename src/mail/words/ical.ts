import { head } from '../../text/cut.ts';
import { type MimePart, textOf } from '../mime/mime.ts';

/** Characters. */
const LONGEST = 200_000;

/**
 * The text of a part with its lines unfolded (RFC 5545, 3.1: a line that begins with a blank continues the one before).
 */
function icalOf(part: MimePart): string {
  const text = head(textOf(part), LONGEST);
  return text.replaceAll('\r\n', '\n').replace(/\n[ \t]/g, '');
}

/** An event (or task) as its calendar describes it. */
export interface CalendarEntry {
  /** Its own lines, without those of an alarm in it. */
  lines: string;
  /** What is done with it (RFC 5546), in lower case; '' if the calendar does not say. */
  method: string;
  /** The calendar's explanation of its clocks: the text of each VTIMEZONE. */
  zones: readonly string[];
}

const CALENDAR = /^(?=BEGIN:VCALENDAR[ \t]*$)/im;
const ENTRY = /^v(?:event|todo|journal|freebusy)$/i;
const EDGE = /^(BEGIN|END):([\w-]{1,40})\s*$/i;
const MOST_ZONES = 20;

/** All entries of a calendar part, which may hold several calendars; an empty one for a calendar that holds none. */
export function entriesOf(part: MimePart): CalendarEntry[] {
  const calendars = icalOf(part).split(CALENDAR);
  return calendars.filter((calendar) => calendar.trim() !== '').flatMap((calendar) => entriesIn(calendar, part));
}

function entriesIn(calendar: string, part: MimePart): CalendarEntry[] {
  const method = (property(calendar, 'METHOD').value || part.parameters.get('method') || '').toLowerCase();
  const zones = calendar.split(/^BEGIN:VTIMEZONE\s*$/im).slice(1, MOST_ZONES);
  const whole = zones.map((zone) => zone.split(/^END:VTIMEZONE/im)[0]!);
  return blocksIn(calendar).map((lines) => ({ lines, method, zones: whole }));
}

function blocksIn(calendar: string): string[] {
  const blocks: string[][] = [];
  let depth = 0;
  for (const line of calendar.split('\n')) {
    const [, edge, name = ''] = EDGE.exec(line) ?? [];
    if (!edge) {
      if (depth === 1) blocks.at(-1)!.push(line);
    } else if (edge.toUpperCase() === 'END') depth = Math.max(0, depth - 1);
    // an event within an event: the one before was never closed
    else if (ENTRY.test(name)) depth = blocks.push([]) && 1;
    else if (depth > 0) depth++;
  }
  return blocks.length > 0 ? blocks.map((lines) => lines.join('\n')) : [''];
}

/** A line of an event: `ATTENDEE;CN=Anna;PARTSTAT=DECLINED:mailto:anna@x`. */
export interface Property {
  value: string;
  /** `;CN=Anna;PARTSTAT=DECLINED`, or ''. */
  parameters: string;
}

const NONE: Property = { value: '', parameters: '' };

/**
 * Lines whose value holds no colon, so an earlier colon belongs to a parameter: many programs write `TZID=GMT+05:30`
 * without quotes.
 */
const OF_TIME = /^(?:DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE)$/;

/** All lines with this name. */
export function properties(text: string, name: string): Property[] {
  const rest = OF_TIME.test(name) ? '((?:;.*)?):([^:\\n]*)$' : '((?:;[^\\n:"]*(?:"[^"\\n]*"[^\\n:"]*)*)?):(.*)$';
  const line = new RegExp(`^${name}${rest}`, 'gim');
  return [...text.matchAll(line)].map(([, parameters = '', value = '']) => ({ parameters, value: value.trim() }));
}

export const property = (text: string, name: string): Property => properties(text, name)[0] ?? NONE;

/** The value of a line's parameter; '' if it has none. */
export function parameter({ parameters }: Property, name: string): string {
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;"]*))`, 'i').exec(parameters);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}

export function unescapeText(value: string): string {
  return value.replace(/\\n/gi, '\n').replace(/\\([,;\\])/g, '$1');
}
