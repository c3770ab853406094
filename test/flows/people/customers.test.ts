import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const count = async (table: string) => (await house.db.sql`select from ${house.db.sql(table)}`).length;
const customerRows = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const waiting = async () => (await house.db.sql`select waiting_since from conversations`)[0]?.waiting_since;
const lastCard = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const edit = (externalId: string, text: string) =>
  ({
    kind: 'message.edited',
    channel: 'telegram',
    chat: '1001',
    from: { address: '1001', name: '王小明' },
    externalId,
    text,
    editedAt: minutes(1),
  }) as const;

describe('a message', () => {
  it('makes one contact and one conversation, and the next one continues it', async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'), telegramMessage('有现货吗？', { sentAt: minutes(1) }));
    expect(await count('contacts')).toBe(1);
    expect(await house.db.sql`select count(*)::int as n from messages group by conversation_id`).toEqual([{ n: 2 }]);
    expect(await count('leads')).toBe(1);
    expect(await waiting()).toEqual(NOON);
    expect((await lastCard()).fields?.at(-1)?.value).toContain('2 条消息');
  });

  it('about a fault becomes a ticket, with a button that resolves it', async () => {
    await house.happen(telegramMessage('收到的茶罐碎了，我要退款'));
    expect(await house.db.sql`select title, state from tickets`).toEqual([
      { title: '收到的茶罐碎了，我要退款', state: 'open' },
    ]);
    expect(await count('leads')).toBe(0);
    expect((await house.press('标为已解决')).text).toContain('已解决');
    expect(await waiting()).toBeNull();
  });

  it('nobody can place is nothing yet: the card asks, four buttons answer', async () => {
    await house.happen(telegramMessage('那个呢'));
    expect(await count('leads')).toBe(0);
    expect(await count('tickets')).toBe(0);
    expect((await lastCard()).fields?.[0]?.value).toContain('还没归类');
    expect((await lastCard()).buttons?.[0]?.map((button) => button.label)).toEqual(['意向', '售后', '反馈', '其他']);
    expect(await waiting()).toEqual(NOON);
    await house.press('售后');
    expect(await count('tickets')).toBe(1);
  });

  it('is filed anew with one tap, both ways, and every correction is kept', async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    await house.press('/file 1 ticket');
    expect([await count('leads'), await count('tickets')]).toEqual([0, 1]);
    await house.say('/file 1 lead');
    expect([await count('leads'), await count('tickets')]).toEqual([1, 0]);
    await house.say('/file 1 feedback');
    expect([await count('leads'), await count('feedback')]).toEqual([0, 1]);
    const corrections = await house.db.sql`select from_label, to_label, text from triage_corrections order by id`;
    expect(corrections.map((row) => [row.from_label, row.to_label])).toEqual([
      ['lead', 'ticket'],
      ['ticket', 'lead'],
      ['lead', 'feedback'],
    ]);
    expect(corrections[0]?.text).toBe('请问龙井多少钱一斤？');
  });

  it.each(['/赢单 1 500', '/丢单 1 太贵', '/报价 1 龙井 2x80'])(
    'takes nothing away that has been worked on (%s), says so, and takes it up again',
    async (work) => {
      await house.happen(telegramMessage('请问龙井多少钱一斤？'));
      await house.say(work);
      const leads = () => house.db.sql`select * from leads`;
      const before = await leads();
      for (const label of ['售后', '其他']) {
        expect((await house.say(`/归类 1 ${label}`)).hint).toContain('#1 · 王小明');
        expect(await leads()).toEqual(before);
      }
      expect((await house.say('/归类 1 线索')).hint).toBeUndefined();
      expect(await leads()).toEqual(before);
    },
  );

  it('keeps the ticket that was resolved', async () => {
    await house.happen(telegramMessage('收到的茶罐碎了，我要退款'));
    await house.say('/解决 1');
    expect((await house.say('/归类 1 线索')).hint).toContain('#1 · 王小明');
    expect([await count('leads'), await count('tickets')]).toEqual([1, 1]);
  });

  it('that only continued a ticket leaves it alone when it turns out to be a lead', async () => {
    await house.happen(telegramMessage('收到的茶罐碎了，我要退款'), telegramMessage('茶罐碎了怎么退款，退货地址呢'));
    await house.say('/file 2 lead');
    expect([await count('leads'), await count('tickets')]).toEqual([1, 1]);
  });

  it('that is advertising waits for nobody, until the owner says it is a lead', async () => {
    await house.happen(telegramMessage('您好，专业代开发票，正规真票，需要请加微信 abc123，量大优惠'));
    expect((await lastCard()).fields?.[0]?.value).toContain('广告');
    expect(await waiting()).toBeNull();
    await house.press('改为意向');
    expect(await waiting()).toEqual(NOON);
  });

  it('that the owner calls “other” waits no more; one before it still does', async () => {
    await house.happen(telegramMessage('那个呢'));
    await house.press('其他');
    expect(await waiting()).toBeNull();
    await house.happen(
      telegramMessage('请问龙井多少钱一斤？', { sentAt: minutes(1) }),
      telegramMessage('嗯', { sentAt: minutes(2) }),
    );
    await house.say('/file 3 other');
    expect(await waiting()).toEqual(minutes(1));
  });

  it('that comes twice is one message and one card', async () => {
    await house.happen(telegramMessage('在吗', { externalId: '5' }));
    await house.happen(telegramMessage('在吗', { externalId: '5' }));
    expect(await count('messages')).toBe(1);
    expect(await house.cards()).toHaveLength(1);
  });

  it('with strange characters survives as it is', async () => {
    const text = '👩‍👩‍👧‍👦 e\u0301 \u202eabc\u202c 𠮷野家 ﷽ \u00a0 \\0 \\ud800 <b>&amp; "\'';
    await house.happen(telegramMessage(text, { from: { address: '1001', name: '𠮷\u200d👩‍🚀' } }));
    expect(await house.db.sql`select text from messages`).toEqual([{ text }]);
    expect((await lastCard()).quote).toBe(text);
  });

  it('in a group is ignored, whoever writes it', async () => {
    await house.happen(
      telegramMessage('大家好', { private: false, chat: '-100' }),
      telegramMessage('/find 张三', { private: false, chat: '-100', from: { address: OWNER, name: '我' } }),
      telegramMessage('/pair AAAA-BBBB-CCCC-DDDD', { private: false, chat: '-100' }),
    );
    expect(await house.outbox()).toEqual([]);
    expect(await count('contacts')).toBe(0);
    expect(await house.db.sql`select distinct outcome from inbox`).toEqual([{ outcome: 'group chat' }]);
  });

  it('proves that the customer hears us again', async () => {
    await house.happen(telegramMessage('在吗'), {
      kind: 'identity.blocked',
      channel: 'telegram',
      address: '1001',
      blocked: true,
    });
    expect((await house.say('/reply c1 在')).failed).toBe(true);
    await house.happen(telegramMessage('我回来了'));
    expect((await house.say('/reply c1 在')).failed).toBeUndefined();
  });
});

