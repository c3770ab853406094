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
  }),
);

const writes = async (text: string, more: Partial<MessageReceived> = {}): Promise<Reply> => {
  house.now = new Date(house.now.getTime() + 60_000);
  const address = 'p1@example.net';
  await house.happen({
    ...{ kind: 'message.received', channel: 'email', chat: address, private: true, externalId: `<${text}@x>` },
    ...{ from: { address, name: 'Person 1' }, text, subject: 'Your mails', attachments: [] },
    ...{ answers: [], sentAt: house.now, trust: 'verified', ...more },
  } as MessageReceived);
  return (await house.cards()).at(-1)!;
};
let nth = 0;
/** A campaign to everybody; gives who was mailed. */
const mailed = async (): Promise<string[]> => {
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
};
const p = (...nths: number[]) => nths.map((one) => `p${one}@example.net`);
const NOES = ['Please take me off your list.', 'Please do not send me any more of these mails.', 'STOP'] as const;

describe('somebody who says no in words that only a reader can be sure of', () => {
  it.each(NOES)('gets nothing unasked until the owner has decided: %s', async (text) => {
    const card = await writes(text, { trust: 'unverified' });
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['No more news to them', 'They did not mean that']),
    );
    expect(JSON.stringify(card.fields)).toContain('Until you decide, nothing unasked goes to them');
    expect(await mailed()).toEqual(p(2, 3));
  });

  it('control: whoever asks something else gets it', async () => {
    await writes('Do you have oolong?');
    expect(await mailed()).toEqual(p(1, 2, 3));
  });

  it.each(['The lid of the pot is broken. Please unsubscribe me.', '壶盖坏了，请处理。另外请把我从群发名单里删掉'])(
    'is heard for what else they say first, and the wish is asked beside it: %s',
    async (text) => {
      const card = await writes(text);
      expect(await sql`select kind from tickets`).toHaveLength(1);
      expect(buttonsOf(card).map(({ label }) => label)).toEqual(
        expect.arrayContaining(['No more news to them', 'They did not mean that']),
      );
      expect(JSON.stringify(card.fields)).toContain('They seem to ask for no more');
      expect(JSON.stringify((await house.say('/digest')).lists)).toContain(`Person 1: ${text.slice(0, 20)}`);
      expect(await mailed()).toEqual(p(2, 3));
      await house.say('/consent c1 keep');
      expect(await mailed()).toEqual(p(1, 2, 3));
    },
  );

  it.each(['Stop! Where is my parcel', '我的订单发了吗\nTD', 'STOP. My cup is broken'])(
    'is heard in a chat too: %j',
    async (text) => {
      await house.act(
        ({ tx }) => tx`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '55')`,
      );
      const chat = { channel: 'telegram', chat: '55', from: { address: '55', name: 'Person 1' }, subject: '' } as const;
      const card = await writes(text, chat);
      expect(buttonsOf(card).map(({ label }) => label)).toEqual(
        expect.arrayContaining(['No more news to them', 'They did not mean that']),
      );
      expect(JSON.stringify((await house.say('/inbox')).lists)).toContain('Person 1');
      expect(await mailed()).toEqual(p(2, 3));
    },
  );

  it('control: a complaint alone asks nobody', async () => {
    const card = await writes('The lid of the pot is broken.');
    expect(JSON.stringify(card)).not.toContain('No more news to them');
    expect(await mailed()).toEqual(p(1, 2, 3));
  });

  it('is named before it leaves, in the digest and in the inbox, with both answers', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    const card = await house.say('/campaign new Tea to everybody\nTea\nHello');
    expect(JSON.stringify(card)).toContain('has asked to stop: yours to decide');
    const left = await house.say('/campaign 1 skipped undecided');
    expect(JSON.stringify(left.lists)).toContain('Person 1');
    for (const command of ['/digest', '/inbox']) {
      const { lists = [] } = await house.say(command);
      const list = lists.find(({ title }) => title === 'Have asked to stop: yours to decide');
      expect(list?.items.map(({ text }) => text)).toEqual([`Person 1: ${NOES[0]}`]);
      expect(list?.items[0]?.buttons?.map(({ label }) => label)).toEqual([
        'No more news to them',
        'They did not mean that',
      ]);
    }
  });

  it('gets it again once the owner says that they did not mean that; undone, it is to be decided again', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    const [, keep] = buttonsOf((await house.say('/digest')) as Reply).filter(({ command }) =>
      /^\/(unsub|consent)/.test(command),
    );
    await house.say(keep!.command);
    expect((await house.say('/digest')).lists ?? []).toEqual([]);
    expect(await mailed()).toEqual(p(1, 2, 3));
    await house.say('/consent c1 keep');
    expect(await mailed()).toEqual(p(1, 2, 3));
  });

  it('gets nothing more once the owner says so', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    await house.say('/unsubscribe c1');
    expect(JSON.stringify(await house.say('/digest'))).not.toContain('yours to decide');
    expect(await mailed()).toEqual(p(2, 3));
    expect(await sql`select from contact_identities where stop_asked_at is not null`).toEqual([]);
  });

  it('is to be decided again where the decision is undone', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    await house.say('/consent c1 keep');
    await house.say('/undo');
    expect(JSON.stringify(await house.say('/digest'))).toContain('yours to decide');
    expect(await mailed()).toEqual(p(2, 3));
  });

  it('is asked about anew when they say it again', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    await house.say('/consent c1 keep');
    house.now = new Date(Date.now() + 86_400_000);
    await writes(NOES[1], { trust: 'unverified' });
    expect(await mailed()).toEqual(p(2, 3));
  });

  it('control: what looks forged, or is passed on, holds nobody back', async () => {
    await writes(NOES[0], { trust: 'suspicious' });
    await writes(NOES[1], { forwardedFrom: { name: 'Somebody' } });
    expect(await mailed()).toEqual(p(1, 2, 3));
  });
});

