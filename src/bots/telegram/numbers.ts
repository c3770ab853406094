import type { Sql } from '../../db/sql.ts';
import type { OutboxMessage, Outcome } from '../../outbox/message.ts';

/** How far back we look at the start for our newest message to a private chat. */
const ROWS_BACK = 500;

/**
 * The highest message_id known in private chats. Each account, also a bot's, numbers the messages of all its private
 * chats in one series (docs.pyrogram.org/topics/message-identifiers); supergroups and channels have their own numbers.
 */
export class Numbers {
  #highest = 0;

  get highest(): number | undefined {
    return this.#highest > 0 ? this.#highest : undefined;
  }

  note({ address }: Pick<OutboxMessage, 'address'>, outcome: Outcome): void {
    if (outcome.result === 'sent' && isPrivate(address))
      this.#highest = Math.max(this.#highest, Number(outcome.externalId ?? 0));
  }
}

/** Chats with people have positive ids, groups negative ones; somebody's own account has other numbers. */
export function isPrivate(address: string): boolean {
  return /^\d+$/.test(address);
}

/** The numbers as far as we had sent before this start. */
export async function numbersSoFar(sql: Sql): Promise<Numbers> {
  const numbers = new Numbers();
  const rows = await sql<{ address: string; externalId: string }>`
    select address, external_id as "externalId" from (select * from outbox order by id desc limit ${ROWS_BACK}) as newest
    where channel = 'telegram' and state = 'sent' and external_id is not null`;
  for (const { address, externalId } of rows) numbers.note({ address }, { result: 'sent', externalId });
  return numbers;
}
