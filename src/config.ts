import { resolve } from 'node:path';
import * as z from 'zod';
import { flag, matching, sentenceOf, text, url, wrong } from './channel/variables.ts';
import { FIRST_SERVICE } from './domain/serve/clock/first.ts';
import type { Settings } from './domain/settings.ts';
import { type ChannelConfigs, problemsOf, readChannels, variables } from './service/channels.ts';
import { DATA_DIR, type Environment } from './service/environment.ts';
import { Explained, type Sentence } from './text/explained.ts';
import { DEFAULT_LOCALE, LIKELY, type Locale, locales } from './text/locale.ts';
import { currencyOf } from './text/money/currency_of.ts';
import { type Spoken, spokenBy } from './text/spoken.ts';
import { isTimezone } from './text/when/timezone.ts';

/** Everything that the environment decides, checked once at the start. */
export interface Config {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** HTTP connections at once from one address; 0: no limit. */
  connectionsPerAddress: number;
  publicUrl: string;
  /** Hosts that hooks may have although they are not of the public internet. */
  hookAllowHosts: readonly string[];
  /** How many days of what a shop had before it was connected are read; undefined: all of it, 0: nothing. */
  shopHistoryDays: number | undefined;
  /** How often each key of the API may ask within a minute. */
  apiRequestsPerMinute: number;
  /** The language that LOCALE asks for; undefined if it asks for none. */
  askedLocale: Locale | undefined;
  /** First values of the settings that the owner may change. */
  settings: Settings;
  channels: ChannelConfigs;
  encryptionKeyFile: string;
  logLevel: string;
}

/** Everything that is wrong with the environment, one line for each problem. */
export class ConfigError extends Explained {
  override readonly name = 'ConfigError';
}

/** A whole number. */
const whole = (passes: (number: number) => boolean, sentence: Sentence) =>
  text((words) => /^\s*\d+\s*$/.test(words) && passes(Number(words)), sentence).transform(Number);

const HOUSE = {
  DATA_DIR: z.string().default(DATA_DIR),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(
    (port) => port <= 65_535,
    ({ variable }) => variable.port,
  ).default(3000),
  CONNECTIONS_PER_ADDRESS: whole(Number.isSafeInteger, ({ variable }) => variable.whole).default(100),
  HOOK_ALLOW_HOSTS: matching(/^[\w.:[\]\-\s,]*$/, ({ variable }) => variable.like('erp.lan, 10.0.0.5:8080')).default(
    '',
  ),
  SHOP_HISTORY_DAYS: whole(Number.isSafeInteger, ({ variable }) => variable.whole).optional(),
  API_REQUESTS_PER_MINUTE: whole(
    (number) => Number.isSafeInteger(number) && number > 0,
    ({ variable }) => variable.whole,
  ).default(120),
  PUBLIC_URL: url(['http:', 'https:'], 'https://crm.example.com').optional(),
  LOCALE: flag(...locales).optional(),
  TIMEZONE: text(isTimezone, ({ variable }) => variable.timezone).optional(),
  CURRENCY: matching(/^[A-Z]{3}$/, ({ variable }) => variable.currency).optional(),
  COUNTRY: matching(/^[A-Z]{2}$/, ({ variable }) => variable.country).optional(),
  BUSINESS_NAME: z.string().default(''),
};

const PROCESS = {
  ENCRYPTION_KEY_FILE: z.string().optional(),
  LOG_LEVEL: flag('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('warn'),
};

/** An unset variable and an empty one mean the same. */
const schema = z.object({ ...HOUSE, ...variables, ...PROCESS });

/** Every variable that is read, with its default; undefined: it has none. */
export const variableDefaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(schema.shape).map(([name, type]) => [name, z.safeParse(type, undefined).data]),
);

/** Reads the settings from the environment. Throws ConfigError naming every variable that is wrong. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  const problems = read.success
    ? problemsOf(read.data, { publicUrl: read.data.PUBLIC_URL })
    : read.error.issues.map((issue) => wrong(issue.path.join('.'), sentenceOf(issue)));
  if (!read.success || problems.length > 0)
    throw new ConfigError((t) => problems.map((problem) => problem(t)).join('\n'));
  return Object.freeze(configFrom(read.data, spokenBy(given)));
}

/** First values of the settings that the owner may change, as far as the environment leaves them open. */
export type Chosen = Partial<Settings>;

/** The settings in this language, and those of them that the language decides. */
export function choosing(environment: Environment, locale: Locale): { config: Config; chosen: Chosen } {
  const config = readConfig({ ...environment, LOCALE: locale });
  return { config, chosen: leftOpen(environment, config) };
}

/** The settings that follow the language and that the environment leaves open. */
export function leftOpen(environment: Environment, { settings }: Config): Chosen {
  const { locale, timezone, currency, country } = settings;
  const open = (name: keyof typeof HOUSE) => !environment[name]?.trim();
  return {
    ...(open('LOCALE') && { locale }),
    ...(open('TIMEZONE') && { timezone }),
    ...(open('CURRENCY') && { currency }),
    ...(open('COUNTRY') && { country }),
  };
}

/**
 * The machine's time zone. A server on UTC says nothing about where its owner lives; if they read Chinese, it is most
 * likely China.
 */
function systemTimezone(chinese: boolean): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' && chinese ? 'Asia/Shanghai' : timeZone;
}

/** English unless the environment speaks Chinese; the rest follows the language and its country. */
function configFrom(env: z.infer<typeof schema>, spoken: Spoken): Config {
  const locale = spoken.locale ?? DEFAULT_LOCALE;
  const chinese = locale === 'zh-CN';
  const likely = LIKELY[locale];
  const country = env.COUNTRY ?? spoken.country ?? likely.country;
  const dataDir = resolve(env.DATA_DIR);
  return {
    dataDir,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    connectionsPerAddress: env.CONNECTIONS_PER_ADDRESS,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    hookAllowHosts: env.HOOK_ALLOW_HOSTS.split(/[\s,]+/).filter(Boolean),
    shopHistoryDays: env.SHOP_HISTORY_DAYS,
    apiRequestsPerMinute: env.API_REQUESTS_PER_MINUTE,
    askedLocale: env.LOCALE,
    settings: {
      locale,
      timezone: env.TIMEZONE ?? systemTimezone(chinese),
      currency: env.CURRENCY ?? currencyOf(country) ?? likely.currency,
      country,
      businessName: env.BUSINESS_NAME,
      digestAt: '08:00',
      churnAt: 'mon 09:00',
      undoSend: 5,
      // the groups that shops usually tell apart: under 30 and over 50 years, over 5 and over 10 orders, over 500 and over 1,000 spent
      ageGroups: '30-50',
      frequencyGroups: '5-10',
      powerGroups: '500-1000',
      quietHours: 'off',
      // longer than anybody sends the same thing again (a mailbox is searched for 30 days), and longer than anything
      // can be undone
      keepDays: 90,
      adLabel: 'chinese',
      senderLine: '',
      campaignHours: '09:00-21:00',
      campaignsAWeek: 2,
      campaignPace: 'auto',
      campaignWarmUp: 'on',
      campaignDays: 7,
      ...FIRST_SERVICE,
      campaignClicks: 'on',
      followUpsAtOnce: 20,
      promiseOffers: 'on',
      ratings: 'unset',
      ratingDays: 30,
      ratingMinutes: 10,
    },
    channels: readChannels(env),
    encryptionKeyFile: resolve(env.ENCRYPTION_KEY_FILE ?? `${dataDir}/encryption.key`),
    logLevel: env.LOG_LEVEL,
  };
}
