import { beforeEach, describe, expect, it } from 'vitest';
import { settleAbandoned } from '../../../src/delivery/settle.ts';
import { nameChannel } from '../../../src/domain/desk/channel_state.ts';
import { sendDuePosts } from '../../../src/domain/posts/tend.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome } from '../../../src/outbox/message.ts';
import { buttonsOf, NOON, OWNER, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const fails = (error: unknown): never => {
  throw error;
};
const { sql } = house.db;

/** As Telegram answers who is asked about a channel of which the bot is an admin. */
const answersOutlet = (message: OutboxMessage): Outcome =>
  message.payload.kind === 'outlet'
    ? { result: 'sent', outlet: { address: '-1001', name: 'Tea house', handle: 'teahouse' } }
    : { result: 'sent', externalId: `sent-${message.id}` };

beforeEach(
  house.startingWith(async () => {
    await house.act((ctx) => nameChannel(ctx, 'telegram', '@tea_bot'));
    await house.say('/post to @teahouse');
    await house.deliver(answersOutlet);
  }),
);

const WORDS = 'Spring tea is here #tea\nhttps://tea.example/spring';
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((button) => button.label.startsWith(label))!;
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label.startsWith(label))?.value;
const publicRows = async () =>
  (await house.outbox()).filter(({ audience, payload }) => audience === 'public' && payload.kind !== 'outlet');
const wordsOf = ({ payload }: OutboxMessage) => (payload.kind === 'message' ? payload.reply.text : undefined);
const due = () => house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
const post = async (words = WORDS) => {
  const card = await house.say(`/post ${words}`);
  return house.say(labelled(card, 'Post now').command);
};
/** What leaves is sent at once. */
const leaves = async (outcome?: (message: OutboxMessage) => Outcome) => {
  await due();
  await house.deliver(outcome);
};

describe('where posts go', () => {
  it('is a channel once its platform has said that the bot may post there', async () => {
    expect(await house.say('/post to')).toMatchObject({
      lists: [{ items: [{ text: 'Telegram Tea house', detail: 'posts go there' }] }],
    });
    expect(JSON.stringify(await house.cards())).toContain('posts go to Tea house from now on');
  });

  it('is no channel of which the platform says that it may not', async () => {
    await house.say('/post to @another');
    await house.deliver((message) =>
      message.payload.kind === 'outlet'
        ? { result: 'failed', error: '403', reason: 'may_not_post' }
        : answersOutlet(message),
    );
    const [, other] = (await house.say('/post to')).lists![0]!.items;
    expect(other).toMatchObject({ detail: 'refused' });
    await post();
    expect(await publicRows()).toHaveLength(1);
  });

  it('is told anew under its own name where it was asked for twice', async () => {
    await house.say('/post to https://t.me/teahouse/12');
    await house.deliver(answersOutlet);
    expect((await house.say('/post to')).lists![0]!.items).toHaveLength(1);
    await house.say('/post off 1');
    await post();
    expect(await publicRows()).toHaveLength(0);
  });
});

describe('a place that no post is to go to any more', () => {
  it('gets none that was about to leave either', async () => {
    await post();
    const reply = await house.say('/post off 1');
    expect(reply.text).toContain('stays here');
    expect(await publicRows()).toMatchObject([{ state: 'cancelled' }]);
  });
});

