import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN' });

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('你好', { from: { address: '1001', name: '张三' } }));
    await house.say('/add Anna 13900139000');
  }),
);

const made = async () => {
  const { sql } = house.db;
  return {
    leads: (await sql`select title from leads order by id`).map(({ title }) => title),
    tickets: (await sql`select title from tickets order by id`).map(({ title }) => title),
    tasks: (await sql`select title, due_at as due from tasks order by id`).map(({ title, due }) => [title, due]),
    calls: await sql`select kind, direction, minutes from calls order by id`,
  };
};

describe('a phone note', () => {
  it('is kept on the timeline, becomes what its words say, and what was promised comes back', async () => {
    const said = await house.say('/call Anna 快递一直没到，要退款, 答应周四回复');
    expect(said.title).toBe('📞 与 Anna 的电话');
    expect(await made()).toEqual({
      leads: [],
      tickets: ['快递一直没到，要退款, 答应周四回复'],
      tasks: [['Anna: 快递一直没到，要退款, 答应周四回复', new Date('2026-11-26T01:00:00Z')]],
      calls: [{ kind: 'call', direction: null, minutes: null }],
    });
    expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('📞 快递一直没到');
    expect((await house.say('/承诺 Anna')).lists![0]!.items).toMatchObject([
      { text: 'Anna: 快递一直没到，要退款, 答应周四回复', ref: '#1' },
    ]);
    expect((await house.say('/承诺 张三')).text).toBe('答应过张三的事都做完了。');
    await house.say('/undo');
    expect(await made()).toEqual({ leads: [], tickets: [], tasks: [], calls: [] });
  });

  it('is something else by one tap', async () => {
    const said = await house.say('/通话 Anna 想买两盒龙井，多少钱');
    expect((await made()).leads).toHaveLength(1);
    const other = buttonsOf(said).find(({ label }) => label === '改为售后')!;
    await house.say(other.command);
    expect(await made()).toMatchObject({ leads: [], tickets: ['想买两盒龙井，多少钱'] });
  });

  it('says who called and for how long, where that is said', async () => {
    await house.say('/call Anna 来电 5分钟 说说近况');
    await house.say('/call Anna 12 min outgoing 聊了聊');
    await house.say('/visit Anna 看了看茶具');
    expect((await made()).calls).toEqual([
      { kind: 'call', direction: 'in', minutes: 5 },
      { kind: 'call', direction: 'out', minutes: 12 },
      { kind: 'visit', direction: null, minutes: null },
    ]);
  });

  it('finds who called by their number, and asks about whoever is not known', async () => {
    expect((await house.say('/call 139 0013 9000 问发票')).title).toBe('📞 与 Anna 的电话');
    const asked = await house.say('/call 13800138000 要报价');
    expect(asked.failed).toBe(true);
    expect((await made()).calls).toHaveLength(1);
    const added = await house.say(buttonsOf(asked)[0]!.command);
    await house.say(buttonsOf(added)[0]!.command);
    expect((await made()).calls).toHaveLength(2);
  });

  it('a number in groups is one word, and offers to add whoever has it', async () => {
    const asked = await house.say('/call +44 20 7946 0000 5 min asked for price');
    expect(asked.text).toContain('+442079460000');
    const added = await house.say(buttonsOf(asked)[0]!.command);
    await house.say(buttonsOf(added)[0]!.command);
    expect((await made()).calls).toEqual([{ kind: 'call', direction: null, minutes: 5 }]);
  });

  it.each([
    ['/visit Anna asked for a quote for 500 gift boxes', 1],
    ['/call Anna 想买两盒龙井，多少钱', 1],
    ['/call Anna had a chat about the weather', 0],
  ])('what it says counts, whatever else is open: %s', async (line, leads) => {
    await house.say('/ticket Anna 茶罐碎了');
    await house.say(line);
    expect(await made()).toMatchObject({ tickets: ['茶罐碎了'] });
    expect((await made()).leads).toHaveLength(leads);
  });

  it.each([
    ['/call Anna 打电话来投诉，说茶有霉味，要退货', 'its own'],
    ['/call Anna 投诉：茶罐碎了，要退款', 'same'],
  ])('a complaint by phone is a matter of its own unless it says the same: %s', async (line, is) => {
    await house.say('/ticket Anna 茶罐碎了');
    const said = await house.say(line);
    const [first] = buttonsOf(said);
    if (is === 'same') {
      expect((await made()).tickets).toEqual(['茶罐碎了']);
      expect(first!.command).toMatch(/^\/file/u);
      return;
    }
    expect((await made()).tickets).toHaveLength(2);
    const before = await house.state();
    expect(first!.label).toBe('接着 #1 · 茶罐碎了');
    await house.say(first!.command);
    expect(await house.db.sql`select from tickets where resolved_at is null`).toHaveLength(1);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('another matter of whoever wrote lately has a ticket of its own a tap away', async () => {
    await house.happen(telegramMessage('我买的茶叶少了一盒，请补发', { from: { address: '1001', name: '张三' } }));
    expect((await made()).tickets).toHaveLength(1);
    const said = await house.say('/call 张三 投诉，说杯子有裂纹，要退货');
    expect((await made()).tickets).toHaveLength(1);
    const before = await house.state();
    expect(buttonsOf(said)[0]!.label).toBe('单独建售后');
    await house.say(buttonsOf(said)[0]!.command);
    expect((await made()).tickets).toHaveLength(2);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('a time that nobody promised is offered, and one that is over is none', async () => {
    const said = await house.say('/call Anna 周五要搬家，昨天来过');
    expect((await made()).tasks).toEqual([]);
    expect(buttonsOf(said).filter(({ label }) => label.includes('提醒我'))).toHaveLength(1);
  });

  it('is said in plain words', async () => {
    await house.say('刚和张三打电话，他要两盒');
    await house.say('just called Anna, wants 2 boxes by friday');
    expect((await made()).calls.map(({ kind }) => kind)).toEqual(['call', 'call']);
    // who called is told of them: a tap away
    expect(buttonsOf(await house.say('张三刚打电话来，问什么时候发货'))[0]?.command).toMatch(/^\/call c1 /u);
  });
});
