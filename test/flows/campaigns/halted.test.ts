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

describe('a campaign and its copies', () => {
  const half = async () => {
    await house.say('/campaign new Half to everybody\nHalf\nHello {{ first_name }}');
    await house.say('/campaign 2 go 11 5 people');
    await tendCampaigns(house);
  };
  const leave = async (way: BulkWay) => {
    await sendCampaigns(house, way);
    await tendCampaigns(house);
  };
  const copied = async (id: number, words: string) => {
    await house.say('/campaign 2 copy');
    await house.say(`/campaign ${id} text\n${words}\nBetter words`);
  };

  it('never give one person two of them, whichever goes on, in other words too', async () => {
    await house.say('/campaign 1 cancel');
    await half();
    const { way, to } = sink();
    await leave(way);
    expect(to()).toHaveLength(5);
    await copied(3, 'Better');
    await copied(4, 'Best');
    for (const id of [3, 4]) {
      await house.say(`/campaign ${id} go ${id === 3 ? 6 : 0}`);
      await leave(way);
    }
    const asked = await house.say('/campaign 2 resume');
    expect(asked).toMatchObject({ undecided: true, title: '6 of the 6 that are left have a copy already' });
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['To all 6: 6 get both', 'Back']);
    await leave(way);
    expect(new Set(to()).size).toBe(to().length);
    // control: their owner says that they get both
    await house.say(buttonsOf(asked)[0]!.command);
    await leave(way);
    expect(to()).toHaveLength(5 + 6 + 6);
  });

  it('stay apart when a copy is for other people, until its card’s button says how many get both', async () => {
    await house.say('/campaign 1 cancel');
    await half();
    await leave(sink().way);
    await copied(3, 'Better');
    await house.say('/campaign 3 to everybody');
    const audience = async () =>
      (await sql<{ audience: string }>`select audience from campaigns where id = 3`)[0]!.audience;
    expect(await audience()).toBe('-got:2');
    await house.say(labelled(await house.say('/campaign 3'), 'Also to the 5').command);
    expect(await audience()).toBe('');
  });

  it('of one that was cancelled is said who does not get it any more, and waits for nobody', async () => {
    await half();
    await leave(sink().way);
    const card = await house.say('/campaign 2 cancel');
    expect(card.fields).toContainEqual({ label: 'Do not get it any more', value: '6' });
    expect(card.fields!.map(({ label }) => label)).not.toContain('Wait for your word');
    expect((await house.say('/campaign 2 skipped')).text).toBe('Do not get it any more: 6');
  });

  it('of a draft is listed who is left out, as its card counts them', async () => {
    await house.say('/campaign new Draft to everybody\nDraft\nHello');
    const listed = await house.say('/campaign 2 skipped');
    expect(listed.lists![0]!.items.map(({ text }) => text)).toEqual([expect.stringContaining('1')]);
  });
});
