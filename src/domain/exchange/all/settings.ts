import { locales } from '../../../text/locale.ts';
import { isTimezone } from '../../../text/when/timezone.ts';
import { isBusiness, withoutWaiting } from '../../sell/quote/business.ts';
import { AD_LABELS, RATINGS, type Settings, WEEKDAYS } from '../../settings.ts';

const isOneOf = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const isWithin = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** Spans of a day, as `writeSpans` writes them. */
const ONE_SPAN = '\\d{2}:\\d{2}-\\d{2}:\\d{2}';
const SPANS = `(?:${ONE_SPAN}(?: ${ONE_SPAN}){0,11})?`;

/** What a setting of an archive may be. Where cards go, what customers are asked and what answers them by itself are none of them: no file decides that. */
const FITS: Readonly<
  Record<Exclude<keyof Settings, 'deskChats' | 'ratingWords' | 'autoreply' | 'calendar'>, (value: unknown) => boolean>
> = {
  locale: (value) => (locales as readonly unknown[]).includes(value),
  timezone: (value) => typeof value === 'string' && isTimezone(value),
  currency: isOneOf(/^[A-Z]{3}$/),
  country: isOneOf(/^[A-Z]{2}$/),
  businessName: isOneOf(/^[^\p{Cc}]{0,200}$/u),
  digestAt: isOneOf(new RegExp(`^(?:off|${CLOCK})$`)),
  churnAt: isOneOf(new RegExp(`^(?:off|(?:${WEEKDAYS.join('|')}) ${CLOCK})$`)),
  ageGroups: isOneOf(/^\d{1,3}-\d{1,3}$/),
  frequencyGroups: isOneOf(/^\d{1,6}-\d{1,6}$/),
  powerGroups: isOneOf(/^\d{1,9}-\d{1,9}$/),
  undoSend: isWithin(0, 60),
  quietHours: isOneOf(new RegExp(`^(?:off|${CLOCK}-${CLOCK})$`)),
  keepDays: isWithin(30, 3650),
  adLabel: (value) => (AD_LABELS as readonly unknown[]).includes(value),
  senderLine: isOneOf(/^[^\p{Cc}]{0,200}$/u),
  campaignHours: isOneOf(new RegExp(`^(?:off|${CLOCK}-${CLOCK})$`)),
  campaignsAWeek: isWithin(0, 50),
  campaignPace: isOneOf(/^(?:off|[a-z0-9]{2,10}|\d{1,6}\/\d{1,9})$/),
  campaignWarmUp: isOneOf(/^(?:on|off)$/),
  campaignDays: isWithin(1, 90),
  campaignClicks: isOneOf(/^(?:on|off)$/),
  followUpsAtOnce: isWithin(1, 1000),
  hours: isOneOf(new RegExp(`^(?:${SPANS}\\|){6}${SPANS}$`)),
  ownDays: isOneOf(new RegExp(`^(?:\\d{4}-\\d\\d-\\d\\d=${SPANS}=[^;=\\p{Cc}]{0,200}(?:;|$)){0,3000}$`, 'u')),
  holidays: isOneOf(/^(?:auto|CN|off)$/),
  ticketTargets: isOneOf(/^\d{1,6}\/\d{1,6}(?: \d{1,6}\/\d{1,6}){3}$/),
  ticketWarn: isWithin(0, 2700),
  ticketReopenDays: isWithin(0, 365),
  promiseOffers: isOneOf(/^(?:on|off)$/),
  business: isBusiness,
  ratings: (value) => (RATINGS as readonly unknown[]).includes(value),
  ratingDays: isWithin(1, 365),
  ratingMinutes: isWithin(1, 1440),
};

export const TAKEN_SETTINGS: readonly string[] = Object.keys(FITS);

/** What of it is taken in: pictures that were waited for are in a chat of another machine. */
export const settingTaken = (key: string, value: unknown): unknown =>
  key === 'business' ? withoutWaiting(value) : value;

/** Whether a setting of an archive can be one here. */
export const settingFits = (key: string, value: unknown): boolean =>
  Object.hasOwn(FITS, key) && FITS[key as keyof typeof FITS](value);
