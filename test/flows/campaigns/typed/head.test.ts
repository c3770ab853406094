import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { sentencesIn } from '../../../../src/text/sentence/sentence.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const PEOPLE = ['Anna Smith #vip', 'Bob Smith #vip #lead', 'Carl Jones', '王强 #老客', '李明 #老客'];

const house = await testHouse({ locale: 'en', currency: 'USD' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    for (const [nth, one] of PEOPLE.entries()) {
      const [name = '', ...tags] = one.split(' #');
      await house.say(`/add ${name} p${nth}@tea.example ${tags.map((tag) => `#${tag}`).join(' ')}`);
    }
    await house.say('/edit c3 city London');
    await house.say('/order c1 1x mug $60 paid');
    await house.act(async ({ tx }) => {
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, 'email', address, 'newsletter', 'token-' || id, 'en', 'yes', 'test', now(), now()
        from contact_identities where channel = 'email'`;
    });
  }),
);

/** What is answered to words to many, said or typed. */
const answerTo = async (said: string): Promise<Reply> => {
  if (said.startsWith('/')) return house.say(said);
  const { words } = sentencesIn(said).find(({ does }) => does === 'campaign')!;
  return house.say(`/campaign ${words}`);
};

const made = async () => {
  const [row] = await sql<{ audience: string | null; channel: string; body: string; at: Date | null; state: string }>`
    select audience, channel, coalesce(variants #>> '{of,en,body}', variants #>> '{of,zh-CN,body}') as body,
      scheduled_at as at, state from campaigns`;
  return row;
};

describe('what stands between those to whom it goes and the colon is whom, when or by what', () => {
  it.each([
    ['email everyone who spent more than $50: thanks', 'spent:>USD50', 'thanks'],
    ['群发给所有人消费超过50的：谢谢大家，欢迎再来', 'spent:>USD50', '谢谢大家，欢迎再来'],
    ['email everyone who speaks English: thanks', 'lang:en', 'thanks'],
    ['email everyone with #vip: thanks', '#vip', 'thanks'],
    ['email everyone except Bob Smith: thanks', '-"Bob Smith"', 'thanks'],
    ['给老客（王强除外）发：明天休息', '#老客 -王强', '明天休息'],
    ['email everyone: we are closed. Thanks', '', 'we are closed. Thanks'],
    ['群发给所有人：明天休息，谢谢', '', '明天休息，谢谢'],
    ['通知所有人：请尽快付款谢谢您', '', '请尽快付款谢谢您'],
    ['email everyone: hello, thanks', '', 'hello, thanks'],
    ['email everyone: the doors open at 9:30', '', 'the doors open at 9:30'],
  ])('%s', async (said, audience, body) => {
    const asked = await answerTo(said);
    // one tap where it is asked, of which no button makes a text of it
    if (asked.failed) await house.say(buttonsOf(asked)[0]!.command);
    expect(await made()).toMatchObject({ audience, body });
  });

  it.each([
    'email everyone on the list: we are closed on all Sundays',
    'email everyone I met at the fair: we are closed on all Sundays',
    'email everyone over 50: we are closed on all Sundays',
    'email everyone above $50: we are closed on all Sundays',
    'email everyone else: we are closed on all Sundays',
    'email everybody new: we are closed on all Sundays',
    'email everyone whose order is late: we are closed on all Sundays',
    'email everyone more than 30 days away: we are closed on all Sundays',
    'email everyone tomorrow at 9 if it rains: we are closed on all Sundays',
    'email everyone on WhatsApp: we are closed on all Sundays',
    'email everyone in London tomorrow: we are closed on all Sundays',
    '群发给所有人没回复过两次的：新茶到了，欢迎来尝',
    '群发给所有人用微信：新茶到了，欢迎来尝',
    'email everyone exept Bob Smith tomorrow at 9: we are closed on all Sundays',
  ])('what of it is not read is asked about, and never sent: %s', async (said) => {
    const asked = await answerTo(said);
    expect(asked.failed).toBe(true);
    expect(await made()).toBeUndefined();
    const texts = buttonsOf(asked).flatMap(({ command }) => command.split('\n').slice(1));
    expect(texts.filter((text) => !['we are closed on all Sundays', '新茶到了，欢迎来尝'].includes(text))).toEqual([]);
    // whoever is left to be chosen keeps the text
    const all = buttonsOf(asked).filter(({ command }) => / to (?:everybody|everyone|所有人)(?:\n|$)/u.test(command));
    expect(all).toEqual([]);
  });

  it.each([
    ['email everyone tomorrow at 9: we are closed on all Sundays', 'we are closed on all Sundays'],
    ['email everyone, tomorrow at 9: we are closed on all Sundays', 'we are closed on all Sundays'],
    ['email everyone (tomorrow at 9): we are closed on all Sundays', 'we are closed on all Sundays'],
    ['群发给所有人明天早上9点：新茶到了，欢迎来尝', '新茶到了，欢迎来尝'],
    ['给所有人明天早上9点发：新茶到了，欢迎来尝', '新茶到了，欢迎来尝'],
    ['/campaign new Tea to everyone tomorrow at 9\nwe are closed on all Sundays', 'we are closed on all Sundays'],
  ])('a time there is the time of the campaign, shown and one tap away: %s', async (said, body) => {
    const card = await answerTo(said);
    expect(await made()).toMatchObject({ audience: '', body, state: 'draft' });
    expect(card.fields!.map(({ label }) => label)).toContain('Leaves');
    const [first] = buttonsOf(card);
    expect(first!.label).toMatch(/^Schedule for tomorrow/u);
    expect(first!.command).toMatch(/^\/campaign 1 at \d{4}-/u);
  });

  it('a time outlives the question who is meant', async () => {
    const asked = await answerTo('email everyone, tomorrow at 9, skip Bob Smith: we are closed on all Sundays');
    const without = buttonsOf(asked).find(({ label }) => label.startsWith('Without'))!;
    await house.say(without.command);
    const row = (await made())!;
    expect(row).toMatchObject({ audience: '-"Bob Smith"', body: 'we are closed on all Sundays' });
    expect(row.at).not.toBeNull();
    // a copy has no time of its own
    await house.say('/campaign 1 copy');
    expect(await sql`select from campaigns where scheduled_at is not null`).toHaveLength(1);
  });

  it.each([
    ['message everyone via Telegram: we are closed on all Sundays', 'telegram'],
    ['message everyone on telegram: we are closed on all Sundays', 'telegram'],
    ['message everyone tomorrow at 9 via Telegram: we are closed on all Sundays', 'telegram'],
    ['群发给所有人用telegram：新茶到了，欢迎来尝', 'telegram'],
    ['/campaign new Tea to everyone by email\nwe are closed on all Sundays', 'email'],
  ])('a channel there is the channel: %s', async (said, channel) => {
    await answerTo(said);
    expect(await made()).toMatchObject({ channel, audience: '' });
  });

  it.each([
    'message everyone by SMS: we are closed on all Sundays',
    '给所有人用短信发：新茶到了，欢迎来尝',
    'message everyone by text: hello',
  ])('or it is said that it cannot: %s', async (said) => {
    expect((await answerTo(said)).text).toMatch(/^SMS is not set up to send/u);
    expect(await made()).toBeUndefined();
  });
});

describe('who is left out behind the words', () => {
  it.each([
    ['给老客发，王强除外：明天新茶上市啦', '明天新茶上市啦', '#老客 -王强'],
    ['通知老客明天休息，王强除外', '明天休息', '#老客 -王强'],
    ['告诉所有人（王强除外）明天新茶上市啦', '明天新茶上市啦', '-王强'],
    ['通知所有人明天新茶上市，王强和李明除外', '明天新茶上市', '-王强 -李明'],
    ['通知所有人明天新茶上市，王强、李明除外', '明天新茶上市', '-王强 -李明'],
    ['通知所有人明天新茶上市，除王强外', '明天新茶上市', '-王强'],
  ])('nothing of the words that say so goes to anybody: %s', async (said, body, audience) => {
    const asked = await answerTo(said);
    if (asked.failed) await house.say(buttonsOf(asked)[0]!.command);
    const [row] = await sql<{ audience: string; name: string; text: string }>`
      select audience, name, coalesce(variants #>> '{of,zh-CN,body}', '') as text from campaigns`;
    expect(row).toMatchObject({ audience });
    expect([row!.name, row!.text].filter((one) => /外/u.test(one))).toEqual([]);
    if (row!.text !== '') expect(row!.text).toBe(body);
  });
});

describe('a word near whom it is for that nobody is called', () => {
  const typed = (people: string) => house.say(`/campaign new Tea to ${people}\nwe are closed on all Sundays`);
  const audiences = (reply: Reply) =>
    buttonsOf(reply).map(({ command }) => /^\/campaign new .* to ([^\n]*)/u.exec(command)?.[1]);

  it.each(
    ['exept', 'excpet', 'xcept', 'besides', 'ex', 'unlike', 'lacking', 'former', 'bsides'].flatMap((word) => [
      [`everyone ${word} Bob Smith`, '-"Bob Smith"'],
      [`everybody ${word} #vip`, '-#vip'],
    ]),
  )('never makes those the audience who were to be left out: %s', async (people, without) => {
    const asked = await typed(people);
    expect(asked.failed).toBe(true);
    expect(await made()).toBeUndefined();
    expect(audiences(asked)[0]).toBe(without);
    expect(audiences(asked)).not.toContain(without.slice(1));
  });

  it.each([
    ['everyone -Bob Smith', '-"Bob Smith"'],
    ['-Bob Smith', '-"Bob Smith"'],
    ['#vip -Bob Smith', '#vip -"Bob Smith"'],
    ['Smith -Bob', 'Smith -Bob'],
    ['everyone -Carl', '-Carl'],
  ])('a sign before a name of two words is before both: %s', async (people, audience) => {
    await typed(people);
    expect(await made()).toMatchObject({ audience });
  });

  it('of a sign before one name and another name behind it is asked', async () => {
    const asked = await typed('everyone -Bob Jones');
    expect(asked.failed).toBe(true);
    expect(await made()).toBeUndefined();
  });

  it.each(['#vip exept Bob Smith', 'everyone fooish Bob Smith', 'everyone fooish #vip'])(
    'is asked with what each answer means: %s',
    async (people) => {
      const asked = await typed(people);
      expect(asked.failed).toBe(true);
      expect(audiences(asked).filter((one) => one === '#vip Bob Smith' || one === 'everybody')).toEqual([]);
    },
  );

  it('neither is none of both', async () => {
    const asked = await typed('everyone who bought neither mug nor mug');
    expect(asked.failed).toBeUndefined();
    expect((await made())!.audience).toMatch(/^-bought:mug/u);
  });

  it('control: a word that adds nothing is still taken out in one tap', async () => {
    const asked = await typed('#vip or #lead or blorp');
    expect(audiences(asked)).toContain('#vip or #lead');
  });
});
