import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

let count = 0;
const mail = (from: string, subject: string, text: string, more: Partial<MessageReceived> = {}): MessageReceived =>
  telegramMessage(text, {
    ...{ channel: 'email', chat: from, private: false, from: { address: from, name: 'Kim Berg' } },
    ...{ subject, externalId: `<${++count}@x>`, sentAt: new Date(NOON.getTime() - 3_600_000 + count * 1000), ...more },
  });
const KIM = 'kim@b.org';
const PAT = 'pat@b.org';
const answers = async () =>
  (await house.outbox()).flatMap(({ audience, address, payload }) =>
    audience === 'customer' && payload.kind === 'message'
      ? [{ address, subject: payload.subject, ...payload.reply }]
      : [],
  );
const press = (reply: Reply, words: string) =>
  house.say(buttonsOf(reply).find(({ label }) => label.includes(words))!.command);

/** Kim's two threads: in the first Pat, who had a copy, has written last. */
async function twoWriters(): Promise<void> {
  await house.happen(mail(KIM, 'Blue cups', 'Do you have blue cups?', { copied: [PAT], externalId: '<blue@x>' }));
  await house.happen(
    mail(PAT, 'Re: Blue cups', 'Ten, for the office', { answers: ['<blue@x>'], from: { address: PAT, name: 'Pat' } }),
  );
  await house.happen(mail(KIM, 'My salary', 'This is between us'));
}

