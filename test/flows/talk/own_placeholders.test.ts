import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { locales } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';

const houses = { en: await testHouse({ locale: 'en' }), 'zh-CN': await testHouse({ locale: 'zh-CN' }) };
let house = houses.en;
const from = { address: '77', name: 'Dave' };

beforeEach(async () => {
  house = houses.en;
  await house.reset();
});

const sends = (strange: string, text = '', more: Partial<MessageReceived> = {}) =>
  house.happen(telegramMessage(text, { from, chat: '77', externalId: 'm1', strange, ...more }));
const verdicts = () =>
  house.db.sql<{ label: string; accepted: boolean; judged: string; made: number }>`
    select triage ->> 'label' as label, (triage ->> 'accepted')::boolean as accepted, triage ->> 'judged' as judged,
      ((select count(*) from tickets) + (select count(*) from leads) + (select count(*) from feedback))::int as made
    from messages where direction = 'in' order by id desc limit 1`;
const urgent = async () =>
  (await house.cards()).at(-1)!.fields?.some(({ label }) => label === texts('en').urgent.label);

describe.each(locales)('what we say in %s in place of content without words', (locale) => {
  it('is no verdict, nothing is made of it, and it is not urgent', async () => {
    house = houses[locale];
    await house.reset();
    for (const [nth, kind] of Object.keys(texts(locale).strangeKinds).entries()) {
      await sends(kind, '', { externalId: `m${nth}` });
      const [verdict] = await verdicts();
      expect({ kind, ...verdict }).toMatchObject({ kind, judged: '', made: 0 });
      expect(await urgent()).toBeFalsy();
    }
  });
});

describe('what somebody wrote beside such content', () => {
  it('is judged alone, and learned from', async () => {
    await sends('refunded_payment', 'How much is the green tea?');
    const [verdict] = await verdicts();
    expect(verdict).toMatchObject({ label: 'lead', judged: 'How much is the green tea?' });
  });

  it('is urgent where it says so', async () => {
    await sends('deleted_file', 'Help, your tea burned my mouth and I am in hospital');
    expect(await urgent()).toBe(true);
  });
});

describe('a message of signs that nobody sees', () => {
  it.each(['\u200b', '\u2063 \u200d', '\u3164', '\u2800\u2800', '\ufe0f'])(
    'is told as one without words: %j',
    async (text) => {
      await house.happen(telegramMessage(text, { from, chat: '77', externalId: 'm1' }));
      const shown = JSON.stringify((await house.cards()).at(-1));
      expect(shown).toContain(texts('en').strange('message'));
      expect((await verdicts())[0]).toMatchObject({ judged: '', made: 0 });
    },
  );

  it('is none where there is anything to be seen (control)', async () => {
    await house.happen(telegramMessage('\u200b👍', { from, chat: '77', externalId: 'm1' }));
    expect(JSON.stringify((await house.cards()).at(-1))).not.toContain(texts('en').strange('message'));
  });
});
