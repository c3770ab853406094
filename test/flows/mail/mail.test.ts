import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { type House, NOON, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

let mails = 0;
function mail(text: string, more: Partial<MessageReceived> & { by?: string } = {}): MessageReceived {
  const { by = 'anna@example.com', ...rest } = more;
  return {
    kind: 'message.received',
    channel: 'email',
    chat: by,
    private: false,
    from: { address: by, name: 'Anna' },
    externalId: `<${++mails}@example.com>`,
    text,
    subject: '询价',
    attachments: [],
    answers: [],
    sentAt: NOON,
    ...rest,
  };
}

const conversations = () =>
  house.db.sql<{ id: string; address: string }>`select id, address from conversations order by id`;
const count = async (table: string) => (await house.db.sql`select from ${house.db.sql(table)}`).length;

/** Anna asks, the owner answers, the answer leaves with this Message-ID. */
async function answered(messageId = '<ours@crm>'): Promise<void> {
  await house.happen(mail('请问龙井多少钱一斤？'));
  await house.say('/reply c1 一斤 ¥1280');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? messageId : `x${row.id}` }));
}

describe('a mail', () => {
  it('becomes a contact, a lead and a card, and the answer goes back into its thread', async () => {
    await house.happen(mail('请问龙井多少钱一斤？', { externalId: '<first@example.com>' }));
    expect((await house.cards()).at(-1)?.title).toBe('💬 Anna · 邮件 · 询价');
    expect(await count('leads')).toBe(1);
    await house.say('/reply c1 一斤 ¥1280');
    const answer = (await house.outbox()).find((row) => row.audience === 'customer');
    expect(answer).toMatchObject({
      channel: 'email',
      address: 'anna@example.com',
      payload: { subject: '询价', references: ['<first@example.com>'] },
    });
  });

  it('that answers ours by its Message-ID goes on in our conversation; another begins one', async () => {
    await answered();
    await house.happen(mail('好的，要两斤', { answers: ['<ours@crm>'] }), mail('另外一件事'));
    expect(await house.db.sql`select count(*)::int as n from messages group by conversation_id order by n`).toEqual([
      { n: 1 },
      { n: 3 },
    ]);
  });

  it('of a stranger who names our Message-ID opens their own conversation', async () => {
    await answered();
    await house.happen(mail('我也要', { by: 'eve@example.com', answers: ['<ours@crm>'] }));
    expect((await conversations()).map((one) => one.address)).toEqual(['anna@example.com', 'eve@example.com']);
    const [stranger] = await house.db.sql`select count(*)::int as n from messages where conversation_id = 2`;
    expect(stranger).toEqual({ n: 1 });
  });

  it('a machine wrote makes no lead; a known customer’s is shown as what it looks like, of somebody unknown it makes no contact', async () => {
    await answered();
    const before = (await house.cards()).length;
    await house.happen(
      mail('我在休假，请问价格请联系同事', { automatic: 'auto_reply', answers: ['<ours@crm>'] }),
      mail('本周特价', { automatic: 'list', by: 'news@example.com' }),
    );
    const [card, ...more] = (await house.cards()).slice(before);
    expect([card?.fields?.[0], more]).toEqual([{ label: '看着像自动发的', value: '自动回复' }, []]);
    expect([await count('leads'), await count('contacts'), await count('messages')]).toEqual([1, 1, 3]);
  });

  it('that comes back reaches the owner, and the customer waits again', async () => {
    await answered();
    const bounce = mail('Undelivered', {
      automatic: 'bounce',
      by: 'mailer-daemon@example.com',
      answers: ['<ours@crm>'],
    });
    await house.happen(bounce, { ...bounce, externalId: '<again@example.com>' });
    const bounced = (await house.cards()).filter((card) => card.title?.includes('退回'));
    expect(bounced).toHaveLength(1);
    expect(bounced[0]?.title).toContain('Anna');
    const [conversation] = await house.db.sql`select waiting_since from conversations`;
    expect(conversation?.waiting_since).not.toBeNull();
    expect((await house.say('/unsent')).lists?.[0]?.items).toHaveLength(1);
    expect(await count('contacts')).toBe(1);
  });

  it('from an address of the owner’s is never a command, nor a customer’s', async () => {
    const own = await testHouse();
    await own.say('/add 店主 me@example.com');
    await own.happen(mail('/add 新人 13800138000', { by: 'me@example.com' }));
    expect(await own.db.sql`select name from contacts`).toEqual([{ name: '店主' }]);
    expect(await own.db.sql`select command from journal`).toHaveLength(1);
    expect((await own.cards()).at(-1)?.quote ?? (await own.cards()).at(-1)?.text).toContain('/add 新人');
  });
});
