import { fromWallTime, wallTime } from '../../text/when/zone.ts';
import type { Context } from '../context.ts';
import { type QuietHours, readQuietHours } from '../owner/quiet.ts';
import type { Settings } from '../settings.ts';

/** So many a minute and a day; undefined: as many as the server takes. */
export interface Pace {
  perMinute: number | undefined;
  perDay: number | undefined;
}

/**
 * What providers let one account send. Gmail 500 a day (Workspace 2,000); Microsoft 365 30 messages a minute; SES in its sandbox 200 a
 * day and one a second, beyond that what its console says. QQ, 163 and Aliyun publish no fixed figure for every account: these are
 * careful ones. A paid account has more: the owner sets the figures it has.
 */
export const PRESETS = {
  gmail: { perMinute: 20, perDay: 500 },
  outlook: { perMinute: 30, perDay: 300 },
  qq: { perMinute: 10, perDay: 100 },
  '163': { perMinute: 10, perDay: 100 },
  aliyun: { perMinute: 60, perDay: 2000 },
  ses: { perMinute: 60, perDay: 200 },
} as const satisfies Record<string, Pace>;

type Provider = keyof typeof PRESETS;

const isProvider = (word: string): word is Provider => Object.hasOwn(PRESETS, word);

/** From within which local hours, how often and how fast people are written to. */
export interface Rules {
  /** Local hours of the recipient, in minutes since midnight; undefined: at any hour. */
  hours: QuietHours | undefined;
  /** Campaigns that one person gets within seven days at most; 0: no limit. */
  aWeek: number;
  pace: Pace;
  /** For so many days after a campaign those whom it held out are compared with the others. */
  compareDays: number;
  /** Whether an address of ours that has never sent to many begins slowly. */
  warmUp: boolean;
}

const PACE = /^(\d{1,6})\/(\d{1,9})$/;

/** The pace of whoever's server it is, where that is one that we know. */
export const AUTO = 'auto';

const NO_LIMIT: Pace = { perMinute: undefined, perDay: undefined };

/**
 * '20/500': 20 a minute and 500 a day, 0 for no limit; or a provider's name; or AUTO, for `provider`. Undefined: none of these.
 */
export function readPace(stored: string, provider?: string | null): Pace | undefined {
  if (isProvider(stored)) return PRESETS[stored];
  if (stored === AUTO) return provider && isProvider(provider) ? PRESETS[provider] : NO_LIMIT;
  if (stored === 'off') return NO_LIMIT;
  const [, perMinute, perDay] = PACE.exec(stored) ?? [];
  return perMinute && perDay
    ? { perMinute: Number(perMinute) || undefined, perDay: Number(perDay) || undefined }
    : undefined;
}

/** The rules as the owner has set them. `provider`: whose server takes what is sent. */
export function rulesOf(
  {
    campaignHours,
    campaignsAWeek,
    campaignPace,
    campaignWarmUp,
    campaignDays,
  }: Pick<Settings, 'campaignHours' | 'campaignsAWeek' | 'campaignPace' | 'campaignWarmUp' | 'campaignDays'>,
  provider: string | null = null,
): Rules {
  return {
    hours: campaignHours === 'off' ? undefined : readQuietHours(campaignHours),
    aWeek: campaignsAWeek,
    pace: readPace(campaignPace, provider) ?? NO_LIMIT,
    compareDays: campaignDays,
    warmUp: campaignWarmUp === 'on',
  };
}

/** The rules for what is sent on a channel, with the limits of whoever's server takes it (`PRESETS`), where the owner has set none. */
export async function rulesFor(
  { tx, settings, ownAddresses }: Pick<Context, 'tx' | 'settings' | 'ownAddresses'>,
  channel: string,
): Promise<Rules & { provider: string | null }> {
  const [row] = await tx<{ provider: string | null }>`
    select provider from mail_checks where address = ${ownAddresses[channel] ?? ''}`;
  const named = isProvider(settings.campaignPace) ? settings.campaignPace : null;
  const provider = settings.campaignPace === AUTO ? (row?.provider ?? null) : named;
  return { ...rulesOf(settings, provider), provider };
}

/** When a campaign that begins `at` may leave, by the clock of `timezone`: then, or when its hours begin next. */
export function opensAt(at: Date, { hours }: Pick<Rules, 'hours'>, timezone: string): Date {
  if (!hours) return at;
  const { day, minutes } = wallTime(at, timezone);
  if (minutes >= hours.from && minutes < hours.to) return at;
  return fromWallTime({ day: minutes < hours.from ? day : day + 1, minutes: hours.from }, timezone);
}
