import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Settings } from './domain/settings.ts';
import { parseMailAddress } from './mail/read/address.ts';
import type { ReplyWay } from './mail/read/reply_token.ts';
import { parseMailServer, sameMailbox, splitMailServers } from './mail/send/server_url.ts';
import { type Locale, locales } from './text/locale.ts';
import { isTimezone } from './text/when/timezone.ts';

/** Everything the environment decides, checked once at the start. */
export interface Config {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  /** HTTP connections at once of one address; 0: no limit of its own. */
  connectionsPerAddress: number;
  publicUrl: string;
  /** First values of what the owner may change. */
  settings: Settings;
  telegram: TelegramConfig | undefined;
  telegramOwnerId: string | undefined;
  slack: SlackConfig | undefined;
  slackOwnerId: string | undefined;
  /** The mailboxes that are read. */
  imapUrls: readonly string[];
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Where customers' answers to a mail are asked to go; undefined: to mailFrom. */
  mailReply: ReplyWay | undefined;
  ownerEmails: string[];
  /** Whose Authentication-Results are believed; undefined: nobody's. */
  mailAuthservId: string | undefined;
  encryptionKeyFile: string;
  logLevel: string;
}

export interface TelegramConfig {
  token: string;
  apiRoot: string;
  mode: 'polling' | 'webhook';
}

export interface SlackConfig {
  botToken: string;
  /** Its presence chooses Socket Mode. */
  appToken: string | undefined;
  signingSecret: string | undefined;
  /** With a slash at its end. */
  apiUrl: string;
  /** The channel where cards of customers go, each conversation in a thread; undefined: the owner's own chat with the bot. */
  deskChannel: string | undefined;
}

/** Everything that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must look like ${example}`,
  });

/** The reader of the URL knows best what is wrong with it, and does not quote the password. */
const urlProblem = (text: string, protocol: 'imap' | 'smtp'): string | undefined => {
  try {
    parseMailServer(text, protocol);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

const smtpServer = z.string().superRefine((text, check) => {
  const problem = urlProblem(text, 'smtp');
  if (problem) check.addIssue({ code: 'custom', message: problem });
});

/** One or several. */
const mailboxes = z.string().superRefine((text, check) => {
  const urls = splitMailServers(text);
  const problems = urls.map((url) => urlProblem(url, 'imap'));
  const several = urls.length > 1;
  problems.forEach((problem, at) => {
    if (problem) check.addIssue({ code: 'custom', message: several ? `number ${at + 1} ${problem}` : problem });
  });
  if (problems.every((problem) => !problem) && sameMailbox(urls))
    check.addIssue({ code: 'custom', message: 'names one mailbox twice' });
});

const flag = (...values: [string, ...string[]]) => z.enum(values, { error: `must be one of: ${values.join(', ')}` });

/** An unset variable and an empty one are the same. */
const schema = z.object({
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
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, 'must look like 123456:ABC-DEF… (from @BotFather)')
    .optional(),
  TELEGRAM_API_ROOT: url(['http:', 'https:'], 'https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_MODE: flag('polling', 'webhook').default('polling'),
  TELEGRAM_OWNER_ID: z.string().regex(/^\d+$/, 'must be a number (your Telegram user id)').optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-[\w-]{5,}$/, 'must look like xoxb-… (the app’s page OAuth & Permissions, Bot User OAuth Token)')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-[\w-]{5,}$/, 'must look like xapp-… (Basic Information, App-Level Tokens, scope connections:write)')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S{8,}$/, 'must be the Signing Secret of the app’s page Basic Information')
    .optional(),
  SLACK_API_URL: url(['http:', 'https:'], 'https://slack.com/api/').default('https://slack.com/api/'),
  SLACK_OWNER_ID: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/, 'must look like U0123ABCD (your Slack profile, ⋮, Copy member ID)')
    .optional(),
  SLACK_DESK_CHANNEL: z
    .string()
    .regex(
      /^[CG][A-Z0-9]{2,}$/,
      'must be a channel’s id like C0123ABCD (at the end of the channel’s details), not its name',
    )
    .optional(),
  IMAP_URL: mailboxes.default(''),
  SMTP_URL: smtpServer.optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => parseMailAddress(text) !== undefined, { error: 'must look like Name <you@example.com>' })
    .optional(),
  MAIL_REPLY_TOKEN: flag('off', 'plus', 'catch-all').default('off'),
  MAIL_REPLY_DOMAIN: z
    .string()
    .refine((text) => parseMailAddress(`x@${text}`) !== undefined, { error: 'must look like replies.example.com' })
    .optional(),
  OWNER_EMAILS: z.string().default(''),
  MAIL_AUTHSERV_ID: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be the first word of your provider’s Authentication-Results header, like mx.google.com')
    .optional(),
  ENCRYPTION_KEY_FILE: z.string().optional(),
  LOG_LEVEL: flag('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent').default('warn'),
});

