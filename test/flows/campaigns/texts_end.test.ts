import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { optOutIn } from '../../../src/text/sms/opt_out.ts';
import { addPeople, tendCampaigns } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const { sql } = house.db;
const numberOf = (nth: number) => `+861380013800${nth}`;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.act(async ({ tx }) => {
      for (const nth of [1, 2, 3]) {
        const place = tx`(select id from contacts where name = ${`Person ${nth}`}), 'sms', ${numberOf(nth)}`;
        await tx`insert into contact_identities (contact_id, channel, address) values (${place})`;
        await tx`
          insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
          values (${place}, 'newsletter', 'en', 'yes', 'test', 'shop', now(), now())`;
      }
      await tx`update contacts set locale = 'zh-CN' where name = 'Person 3'`;
    });
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nThe new teas are here');
    await house.say('/campaign 1 text zh\n春茶\n新茶到了');
    await house.act(({ tx }) => tx`update campaigns set channel = 'sms'`);
  }),
);

async function texts(): Promise<Record<string, string>> {
  await house.say('/campaign 1 go 3');
  await tendCampaigns(house);
  while (await house.act((ctx) => sendInChat(ctx, 'sms', 7)));
  const rows = (await house.outbox()).filter(({ audience }) => audience === 'customer');
  return Object.fromEntries(
    rows.map(({ address, payload }) => [address, payload.kind === 'message' ? (payload.reply.text ?? '') : '']),
  );
}
const answer = (nth: number, text: string): MessageReceived => {
  const optOut = optOutIn(text);
  return {
    ...{
      kind: 'message.received',
      channel: 'sms',
      chat: numberOf(nth),
      private: true,
      externalId: `x${nth}${text}`,
      text,
    },
    ...{ from: { address: numberOf(nth), name: numberOf(nth) }, attachments: [], answers: [], sentAt: house.now },
    ...(optOut && { optOut }),
  };
};
const closed = () => sql`select address from contact_identities where channel = 'sms' and blocked_at is not null`;

describe('a message of a campaign in a chat', () => {
  const said = async (text: string) => {
    await house.act(({ tx }) => tx`update contact_identities set channel = 'telegram' where channel = 'sms'`);
    await house.act(({ tx }) => tx`update consents set channel = 'telegram' where channel = 'sms'`);
    await house.say(`/campaign 1 text en\n${text}`);
    await house.act(({ tx }) => tx`update campaigns set channel = 'telegram'`);
    await house.say('/campaign 1 go 3');
    await tendCampaigns(house);
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
    const rows = (await house.outbox()).filter(({ audience }) => audience === 'customer');
    return rows.map(({ payload }) => (payload.kind === 'message' ? (payload.reply.text ?? '') : ''));
  };

  it('ends with who writes and the word that stops it, in its reader’s language', async () => {
    const texts = await said('Spring tea\nThe new teas are here');
    expect(texts).toContain('The new teas are here\n\n— Tea House. Reply STOP to get no more of these.');
    expect(texts).toContain('新茶到了\n\n—— Tea House。不想再收到，请回复「退订」');
  });

  it('has a way out, whatever words of one stand in it', async () => {
    const texts = await said('Spring tea\nMeet us at the Bus STOP cafe');
    expect(texts).toContain('Meet us at the Bus STOP cafe\n\n— Tea House. Reply STOP to get no more of these.');
  });

  it('says no way out twice', async () => {
    const texts = await said('Spring tea\nThe new teas are here. STOP ends these.');
    expect(texts).toContain('The new teas are here. STOP ends these.\n\n— Tea House.');
  });
});

describe('a text message of a campaign', () => {
  it('ends with who writes and the word that stops it, in its reader’s language', async () => {
    const said = await texts();
    expect(said[numberOf(1)]).toBe('The new teas are here\n\n- Tea House. Reply STOP to opt out.');
    expect(said[numberOf(3)]).toBe('新茶到了\n\n【Tea House】拒收请回复R');
  });

  it('names whoever the setting for mail names, and says no way out twice', async () => {
    await house.say('/settings sender Tea House, Bath');
    await house.say('/campaign 1 text en\nSpring tea\nThe new teas are here. STOP ends these.');
    expect((await texts())[numberOf(1)]).toBe('The new teas are here. STOP ends these.\n\n- Tea House, Bath.');
  });

  it.each(['R', 'r', 'N', '停止', '不要再发了', 'opt-out', 'STOP🙏', '拒收', 'Stop!'])(
    'is stopped by %s as a whole answer',
    async (word) => {
      await texts();
      await house.happen(answer(1, word));
      expect(await closed()).toEqual([{ address: numberOf(1) }]);
    },
  );

  it.each(['N', 'R'])('control: %s answers a question where no campaign has come', async (word) => {
    await house.happen(answer(1, word));
    expect(await closed()).toEqual([]);
  });

  it('control: a sentence with such a word is for the owner to read', async () => {
    await texts();
    await house.happen(answer(1, 'Please do not stop'));
    expect(await closed()).toEqual([]);
  });
});
