import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** A date, a place. */
export const booking: readonly Rule[] = [
  {
    to: 'lead/booking',
    weight: 3.5,
    says: en`
      book (?:a|an|the|in|me|us|my|it|you|for|another|in for|two|one)\b|to book\b|booking for\b|reserv(?:e|ation)\b|appointment|pencil (?:me|us|it)|put (?:me|us) down|sign (?:me|us|\w+ )up\b|signing up\b|enrol|arrange (?:a|an|the|for)\b|schedule (?:a|an|the|my|our)\b|come (?:in|by|over|round) (?:on|at|this|next|tomorrow|for|mon|tue|wed|thu|fri|sat|sun)|let'?s do (?:it|mon|tue|wed|thu|fri|sat|sun|next|the)|lets do it\b|(?:lesson|session|table|haircut|class|shoot|slot|consultation|massage|fitting|trim|viewing|spot|place|room)s? (?:on |for |this |next |at )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|\d{1,2} ?(?:am|pm)|at \d)|(?:table|room|spot|place)s? for (?:\d|two|three|four|five|six)|(?:have|take|get|do) the \d{1,2} ?(?:am|pm)|move (?:my|our) (?:appointment|booking|session|lesson)|reschedul|squeeze (?:me|us) in|fit (?:me|us) in|count (?:me|us) in|i'?ll take (?:the|it|that)\b|save (?:me|us) a|hold (?:a|the|that) (?:spot|place|table|slot|date)|save the date|(?:start|begin) (?:on|next|lessons|the course)
    `,
    unless:
      /\bcalendar shows|hop on a|haven'?t received|error|the booking (?:form|page|system|calendar)|cancel (?:my|the|our)|no one|nobody/,
  },
  {
    to: 'lead/booking',
    weight: 1.2,
    says: en`(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?::\d\d)? ?(?:am|pm)\b|(?:can|could|may) (?:i|we) (?:come|have|get|do|join|still)\b|free from the\b|booking\b|for \d+ (?:people|ppl|persons|adults|kids)|next week\b|tomorrow\b`,
    unless: /\b(?:late|wrong|still|error|never|refund|since|cancell?ed)\b/,
  },
];
