import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { offerWordsIn } from '../../../src/text/money/offer.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 4));
    // the first two have agreed to offers as well
    await house.act(
      ({ tx }) => tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'offers', 'offer-' || id, locale, words, source, asked_at, confirmed_at
        from consents where address in ('p1@example.net', 'p2@example.net')`,
    );
  }),
);

const OFFER = 'Tea week\nHello {{ first_name }}, 20 % off until Friday.';
const NEWS = 'Tea week\nHello {{ first_name }}, we have moved.';
const make = (text: string) => house.say(`/campaign new Tea week to everybody\n${text}`);
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((button) => button.label.startsWith(label))!.command);
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;

async function mailed(): Promise<string[]> {
  const { way, to } = sink();
  await tendCampaigns(house);
  await sendCampaigns(house, way);
  return to().sort();
}

describe('what a campaign is', () => {
  it.each([
    ['给所有人发个优惠', '优惠'],
    ['给所有人发个促销', '促销'],
    ['email everyone a discount', 'discount'],
    ['send everyone our spring offer', 'spring offer'],
    ['send an offer to everyone', 'offer'],
  ])(
    'is an offer where the owner calls it so, and no tap makes it news for those who agreed to news alone: %s',
    async (said, name) => {
      await press(await house.say(said), 'Run');
      expect(await house.db.sql`select name, purpose from campaigns`).toEqual([{ name, purpose: 'offers' }]);
      await house.act(({ tx }) => tx`delete from consents where purpose = 'offers'`);
      const card = await house.say('/campaign 1 text Tea week\nHello');
      expect(fieldOf(card, 'Get it')).toBe('0 of 4');
      expect(buttonsOf(card).filter(({ label }) => /4 people/.test(label))).toEqual([]);
    },
  );

  it('is asked where its words read like an offer: whoever agreed to news alone gets none', async () => {
    const asked = await press(await make(OFFER), 'Send to 4');
    expect(asked.title).toContain('20 % off');
    expect(labels(asked).slice(0, 2)).toEqual(['It is offers: 2 people get it', 'It is news: 4 people get it']);
    const sure = await press(asked, 'It is offers');
    await press(sure, 'Send to 2');
    expect(await mailed()).toEqual(['p1@example.net', 'p2@example.net']);
  });

  it('is news if the owner says so, and is not asked again', async () => {
    const asked = await press(await make(OFFER), 'Send to 4');
    const sure = await press(asked, 'It is news');
    expect(sure.title).toBe('Send it to 4 people?');
    expect((await house.say('/campaign 1 send')).title).toBe('Send it to 4 people?');
    await press(sure, 'Send to 4');
    expect(await mailed()).toHaveLength(4);
  });

  it('is asked before it is scheduled as well, and then it is', async () => {
    await make(OFFER);
    const asked = await house.say('/campaign 1 at tomorrow 10:00');
    const scheduled = await press(asked, 'It is offers');
    expect(scheduled.title).toContain('scheduled');
  });

  it('is asked for whoever types the number at once', async () => {
    await make(OFFER);
    expect((await house.say('/campaign 1 go 4')).title).toContain('Is it an offer?');
    expect(await mailed()).toEqual([]);
  });

  it('control: news leave without the question', async () => {
    const sure = await press(await make(NEWS), 'Send to 4');
    expect(sure.title).toBe('Send it to 4 people?');
  });

  it('stands on the card, is changed by a button or a word, and says of whoever gets nothing what they not agreed to', async () => {
    const card = await make(NEWS);
    expect(fieldOf(card, 'What it is')).toBe('news, only to those who agreed to get that');
    const offers = await press(card, 'It is: offers');
    expect(fieldOf(offers, 'What it is')).toBe('offers, only to those who agreed to get that');
    expect(JSON.stringify(offers.lists)).toContain('2 people: not agreed to offers');
    expect(fieldOf(await house.say('/campaign 1 about news'), 'Get it')).toBe('4 of 4');
    expect((await house.say('/campaign 1 about tea')).failed).toBe(true);
  });
});

describe('a text', () => {
  it.each([
    '全场八折',
    '新茶8.5折',
    '满200减30',
    '买一送一',
    '领券下单',
    '春季大促',
    '包邮',
    '20% off',
    'half-price mugs',
    'our summer sale starts',
    '10 % Rabatt',
    'a voucher for you',
    'code promo TEA',
    '−15 %',
  ])('reads like an offer: %s', (text) => expect(offerWordsIn(text)).toBeDefined());
  it.each([
    '新茶到了',
    '一波三折的故事',
    '我们搬家了',
    '春节放假通知',
    'We have moved',
    'wholesale prices stay',
    'the 2026 harvest is 20 % larger',
    'for sale signs',
  ])('does not: %s', (text) => expect(offerWordsIn(text)).toBeUndefined());
});
