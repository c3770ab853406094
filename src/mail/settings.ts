import * as z from 'zod';
import type { ChannelSettings } from '../channel/channel.ts';
import { flag } from '../channel/variables.ts';
import { parseMailAddress } from './read/address.ts';
import type { ReplyWay } from './read/reply_token.ts';
import { parseMailServer, sameMailbox, splitMailServers, stateName } from './send/server_url.ts';

export interface MailSettings {
  /** The mailboxes that are read. */
  imapUrls: readonly string[];
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Where customers' answers to a mail are asked to go; undefined: to mailFrom. */
  mailReply: ReplyWay | undefined;
  ownerEmails: readonly string[];
  /** Whose Authentication-Results are believed; undefined: nobody's. */
  mailAuthservId: string | undefined;
}

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

const variables = {
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
};

export const mailSettings: ChannelSettings<typeof variables, MailSettings> = {
  variables,
  read: (env) => ({
    imapUrls: splitMailServers(env.IMAP_URL),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    mailReply: replyWay(env.MAIL_REPLY_TOKEN, env.MAIL_REPLY_DOMAIN),
    ownerEmails: env.OWNER_EMAILS.split(/[\s,;]+/)
      .filter(Boolean)
      .map((address) => address.toLowerCase()),
    mailAuthservId: env.MAIL_AUTHSERV_ID,
  }),
  problems(env) {
    const problems: string[] = [];
    if (env.SMTP_URL && !env.MAIL_FROM)
      problems.push('MAIL_FROM must be set (the address answers come from) when SMTP_URL is');
    if (env.MAIL_REPLY_TOKEN === 'catch-all' && !env.MAIL_REPLY_DOMAIN)
      problems.push(
        'MAIL_REPLY_DOMAIN must be set (the domain whose whole mail you get) when MAIL_REPLY_TOKEN is catch-all',
      );
    return problems;
  },
  /** Each mailbox is a way in of its own. */
  ways({ imapUrls, smtpUrl }) {
    const mailboxes = imapUrls.map((url) => ({ name: stateName(parseMailServer(url, 'imap')), on: true }));
    const ways = mailboxes.length > 0 ? mailboxes : [{ name: 'mailbox', on: false }];
    return [...ways, { name: 'email', on: smtpUrl !== undefined }];
  },
  banner: ({ imapUrls, smtpUrl }) => [imapUrls.length > 0 ? 'imapOn' : 'imapOff', smtpUrl ? 'smtpOn' : 'smtpOff'],
  ownerAddresses: ({ ownerEmails }) => ownerEmails,
};

function replyWay(way: 'off' | 'plus' | 'catch-all', domain = ''): ReplyWay | undefined {
  if (way === 'plus') return { way };
  return way === 'catch-all' ? { way, domain: domain.toLowerCase() } : undefined;
}
