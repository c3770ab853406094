import { beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../../src/domain/commands/owner/settings_read.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import type { Settings } from '../../../../src/domain/settings.ts';
import { locales } from '../../../../src/text/locale.ts';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

const saved = async (): Promise<Partial<Settings>> => {
  const rows = await house.db.sql<{ key: string; value: unknown }>`select key, value from settings`;
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};
const button = (reply: Reply, part: string) => buttonsOf(reply).find(({ label }) => label.includes(part))!;

describe('a setting', () => {
  it.each(locales)('has a button that leads to its choices and back, in %s', async (locale) => {
    await house.say(`/settings language ${locale}`);
    const t = texts(locale);
    const all = await house.say('/settings');
    expect(buttonsOf(all)).toHaveLength(SETTINGS.length);
    for (const [nth, { command, turns }] of buttonsOf(all).entries()) {
      expect(turns).toBe(true);
      const picker = await house.say(command);
      const { key } = SETTINGS[nth]!;
      expect(picker).toMatchObject({ title: t.settings.names[key] });
      expect(picker.failed).toBeUndefined();
      expect(picker.hint).toContain(`/${t.commands.settings.word} ${t.typed.settings[key][0]}`);
      expect(await house.say(buttonsOf(picker).at(-1)!.command)).toMatchObject({ title: t.settings.title });
    }
  });

  it.each(SETTINGS.map(({ key }) => key))(
    '%s: every choice is one that it takes, and shows as the one that holds',
    async (key) => {
      const line = `/settings ${texts('en').typed.settings[key][0]}`;
      const choices = buttonsOf(await house.say(line)).filter(({ turns }) => !turns);
      for (const { command } of choices) {
        const reply = await house.say(command);
        expect(reply.failed, command).toBeUndefined();
        const holding = buttonsOf(await house.say(line)).filter(({ label }) => label.startsWith('✓'));
        expect(holding.map((one) => one.command)).toEqual([command]);
      }
      expect(choices.length > 0 || key === 'businessName').toBe(true);
    },
  );

  it('to look at the choices changes nothing and is not written down', async () => {
    await house.say('/settings quiet');
    expect(await saved()).toEqual({});
    expect(await house.db.sql`select from journal`).toHaveLength(0);
  });

  it('what does not work for it is answered with the choices', async () => {
    const reply = await house.say('/settings digest whenever');
    expect(reply).toMatchObject({ failed: true });
    await house.say(button(reply, '09:00').command);
    expect(await saved()).toEqual({ digestAt: '09:00' });
  });

  it.each([
    ['country UK', { country: 'GB' }],
    ['country germany', { country: 'DE' }],
    ['国家 新加坡', { country: 'SG' }],
    ['国家 美国', { country: 'US' }],
    ['国家 香港', { country: 'HK' }],
    ['country cn', { country: 'CN' }],
    ['country United States', { country: 'US' }],
    ['digest 9am', { digestAt: '09:00' }],
    ['quiet 10pm-8am', { quietHours: '22:00-08:00' }],
    ['免打扰 晚上10点到早上8点', { quietHours: '22:00-08:00' }],
    ['timezone London', { timezone: 'Europe/London' }],
    ['时区 上海', { timezone: 'Asia/Shanghai' }],
    ['currency euro', { currency: 'EUR' }],
    ['货币 人民币', { currency: 'CNY' }],
  ])('is understood as people say it: %s', async (words, means) => {
    expect((await house.say(`/settings ${words}`)).failed).toBeUndefined();
    expect(await saved()).toEqual(means);
  });

  it.each(['country Atlantis', 'country XX', 'country constructor'])(
    'takes no country there is not: %s',
    async (words) => {
      expect(await house.say(`/settings ${words}`)).toMatchObject({ failed: true });
      expect(await saved()).toEqual({});
    },
  );
});

describe('what follows from a setting', () => {
  it('a zone offers its country and currency in one tap, and one tap takes both back', async () => {
    const reply = await house.say('/settings timezone London');
    expect(await saved()).toEqual({ timezone: 'Europe/London' });
    const also = await house.say(button(reply, 'GBP').command);
    expect(await saved()).toEqual({ timezone: 'Europe/London', country: 'GB', currency: 'GBP' });
    await house.say(buttonsOf(also).find(({ command }) => command.startsWith('/undo'))!.command);
    expect(await saved()).toEqual({ timezone: 'Europe/London' });
  });

  it('a language offers what is likely where it is spoken, and the zone; nothing of it by itself', async () => {
    await house.say('/settings language zh');
    const reply = await house.say('/设置 语言 en');
    expect(await saved()).toEqual({ locale: 'en' });
    expect(button(reply, 'USD')).toBeDefined();
    const zones = await house.say(button(reply, texts('en').settings.alsoZone).command);
    await house.say(button(zones, 'United Kingdom').command);
    expect(await saved()).toEqual({ locale: 'en', timezone: 'Europe/London' });
  });

  it('offers nothing where everything fits already', async () => {
    const reply = await house.say('/settings timezone Shanghai');
    const { button: shown, settings } = texts('en');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual([settings.back, shown.undo]);
  });

  it('says what was changed, and nothing else', async () => {
    const reply = await house.say('/settings digest 8');
    expect(reply.fields).toEqual([{ label: texts('en').settings.now, value: '08:00' }]);
    expect(reply.title).toBe(texts('en').settings.names.digestAt);
  });
});
