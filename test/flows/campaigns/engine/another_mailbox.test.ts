import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../../src/domain/event.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    for (const setting of ['campaigns-a-week 0', 'warm-up off', 'campaign-hours off'])
      await house.say(`/settings ${setting}`);
    expect(await mailed()).toHaveLength(3);
  }),
);

let nth = 0;
async function mailed(): Promise<string[]> {
  house.now = new Date(house.now.getTime() + 3_600_000);
  nth += 1;
  const card = await house.say(`/campaign new Tea ${nth} to everybody\nTea ${nth}\nHello ${nth}`);
  const id = /\d+/.exec(buttonsOf(card).find(({ command }) => /^\/campaign \d+ /.test(command))?.command ?? '')![0];
  await house.say(`/campaign ${id} holdout 0`);
  const reach = (await house.say(`/campaign ${id}`)).fields?.find(({ label }) => label === 'Get it')?.value;
  await house.say(`/campaign ${id} go ${/\d+/.exec(reach ?? '')![0]}`);
  const { way, to } = sink();
  await sendCampaigns(house, way);
  return to();
}
/** The mailbox that p1's mail is forwarded to. */
async function alias(text: string, trust: MessageReceived['trust'], answers: string[]): Promise<Reply> {
  house.now = new Date(house.now.getTime() + 60_000);
  const address = 'alias@other.example';
  await house.happen({
    ...{ kind: 'message.received', channel: 'email', chat: address, private: true, externalId: `<${nth}@alias>` },
    ...{
      from: { address, name: 'Person 1' },
      text,
      subject: 'Re: Tea',
      attachments: [],
      answers,
      sentAt: house.now,
      trust,
    },
  } as MessageReceived);
  return (await house.cards()).at(-1)!;
}
const got = async () =>
  (await sql<{ id: string }>`select message_id as id from campaign_deliveries where address = 'p1@example.net'`).map(
    ({ id }) => id,
  );

describe('a no from another mailbox, to what somebody got', () => {
  it.each([
    ['STOP', 'verified'],
    ['STOP', 'unverified'],
    ['Please unsubscribe me', 'verified'],
    ['Please unsubscribe me', 'unverified'],
    ['No thanks', 'verified'],
  ] as const)('holds who got it as well until the owner has decided: %s (%s)', async (text, trust) => {
    const card = await alias(text, trust, await got());
    expect(JSON.stringify(card.fields)).toContain('This answers what Person 1 got at p1@example.net');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/unsubscribe c1', '/consent c1 keep']),
    );
    expect(await mailed()).toEqual(['p2@example.net', 'p3@example.net']);
    await house.say('/consent c1 keep');
    expect(await mailed()).toHaveLength(3);
    await house.say('/unsubscribe c1');
    expect(await mailed()).toHaveLength(2);
  });

  it('control: what answers nothing that they got is of its writer alone', async () => {
    const card = await alias('STOP', 'verified', []);
    expect(JSON.stringify(card.fields)).not.toContain('This answers what');
    expect(await mailed()).toHaveLength(3);
  });

  it('control: an answer that says no such thing holds nobody', async () => {
    await alias('Two tins, please', 'verified', await got());
    expect(await mailed()).toHaveLength(3);
  });
});
