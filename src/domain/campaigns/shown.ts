import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import type { Button, Field, Reply } from '../reply.ts';
import type { Campaign, PauseReason } from './campaign.ts';
import type { Progress, Sales } from './report.ts';
import { turn } from './turn.ts';

/** A share in percent, with one digit where it is small. */
function percent(part: number, of: number): string {
  const share = (100 * part) / Math.max(1, of);
  return `${share > 0 && share < 10 ? share.toFixed(1) : Math.round(share)} %`;
}

/** How far a campaign is, with what can be done now. */
export function progressReply(t: Texts, campaign: Campaign, progress: Progress): Reply {
  const { id, name, state } = campaign;
  return {
    title: t.campaign.title(name, t.campaign.state[state]),
    ...(state === 'paused' && campaign.reason && { text: t.campaign.paused[campaign.reason] }),
    fields: progressFields(t, campaign, progress),
    buttons: [
      ...ACTS[state](t, campaign),
      [
        ...(progress.doubts > 0 ? [turn(t.campaign.button.doubts(progress.doubts), `/campaign ${id} doubts`)] : []),
        ...(progress.skipped > 0 ? [turn(t.campaign.button.skipped(progress.skipped), `/campaign ${id} skipped`)] : []),
      ],
    ].filter((row) => row.length > 0),
  };
}

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
  running: (t, { id }) => [
    [
      turn(t.campaign.button.pause, `/campaign ${id} pause`),
      turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger'),
      turn(t.campaign.button.refresh, `/campaign ${id}`),
    ],
  ],
  paused: (t, { id, reason }) => [
    [
      turn(reason === 'share' ? t.campaign.button.rest : t.campaign.button.resume, `/campaign ${id} resume`, 'primary'),
      turn(t.campaign.button.cancel, `/campaign ${id} cancel`, 'danger'),
    ],
  ],
  finished: (t, { id }) => [
    [
      turn(t.campaign.button.report, `/campaign ${id}`),
      { label: t.campaign.button.copy, command: `/campaign ${id} copy` },
    ],
  ],
  cancelled: (t, { id }) => [[{ label: t.campaign.button.copy, command: `/campaign ${id} copy` }]],
};

function progressFields(t: Texts, { state, plannedAt }: Campaign, progress: Progress): Field[] {
  const { labels } = t.campaign;
  const { sent, queued, sending } = progress;
  const left = queued - progress.later + sending;
  const counted = (label: string, count: number): Field[] => (count > 0 ? [{ label, value: String(count) }] : []);
  return [
    ...(plannedAt
      ? [{ label: labels.sent, value: t.campaign.of(sent, sent + queued + sending + progress.unknown) }]
      : []),
    ...counted(labels.delivered, progress.delivered),
    ...counted(labels.failed, progress.failed),
    ...counted(labels.unknown, progress.unknown),
    ...counted(labels.later, progress.later),
    ...counted(labels.bounced, progress.bounced),
    ...counted(labels.complained, progress.complained),
    ...counted(labels.unsubscribed, progress.unsubscribed),
    ...counted(labels.clicked, progress.clicked),
    ...counted(labels.scanned, progress.scanned),
    ...counted(labels.replied, progress.replied),
    ...counted(labels.skipped, progress.skipped),
    ...(state === 'running' && plannedAt && left > 0
      ? [{ label: labels.pace, value: paceNow(t, progress, left) }]
      : []),
  ];
}

/** How fast it goes on, or what it waits for. */
function paceNow({ campaign: t }: Texts, { lastMinute, full }: Progress, left: number): string {
  if (full !== undefined) return t.goesOn(full);
  return lastMinute > 0 ? t.pace(lastMinute, Math.ceil(left / lastMinute)) : t.waits;
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

/** What came of it: on top of how far it is, what was bought within `days`, how many responded, and what it brought (`effect`). */
export function reportReply(
  t: Texts,
  locale: Locale,
  {
    reply,
    progress,
    sales,
    days,
    effect,
  }: { reply: Reply; progress: Progress; sales: Sales; days: number; effect: Field[] },
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
      ...effect,
    ],
  };
}
