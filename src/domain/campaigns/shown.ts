import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay, formatWhen } from '../../text/when/format_when.ts';
import type { WhenContext } from '../../text/when/when.ts';
import { hasLetters } from '../channel.ts';
import type { Button, Field, Reply } from '../reply.ts';
import type { Campaign, PauseReason } from './campaign.ts';
import type { Estimate } from './estimate.ts';
import { percent } from './percent.ts';
import type { Progress, Sales } from './report.ts';
import { turn } from './turn.ts';
import { winnerButtons } from './versions/shown.ts';
import { awaitsWinner } from './versions/texts.ts';

const DAY_MS = 86_400_000;

/** How far a campaign is, with what can be done now. `clock`: by which times are written; `rest`: when the others will have left. */
export function progressReply(
  t: Texts,
  campaign: Campaign,
  progress: Progress,
  { clock, rest }: { clock: WhenContext; rest: Estimate },
): Reply {
  const { id, name, state } = campaign;
  const isPlanned = state === 'running' && !campaign.plannedAt;
  return {
    title: t.campaign.title(name, isPlanned ? t.campaign.planned : t.campaign.state[state]),
    ...(state === 'paused' && campaign.reason && { text: whyPaused(t, campaign) }),
    fields: progressFields(t, campaign, progress, { clock, rest }),
    buttons: [
      ...ACTS[state](t, campaign),
      [
        ...(progress.doubts > 0 ? [turn(t.campaign.button.doubts(progress.doubts), `/campaign ${id} doubts`)] : []),
        ...(progress.skipped > 0 ? [turn(t.campaign.button.skipped(progress.skipped), `/campaign ${id} skipped`)] : []),
      ],
      ...inRows(
        (['clicked', 'replied', 'unsubscribed', 'bounced', 'complained', 'failed'] as const)
          .filter((what) => progress[what] > 0)
          .map((what) =>
            turn(t.campaign.button.who(t.campaign.labels[what], progress[what]), `/campaign ${id} ${what}`),
          ),
      ),
    ].filter((row) => row.length > 0),
  };
}

/** How many are still to get it now, nobody else having to say anything. */
export const leftOf = ({ queued, later, undecided, sending }: Progress): number => queued - later - undecided + sending;

const inRows = (buttons: readonly Button[]): Button[][] =>
  buttons.flatMap((_, nth) => (nth % 3 === 0 ? [buttons.slice(nth, nth + 3)] : []));

/** Why it is paused, in words. `people`: how many would get it now, where that is why. */
export function whyPaused(t: Texts, { reason, plannedAt, shown }: Campaign, people?: number): string {
  const { paused, otherPeople } = t.campaign;
  if (reason === 'late' && plannedAt) return paused.lateTrial;
  if (reason === 'words' && plannedAt) return t.lostWords.paused;
  if (reason === 'changed' && people !== undefined) return otherPeople(shown?.people ?? 0, people);
  return paused[reason ?? 'asked'];
}

/** What can be changed of what has not begun: each is asked for in a message of its own. */
const changes = ({ campaign: { button } }: Texts, { id, asks }: Campaign): Button[] => [
  { label: button.audience, command: `/campaign ${id} to`, asks: true },
  ...(asks ? [] : [{ label: button.text, command: `/campaign ${id} text`, asks: true as const }]),
];

/** When something that has a time leaves, and what else can be done with it before. */
export const otherTime = ({ campaign: { button } }: Texts, { id }: Pick<Campaign, 'id'>): Button => ({
  label: button.otherTime,
  command: `/campaign ${id} at`,
  asks: true,
});

