import type { Sql } from '../../../db/sql.ts';
import { loadTold, rewrite } from '../../../outbox/rewrite.ts';
import { commandOf } from '../../commands/called.ts';
import { titleAndAmount } from '../../commands/sell/lead.ts';
import { linesOf } from '../../commands/words/lines.ts';
import { worthButton } from '../../commands/words/second_words.ts';
import { idIn, splitFirst } from '../../commands/words/words.ts';
import type { Context } from '../../context.ts';
import type { MessageEdited } from '../../event.ts';
import type { User } from '../../owner/user.ts';
import { type Button, buttonsOf, type Reply } from '../../reply.ts';
import { loadLead } from '../../sell/lead.ts';
import { isTouchedSince, standing } from '../../undo/touched.ts';

type Line = Pick<MessageEdited, 'channel' | 'chat' | 'externalId'>;

/** So many of the newest messages are looked at for those about one line, and so many entries of the journal. */
const MOST_LOOKED_AT = 200;

/** What a line made that still stands. */
export interface Made {
  /** The lines that take it back, the last first. */
  back: string[];
  /** Something else was done with it since: it cannot be taken back by itself. */
  touched: boolean;
}

/** What it made by itself, as its answer says, and by the buttons of what was asked about it. `reply`: that answer, as it was told. */
export async function madeBy(
  { tx }: Context,
  user: User,
  line: Line,
  { reply, key }: { reply: Reply | undefined; key: string },
): Promise<Made> {
  const isOwn = reply !== undefined && (reply.partly === true || !(reply.failed || reply.undecided));
  const own = isOwn ? waysBack(reply) : [];
  const ids = own.flatMap((way) => (commandOf(way)?.name === 'undo' ? (idIn(splitFirst(way)[1]) ?? []) : []));
  const pressed = await pressedFor(tx, user, line, own.length > 0 ? key : undefined);
  const entries = await standing(tx, [...new Set([...pressed, ...ids])]);
  const others = own.filter((way) => commandOf(way)?.name !== 'undo');
  return {
    back: [...entries.map((id) => `/undo ${id}`), ...others],
    touched: entries.length > 0 && (await isTouchedSince(tx, entries)),
  };
}

const waysBack = (reply: Reply): string[] =>
  buttonsOf({ buttons: reply.buttons ?? [] })
    .filter(({ command }) => ['undo', 'cancel'].includes(commandOf(command)?.name ?? ''))
    .flatMap(({ command }) => linesOf(command));

/** The entries that buttons of our answers to this line made; `but`: except those of this answer. */
async function pressedFor(sql: Sql, user: User, line: Line, but: string | undefined): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select j.id from (
      select id, button_id from journal
      where user_id = ${user.id} and undone_at is null and outcome is null order by id desc limit ${MOST_LOOKED_AT}
    ) j join buttons b on b.id = j.button_id join outbox o on o.id = b.outbox_id
    where o.channel = ${line.channel} and o.address = ${line.chat} and o.payload ->> 'replyTo' = ${line.externalId}
      and o.idempotency_key is distinct from ${but ?? null}`;
  return rows.map(({ id }) => id);
}

/** What was offered for an earlier wording is offered no more: only the last one counts. */
export async function withdrawOffers({ tx, random }: Context, line: Line, { key, but }: { key: string; but: string }) {
  const told = await tx<{ id: string }>`
    select id from (select id, channel, address, payload, idempotency_key from outbox order by id desc limit ${MOST_LOOKED_AT}) newest
    where channel = ${line.channel} and address = ${line.chat} and payload ->> 'replyTo' = ${line.externalId}
      and payload -> 'reply' @> '{"oneOf": true}' and idempotency_key <> ${but} order by id`;
  for (const { id } of told) {
    const one = await loadTold(tx, id);
    if (!one) continue;
    const offered = buttonsOf({ buttons: (one.before ?? one.reply).buttons ?? [] }).flatMap(
      (button) => button.id ?? [],
    );
    await tx`delete from buttons where id = any(${offered})`;
    if (!one.marks) await rewrite(tx, random, one, { reply: { ...one.reply, buttons: [] } }, { key: `${key}:${id}` });
  }
}

/** What has gone on since keeps its amount by a button only, where that is what the line says otherwise now. */
export async function amountInstead(
  ctx: Context,
  user: User,
  reply: Reply | undefined,
  text: string,
): Promise<Button[]> {
  const thing = reply?.thing;
  if (thing?.noun !== 'lead' || commandOf(text)?.name !== 'lead') return [];
  const lead = await loadLead(ctx.tx, thing.id);
  const read = titleAndAmount(splitFirst(text)[1], ctx.settings.currency);
  if (!lead || !('amount' in read) || !read.amount || read.amount.minor === lead.amountMinor) return [];
  return [await worthButton(ctx, user, lead, read.amount)];
}
