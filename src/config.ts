import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { flag, url } from './channel/variables.ts';
import type { Settings } from './domain/settings.ts';
import { type ChannelConfigs, problemsOf, readChannels, variables } from './service/channels.ts';
import { locales } from './text/locale.ts';
import { isTimezone } from './text/when/timezone.ts';

/** Everything the environment decides, checked once at the start. */
export interface Config {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** HTTP connections at once from one address; 0: no limit of its own. */
  connectionsPerAddress: number;
  publicUrl: string;
  /** First values of what the owner may change. */
  settings: Settings;
  channels: ChannelConfigs;
  encryptionKeyFile: string;
  logLevel: string;
}

/** Everything that is wrong with the environment, one line for each problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const HOUSE = {
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535')
    .default(3000),
  CONNECTIONS_PER_ADDRESS: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 (no limit) or more')
    .default(100),
  PUBLIC_URL: url(['http:', 'https:'], 'https://crm.example.com').optional(),
  LOCALE: flag(...locales).optional(),
  TIMEZONE: z.string().refine(isTimezone, { error: 'must be a time zone like Asia/Shanghai' }).optional(),
  CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters like CNY')
    .optional(),
  COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters like CN')
    .optional(),
  BUSINESS_NAME: z.string().default(''),
};

const PROCESS = {
  ENCRYPTION_KEY_FILE: z.string().optional(),
  LOG_LEVEL: flag('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('warn'),
};

/** An unset variable and an empty one are the same. */
const schema = z.object({ ...HOUSE, ...variables, ...PROCESS });

/** Every variable that is read, with what counts where it is not set; undefined: nothing does. */
export const variableDefaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(schema.shape).map(([name, type]) => [name, z.safeParse(type, undefined).data]),
);

type Environment = Record<string, string | undefined>;

/** The only reader of the environment. Throws ConfigError naming every variable that is wrong. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  const problems = read.success
    ? problemsOf(read.data, { publicUrl: read.data.PUBLIC_URL })
    : read.error.issues.map(line);
  if (!read.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  return Object.freeze(configFrom(read.data));
}

/** Loads `.env` of the working directory under what is already set. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** A server that keeps UTC tells nothing about where its owner lives; if they read Chinese, it is most likely China. */
function systemTimezone(chinese: boolean): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' && chinese ? 'Asia/Shanghai' : timeZone;
}

const line = (issue: z.core.$ZodIssue): string => `${issue.path.join('.')} ${issue.message}`;

/** Chinese unless the environment speaks otherwise; the rest follows the language. */
function configFrom(env: z.infer<typeof schema>): Config {
  const locale = env.LOCALE ?? 'zh-CN';
  const chinese = locale === 'zh-CN';
  const dataDir = resolve(env.DATA_DIR);
  return {
    dataDir,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
    connectionsPerAddress: env.CONNECTIONS_PER_ADDRESS,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, ''),
    settings: {
      locale,
      timezone: env.TIMEZONE ?? systemTimezone(chinese),
      currency: env.CURRENCY ?? (chinese ? 'CNY' : 'USD'),
      country: env.COUNTRY ?? (chinese ? 'CN' : 'US'),
      businessName: env.BUSINESS_NAME,
      digestAt: '08:00',
      undoSend: 5,
      quietHours: 'off',
      // longer than anybody sends the same thing again (a mailbox is searched for 30 days), and than anything can be undone
      keepDays: 90,
    },
    channels: readChannels(env),
    encryptionKeyFile: resolve(env.ENCRYPTION_KEY_FILE ?? `${dataDir}/encryption.key`),
    logLevel: env.LOG_LEVEL,
  };
}
