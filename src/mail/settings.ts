import * as z from 'zod';
import type { ChannelSettings } from '../channel/channel.ts';
import { flag, matching, text, wrong } from '../channel/variables.ts';
import { type Sentence, saidIn } from '../text/explained.ts';
import { parseMailAddress } from './read/address.ts';
import type { ReplyWay } from './read/reply_token.ts';
import { parseMailServer, sameMailbox, splitMailServers, stateName } from './send/server_url.ts';

export interface MailSettings {
  /** The mailboxes that are read. */
  imapUrls: readonly string[];
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Where we ask for customers' answers to a mail; undefined: at mailFrom. */
  mailReply: ReplyWay | undefined;
  ownerEmails: readonly string[];
  /** Whose Authentication-Results we believe; undefined: nobody's. */
  mailAuthservId: string | undefined;
}

/** The reader of the URL knows best what is wrong with it, and it does not quote the password. */
const urlProblem = (words: string, protocol: 'imap' | 'smtp'): Sentence | undefined => {
  try {
    parseMailServer(words, protocol);
    return undefined;
  } catch (error) {
    return (t) => saidIn(t, error);
  }
};

const issue = (sentence: Sentence) => ({ code: 'custom' as const, params: { sentence } });

const smtpServer = z.string().superRefine((words, check) => {
  const problem = urlProblem(words, 'smtp');
  if (problem) check.addIssue(issue(problem));
});

/** One mailbox or several. */
const mailboxes = z.string().superRefine((words, check) => {
  const urls = splitMailServers(words);
  const problems = urls.map((url) => urlProblem(url, 'imap'));
  const several = urls.length > 1;
  problems.forEach((problem, at) => {
    if (problem) check.addIssue(issue(several ? (t) => t.variable.nth(at + 1, problem(t)) : problem));
  });
  if (problems.every((problem) => !problem) && sameMailbox(urls))
    check.addIssue(issue(({ variable }) => variable.twice));
});

const variables = {
  IMAP_URL: mailboxes.default(''),
  SMTP_URL: smtpServer.optional(),
  MAIL_FROM: text(
    (words) => parseMailAddress(words) !== undefined,
    ({ variable }) => variable.like('Name <you@example.com>'),
  ).optional(),
  MAIL_REPLY_TOKEN: flag('off', 'plus', 'catch-all').default('off'),
  MAIL_REPLY_DOMAIN: text(
    (words) => parseMailAddress(`x@${words}`) !== undefined,
    ({ variable }) => variable.like('replies.example.com'),
  ).optional(),
  OWNER_EMAILS: z.string().default(''),
  MAIL_AUTHSERV_ID: matching(/^[\w.:-]+$/, ({ variable }) => variable.authserv).optional(),
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
    const problems: Sentence[] = [];
    if (env.SMTP_URL && !env.MAIL_FROM) problems.push(wrong('MAIL_FROM', ({ variable }) => variable.mailFrom));
    if (env.MAIL_REPLY_TOKEN === 'catch-all' && !env.MAIL_REPLY_DOMAIN)
      problems.push(wrong('MAIL_REPLY_DOMAIN', ({ variable }) => variable.replyDomain));
    return problems;
  },
  /** Each mailbox is a way in of its own */
  ways({ imapUrls, smtpUrl }) {
    const mailboxes = imapUrls.map((url) => ({ name: stateName(parseMailServer(url, 'imap')), on: true }));
    const ways = mailboxes.length > 0 ? mailboxes : [{ name: 'mailbox', on: false }];
    return [...ways, { name: 'email', on: smtpUrl !== undefined }];
  },
  banner: ({ imapUrls, smtpUrl }) => [imapUrls.length > 0 ? 'imapOn' : 'imapOff', smtpUrl ? 'smtpOn' : 'smtpOff'],
  ownerAddresses: ({ ownerEmails }) => ownerEmails,
  ownAddress: ({ mailFrom }) => mailFrom && parseMailAddress(mailFrom)?.address,
};

function replyWay(way: 'off' | 'plus' | 'catch-all', domain = ''): ReplyWay | undefined {
  if (way === 'plus') return { way };
  return way === 'catch-all' ? { way, domain: domain.toLowerCase() } : undefined;
}
