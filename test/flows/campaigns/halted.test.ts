import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../src/delivery/campaigns/worker.ts';
import { claimDeliveries } from '../../../src/domain/campaigns/claim.ts';
import { doubtAbandoned } from '../../../src/domain/campaigns/delivery.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { BulkWay, WrittenMail } from '../../../src/outbox/bulk.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns, wholeMail } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 12, { agreed: (nth) => nth !== 12 }));
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
    await house.say('/campaign 1 go 11');
    await tendCampaigns(house);
  }),
);

const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((button) => button.label.startsWith(label))!;
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ state: string; count: number }>`
        select state, count(*)::int as count from campaign_deliveries group by 1`
    ).map(({ state, count }) => [state, count]),
  );

describe('what died while it was being sent', () => {
  const claimed = () =>
    house.act((ctx) => claimDeliveries(ctx, { channel: 'email', instance: 7, most: 5, leaseSeconds: 60 }));
  beforeEach(async () => {
    await claimed();
  });

  it('is in doubt, is never sent again by itself, and is listed with the owner’s choice', async () => {
    const { way, to } = sink();
    await house.act((ctx) => doubtAbandoned(ctx, { channel: 'email', idOf: way.idOf }, { gone: [7] }));
    await sendCampaigns(house, way, 8);
    expect(to()).toHaveLength(6);
    expect(await states()).toEqual({ sent: 6, unknown: 5, skipped: 1 });
    const doubts = await house.say('/campaign 1 doubts');
    expect(doubts.lists![0]!.items).toHaveLength(5);
    const asked = await house.say(labelled(doubts, 'Send again').command);
    await house.say(labelled(asked, 'Send again').command);
    await sendCampaigns(house, way, 8);
    expect(new Set(to()).size).toBe(11);
  });

  it('control: whose holder lives is no doubt', async () => {
    const { way } = sink();
    await house.act((ctx) => doubtAbandoned(ctx, { channel: 'email', idOf: way.idOf }, { gone: [9], onlyHere: 7 }));
    expect((await states()).sending).toBe(5);
  });

  it('is what its holder says, if that was alive after all', async () => {
    const { way, to } = sink();
    const slow = {
      ...way,
      sender: {
        ...way.sender,
        async send(batch: Parameters<typeof way.sender.send>[0]) {
          await house.act((ctx) => doubtAbandoned(ctx, { channel: 'email', idOf: way.idOf }, { gone: [9] }));
          return way.sender.send(batch);
        },
      },
    };
    const round = sending({ act: house.act, instance: 9 }, 'email', slow);
    while ((await round()) === 0);
    expect(to()).toHaveLength(6);
    expect(await states()).toEqual({ sent: 6, sending: 5, skipped: 1 });
  });
});

describe('/stop while mails are being handed over', () => {
  it('halts within one batch: what was claimed behind it stays, and leaves once it goes on', async () => {
    const { way, to } = sink();
    const halted = {
      ...way,
      sender: {
        ...way.sender,
        async send(batch: Parameters<typeof way.sender.send>[0]) {
          // the next batch is claimed meanwhile
          await expect.poll(async () => (await states()).sending).toBe(11);
          await house.say('/stop');
          return way.sender.send(batch);
        },
      },
    };
    const round = sending({ act: house.act, instance: 7 }, 'email', halted);
    while ((await round()) === 0);
    expect(to()).toHaveLength(8);
    expect(await states()).toEqual({ sent: 8, queued: 3, skipped: 1 });
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, way);
    expect(new Set(to()).size).toBe(11);
    expect(to()).toHaveLength(11);
  });
});

describe('while a batch is at the server', () => {
  const meddled = (deed: (mails: WrittenMail[]) => Promise<unknown>, answer?: Parameters<typeof sink>[0]) => {
    const all = sink(answer);
    let isFirst = true;
    const { sender } = all.way;
    const send: BulkWay['sender']['send'] = async (batch) => {
      if (isFirst) await deed(batch.map(wholeMail));
      isFirst = false;
      return sender.send(batch);
    };
    return { ...all, way: { ...all.way, sender: { ...sender, send } } };
  };

  it('somebody is joined with another: what the server says is still about their mail', async () => {
    const merge = async ([first]: WrittenMail[]) => {
      await house.say('/add Other +4915112345678');
      const [ids] = await sql<{ other: string; mailed: string }>`
        select (select id from contacts where name = 'Other') as other, contact_id as mailed
        from contact_identities where address = ${first!.to}`;
      await house.say(`/merge c${ids!.other} c${ids!.mailed}`);
      expect(await sql`select from contact_moves where kind = 'merged'`).toHaveLength(1);
    };
    const { way, to } = meddled(merge);
    await sendCampaigns(house, way);
    expect(await states()).toEqual({ sent: 11, skipped: 1 });
    expect(new Set(to()).size).toBe(11);
  });

  it.each(['550 no \0 such user', 'half of an emoji \ud83d'])(
    'what it says is kept, whatever is in it: %j',
    async (detail) => {
      const { way } = meddled(
        async () => {},
        ({ to }) => ({ state: to === 'p3@example.net' ? 'failed' : 'sent', detail, code: 550 }),
      );
      await sendCampaigns(house, way);
      expect(await states()).toEqual({ sent: 10, failed: 1, skipped: 1 });
    },
  );
});
