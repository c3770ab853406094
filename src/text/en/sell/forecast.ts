import { plural } from '../plural.ts';

export const forecast = {
  forecast: {
    title: '🔮 What may come in',
    learned: (closed: number): string =>
      `Learned from your ${plural(closed, 'closed lead')}: how many are won from each stage, and how long that takes.`,
    weighted: (needed: number, has: number): string =>
      `By your stages’ probabilities and the days you expect. To learn from your own leads it needs ${needed} closed ones; so far there ${has === 1 ? 'is' : 'are'} ${has}.`,
    noneWorth: (count: number): string =>
      `${plural(count, 'open lead')}, but none says what it is worth. Tell me, for example: /lead 12 amount 500`,
    withoutAmount: (count: number): string => `Not counted: ${plural(count, 'lead')} without an amount.`,
    withoutDay: (count: number): string => `In no month: ${plural(count, 'lead')} without an expected day.`,
    ahead: 'Months ahead',
    months: [
      ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
      ...['August', 'September', 'October', 'November', 'December'],
    ],
    restOf: (month: string): string => `Rest of ${month}`,
    together: (months: number): string => `These ${months} months together`,
    undated: 'Without an expected day',
    later: (months: number): string => `Expected after these ${months} months, by stages`,
    overdue: (count: number): string => `⚠️ with ${plural(count, 'lead')} expected earlier`,
    range: (low: string, middle: string, high: string): string => `${low} to ${high}, most likely around ${middle}`,
    byStages: (amount: string): string => `by stages alone ${amount}`,
    span: (low: string, high: string): string => `${low} to ${high}`,
    open: 'Open leads',
    monthAgo: 'Thirty days ago they came to',
    parts: 'Who brings most',
    brings: (share: string, amount: string, part: string): string => `${share} of ${amount}: ${part}`,
    past: 'What was foreseen, and what came',
    was: (foreseen: string, came: string): string => `foreseen ${foreseen}, came ${came}`,
    andNew: (amount: string): string => `and ${amount} from leads that were new`,
    picture: 'Picture',
    pictureOf: 'What may come in, as a picture',
    nothingToDraw:
      'Nothing to draw yet: there is no open lead with an amount, and none was won in the last six months.',
    chart: {
      title: 'What may come in',
      fileName: 'forecast',
      learned: (closed: number): string => `Learned from ${plural(closed, 'closed lead')}`,
      weighted: 'By how likely your stages are, and the days you expect',
      without: (currencies: string): string => `Not on it: ${currencies}`,
      short: (month: string): string => month.slice(0, 3),
      came: (amount: string): string => `came ${amount}`,
      between: 'Foreseen: eight of ten times in between',
      legend: {
        foreseen: 'Foreseen',
        middle: 'as likely above as below',
        came: 'Came in',
        fresh: 'Came in from leads that were new',
      },
    },
    meaning:
      'In eight of ten cases it lies between the two figures. It counts leads that are open now; what new ones bring comes on top.',
    meaningWeighted: 'Each lead counts with its stage’s probability. Leads that are still to come are not in it.',
  },
};
