import type { Config } from '../config.ts';
import type { Channel, House, Way } from '../service/house.ts';
import { startMailboxes, stateName } from './fetch/mailboxes.ts';
import { isInSent } from './fetch/sent_copy.ts';
import { fetchFromMail } from './read/files.ts';
import { type MailSender, mailSender } from './send/send.ts';
import { parseMailServer } from './send/server_url.ts';

/** Mail, as far as it is configured: IMAP_URL brings it in, SMTP_URL with MAIL_FROM takes it out. */
export async function startMail(house: House): Promise<Channel | undefined> {
  const { imapUrls, smtpUrl } = house.config;
  if (imapUrls.length === 0 && !smtpUrl) return undefined;
  const sender = openSender(house);
  const mailboxes = await startMailboxes(house, imapUrls);
  return {
    ...(sender && { sender }),
    fetchFile: fetchFromMail(house.db.sql, house.mailReader),
    // each mailbox and the way out fail apart from each other, and are shown apart
    states: [...mailboxes.states, ...(sender ? ['email'] : [])],
    async stop() {
      await mailboxes.stop();
      sender?.close();
    },
  };
}

/** Each mailbox is a way in of its own. */
export function mailWays({ imapUrls, smtpUrl }: Config): Way[] {
  const mailboxes = imapUrls.map((url) => ({ name: stateName(parseMailServer(url, 'imap')), on: true }));
  const ways = mailboxes.length > 0 ? mailboxes : [{ name: 'mailbox', on: false }];
  return [...ways, { name: 'email', on: smtpUrl !== undefined }];
}

function openSender({ config, key, files }: House): MailSender | undefined {
  const { imapUrls, smtpUrl, mailFrom, mailReply } = config;
  if (!smtpUrl || !mailFrom) return undefined;
  return mailSender({
    ...{ url: smtpUrl, from: mailFrom, secret: key, files },
    ...(mailReply && { reply: mailReply }),
    ...(imapUrls.length > 0 && { isInSent: (id, signal) => isInSent(imapUrls, id, signal) }),
  });
}
