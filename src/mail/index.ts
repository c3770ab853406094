import type { ChannelKit, OpenChannel, Opening, RunningChannel } from '../channel/channel.ts';
import type { BulkWay } from '../outbox/bulk.ts';
import { openBulk } from './bulk/bulk.ts';
import { type CheckerOptions, startChecker } from './check/checker.ts';
import { openNames } from './check/names.ts';
import { signedSender } from './check/signed_sender.ts';
import { startMailboxes } from './fetch/mailboxes.ts';
import { isInSent } from './fetch/sent_copy.ts';
import { parseMailAddress } from './read/address.ts';
import { fetchFromMail } from './read/files.ts';
import { messageIdFor } from './read/message_id.ts';
import { type MailReader, openMailReader } from './read/reader.ts';
import { type MailSender, mailSender } from './send/send.ts';
import { parseMailServer } from './send/server_url.ts';
import type { MailSettings } from './settings.ts';

/** The mail channel, as far as it is set up: IMAP_URL brings mail in, SMTP_URL with MAIL_FROM sends it. */
export function open(opening: Opening<MailSettings>): OpenChannel {
  const { config, key } = opening;
  const reader = openMailReader();
  return {
    // loaded with the first mail, because reading HTML costs memory
    parse: async (row) => (await import('./read/parse.ts')).parseMail(row, { ...config, key, reader }),
    describe: async (row) => (await import('./read/unreadable.ts')).describeUnreadable(row),
    start: async (kit) => (config.imapUrls.length > 0 || config.smtpUrl ? startMail(kit, opening, reader) : undefined),
    close: reader.close,
  };
}

async function startMail(kit: ChannelKit, opening: Opening<MailSettings>, reader: MailReader): Promise<RunningChannel> {
  const { config, key } = opening;
  const sender = openSender(opening, kit);
  const bulk = openWay(opening, kit);
  const checker = bulk && (await startChecker(kit, checkOf(opening, bulk)));
  const mailboxes = await startMailboxes({ ...kit, key }, config.imapUrls);
  return {
    ...(sender && { sender }),
    ...(bulk && { bulk }),
    fetchFile: fetchFromMail(kit.db.sql, reader),
    // the mailboxes and the way out fail independently, so their states are shown separately
    states: [...mailboxes.states, ...(sender ? ['email'] : [])],
    async stop() {
      await mailboxes.stop();
      await checker?.stop();
      sender?.close();
      await bulk?.sender.close();
    },
  };
}

function openSender({ config, key }: Opening<MailSettings>, { files }: ChannelKit): MailSender | undefined {
  const { imapUrls, smtpUrl, mailFrom, mailReply } = config;
  if (!smtpUrl || !mailFrom) return undefined;
  return mailSender({
    ...{ url: smtpUrl, from: mailFrom, secret: key, files },
    ...(mailReply && { reply: mailReply }),
    ...(imapUrls.length > 0 && { isInSent: (id, signal) => isInSent(imapUrls, id, signal) }),
  });
}

/** How campaigns are sent: signed with our own keys, where the DNS shows them. */
function openWay({ config, key }: Opening<MailSettings>, { db }: ChannelKit): BulkWay | undefined {
  const { smtpUrl, mailFrom } = config;
  const from = mailFrom && parseMailAddress(mailFrom);
  if (!smtpUrl || !mailFrom || !from) return undefined;
  const server = parseMailServer(smtpUrl, 'smtp');
  return {
    sender: signedSender({ sql: db.sql, key, address: from.address, open: (dkim) => openBulk({ server, dkim }) }),
    from: mailFrom,
    address: from.address,
    idOf: (delivery) => messageIdFor(delivery, from.domain, key),
  };
}

/** What is looked at to say whether campaigns arrive. */
const checkOf = ({ config, publicUrl }: Opening<MailSettings>, { address }: BulkWay): CheckerOptions => ({
  ...{ address, publicUrl, host: parseMailServer(config.smtpUrl!, 'smtp').host, names: openNames() },
});
