import { wilson } from '../../../lib/statistics.ts';
import { locales } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Button, Field, List, Reply } from '../../reply.ts';
import type { Campaign } from '../campaign.ts';
import { percent } from '../percent.ts';
import type { Outcome } from './decide.ts';
import { type Comparison, compare, FEWEST_TO_TELL, type Results, type VersionResult } from './results.ts';
import { textsOf } from './texts.ts';
import { MEASURES, type Measure } from './version.ts';

const turn = (label: string, command: string, style?: Button['style']): Button => ({
  ...{ label, command, turns: true },
  ...(style && { style }),
});

/** How long a trial waits, as people say it. */
export function waitWords({ versions: t }: Texts, minutes: number): string {
  if (minutes % 1440 === 0) return t.days(minutes / 1440);
  return minutes % 60 === 0 ? t.hours(minutes / 60) : t.minutes(minutes);
}

/** The subjects of a text, of each language. */
export const subjectsOf = ({ of }: Campaign['variants']): string =>
  locales.flatMap((locale) => of[locale]?.subject ?? []).join(' / ');

/** What became of each text: a list each, with the bounds of every share. */
export function resultLists(t: Texts, campaign: Campaign, results: Results): List[] {
  return textsOf(campaign).map(({ version, variants }) => ({
    title: t.versions.title(t.versions.name[version], subjectsOf(variants)),
    items: resultLines(t, results[version]).map((text) => ({ text })),
  }));
}

function resultLines({ versions: t }: Texts, result: VersionResult): string[] {
  const { arrived, bounced } = result;
  const line = (what: keyof typeof t.did): string => {
    const count = result[what];
    if (arrived === 0) return t.none(t.did[what]);
    const { low, high } = wilson(count, arrived);
    return t.rate(count, t.did[what], percent(count, arrived), percent(low, 1), percent(high, 1));
  };
  return [t.arrived(arrived, bounced), ...[...MEASURES, 'unsubscribed' as const].map(line)];
}

/** Which text does better, or that it cannot be told; and what was chosen. */
export function verdictField(t: Texts, campaign: Campaign, results: Results, measure: Measure): Field {
  const chosen = campaign.winner ? [t.versions.chose[campaign.winner]] : [];
  return {
    label: t.versions.label,
    value: [verdict(t, results, compare(results, measure), measure), ...chosen].join(' '),
  };
}

function verdict({ versions: t }: Texts, { a, b }: Results, comparison: Comparison, measure: Measure): string {
  const did = t.act[measure];
  if (comparison.is === 'few') return t.few(did, a[measure] + b[measure], FEWEST_TO_TELL);
  const [low, high] = [comparison.by.low, comparison.by.high].map((share) => (100 * share).toFixed(1)) as [
    string,
    string,
  ];
  return comparison.is === 'better'
    ? `${t.better(t.name[comparison.version], low, high, did)} ${t.sure}`
    : t.close(did, low, high);
}

/** What the rest can get. */
export const winnerButtons = ({ versions: t }: Texts, { id }: Pick<Campaign, 'id'>): Button[][] => [
  [
    turn(t.button.a, `/campaign ${id} winner a`),
    turn(t.button.b, `/campaign ${id} winner b`),
    turn(t.button.both, `/campaign ${id} winner both`),
  ],
];

/** Both have been tried and it cannot be told: the owner says what the rest get. */
export function undecidedCard(t: Texts, campaign: Campaign, { results }: Outcome, measure: Measure): Reply {
  const { id, name, state } = campaign;
  return {
    title: t.campaign.title(name, t.campaign.state[state]),
    text: t.campaign.paused.undecided,
    fields: [verdictField(t, campaign, results, measure)],
    lists: resultLists(t, campaign, results),
    buttons: [...winnerButtons(t, campaign), [turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger')]],
  };
}
