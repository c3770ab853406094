import { beforeEach, describe, expect, it } from 'vitest';
import { sendReminders } from '../../../src/jobs/reminders.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const HOUR_MS = 3_600_000;
const house = await testHouse({ locale: 'en' });
const { sql } = house.db;

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('When can I have the quote?', { from: { address: '7', name: 'Anna' } }));
    await house.deliver();
  }),
);

const tasks = async () =>
  (
    await sql`select title, to_char(due_at at time zone 'Asia/Shanghai', 'DD HH24:MI') as due from tasks order by id`
  ).map(({ title, due }) => `${due} ${title}`);
const offers = (reply: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(reply).filter(({ command }) => command.startsWith('/promise '));

describe('an answer that promises something', () => {
  // Saturday, noon
  it.each([
    ["I'll send it Thursday", ['⏰ Thu 09:00', 'No']],
    ["You'll have it by Tuesday noon", ['⏰ Tue 09:00', '⏰ Tue 11:00', 'No']],
    ["I'll send it by Tuesday", ['⏰ Tue 09:00', '⏰ Mon 17:00', 'No']],
    ['周四发你', ['⏰ Thu 09:00', 'No']],
    ['Shall I send it Thursday?', []],
    ["If it comes, I'll send it Thursday", []],
    ["I'll send it soon", []],
  ])('%s: offers %j', async (text, labels) => {
    const said = await house.say(`/reply Anna ${text}`);
    expect(offers(said).map(({ label }) => label.replace(/, .*(?= \d)|\d+ \w+,? /, ''))).toEqual(labels);
    expect(await tasks()).toEqual([]);
  });

  it('is remembered by one tap, at another time by another, and taken back exactly', async () => {
    const said = await house.say("/reply Anna Thanks! You'll have it by Tuesday noon.");
    const [morning, before, no] = offers(said);
    await house.say(no!.command);
    expect(await tasks()).toEqual([]);
    const { text } = await house.say(morning!.command);
    expect(text).toMatch(/Promised Anna: You'll have it by Tuesday noon\.$/);
    expect(await tasks()).toEqual(["24 09:00 Promised Anna: You'll have it by Tuesday noon."]);
    await house.say(before!.command);
    expect(await tasks()).toEqual(["24 11:00 Promised Anna: You'll have it by Tuesday noon."]);
    expect((await house.say('/promise')).lists![0]!.items).toHaveLength(1);
    await house.say('/undo');
    await house.say('/undo');
    expect(await tasks()).toEqual([]);
    await house.say('/undo');
    expect((await house.say('/promise')).text).toContain('Nothing you have promised');
  });

  it('is remembered no more where No follows, which is taken back exactly', async () => {
    const said = await house.say("/reply Anna I'll send you the quote Thursday and the invoice on Friday");
    const [first, second, no] = offers(said);
    await house.say("/reply Anna I'll call you Monday");
    for (const one of [first, second]) await house.say(one!.command);
    const before = await house.state();
    expect(await tasks()).toHaveLength(2);
    expect((await house.say(no!.command)).text).toBe('All right, no reminder.');
    expect(await tasks()).toEqual([]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('of two things has a reminder of each, and of a day that the month lacks its last one too', async () => {
    const said = await house.say("/reply Anna I'll send you the quote Thursday and the invoice on Friday");
    const [first, second] = offers(said);
    for (const one of [first, second, second]) await house.say(one!.command);
    expect(await tasks()).toEqual([
      "26 09:00 Promised Anna: I'll send you the quote Thursday",
      '27 09:00 Promised Anna: the invoice on Friday',
    ]);
    expect(offers(await house.say('/reply Anna 31号发货')).map(({ command }) => command.slice(-16, -6))).toEqual(
      expect.arrayContaining(['2026-11-30', '2026-12-31']),
    );
  });

  it.each(['/cancel', '/undo'])('that %s calls back promised nothing, and said again it is one', async (line) => {
    await house.say('/settings undo-send 30');
    const before = await house.say("/reply Anna I'll send it Thursday");
    await house.say(offers(before)[0]!.command);
    expect(await tasks()).toHaveLength(1);
    const back = await house.say(
      line === '/cancel' ? line : buttonsOf(before).find(({ command }) => command.startsWith('/cancel'))!.command,
    );
    expect(await tasks()).toEqual([]);
    const again = await house.say(buttonsOf(back)[0]!.command);
    await house.say(offers(again)[0]!.command);
    expect(await tasks()).toHaveLength(1);
  });

  it('called back, keeps of two things the one that is done already', async () => {
    await house.say('/settings undo-send 30');
    const said = await house.say("/reply Anna I'll send you the quote Thursday and the invoice on Friday");
    for (const one of offers(said).slice(0, 2)) await house.say(one.command);
    await house.say('/done 1');
    await house.say('/cancel');
    expect(await tasks()).toEqual(["26 09:00 Promised Anna: I'll send you the quote Thursday"]);
  });

  it('said once more in the same words moves its reminder, and in others offers to be done with it', async () => {
    for (const words of ["I'll send it Thursday", "I'll send it Thursday", "I'll send it by Friday"]) {
      const [remind] = offers(await house.say(`/reply Anna ${words}`));
      const { buttons } = await house.say(remind!.command);
      expect(buttonsOf({ buttons: buttons ?? [] }).some(({ label }) => label.startsWith('Done with'))).toBe(
        words.includes('Friday'),
      );
    }
    expect(await tasks()).toHaveLength(2);
    // also where it is called otherwise by now, in whichever language, and others came between
    await house.db.autocommit`update tasks set title = '答应 Anna：' || id`;
    for (const day of ['Monday', 'Tuesday', 'Wednesday'])
      await house.say(offers(await house.say(`/reply Anna I'll call you on ${day}`))[0]!.command);
    const moved = await house.say(offers(await house.say("/reply Anna I'll send it Thursday"))[0]!.command);
    expect(moved.text).toContain('答应 Anna：1');
    expect(await tasks()).toHaveLength(5);
  });

  it('is listed by person, and says where the answer never arrived, dropped or not', async () => {
    await house.say('/add Ben ben@example.com');
    await house.say(offers(await house.say("/reply Anna I'll send it Thursday"))[0]!.command);
    const listed = async (who: string) => {
      const { text = '', lists = [] } = await house.say(`/promise ${who}`);
      return text || lists[0]!.items.map(({ detail }) => detail!.includes('never reached'));
    };
    expect(await listed('Anna')).toEqual([false]);
    expect(await listed('Ben')).toBe('Nothing you have promised Ben is still open.');
    await house.deliver(() => ({ result: 'failed', reason: 'blocked', error: 'gone' }));
    expect(await listed('for Anna')).toEqual([true]);
    const left = buttonsOf(await house.say('/unsent')).find(({ command }) => command.startsWith('/drop'))!;
    await house.say(left.command);
    expect(await listed('')).toEqual([true]);
  });

  it.each([0, 10])(
    'is offered under a card that is answered, held for %d s, and still when it has left',
    async (seconds) => {
      await house.say(`/settings undo-send ${seconds}`);
      const card = (await house.outbox()).find(({ conversationId }) => conversationId !== null)!;
      await house.type("I'll send it Thursday", { answers: [card.externalId!] });
      await house.deliver();
      await house.deliver();
      const buttons = (await house.cards()).flatMap(offers);
      expect(buttons.map(({ label }) => label.slice(0, 1))).toEqual(['⏰', 'N']);
      await house.press(buttons[0]!);
      expect(await tasks()).toEqual(["26 09:00 Promised Anna: I'll send it Thursday"]);
    },
  );

  it('is offered once an answer for later has left, and not before', async () => {
    const said = await house.say("/later Anna tomorrow 10am I'll call you on Thursday");
    expect(offers(said)).toEqual([]);
    house.now = new Date(NOON.getTime() + 22 * HOUR_MS);
    await house.act((ctx) => sendScheduled(ctx));
    expect((await house.cards()).flatMap(offers)).toHaveLength(2);
  });

  it('is not offered where the owner wants no such offers', async () => {
    await house.say('/settings promises off');
    expect(offers(await house.say("/reply Anna I'll send it Thursday"))).toEqual([]);
    await house.say('/settings promises on');
    expect(offers(await house.say("/reply Anna I'll send it Thursday"))).toHaveLength(2);
  });

  it.each([
    [true, 'its reminder says what was written since'],
    [false, 'its reminder says nothing where nothing was written since'],
  ])('written since: %s: %s', async (isWritten) => {
    const said = await house.say("/reply Anna I'll send it Thursday");
    await house.say(offers(said)[0]!.command);
    house.now = new Date(NOON.getTime() + 24 * HOUR_MS);
    if (isWritten) await house.say('/reply Anna Here is the quote.');
    house.now = new Date(NOON.getTime() + 6 * 24 * HOUR_MS);
    await house.act((ctx) => sendReminders(ctx));
    const card = (await house.cards()).find(({ title }) => title?.startsWith('⏰ Promised Anna'))!;
    expect(card.text?.includes('“Here is the quote.”') ?? false).toBe(isWritten);
  });
});
