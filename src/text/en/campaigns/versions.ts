import { plural } from '../plural.ts';

/** Two texts of a campaign, of which the better one is found by trying both. */
export const versions = {
  versions: {
    onlyA: 'B takes over what it shares with A; what B says otherwise stays.',
    label: 'A or B',
    name: { a: 'A', b: 'B' },
    title: (name: string, subject: string): string => [name, subject].filter(Boolean).join(' · '),
    /** The subjects of both, one behind the other. */
    subjects: (a: string, b: string): string => `A: ${a} · B: ${b}`,
    everybody: 'everybody gets A or B, chosen by chance, half each',
    trial: (percent: number, wait: string, measure: string): string =>
      `${percent} % get A or B, chosen by chance, half each; ${wait} later the rest get the one with ${measure}`,
    minutes: (minutes: number): string => plural(minutes, 'minute'),
    hours: (hours: number): string => plural(hours, 'hour'),
    days: (days: number): string => plural(days, 'day'),
    measure: { clicked: 'more clicks', replied: 'more answers', ordered: 'more orders' },
    small: (each: number): string =>
      `Only about ${each} people would get each text before it is decided. That is mostly too few to tell which is better.`,
    noClicks: 'Clicks are not counted here, so nothing would be decided by them. Choose answers or orders.',
    same: 'B says the same as A.',
    secondFirst: 'There is one text only. Write the second one first, then say how both are tried.',
    previewB: (count: number): string =>
      `As ${count === 1 ? 'one' : count === 2 ? 'two' : 'three'} of them would read B`,
    decides: 'Decision',
    button: {
      add: 'Try a second text',
      change: 'Change text B',
      drop: 'Without B',
      everybody: 'A or B for everybody',
      winner: 'The better one for the rest',
      by: { clicked: 'Decide by clicks', replied: 'Decide by answers', ordered: 'Decide by orders' },
      trial: 'Other share or wait',
      decide: 'Decide now',
      a: 'A for the rest',
      b: 'B for the rest',
      both: 'Half each',
    },
    /** By what they are compared, in the sentences below. */
    act: { clicked: 'followed a link', replied: 'answered', ordered: 'ordered' },
    did: { clicked: 'followed a link', replied: 'answered', ordered: 'ordered', unsubscribed: 'unsubscribed' },
    arrived: (arrived: number, bounced: number): string =>
      [`Reached ${plural(arrived, 'person', 'people')}`, bounced > 0 && `${bounced} came back`]
        .filter(Boolean)
        .join(', '),
    rate: (count: number, did: string, share: string, low: string, high: string): string =>
      `${count} ${did}: ${share} (${low} to ${high})`,
    none: (did: string): string => `0 ${did}`,
    better: (version: string, low: string, high: string, did: string): string =>
      `${version} is better: ${low} to ${high} percentage points more ${did}.`,
    close: (did: string, low: string, high: string): string =>
      `Too close to tell by how many ${did}: the difference (${low} to ${high} percentage points) may be chance.`,
    few: (did: string, count: number, needed: number): string =>
      `Too few to tell: ${count} ${did}, of both together; it takes ${needed}.`,
    sure: '95 % sure of the bounds.',
    chose: { a: 'A goes to the rest.', b: 'B goes to the rest.', both: 'The rest get A or B, half each.' },
    ask: (waiting: number): string => `Which text do the other ${waiting} get?`,
    nobodyWaits: 'Nobody waits for that any more.',
    notTrial: (word: string): string => `I do not understand “${word}”. Like this: 30% 6h clicks`,
  },
};
