import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(() => house.reset());

/** Each has written by Telegram: c1, c2, … in this order. */
const known = (...names: string[]) =>
  house.start(names.join(), async () => {
    for (const [at, name] of names.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  });

async function asked(line: string) {
  const before = (await house.cards()).length;
  await house.type(line);
  const reply = (await house.cards())[before]!;
  return buttonsOf(reply).flatMap(({ command }) => command.match(/(?<= )c\d+/g) ?? []);
}
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const people = () => house.db.sql<{ name: string }>`select name from contacts order by id`;

describe('a surname and a title', () => {
  it.each([
    ['/reply 王先生 茶发了', ['c2', 'c3']],
    ['/reply 王总：茶发了', ['c2', 'c3']],
    ['/reply 小王 茶发了', ['c2', 'c3']],
    ['/note 欧阳老师 要茶', ['c4']],
    ['/reply Mr Fox proofs are ready', ['c5']],
    ['/reply mr. fox, proofs are ready', ['c5']],
    ['/note Dr Fox likes blue', ['c5']],
    ['/reply Frau Fox proofs are ready', ['c5']],
    ['/reply Herr Dr. Fox: proofs are ready', ['c5']],
    ['/reply Mme Fox bonjour', ['c5']],
    ['/回复 王总 已经发货了', ['c2', 'c3']],
    ['/回复 王小明经理 已经发货了', ['c2']],
    ['/later Frau Fox tomorrow 9am proofs are ready', ['c5']],
  ])('before words of a command means whoever fits, once the owner says so: %s', async (line, refs) => {
    await known('李四', '王小明', '王芳🌸', '欧阳明月', 'Dan Fox');
    expect((await asked(line)).sort()).toEqual(refs);
    expect(await toCustomers()).toEqual([]);
    expect(await people()).toHaveLength(5);
  });

  it('and both names leave none of them among the words', async () => {
    await known('Anna Berg', 'Dan Fox');
    await house.type('/reply Mrs. Anna Berg hello there');
    const [button] = buttonsOf((await house.cards()).at(-1)!);
    expect(button!.command).toBe('/reply c1 hello there');
    expect(await toCustomers()).toEqual([]);
  });

  it('is of nobody where only the title is somebody’s', async () => {
    await known('Dave Brown', 'Mr Bean');
    expect(await asked('/reply Mr Fox proofs are ready')).not.toContain('c2');
    expect(await toCustomers()).toEqual([]);
  });

  it.each([
    ['/task call Mr Fox tomorrow', 'c3'],
    ['/任务 明天给欧阳先生打电话', 'c2'],
  ])('in a task asks whether it is the only one who fits: %s', async (line, ref) => {
    await known('李四', '欧阳明月', 'Dan Fox');
    expect(await asked(line)).toContain(ref);
    expect(await house.db.sql`select from tasks`).toEqual([]);
  });

  it('in a task asks which of several it is', async () => {
    await known('李四', '王小明', '王芳');
    expect((await asked('/任务 明天给王先生打电话')).sort()).toEqual(['c2', 'c3']);
  });
});

describe('words for everybody or for the owner', () => {
  it.each(['all', 'All', 'everyone', 'me', 'us', '大家', '所有人', '我'])(
    'are no name that words leave for at once: %s',
    async (name) => {
      await known('Dave Brown', name);
      expect(await asked(`/reply ${name} hi`)).toEqual(['c2']);
      expect(await toCustomers()).toEqual([]);
    },
  );

  it('go to nobody whose name only begins so', async () => {
    await known('Dave Brown', 'All Seasons');
    expect(await asked('/reply all hi')).toEqual(['c2']);
    expect(await toCustomers()).toEqual([]);
  });
});