describe('an edit', () => {
  it('is shown with what stood before, and both wordings are kept', async () => {
    await house.happen(telegramMessage('要两斤', { externalId: '5' }), edit('5', '要三斤'));
    expect(await lastCard()).toMatchObject({ quote: '要三斤', hint: '原文：要两斤' });
    const [message] = await house.db.sql`select text, edits from messages`;
    expect(message).toMatchObject({ text: '要三斤', edits: [{ text: '要两斤' }] });
  });

  it('that is changed several times in one second is told each time', async () => {
    await house.happen(telegramMessage('要两斤', { externalId: '5' }));
    for (const text of ['要三斤', '要四斤', '要三斤']) {
      await house.happen(edit('5', text), edit('5', text));
      expect((await lastCard()).quote).toBe(text);
    }
    expect((await house.cards()).filter(({ title }) => title?.startsWith('✏️'))).toHaveLength(3);
  });

  it('that comes before its original is that message, and the original changes nothing any more', async () => {
    await house.happen(edit('5', '要三斤'), telegramMessage('要两斤', { externalId: '5' }));
    expect(await house.db.sql`select text from messages`).toEqual([{ text: '要三斤' }]);
    expect(await house.cards()).toHaveLength(1);
  });

  it('by the owner, or in a group, makes nobody a customer; the owner is told what counts', async () => {
    await house.happen({ ...edit('9', '大家好'), chat: '-100' });
    expect(await house.outbox()).toEqual([]);
    await house.happen({ ...edit('9', '/add x'), chat: OWNER, from: { address: OWNER, name: '我' } });
    expect(await house.outbox()).toMatchObject([{ audience: 'owner' }]);
    expect(await count('contacts')).toBe(0);
  });
});

