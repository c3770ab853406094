import type { Sql } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { type Asking, MOST_AN_HOUR } from '../people/consent.ts';

/** Why nobody was asked who had ticked the box: agreed already, asked lately, too many being asked, blocked, or no mail leaves here. */
export type Unasked = 'given' | 'lately' | 'many' | 'blocked' | 'no_mail';

/** Why somebody has just not been asked, in the transaction in which that was so. */
export async function whyUnasked(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { channel, address }: Pick<Asking, 'channel' | 'address'>,
): Promise<Unasked> {
  const [is] = await tx<{ given: boolean; many: boolean }>`
    select exists (
      select from consents where channel = ${channel} and address = ${address} and purpose = 'newsletter'
        and confirmed_at is not null and withdrawn_at is null
    ) as given, (
      select count(*) from consents where asked_at > ${now}::timestamptz - interval '1 hour'
    ) >= ${MOST_AN_HOUR} as many`;
  if (is!.given) return 'given';
  return is!.many ? 'many' : 'lately';
}

export async function noteUnasked(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  formId: string,
  why: Unasked,
): Promise<void> {
  await tx`
    insert into unasked_ticks (form_id, reason, last_at) values (${formId}, ${why}, ${now})
    on conflict (form_id, reason) do update set ticks = unasked_ticks.ticks + 1, last_at = excluded.last_at`;
}

/** How many ticks of a form nobody was asked after, by why; the most first. */
export async function unaskedTicks(sql: Sql, formId: string): Promise<{ reason: Unasked; ticks: number }[]> {
  return sql<{ reason: Unasked; ticks: number }>`
    select reason, ticks from unasked_ticks where form_id = ${formId} order by ticks desc, reason`;
}
