import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 1));
    await house.say('/campaign new Tea to everybody');
  }),
);
const written = (body: string) => house.say(`/campaign 1 text Tea\n${body}`);

describe('a link that opens nothing for whoever gets it', () => {
  it.each([
    '[shop](/tea)',
    '[shop]()',
    '[shop](https://)',
    '[shop](https//tea.com)',
    '[shop](htps://tea.com)',
    '[shop](localhost:3000)',
    '[shop](http://192.168.1.4/tea)',
    '![pic](tea.jpg)',
    '[shop](https://tea.com/a b)',
    '[shop](https://example.com/tea)',
    '[shop](https://yourshop.com)',
    '[shop](#)',
  ])('is named before it leaves: %s', async (body) => {
    expect((await written(body)).text).toMatch(/leads nowhere: .*\(/);
  });

  it.each([
    '[shop](https://tea.com/new)',
    '[shop](www.tea.com/new)',
    '[shop](tea.com)',
    '[mail](mailto:tea@tea.com)',
    '[stop]({{ unsubscribe_url }})',
    'https://tea.com/?q=a&b=c, www.tea.com, [Today] only (now)',
  ])('control: what opens is not: %s', async (body) => {
    expect((await written(body)).text ?? '').not.toContain('nowhere');
  });

  it('is made whole where only its beginning is missing', async () => {
    await written('[shop](www.tea.com/new) and [tea](tea.com)');
    await house.say('/campaign 1 go 1');
    const { way, mails } = sink();
    await sendCampaigns(house, way);
    const text = JSON.stringify(mails);
    expect(text).not.toMatch(/href=\\"(?:www|tea)/);
  });
});
