import { seeded } from '../../../lib/random.ts';
import type { Book, BookLead } from './book.ts';
import { CLOSED_NEEDED, type Learned, learn } from './learned.ts';
import { DRAWS, type Range, simulate } from './simulate.ts';
import { closedOf } from './visit.ts';
import { yieldOf } from './yield.ts';

/** A month that is foreseen, in days since 1970 and as its first day, ISO 8601. */
export interface Month {
  first: string;
  ends: number;
}

/** What is foreseen in one currency. Minor units. */
export interface Foreseen {
  currency: string;
  /** Of the leads that are counted. */
  leads: number;
  /** For each month: what may come, where that is learned, and the sum that stages weigh of what is expected in it. */
  months: { range?: Range; weighted: number }[];
  total: { range?: Range; weighted: number };
  /** What stages weigh of leads that nobody expects on a day, which is in no month. */
  undated: number;
  /** The same of leads that are expected after the months that are shown. */
  later: number;
  /** How many are in the first month because the day on which they were expected is over. */
  overdue: number;
}

/** A lead and what it brings to the forecast. */
export interface Part {
  lead: BookLead;
  /** To be won in the months that are shown, 0 to 1. */
  chance: number;
  /** What that comes to, minor units. */
  minor: number;
}

export interface Forecast {
  /** How many closed leads it could learn from. */
  closed: number;
  /** Else the stages' probabilities are all there is. */
  learned: boolean;
  /** The one with the most leads first. */
  currencies: Foreseen[];
  /** The largest first. */
  parts: Part[];
  withoutAmount: number;
  withoutDay: number;
}

/** Of many leads fewer draws: chance evens out among them, and a thousand leads take no longer than five hundred. */
const MOST_STEPS = 2_000_000;
const FEWEST_DRAWS = 500;
const DAY_MS = 86_400_000;

/**
 * What the open leads bring in the months ahead: simulated from what became of earlier ones, once `CLOSED_NEEDED` are closed, beside the
 * sum that stages weigh. Currencies are never added.
 * @param now days since 1970. @param months the first begins now, and each ends where the next begins. @param probabilities of the stages, 0 to 1.
 * @param seed the same makes the same of the same book.
 */
export function forecastOf(
  book: Book,
  {
    now,
    months,
    probabilities,
    seed,
  }: { now: number; months: readonly Month[]; probabilities: ReadonlyMap<string, number>; seed: number },
): Forecast {
  const closed = closedOf(book.visits);
  const learned = closed >= CLOSED_NEEDED ? learn(book.visits, now, probabilities) : undefined;
  const worth = book.open.filter((lead): lead is Worth => lead.minor !== null && lead.currency !== null);
  const byCurrency = new Map<string, Worth[]>();
  for (const lead of worth) byCurrency.set(lead.currency, [...(byCurrency.get(lead.currency) ?? []), lead]);
  const currencies = [...byCurrency].map(([currency, leads]) =>
    foreseen(leads, {
      ...{ currency, learned, now, months, probabilities, seed },
      share: yieldOf(book.closed.get(currency) ?? []),
    }),
  );
  return {
    ...{ closed, learned: learned !== undefined },
    currencies: currencies.map(({ of }) => of).sort((one, other) => other.leads - one.leads),
    parts: currencies.flatMap(({ parts }) => parts).sort((one, other) => other.minor - one.minor),
    withoutAmount: book.open.length - worth.length,
    withoutDay: worth.filter(({ expectedOn }) => expectedOn === null).length,
  };
}

type Worth = BookLead & { minor: number; currency: string };

interface How {
  currency: string;
  learned: Learned | undefined;
  now: number;
  months: readonly Month[];
  probabilities: ReadonlyMap<string, number>;
  seed: number;
  share: number;
}

function foreseen(leads: readonly Worth[], how: How): { of: Foreseen; parts: Part[] } {
  const { currency, learned, now, months, probabilities, seed, share } = how;
  const ends = months.map((month) => month.ends - now);
  const open = learned
    ? leads.map((lead) => ({
        ...{ id: lead.id, stage: lead.stage, minor: lead.minor * share },
        chance: learned.chanceOf({ stage: lead.stage, age: now - lead.since }),
      }))
    : [];
  const draws = Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(MOST_STEPS / Math.max(1, leads.length))));
  const ranges = learned && simulate(open, ends, seeded(seed), draws);
  const weighs = ({ stage, minor }: Worth) => (probabilities.get(stage) ?? 0) * minor;
  const sum = (some: readonly Worth[]) => Math.round(some.reduce((all, one) => all + weighs(one), 0));
  const dated = months.map((_, nth) => leads.filter((lead) => monthOf(lead, months) === nth));
  const parts = leads.map((lead, nth) => {
    const chance = learned ? open[nth]!.chance.within(ends.at(-1)!) : (probabilities.get(lead.stage) ?? 0);
    return { lead, chance, minor: Math.round(chance * (learned ? open[nth]!.minor : lead.minor)) };
  });
  const of = {
    ...{ currency, leads: leads.length },
    months: dated.map((some, nth) => ({ ...(ranges && { range: ranges.spans[nth]! }), weighted: sum(some) })),
    total: { ...(ranges && { range: ranges.total }), weighted: sum(dated.flat()) },
    undated: sum(leads.filter(({ expectedOn }) => expectedOn === null)),
    later: sum(leads.filter((lead) => lead.expectedOn !== null && monthOf(lead, months) < 0)),
    overdue: leads.filter(({ expectedOn }) => expectedOn !== null && Date.parse(expectedOn) / DAY_MS < Math.floor(now))
      .length,
  };
  return { of, parts };
}

/** In which of the months it is expected; a day that is over counts as this month's, as the lead is open still. -1: in none of them. */
function monthOf({ expectedOn }: Worth, months: readonly Month[]): number {
  if (expectedOn === null) return -1;
  const month = `${expectedOn.slice(0, 7)}-01`;
  return month < months[0]!.first ? 0 : months.findIndex(({ first }) => first === month);
}
