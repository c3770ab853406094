import { locales } from '../../../text/locale.ts';
import { currencyName, currencyOf } from '../../../text/money/currency_of.ts';
import { own } from '../../../text/own.ts';
import { countryName } from '../../../text/person/country.ts';
import { texts } from '../../../text/texts.ts';
import { likelyZones, zoneName } from '../../../text/when/common_zones.ts';
import { formatClock } from '../../../text/when/format_when.ts';
import { AUTO, PRESETS, readPace } from '../../campaigns/rules.ts';
import type { Button } from '../../reply.ts';
import { FIRST_TARGETS, readTargets } from '../../serve/clock/target.ts';
import { PRIORITIES } from '../../serve/kind.ts';
import { boundsOf, readWeekly, type Settings } from '../../settings.ts';
import type { CommandContext } from '../command.ts';
import { lineOf, type Setting } from './settings_read.ts';

/** A value that is often chosen, as it is typed, and what its button says; left out: the value itself. */
interface Choice {
  value: string;
  label?: string;
}

const MOST_ZONES = 8;
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'SGD', 'AUD'];
const COUNTRIES = ['CN', 'HK', 'TW', 'SG', 'US', 'GB', 'CA', 'AU', 'DE'];
const OFF = texts('en').typed.off[0]!;
const {
  chinese: [CHINESE = ''],
  always: [ALWAYS = ''],
} = texts('en').typed.adLabel;

const same = (values: readonly string[]): Choice[] => values.map((value) => ({ value }));
const withOff = ({ t }: CommandContext, values: readonly string[]): Choice[] => [
  ...same(values),
  { value: OFF, label: t.settings.off },
];

const CHOICES: Record<Setting['key'], (ctx: CommandContext) => Choice[]> = {
  locale: () => locales.map((one) => ({ value: one, label: texts(one).language.name[one] })),
  timezone: ({ settings, locale, now }) =>
    [...new Set([settings.timezone, ...likelyZones(settings.country, MOST_ZONES)])].map((zone) => ({
      value: zone,
      label: `${zoneName(zone, locale)} ${formatClock(now, zone)}`,
    })),
  currency: ({ settings, locale }) =>
    unique([settings.currency, currencyOf(settings.country), ...CURRENCIES]).map((code) => ({
      value: code,
      label: `${currencyName(code, locale)} ${code}`,
    })),
  country: ({ settings, locale }) =>
    unique([settings.country, ...COUNTRIES]).map((code) => ({ value: code, label: countryName(code, locale) })),
  businessName: () => [],
  digestAt: (ctx) => withOff(ctx, ['07:00', '08:00', '09:00', '12:00', '18:00']),
  churnAt: (ctx) =>
    ['mon 09:00', 'tue 09:00', 'wed 09:00', 'fri 09:00', 'sun 18:00']
      .map((value) => ({
        value,
        label: weeklyName(ctx, value),
      }))
      .concat({ value: OFF, label: ctx.t.settings.off }),
  ageGroups: () => same(['30-50', '25-45', '35-60']),
  frequencyGroups: () => same(['5-10', '2-5', '3-12']),
  powerGroups: () => same(['500-1000', '200-1000', '1000-5000']),
  undoSend: ({ t }) => [0, 5, 10, 30, 60].map((count) => ({ value: String(count), label: t.settings.hold(count) })),
  quietHours: (ctx) => withOff(ctx, ['22:00-07:00', '22:00-08:00', '21:00-09:00', '23:00-07:00']),
  adLabel: ({ t }) => [
    { value: CHINESE, label: t.settings.adLabels.chinese },
    { value: ALWAYS, label: t.settings.adLabels.always },
    { value: OFF, label: t.settings.off },
  ],
  senderLine: ({ t }) => [{ value: OFF, label: t.settings.off }],
  campaignHours: (ctx) => withOff(ctx, ['08:00-20:00', '09:00-21:00', '10:00-18:00', '09:00-12:00']),
  campaignsAWeek: ({ t }) =>
    [1, 2, 3, 0].map((count) => ({ value: String(count), label: t.campaign.limits.aWeek(count) })),
  campaignPace: (ctx) => [
    { value: AUTO, label: ctx.t.campaign.limits.auto },
    ...Object.keys(PRESETS).map((value) => ({ value, label: paceName(ctx, value) })),
    { value: OFF, label: ctx.t.campaign.limits.noLimit },
  ],
  campaignWarmUp: ({ t }) => [
    { value: 'on', label: t.campaign.limits.on },
    { value: 'off', label: t.settings.off },
  ],
  campaignClicks: ({ t }) => [
    { value: 'on', label: t.campaign.limits.on },
    { value: 'off', label: t.settings.off },
  ],
  campaignDays: ({ t }) => [3, 7, 14, 30].map((count) => ({ value: String(count), label: t.status.days(count) })),
  followUpsAtOnce: () => same(['5', '20', '50', '200']),
  holidays: ({ t }) =>
    (['auto', 'CN', 'off'] as const).map((one) => ({
      value: texts('en').typed.holidays[one][0]!,
      label: holidaysName({ t }, one),
    })),
  ticketTargets: ({ t }) =>
    (['quick', 'usual', 'gentle'] as const).map((one) => ({ value: SPEEDS[one], label: t.clock.targets[one] })),
  ticketWarn: ({ t }) => [0, 30, 60, 120].map((count) => ({ value: String(count), label: t.clock.warnBefore(count) })),
  ticketReopenDays: ({ t }) => [0, 7, 14, 30].map((count) => ({ value: String(count), label: t.status.days(count) })),
  promiseOffers: ({ t }) => [
    { value: 'on', label: t.campaign.limits.on },
    { value: 'off', label: t.settings.off },
  ],
  ratings: ({ t }) => [
    { value: 'on', label: t.campaign.limits.on },
    { value: 'off', label: t.settings.off },
  ],
  ratingDays: ({ t }) => [7, 30, 90, 180].map((count) => ({ value: String(count), label: t.status.days(count) })),
  ratingMinutes: ({ t }) =>
    [5, 10, 60, 240].map((count) => ({ value: String(count), label: t.settings.minutes(count) })),
  keepDays: ({ t }) => [30, 90, 365, 730].map((count) => ({ value: String(count), label: t.status.days(count) })),
};