describe('a stranger', () => {
  it('who presses Start is greeted once, and the owner is not bothered', async () => {
    await house.happen(telegramMessage('/start'), telegramMessage('/start', { sentAt: minutes(1) }));
    const rows = await house.outbox();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ audience: 'customer', address: '1001' });
    expect(JSON.stringify(rows[0]!.payload)).toContain('小茶铺');
  });

  it('is greeted in their own language', async () => {
    await house.happen(telegramMessage('/start', { from: { address: '1001', name: 'Ann', language: 'en-GB' } }));
    expect(JSON.stringify((await customerRows())[0]!.payload)).toContain('Hello!');
  });

  it.each([
    '/find 张三',
    '/add 我 13800138000',
    '/undo',
    '／设置 语言 英文',
    '查找 张三',
    '/start@bot x',
    '//内部',
    '/help@crm_bot',
  ])('who types %s has written a message, and no command', async (text) => {
    await house.happen(telegramMessage(text));
    expect((await lastCard()).quote).toBe(text);
    expect(await customerRows()).toEqual([]);
    expect(await house.db.sql`select text from messages`).toEqual([{ text }]);
    expect([await count('contacts'), await count('journal'), await count('settings')]).toEqual([1, 0, 0]);
  });

  it('who presses a button ends its wheel and nothing else', async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    const pressed = await house.press('成交', { from: { address: '1001', name: '王小明' }, chat: '1001' });
    expect(pressed).toEqual({ text: '' });
    expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'new' }]);
    expect((await house.press('成交')).text).toContain('成交');
  });
});

describe('a button', () => {
  it('works once; pressed again it says so', async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    const won = buttonsOf((await house.cards()).at(-1)!).find(({ label }) => label === '成交')!;
    await house.press(won);
    expect(await house.press(won)).toEqual({ text: '已经成交了：#1 · 王小明 · 请问龙井多少钱一斤？' });
    expect(await count('journal')).toBe(1);
  });

  it('that only shows something works as often as one likes', async () => {
    await house.happen(telegramMessage('在吗'));
    const { buttons: _ids, ...first } = await house.press('/contact c1');
    const { buttons: _others, ...second } = await house.press('/contact c1');
    expect(second).toEqual(first);
  });

  it('is not used up by somebody who may not, nor by a command that could not be done', async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    await house.act(async ({ tx }) => {
      await tx`insert into users (name, role) values ('看客', 'viewer')`;
      await tx`insert into user_identities (channel, address, user_id) values ('telegram', '77', 2)`;
    });
    expect(await house.press('成交', { chat: '77', from: { address: '77', name: '看客' } })).toMatchObject({
      failed: true,
    });
    expect((await house.press('成交')).text).toContain('成交');
  });

  it('nobody knows is from another time', async () => {
    await house.happen(telegramMessage('在吗'));
    expect((await house.press('查看客户', { buttonId: 'aaaa' })).text).toContain('过期');
  });
});

