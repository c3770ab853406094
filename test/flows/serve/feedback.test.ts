import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const says = (text: string, id: string, name: string) =>
  telegramMessage(text, {
    ...{ from: { address: id, name }, chat: id, externalId: `${id}:${text}`, sentAt: house.now },
  });
const later = (minutes: number) => {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
};

/** Anna speaks English, 张三 Chinese; nobody can write to Bob. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(says('Hello, do you have green tea this week?', '1001', 'Anna'));
    await house.happen(says('你好，请问有龙井吗？', '1002', '张三'));
    await house.say('/add Bob');
    await house.deliver();
    later(5);
  }),
);

const rows = () =>
  house.db.sql<{ kind: string; text: string; tags: string[]; state: string }>`
    select kind, text, tags, state from feedback order by id`;
const toCustomers = async () =>
  (await house.outbox())
    .filter(({ audience, payload }) => audience === 'customer' && payload.kind === 'message')
    .map(({ address, payload }) => [address, payload.kind === 'message' ? payload.reply.text : '']);
const press = async (id: string, label: string) => {
  const button = (await house.outbox())
    .filter((row) => row.audience === 'customer' && row.address === id)
    .flatMap(({ payload }) => (payload.kind === 'message' ? buttonsOf(payload.reply) : []))
    .find((one) => one.label === label);
  await house.happen({
    ...{ kind: 'button.pressed', channel: 'telegram', chat: id, from: { address: id, name: 'x' } },
    ...{ buttonId: button!.id!, pressId: `${id}${label}${house.now.getTime()}` },
  });
};

describe('what customers say of us', () => {
  it('is noted by hand with its tags, and its kind is read off the words', async () => {
    await house.say('/feedback Anna would like a small pack #packaging');
    await house.say('/feedback 张三 表扬 茶很香');
    await house.say('/反馈 张三 太贵了');
    expect(await rows()).toEqual([
      { kind: 'suggestion', text: 'would like a small pack', tags: ['packaging'], state: 'open' },
      { kind: 'praise', text: '茶很香', tags: [], state: 'open' },
      { kind: 'criticism', text: '太贵了', tags: [], state: 'open' },
    ]);
    const shown = await house.say('/feedback');
    expect(JSON.stringify(shown.fields)).toContain('#packaging 1');
    expect(shown.lists![0]!.items).toHaveLength(3);
    expect((await house.say('/feedback suggestions')).lists![0]!.items).toHaveLength(1);
    expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('💬 Said: would like a small pack');
    await house.say('/undo');
    expect(await rows()).toHaveLength(2);
  });

  it('is tagged, settled and told otherwise, a tap each; tags are proposed from the words', async () => {
    await house.say('/feedback Anna would like a smaller box');
    const card = await house.say('/feedback f1');
    expect(buttonsOf(card).map(({ label }) => label)).toContain('+ #packaging');
    await house.say('/feedback f1 #packaging #gift');
    await house.say('/feedback f1 -#gift');
    await house.say('/feedback f1 declined');
    expect(await rows()).toEqual([
      { kind: 'suggestion', text: 'would like a smaller box', tags: ['packaging'], state: 'declined' },
    ]);
    expect((await house.say('/feedback f9')).failed).toBe(true);
  });
});

describe('whoever asked for something', () => {
  beforeEach(async () => {
    await house.say('/feedback Anna would like a small pack #packaging');
    await house.say('/feedback Anna and please a small pack of tea #packaging');
    await house.say('/feedback 张三 希望有小包装 #packaging');
    await house.say('/feedback Bob wants small packs #packaging');
  });

  it('is listed, and told that it is here once what each gets was shown, in their language, each once', async () => {
    expect((await house.say('/feedback #packaging')).title).toContain('3 people');
    const shown = await house.say('/feedback #packaging tell');
    expect(await toCustomers()).toEqual([]);
    expect(shown.quote).toContain('it is here now');
    expect(shown.quote).toContain('现在有了');
    expect(shown.fields).toEqual([
      { label: 'Goes to', value: 'Anna · 张三' },
      { label: 'Left out', value: 'Bob (no chat, number or mail address)' },
    ]);
    const send = buttonsOf(shown).find(({ label }) => label === 'Send to 2')!;
    await house.say(send.command);
    await house.say(send.command);
    expect(await toCustomers()).toEqual([
      ['1001', 'You once asked us about packaging: it is here now. Thank you for telling us!'],
      ['1002', '您之前跟我们提过「packaging」，现在有了，谢谢您的建议！'],
    ]);
    expect((await rows()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'open']);
  });

  it('gets the owner’s own words in the language that they are in', async () => {
    const shown = await house.say('/feedback #packaging tell Our small packs are on the shelf!');
    await house.say(buttonsOf(shown)[0]!.command);
    expect((await toCustomers()).map(([, text]) => text)).toEqual([
      'Our small packs are on the shelf!',
      '您之前跟我们提过「packaging」，现在有了，谢谢您的建议！',
    ]);
  });

  it('and has said no, or is blocked, is left out and named; without a list that was shown nothing leaves', async () => {
    await house.say('/block Anna');
    const shown = await house.say('/feedback #packaging tell');
    expect(JSON.stringify(shown)).not.toContain('Anna');
    await house.say('/feedback #packaging send');
    expect(await toCustomers()).toEqual([]);
  });
});

describe('praise', () => {
  beforeEach(async () => {
    await house.say('/feedback Anna praise The tea is wonderful');
    const shown = await house.say('/feedback f1 quote');
    expect(shown.quote).toContain('“The tea is wonderful”');
    expect(await toCustomers()).toEqual([]);
    await house.say(buttonsOf(shown)[0]!.command);
    await house.deliver();
    later(1);
  });
  const praise = async () => (await house.say('/praise')).lists?.[0]?.items ?? [];

  it('may be shown once they have said so, with the date and under which name', async () => {
    expect(await praise()).toEqual([]);
    await press('1001', 'Yes, with my name');
    expect((await praise())[0]!.text).toBe('“The tea is wonderful” — Anna');
    expect((await house.cards()).some(({ title }) => title?.startsWith('Anna says yes'))).toBe(true);
    expect((await house.say('/feedback f1 ask')).failed).toBe(true);
  });

  it.each([
    ['2', 'a customer'],
    ['Yes please', 'a customer'],
    ['1', 'Anna'],
  ])('the answer "%s" shows it as of %s, and is no conversation to answer', async (words, name) => {
    await house.happen(says(words, '1001', 'Anna'));
    const [item] = await praise();
    expect(item!.text).toContain(name);
    expect(item!.detail).toContain(words);
  });

  it('a no keeps it between the two, also later', async () => {
    await press('1001', 'Yes, with my name');
    await press('1001', 'No');
    expect(await praise()).toEqual([]);
  });

  it('control: the button of somebody else, and other words, say nothing', async () => {
    await house.happen(says('Do you have white tea as well?', '1001', 'Anna'));
    await house.happen(says('yes', '1002', '张三'));
    expect(await praise()).toEqual([]);
  });
});