describe('somebody who says no, and has two addresses', () => {
  const merge = (kept: number, gone: number) => house.say(`/merge c${kept} c${gone}`);
  const answering = async () => {
    const [row] = await sql<{ id: string }>`
      select message_id as id from campaign_deliveries where contact_id = 1 and message_id is not null order by id desc limit 1`;
    return [row!.id];
  };

  it.each(['STOP', 'Please take me off your list.'])('gets nothing at the other one either: %s', async (text) => {
    await merge(1, 2);
    expect(await mailed()).toHaveLength(2);
    const card = await writes(text, { answers: await answering() });
    expect(JSON.stringify(card.fields)).toContain('gets no news and offers any more, as they asked');
    expect(await mailed()).toEqual(p(3));
  });

  it('gets no mail after a no in a chat', async () => {
    await house.act(
      ({ tx }) => tx`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '77')`,
    );
    await writes('STOP', {
      channel: 'telegram',
      chat: '77',
      from: { address: '77', name: 'Person 1' },
    });
    expect(await mailed()).toEqual(p(2, 3));
  });

  it('waits at the other one after a report of spam', async () => {
    await merge(1, 2);
    const [first] = (await mailed()).filter((one) => p(1, 2).includes(one));
    await writes('spam', {
      automatic: 'complaint',
      from: { address: 'fbl@mail.example', name: 'Mail' },
      answers: await answering(),
      returned: [{ address: first!, action: 'complaint', status: '' }],
    } as Partial<MessageReceived>);
    expect(await mailed()).toEqual(p(3));
    await house.say('/consent c1 keep');
    expect(await mailed()).toHaveLength(2);
  });

  it('control: merged with nobody who has said anything, one of the two is written to', async () => {
    await merge(1, 2);
    await writes('Do you have oolong?');
    expect(await mailed()).toHaveLength(2);
  });

  it('is asked about once they become one: the address that has said nothing waits, and goes on if it is not meant', async () => {
    await writes('STOP');
    await merge(2, 1);
    expect(JSON.stringify(await house.say('/digest'))).toContain('Have asked to stop: yours to decide');
    expect(await mailed()).toEqual(p(3));
    await house.say('/consent c2 keep');
    expect(await mailed()).toEqual(p(2, 3));
  });

  it.each([
    [1, 2],
    [2, 1],
  ])(
    'waits at both when they become one while it is open (%i stays), and undone only where it was said',
    async (kept, gone) => {
      await writes(NOES[0], { trust: 'unverified' });
      await merge(kept, gone);
      expect(await mailed()).toEqual(p(3));
      await house.say('/undo');
      await house.say('/undo');
      await house.say('/undo');
      const open = await sql<{
        address: string;
      }>`select address from contact_identities where stop_asked_at is not null`;
      expect(open.map(({ address }) => address)).toContain('p1@example.net');
    },
  );

  it('waits at an address that comes later', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    await house.act(
      ({ tx, now }) => tx`
        with made as (insert into contact_identities (contact_id, channel, address) values (1, 'email', 'new@example.net'))
        insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
        values (1, 'email', 'new@example.net', 'newsletter', 'en', 'yes', 'command', 'user', ${now}, ${now})`,
    );
    expect(await mailed()).toEqual(p(2, 3));
    await house.say('/consent c1 keep');
    expect(await mailed()).toHaveLength(3);
  });

  it('has answered themselves by what they confirm on their page', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    await merge(1, 2);
    await house.act(
      ({ tx, now }) => tx`update consents set confirmed_at = ${now}, proof = 'page' where address = 'p1@example.net'`,
    );
    expect(JSON.stringify(await house.say('/digest'))).not.toContain('yours to decide');
    expect(await mailed()).toHaveLength(2);
  });

  it('is forgotten with the contact, and asked about again once that is undone', async () => {
    await writes(NOES[0], { trust: 'unverified' });
    const left = () => sql`select from suppressions where reason = 'undecided' and lifted_at is null`;
    expect(await left()).toHaveLength(1);
    const card = await house.say('/delete c1');
    for (const { command } of buttonsOf(card).slice(0, 1)) await house.say(command);
    expect(await left()).toHaveLength(0);
    await house.say('/undo');
    expect(await left()).toHaveLength(1);
    expect(JSON.stringify(await house.say('/digest'))).toContain('yours to decide');
  });
});

