import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    for (const [chat, name] of Object.entries({ 700: 'Anna', 701: 'Dave', 702: '王芳' }))
      await house.happen(telegramMessage('hello', { chat, from: { address: chat, name } }));
    await house.say('/ticket Anna broken cup');
    await house.say('/ticket Dave broken cup');
  }),
);

const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

/** Says it, and gives the reply where nothing has changed and nothing has left. */
async function asked(line: string) {
  const before = [await house.state(), (await toCustomers()).length];
  const reply = await house.say(line);
  expect([await house.state(), (await toCustomers()).length], line).toEqual(before);
  return reply;
}

describe('a command that its own line asks, doubts or supposes', () => {
  it.each([
    ...[
      '回复 Anna 了吗',
      '回复 Anna了吗',
      '回复 Anna 的时候语气好一点',
      '回复 Anna 之前先问我',
      '回复 Anna 没有？',
      '回复 Anna 吧',
    ],
    ...[
      '回复 王芳 了没',
      '回复 王芳 怎么说',
      '回复 王芳 要不要',
      '/reply Dave ?',
      '/reply Dave or not',
      '/reply Dave not yet',
    ],
    ...['/reply Dave only if he has paid', '/reply Anna before she asks again', '/reply Dave maybe'],
    ...[
      '/reply Dave never mind',
      '回复 Anna 算了',
      '回复 Anna 先别发',
      '/later Dave tomorrow 9am cancel',
      '/reply Dave did he pay?',
    ],
    ...['/reply Dave have I told him?', '回复 Anna 她付款了吗', '回复 Anna 明天再回吗'],
    ...['稍后发 Anna 明天9点 行吗', '稍后发 明天9点 Anna 行吗', '稍后发 Anna 行吗', '/later Dave tomorrow 9am ok?'],
    ...['/later Dave tomorrow 9am or not'],
    ...[
      '拉黑 Anna 吗？',
      '拉黑 Anna吗',
      '拉黑 Anna 会怎样',
      '拉黑 Anna？',
      '拉黑 Anna 如果她再骂人',
      '/block Dave or not',
      '/block Dave?',
    ],
    ...['/block Dave if he writes again', '/block Dave what happens then?', '/block Dave never mind'],
    ...[
      '解决 Anna 了吗？',
      '解决 Anna 没有',
      '/resolve Dave not yet',
      '/resolve Dave once he has paid',
      '/resolve Dave did it arrive?',
    ],
    ...['改名 Anna 怎么改', '/rename Dave to what?', '城市 Anna 在哪', '/city Dave where?'],
    ...[
      '线索 Anna 怎么样了',
      '/lead Dave any news?',
      '工单 Anna 处理了吗',
      '/ticket Dave still open?',
      '备注 Anna 了吗',
    ],
    ...['任务 明天 吗', '/task tomorrow ok?', '外出 明天吗', '外出 周五 行吗', '/away tomorrow?', '/away friday ok?'],
    ...['/away friday or not', '/snooze Dave tomorrow?', '暂缓 Anna 明天 行吗', '/undo?', '撤销 吗'],
    ...[
      '/block Dave just kidding',
      '/block Dave I meant Anna',
      '拉黑 Dave 弄错了',
      '拉黑 Dave 先别',
      '/rename Dave oops',
      '改名 Dave 不',
    ],
    ...[
      '/resolve Dave almost done',
      '/resolve Dave he says it still leaks',
      '解决 Dave 快好了',
      '解决 Dave 一收到钱就',
    ],
    ...['/note Dave oops', '/lead Dave just kidding', '工单 Anna 弄错了'],
    ...['/reply Anna what should I say', '/reply Anna that he should pay', '/reply Anna later', '回复 Anna 待定'],
  ])('%s: does nothing, and asks', async (line) => {
    const reply = await asked(line);
    expect(reply.failed, JSON.stringify(reply)).toBe(true);
    expect(buttonsOf(reply).length, JSON.stringify(reply)).toBeGreaterThan(0);
  });

  it.each(['/later Dave tomorrow 9am Tomorrow is fine.', '稍后发 Dave 明天9点 今天给您退款。'])(
    '%s: a day that the words begin with is their own',
    async (line) => {
      const reply = await house.say(line);
      expect(reply.failed, JSON.stringify(reply)).toBeUndefined();
    },
  );

  it.each([
    ['回复 Anna 您要哪种？', '您要哪种？'],
    ['/reply Dave which colour?', 'which colour?'],
    ['回复 王芳 收到了吗', '收到了吗'],
    ['/reply Dave if you pay today it leaves tomorrow', 'if you pay today it leaves tomorrow'],
    ['回复 Anna 之前您问的那款到货了', '之前您问的那款到货了'],
    ['回复 Anna 的确是这样', '的确是这样'],
    ['回复 Anna 好的', '好的'],
    ['/reply Dave no', 'no'],
    ['/reply Dave can I send it today?', 'can I send it today?'],
    ['回复 Anna 要发票吗', '要发票吗'],
    ['/reply Dave not in stock, sorry', 'not in stock, sorry'],
    ['回复 Dave 要是碎了就寄回来', '要是碎了就寄回来'],
    ['/reply Dave tomorrow we are closed', 'tomorrow we are closed'],
  ])('%s: leaves, because it is what the customer is asked or told', async (line, text) => {
    await house.say(line);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text } });
  });

  it.each([
    ['/block Dave rude on the phone', 'blocked'],
    ['拉黑 Anna 老是退货', '已拉黑'],
    ['/lead Dave 20 chairs for $500', '线索'],
    ['/rename Dave Dave Hope', 'Dave Hope'],
    ['/resolve Dave sent a new cup', '解决'],
    ['/note Dave asks whether we open on Sunday?', '备注'],
    ['/task tomorrow ask Dave if he wants it', 'ask'],
  ])('%s: is done, as nothing in it is in doubt', async (line) => {
    const reply = await house.say(line);
    expect(reply.failed, JSON.stringify(reply)).not.toBe(true);
  });

  it('is one tap away without the doubt, and as it was typed', async () => {
    const reply = await house.type('拉黑 Anna 吗？').then(async () => (await house.cards()).at(-1)!);
    const [without, asTyped] = buttonsOf(reply);
    expect(asTyped!.command).toBe('/block Anna 吗？');
    await house.press(without!);
    const [row] = await house.db.sql`select blocked_at, id from contacts where name = 'Anna'`;
    expect(row!.blocked_at).not.toBeNull();
    expect(await house.db.sql`select from messages where text like '%吗%'`).toEqual([]);
  });

  it('asks whether the name in front is one, where it is a word of the sentence behind it', async () => {
    await house.happen(telegramMessage('hello', { chat: '704', from: { address: '704', name: 'May' } }));
    const [rest, whole] = buttonsOf(await asked('/reply May I send it today?'));
    await house.say('/reply May I will send it today');
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: 'I will send it today' } });
    await house.press(whole!);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: 'May I send it today?' } });
    await house.press(rest!);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: 'I send it today?' } });
  });

  it('leaves as typed by a tap, where the doubt is what the customer is to read', async () => {
    await house.type('回复 Anna 怎么样？');
    expect(await toCustomers()).toEqual([]);
    await house.press(buttonsOf((await house.cards()).at(-1)!).at(-1)!);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: '怎么样？' } });
  });

  it('goes on no button that asks which of two is meant', async () => {
    await house.happen(telegramMessage('hello', { chat: '703', from: { address: '703', name: 'Anna' } }));
    for (const line of ['回复 Anna 了吗', '稍后发 Anna 明天9点 行吗', '/reply Anna not yet'])
      for (const { command } of buttonsOf(await asked(line))) expect(command).not.toMatch(/吗|not yet/);
  });
});
