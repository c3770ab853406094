import type { Sql } from '../../../db/sql.ts';
import type { Place } from '../../../outbox/message.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, localeOf } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { sayAt } from '../../owner/say.ts';
import { preferencesPath } from '../../people/preferences/link.ts';
import { EMAIL } from '../../people/sign.ts';
import type { UserAt } from '../../user.ts';
import { activateKeys, keysOf, type StoredKey } from './dkim_key.ts';
import { type Finding, type Part, settled, worsened, wrongIn } from './finding.ts';
import { domainOf, judge, type MailFacts } from './judge.ts';
import { providerOf } from './provider.ts';
import { checkReply, type GoOn, goOnButtons } from './shown.ts';

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
  /** What of it is wrong and the owner sends all the same. */
  accepted: Part[];
}

/** What was last found; undefined: nothing yet, or too long ago. */
export async function lastCheck(
  { tx, now, ownAddresses }: Pick<Context, 'tx' | 'now' | 'ownAddresses'>,
  channel: string = EMAIL,
): Promise<MailCheck | undefined> {
  const [row] = await tx<MailCheck>`
    select findings, checked_at as "checkedAt", accepted from mail_checks
    where address = ${ownAddresses[channel] ?? ''} and checked_at > ${new Date(now.getTime() - OLD_MS)}`;
  return row;
}

/** Who wants to know, and where they are told. */
interface Asking {
  place: Pick<Place, 'channel' | 'address'>;
  user: Pick<UserAt, 'id'>;
  /** Makes a key to sign with first. */
  key?: boolean;
  /** How it goes on where nothing is wrong; absent: as it was to go on before. */
  go?: GoOn;
}

/** Has it looked at now, and what is found said to whoever asks. */
export async function askCheck(
  { tx, now, ownAddresses }: Context,
  { place, user, key = false, go }: Asking,
): Promise<void> {
  await tx`
    with heard as (select pg_notify('mail_checks', ''))
    insert into mail_checks as c (address, due_at, wants_key, asked_channel, asked_address, asked_by, asked_go)
    select ${ownAddresses.email ?? ''}, ${now}, ${key}, ${place.channel}, ${place.address}, ${user.id}::bigint,
      ${go ? tx.json(go) : null}::jsonb from heard
    on conflict (address) do update set due_at = excluded.due_at, wants_key = c.wants_key or excluded.wants_key,
      asked_channel = excluded.asked_channel, asked_address = excluded.asked_address, asked_by = excluded.asked_by,
      asked_go = coalesce(excluded.asked_go, c.asked_go)`;
}

/** Has it looked at by and by, unless it was of late: what is sent to many soon should not have to wait for it. */
export async function lookAhead({ tx, now, ownAddresses }: Context): Promise<void> {
  await tx`
    with asked as (
      insert into mail_checks as c (address, due_at) values (${ownAddresses.email ?? ''}, ${now})
      on conflict (address) do update set due_at = excluded.due_at
      where c.due_at > excluded.due_at and coalesce(c.checked_at, '-infinity') < ${new Date(now.getTime() - DAY_MS)}
      returning address
    ) select pg_notify('mail_checks', '') from asked`;
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
  const unsubscribePath = preferencesPath(ctx.linkKey, { contactId: '0', channel: EMAIL, address });
  return { address, wantsKey: row.wantsKey, keys, unsubscribePath };
}

interface Row {
  findings: Finding[];
  channel: string | null;
  place: string | null;
  by: string | null;
  go: GoOn | null;
  accepted: Part[];
}

/** Keeps what was seen, answers whoever asked, and otherwise tells the owner once of what has become worse. */
export async function noteChecked(ctx: Context, facts: MailFacts): Promise<void> {
  const { tx, now, settings } = ctx;
  const [before] = await tx<Row>`
    select findings, asked_channel as channel, asked_address as place, asked_by as by, asked_go as go, accepted
    from mail_checks where address = ${facts.address} for update`;
  if (!before) return;
  const found = judge(facts, settings.campaignPace);
  const kept = settled(before.findings, found);
  const wrong = wrongIn(kept);
  const accepted = before.accepted.filter((part) => wrong.includes(part));
  const again = found.some(({ found: what }) => what === 'silent') ? AGAIN_SILENT_MS : AGAIN_MS;
  await tx`
    update mail_checks set findings = ${tx.json(kept)}, checked_at = ${now}, due_at = ${new Date(now.getTime() + again)},
      wants_key = false, asked_channel = null, asked_address = null, asked_by = null, accepted = ${accepted}::text[],
      provider = ${providerOf(facts.host) ?? null}
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

async function answer(ctx: Context, { channel, place, by, go, accepted }: Row, address: string, found: Finding[]) {
  const t = texts(
    localeOf(
      ctx,
      ctx.users.find(({ id }) => id === by),
    ),
  );
  const reply = checkReply(t, address, found);
  const held = wrongIn(found).filter((part) => !accepted.includes(part));
  const on = go && !held.includes('unsubscribe') ? [goOnButtons(t, go, held)] : [];
  await sayAt(
    ctx,
    { channel: channel!, address: place! },
    { key: `mail check:${ctx.random()}`, reply: { ...reply, buttons: [...on, ...(reply.buttons ?? [])] } },
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

/** For code that runs outside an act: the keys that campaigns are signed with. */
export const activeKeys = (sql: Sql, address: string): Promise<StoredKey[]> =>
  keysOf(sql, domainOf(address), { active: true });