/** What a user can do with it, in each state. */
const ACTS: Readonly<Record<Campaign['state'], (t: Texts, campaign: Campaign) => Button[][]>> = {
  draft: () => [],
  scheduled: (t, campaign) => [
    waysOn(t, campaign),
    changes(t, campaign),
    [turn(t.campaign.button.cancel, `/campaign ${campaign.id} cancel`, 'danger')],
  ],
  running: (t, campaign) => [
    [
      turn(t.campaign.button.pause, `/campaign ${campaign.id} pause`),
      turn(t.campaign.button.cancel, `/campaign ${campaign.id} cancel`, 'danger'),
      turn(t.campaign.button.refresh, `/campaign ${campaign.id}`),
    ],
    ...(awaitsWinner(campaign) ? [[turn(t.versions.button.decide, `/campaign ${campaign.id} winner`)]] : []),
  ],
  paused: (t, campaign) => (campaign.reason === 'undecided' ? undecided(t, campaign) : paused(t, campaign)),
  finished: (t, { id, sequenceId }) => [
    [
      turn(t.campaign.button.report, `/campaign ${id}`),
      { label: t.campaign.button.picture, command: `/campaign ${id} picture` },
      { label: t.campaign.button.export, command: `/export campaign ${id}` },
      ...(sequenceId ? [] : [{ label: t.campaign.button.copy, command: `/campaign ${id} copy` }]),
    ],
  ],
  cancelled: (t, { id, sequenceId }) =>
    sequenceId ? [] : [[{ label: t.campaign.button.copy, command: `/campaign ${id} copy` }]],
};

const undecided = (t: Texts, campaign: Campaign): Button[][] => [
  ...winnerButtons(t, campaign),
  [turn(t.campaign.button.cancel, `/campaign ${campaign.id} cancel`, 'danger')],
];

const paused = (t: Texts, campaign: Campaign): Button[][] => {
  const { id, reason, plannedAt } = campaign;
  const cancel = turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger');
  if (!plannedAt) return [waysOn(t, campaign), changes(t, campaign), [cancel]].filter((row) => row.length > 0);
  const label = reason === 'share' ? t.campaign.button.rest : t.campaign.button.resume;
  return [[turn(label, `/campaign ${id} resume`, 'primary'), cancel]];
};

/** How what is scheduled, or was paused before it began, can go on: whatever sends at once asks for how many. `isReady`: it could leave. */
export function waysOn(t: Texts, campaign: Campaign, isReady = true): Button[] {
  const { button } = t.campaign;
  const { id, state, reason } = campaign;
  const now = turn(button.sendNow, `/campaign ${id} send`);
  const later = otherTime(t, campaign);
  if (state === 'scheduled') return [...(isReady ? [now, later] : []), turn(button.pause, `/campaign ${id} pause`)];
  if (reason === 'unclear' || reason === 'words' || !isReady) return [];
  if (reason === 'late' || reason === 'changed') return [now, later];
  return [turn(button.resume, `/campaign ${id} resume`, 'primary'), later];
}

function progressFields(
  t: Texts,
  { state, channel, plannedAt, decideAt, scheduledAt }: Campaign,
  progress: Progress,
  { clock, rest }: { clock: WhenContext; rest: Estimate },
): Field[] {
  const { labels } = t.campaign;
  const { queued, sending, notSent, unknown } = progress;
  const left = leftOf(progress);
  const counted = (label: string, count: number): Field[] => (count > 0 ? [{ label, value: String(count) }] : []);
  return [
    ...(!plannedAt && scheduledAt && (state === 'scheduled' || state === 'paused')
      ? [{ label: labels.scheduled, value: formatWhen(scheduledAt, clock) }]
      : []),
    ...(plannedAt
      ? [
          {
            label: labels.sent,
            value: t.campaign.of(progress.left, progress.left + queued + sending + notSent + unknown),
          },
        ]
      : []),
    ...counted(labels.delivered, progress.delivered),
    ...counted(labels.failed, progress.failed),
    ...counted(labels.unknown, progress.unknown),
    ...(state === 'cancelled'
      ? counted(labels.unsent, queued)
      : [...counted(labels.later, progress.later), ...counted(labels.undecided, progress.undecided)]),
    ...(decideAt ? [{ label: t.versions.decides, value: formatWhen(decideAt, clock) }] : []),
    ...counted(labels.bounced, progress.bounced),
    ...counted(labels.complained, progress.complained),
    ...counted(labels.unsubscribed, progress.unsubscribed),
    ...counted(labels.clicked, progress.clicked),
    ...counted(labels.scanned, progress.scanned),
    ...counted(labels.replied, progress.replied),
    ...counted(labels.skipped, progress.skipped),
    ...(state === 'running' && plannedAt && left > 0
      ? [{ label: labels.pace, value: paceNow(t, progress, { clock, rest, letters: hasLetters(channel) }) }]
      : []),
  ];
}

