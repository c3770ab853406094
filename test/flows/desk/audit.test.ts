import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

const t = texts('zh-CN');
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

/** What a page of the log says: who, what, and whether it says more than the time. */
const lines = async (command: string) =>
  ((await house.say(command)).lists?.[0]?.items ?? []).map(({ text, detail, buttons }) => {
    const mark = detail?.split(' · ')[1];
    return `${text}${mark ? ` (${mark})` : ''}${buttons ? ' ↩' : ''}`;
  });

/** 小李 helps, from Telegram chat 1001. */
async function hire(): Promise<void> {
  const code = /\/pair (\S+)/.exec((await house.say('/helper add 小李')).quote!)![1]!;
  await helper(`/pair ${code}`);
}
let typed = 0;
const helper = (text: string) =>
  house.happen(
    telegramMessage(text, { chat: '1001', from: { address: '1001', name: '小李' }, externalId: `h${++typed}` }),
  );

describe('/audit', () => {
  it('shows who did what, newest first: changes, undone ones, exports, refusals and how the team changed', async () => {
    await hire();
    await helper('/add 张三 #vip');
    await helper('/settings currency USD');
    await house.say('/tag 张三 #老客');
    await house.say('/undo');
    await house.say('/export #vip');
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/helper remove 小李');
    expect(await lines('/audit')).toEqual([
      '店主：/helper remove 小李 ↩',
      '店主：/connect shopify ↩',
      `店主：/export #vip (${t.audit.outcome.exported})`,
      `店主：/tag 张三 #老客 (${t.audit.undone})`,
      `小李：/settings currency USD (${t.audit.outcome.refused})`,
      '小李：/add 张三 #vip ↩',
      `小李：/pair (${t.audit.outcome.joined})`,
      `店主：/helper add 小李 (${t.audit.outcome.invited})`,
    ]);
  });

  it('shows no secret, neither of what was done nor of what was refused', async () => {
    await hire();
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await helper('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/tag x #a');
    expect(JSON.stringify(await house.say('/audit'))).not.toContain('shpss_');
    expect(await lines('/audit')).toHaveLength(4);
  });

  it('of somebody on the team shows their acts, of a customer what was done to them and said with them', async () => {
    await hire();
    await helper('/add 张三');
    await helper('/add 李四');
    await house.say('/note 张三 喜欢龙井');
    await house.say('/task 给李四打电话');
    expect(await lines('/audit 小李')).toEqual([
      '小李：/add 李四 ↩',
      '小李：/add 张三 ↩',
      `小李：/pair (${t.audit.outcome.joined})`,
    ]);
    expect(await lines('/记录 张三')).toEqual(['店主：/note 张三 喜欢龙井 ↩', '小李：/add 张三 ↩']);
    expect(await lines('/audit c2')).toEqual(['店主：/task 给李四打电话 ↩', '小李：/add 李四 ↩']);
    expect(await house.say('/audit 王五')).toMatchObject({ failed: true });
  });

  it('goes on with the older ones, though new ones have come meanwhile', async () => {
    for (let n = 1; n <= 12; n++) await house.say(`/task 第${n}件`);
    await house.type('/audit');
    await house.say('/task 新的');
    const older = await house.press(t.audit.older);
    expect(older.lists![0]!.items.map(({ text }) => text)).toEqual([4, 3, 2, 1].map((n) => `店主：/task 第${n}件`));
    expect(older.buttons).toBeUndefined();
  });

  it('lets the owner take back what a helper did, and nobody else', async () => {
    await hire();
    await helper('/add 张三');
    await house.type('/audit');
    const [undo] = buttonsOf((await house.cards()).at(-1)!).filter(({ label }) => label === t.button.undo);
    expect(await house.rehearse('helper', undo!.command)).toMatchObject({ failed: true });
    expect((await house.press(undo!.command)).failed).toBeUndefined();
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
    expect((await lines('/audit'))[0]).toContain(t.audit.undone);
    // without a number it is still the owner's own that is taken back
    expect(await house.say('/undo')).toMatchObject({ failed: true, text: t.undo.forGood('/助手 add 小李') });
  });

  it('offers no undo after 30 days', async () => {
    await house.say('/task 盘点');
    expect(await lines('/audit')).toEqual(['店主：/task 盘点 ↩']);
    house.now = new Date(house.now.getTime() + 30 * 24 * 3_600_000 + 1000);
    expect(await lines('/audit')).toEqual(['店主：/task 盘点']);
  });

  it.each<Locale>(['zh-CN', 'en'])('is the owner’s alone, and says when there is nothing (%s)', async (locale) => {
    const t = texts(locale);
    expect((await house.rehearse('owner', '/audit', { locale })).text).toBe(t.audit.none);
    expect(await house.rehearse('helper', '/audit', { locale })).toEqual({ failed: true, text: t.desk.notAllowed });
  });
});