describe('many noes that nothing shows to be theirs who are named', () => {
  const N = 14;
  beforeEach(async () => {
    await house.act(
      ({ tx, now }) => tx`
        with people as (
          insert into contacts (name, search_keys) select 'Person ' || n, '{}' from generate_series(4, ${N}) n returning id, name
        ), places as (
          insert into contact_identities (contact_id, channel, address)
          select id, 'email', 'p' || substr(name, 8) || '@example.net' from people
        )
        insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
        select id, 'email', 'p' || substr(name, 8) || '@example.net', 'newsletter', 'en', 'yes', 'command', 'user', ${now}, ${now}
        from people`,
    );
  });
  const floods = async (trust: 'unverified' | 'verified') => {
    for (let one = 1; one <= N; one += 1) {
      const address = `p${one}@example.net`;
      const more = { trust, chat: address, externalId: `<flood${one}@x>`, from: { address, name: `Person ${one}` } };
      await writes(NOES[0], more as Partial<MessageReceived>);
    }
  };

  it('hold back ten in a day and no more: of the others the owner is asked, and they go on getting it', async () => {
    await floods('unverified');
    const card = (await house.cards()).at(-1)!;
    expect(JSON.stringify(card.fields)).toContain('they go on getting what they agreed to unless you say so');
    expect(buttonsOf(card).map(({ label }) => label)).toContain('No more news to them');
    expect(await mailed()).toEqual(p(11, 12, 13, 14));
  });

  it('control: what is proven holds everybody back', async () => {
    await floods('verified');
    expect(await sql`select from contact_identities where stop_asked_at is not null`).toHaveLength(N);
  });

  it('have their ten places, however many are proven', async () => {
    await floods('verified');
    await house.act(
      ({ tx }) => tx`update contact_identities set stop_asked_at = null where address = 'p14@example.net'`,
    );
    const more = { trust: 'unverified', chat: 'p14@example.net', externalId: '<one@x>' } as const;
    await writes(NOES[0], { ...more, from: { address: 'p14@example.net', name: 'Person 14' } });
    expect(await mailed()).toEqual([]);
  });

  it('are all a tap away from the digest, and one tap decides them all, unless another came since', async () => {
    await floods('verified');
    const all = buttonsOf((await house.say('/digest')) as Reply).find(({ label }) => label.includes(`${N}`));
    const list = await house.say(all!.command);
    expect(list.lists?.[0]?.items).toHaveLength(N);
    const [stop, keep] = buttonsOf(list).filter(({ command }) => command.includes('asked'));
    expect([stop?.label, keep?.label]).toEqual(['No more news to all 14', 'None of the 14 meant that']);
    await house.say('/consent c1 keep');
    expect((await house.say(stop!.command)).lists?.[0]?.items).toHaveLength(N - 1);
    await house.say('/unsubscribe asked 13');
    expect(JSON.stringify(await house.say('/digest'))).not.toContain('yours to decide');
    expect(await mailed()).toEqual(p(1));
    expect((await house.say('/consent asked')).text).toContain('waiting for your decision');
  });

  it('all go on getting it where none of them meant that', async () => {
    await floods('verified');
    await house.say('/consent asked keep 14');
    expect(await mailed()).toHaveLength(N);
  });
});
