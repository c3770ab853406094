/** The control of chaos:outbox: what is queued is sent and then marked as sent, without being claimed first. */

import type { OutboxWorkerOptions } from '../../src/delivery/worker.ts';
import { startLoop } from '../../src/lib/loop.ts';
import type { OutboxMessage } from '../../src/outbox/message.ts';
import { runWith } from './run_with.ts';

const AT_ONCE = 16;
const POLL_MS = 1000;

await runWith({
  startOutboxWorker: (options) =>
    startLoop(async () => {
      const rows = await queued(options);
      await Promise.all(rows.map((row) => send(options, row)));
      return rows.length > 0 ? 0 : POLL_MS;
    }, options.onError),
});

function queued({ db, senders }: OutboxWorkerOptions): Promise<OutboxMessage[]> {
  return db.sql<OutboxMessage>`
    select id, channel, address, audience, payload from outbox
    where state = 'queued' and channel = any(${Object.keys(senders)})
    order by id limit ${AT_ONCE}`;
}

async function send({ db, senders }: OutboxWorkerOptions, row: OutboxMessage): Promise<void> {
  const sender = senders[row.channel]!;
  const outcome = await sender.send(row, AbortSignal.timeout(sender.deadlineMs));
  if (outcome.result !== 'sent') return;
  await db.autocommit`
    update outbox set state = 'sent', sent_at = now(), external_id = ${outcome.externalId ?? null} where id = ${row.id}`;
}
