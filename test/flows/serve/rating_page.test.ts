import { beforeEach, describe, expect, it } from 'vitest';
import { askForRatings } from '../../../src/domain/desk/ratings/ask.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { csat, satisfaction } from '../../../src/domain/serve/satisfaction.ts';
import { NOON, testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ ratings: 'on', locale: 'en', businessName: 'Tea House' });
const browser = await webFormsOf(house);
const mail = (text: string): MessageReceived => ({
  ...{ kind: 'message.received', channel: 'email', chat: 'anna@example.org', private: false },
  ...{ from: { address: 'anna@example.org', name: 'Anna' }, externalId: `<${text}@example.org>`, text },
  ...{ subject: 'Broken cup', attachments: [], answers: [], sentAt: house.now },
});

let path = '';
beforeEach(
  house.startingWith(async () => {
    await house.happen(mail('The cup arrived broken, please send another one'));
    await house.say('/reply Anna It is on its way');
    await house.deliver();
    await house.say('/resolve 1');
    house.now = new Date(NOON.getTime() + 600_000);
    await house.act((ctx) => askForRatings({ ...ctx, publicUrl: 'https://crm.example.com' }));
  }),
);
beforeEach(async () => {
  const asked = (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey === 'rating:1')!;
  path = /https:\/\/crm\.example\.com(\/r\/\w+)/.exec(JSON.stringify(asked.payload))![1]!;
});
const rating = async () => (await house.db.sql`select score, words, rated_by as by from ratings`)[0];

describe('the page to which the question in a mail leads', () => {
  it('asks, and changes nothing when it is looked at, however often', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      const { status, html } = await browser.get(path);
      expect(status).toBe(200);
      expect(html).toContain('How did you find the help of Tea House?');
      expect(html.match(/type="radio"/g)).toHaveLength(5);
      expect(html).not.toContain('<script');
    }
    expect(await browser.head(path)).toBe(200);
    expect(await rating()).toEqual({ score: null, words: '', by: null });
  });

  it('takes a score and words, which the owner is told', async () => {
    const { html } = await browser.post(path, { score: '4', words: 'Quick & kind' });
    expect(html).toContain('You gave 4 out of 5');
    expect(html).toContain('Quick &amp; kind');
    expect(await rating()).toEqual({ score: 4, words: 'Quick & kind', by: 'page' });
    expect((await house.cards()).at(-1)).toMatchObject({ title: 'Anna gave 4 of 5', quote: 'Quick & kind' });
  });

  it('two at one moment are one answer, and a low one is one alert', async () => {
    await Promise.all([browser.post(path, { score: '1' }), browser.post(path, { score: '1' })]);
    expect((await rating())!.score).toBe(1);
    expect((await house.cards()).filter(({ title }) => title?.includes('gave 1 of 5'))).toHaveLength(1);
    expect((await house.db.sql`select state from tickets`)[0]!.state).toBe('open');
  });

  it('a day later it is closed, and so is one that nobody answered within a month', async () => {
    await browser.post(path, { score: '5' });
    house.now = new Date(house.now.getTime() + 25 * 3_600_000);
    expect((await browser.get(path)).html).toContain('closed by now');
    expect((await browser.post(path, { score: '1' })).html).toContain('closed by now');
    expect((await rating())!.score).toBe(5);
  });

  it('without a score it asks for one, and keeps the words', async () => {
    const { status, html } = await browser.post(path, { words: 'so-so' });
    expect(status).toBe(422);
    expect(html).toContain('Please choose one.');
    expect(html).toContain('so-so');
  });

  it('control: another token leads nowhere', async () => {
    expect((await browser.get(`${path}a`)).status).toBe(404);
    expect((await browser.post('/r/nothing', { score: '5' })).status).toBe(404);
  });
});

describe('the report', () => {
  const answers = async (scores: readonly number[], asked: number) => {
    await house.db.autocommit`delete from ratings`;
    await house.db.autocommit`
      insert into tickets (contact_id, title, state, resolved_at) select 1, 'x', 'resolved', now() from generate_series(1, ${asked})`;
    await house.db.autocommit`
      insert into ratings (contact_id, ticket_id, resolved_at, ask_at, asked_at, channel, score, rated_at, rated_by)
      select 1, id, now(), ${NOON}, ${NOON}, 'email', score, case when score is not null then ${NOON}::timestamptz end,
        case when score is not null then 'page' end
      from (select id, ((select ${scores as number[]}::int[])::int[])[row_number() over (order by id)] as score from tickets where title = 'x') t`;
  };

  it('says the share by both readings, of how many, and what is missing where they are few', async () => {
    await answers([...Array(70).fill(5), ...Array(30).fill(2)], 200);
    const { fields } = await house.say('/csat');
    const of = (label: string) => fields!.find((one) => one.label === label)?.value;
    expect(of('Asked')).toBe('200');
    expect(of('Answered')).toBe('100 of 200 (50 %)');
    expect(of('By the plain formula')).toBe('70/100 = 70 %, of those who answered');
    expect(of('Satisfied (4–5)')).toContain('between 60.4 % and 78.1 % (95 %)');
    await answers([5, 5, 1], 9);
    expect(JSON.stringify(await house.say('/csat'))).toContain('7 more answers are missing');
  });

  it('is 70 % for 70 of 100, and lies between 60.4 and 78.1 %', () => {
    expect(csat(70, 100)).toBe(0.7);
    const { low, high } = satisfaction(70, 100);
    expect([low, high].map((bound) => (100 * bound).toFixed(1))).toEqual(['60.4', '78.1']);
  });

  it('as a picture, and in the owner’s own words', async () => {
    await answers([5, 4, 3, 2, 1], 8);
    expect((await house.say('/csat picture')).attachments).toHaveLength(1);
    const said = await house.say('/csat words Was it good?');
    const { quote } = said;
    expect(quote).toContain('Was it good?');
    expect((await house.say('/csat words off')).quote).toContain('How did you find our help?');
  });
});

describe('at the first ticket that is resolved', () => {
  it('the owner is asked once whether customers shall be asked, and sees what they would get', async () => {
    await house.say('/settings ratings off');
    await house.db.autocommit`update settings set value = '"unset"' where key = 'ratings'`;
    await house.db.autocommit`delete from ratings`;
    await house.say('/ticket Anna the lid is loose');
    const offered = await house.say('/resolve 2');
    expect(offered.quote).toContain('How did you find our help?');
    expect(await house.db.sql`select from ratings`).toHaveLength(0);
    const on = offered.buttons!.flat().find(({ label }) => label === 'Ask them')!;
    await house.say(on.command);
    expect(await house.db.sql`select ticket_id as id from ratings order by id`).toEqual([{ id: '1' }, { id: '2' }]);
    await house.say('/ticket Anna and the box');
    expect((await house.say('/resolve 3')).quote).toBeUndefined();
  });
});
