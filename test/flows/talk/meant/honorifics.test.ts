import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse();
beforeEach(async () => {
  await house.reset();
  for (const [nth, name] of ['王强', '小美', 'Dave'].entries()) {
    const chat = `70${nth}`;
    await house.happen(telegramMessage('在吗', { chat, from: { address: chat, name }, externalId: chat }));
  }
});

const typed = async (words: string) => {
  await house.type(words);
  return (await house.cards()).at(-1)!;
};

describe('a title behind a name', () => {
  it.each([
    ['/回复 小美さん 好的', '小美'],
    ['/回复 小美老师 好的', '小美'],
    ['/回复 Dave总 好的', 'Dave'],
    ['/回复 Dave哥 好的', 'Dave'],
    ['/回复 Daveさん 好的', 'Dave'],
    ['/回复 王哥 好的', '王强'],
    ['跟Dave哥说好的', 'Dave'],
    ['告诉王先生好的', '王强'],
    ['跟王总说好的', '王强'],
    ['告诉小美さん好的', '小美'],
  ])('is none of what is said, and the button shows the name as it is kept: %s', async (line, name) => {
    const says = buttonsOf(await typed(line)).find(({ command }) => command.startsWith('/reply '))!;
    expect(says.label).toContain(name);
    expect(says.command.replace(/^\/reply \S+ /, '')).toBe('好的');
  });

  it('that fits several asks which', async () => {
    await house.happen(
      telegramMessage('在吗', { chat: '709', from: { address: '709', name: '王芳' }, externalId: '9' }),
    );
    const [says] = buttonsOf(await typed('告诉王总好的')).filter(({ command }) => command.startsWith('/reply '));
    const which = await house.press(says!);
    expect(buttonsOf(which).map(({ label }) => label.split(' ')[0])).toEqual(expect.arrayContaining(['王强', '王芳']));
  });

  it('control: words that begin like one stay words', async () => {
    const [says] = buttonsOf(await typed('/回复 小美总共八十')).filter(({ command }) => command.startsWith('/reply '));
    expect(says?.command).toContain('总共八十');
  });
});
