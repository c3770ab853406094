import { createHmac } from 'node:crypto';
import type { ChannelKit, Opening } from '../../channel/channel.ts';
import { lease } from '../../db/lease.ts';
import { type MailProvider, noteMailbox } from '../../domain/desk/mailbox.ts';
import type { InboxEvent } from '../../inbox/event.ts';
import { faultOf } from '../../lib/log.ts';
import { type MailServer, mailboxPlace, mailboxSource, parseMailServer, stateName } from '../send/server_url.ts';
import { type MailCursor, notStored, readCursor, storeMail } from './cursor.ts';
import { type Mailbox, type MailboxState, startMailbox } from './receive.ts';

/** What reading the mailboxes needs. */
type House = Pick<ChannelKit, 'db' | 'act' | 'log' | 'holder' | 'resting'> & Pick<Opening<unknown>, 'key'>;

/** The mailboxes that are read, each independently: one that is down or refused does not disturb the others. */
export interface Mailboxes {
  /** The names under which they report their state. */
  states: string[];
  stop(): Promise<void>;
}

/** Mail providers that want something other than the account's password, each in its own way. */
const PROVIDERS: readonly [RegExp, MailProvider][] = [
  [/(^|\.)(gmail|googlemail|google)\.com$/, 'gmail'],
  [/(^|\.)(qq|foxmail)\.com$/, 'qq'],
  [/(^|\.)(163|126|188|yeah)\.(com|net)$/, 'netease'],
  [/(^|\.)(outlook|office365|hotmail|live)\.com$/, 'microsoft'],
];

export async function startMailboxes(house: House, urls: readonly string[]): Promise<Mailboxes> {
  const abort = new AbortController();
  const reading = urls.map((url) => readOne(house, url, abort.signal));
  const unlisten = await house.db.listen('mailboxes', () => {
    for (const { signInAgain } of reading) signInAgain();
  });
  return {
    states: urls.map((url) => stateName(parseMailServer(url, 'imap'))),
    stop: async () => {
      abort.abort();
      await unlisten();
      await Promise.all(reading.map(({ stopped }) => stopped));
    },
  };
}

function readOne(house: House, url: string, signal: AbortSignal): Mailbox {
  const { db, holder } = house;
  const source = mailboxSource(url);
  const reading = lease(db, source, holder);
  const store = async (event: InboxEvent | undefined, cursor: MailCursor) => {
    const added = await db.transaction((tx) => storeMail(tx, event, cursor));
    if (added) await db.notify('inbox');
  };
  const { stopped, signInAgain } = startMailbox({
    url,
    cursor: () => readCursor(db.sql, source),
    store,
    notStored: (cursor, uids) => notStored(db.sql, cursor, uids),
    onState: teller(house, url),
    lease: async () => !house.resting() && (await reading.hold()),
    signal,
  });
  return { stopped: stopped.then(reading.release), signInAgain };
}

/** Reports in order, one after the other: the owner must not hear that the mailbox is down after it is up again. */
function teller({ act, log, key }: House, url: string): (state: MailboxState) => void {
  const server = parseMailServer(url, 'imap');
  const name = stateName(server);
  const place = mailboxPlace(server);
  // not the password, but a digest that changes with it: the same refusal is told once, and again for another password
  const proof = createHmac('sha256', key).update(`sign-in:${url}`).digest('hex').slice(0, 8);
  let told = Promise.resolve();
  return ({ ok, reason, detail }) => {
    if (!ok) log.warn({ reason, detail, mailbox: place }, 'mailbox');
    if (reason === 'lost') return;
    const why = { connected: '', unreachable: `unreachable:${detail}`, login_refused: `login_refused:${proof}` }[
      reason
    ];
    told = told
      .then(() => act((ctx) => noteMailbox(ctx, name, why, providerOf(server))))
      .catch((error: unknown) => log.error({ ...faultOf(error), mailbox: place }, 'failed'));
  };
}

function providerOf({ host }: MailServer): MailProvider {
  return PROVIDERS.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1] ?? 'other';
}
