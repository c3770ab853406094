import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { currencyOf } from '../../src/text/money/currency_of.ts';
import { spokenBy } from '../../src/text/spoken.ts';

describe('the language of the machine', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh' }, 'zh-CN'],
    [{ LANG: 'zh_Hans_CN' }, 'zh-CN'],
    [{ LANG: 'ZH_cn.GB18030' }, 'zh-CN'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE@euro' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'zha_CN.UTF-8' }, 'en'],
    [{ LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-CN'],
    [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh-CN'],
    [{ LC_ALL: '', LC_MESSAGES: ' ', LANG: 'zh_SG' }, 'zh-CN'],
    [{ LOCALE: 'en', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LOCALE: 'zh-CN', LC_ALL: 'en_US.UTF-8' }, 'zh-CN'],
    [{ LOCALE: ' ', LANG: 'en_US.UTF-8' }, 'en'],
  ])('%j speaks %s', (environment, locale) => {
    expect(spokenBy(environment).locale).toBe(locale);
    expect(readConfig(environment).settings.locale).toBe(locale);
  });

  it('says nothing where nothing is set, and then it is English', () => {
    expect(spokenBy({ LC_TIME: 'en_US.UTF-8' }).locale).toBeUndefined();
    expect(readConfig({}).settings).toMatchObject({ locale: 'en', currency: 'USD', country: 'US' });
  });

  it('is Chinese for whatever begins with zh, whatever follows', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[_.@-][ -~]{0,12}$/), (rest) => {
        expect(spokenBy({ LANG: `zh${rest}` }).locale).toBe('zh-CN');
        expect(spokenBy({ LANG: `en${rest}` }).locale).toBe('en');
      }),
    );
  });
});

describe('currency and country', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, 'US', 'USD'],
    [{ LANG: 'en_GB.UTF-8' }, 'GB', 'GBP'],
    [{ LANG: 'de_DE.UTF-8' }, 'DE', 'EUR'],
    [{ LANG: 'zh_CN.UTF-8' }, 'CN', 'CNY'],
    [{ LANG: 'zh_TW.UTF-8' }, 'TW', 'TWD'],
    [{ LANG: 'zh_Hant_HK' }, 'HK', 'HKD'],
    [{ LANG: 'C.UTF-8' }, 'US', 'USD'],
    [{ LANG: 'zh_CN.UTF-8', LOCALE: 'en' }, 'US', 'USD'],
    [{ LANG: 'en_GB.UTF-8', LOCALE: 'zh-CN' }, 'CN', 'CNY'],
    [{ LANG: 'en_IE.UTF-8', LOCALE: 'en' }, 'IE', 'EUR'],
    [{ LANG: 'en_GB.UTF-8', CURRENCY: 'EUR' }, 'GB', 'EUR'],
    [{ LANG: 'en_GB.UTF-8', COUNTRY: 'IE' }, 'IE', 'EUR'],
  ])('of %j are %s and %s', (environment, country, currency) => {
    expect(readConfig(environment).settings).toMatchObject({ country, currency });
  });

  it('each country has one currency', () => {
    expect(currencyOf('FR')).toBe('EUR');
    expect(currencyOf('XX')).toBeUndefined();
  });
});