type Environment = Record<string, string | undefined>;

/** The only reader of the environment. Throws ConfigError naming every variable that is wrong. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(given);
  const problems = read.success ? together(read.data) : read.error.issues.map(line);
  if (!read.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  return Object.freeze(configFrom(read.data));
}

/** Loads `.env` of the working directory under what is already set. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** A server that keeps UTC says nothing of where its owner lives; a Chinese one most likely lives in China. */
function systemTimezone(chinese: boolean): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' && chinese ? 'Asia/Shanghai' : timeZone;
}

const line = (issue: z.core.$ZodIssue): string => `${issue.path.join('.')} ${issue.message}`;

/** What each variable allows alone but not together. */
function together(env: z.infer<typeof schema>): string[] {
  const problems: string[] = [];
  if (env.TELEGRAM_MODE === 'webhook' && !env.PUBLIC_URL?.startsWith('https:')) {
    problems.push('PUBLIC_URL must be an https address when TELEGRAM_MODE is webhook');
  }
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    problems.push(
      'SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET must be set when SLACK_BOT_TOKEN is',
    );
  }
  if (!env.SLACK_BOT_TOKEN && (env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET)) {
    problems.push('SLACK_BOT_TOKEN must be set when SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is');
  }
  if (env.SMTP_URL && !env.MAIL_FROM)
    problems.push('MAIL_FROM must be set (the address answers come from) when SMTP_URL is');
  if (env.MAIL_REPLY_TOKEN === 'catch-all' && !env.MAIL_REPLY_DOMAIN)
    problems.push(
      'MAIL_REPLY_DOMAIN must be set (the domain whose whole mail you get) when MAIL_REPLY_TOKEN is catch-all',
    );
  return problems;
}

function replyWay({ MAIL_REPLY_TOKEN, MAIL_REPLY_DOMAIN }: z.infer<typeof schema>): ReplyWay | undefined {
  if (MAIL_REPLY_TOKEN === 'plus') return { way: 'plus' };
  return MAIL_REPLY_TOKEN === 'catch-all' ? { way: 'catch-all', domain: MAIL_REPLY_DOMAIN!.toLowerCase() } : undefined;
}

/** Chinese unless the environment speaks otherwise; the rest follows the language. */
function configFrom(env: z.infer<typeof schema>): Config {
  const locale = (env.LOCALE as Locale | undefined) ?? 'zh-CN';
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
      // longer than anybody sends the same again (a mailbox is looked through for 30 days), and than anything can be undone
      keepDays: 90,
    },
    telegram: env.TELEGRAM_BOT_TOKEN
      ? {
          token: env.TELEGRAM_BOT_TOKEN,
          apiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
          mode: env.TELEGRAM_MODE as 'polling' | 'webhook',
        }
      : undefined,
    telegramOwnerId: env.TELEGRAM_OWNER_ID,
    slack: env.SLACK_BOT_TOKEN
      ? {
          botToken: env.SLACK_BOT_TOKEN,
          appToken: env.SLACK_APP_TOKEN,
          signingSecret: env.SLACK_SIGNING_SECRET,
          apiUrl: `${env.SLACK_API_URL.replace(/\/+$/, '')}/`,
          deskChannel: env.SLACK_DESK_CHANNEL,
        }
      : undefined,
    slackOwnerId: env.SLACK_OWNER_ID,
    imapUrls: splitMailServers(env.IMAP_URL),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    mailReply: replyWay(env),
    ownerEmails: env.OWNER_EMAILS.split(/[\s,;]+/)
      .filter(Boolean)
      .map((address) => address.toLowerCase()),
    mailAuthservId: env.MAIL_AUTHSERV_ID,
    encryptionKeyFile: resolve(env.ENCRYPTION_KEY_FILE ?? `${dataDir}/encryption.key`),
    logLevel: env.LOG_LEVEL,
  };
}
