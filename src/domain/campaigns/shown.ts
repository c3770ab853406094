import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { formatDay, formatWhen } from '../../text/when/format_when.ts';
import type { WhenContext } from '../../text/when/when.ts';
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
  return {
    title: t.campaign.title(name, t.campaign.state[state]),
    ...(state === 'paused' && campaign.reason && { text: t.campaign.paused[campaign.reason] }),
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

/** What a user can do with it, in each state. */
const ACTS: Readonly<Record<Campaign['state'], (t: Texts, campaign: Campaign) => Button[][]>> = {
  draft: () => [],
  scheduled: (t, { id }) => [
    [
      turn(t.campaign.button.sendNow, `/campaign ${id} send`),
      turn(t.campaign.button.pause, `/campaign ${id} pause`),
      turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger'),
    ],
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
  finished: (t, { id }) => [
    [
      turn(t.campaign.button.report, `/campaign ${id}`),
      { label: t.campaign.button.picture, command: `/campaign ${id} picture` },
      { label: t.campaign.button.export, command: `/export campaign ${id}` },
      { label: t.campaign.button.copy, command: `/campaign ${id} copy` },
    ],
  ],
  cancelled: (t, { id }) => [[{ label: t.campaign.button.copy, command: `/campaign ${id} copy` }]],
};

const undecided = (t: Texts, campaign: Campaign): Button[][] => [
  ...winnerButtons(t, campaign),
  [turn(t.campaign.button.cancel, `/campaign ${campaign.id} cancel`, 'danger')],
];

const paused = (t: Texts, { id, reason }: Campaign): Button[][] => [
  [
    turn(reason === 'share' ? t.campaign.button.rest : t.campaign.button.resume, `/campaign ${id} resume`, 'primary'),
    turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger'),
  ],
];

function progressFields(
  t: Texts,
  { state, plannedAt, decideAt }: Campaign,
  progress: Progress,
  { clock, rest }: { clock: WhenContext; rest: Estimate },
): Field[] {
  const { labels } = t.campaign;
  const { sent, queued, sending } = progress;
  const left = leftOf(progress);
  const counted = (label: string, count: number): Field[] => (count > 0 ? [{ label, value: String(count) }] : []);
  return [
    ...(plannedAt
      ? [{ label: labels.sent, value: t.campaign.of(sent, sent + queued + sending + progress.unknown) }]
      : []),
    ...counted(labels.delivered, progress.delivered),
    ...counted(labels.failed, progress.failed),
    ...counted(labels.unknown, progress.unknown),
    ...counted(labels.later, progress.later),
    ...counted(labels.undecided, progress.undecided),
    ...(decideAt ? [{ label: t.versions.decides, value: formatWhen(decideAt, clock) }] : []),
    ...counted(labels.bounced, progress.bounced),
    ...counted(labels.complained, progress.complained),
    ...counted(labels.unsubscribed, progress.unsubscribed),
    ...counted(labels.clicked, progress.clicked),
    ...counted(labels.scanned, progress.scanned),
    ...counted(labels.replied, progress.replied),
    ...counted(labels.skipped, progress.skipped),
    ...(state === 'running' && plannedAt && left > 0
      ? [{ label: labels.pace, value: paceNow(t, progress, { clock, rest }) }]
      : []),
  ];
}

/** How fast it goes on, or what it waits for. */
function paceNow(
  { campaign: t }: Texts,
  progress: Progress,
  { clock, rest }: { clock: WhenContext; rest: Estimate },
): string {
  const { lastMinute, full } = progress;
  if (full !== undefined) return t.goesOn(full);
  if (lastMinute === 0) return t.waits;
  const left = leftOf(progress);
  const until = new Date(clock.now.getTime() + Math.ceil(left / lastMinute) * 60_000);
  const lastDay = new Date(clock.now.getTime() + (rest.days - 1) * DAY_MS);
  return t.pace(lastMinute, left, t.until(rest.days > 1 ? formatDay(lastDay, clock) : formatWhen(until, clock)));
}

/** It has paused by itself: why, in figures. */
export function pausedCard(t: Texts, campaign: Campaign, progress: Progress): Reply {
  const reason: PauseReason = campaign.reason ?? 'asked';
  const tried = progress.sent + progress.failed + progress.unknown;
  const figures: Partial<Record<PauseReason, string>> = {
    bounces: t.campaign.outOf(progress.bounced, tried, percent(progress.bounced, tried)),
    complaints: t.campaign.outOf(progress.complained, tried, percent(progress.complained, tried)),
  };
  return {
    title: t.campaign.title(campaign.name, t.campaign.state.paused),
    text: [t.campaign.paused[reason], figures[reason]].filter(Boolean).join('\n'),
    buttons: campaign.sequenceId
      ? [[turn(t.campaign.button.resume, `/sequence ${campaign.sequenceId} on`)]]
      : ACTS.paused(t, campaign),
  };
}

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
  const arrived = progress.sent;
  // what came back was sent, too
  const written = progress.sent + progress.bounced;
  const money = sales.sums.map(({ currency, minor }) => formatMoney(minor, currency, locale)).join(' + ');
  return {
    ...reply,
    fields: [
      ...(reply.fields ?? []),
      ...(sales.orders > 0
        ? [
            { label: labels.ordered, value: t.campaign.orders(sales.orders, sales.buyers, days) },
            { label: labels.revenue, value: money },
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
