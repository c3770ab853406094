import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import type { Settings } from '../../../src/domain/settings.ts';
import { texts } from '../../../src/text/texts.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ businessName: '' });
beforeEach(() => house.reset());

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

/** The rows of the day: what is typed, and what the answer shows of itself. */
function dayOf(page: string): { typed: string; shown: string }[] {
  const rows = page.matchAll(/^\| `(\/[^`]+)` \| `([^`]+)`/gm);
  return [...rows].map(([, typed, shown]) => ({ typed: typed!, shown: shown! }));
}

const english: Partial<Settings> = { locale: 'en', currency: 'USD', country: 'US' };

describe.each([
  ['README.md', english],
  ['README.zh-CN.md', { locale: 'zh-CN' }],
] as [string, Partial<Settings>][])('%s', (file, settings) => {
  const page = read(file);
  const t = texts(settings.locale!);

  it('is a page: at most 6,000 characters', () => expect(page.length).toBeLessThanOrEqual(6000));

  it('tells a day that goes as written, typed in order on an empty database', async () => {
    const day = dayOf(page);
    expect(day.length).toBeGreaterThanOrEqual(6);
    for (const [name, value] of [
      ['language', settings.locale],
      ['currency', settings.currency],
      ['country', settings.country],
    ])
      if (value) await house.say(`/settings ${name} ${value}`);
    for (const { typed, shown } of day) {
      const reply = await house.say(typed);
      expect({ typed, failed: reply.failed }).toEqual({ typed, failed: undefined });
      expect(
        formatTelegram(reply)
          .map(({ text }) => text)
          .join('\n'),
        typed,
      ).toContain(shown);
    }
  });

  it('promises for each step of a set-up what is said there', () => {
    const { banner } = t;
    const said = [banner.telegramOn, banner.slackOn, banner.imapOn, banner.smtpOn, t.pair.welcome];
    for (const words of [...said, t.connect.connected(t.channel('shopify'))])
      expect(page).toContain(`\`${words.trim()}\``);
  });
});
