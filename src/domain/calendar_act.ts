import type { CalendarActName } from '../text/calendar_act.ts';

/** What somebody's calendar says about an event, or about one date of a repeating event. */
export interface CalendarLine {
  is: CalendarActName;
  /** Beginning and end (ISO), if the calendar says by which clock. */
  from?: string;
  until?: string;
  /** Otherwise what the sender's own clock shows at beginning and end (`2026-12-10T09:30`), in an unknown zone. */
  wall?: string[];
  /** The days of an event without hours (ISO dates). */
  days?: { first: string; last: string };
  /** For a repeating event: which of its dates it is about. */
  series?: 'whole' | 'date' | 'following';
  /** Dates (ISO) that a whole series leaves out. */
  except?: string[];
  /** When that date of a series was planned: a moment or a day (ISO). */
  instead?: string;
  /** Whose act it is, if not the sender's. */
  by?: string;
  /** What it is called and what was written to it, if there are several. */
  name?: string;
  comment?: string;
}

/** What somebody's calendar says (RFC 5546): of one event, or of the first of several. */
export interface CalendarAct extends CalendarLine {
  /** It proposes something or holds a person's words: they wait for an answer. */
  waits: boolean;
  /** A line for each event and person, the first few of them; absent if there is only one. */
  lines?: CalendarLine[];
  /** How many more lines there are. */
  more?: number;
}
