import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const en = await testHouse({ locale: 'en' });
const zh = await testHouse({ locale: 'zh-CN' });

beforeEach(
  en.startingWith(async () => {
    await en.say('/add Bob 0111222333');
    await en.say('/add Anna 0111222444');
    await en.say('/ticket Bob cup broke');
  }),
);
beforeEach(
  zh.startingWith(async () => {
    await zh.say('/添加 王强 13900139000');
    await zh.say('/售后 王强 茶罐碎了');
  }),
);

type House = typeof en;
const rows = (house: House) =>
  house.db.sql<{ title: string; kind: string; priority: string; state: string }>`
    select title, kind, priority, state, (select name from causes where id = cause_id) as cause,
      array(select text || case when done_at is null then '' else ' ✓' end from ticket_lines where ticket_id = t.id order by id) as lines
    from tickets t order by id`;
const commands = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

describe('a change said with the customer’s name', () => {
  it.each([
    ['/ticket Bob urgent', en, { priority: 'urgent' }],
    ['/ticket Bob not urgent', en, { priority: 'low' }],
    ['/ticket Bob solved', en, { state: 'resolved' }],
    ['/ticket Bob note sent again', en, { lines: ['sent again'] }],
    ['/ticket Bob cause: broken in transit', en, { cause: 'broken in transit' }],
    ['/ticket Bob priority high', en, { priority: 'high' }],
    ['/售后 王强 紧急', zh, { priority: 'urgent' }],
    ['/售后 王强 备注 已补发', zh, { lines: ['已补发'] }],
    ['/售后 王强 已解决', zh, { state: 'resolved' }],
    ['/售后 王强 原因 运输破损', zh, { cause: '运输破损' }],
  ] as const)('is of the one open ticket: %s', async (line, house, then) => {
    const before = await house.state();
    expect((await house.say(line)).failed).toBeUndefined();
    expect(await rows(house)).toMatchObject([then]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each(['urgent', 'note sent again', 'solved'])('of several is asked about: %s', async (words) => {
    await en.say('/ticket Bob lid is missing');
    const said = await en.say(`/ticket Bob ${words}`);
    expect(commands(said)).toEqual([`/ticket 2 ${words}`, `/ticket 1 ${words}`, `/ticket c1 + ${words}`]);
    await en.press(buttonsOf(said)[2]!);
    expect((await rows(en)).map(({ title }) => title)).toEqual(['cup broke', 'lid is missing', words]);
  });

  it.each([
    ['/ticket Bob complaint', en, '/ticket 1 complaint'],
    ['/ticket Bob step stool broken', en, '/ticket 1 step stool broken'],
    ['/售后 王强 退款', zh, '/ticket 1 退款'],
  ] as const)('that may be a title is asked about: %s', async (line, house, first) => {
    expect(commands(await house.say(line))[0]).toBe(first);
    expect(await rows(house)).toHaveLength(1);
  });

  it.each(['lid is missing', 'order arrived broken', 'open box arrived', 'done wrong'])(
    'control: “%s” is what a new one is called, and says what else is open',
    async (title) => {
      const made = await en.say(`/ticket Bob ${title}`);
      expect(made.hint).toBe('Also open: #1 · cup broke');
      expect((await rows(en))[1]).toMatchObject({ title });
    },
  );

  it('control: of whoever has none it changes nothing, and a kind is a title', async () => {
    expect(commands(await en.say('/ticket Anna urgent'))).toEqual(['/ticket c2 + urgent']);
    expect((await en.say('/ticket Anna complaint')).failed).toBeUndefined();
  });

  it.each([
    ['/ticket Bob Cup broke', en, 'c1 + Cup broke'],
    ['/售后 王强 茶罐碎了', zh, 'c1 + 茶罐碎了'],
  ] as const)('a title that is open already is asked about: %s', async (line, house, anew) => {
    expect(commands(await house.say(line))).toEqual(['/ticket 1', `/ticket ${anew}`]);
  });
});

describe('the words of a ticket’s own life behind its number', () => {
  it.each([
    ['close', en, { state: 'resolved' }],
    ['resolved', en, { state: 'resolved' }],
    ['waiting for customer', en, { state: 'pending' }],
    ['tomorrow', en, { state: 'snoozed' }],
    ['snooze tomorrow', en, { state: 'snoozed' }],
    ['not urgent', en, { priority: 'low' }],
    ['step 1 done', en, { lines: ['photo ✓', 'send'] }],
    ['done photo', en, { lines: ['photo ✓', 'send'] }],
    ['已解决', zh, { state: 'resolved' }],
    ['关闭', zh, { state: 'resolved' }],
    ['等客户', zh, { state: 'pending' }],
    ['明天', zh, { state: 'snoozed' }],
    ['不着急', zh, { priority: 'low' }],
    ['原因运输破损', zh, { cause: '运输破损' }],
    ['步骤 photo 完成', zh, { lines: ['photo ✓', 'send'] }],
  ] as const)('%s', async (words, house, then) => {
    await house.say('/ticket 1 step photo; send');
    const before = await house.state();
    expect((await house.say(`/ticket 1 ${words}`)).failed).toBeUndefined();
    expect(await rows(house)).toMatchObject([then]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['done', en, '/resolve 1'],
    ['refund 50', en, '/ticket 1 refund'],
    ['he called twice', en, '/ticket 1 note he called twice'],
    ['退款 50', zh, '/ticket 1 退款'],
  ] as const)('what is not sure is asked about: %s', async (words, house, first) => {
    await house.say('/ticket 1 step photo');
    const before = await house.state();
    expect(commands(await house.say(`/ticket 1 ${words}`))[0]).toBe(first);
    expect(await house.state()).toEqual(before);
  });

  it('control: a step that is not there is a new one', async () => {
    await en.say('/ticket 1 step make sure it is done');
    expect((await rows(en))[0]).toMatchObject({ lines: ['make sure it is done'] });
  });
});

describe('what is over is open again', () => {
  const states = async (house: House) =>
    house.db.sql`select (select string_agg(state, ',' order by id) from tickets) as tickets,
      (select string_agg(stage, ',' order by id) from leads) as leads`;
  it.each([
    ['/reopen 1', en],
    ['/reopen ticket 1', en],
    ['/reopen Bob', en],
    ['/ticket 1 reopen', en],
    ['/ticket Bob reopen', en],
    ['/重开 1', zh],
    ['/重开 王强', zh],
    ['/售后 1 重新打开', zh],
  ] as const)('a ticket, by %s', async (line, house) => {
    await house.say('/resolve 1');
    const before = await house.state();
    const said = await house.say(line);
    if (said.failed) await house.press(buttonsOf(said)[0]!);
    expect(await rows(house)).toMatchObject([{ state: 'open' }]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['/reopen 1', ['/reopen lead 1', '/reopen ticket 1']],
    ['/reopen Bob', undefined],
    ['/reopen ticket 1', undefined],
    ['/reopen lead 1', []],
  ])('where a lead and a ticket have the number it is asked which: %s', async (line, asked) => {
    await en.say('/lead Anna poster');
    await en.say('/lost 1 too expensive');
    await en.say('/resolve 1');
    const said = await en.say(line);
    if (asked && asked.length > 0) {
      expect(commands(said)).toEqual(asked);
      expect(buttonsOf(said).map(({ label }) => label)).toEqual([
        'Lead #1 · Anna · poster',
        'Ticket #1 · Bob · cup broke',
      ]);
      await en.press(buttonsOf(said)[1]!);
    }
    expect(await states(en)).toEqual([
      asked?.length === 0 ? { tickets: 'resolved', leads: 'new' } : { tickets: 'open', leads: 'lost' },
    ]);
  });

  it('control: nothing is over', async () => {
    expect((await en.say('/reopen Bob')).failed).toBe(true);
    expect((await en.say('/reopen 7')).failed).toBe(true);
  });
});