const SPEEDS = {
  quick: '30/240 120/540 240/1080 540/1620',
  usual: FIRST_TARGETS,
  gentle: '120/1080 540/1620 1080/2700 1620/4500',
};

const holidaysName = ({ t }: Pick<CommandContext, 't'>, kept: string): string =>
  kept === 'auto' ? t.hours.officialAuto : kept === 'CN' ? t.hours.officialOf.CN : t.settings.off;

/** '🔴 urgent: answer in 1 h, resolve in 9 h · …' */
function targetsName({ t }: Pick<CommandContext, 't'>, kept: string): string {
  const targets = readTargets(kept);
  const length = (minutes: number) => t.clock.length(Math.floor(minutes / 60), minutes % 60);
  return PRIORITIES.map((one) => {
    const { answer, resolve } = targets[one];
    return t.labelled(t.ticketCard.priority[one], t.clock.target(length(answer), length(resolve)));
  }).join(' · ');
}

/** What is often chosen, a tap each, two in a row; what holds now is marked. */
export function choicesFor(ctx: CommandContext, setting: Setting): Button[][] {
  // what holds nothing is off
  const kept = String(ctx.settings[setting.key]) || OFF;
  const now = setting.key === 'holidays' ? holidayWord(kept) : kept;
  const buttons = CHOICES[setting.key](ctx).map(({ value, label = value }): Button => {
    const holds = value === now;
    return { label: holds ? `✓ ${label}` : label, command: lineOf('en', setting, value) };
  });
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}

const holidayWord = (kept: string): string | undefined =>
  kept === 'auto' || kept === 'CN' || kept === 'off' ? texts('en').typed.holidays[kept][0] : undefined;

/** A setting as people read it. */
export function shown({ t, locale }: CommandContext, settings: Settings, key: Setting['key']): string {
  if (key === 'locale') return t.language.name[settings.locale];
  if (key === 'country') return `${countryName(settings.country, locale)} (${settings.country})`;
  if (key === 'adLabel' && (settings.adLabel === 'chinese' || settings.adLabel === 'always'))
    return t.settings.adLabels[settings.adLabel];
  if (key === 'churnAt' && settings.churnAt !== 'off') return weeklyName({ t }, settings.churnAt);
  if (key === 'campaignsAWeek') return t.campaign.limits.aWeek(settings.campaignsAWeek);
  if (key === 'campaignDays' || key === 'ratingDays') return t.status.days(settings[key]);
  if (key === 'ratingMinutes') return t.settings.minutes(settings.ratingMinutes);
  if (key === 'ratings') return settings.ratings === 'on' ? t.campaign.limits.on : t.settings.off;
  if (key === 'campaignPace') return paceName({ t }, settings.campaignPace);
  if (key === 'holidays') return holidaysName({ t }, settings.holidays);
  if (key === 'ticketTargets') return targetsName({ t }, settings.ticketTargets);
  if (key === 'ticketWarn') return t.clock.warnBefore(settings.ticketWarn);
  if (key === 'ticketReopenDays') return t.status.days(settings.ticketReopenDays);
  if (settings[key] === 'on') return t.campaign.limits.on;
  if (key === 'ageGroups') return t.segment.ages(boundsOf(settings).age);
  if (key === 'frequencyGroups') return t.segment.counts(boundsOf(settings).frequency);
  if (key === 'powerGroups') return t.segment.sums(boundsOf(settings).power, settings.currency);
  return settings[key] === 'off' ? t.settings.off : String(settings[key]) || '—';
}

/** 'Mon 09:00', 周一 09:00. */
function weeklyName({ t }: Pick<CommandContext, 't'>, stored: string): string {
  const { weekday, at } = readWeekly(stored)!;
  return `${t.settings.weekdays[weekday]} ${at}`;
}

/** 'Gmail · 20 a minute · 500 a day' */
function paceName({ t }: Pick<CommandContext, 't'>, stored: string): string {
  if (stored === AUTO) return t.campaign.limits.auto;
  const { perMinute = 0, perDay = 0 } = readPace(stored) ?? {};
  if (perMinute === 0 && perDay === 0) return t.campaign.limits.noLimit;
  return t.campaign.limits.pace(own(t.campaign.limits.providers, stored) ?? '', perMinute, perDay, true);
}

const unique = (all: readonly (string | undefined)[]): string[] => [...new Set(all.filter((one) => one !== undefined))];
