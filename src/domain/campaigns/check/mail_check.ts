import type { Sql } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { sayAt } from '../../owner/say.ts';
import { preferencesPath } from '../../people/preferences/link.ts';
import type { UserAt } from '../../user.ts';
import { activateKeys, keysOf, type StoredKey } from './dkim_key.ts';
import { type Finding, settled, worsened } from './finding.ts';
import { domainOf, judge, type MailFacts } from './judge.ts';
import { checkReply } from './shown.ts';

const DAY_MS = 86_400_000;
/** It is looked at again by itself after so long; sooner where the DNS did not answer. */
const AGAIN_MS = 7 * DAY_MS;
const AGAIN_SILENT_MS = 3_600_000;
/** What was found so long ago says nothing any more. */
const OLD_MS = 2 * AGAIN_MS;

/** What is known of whether mail arrives. */
export interface MailCheck {
  findings: Finding[];
  checkedAt: Date;
}

/** What was last found; undefined: nothing yet, or too long ago. */
export async function lastCheck(
  { tx, now, ownAddresses }: Pick<Context, 'tx' | 'now' | 'ownAddresses'>,
  channel = 'email',
): Promise<MailCheck | undefined> {
  const [row] = await tx<MailCheck>`
    select findings, checked_at as "checkedAt" from mail_checks
    where address = ${ownAddresses[channel] ?? ''} and checked_at > ${new Date(now.getTime() - OLD_MS)}`;
  return row;
}

/** Has it looked at now; what is found is said at `place`. `key`: makes a key to sign with first. */
export async function askCheck(
  { tx, now, ownAddresses }: Context,
  { place, user, key = false }: { place: Pick<Place, 'channel' | 'address'>; user: Pick<UserAt, 'id'>; key?: boolean },
): Promise<void> {
  await tx`
    with heard as (select pg_notify('mail_checks', ''))
    insert into mail_checks as c (address, due_at, wants_key, asked_channel, asked_address, asked_by)
    select ${ownAddresses.email ?? ''}, ${now}, ${key}, ${place.channel}, ${place.address}, ${user.id}::bigint from heard
    on conflict (address) do update set due_at = excluded.due_at, wants_key = c.wants_key or excluded.wants_key,
      asked_channel = excluded.asked_channel, asked_address = excluded.asked_address, asked_by = excluded.asked_by`;
}

/** What is to be looked at now. */
export interface DueCheck {
  address: string;
  wantsKey: boolean;
  keys: StoredKey[];
  /** A page like those that customers are led to; nobody's. */
  unsubscribePath: string;
}

/** The check of this address, if it is due. */
export async function dueCheck(ctx: Context, address: string): Promise<DueCheck | undefined> {
  const [row] = await ctx.tx<{ wantsKey: boolean }>`
    select wants_key as "wantsKey" from mail_checks where address = ${address} and due_at <= ${ctx.now}`;
  if (!row) return undefined;
  const keys = await keysOf(ctx.tx, domainOf(address));
  const unsubscribePath = preferencesPath(ctx.linkKey, { contactId: '0', channel: 'email', address });
  return { address, wantsKey: row.wantsKey, keys, unsubscribePath };
}

interface Row {
  findings: Finding[];
  channel: string | null;
  place: string | null;
  by: string | null;
}

/** Keeps what was seen, answers whoever asked, and otherwise tells the owner once of what has become worse. */
export async function noteChecked(ctx: Context, facts: MailFacts): Promise<void> {
  const { tx, now, settings } = ctx;
  const [before] = await tx<Row>`
    select findings, asked_channel as channel, asked_address as place, asked_by as by from mail_checks
    where address = ${facts.address} for update`;
  if (!before) return;
  const found = judge(facts, settings.campaignPace);
  const kept = settled(before.findings, found);
  const again = found.some(({ found: what }) => what === 'silent') ? AGAIN_SILENT_MS : AGAIN_MS;
  await tx`
    update mail_checks set findings = ${tx.json(kept)}, checked_at = ${now}, due_at = ${new Date(now.getTime() + again)},
      wants_key = false, asked_channel = null, asked_address = null, asked_by = null
    where address = ${facts.address}`;
  await activateKeys(ctx, domainOf(facts.address), shownIn(facts));
  if (before.channel !== null && before.place !== null) await answer(ctx, before, facts.address, found);
  else await tellWorse(ctx, facts.address, before.findings, kept);
}

/** Which of our keys the DNS shows. One that it did not answer for stays as it was. */
const shownIn = ({ dkim }: MailFacts): Record<string, boolean> =>
  Object.fromEntries(
    dkim.keys.flatMap(({ record, shown }) =>
      shown === 'silent' ? [] : [[record.name.slice(0, record.name.indexOf('.')), shown === 'same']],
    ),
  );

async function answer(ctx: Context, { channel, place, by }: Row, address: string, found: Finding[]): Promise<void> {
  const locale = localeOf(
    ctx,
    ctx.users.find(({ id }) => id === by),
  );
  await sayAt(
    ctx,
    { channel: channel!, address: place! },
    { key: `mail check:${ctx.random()}`, reply: checkReply(texts(locale), address, found) },
  );
}

async function tellWorse(ctx: Context, address: string, before: Finding[], now: Finding[]): Promise<void> {
  const worse = worsened(before, now);
  if (worse.length === 0) return;
  const found = now.filter(({ part }) => worse.includes(part));
  await tellOwner(
    ctx,
    `mail check:${address}:${ctx.now.getTime()}`,
    (t) => ({ ...checkReply(t, address, found), title: t.mailCheck.worse(address) }),
    { notice: { kind: 'mail_check' } },
  );
}

/** Whether a campaign's mails would have a link by which their readers get no more, as far as is known. */
export function hasUnsubscribeLink({ publicUrl }: Pick<Context, 'publicUrl'>, check: MailCheck | undefined): boolean {
  const found = check?.findings.find(({ part }) => part === 'unsubscribe');
  return publicUrl.startsWith('https://') && found?.standing !== 'missing';
}

/** For code that runs outside an act: the keys that campaigns are signed with. */
export const activeKeys = (sql: Sql, address: string): Promise<StoredKey[]> =>
  keysOf(sql, domainOf(address), { active: true });