/** How fast it goes on, or what it waits for. */
function paceNow(
  { campaign: t }: Texts,
  progress: Progress,
  { clock, rest, letters }: { clock: WhenContext; rest: Estimate; letters: boolean },
): string {
  const { lastMinute, full, opensAt } = progress;
  if (full !== undefined) return t.goesOn(full, letters);
  if (lastMinute === 0 && opensAt) return t.opens(formatWhen(opensAt, clock));
  if (lastMinute === 0) return t.waits;
  const left = leftOf(progress);
  const until = new Date(clock.now.getTime() + Math.ceil(left / lastMinute) * 60_000);
  const lastDay = new Date(clock.now.getTime() + (rest.days - 1) * DAY_MS);
  return t.pace(
    lastMinute,
    left,
    letters,
    t.until(rest.days > 1 ? formatDay(lastDay, clock) : formatWhen(until, clock)),
  );
}

/** It has paused by itself: why, in figures where they are known. `people`: how many would get it now, where others would than were shown. */
export function pausedCard(t: Texts, campaign: Campaign, progress?: Progress, people?: number): Reply {
  const reason: PauseReason = campaign.reason ?? 'asked';
  const { id } = campaign;
  const now = people && turn(t.campaign.button.sendToNow(people), `/campaign ${id} go ${people}`, 'primary');
  const tried = progress ? progress.left + progress.notSent + progress.unknown : 0;
  const figures: Partial<Record<PauseReason, string>> = progress
    ? {
        bounces: t.campaign.outOf(progress.bounced, tried, percent(progress.bounced, tried)),
        complaints: t.campaign.outOf(progress.complained, tried, percent(progress.complained, tried)),
      }
    : {};
  return {
    title: t.campaign.title(campaign.name, t.campaign.state.paused),
    text: [whyPaused(t, campaign, people), figures[reason]].filter(Boolean).join('\n'),
    buttons: campaign.sequenceId
      ? [[turn(t.campaign.button.resume, `/sequence ${campaign.sequenceId} on`)]]
      : now
        ? [[now, otherTime(t, campaign)], changes(t, campaign), ...ACTS.paused(t, campaign).slice(-1)]
        : ACTS.paused(t, campaign),
  };
}

/** For how much was bought, in each currency. */
export const moneyOf = ({ sums }: Sales, locale: Locale): string =>
  sums.map(({ currency, minor }) => formatMoney(minor, currency, locale)).join(' + ');

/** What came of it: on top of how far it is, what was bought within `days`, how many responded, what it brought (`effect`), and how its two texts compare (`versions`). */
export function reportReply(
  t: Texts,
  locale: Locale,
  {
    reply,
    progress,
    sales,
    days,
    effect,
    versions = {},
  }: {
    reply: Reply;
    progress: Progress;
    sales: Sales;
    days: number;
    effect: Field[];
    versions?: Pick<Reply, 'fields' | 'lists'>;
  },
): Reply {
  const { labels } = t.campaign;
  const { sent: arrived, left: written } = progress;
  return {
    ...reply,
    fields: [
      ...(reply.fields ?? []),
      ...(sales.orders > 0
        ? [
            { label: labels.ordered, value: t.campaign.orders(sales.orders, sales.buyers, days) },
            { label: labels.revenue, value: moneyOf(sales, locale) },
          ]
        : []),
      ...(written > 0
        ? [
            {
              label: labels.response,
              value: t.campaign.responseOf(
                sales.responded,
                written,
                percent(sales.responded, written),
                percent(sales.responded, arrived),
              ),
            },
          ]
        : []),
      ...(versions.fields ?? []),
      ...effect,
    ],
    ...(versions.lists && { lists: [...(reply.lists ?? []), ...versions.lists] }),
  };
}