describe('a post', () => {
  it('is shown before anything leaves, with what of it fits where', async () => {
    const card = await house.say(`/post ${WORDS}`);
    expect(card).toMatchObject({ title: '📣 Post #1 · not posted yet', quote: WORDS });
    expect(fieldOf(card, 'Goes to')).toBe('Telegram Tea house');
    expect(fieldOf(card, 'X')).toBe('47 of 280 characters');
    expect(await publicRows()).toEqual([]);
    const long = await house.say(`/post ${'Spring tea is here. '.repeat(40)}`);
    expect(fieldOf(long, 'X')).toMatch(/^too long, left out: “Spring tea is here\./);
  });

  it('leaves for its channel once, with a link of its own, and comes back as a text for each network', async () => {
    const card = await post();
    expect(card.text).toBe('It leaves in 10 seconds.');
    expect((await publicRows()).map(({ state }) => state)).toEqual(['queued']);
    await leaves();
    const [row] = await publicRows();
    expect(row).toMatchObject({ state: 'sent', channel: 'telegram', address: '-1001' });
    expect(wordsOf(row!)).toMatch(/^Spring tea is here #tea\nhttps:\/\/crm\.example\.com\/s\/[a-z0-9]{10}$/);
    const copies = (await house.cards()).filter(({ copy }) => copy);
    expect(copies.map(({ title }) => title)).toEqual(['Instagram · 60 of 2200 characters', 'X · 47 of 280 characters']);
    const links = [row!, ...copies.map(({ copy }) => copy)].map((one) => /\/s\/\w+/.exec(JSON.stringify(one))![0]);
    expect(new Set(links).size).toBe(3);
    const urls = await sql<{
      url: string;
      source: string;
      code: string;
    }>`select url, source, code from post_links order by source`;
    expect(urls.map(({ url, code }) => url.replace(code, 'CODE'))).toEqual(
      ['instagram', 'telegram', 'x'].map(
        (source) =>
          `https://tea.example/spring?utm_source=${source}&utm_medium=social&utm_campaign=post-1&utm_content=CODE`,
      ),
    );
    await house.say('/post 1 go');
    await leaves();
    expect(await publicRows()).toHaveLength(1);
    expect(fieldOf(await house.say('/post 1'), 'Telegram Tea house')).toMatch(/^posted/);
  });

  it('is taken back before it leaves, and leaves later all the same', async () => {
    await post();
    const back = await house.say('/post 1 back');
    expect(back.text).toBe('Taken back: nothing was posted.');
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['cancelled']);
    await house.say('/post 1 go');
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['cancelled', 'sent']);
    expect(await house.say('/post 1 back')).toMatchObject({
      failed: true,
      text: expect.stringContaining('left already'),
    });
  });

  it('is what an undo takes back while it waits', async () => {
    await post();
    expect((await house.say('/undo')).text).toBe('Taken back: nothing was posted.');
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('is left alone by an undo where something else was done since', async () => {
    await house.say('/add Anna');
    await post();
    await house.say('/note Anna likes oolong');
    expect((await house.say('/undo')).text).toContain('/note Anna');
    expect(await sql`select text from messages where direction = 'note'`).toEqual([]);
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('that was being sent when its process died is a doubt, and a second process sends it no second time', async () => {
    await post();
    await house.db.autocommit`
      update outbox set state = 'sending', attempts = 1 where audience = 'public' and state = 'queued'`;
    await settleAbandoned(house, { evenLeased: true });
    await leaves();
    expect((await publicRows()).map(({ state, attempts }) => [state, attempts])).toEqual([['unknown', 1]]);
    expect((await house.say('/post 1')).fields![0]!.value).toBe('nobody knows whether it is there');
  });

  it('of which nobody knows whether it is there is never posted again by itself, and the owner is asked', async () => {
    await post();
    await leaves((message) =>
      message.audience === 'public' ? { result: 'unknown', error: 'cut' } : { result: 'sent' },
    );
    expect((await publicRows()).map(({ state, attempts }) => [state, attempts])).toEqual([['unknown', 1]]);
    const asked = (await house.cards()).find(({ title }) => title?.startsWith('❓'))!;
    expect(asked.title).toBe('❓ Post #1: nobody knows whether it is in Tea house');
    await house.say(labelled(asked, 'Send again').command);
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('that was refused is told with the reason, and a try that surely failed is tried again by itself', async () => {
    await post();
    await leaves((message) =>
      message.audience === 'public' ? { result: 'failed', error: '403', reason: 'may_not_post' } : { result: 'sent' },
    );
    const told = (await house.cards()).find(({ title }) => title?.startsWith('✗ Post #1'))!;
    expect(told.text).toContain('the bot may not post there');
    await post();
    let tries = 0;
    await leaves((message) => {
      if (message.audience === 'public' && tries++ === 0) return { result: 'retry', error: '429' };
      return { result: 'sent', externalId: `sent-${message.id}` };
    });
    await leaves();
    expect((await publicRows()).at(-1)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('has other words in the channel once it is edited, and is gone once it is deleted', async () => {
    await post();
    await leaves();
    await house.say('/post 1 edit Spring tea is sold out');
    const edits: OutboxMessage[] = [];
    await leaves((message) => {
      if (message.audience === 'public') edits.push(message);
      return { result: 'sent' };
    });
    expect(edits.map(({ payload }) => payload)).toMatchObject([{ kind: 'edit', of: (await publicRows())[0]!.id }]);
    expect(wordsOf((await publicRows())[0]!)).toBe('Spring tea is sold out');
    await house.say('/post 1 delete');
    await leaves();
    expect(fieldOf(await house.say('/post 1'), 'Telegram Tea house')).toMatch(/^deleted/);
  });

  it('that could not be changed in the channel says so, and nothing is said in the channel instead', async () => {
    await post();
    await leaves();
    await house.say('/post 1 edit Sold out');
    await leaves((message) =>
      message.payload.kind === 'edit' && message.audience === 'public'
        ? { result: 'failed', error: "400: message can't be edited", reason: 'rejected' }
        : { result: 'sent' },
    );
    expect((await house.cards()).some(({ title }) => title === '✗ Post #1 could not be changed in Tea house')).toBe(
      true,
    );
    expect((await publicRows()).map(({ payload, state }) => [payload.kind, state])).toEqual([
      ['message', 'sent'],
      ['edit', 'cancelled'],
    ]);
  });

  it('waits for its time, and asks where that is long over', async () => {
    const card = await house.say('/post Spring tea is here\ntomorrow 9am');
    expect(card.quote).toBe('Spring tea is here');
    const schedule = labelled(card, 'Schedule tomorrow');
    await sendDuePosts(house.act, fails);
    expect(await publicRows()).toEqual([]);
    expect((await house.say(schedule.command)).title).toBe('📣 Post #1 · scheduled');
    house.now = new Date('2026-11-22T00:59:00Z');
    await sendDuePosts(house.act, fails);
    expect(await publicRows()).toEqual([]);
    house.now = new Date('2026-11-22T01:00:05Z');
    await sendDuePosts(house.act, fails);
    await sendDuePosts(house.act, fails);
    await leaves();
    expect((await publicRows()).map(({ state }) => state)).toEqual(['sent']);
    house.now = NOON;
    await house.say('/post Second');
    await house.say('/post 2 at tomorrow 9am');
    house.now = new Date('2026-11-22T05:00:00Z');
    await sendDuePosts(house.act, fails);
    expect(await publicRows()).toHaveLength(1);
    expect((await house.cards()).at(-1)?.title).toContain('could not leave at its time');
  });

  it('keeps a time amid its own words, and offers what it may be', async () => {
    const card = await house.say('/post We open tomorrow 9am');
    expect(card.quote).toBe('We open tomorrow 9am');
    const scheduled = await house.say(labelled(card, 'Schedule tomorrow').command);
    expect(scheduled.quote).toBe('We open');
  });

  it('begins with a photo whose caption it is', async () => {
    const photo = { kind: 'photo' as const, ref: 'AgAC-photo' };
    await house.type(`/post ${WORDS}`, { attachments: [photo] });
    await house.press('Post now');
    const [row] = await publicRows();
    expect(row!.payload).toMatchObject({ reply: { attachments: [photo] } });
    expect((await house.cards()).find(({ copy }) => copy)?.attachments).toEqual([photo]);
    expect(row!.address).not.toBe(OWNER);
  });

  it('may begin with a number, and is no step of another post', async () => {
    await house.say('/post 3 for 2 today');
    expect((await house.say('/post 1')).quote).toBe('3 for 2 today');
  });

  it.each([
    ['1 stats', 'draft'],
    ['1 效果', 'draft'],
    ['1 x', 'copy'],
    ['1 朋友圈', 'copy'],
    ['1 tomorrow 9am', 'scheduled'],
    ['1 明天9点', 'scheduled'],
  ])('is meant by a number in front that is its own: %s', async (typed, shows) => {
    await house.say('/post New tea is here https://tea.example');
    const reply = await house.say(`/post ${typed}`);
    expect(reply.failed).toBeUndefined();
    expect(JSON.stringify(reply)).toContain(
      shows === 'copy' ? 'New tea is here' : `#1 · ${shows === 'draft' ? 'not posted yet' : shows}`,
    );
    expect(await sql`select from posts`).toHaveLength(1);
  });

  it.each(['1 new tea has arrived', '1 文案 抖音', '1 delete everything'])(
    'and what is not understood of it is named, with a post of its own one tap away: %s',
    async (typed) => {
      await house.say('/post New tea is here');
      const reply = await house.say(`/post ${typed}`);
      expect(reply).toMatchObject({ failed: true, quote: 'New tea is here' });
      expect(reply.text).toContain(typed.slice(2));
      expect((await house.say(labelled(reply, 'New post').command)).quote).toBe(typed);
    },
  );

  it('where a network stands in front, may leave that word out', async () => {
    const card = await house.say('/post instagram New work is up');
    expect(card.quote).toBe('instagram New work is up');
    const other = await house.say(labelled(card, 'For Instagram').command);
    expect(other.quote).toBe('New work is up');
    expect(other.fields!.map(({ label }) => label)).toContain('Instagram');
    expect((await house.say('/发帖 小红书：新茶到了')).hint).toContain('Xiaohongshu');
  });

  it.each([
    '/post only instagram: New work is up',
    '/发帖 只发 ins：New work is up',
    'post on instagram: New work is up',
  ])('is for the one network that is named: %s', async (line) => {
    const card = await house.say('/post New tea is here');
    expect(card.fields!.map(({ label }) => label)).toContain('X');
    let one = await house.say(line);
    const run = buttonsOf(one).find(({ command }) => command.startsWith('/post only'));
    if (run) one = await house.say(run.command);
    expect(one.quote).toBe('New work is up');
    expect(one.fields!.map(({ label }) => label)).not.toContain('X');
    expect((await house.say('/post Only x left: three mugs')).quote).toBe('Only x left: three mugs');
  });

  it('for some people is a campaign; control: words that begin so', async () => {
    const card = await house.say('/发帖 给 老客');
    expect(labelled(card, 'New campaign').command).toBe('/campaign new 老客 to 老客');
    expect((await house.say('/post To celebrate spring we open at nine, come in!')).hint).not.toContain('campaign');
  });

  it('says in front when it is to leave; control: a time within the words', async () => {
    const card = await house.say('/发帖 明天9点 新茶到了');
    const timed = await house.say(labelled(card, 'Schedule tomorrow').command);
    expect(timed.quote).toBe('新茶到了');
    expect((await house.say('/post Tomorrow we open')).hint).not.toContain('Take it out');
  });

  it('gets a link to the bot where it has none, which says who came by it', async () => {
    const card = await house.say('/post Ask us anything');
    expect(card.hint).toContain('no link in it');
    expect((await house.say(labelled(card, 'Add a link').command)).quote).toBe('Ask us anything\nhttps://t.me/tea_bot');
    await house.say('/post 1 go');
    const [{ url } = { url: '' }] = await sql<{ url: string }>`select url from post_links where source = 'x'`;
    expect(url).toMatch(/^https:\/\/t\.me\/tea_bot\?start=s_[a-z0-9]{10}$/);
  });
});

describe('a post of a channel that the owner passes on', () => {
  const passOn = () => house.type('Old news', { forwardedFrom: { name: 'Second house', outlet: '-1009876543210' } });

  it('offers to post there from now on, which is asked of the platform first', async () => {
    await passOn();
    const asked = await house.press('Post in Second house from now on');
    expect(asked.text).toBe('Asking Telegram whether the bot may post in Second house …');
    await house.deliver((message) => {
      const outlet = { address: '-1009876543210', name: 'Second house', handle: '' };
      return message.payload.kind === 'outlet' ? { result: 'sent', outlet } : { result: 'sent' };
    });
    expect((await house.say('/post to')).lists![0]!.items.map(({ text }) => text)).toEqual([
      'Telegram Tea house',
      'Telegram Second house',
    ]);
  });
});
