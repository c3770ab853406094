import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import type { MessageEdited } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { FACTS } from '../../support/command_facts.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let card = '';

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Is my order ready?', { from: { address: '77', name: 'Dave' }, chat: '77' }));
    await house.deliver();
    const rows = await house.outbox();
    card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId)!.externalId!;
  }),
);

const last = async () => (await house.cards()).at(-1)!;
const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const toDave = async () =>
  (await house.outbox()).filter(({ audience, state }) => audience === 'customer' && state !== 'cancelled');

async function typed(text: string, answers: string[]): Promise<string> {
  const externalId = `line-${text}`;
  await house.type(text, { externalId, answers });
  return externalId;
}

async function edited(externalId: string, text: string, more: Partial<MessageEdited> = {}): Promise<Reply> {
  const from = { address: OWNER, name: '我' };
  await house.happen({
    ...{ kind: 'message.edited', channel: 'telegram', chat: OWNER, from, externalId, text },
    ...{ editedAt: new Date(house.now.getTime() + 60_000), ...more },
  });
  return last();
}

describe('a line the owner edits', () => {
  it.each([
    ['/reply Dave free delivery, £80', '/reply Dave free delivery, £800'],
    ['/later Dave tomorrow 9am it is £80', '/later Dave tomorrow 9am it is £800'],
    ['/lead Dave shelves 300', '/lead Dave shelves 3000'],
    ['/task 10am call the printer', '/task 3pm call the printer'],
    ['/repyl Dave ok', '/reply Dave ok'],
    ['/find Dav', '/find Dave'],
    ['备注 Dave 喜欢蓝色', '备注 Dave 喜欢绿色'],
    ['what a day', '/task 10am what a day'],
  ])('%s: is answered, changes nothing, and one tap does %s', async (before, now) => {
    const id = await typed(before, []);
    await house.deliver();
    const [state, sent] = [await house.state(), (await toDave()).length];
    const said = await edited(id, now);
    expect(said.text).toMatch(/^✎ Your edit stays here/);
    expect(commandsOf(said).map((line) => line.split('\n').at(-1))).toContain(now);
    expect(await house.state()).toEqual(state);
    expect(await toDave()).toHaveLength(sent);
  });

  const leads = () => house.db.sql`
    select title, amount_minor::text as amount, stage from leads where title <> 'Is my order ready?' order by id`;
  const notes = async () =>
    (await house.db.sql<{ text: string }>`select text from messages where direction = 'note' order by id`).map(
      ({ text }) => text,
    );

  it('is not made anew once something was done with what it made: its amount is offered', async () => {
    const id = await typed('/lead Dave shelves 300', []);
    await house.say('/won Dave');
    const said = await edited(id, '/lead Dave shelves 350');
    expect(commandsOf(said).join()).not.toContain('/undo');
    const [lead] = await house.db.sql<{ id: string }>`select id from leads where stage = 'won'`;
    expect(commandsOf(said)).toEqual([`/won ${lead!.id} CNY 350.00`]);
    await house.press(buttonsOf(said)[0]!);
    expect(await leads()).toEqual([{ title: 'shelves', amount: '35000', stage: 'won' }]);
  });

  it('is made anew once that was taken back', async () => {
    const id = await typed('/lead Dave shelves 300', []);
    await house.say('/won Dave');
    await house.say('/undo');
    await house.press(buttonsOf(await edited(id, '/lead Dave shelves 350'))[0]!);
    expect(await leads()).toEqual([{ title: 'shelves', amount: '35000', stage: 'new' }]);
  });

  it('again takes back what the button of the edit before made', async () => {
    const id = await typed('/note Dave likes blue', []);
    await house.press(buttonsOf(await edited(id, '/note Dave likes red'))[0]!);
    await house.press(buttonsOf(await edited(id, '/note Dave likes green'))[0]!);
    expect(await notes()).toEqual(['likes green']);
    await house.press(buttonsOf(await edited(id, '/note Dave likes none')).at(-1)!);
    expect(await notes()).toEqual([]);
  });

  it('takes back what was made by a button of what it asked', async () => {
    const id = await typed('/note Daev likes blue', []);
    await house.press(buttonsOf(await last())[0]!);
    expect(await notes()).toEqual(['likes blue']);
    await house.press(buttonsOf(await edited(id, '/note Dave likes red'))[0]!);
    expect(await notes()).toEqual(['likes red']);
  });

  it('again leaves one offer: that of the wording before is gone', async () => {
    const id = await typed('/note Dave likes blue', []);
    const [red] = buttonsOf(await edited(id, '/note Dave likes red'));
    const [green] = buttonsOf(await edited(id, '/note Dave likes green'));
    await house.press(green!);
    await house.press(red!);
    expect(await notes()).toEqual(['likes green']);
  });

  it('of words that only offered an undo takes nothing else back', async () => {
    await house.say('/task water the plants');
    const id = await typed('cancel', []);
    expect(commandsOf(await edited(id, 'cancel that')).filter((line) => line.includes('\n'))).toEqual([]);
    expect(buttonsOf(await last()).map(({ label }) => label)).not.toContain('Undo what I typed first');
  });

  it('is run as it is now, and what it did first is undone, by a tap each', async () => {
    const id = await typed('/lead Dave shelves 300', []);
    const said = await edited(id, '/lead Dave shelves 3000');
    await house.press('Undo what I typed first');
    await house.press(commandsOf(said).find((line) => line.endsWith('/lead Dave shelves 3000'))!);
    const leads = await house.db.sql<{
      amount: string;
    }>`select amount_minor::text as amount from leads where amount_minor is not null`;
    expect(leads.map(({ amount }) => amount)).toEqual(['300000']);
  });

  it.each([
    ['/lead Dave shelves 300', '/lead Dave shelves 3000', 'leads where amount_minor is not null'],
    ['/lead Dave shelves 300', '/lead Dave shelves for the hall', "leads where title like 'shelves%'"],
    ['/ticket Dave shelf bent', '/ticket Dave shelf broken', "tickets where title like 'shelf%'"],
    ['/task 10am call the printer', '/task 3pm call the printer', 'tasks'],
    ['/task tomorrow 10am call the printer', 'remind me tomorrow 3pm to call the printer', 'tasks'],
    ['备注 Dave 喜欢蓝色', '备注 Dave 喜欢绿色', "messages where direction = 'note'"],
    [
      '/later Dave tomorrow 9am it is £80',
      '/later Dave tomorrow 9am it is £800',
      'scheduled_answers where cancelled_at is null',
    ],
  ])('one tap changes what %s made, and makes no second of it: %s', async (before, now, what) => {
    const id = await typed(before, []);
    await house.deliver();
    const said = await edited(id, now);
    const change = buttonsOf(said).find(({ label }) => label.startsWith('Change it to '))!;
    await house.press(change);
    const made = await house.db.sql`select * from ${house.db.sql.unsafe(what)}`;
    expect(made).toHaveLength(1);
    expect(JSON.stringify(made)).not.toContain('"10:00');
  });

  it.each([
    ['//can do 400', 'can do 400', '/reply v1 can do 400'],
    ['can do 400', '//can do 400', '/note c1 can do 400'],
    ['can do 40', 'can do 400', '/reply v1 can do 400'],
    ['/note likes blue', '/note likes green', '/undo 1\n/note likes green'],
  ])('under a card from %s to %s: is answered, and a tap does it', async (before, now, line) => {
    const id = await typed(before, [card]);
    await house.deliver();
    const sent = (await toDave()).length;
    const said = await edited(id, now, { answers: [card] });
    expect(said).toMatchObject({ text: expect.stringMatching(/^✎ /), quote: now });
    expect(commandsOf(said)).toContain(line);
    expect(await toDave()).toHaveLength(sent);
    await house.press(line);
    await house.deliver();
    expect(await toDave()).toHaveLength(line.startsWith('/reply') ? sent + 1 : sent);
  });

  it('and that is now meant for nobody is asked about before it goes to the customer', async () => {
    const id = await typed('can do 400', [card]);
    const said = await edited(id, 'don’t send this', { answers: [card] });
    expect(said.text).toContain('Nothing has been sent yet');
  });

  it('while a canned reply is held, into another one: only that leaves, and an edit keeps no new wording', async () => {
    await house.say('/settings undo 60');
    for (const word of ['thanks', 'sorry']) await house.say(`/c save ${word} en ${word}, {name}`);
    const id = await typed('/c thanks c1', []);
    await edited(id, '/c sorry c1');
    const waiting = (await toDave()).map(({ payload }) => payload.kind === 'message' && payload.reply.text);
    expect(waiting).toEqual(['sorry, Dave']);
    await edited(id, '/c save sorry en bye', { editedAt: new Date(house.now.getTime() + 120_000) });
    expect((await toDave()).map(({ state }) => state)).toEqual(['queued']);
    expect(await house.db.sql`select text from canned_replies order by text`).toEqual([
      { text: 'sorry, {name}' },
      { text: 'thanks, {name}' },
    ]);
  });

  it('is said or kept anew for each command whose words go into a conversation at once', () => {
    const says = Object.entries(FACTS).flatMap(([name, facts]) =>
      JSON.stringify(facts).includes('messages+') ? [name] : [],
    );
    expect(commands.flatMap(({ name, answers }) => (answers ? [name as string] : [])).sort()).toEqual(
      // a button of it says what is often asked, which no example does
      [...says, 'faq'].sort(),
    );
  });

  it('while an answer is held, into what is no answer: the first wording waits, and can be kept back', async () => {
    await house.say('/settings undosend 5');
    const id = await typed('/reply Dave it is £80', []);
    const said = await edited(id, '/find Dave');
    expect(said.text).toContain('in a minute your first wording goes out');
    const [held] = await house.db
      .sql`select from outbox where audience = 'customer' and run_at > now() + interval '50 s'`;
    expect(held).toBeDefined();
    await house.press('Stop my answer to Dave');
    expect(await toDave()).toEqual([]);
  });

  it('while an answer is held, into what was said by phone: that is kept, once, and nothing leaves', async () => {
    await house.say('/settings undosend 5');
    const id = await typed('/reply Dave it is £80', []);
    await edited(id, '/call Dave asked what it costs');
    expect(await toDave()).toEqual([]);
    expect(await notes()).toEqual(['asked what it costs']);
    expect(await house.db.sql`select kind from calls`).toEqual([{ kind: 'call' }]);
  });

  it('before it has begun to leave goes as it was edited last, and is answered each time', async () => {
    const id = await typed('can do 400', [card]);
    const before = (await house.cards()).length;
    await edited(id, 'can do 500', { answers: [card] });
    await edited(id, 'can do 600', { answers: [card] });
    expect(await house.cards()).toHaveLength(before + 2);
    const words = (await toDave()).map(({ payload }) => 'reply' in payload && payload.reply.text);
    expect(words).toEqual(['can do 600']);
  });

  it('twice within a second is answered twice, and with the words it had not at all', async () => {
    const id = await typed('can do 400', [card]);
    await house.deliver();
    const before = (await house.cards()).length;
    await edited(id, 'can do 500', { answers: [card] });
    await edited(id, 'can do 600', { answers: [card] });
    await edited(id, 'can do 400', { answers: [card] });
    expect(await house.cards()).toHaveLength(before + 2);
  });

  it('and that holds a key now is answered, and keeps nothing of it', async () => {
    const id = await typed('/find Dave', []);
    const said = await edited(id, '/connect shopify shpss_0123456789abcdef0123456789abcdef');
    expect(said.text).toMatch(/^✎ .*password or a key/);
    expect(JSON.stringify(await house.outbox())).not.toContain('shpss_');
  });

  it('in a group that is no desk is nothing of ours', async () => {
    const before = (await house.cards()).length;
    await edited('g1', 'lunch?', { chat: '-100' });
    expect(await house.cards()).toHaveLength(before);
  });
});
