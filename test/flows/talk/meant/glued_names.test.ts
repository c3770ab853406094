import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse();
let card: string;
const PEOPLE = { '1001': 'Dave', '1002': 'Bob', '1003': 'José Ruiz', '1004': 'タナカ', '1005': 'Anna' };
beforeEach(
  house.startingWith(async () => {
    for (const [address, name] of Object.entries(PEOPLE))
      await house.happen(telegramMessage('到了吗？', { chat: address, from: { address, name } }));
    await house.deliver();
    card = (await house.outbox()).findLast(
      ({ audience, conversationId }) => audience === 'owner' && conversationId === '1',
    )!.externalId!;
  }),
);

const last = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const sent = async () =>
  (await house.db.sql<{ text: string }>`select text from messages where direction = 'out'`).map(({ text }) => text);
const lines = async () => buttonsOf(await last()).map(({ command }) => command);
async function leaving(texts: string[]): Promise<string[]> {
  const left: string[] = [];
  for (const text of texts) {
    const before = (await sent()).length;
    await house.type(text, { answers: [card] });
    if ((await sent()).length > before) left.push(text);
  }
  return left;
}

describe('a name in other letters, glued to Chinese words', () => {
  it.each([
    ['告诉Anna货到了', '货到了'],
    ['回复Anna好的', '好的'],
    ['告诉Ａｎｎａ货到了', '货到了'],
    ['告诉Anna3点到货', '3点到货'],
    ['跟Anna说货到了', '货到了'],
  ])('typed in the chat is whom it is for: %s', async (text, words) => {
    await house.type(text);
    const offered = await lines();
    expect(offered.some((line) => /^\/reply [cv]5 /.test(line) && line.endsWith(words))).toBe(true);
    expect(offered.some((line) => /^\/reply [cv][1-4] /.test(line))).toBe(false);
  });

  it.each([
    'Anna不靠谱，别发货',
    'Anna还欠我500',
    'Anna的货别发',
    'Ａｎｎａ还欠钱',
    'タナカ还欠我500',
    'José Ruiz还欠我500',
  ])('typed in the chat is whom it speaks of, and is offered to nobody else: %s', async (text) => {
    await house.type(text);
    const offered = await lines();
    expect(offered.filter((line) => line.startsWith('/reply'))).toEqual([]);
    expect(offered.some((line) => /^\/note c\d /.test(line))).toBe(true);
  });

  it('asks under another’s card', async () => {
    const texts = [
      ...['告诉Bob货到了', '回复Bob好的', '跟Bob说货到了', '问问Bob', '联系Bob。', 'Bob不靠谱，别发货', 'Bob还欠我500'],
      ...[
        'Bob您好，货到了',
        '您好Bob货到了',
        '谢谢Bob',
        '货到了Bob',
        '@Bob货到了',
        'Bob你的货到了',
        'Ｂｏｂ的货到了',
        'Bob3点来取',
      ],
      ...[
        '告诉José货到了',
        'José Ruiz你的货到了',
        'タナカさん您好，货到了',
        '告诉タナカ货到了',
        '好的，今天发货。告诉Bob货到了',
      ],
    ];
    expect(await leaving(texts)).toEqual([]);
  });

  it('asks where it speaks of the card’s own customer as of another', async () => {
    const texts = ['Dave老压价', 'Dave太烦了', 'Dave还欠我500', '告诉Dave今天发', '别给Dave打折', '跟Dave说今天发'];
    expect(await leaving(texts)).toEqual([]);
  });

  it('leaves where it is said to them, or is nobody’s name', async () => {
    const texts = [
      ...['Dave您好，今天发', 'Dave，今天发', 'Dave 今天发', '好的Dave', 'Dave你的货到了', 'Hi Dave，货到了'],
      ...[
        'OK的，明天发',
        'VIP客户打九折',
        'PDF发您了',
        'iPhone壳到货了',
        'A款没货',
        'WiFi密码是1234',
        '发EMS还是DHL？',
      ],
      ...['Annabelle款到货了', 'Bobo熊到货了', '加我WeChat吧', '3D打印的', 'M码有货，L码没有'],
    ];
    expect(await leaving(texts)).toEqual(texts);
  });

  it('is read behind a command', async () => {
    await house.say('/备注 Anna爱喝红茶');
    expect((await lines()).some((line) => line === '/note c5 爱喝红茶')).toBe(true);
    await house.say('/回复 Anna货到了');
    expect(await lines()).toContain('/reply c5 货到了');
    expect(await sent()).toEqual([]);
    await house.say('/任务 明天10点 给Anna打电话');
    const [task] = await house.db.sql<{ contactId: string }>`select contact_id as "contactId" from tasks`;
    expect(task).toEqual({ contactId: '5' });
  });

  it('of a colleague stays here', async () => {
    await house.db.autocommit`insert into users (name, role) values ('Tom', 'helper')`;
    expect(await leaving(['麻烦Tom处理', 'Tom你去办', '让Tom去送', '问问Tom', '@Tom你去办'])).toEqual([]);
    const theirs = ['Tom会给您送过去', 'Tom明天给您回电话'];
    expect(await leaving(theirs)).toEqual(theirs);
  });
});
