import { FIELDS, type Field, LEVELS, type Level } from './fields.ts';
import type { Meeting } from './person.ts';

/** Why two people look alike: they are one person, they live or work together, or they are strangers. */
const EXPLANATIONS = ['same', 'together', 'strangers'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** How often each level of a field is seen, in the order of its levels. */
export type Shares = Record<Field, readonly number[]>;

/** One figure for each explanation. */
export type Prior = Record<Explanation, number>;

/** What a comparison is weighed by. */
export interface Figures {
  /** Of the pairs that have a key in common. */
  prior: Prior;
  shares: Readonly<Record<Explanation, Shares>>;
}

/** With fewer pairs than this nothing is learned from them. */
const FEWEST_PAIRS = 50;

const NAMES_OF_ONE = [0.78, 0.07, 0.07, 0.05, 0.03];

const SHARES: Record<Explanation, Shares> = {
  same: {
    given: NAMES_OF_ONE,
    family: [0.83, 0.07, 0.06, 0.01, 0.03],
    order: [0.93, 0.07],
    phone: [0.7, 0.05, 0.25],
    mail: [0.6, 0.1, 0.05, 0.25],
    birth: [0.92, 0.06, 0.02],
    number: [0.8, 0.08, 0.12],
    street: [0.7, 0.18, 0.12],
    place: [0.7, 0.18, 0.12],
    city: [0.78, 0.12, 0.1],
    postcode: [0.8, 0.1, 0.1],
    region: [0.85, 0.07, 0.08],
  },
  together: {
    given: [0.01, 0.005, 0.02, 0.005, 0.96],
    family: [0.5, 0.02, 0.02, 0.01, 0.45],
    order: [0.98, 0.02],
    phone: [0.6, 0.02, 0.38],
    mail: [0.35, 0.02, 0.4, 0.23],
    birth: [0.003, 0.01, 0.987],
    number: [0.85, 0.05, 0.1],
    street: [0.8, 0.12, 0.08],
    place: [0.8, 0.12, 0.08],
    city: [0.88, 0.06, 0.06],
    postcode: [0.9, 0.04, 0.06],
    region: [0.95, 0.02, 0.03],
  },
  strangers: {
    given: [0.12, 0.03, 0.06, 0.02, 0.77],
    family: [0.35, 0.04, 0.05, 0.01, 0.55],
    order: [0.98, 0.02],
    phone: [0.01, 0.002, 0.988],
    mail: [0.005, 0.01, 0.03, 0.955],
    birth: [0.01, 0.01, 0.98],
    number: [0.03, 0.07, 0.9],
    street: [0.02, 0.04, 0.94],
    place: [0.02, 0.04, 0.94],
    city: [0.15, 0.05, 0.8],
    postcode: [0.12, 0.04, 0.84],
    region: [0.4, 0.05, 0.55],
  },
};

/** What holds of any business, until it has pairs of its own. */
export const FIXED: Figures = { prior: { same: 0.2, together: 0.2, strangers: 0.6 }, shares: SHARES };

/** So many pairs of each explanation weigh as much as what is fixed. */
const WEIGHT_OF_FIXED = 20;
const ROUNDS = 100;
const SETTLED = 1e-6;

interface Pattern extends Meeting {
  count: number;
  /** How likely each explanation is. */
  likely: Prior;
}

/**
 * Learns how often each level is seen among those who are one person and those who are not, without being told who is
 * (expectation and maximisation, beginning with what is fixed and never far from it where pairs are few). Pairs with the
 * same comparison are counted together, so a round takes no longer for more of them. How people who live together compare
 * is not learned: left to itself it would come to stand for whatever is most frequent.
 */
export function learn(meetings: readonly Meeting[]): Figures {
  if (meetings.length < FEWEST_PAIRS) return FIXED;
  const patterns = patternsOf(meetings);
  let figures = FIXED;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const pattern of patterns) pattern.likely = explained(figures, pattern);
    const next = maximised(patterns);
    const moved = Math.abs(next.prior.same - figures.prior.same);
    figures = next;
    if (moved < SETTLED) break;
  }
  return figures;
}

function patternsOf(meetings: readonly Meeting[]): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const { comparison, bound } of meetings) {
    const key = FIELDS.map((field) => `${comparison[field] ?? ''}${bound.has(field) ? '!' : ''}`).join();
    const pattern = patterns.get(key);
    if (pattern) pattern.count += 1;
    else patterns.set(key, { comparison, bound, count: 1, likely: FIXED.prior });
  }
  // always in the same order, so that the sums are the same to the last digit
  return [...patterns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}

const every = <T>(make: (explanation: Explanation) => T): Record<Explanation, T> => ({
  same: make('same'),
  together: make('together'),
  strangers: make('strangers'),
});

function maximised(patterns: readonly Pattern[]): Figures {
  const total = patterns.reduce((sum, { count }) => sum + count, FEWEST_PAIRS);
  const seen = (one: Explanation) => patterns.reduce((sum, { count, likely }) => sum + count * likely[one], 0);
  return {
    prior: every((one) => (seen(one) + FEWEST_PAIRS * FIXED.prior[one]) / total),
    shares: { ...every((one) => sharesOf(patterns, one)), together: FIXED.shares.together },
  };
}

/** Of a field by which a pair was found nothing can be learned: they had to agree in it. */
function sharesOf(patterns: readonly Pattern[], explanation: Explanation): Shares {
  const share = (field: Field): number[] => {
    const counts = FIXED.shares[explanation][field].map((part) => part * WEIGHT_OF_FIXED);
    for (const { comparison, bound, count, likely } of patterns) {
      const nth = levelOf(field, comparison[field]);
      if (nth >= 0 && !bound.has(field)) counts[nth]! += count * likely[explanation];
    }
    return normalised(counts);
  };
  return Object.fromEntries(FIELDS.map((field) => [field, share(field)])) as unknown as Shares;
}

function normalised(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

const levelOf = (field: Field, level: Level | undefined): number =>
  level === undefined ? -1 : (LEVELS[field] as readonly Level[]).indexOf(level);

/** How often strangers agree in what a pair has in common, compared with an average pair; 1 where nothing is known. */
export type Rarity = Partial<Record<Field, number>>;

/**
 * How often a field is as it is, of pairs that are explained so. That they agree in what alone they were found by says
 * nothing against strangers: of so many people some always do. Those who live together are few, as those who came twice.
 */
export function shareOf(
  { shares }: Figures,
  explanation: Explanation,
  field: Field,
  { comparison, bound }: Meeting,
  rarity: Rarity = {},
): number {
  const nth = levelOf(field, comparison[field]);
  const share = shares[explanation][field][nth]!;
  if (explanation === 'same') return share;
  const found = comparison[field] === 'same' ? Math.min(1, share * (rarity[field] ?? 1)) : share;
  return explanation === 'strangers' && bound.has(field) ? Math.max(found, shares.same[field][nth]!) : found;
}

/** How likely each explanation of a pair is. */
export function explained(figures: Figures, meeting: Meeting, rarity: Rarity = {}): Prior {
  const fields = FIELDS.filter((field) => meeting.comparison[field] !== undefined);
  const logs = EXPLANATIONS.map((one) =>
    fields.reduce(
      (sum, field) => sum + Math.log(shareOf(figures, one, field, meeting, rarity)),
      Math.log(figures.prior[one]),
    ),
  );
  const most = Math.max(...logs);
  const [same, together, strangers] = normalised(logs.map((log) => Math.exp(log - most)));
  return { same: same!, together: together!, strangers: strangers! };
}
