/** What somebody's calendar does with an event; `keeps`: declines a time we proposed; `answers`: in no known way. */
export type CalendarActName =
  | 'asks'
  | 'accepts'
  | 'declines'
  | 'perhaps'
  | 'delegates'
  | 'answers'
  | 'proposes'
  | 'cancels'
  | 'keeps'
  | 'inquires';
