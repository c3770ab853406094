/** The control of chaos:campaign: what is queued is sent and then marked as sent, without being claimed first. */

import type { CampaignWorkerOptions } from '../../src/delivery/campaigns/worker.ts';
import { tendCampaigns } from '../../src/domain/campaigns/tend.ts';
import { startLoop } from '../../src/lib/loop.ts';
import type { BulkMail } from '../../src/outbox/bulk.ts';
import { runWith } from './run_with.ts';

const AT_ONCE = 50;
const POLL_MS = 500;

await runWith({
  startCampaignWorker: (options) => ({ ...startLoop(() => round(options), options.onError), doubt: async () => {} }),
});

async function round({ act, ways, onError }: CampaignWorkerOptions): Promise<number> {
  await tendCampaigns(act, onError);
  const { sender, from, idOf } = ways.email!;
  const rows = await act(
    ({ tx }) => tx<{ id: string; to: string }>`
      select contact_id as id, address as to from campaign_deliveries where state = 'queued' order by contact_id limit ${AT_ONCE}`,
  );
  if (rows.length === 0) return POLL_MS;
  const mails = rows.map(({ id, to }): BulkMail => {
    return {
      ...{ id, to, from, subject: 'Spring tea', html: '', text: 'It is here.' },
      headers: {},
      messageId: idOf(id),
    };
  });
  const results = await sender.send(mails);
  const sent = rows.flatMap(({ id }, nth) => (results[nth]!.state === 'sent' ? [id] : []));
  await act(
    ({ tx }) =>
      tx`update campaign_deliveries set state = 'sent', sent_at = now() where contact_id = any(${sent}::bigint[])`,
  );
  return 0;
}
