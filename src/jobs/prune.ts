import type { Context } from '../domain/context.ts';
import { UNDO_DAYS } from '../domain/owner/journal.ts';
import { forgetShopKeys } from '../domain/sell/shop_key.ts';
import { FOR_ANSWERS } from '../outbox/change.ts';

/** How long handled events and notices keep their keys: nobody sends the same thing again after two years. */
const KEY_DAYS = 730;
/** How long a mail stays whole: its files are read from the mail itself. */
const MAIL_FILES_DAYS = 365;
/** For this long, somebody who types a code or opens a link that has ended is told so. */
const ENDED_DAYS = 30;
/** Longer than any channel tries to deliver what it could not. */
const VERSION_DAYS = 30;
/** For this long a secret that was told can be read again here. */
const SECRET_MS = 10 * 60_000;
/** Rows in each turn, which is a short transaction of its own. Once a minute, that is more than a business produces. */
const BATCH = 1000;
/** These are narrow, and an archive has many. */
const IMPORT_ROWS = 10 * BATCH;

type Prune = (ctx: Context) => Promise<void>;

/**
 * What grows and is no longer useful, each in its own turn. Never anything open, failed or in doubt; never a contact, a
 * message, an order or anything else that the owner wrote down.
 */
export const prunings: Readonly<Record<string, Prune>> = {
  bodies: (ctx) =>
    sweep(ctx, { name: 'bodies', table: 'inbox', at: 'received_at', days: ctx.settings.keepDays }, slimInbox),
  mails: (ctx) =>
    sweep(
      ctx,
      { name: 'mails', table: 'inbox', at: 'received_at', days: Math.max(ctx.settings.keepDays, MAIL_FILES_DAYS) },
      slimMails,
    ),
  events: (ctx) => sweep(ctx, { name: 'events', table: 'inbox', at: 'received_at', days: keyDays(ctx) }, dropInbox),
  notices: (ctx) =>
    sweep(ctx, { name: 'notices', table: 'outbox', at: 'created_at', days: ctx.settings.keepDays }, slimNotices),
  cards: (ctx) => sweep(ctx, { name: 'cards', table: 'outbox', at: 'created_at', days: keyDays(ctx) }, dropCards),
  changes: (ctx) =>
    sweep(
      ctx,
      { name: 'changes', table: 'journal', at: 'created_at', days: Math.max(ctx.settings.keepDays, UNDO_DAYS) },
      slimChanges,
    ),
  acts: (ctx) => sweep(ctx, { name: 'acts', table: 'journal', at: 'created_at', days: keyDays(ctx) }, dropActs),
  buttons: dropButtons,
  occasions: dropOccasions,
  automatic: (ctx) =>
    sweep(
      ctx,
      {
        name: 'automatic',
        table: 'automatic_mails',
        at: 'received_at',
        days: Math.max(ctx.settings.keepDays, UNDO_DAYS),
      },
      dropAutomatic,
    ),
  codes: dropCodes,
  secrets: dropSecrets,
  'api answers': dropApiAnswers,
  versions: dropVersions,
  imports: dropImports,
  fields: dropFields,
  'shop keys': (ctx) => forgetShopKeys(ctx.tx, daysBefore(ctx, UNDO_DAYS)),
  'held forms': dropHeldForms,
  'import rows': dropImportRows,
  papers: dropLoosePapers,
};

const keyDays = ({ settings }: Context): number => Math.max(settings.keepDays, KEY_DAYS);

interface Sweep {
  name: string;
  table: string;
  /** The column that says how old a row is. */
  at: string;
  days: number;
}

/** Rows after `after` up to and including `last`, in the order of their ids. */
interface Range {
  after: string;
  last: string;
}

/**
 * Ids grow with time, so a table is walked once, from its oldest row on, and we keep where the last turn ended: no
 * index is needed, and nothing is looked at twice. Rows that are skipped because they are still open or have failed
 * stay.
 */
async function sweep(
  ctx: Context,
  { name, table, at, days }: Sweep,
  prune: (ctx: Context, range: Range) => Promise<void>,
): Promise<void> {
  const { tx } = ctx;
  const source = `prune:${name}`;
  await tx`insert into cursors (source, position) values (${source}, '{"id": "0"}') on conflict do nothing`;
  const [cursor] = await tx<{
    id: string;
  }>`select position ->> 'id' as id from cursors where source = ${source} for update`;
  const after = cursor!.id;
  const [range] = await tx<{ last: string | null }>`
    select coalesce(min(id) filter (where at >= ${daysBefore(ctx, days)}) - 1, max(id)) as last
    from (select id, ${tx(at)} as at from ${tx(table)} where id > ${after} order by id limit ${BATCH}) oldest`;
  const last = range?.last;
  if (!last || BigInt(last) <= BigInt(after)) return;
  await prune(ctx, { after, last });
  await tx`update cursors set position = ${tx.json({ id: last })} where source = ${source}`;
}

