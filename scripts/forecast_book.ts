import type { Visit } from '../src/domain/sell/forecast/visit.ts';
import { normalDraw, seeded } from '../src/lib/random.ts';

/** A made-up deal. Times are days since the first of the book. */
export interface Deal {
  id: string;
  minor: number;
  visits: Visit[];
  made: number;
  /** What its owner expects when it is in a stage: the day on which they think it will be won. */
  expected: number;
  /** What it came to, which may be less than what it was taken for. */
  wonMinor: number;
}

const STAGES = ['new', 'contacted', 'qualified', 'quoted'] as const;
/** The book's owner believes these; the truth is drawn for each book. */
export const BELIEVED = new Map<string, number>([
  ['new', 0.1],
  ['contacted', 0.2],
  ['qualified', 0.4],
  ['quoted', 0.6],
]);
/** A deal that nobody has touched for so long is forgotten: it stays open until the year's clearing. */
const CLEARING_DAYS = 270;

/**
 * A book of deals as a small business has it. On purpose it is not what the forecast supposes: deals differ in ways that nobody sees (a good one
 * is quick as well), stages may be skipped, durations are Weibull and differ by stage, amounts are heavy-tailed and large ones harder to win,
 * business comes in waves, some deals rot, and prices give way at the end.
 */
export function makeBook(seed: number, count: number): Deal[] {
  const random = seeded(seed);
  const goes = STAGES.map(() => 0.45 + 0.35 * random());
  const paces = STAGES.map(() => 4 + 14 * random());
  const shape = 0.7 + 0.8 * random();
  const rot = 0.05 + 0.15 * random();
  const hope = 0.5 + 0.5 * random();
  const wave = 30 + 60 * random();
  const deals: Deal[] = [];
  let day = 0;
  while (deals.length < count) {
    day += (-Math.log(1 - random()) * 1.6) / (1 + 0.5 * Math.sin((2 * Math.PI * day) / wave));
    deals.push(makeDeal(String(deals.length + 1), day, { goes, paces, shape, rot, hope }, random));
  }
  return deals;
}

interface Ways {
  goes: readonly number[];
  paces: readonly number[];
  shape: number;
  rot: number;
  hope: number;
}

function makeDeal(id: string, made: number, { goes, paces, shape, rot, hope }: Ways, random: () => number): Deal {
  const good = normalDraw(random);
  const size = normalDraw(random);
  const minor = Math.round(100_000 * Math.exp(0.9 * size));
  const stays: { stage: string; entered: number; left: number | null }[] = [];
  let [at, nth] = [made, 0];
  let ended: 'won' | 'lost' | null = null;
  for (;;) {
    const stay = paces[nth]! * (-Math.log(1 - random())) ** (1 / shape) * Math.exp(-0.3 * good);
    const rots = random() < rot;
    const left = at + (rots ? CLEARING_DAYS * (0.7 + 0.6 * random()) : stay);
    stays.push({ stage: STAGES[nth]!, entered: at, left });
    at = left;
    const on = 1 / (1 + Math.exp(-(Math.log(goes[nth]! / (1 - goes[nth]!)) + 0.8 * good - 0.25 * size)));
    if (rots || random() >= on) ended = 'lost';
    else if (nth === STAGES.length - 1) ended = 'won';
    else nth = Math.min(STAGES.length - 1, nth + (random() < 0.15 ? 2 : 1));
    if (ended) break;
  }
  const visits = stays.map((stay) => ({ lead: id, ...stay, closed: at, won: ended === 'won' }));
  const expected = made + (at - made) * hope * Math.exp(0.4 * normalDraw(random));
  return { id, minor, visits, made, expected, wonMinor: Math.round(minor * Math.min(1, 0.9 + 0.15 * random())) };
}
