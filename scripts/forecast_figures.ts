import { CLOSED_NEEDED, learn } from '../src/domain/sell/forecast/learned.ts';
import { type Range, simulate } from '../src/domain/sell/forecast/simulate.ts';
import { closedOf, knownAt, type Visit } from '../src/domain/sell/forecast/visit.ts';
import { yieldOf } from '../src/domain/sell/forecast/yield.ts';
import { seeded } from '../src/lib/random.ts';
import { BELIEVED, type Deal, makeBook } from './forecast_book.ts';

/** A look is taken every so many days. */
const STEP_DAYS = 30;
/** It sees three months ahead: where each ends, in days. */
const ENDS = [30, 60, 90];
const AHEAD = 90;

/** What was foreseen of the deals that were open on a day, and what came of them. Minor units. */
interface Look {
  came: number[];
  spans: Range[];
  total: Range;
  /** What the stages' probabilities make of what its owner expects within the time. */
  weighted: number;
}

/** One book tells of its own luck: its looks overlap. */
const BOOKS = 24;
/** As many as a figure of two digits needs. */
const DRAWS = 1_000;

/**
 * How well books of this seed are foreseen, over all of them. Errors are shares of what came (looks after which nothing came are left out
 * of them); `coverage` is how often that lay from P10 to P90, `bias` by how much more was foreseen than came.
 */
export function forecastFigures(seed: number, deals: number, books = BOOKS) {
  const looks = Array.from({ length: books }, (_, nth) => seed * 1_000 + nth).flatMap((one) =>
    looksAt(makeBook(one, deals), one),
  );
  const totals = looks.map((look) => ({ ...look, sum: look.came.reduce((sum, one) => sum + one, 0) }));
  const some = totals.filter(({ sum }) => sum > 0);
  const months = looks.flatMap(({ came, spans }) => came.map((one, nth) => isInside(one, spans[nth]!)));
  return {
    ...{ books, looks: looks.length },
    coverage: share(totals.map(({ sum, total }) => isInside(sum, total))),
    coverage_by_month: share(months),
    mape: mean(some.map(({ sum, total }) => Math.abs(total.p50 - sum) / sum)),
    mape_stage_weighted: mean(some.map(({ sum, weighted }) => Math.abs(weighted - sum) / sum)),
    bias: round(mean(totals.map(({ total }) => total.mean)) / mean(totals.map(({ sum }) => sum)) - 1),
  };
}

/** From when enough have ended, as long as what came is known whole. */
function looksAt(book: readonly Deal[], seed: number): Look[] {
  const visits = book.flatMap((deal) => deal.visits);
  const last = Math.max(...book.map(({ made }) => made));
  const looks: Look[] = [];
  for (let asOf = STEP_DAYS; asOf + AHEAD <= last; asOf += STEP_DAYS) {
    const known = knownAt(visits, asOf);
    if (closedOf(known) >= CLOSED_NEEDED) looks.push(lookFrom(book, known, asOf, seed));
  }
  return looks;
}

function lookFrom(book: readonly Deal[], known: readonly Visit[], asOf: number, seed: number): Look {
  const deals = new Map(book.map((deal) => [deal.id, deal]));
  const learned = learn(known, asOf, BELIEVED);
  const open = known.filter(({ left, closed }) => left === null && closed === null);
  const ended = new Set(known.flatMap(({ lead, closed }) => (closed === null ? [] : lead)));
  const share = yieldOf(
    [...ended]
      .map((id) => deals.get(id)!)
      .map(({ minor, wonMinor, visits }) => ({ minor, came: visits[0]!.won ? wonMinor : 0 })),
  );
  const leads = open.map(({ lead, stage, entered }) => ({
    ...{ id: lead, stage, minor: deals.get(lead)!.minor * share },
    chance: learned.chanceOf({ stage, age: asOf - entered }),
  }));
  const { spans, total } = simulate(leads, ENDS, seeded(seed + asOf), DRAWS);
  const ofOpen = open.map(({ lead }) => deals.get(lead)!);
  const came = ENDS.map((end, nth) => sumWon(ofOpen, asOf + (ENDS[nth - 1] ?? 0), asOf + end));
  const expected = open.filter(({ lead }) => deals.get(lead)!.expected < asOf + AHEAD);
  const weighted = expected.reduce((sum, { lead, stage }) => sum + BELIEVED.get(stage)! * deals.get(lead)!.minor, 0);
  return { came, spans, total, weighted };
}

/** What was won of them after one day and up to another. */
const sumWon = (deals: readonly Deal[], after: number, until: number): number =>
  deals.reduce((sum, { visits: [first], wonMinor }) => {
    const { closed, won } = first!;
    return won && closed !== null && closed > after && closed <= until ? sum + wonMinor : sum;
  }, 0);

const isInside = (came: number, { p10, p90 }: Range): boolean => came >= p10 && came <= p90;
const round = (value: number): number => Number(value.toFixed(4));
const mean = (all: readonly number[]): number =>
  round(all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length));
const share = (all: readonly boolean[]): number => mean(all.map(Number));