describe('an answer to somebody with several conversations', () => {
  it('asks which when other people would read it there, and each button answers in its own', async () => {
    await twoWriters();
    const asked = await house.say('/reply c1 It is settled');
    expect(await answers()).toEqual([]);
    expect(asked.text).toContain('several conversations');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^pat@b\.org · Re: Blue cups/),
      expect.stringMatching(/^Kim Berg · My salary/),
    ]);
    const sent = await press(asked, 'My salary');
    expect(sent.text).toContain('My salary');
    expect(await answers()).toEqual([{ address: KIM, subject: 'My salary', text: 'It is settled' }]);
  });

  it.each([
    ['a later answer', '/later c1 tomorrow 9am It is settled'],
    ['a later answer with its time first', '/later tomorrow 9am c1 It is settled'],
  ])('asks for %s, too', async (_, line) => {
    await twoWriters();
    const asked = await house.say(line);
    await press(asked, 'My salary');
    const rows = await house.db.sql<{ subject: string; text: string }>`
      select v.subject, s.text from scheduled_answers s join conversations v on v.id = s.conversation_id`;
    expect(rows).toEqual([{ subject: 'My salary', text: 'It is settled' }]);
  });

  it('tells threads apart whose writers and subjects are the same, however long they are', async () => {
    const subject = 'Re: Your order of forty blue cups with a golden rim and handle';
    for (const copy of ['aaa.very.long.address@one.example', 'bbb.very.long.address@two.example'])
      await house.happen(mail(KIM, subject, `About ${copy}`, { copied: [copy] }));
    const asked = await house.say('/reply c1 It is settled');
    const labels = buttonsOf(asked).map(({ label }) => label);
    expect(new Set(labels.map((label) => [...label].slice(0, 20).join(''))).size).toBe(2);
    for (const [nth, copy] of ['bbb.very.long.address@two.example', 'aaa.very.long.address@one.example'].entries()) {
      const line = asked.text!.split('\n').find((one) => one.includes(copy))!;
      const ref = line.split(' ')[0]!;
      expect(labels.filter((label) => label.startsWith(`${ref} `))).toHaveLength(1);
      expect(ref).toBe(`v${2 - nth}`);
    }
  });

  it('what is asked further goes to whom the button named, and to nobody who came in since', async () => {
    await twoWriters();
    await house.type('/later c1 tomorrow 9:00 Tokyo is far');
    const which = (await house.cards()).findLast(({ text }) => text?.includes('several conversations'))!;
    const command = buttonsOf(which).find(({ label }) => label.includes('Blue cups'))!.command;
    const further = await house.press(command);
    const [more] = buttonsOf(further);
    expect(more?.command).toContain('v1');
    await house.happen(
      mail(PAT, 'Re: Blue cups', 'My friend reads along', {
        ...{ answers: ['<blue@x>'], from: { address: PAT, name: 'Pat' }, copied: ['rival@z.org'] },
      }),
    );
    await house.press(more!.command);
    expect(await house.db.sql`select copies from scheduled_answers`).toEqual([{ copies: [PAT] }]);
  });

  it('asks for a canned reply, too', async () => {
    await twoWriters();
    await house.say('/c save done en It is settled, {name}');
    const asked = await house.say('/c done c1');
    expect(await answers()).toEqual([]);
    await press(asked, 'My salary');
    expect(await answers()).toMatchObject([{ subject: 'My salary', text: 'It is settled, Kim Berg' }]);
  });

  it('asks where two people write under one address', async () => {
    await house.happen(mail(KIM, 'Blue cups', 'Do you have blue cups?'));
    await house.happen(mail(KIM, 'Red pots', 'And red pots?', { from: { address: KIM, name: 'Zoe Novak' } }));
    const asked = await house.say('/reply c1 Yes');
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Kim Berg · Blue cups/),
      expect.stringMatching(/^Zoe Novak · Red pots/),
    ]);
  });

  it('asks where two addresses of theirs wait', async () => {
    await house.happen(mail(KIM, 'Blue cups', 'Do you have blue cups?'));
    await house.happen(mail('kim@home.example', 'Red pots', 'And red pots?'));
    await house.say('/merge c1 c2');
    expect(buttonsOf(await house.say('/reply c1 Yes'))).toHaveLength(2);
  });

  it('goes by the one that waits, when the contact wrote it, and says which it is', async () => {
    await house.happen(mail(KIM, 'Blue cups', 'Do you have blue cups?', { copied: [PAT] }));
    await house.say('/reply c1 We do');
    await house.happen(mail(KIM, 'My salary', 'This is between us'));
    expect((await house.say('/reply c1 It is settled')).text).toContain('My salary');
    expect((await answers()).at(-1)).toMatchObject({ subject: 'My salary', address: KIM });
  });

  it('goes to the contact without a question where they alone read it everywhere', async () => {
    await house.happen(mail(KIM, 'Blue cups', 'Do you have blue cups?'));
    await house.happen(mail(KIM, 'Red pots', 'And red pots?'));
    expect((await house.say('/reply c1 Yes')).text).toContain('Blue cups');
    expect((await answers()).map(({ subject }) => subject)).toEqual(['Blue cups']);
  });

  it('asks when nothing waits and the last threads are with different people', async () => {
    await twoWriters();
    for (const id of ['v1', 'v2']) await house.say(`/answered ${id}`);
    expect(buttonsOf(await house.say('/reply c1 It is settled'))).toHaveLength(2);
  });

  it('does not ask about a thread that was over long before', async () => {
    await twoWriters();
    for (const id of ['v1', 'v2']) await house.say(`/answered ${id}`);
    await house.db
      .autocommit`update conversations set last_message_at = last_message_at - interval '60 days' where id = 1`;
    await house.say('/reply c1 It is settled');
    expect((await answers()).map(({ subject }) => subject)).toEqual(['My salary']);
  });

  it('goes where it was told by number', async () => {
    await twoWriters();
    await house.say('/reply v2 It is settled');
    expect((await answers()).map(({ subject }) => subject)).toEqual(['My salary']);
  });

  it('asks in the customer’s topic, where nobody says what is answered; a file is to answer its card', async () => {
    await twoWriters();
    await house.db.transaction(
      (tx) =>
        tx`insert into topics (channel, address, external_id, contact_id, name) values ('telegram', ${OWNER}, '77', 1, 'Kim')`,
    );
    await house.type('It is settled', { topic: '77' });
    const asked = (await house.cards()).at(-1)!;
    expect(await answers()).toEqual([]);
    await press(asked, 'My salary');
    expect(await answers()).toMatchObject([{ subject: 'My salary', text: 'It is settled' }]);
    await house.happen(mail(KIM, 'My salary', 'Thanks, and one more thing'));
    await house.type('', { topic: '77', attachments: [{ kind: 'document', name: 'a.pdf', ref: 'x' }] });
    expect((await house.cards()).at(-1)?.text).toContain('as a reply to the card');
    expect(await answers()).toHaveLength(1);
  });

  it('asks for whom the words are, too, where they name somebody else', async () => {
    await house.say('/add Bob bob@example.org');
    await twoWriters();
    const [kim] = await house.db.sql<{ id: string }>`select contact_id as id from conversations order by id limit 1`;
    await house.db.transaction(
      (tx) =>
        tx`insert into topics (channel, address, external_id, contact_id, name) values ('telegram', ${OWNER}, '77', ${kim!.id}, 'Kim')`,
    );
    await house.type('note for Bob: he calls back', { topic: '77' });
    const asked = (await house.cards()).at(-1)!;
    const lines = buttonsOf(asked).map(({ command }) => command);
    expect(lines.filter((line) => /^\/reply v\d+ note for Bob/.test(line))).toHaveLength(2);
    expect(lines.filter((line) => /^\/note c\d+ he calls back/.test(line))).toHaveLength(1);
    expect(await answers()).toEqual([]);
    await house.press(buttonsOf(asked).find(({ label }) => label.includes('My salary'))!.label);
    expect(await answers()).toMatchObject([{ subject: 'My salary', text: 'note for Bob: he calls back' }]);
  });

  it('keeps a whole album here in the topic, where its words are a note', async () => {
    await twoWriters();
    await house.db.transaction(
      (tx) =>
        tx`insert into topics (channel, address, external_id, contact_id, name) values ('telegram', ${OWNER}, '77', 1, 'Kim')`,
    );
    const photo = (ref: string) => [{ kind: 'photo' as const, ref }];
    await house.type('//for my files', { topic: '77', album: 'b', attachments: photo('p1') });
    const said = (await house.cards()).length;
    await house.type('', { topic: '77', album: 'b', attachments: photo('p2') });
    expect(await answers()).toEqual([]);
    expect(await house.cards()).toHaveLength(said);
  });
});

