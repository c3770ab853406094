import type { Purpose } from '../../people/consent.ts';

/** On what somebody is written to by itself: a birthday, silence beyond their rhythm, a cart left behind, an order that arrived. */
export const RECIPES = ['birthday', 'winback', 'checkout', 'review'] as const;
export type Recipe = (typeof RECIPES)[number];

/** A recipe, or a sequence of the owner's own: called as they like, on what they say begins it. */
export const KINDS = [...RECIPES, 'own'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What begins a sequence of the owner's own for somebody: a filter that means them for the first time (a tag, a segment, whatever can be
 * asked of people), a web form that they fill in, or a purchase: the how manieth of theirs, or of an article; neither: any.
 */
export type Start =
  | { of: 'filter'; filter: string }
  | { of: 'form'; form: string }
  | { of: 'order'; nth?: number; article?: string };

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes after the occasion, and after the step before. A cart is asked about after an hour, and once more the day after. */
export const FIRST_STEPS: Readonly<Record<Recipe, readonly number[]>> = {
  birthday: [0],
  winback: [0],
  checkout: [HOUR, DAY],
  review: [14 * DAY],
};

/** What people must have agreed to. */
export const PURPOSE: Readonly<Record<Recipe, Purpose>> = {
  birthday: 'offers',
  winback: 'offers',
  checkout: 'reminders',
  review: 'reminders',
};

/** Minutes behind its time up to which a step is still worth sending. */
export const WINDOW: Readonly<Record<Kind, number>> = {
  birthday: 14 * HOUR,
  winback: 7 * DAY,
  checkout: DAY,
  review: 3 * DAY,
  own: 3 * DAY,
};

/** Days within which nobody begins with it again: two birthdays by different calendars, one order (or form) right behind the other. 0: at any time. */
export const APART_DAYS: Readonly<Record<Kind, number>> = {
  birthday: 300,
  winback: 0,
  checkout: 0,
  review: 14,
  own: 1 / 24,
};

/** Minutes between two looks for occasions; who is silent is read from all orders. */
export const LOOKS: Readonly<Record<Kind, number>> = { birthday: 5, winback: 60, checkout: 1, review: 5, own: 5 };

/** Minutes that a first step may have; a cart is not yet left behind before an hour (`sell/checkout.ts`). */
export const FIRST_AFTER: Readonly<Record<Kind, { least: number; most: number }>> = {
  birthday: { least: -30 * DAY, most: 0 },
  winback: { least: 0, most: 0 },
  checkout: { least: HOUR, most: 7 * DAY },
  review: { least: 0, most: 90 * DAY },
  own: { least: 0, most: 365 * DAY },
};
/** And each that follows, and how many there may be. */
export const NEXT_AFTER = { least: HOUR, most: 90 * DAY };
export const mostSteps = (kind: Kind): number => (kind === 'own' ? 20 : 5);
