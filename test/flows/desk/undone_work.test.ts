import { beforeEach, describe, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../support/house.ts';

const houses = {
  en: await testHouse({ locale: 'en' }),
  zh: await testHouse(),
};
let nth = 0;
beforeEach(async () => {
  for (const house of Object.values(houses)) await house.reset();
});

const dave = (house: typeof houses.en, text: string) => {
  const sentAt = new Date(house.now.getTime() + ++nth * 1000);
  const from = { address: '77', name: 'Dave' };
  return house.happen(telegramMessage(text, { chat: '77', from, externalId: `m${nth}`, sentAt }));
};
const cardsWith = async (house: typeof houses.en, words: string) =>
  JSON.stringify((await house.cards()).filter(({ quote, text }) => `${quote} ${text}`.includes(words)));

describe('what was taken for a part of a ticket or lead that is undone', () => {
  it.each([
    ['en', '/file 1 ticket', 'and one more thing', 'their ticket is open'],
    ['en', '/ticket Dave the tap', 'and one more thing', 'their ticket is open'],
    ['en', '/lead Dave twenty cups', 'and one more thing', 'their lead is open'],
    ['zh', '/file 1 ticket', '还有一件事', '有未解决的售后'],
  ] as const)('%s: says no more that it is once there is more to tell: %s', async (lang, line, words, open) => {
    const house = houses[lang];
    await dave(house, lang === 'en' ? 'hello there' : '在吗');
    await house.deliver();
    await house.say(line);
    await dave(house, words);
    expect(await cardsWith(house, words)).toContain(open);
    await house.say('/undo');
    await dave(house, lang === 'en' ? 'are you there' : '在吗');
    expect(await cardsWith(house, words)).not.toContain(open);
    expect(await house.db.sql`select from messages where triage -> 'reasons' ?| '{open_ticket,open_lead}'`).toEqual([]);
  });

  it('says no more that it is on the card that waits', async () => {
    const { en } = houses;
    await dave(en, 'hello there');
    await en.say('/ticket Dave the tap');
    await dave(en, 'and one more thing');
    expect(await cardsWith(en, 'one more')).toContain('their ticket is open');
    await en.say('/undo');
    expect(await cardsWith(en, 'one more')).not.toContain('their ticket is open');
  });

  it('stays with another ticket that is open, and with what a user has said it is', async () => {
    const { en } = houses;
    await dave(en, 'hello there');
    await en.say('/ticket Dave the tap');
    await en.say('/ticket Dave the sink');
    await dave(en, 'and one more thing');
    await en.say('/undo');
    expect(await en.db.sql`select from messages where triage -> 'reasons' ? 'open_ticket'`).toHaveLength(1);
    await en.say('/file 2 feedback');
    await en.say('/undo 1');
    expect(await en.db.sql`select triage ->> 'label' as label from messages where id = 2`).toEqual([
      { label: 'feedback' },
    ]);
  });
});
