import { chanceEver, chanceFrom, chanceWithin, type Incidence, incidenceOf, type Outcome } from './incidence.ts';
import type { Visit } from './visit.ts';

/** So many leads have to be closed before anything is learned of them (ANALYTICS: pipeline forecast). */
export const CLOSED_NEEDED = 20;

/** What is believed without evidence weighs as much as so many closed leads. */
const BELIEF = 2;
/** How long winning takes where none has been won yet: the mean of an exponential, in days. */
const USUAL_DAYS = 45;

/** How a lead may end, as far as it is learned from earlier ones. */
export interface Chance {
  /** To be won within so many days from now, 0 to 1; it never falls. */
  within: (days: number) => number;
  /** How many closed leads stand behind it, with the belief at the start: so much does it weigh. */
  weight: number;
}

/** How likely leads are to be won, by their stage and by how long they have been in it. */
export interface Learned {
  chanceOf(lead: { stage: string; age: number }): Chance;
}

/**
 * Learns from the stays of leads, each as it was known at `asOf` (days, as theirs). A lead that has been in its stage for `age` days is like
 * those that were still there after as many days: what became of them from then on is its chance. Where these are few the chance of
 * all that came to the stage is mixed in, and into that its probability as the owner set it: each weighs as `BELIEF` closed leads.
 * @param probabilities of the stages, 0 to 1; of a stage that is not among them nothing is believed.
 */
export function learn(visits: readonly Visit[], asOf: number, probabilities: ReadonlyMap<string, number>): Learned {
  const byStage = new Map<string, Visit[]>();
  for (const visit of visits) byStage.set(visit.stage, [...(byStage.get(visit.stage) ?? []), visit]);
  const pace = paceOf(incidenceOf(firstVisits(visits).map((visit) => outcomeFrom(visit, 0, asOf))));
  return {
    chanceOf({ stage, age }) {
      const of = byStage.get(stage) ?? [];
      const whole = cohort(of, 0, asOf);
      const believed = believedFrom(probabilities.get(stage) ?? 0, pace, age);
      const ofStage = mixed(whole.settled, (days) => chanceFrom(whole, age, days), believed);
      if (age <= 0) return ofStage;
      const alike = cohort(of, age, asOf);
      const chance = mixed(alike.settled, (days) => chanceWithin(alike, days), ofStage.within);
      return { ...chance, weight: Math.max(chance.weight, ofStage.weight) };
    },
  };
}

/** What became of those that were in their stage for so long, from then on. */
const cohort = (visits: readonly Visit[], age: number, asOf: number): Incidence =>
  incidenceOf(
    visits
      .filter(({ entered, left }) => (left ?? asOf) - entered > age)
      .map((visit) => outcomeFrom(visit, visit.entered + age, asOf)),
  );

/** `moment` 0: from when it came to its stage. */
function outcomeFrom({ entered, closed, won }: Visit, moment: number, asOf: number): Outcome {
  const from = moment === 0 ? entered : moment;
  return { after: (closed ?? asOf) - from, ended: closed === null ? null : won ? 'won' : 'lost' };
}

/** A lead counts once: by where it came first. */
function firstVisits(visits: readonly Visit[]): Visit[] {
  const first = new Map<string, Visit>();
  for (const visit of visits) {
    const before = first.get(visit.lead);
    if (!before || visit.entered < before.entered) first.set(visit.lead, visit);
  }
  return [...first.values()];
}

/** Which part of what is won is won within so many days. */
function paceOf(incidence: Incidence): (days: number) => number {
  const ever = chanceEver(incidence);
  return (days) => (ever > 0 ? chanceWithin(incidence, days) / ever : 1 - Math.exp(-Math.max(0, days) / USUAL_DAYS));
}

/** The chance that its owner believes in, of what has been open for so long: the later, the fewer take longer still. */
function believedFrom(probability: number, pace: (days: number) => number, age: number): (days: number) => number {
  const open = 1 - probability * pace(age);
  return (days) => (open > 0 ? (probability * (pace(age + days) - pace(age))) / open : 0);
}

/** What was seen of so many, with what was believed before. */
function mixed(count: number, seen: (days: number) => number, believed: (days: number) => number): Chance {
  return {
    within: (days) => (count * seen(days) + BELIEF * believed(days)) / (count + BELIEF),
    weight: count + BELIEF,
  };
}
