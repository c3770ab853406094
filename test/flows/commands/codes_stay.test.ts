import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../src/text/texts.ts';
import { OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const { codeStays } = texts('zh-CN').desk;
const SHAPED = 'MZXW-6YTB-OI7A-QRST';
const house = await testHouse();
let answers: string[];
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('hello', { chat: '8', from: { address: '8', name: 'Bob' } }));
    await house.deliver();
    answers = [(await house.outbox()).find(({ address }) => address === OWNER)!.externalId!];
  }),
);

const invitation = async () => /\/pair (\S+)/.exec((await house.say('/helper add Zoe')).quote!)![1]!;
const pairing = async () => /\/pair (\S+)/.exec((await house.say('/pair')).text!)![1]!;
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const bodies = async () => {
  const rows = await house.db.sql<{ body: string }>`select convert_from(body, 'UTF8') as body from inbox`;
  return rows.map(({ body }) => body).join('\n');
};
const stays = async (code: string) => {
  expect(await toCustomers()).toEqual([]);
  expect((await bodies()).toUpperCase()).not.toContain(code.toUpperCase());
};

describe('a code that pairs answers no customer', () => {
  it.each([
    'pair CODE',
    'CODE',
    'Pair: CODE',
    '配对CODE',
    '配对 CODE',
    'here you are: /pair CODE',
    '您的邀请码是CODE，谢谢',
    '(CODE)',
    'code "CODE".',
    '/reply CODE',
    '/reply c1 CODE',
    '/reply c1 /pair CODE',
    '/回复 c1 给你：CODE',
    '/later c1 tomorrow 9am your code is CODE',
  ])('under a card: %s', async (line) => {
    for (const code of [await invitation(), await pairing(), SHAPED]) {
      await house.type(line.replace('CODE', code), { answers });
      await stays(code);
    }
  });

  it('says why, in plain words', async () => {
    await house.type(`your code: ${await invitation()}`, { answers });
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true, text: codeStays });
    await house.type(`/reply c1 your code: ${await invitation()}`);
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true, text: codeStays });
  });

  it('however an open one is written', async () => {
    const code = await invitation();
    const ways = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '–'),
      code.toLowerCase().replaceAll('-', ''),
      `x${code}y`,
    ];
    for (const written of ways) {
      await house.type(`here you are: ${written}`, { answers });
      await stays(written);
    }
  });

  it('nor in what is kept to be said to customers later: an absence, the business’s name', async () => {
    const code = await invitation();
    for (const written of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      code.replaceAll('-', '.'),
    ]) {
      expect(await house.say(`/away 3d I am at a fair, call Li with ${written} please`)).toMatchObject({
        failed: true,
      });
      expect(await house.say(`/settings name Tea ${written}`)).toMatchObject({ failed: true });
    }
    await house.happen(telegramMessage('When will my order come?', { chat: '8', from: { address: '8', name: 'Bob' } }));
    expect(await toCustomers()).toEqual([]);
  });

  it('nor in the name of a file, nor where a link leads', async () => {
    const code = await invitation();
    const file = { kind: 'document', ref: 'f', name: `${code}.txt` };
    await house.type('here you are', { answers, attachments: [file] } as never);
    await house.type('here', {
      answers,
      links: [{ at: 0, label: 'here', url: `https://x.example/${code.replaceAll('-', '')}` }],
    } as never);
    expect(await toCustomers()).toEqual([]);
  });

  it('and written so that it would be missed, it pairs nobody', async () => {
    const code = await invitation();
    const bare = code.replaceAll('-', '');
    const odd = [
      bare.replace(/^(.{6})/, '$1 '),
      [...bare].join(' '),
      code.replaceAll('-', ' -- '),
      code.replaceAll('-', ' … … '),
    ];
    for (const [nth, written] of odd.entries()) {
      const chat = `9${nth}`;
      await house.happen(telegramMessage(`/pair ${written}`, { chat, from: { address: chat, name: 'Eve' } }));
    }
    expect(
      await house.db
        .sql`select from users where name = 'Zoe' and exists (select from user_identities where user_id = users.id)`,
    ).toEqual([]);
    await house.happen(
      telegramMessage(`/pair ${code.toLowerCase().replaceAll('-', ' ')}`, {
        chat: '95',
        from: { address: '95', name: 'Zoe' },
      }),
    );
    expect(
      await house.db
        .sql`select from users where name = 'Zoe' and exists (select from user_identities where user_id = users.id)`,
    ).toHaveLength(1);
  });

  it('nor when somebody else’s message with it is passed on, or a canned reply holds it', async () => {
    const code = await invitation();
    await house.type(`your code ${code}`, { answers, forwardedFrom: { name: 'Zoe' } } as never);
    expect(await toCustomers()).toEqual([]);
    await house.say(`/c save code zh ${code.toLowerCase().replaceAll('-', ' ')}`);
    await house.type('/c code zh', { answers });
    expect(await toCustomers()).toEqual([]);
  });

  it('and what is typed behind /pair is not kept with what came in, by the owner or a stranger', async () => {
    const code = await pairing();
    await house.type(`/pair ${code}`);
    await house.happen(telegramMessage(`/pair ${SHAPED}`, { chat: '9', from: { address: '9', name: 'Eve' } }));
    expect(await bodies()).not.toContain(code);
    expect(await bodies()).not.toContain(SHAPED);
  });

  it.each([
    '配对 这两件衣服很好看',
    'pair these two, please',
    'what time will they',
    'Order 2024-1187-0042-9981 is on its way',
    'card 1234-5678-9012-3456',
    'https://shop.example.com/blue-silk-long-gown',
    'long-time-very-good',
    'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY',
    'pay INV-2024-000123 today',
  ])('but other words leave: %s', async (words) => {
    await invitation();
    await house.type(words, { answers });
    expect(JSON.stringify(await toCustomers())).toContain(words);
  });
});
