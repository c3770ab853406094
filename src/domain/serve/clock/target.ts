import { PRIORITIES, type Priority } from '../kind.ts';

/** Within how many minutes of open time somebody is answered first, and their matter is resolved. */
export interface Target {
  answer: number;
  resolve: number;
}

export type Targets = Readonly<Record<Priority, Target>>;

/** As they are kept: the minutes of each priority, the most urgent first. Of a working day of nine hours: within 1 h and a day, half a day and two, a day and three, two days and five. */
export const FIRST_TARGETS = '60/540 240/1080 540/1620 1080/2700';

const MINUTE_MS = 60_000;

/** What is kept; a priority of which nothing can be read has the first targets. */
export function readTargets(kept: string): Targets {
  const [read, first] = [kept, FIRST_TARGETS].map((one) => one.split(' ').map(readTarget));
  return Object.fromEntries(PRIORITIES.map((one, nth) => [one, read![nth] ?? first![nth]!])) as Record<
    Priority,
    Target
  >;
}

function readTarget(kept: string): Target | undefined {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(kept);
  return match ? { answer: Number(match[1]), resolve: Number(match[2]) } : undefined;
}

export const targetMs = (minutes: number): number => minutes * MINUTE_MS;