/** Keeps the key, so that an event is recognized when it comes again; a mail with files stays whole for now. */
async function slimInbox({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`
    update inbox set body = '', headers = ${keptHeaders(tx)}
    where id > ${after} and id <= ${last} and processed_at is not null and failed_at is null
      and not (source like 'email:%' and has_files is distinct from false)`;
}

async function slimMails({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`
    update inbox set body = '', headers = ${keptHeaders(tx)}
    where id > ${after} and id <= ${last} and processed_at is not null and failed_at is null and body <> ''`;
}

/** These recognize a mail that comes through two mailboxes. */
const keptHeaders = (tx: Context['tx']) =>
  tx`case when headers ? 'mail-key' then jsonb_build_object('mail-key', headers -> 'mail-key') end`;

async function dropInbox({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`
    delete from inbox where id > ${after} and id <= ${last} and processed_at is not null and failed_at is null`;
}

/**
 * A card can still be answered: it keeps its place, whose it is, and where it said that answers go. What was sent to
 * customers is not touched.
 */
async function slimNotices({ tx }: Context, { after, last }: Range): Promise<void> {
  const told = tx`id > ${after} and id <= ${last} and audience = 'owner' and state in ('sent', 'cancelled')`;
  await tx`
    delete from outbox
    where id > ${after} and id <= ${last} and audience = 'machine' and state in ('sent', 'cancelled')`;
  await tx`
    delete from outbox
    where ${told} and conversation_id is null and payload #>> '{reply,person,sure}' is distinct from 'true'`;
  await tx`
    update outbox set payload = payload - 'before' - 'marks' - 'instead' || case when payload ? 'reply' then jsonb_build_object('reply', (
      select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(payload -> 'reply') where key = any(${[...FOR_ANSWERS]})
    )) else '{}' end
    where ${told} and payload ?| array['reply', 'instead']`;
}

async function dropCards({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`
    delete from outbox
    where id > ${after} and id <= ${last} and audience = 'owner' and state in ('sent', 'cancelled')`;
}

/** By then nothing can be undone any more; /audit still finds whom an act was about. */
async function slimChanges({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`
    update journal_changes c set before = null, after = jsonb_strip_nulls(jsonb_build_object(
      'contact_id', coalesce(after, before) -> 'contact_id', 'conversation_id', coalesce(after, before) -> 'conversation_id'
    ))
    where journal_id > ${after} and journal_id <= ${last}`;
}

async function dropActs({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`delete from journal where id > ${after} and id <= ${last}`;
}

async function dropButtons(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from buttons where id in (
      select id from buttons where created_at < ${daysBefore(ctx, ctx.settings.keepDays)} order by created_at limit ${BATCH}
    )`;
}

/** The newest occasion of each job stays, so that the job knows that this is not its first time. */
async function dropOccasions(ctx: Context): Promise<void> {
  const before = daysBefore(ctx, ctx.settings.keepDays);
  await ctx.tx`
    delete from job_runs r where started_at < ${before}
      and exists (select from job_runs later where later.job = r.job and later.started_at > r.started_at)`;
  await ctx.tx`
    delete from collected_cards where id in (
      select id from collected_cards where told_at < ${before} order by told_at limit ${BATCH}
    )`;
}

/** Removes automatic mails about which nobody has said that a person wrote them. */
async function dropAutomatic({ tx }: Context, { after, last }: Range): Promise<void> {
  await tx`delete from automatic_mails where id > ${after} and id <= ${last}`;
}

async function dropCodes(ctx: Context): Promise<void> {
  const before = daysBefore(ctx, ENDED_DAYS);
  await ctx.tx`delete from pairing_codes where expires_at < ${before}`;
  await ctx.tx`delete from pairing_tries where at < ${before}`;
  await ctx.tx`delete from link_tokens where expires_at < ${before}`;
}

/** What shows a secret has been read by then: the secret goes, and the words around it stay. */
async function dropSecrets({ tx, now }: Context): Promise<void> {
  await tx`
    update outbox set payload = payload #- '{reply,quote}' #- '{reply,secret}'
    where payload #>> '{reply,secret}' is not null and created_at < ${new Date(now.getTime() - SECRET_MS)}`;
}

/** A program that asks again does so within minutes. */
async function dropApiAnswers(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from api_answers where (key_id, idempotency_key) in (
      select key_id, idempotency_key from api_answers where created_at < ${daysBefore(ctx, 1)} order by created_at limit ${BATCH}
    )`;
}

/** By then no older edit of them is still on its way. */
async function dropVersions(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from message_versions where (channel, chat, external_id) in (
      select channel, chat, external_id from message_versions
      where at < ${daysBefore(ctx, VERSION_DAYS)} order by at limit ${BATCH}
    )`;
}

/** A removed field, with all that contacts had there, once it can be taken back no more; a batch of values in each turn. */
async function dropFields(ctx: Context): Promise<void> {
  const { tx } = ctx;
  const gone = tx`select id from fields where removed_at < ${daysBefore(ctx, UNDO_DAYS)}`;
  const { count } = await tx`
    delete from field_values where id in (select id from field_values where field_id in (${gone}) limit ${BATCH})`;
  if (count < BATCH) await tx`delete from fields where id in (${gone})`;
}

/** A file that was taken in, or given up, is not needed once it cannot be taken back any more. */
async function dropImports(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from imports where id in (
      select id from imports where state not in ('reading', 'running') and changed_at < ${daysBefore(ctx, UNDO_DAYS)}
      order by changed_at limit ${BATCH}
    )`;
}

/** What looked like a program's and nobody has released. */
async function dropHeldForms(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from held_forms where id in (
      select id from held_forms where received_at < ${daysBefore(ctx, Math.max(ctx.settings.keepDays, UNDO_DAYS))}
      order by received_at limit ${BATCH}
    )`;
}

/** The rows of an archive are needed as long as it is taken in; of what is over a part goes each minute. */
async function dropImportRows(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from import_rows where (import_id, nth) in (
      select r.import_id, r.nth from imports i join import_rows r on r.import_id = i.id
      where i.state in ('done', 'cancelled', 'failed') limit ${IMPORT_ROWS}
    )`;
}

/** A file that was sent alone, of which nobody has said that it is a contract. */
async function dropLoosePapers(ctx: Context): Promise<void> {
  await ctx.tx`
    delete from contract_files where id in (
      select id from contract_files where contract_id is null and created_at < ${daysBefore(ctx, ENDED_DAYS)} order by created_at limit ${BATCH}
    )`;
}

function daysBefore({ now }: Context, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