describe('a word like v2, typed under a card', () => {
  const ZOE = 'zoe@b.org';
  let card: string;
  beforeEach(async () => {
    await house.happen(mail(KIM, 'Logo', 'Where is the logo?'));
    await house.happen(mail(ZOE, 'Site', 'Which version?', { from: { address: ZOE, name: 'Zoe' } }));
    await house.deliver();
    const told = await house.outbox();
    card = told.find(({ payload }) => payload.kind === 'message' && payload.reply.quote?.includes('the logo'))!
      .externalId!;
  });
  const typed = async (text: string) => {
    await house.type(text, { answers: [card] });
    return (await house.cards()).at(-1)!;
  };
  const pressed = (reply: Reply, who: string) =>
    house.press(buttonsOf(reply).find(({ label }) => label.includes(who))!);
  const pressUnder = (command: string, messageId: string) => house.press(command, { messageId });
  const later = () => house.db.sql`select address, text from scheduled_answers`;

  it.each(['/reply v2 is ready', '/回复 v2 is ready'])(
    'is a word or somebody else’s conversation: %s asks',
    async (line) => {
      const asked = await typed(line);
      expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('Zoe (v2)') });
      expect(await answers()).toEqual([]);
      await pressed(asked, 'Kim');
      expect(await answers()).toMatchObject([{ address: KIM, text: 'v2 is ready' }]);
      await pressed(asked, 'Zoe');
      expect((await answers()).at(-1)).toMatchObject({ address: ZOE, text: 'is ready' });
    },
  );

  it.each([
    ['/later tomorrow 9am v2 your pot is ready', 'v2 your pot is ready', 'your pot is ready'],
    ['/later v2 tomorrow 9am your pot is ready', undefined, 'your pot is ready'],
  ])('%s asks too', async (line, toKim, toZoe) => {
    const asked = await typed(line);
    expect(asked.text).toContain('Zoe (v2)');
    expect(await later()).toEqual([]);
    await pressed(asked, 'Zoe');
    expect(await later()).toEqual([{ address: ZOE, text: toZoe }]);
    if (!toKim) return;
    await pressed(asked, 'Kim');
    expect((await later()).at(-1)).toEqual({ address: KIM, text: toKim });
  });

  it('is a word of the answer where it names the card’s own conversation, or none', async () => {
    await typed('/reply v1 is ready');
    await typed('/reply v77 is ready');
    expect((await answers()).map(({ address, text }) => [address, text])).toEqual([
      [KIM, 'v1 is ready'],
      [KIM, 'v77 is ready'],
    ]);
  });

  it.each(['.reply v2 is ready', '/repl v2 is ready'])(
    'is asked about behind a command put right, too: %s',
    async (line) => {
      const asked = await typed(line);
      const run = buttonsOf(asked).find(({ command }) => command === '/reply v2 is ready')!;
      await house.deliver();
      const told = (await house.outbox()).filter(({ audience }) => audience === 'owner').at(-1)!;
      const again = await pressUnder(run.command, told.externalId!);
      expect(again.text).toContain('Zoe (v2)');
      expect(await answers()).toEqual([]);
    },
  );

  it('names a conversation where no card is answered, and on a button', async () => {
    await house.type('/reply v2 is ready');
    expect((await answers()).at(-1)).toMatchObject({ address: ZOE, text: 'is ready' });
  });
});