describe('a shared contact', () => {
  const share = (own: boolean, phone: string, from: MessageReceived['from']): MessageReceived =>
    telegramMessage('', {
      chat: from.address,
      from: own ? { ...from, phone } : from,
      sharedContact: { own, name: '王小明', channel: 'phone', address: phone },
    });
  const identities = () =>
    house.db.sql`select contact_id, channel, address from contact_identities order by contact_id, channel`;

  it('of one’s own adds the phone; somebody else’s card does not, but is shown', async () => {
    await house.happen(share(true, '+8613800138000', { address: '1001', name: '王小明' }));
    await house.happen(share(false, '+8613900139000', { address: '1002', name: '李四' }));
    expect(await identities()).toEqual([
      { contact_id: '1', channel: 'phone', address: '+8613800138000' },
      { contact_id: '1', channel: 'telegram', address: '1001' },
      { contact_id: '2', channel: 'telegram', address: '1002' },
    ]);
    expect((await lastCard()).quote).toContain('+8613900139000');
  });

  const others = ['021-62501234', 'wang@tea.example'];
  const signs = () => house.db.sql`select contact_id, channel, address, source from contact_signs order by address`;
  const found = [
    { channel: 'phone', address: '+862162501234', source: 'named' },
    { channel: 'email', address: 'wang@tea.example', source: 'named' },
  ];

  it('has further phones and mail addresses: shown, and kept as what may be theirs', async () => {
    const card = share(true, '+8613800138000', { address: '1001', name: '王小明' });
    await house.happen({ ...card, sharedContact: { ...card.sharedContact!, others } });
    for (const other of others) expect((await lastCard()).quote).toContain(other);
    expect(await signs()).toEqual(found.map((sign) => ({ contact_id: '1', ...sign })));
    expect(await identities()).toHaveLength(2);
  });

  it('of somebody else says nothing of whoever shares it, whatever is on it', async () => {
    const card = share(false, '+8613900139000', { address: '1002', name: '李四' });
    await house.happen({ ...card, sharedContact: { ...card.sharedContact!, others } });
    for (const other of others) expect((await lastCard()).quote).toContain(other);
    expect(await signs()).toEqual([]);
  });

  it('that the owner passes on keeps all of it as signs, and only proposes whose it is', async () => {
    await house.happen(
      telegramMessage('在吗', { channel: 'email', chat: others[1]!, from: { address: others[1]!, name: '茶' } }),
    );
    const sharedContact = { own: false, name: '老王', channel: 'phone' as const, address: '13800139999', others };
    await house.type('', { sharedContact });
    const ofCard = [{ channel: 'phone', address: '+8613800139999', source: 'named' }, ...found];
    expect(await signs()).toEqual(expect.arrayContaining(ofCard.map((sign) => ({ contact_id: '2', ...sign }))));
    expect(await count('contacts')).toBe(2);
    expect(await count('merge_proposals')).toBe(1);
    await house.say('/undo');
    expect(await signs()).toEqual([]);
  });

  it('never merges two people who meet on one phone', async () => {
    await house.say('/add 张三 13800138000');
    await house.happen(telegramMessage('在吗'), share(true, '+8613800138000', { address: '1001', name: '王小明' }));
    expect(await count('contacts')).toBe(2);
    expect((await identities())[0]).toEqual({ contact_id: '1', channel: 'phone', address: '+8613800138000' });
  });
});

describe('the owner at the desk', () => {
  beforeEach(async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    await house.deliver();
  });
  const onCard = async (text: string, more: Partial<MessageReceived> = {}) => {
    const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
    await house.type(text, { answers: [card.externalId!], ...more });
  };

  it.each(['//要便宜', '／／要便宜', '// 要便宜'])('%s under a card is a note and never leaves', async (text) => {
    await onCard(text);
    expect(await customerRows()).toEqual([]);
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: '要便宜' }]);
  });

  it('answers with a file, in the customer’s own channel', async () => {
    const attachments = [{ kind: 'photo' as const, ref: 'file-1' }];
    await onCard('', { attachments });
    expect((await customerRows())[0]?.payload).toMatchObject({ reply: { attachments } });
  });

  it('sends nothing when there is nothing to send', async () => {
    await onCard(' ');
    expect(await customerRows()).toEqual([]);
    expect(await lastCard()).toMatchObject({ failed: true });
  });

  it('a viewer neither answers nor takes notes', async () => {
    await house.db.autocommit`update users set role = 'viewer'`;
    await onCard('一斤 ¥1280');
    await onCard('//要便宜');
    expect(await customerRows()).toEqual([]);
    expect(await count('messages')).toBe(1);
  });
});
