import { beforeEach, describe, expect, it } from 'vitest';
import { advertisingSender, advertisingSubject } from '../../../src/domain/people/advertising.ts';
import type { Settings } from '../../../src/domain/settings.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
beforeEach(() => house.reset());

describe('an advertising mail', () => {
  it('says so before its subject, once, where the setting asks for it', () => {
    const subject = (adLabel: Settings['adLabel'], locale: 'zh-CN' | 'en', words = '新茶') =>
      advertisingSubject({ adLabel }, { locale, purpose: 'offers' }, words);
    expect(subject('chinese', 'zh-CN')).toBe('广告：新茶');
    expect(subject('chinese', 'en', 'New teas')).toBe('New teas');
    expect(subject('always', 'en', 'New teas')).toBe('AD: New teas');
    expect(subject('off', 'zh-CN')).toBe('新茶');
    for (const said of ['【广告】新茶', '(AD) 新茶', '广告 新茶', 'ad：新茶'])
      expect(subject('always', 'zh-CN', said)).toBe(said);
    expect(subject('always', 'en', 'Adventures in tea')).toBe('AD: Adventures in tea');
    // a question after an order advertises nothing
    expect(advertisingSubject({ adLabel: 'always' }, { locale: 'zh-CN', purpose: 'reminders' }, '满意吗？')).toBe(
      '满意吗？',
    );
  });

  it('says at its end who writes and from where, as the owner set it', async () => {
    await house.say('/settings sender Mei Tea,  12 Nanjing Road');
    const { settings } = await house.act(async (ctx) => ctx);
    expect(advertisingSender(settings)).toBe('Mei Tea, 12 Nanjing Road');
    await house.say('/settings sender off');
    const after = await house.act(async (ctx) => ctx);
    expect(advertisingSender(after.settings)).toBe('Tea House');
  });

  it('is set in the owner’s words, in both languages', async () => {
    expect(JSON.stringify(await house.say('/settings ad-label always'))).toContain('always');
    expect(JSON.stringify(await house.say('/设置 广告标注 中文'))).toContain('for those who read Chinese');
    expect(await house.say('/settings ad-label sometimes')).toMatchObject({ failed: true });
    expect((await house.act(async (ctx) => ctx)).settings.adLabel).toBe('chinese');
  });
});
