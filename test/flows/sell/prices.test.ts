import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    for (const line of ['/add Lucy Hart', '/add 陈婷', '/add 吴桐', '/add Anna Clarke']) await house.say(line);
    await house.say('/lead Lucy 50 menus at 6.80 each');
    await house.say('/lead 陈婷 50盒 每盒68');
    await house.say('/order 吴桐 茶饼 ¥260');
  }),
);

async function offered(words: string): Promise<string[]> {
  const commands = buttonsOf(await house.say(words)).map(({ command }) => command);
  return commands.filter((command) => !/^\/(?:note|task|search|contact) /u.test(command));
}
const amounts = async () =>
  (await house.db.sql<{ amount: number }>`select amount_minor::int / 100 as amount from leads order by id`).map(
    ({ amount }) => amount,
  );

describe('a price that is another one now', () => {
  it('counts so many at so much each when the lead is opened', async () => {
    expect(await amounts()).toEqual([340, 3400]);
  });

  it.each([
    ['lucy: make it 6 each', '/lead 1 amount 300.00 CNY'],
    ['lucy agreed, knock 10% off', '/lead 1 amount 306.00 CNY'],
    ['lucy knock 20 off', '/lead 1 amount 320.00 CNY'],
    ["lucy's menus are now 280", '/lead 1 amount 280.00 CNY'],
    ['menus are now 280', '/lead 1 amount 280.00 CNY'],
    ['陈婷 每盒便宜到60', '/lead 2 amount 3000.00 CNY'],
    ['陈婷再打九折', '/lead 2 amount 3060.00 CNY'],
    ['陈婷便宜200', '/lead 2 amount 3200.00 CNY'],
    ['陈婷少收五十', '/lead 2 amount 3350.00 CNY'],
    ['陈婷加二十块运费', '/lead 2 amount 3420.00 CNY'],
    ['陈婷换一盒 加20', '/lead 2 amount 3420.00 CNY'],
    ['陈婷改主意了 只要三千', '/lead 2 amount 3000.00 CNY'],
    ['吴桐那单改成300', '/order o1 total 300.00 CNY'],
    ['吴桐打九折', '/order o1 total 234.00 CNY'],
    ['吴桐加20运费', '/order o1 add 1x 运费 20.00 CNY'],
  ])('is a button that says what it comes to: %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
    const before = await amounts();
    await house.press(line);
    const [order] = await house.db.sql<{ total: number }>`select total_minor::int / 100 as total from orders`;
    const now = line.startsWith('/lead') ? (await amounts()).find((one, nth) => one !== before[nth]) : order!.total;
    expect(now).toBe(line.includes('add 1x') ? 280 : Number(/(\d+)\.00 CNY$/.exec(line)![1]));
  });

  it.each([
    ['陈婷打八折', '/quote 2 -20%', 240],
    ['陈婷便宜30', '/quote 2 less 30.00 CNY', 270],
    ['陈婷每盒降到80', /^\/quote 2 -\d+\n\/quote 2 /u, 240],
    ['陈婷加20运费', /^\/quote 2 item:"运费"/u, 320],
  ])('is of the lines of a quote, where there are some: %s', async (words, line, sum) => {
    await house.say('/quote 陈婷 茶 3x100');
    const [first] = await offered(words);
    expect(first).toMatch(line);
    await house.press(first!);
    expect((await amounts())[1]).toBe(sum);
  });

  it('is asked, where a lead and an order may be meant', async () => {
    await house.say('/order 陈婷 茶饼 ¥100');
    expect(await offered('陈婷打九折')).toEqual(['/lead 2 amount 3060.00 CNY', '/order o2 total 90.00 CNY']);
    expect((await offered('陈婷的茶饼打九折'))[0]).toBe('/order o2 total 90.00 CNY');
  });

  it.each([
    ['anna knock 20 off', /-20%/u],
    ['give anna 10 off', /-10%/u],
    ['吴桐的每盒便宜到60', /-60%/u],
    ['陈婷换一饼白牡丹 加20', /-20%/u],
  ])('is never a per cent: %s', async (words, wrong) => {
    expect((await offered(words)).join('\n')).not.toMatch(wrong);
  });

  it.each([
    ['give anna 10% off', '/quote c4 -10%'],
    ['anna 10% off', '/quote c4 -10%'],
  ])('is one where it is said so, and nobody knows of what yet (control): %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
  });

  it.each(['吴桐加20', '吴桐加二十块运费'])('is no tag: %s', async (words) => {
    await house.say('/order o1 cancel');
    expect((await offered(words)).join('\n')).not.toContain('/tag');
  });

  it('leaves tags and words for somebody as they are (control)', async () => {
    expect((await offered('陈婷加老客'))[0]).toBe('/tag c2 #老客');
    expect((await offered('跟陈婷说便宜200'))[0]).toBe('/reply c2 便宜200');
  });
});
