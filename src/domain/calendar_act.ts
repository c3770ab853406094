import type { CalendarActName } from '../text/calendar_act.ts';

/** What somebody's calendar says of an event, or of a date of one that repeats. */
export interface CalendarLine {
  is: CalendarActName;
  /** Begin and end (ISO), where the calendar says by which clock. */
  from?: string;
  until?: string;
  /** Else what the sender's own clock shows at begin and end (`2026-12-10T09:30`), nobody knows where. */
  wall?: string[];
  /** Of an event without hours: its days (ISO dates). */
  days?: { first: string; last: string };
  /** Of one that repeats: which of its dates it is about. */
  series?: 'whole' | 'date' | 'following';
  /** Dates (ISO) that a whole series leaves out. */
  except?: string[];
  /** When that date of a series was to be: a moment or a day (ISO). */
  instead?: string;
  /** Whose act it is, if not the sender's. */
  by?: string;
  /** What it is called and what was written to it, where there are several. */
  name?: string;
  comment?: string;
}

/** What somebody's calendar says (RFC 5546): of one event, or of the first of several. */
export interface CalendarAct extends CalendarLine {
  /** It proposes something or holds a person's words: they wait for an answer. */
  waits: boolean;
  /** A line for each event and person, the first few of them; absent where there is one. */
  lines?: CalendarLine[];
  /** How many lines more there are. */
  more?: number;
}
