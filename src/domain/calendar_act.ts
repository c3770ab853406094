import type { CalendarActName } from '../text/calendar_act.ts';
import type { Repeat } from '../text/when/repeat/repeat.ts';

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
  /** On which days a whole series comes back, if it is one of the ways that we say. */
  repeats?: CalendarRepeat;
  /** It was sent before, and is otherwise now. */
  again?: true;
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

/** The days of a series by its own clock, and its end: the last day (ISO) it may be on, or how often it is. */
export interface CalendarRepeat {
  on: Omit<Repeat, 'minutes'>;
  until?: string;
  count?: number;
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
