import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const ANN = 'ann@b.org';
const CARL = 'carl@b.org';
const RIVAL = 'rival@z.org';
/** 2026-11-22 09:00 in Shanghai, plus a minute. */
const NINE = new Date('2026-11-22T01:01:00Z');

let count = 0;
const mail = (from: string, text: string, more: Partial<MessageReceived> = {}): MessageReceived =>
  telegramMessage(text, {
    ...{ channel: 'email', chat: from, private: false, from: { address: from, name: from.split('@')[0]! } },
    ...{ subject: 'My order', externalId: `<${++count}@x>`, sentAt: new Date(house.now.getTime() + count), ...more },
  });
const first = (more: Partial<MessageReceived> = {}) =>
  house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>', ...more }));
const inHers = (from: string, text: string, more: Partial<MessageReceived> = {}) =>
  house.happen(mail(from, text, { answers: ['<ann@x>'], ...more }));
/** Ann has written with a copy to Carl, and Carl in her thread. */
const carlWrote = async () => {
  await first({ copied: [CARL] });
  await inHers(CARL, 'When does it come?');
};

const mails = async () =>
  (await house.outbox())
    .filter(({ audience }) => audience === 'customer')
    .map(({ address, state, payload }) => [
      address,
      (payload.kind === 'message' && payload.copies) || [],
      ...(state === 'failed' || state === 'cancelled' ? [state] : []),
    ]);
const lastId = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer').at(-1)!.id;
const commands = (reply: Reply | undefined) => buttonsOf(reply!).map(({ command }) => command);
const labelled = (reply: Reply | undefined, label: string) =>
  buttonsOf(reply!).find((button) => button.label === label)?.command ?? '';
async function dueNow(): Promise<Reply | undefined> {
  const before = (await house.cards()).length;
  house.now = NINE;
  await house.act(sendScheduled);
  return (await house.cards()).slice(before).at(-1);
}
const fails = () =>
  house.deliver((row) =>
    row.audience === 'customer'
      ? { result: 'failed', error: 'no', reason: 'rejected' }
      : { result: 'sent', externalId: `s${row.id}` },
  );

describe('an answer that is to leave later', () => {
  it('says who gets it, in the reply and in the list', async () => {
    await first({ copied: [CARL] });
    const saved = await house.say('/later c1 tomorrow 9am We do');
    expect(saved.text).toContain(`Copy to ${CARL}`);
    const [item] = (await house.say('/scheduled')).lists![0]!.items;
    expect(item!.detail).toContain(`${ANN} · Copy to ${CARL}`);
  });

  it('leaves to exactly them', async () => {
    await first({ copied: [CARL, 'dora@b.org'] });
    await house.say('/later c1 tomorrow 9am We do');
    await inHers(ANN, 'Hurry!', { copied: ['dora@b.org', CARL] });
    // she has written since: it is asked whether it still fits, not who gets it
    expect(await dueNow()).toMatchObject({ fields: [{ label: 'They wrote', value: 'Hurry!' }] });
    await house.press('Send it');
    expect(await mails()).toEqual([[ANN, [CARL, 'dora@b.org']]]);
  });

  it('does not leave when somebody more would get a copy: the owner is asked, and each button goes where it says', async () => {
    for (const [nth, copies] of [[0, []] as const, [1, [RIVAL]] as const]) {
      await house.reset();
      await first();
      await house.say('/later c1 tomorrow 9am We give 40 %');
      await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
      const asked = await dueNow();
      expect(await mails()).toEqual([]);
      expect(asked).toMatchObject({ quote: 'We give 40 %', text: expect.stringContaining(RIVAL) });
      const labels = [`Send to ${ANN}`, `Send to ${ANN} · Copy to ${RIVAL}`];
      expect(buttonsOf(asked!).map(({ label }) => label)).toEqual([...labels, 'Do not send it', 'See contact']);
      await house.press(labels[nth]!);
      expect(await mails()).toEqual([[ANN, copies]]);
    }
  });

  it('nor when somebody who was shown would get none', async () => {
    await first({ copied: [CARL] });
    await house.say('/later c1 tomorrow 9am We do');
    await inHers(ANN, 'Only me now');
    const asked = await dueNow();
    expect(
      commands(asked)
        .slice(0, 2)
        .map((command) => command.replace(/u\d+/, 'u')),
    ).toEqual([`/confirm u ! ${ANN} ${CARL}`, `/confirm u ! ${ANN}`]);
    expect(await mails()).toEqual([]);
  });

  it('does not leave to somebody else of the thread when its customer is blocked', async () => {
    await carlWrote();
    await house.say('/later c1 tomorrow 9am The two prints are ready');
    await house.say('/block c1');
    const asked = await dueNow();
    expect(await mails()).toEqual([]);
    expect(asked?.title).toContain('blocked');
    await house.press(`Send to ${ANN} · Copy to ${CARL}`);
    expect(await mails()).toEqual([[ANN, [CARL]]]);
  });

  it('does not leave when its address is somebody else’s since a split, and does after a merge', async () => {
    await house.happen(mail('office@b.org', 'Hello', { from: { address: 'office@b.org', name: 'Anna' } }));
    await house.happen(telegramMessage('Hi', { chat: '1001', from: { address: '1001', name: 'Anna' } }));
    await house.say('/merge c1 c2');
    await house.say('/later v1 tomorrow 9am Happy birthday, Anna');
    expect((await house.say('/split c1 email:office@b.org')).text).toContain('1 answer to be sent later');
    const asked = await dueNow();
    expect(await mails()).toEqual([]);
    expect(asked?.text).toContain('written for Anna');
    await house.reset();
    await first();
    await house.say('/add Ann Berg +12025550147');
    await house.say('/later v1 tomorrow 9am We do');
    await house.say('/merge c2 c1');
    expect(await dueNow()).toBeUndefined();
    expect(await mails()).toEqual([[ANN, []]]);
  });

  it('follows what the owner says of the thread’s answers, and that is said', async () => {
    await first({ copied: [CARL] });
    await house.say('/later c1 tomorrow 9am We do');
    expect((await house.say('/copies v1 off')).text).toContain('to be sent later');
    expect(await dueNow()).toBeUndefined();
    expect(await mails()).toEqual([[ANN, []]]);
  });

  it('that was missed goes with a tap to whom it was shown, and asks when that has changed', async () => {
    await first();
    await house.say('/later c1 tomorrow 9am We do');
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    house.now = new Date(NINE.getTime() + 7 * 3_600_000);
    await house.act(sendScheduled);
    const asked = await house.press('Send now');
    expect(await mails()).toEqual([]);
    await house.say(labelled(asked, `Send to ${ANN}`));
    expect(await mails()).toEqual([[ANN, []]]);
  });

  it('in a chat that got a new id goes to the new one', async () => {
    await house.happen(telegramMessage('Hi', { chat: '-5', from: { address: '-5', name: 'Club' } }));
    await house.say('/later c1 tomorrow 9am We do');
    await house.happen({ kind: 'chat.migrated', channel: 'telegram', from: '-5', to: '-1005' });
    expect(await dueNow()).toBeUndefined();
    expect(await mails()).toEqual([['-1005', []]]);
  });
});

describe('an answer that waits for the owner’s yes', () => {
  const claimed = async () => {
    await first({ copied: [CARL] });
    await house.db.autocommit`update contact_identities set claimed = true where address = ${ANN}`;
  };

  it('does not go to another of the thread when its customer is blocked meanwhile', async () => {
    await claimed();
    const question = await house.say('/reply c1 We do');
    await inHers(CARL, 'When does it come?');
    await house.say('/block c1');
    const asked = await house.say(labelled(question, `Send to ${ANN}`));
    expect(await mails()).toEqual([]);
    expect(asked).toMatchObject({ failed: true, quote: 'We do', text: expect.stringContaining('blocked') });
    await house.say(labelled(asked, `Send to ${CARL}`));
    expect(await mails()).toEqual([[CARL, []]]);
  });

  it('goes to somebody else of the thread when that is whom the question named', async () => {
    await carlWrote();
    await house.say('/block c1');
    await house.db.autocommit`update contact_identities set claimed = true where address = ${CARL}`;
    const question = await house.say('/reply v1 We do');
    await house.say(labelled(question, `Send to ${CARL}`));
    expect(await mails()).toEqual([[CARL, []]]);
  });

  it('asks when somebody more would get a copy by now', async () => {
    await claimed();
    const question = await house.say('/reply c1 We give 40 %');
    await house.db.autocommit`update messages set copied = ${house.db.sql.json([CARL, RIVAL])}`;
    const asked = await house.say(labelled(question, `Send to ${ANN}`));
    expect(await mails()).toEqual([]);
    await house.say(labelled(asked, `Send to ${ANN} · Copy to ${CARL}`));
    expect(await mails()).toEqual([[ANN, [CARL]]]);
  });

  it('is confirmed for where answers go, and answers are not asked about again', async () => {
    await carlWrote();
    await house.say('/block c1');
    await house.db.autocommit`update contact_identities set claimed = true where address = ${CARL}`;
    expect((await house.say('/confirm v1')).text).toContain(CARL);
    expect((await house.say('/reply v1 We do')).failed).toBeUndefined();
    expect(await mails()).toEqual([[CARL, []]]);
  });
});

describe('an answer that is held', () => {
  beforeEach(() => house.say('/settings undosend 10'));

  it('never turns to another of the thread by a block, and is stopped', async () => {
    await carlWrote();
    await house.say('/copies v1 off');
    await house.say('/reply v1 Ann, only for you: Carl does not pay');
    const blocked = await house.say('/block c1');
    expect(await mails()).toEqual([[ANN, [], 'failed']]);
    expect(blocked.text).toContain('1 answer');
    expect(commands(blocked)).toContain(`/retry o${await lastId()} !`);
  });

  it('loses the copy to somebody who is blocked, and that is said; nobody comes in for them', async () => {
    await first({ copied: [CARL, RIVAL] });
    await inHers(CARL, 'When does it come?', { copied: [RIVAL] });
    await house.say('/reply v1 On Friday');
    await inHers(ANN, 'And my brother', { copied: [CARL, RIVAL, 'dora@b.org'] });
    const blocked = await house.say('/block c2');
    expect(await mails()).toEqual([[ANN, [RIVAL]]]);
    expect(blocked.text).toContain(`Copy to ${RIVAL}`);
  });

  it('does not turn to others by the end of a block, nor by its undo', async () => {
    for (const end of ['/unblock c1', '/undo']) {
      await house.reset();
      await house.say('/settings undosend 10');
      await carlWrote();
      await house.say('/block c1');
      await house.say('/reply v1 Carl, only for you: Ann is blocked');
      if (end === '/undo') await house.say('/undo'); // the answer itself
      if (end === '/undo') await house.say('/reply v1 Carl, only for you: Ann is blocked');
      const [block] = await house.db.sql<{ id: string }>`select id from journal where command like '/block%'`;
      await house.say(end === '/undo' ? `/undo ${block!.id}` : end);
      const left = (await mails()).filter(([, , state]) => state === undefined);
      expect(left.every(([to]) => to === CARL)).toBe(true);
    }
  });
});

describe('an answer that was not sent', () => {
  it('is asked about before a copy goes to somebody blocked since', async () => {
    await carlWrote();
    await house.say('/reply v1 On Friday');
    await fails();
    await house.say('/block c2');
    const id = await lastId();
    const asked = await house.say(`/retry o${id}`);
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining(CARL) });
    expect(commands(asked)).toEqual([`/retry o${id} !`, `/retry o${id} ! ${ANN}`, `/drop o${id}`]);
    expect(await mails()).toEqual([[ANN, [CARL], 'failed']]);
    await house.press(`Send to ${ANN}`);
    await house.deliver();
    expect(await mails()).toEqual([[ANN, []]]);
  });

  it('is not asked about when the same people would get it', async () => {
    await carlWrote();
    await house.say('/reply v1 On Friday');
    await fails();
    expect((await house.say(`/retry o${await lastId()}`)).failed).toBeUndefined();
  });
});

describe('where answers go', () => {
  it('is never to somebody blocked because the owner had chosen them before', async () => {
    await carlWrote();
    await house.say(`/answersto v1 ${CARL}`);
    await house.say('/block c2');
    await house.say('/reply v1 On Friday');
    expect(await mails()).toEqual([[ANN, []]]);
    expect(await house.say(`/answersto v1 ${CARL}`)).toMatchObject({
      failed: true,
      text: expect.stringContaining('blocked'),
    });
  });

  it('a button that names one person alone does nothing for another', async () => {
    await carlWrote();
    const card = (await house.cards()).at(-1)!;
    const only = labelled(card, `Only to ${ANN}`);
    await house.say('/block c1');
    const said = await house.say(only);
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining(CARL) });
    expect(await house.db.sql`select from conversations where without_copies`).toEqual([]);
  });
});

describe('an answer under a card', () => {
  const cardOf = async (words: string) =>
    (await house.outbox()).find(
      ({ audience, payload }) =>
        audience === 'owner' && payload.kind === 'message' && payload.reply.quote?.includes(words),
    )!;
  const typeUnder = async (words: string, text: string) => {
    await house.type(text, { answers: [(await cardOf(words)).externalId!] });
    return (await house.cards()).at(-1)!;
  };

  it('goes to whom the card named: where others would get it by now, it is asked', async () => {
    await first();
    await house.deliver();
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    const asked = await typeUnder('Twenty cups', 'We give 40 %');
    expect(await mails()).toEqual([]);
    expect(asked).toMatchObject({ failed: true, quote: 'We give 40 %', text: expect.stringContaining(RIVAL) });
    await house.say(labelled(asked, `Send to ${ANN}`));
    expect(await mails()).toEqual([[ANN, []]]);
  });

  it('so does a command typed there', async () => {
    await first();
    await house.deliver();
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    await typeUnder('Twenty cups', '/reply We give 40 %');
    expect(await mails()).toEqual([]);
  });

  it('so does what is typed where its button asked for the words', async () => {
    await first();
    await house.deliver();
    const card = await cardOf('Twenty cups');
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    await house.press('Reply', { chat: card.address, messageId: card.externalId! });
    await house.deliver();
    const prompt = (await house.outbox()).filter(({ payload }) => payload.kind === 'message').at(-1)!;
    await house.type('We give 40 %', { answers: [prompt.externalId!] });
    expect(await mails()).toEqual([]);
  });

  it('so does what is filled into the form its button opened', async () => {
    await first();
    await house.deliver();
    const { address: chat, externalId, payload } = await cardOf('Twenty cups');
    const buttons = payload.kind === 'message' ? buttonsOf(payload.reply) : [];
    const button = buttons.find(({ label }) => label === 'Reply');
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    await house.happen({
      ...{ kind: 'form.submitted', channel: 'telegram', chat, from: { address: chat, name: 'me' }, externalId: 'f1' },
      ...{ buttonId: button?.id ?? '', values: { text: 'We give 40 %' }, messageId: externalId! },
    });
    expect(await mails()).toEqual([]);
    expect((await house.cards()).at(-1)).toMatchObject({ quote: 'We give 40 %', text: expect.stringContaining(RIVAL) });
  });

  it('goes without a question where nobody more gets it', async () => {
    await first({ copied: [CARL] });
    await house.deliver();
    await inHers(ANN, 'Only me now');
    await typeUnder('Twenty cups', 'We do');
    expect(await mails()).toEqual([[ANN, []]]);
  });

  describe('that was asked about first', () => {
    const lastCard = async () => {
      await house.deliver();
      return (await house.outbox()).filter(({ audience }) => audience === 'owner').at(-1)!;
    };
    const replyOf = ({ payload }: Awaited<ReturnType<typeof lastCard>>): Reply =>
      payload.kind === 'message' ? payload.reply : {};
    const rivalReads = () => inHers(ANN, 'My friend reads along', { copied: [RIVAL] });

    it.each(['Bob: call me back please', '.reply yes we do', '撤回'])(
      'goes to whom the card named, by the question’s button and by words under the question: %s',
      async (words) => {
        await house.say('/add Bob bob@q.org');
        await first();
        await house.deliver();
        await typeUnder('Twenty cups', words);
        const question = await lastCard();
        await rivalReads();
        const [asTyped] = buttonsOf(replyOf(question));
        const pressed = await house.press(asTyped!.command, { messageId: question.externalId! });
        expect(pressed).toMatchObject({ failed: true, text: expect.stringContaining(RIVAL) });
        await house.type('No: the price is 3', { answers: [question.externalId!] });
        expect((await house.cards()).at(-1)).toMatchObject({ failed: true, quote: 'No: the price is 3' });
        expect(await mails()).toEqual([]);
      },
    );

    it('goes where the card said though the question came after others had come in', async () => {
      await house.say('/add Bob bob@q.org');
      await first();
      await house.deliver();
      await rivalReads();
      await typeUnder('Twenty cups', 'Bob: call me back please');
      const question = await lastCard();
      const [asTyped] = buttonsOf(replyOf(question));
      await house.press(asTyped!.command, { messageId: question.externalId! });
      expect(await mails()).toEqual([]);
    });

    it('is asked about again when the form is filled in once more', async () => {
      await first();
      await house.deliver();
      const { address: chat, externalId, payload } = await cardOf('Twenty cups');
      const reply = payload.kind === 'message' ? payload.reply : {};
      await rivalReads();
      const fillIn = (buttonId: string | undefined, messageId: string, text: string) =>
        house.happen({
          ...{
            kind: 'form.submitted',
            channel: 'telegram',
            chat,
            from: { address: chat, name: 'me' },
            externalId: text,
          },
          ...{ buttonId: buttonId ?? '', values: { text }, messageId },
        });
      await fillIn(buttonsOf(reply).find(({ label }) => label === 'Reply')?.id, externalId!, 'We give 40 %');
      const question = await lastCard();
      await fillIn(buttonsOf(replyOf(question)).find(({ form }) => form)?.id, question.externalId!, 'Make that 30 %');
      expect((await house.cards()).at(-1)).toMatchObject({ failed: true, quote: 'Make that 30 %' });
      expect(await mails()).toEqual([]);
    });

    it('in which conversation goes to those the button names', async () => {
      await first({ subject: 'Order' });
      await house.happen(mail(ANN, 'Salary?', { subject: 'Salary', copied: [CARL] }));
      const asked = await house.say('/reply ann Here it is');
      await rivalReads();
      const order = buttonsOf(asked).find(({ label }) => label.includes('Order'))!;
      const pressed = await house.press(order.command);
      expect(pressed).toMatchObject({ failed: true, text: expect.stringContaining(RIVAL) });
      expect(await mails()).toEqual([]);
      const salary = buttonsOf(asked).find(({ label }) => label.includes('Salary'))!;
      await house.press(salary.command);
      expect(await mails()).toEqual([[ANN, [CARL]]]);
    });

    it('and is to leave later is kept for whom the card named, and asked about at its time', async () => {
      await first();
      await house.deliver();
      await rivalReads();
      await typeUnder('Twenty cups', '/later tomorrow 9am We give 40 %');
      const kept = await house.db.sql`select address, copies from scheduled_answers`;
      expect(kept).toEqual([{ address: ANN, copies: [] }]);
      house.now = NINE;
      await house.act(sendScheduled);
      expect(await mails()).toEqual([]);
      expect((await house.cards()).at(-1)!.text).toContain(RIVAL);
    });

    it('says who gets it when the owner has changed where answers go', async () => {
      await first({ copied: [CARL] });
      await house.say('/copies v1 off');
      expect((await house.say('/copies v1 on')).goesTo).toEqual({ address: ANN, copies: [CARL] });
      expect((await house.say(`/answersto v1 ${CARL}`)).goesTo).toEqual({ address: CARL, copies: [] });
    });
  });

  it('a notice of its thread says who gets an answer to it, alone and told together with others', async () => {
    await first();
    const auto = (text: string) => inHers(ANN, text, { automatic: 'auto_reply' });
    for (let nth = 0; nth < 7; nth++) {
      await auto(`away ${nth}`);
      if (nth < 5) await house.deliver();
    }
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    const told = (await house.outbox()).filter(
      ({ audience, payload, conversationId, state }) =>
        audience === 'owner' && state === 'sent' && conversationId && payload.kind === 'message',
    );
    expect(told.some(({ payload }) => payload.kind === 'message' && payload.reply.lists)).toBe(true);
    await inHers(ANN, 'My friend reads along', { copied: [RIVAL] });
    for (const { externalId } of told) await house.type('The price is 3', { answers: [externalId!] });
    expect(await mails()).toEqual([]);
  });

  it('of who waits says who gets the answer', async () => {
    await carlWrote();
    const waiting = await house.say('/inbox v1');
    expect(waiting.fields?.map(({ value }) => value).join('\n')).toContain(CARL);
  });
});

describe('what the house says while the owner is away', () => {
  it('goes to who wrote, and uses up nobody else’s day', async () => {
    await first({ copied: [CARL] });
    await house.say('/away 3d');
    await inHers(CARL, 'When does it come?');
    expect(await mails()).toEqual([[CARL, []]]);
    await inHers(ANN, 'And my cups?');
    expect(await mails()).toEqual([
      [CARL, []],
      [ANN, []],
    ]);
    await inHers(CARL, 'Hello?');
    expect(await mails()).toHaveLength(2);
  });

  it('does not go to somebody blocked, nor to the customer in their stead', async () => {
    await carlWrote();
    await house.say('/block c2');
    await house.say('/away 3d');
    await inHers(CARL, 'When does it come?');
    expect(await mails()).toEqual([]);
  });
});

describe('a canned answer', () => {
  beforeEach(async () => {
    await house.say('/c save hi en Hello {name}!');
  });
  const greeting = async () => {
    const row = (await house.outbox()).filter(({ audience }) => audience === 'customer').at(-1)!;
    return row.payload.kind === 'message' && row.payload.reply.text;
  };

  it('greets nobody by the name a machine wrote under', async () => {
    await first();
    await inHers(ANN, 'I am on holiday', {
      from: { address: ANN, name: 'Zoe Holiday' },
      automatic: 'auto_reply',
    });
    await house.say('/c hi c1');
    expect(await greeting()).toBe('Hello ann!');
  });

  it('greets whom it goes to, not whose thread it is', async () => {
    await carlWrote();
    await house.say('/block c1');
    await house.say('/c hi v1');
    expect(await mails()).toEqual([[CARL, []]]);
    expect(await greeting()).toBe('Hello carl!');
  });
});

describe('a button that says words to somebody', () => {
  const sends = (reply: Reply | undefined) => buttonsOf(reply!).filter(({ command }) => command.startsWith('/reply'));
  const named = `${ANN} · Copy to ${CARL}`;

  it.each([
    ['words under no card', 'ten pounds and it ships on Monday', 'Send to ann'],
    ['words for somebody named', 'tell ann it ships on Monday', 'Send to ann'],
  ])('names all who get them: %s', async (_, words, label) => {
    await first({ copied: [CARL] });
    const asked = await house.say(words);
    expect(sends(asked)).toMatchObject([{ label: `${label} · ${named}`, goesTo: { address: ANN, copies: [CARL] } }]);
    expect(asked.fields).toMatchObject([{ value: `ann · ${named}` }]);
    await house.press(sends(asked)[0]!.command);
    expect(await mails()).toEqual([[ANN, [CARL]]]);
  });

  it.each(['ten pounds and it ships on Monday', 'tell ann it ships on Monday'])(
    'reaches nobody who came in since: %s',
    async (words) => {
      await first({ copied: [CARL] });
      const asked = await house.say(words);
      await inHers(ANN, 'And a teapot', { copied: [CARL, RIVAL] });
      const again = await house.press(sends(asked)[0]!.command);
      expect(again.title).toBe('Not sent yet: who should get it?');
      expect(await mails()).toEqual([]);
    },
  );

  it('is like any other where nobody else gets them', async () => {
    await first();
    const asked = await house.say('ten pounds and it ships on Monday');
    expect(sends(asked)).toMatchObject([{ label: 'Send to ann', goesTo: { address: ANN, copies: [] } }]);
    expect(asked.fields).toBeUndefined();
  });

  it('shows who gets them after it was asked which of two people is meant', async () => {
    await first({ copied: [CARL] });
    await house.happen(telegramMessage('Hello', { from: { address: '88', name: 'ann' }, chat: '88' }));
    const asked = await house.say('/reply ann it ships on Monday');
    expect(await mails()).toEqual([]);
    const shown = await house.press(buttonsOf(asked).find(({ command }) => command.startsWith('/reply c1'))!.command);
    expect(await mails()).toEqual([]);
    expect(sends(shown)[0]!.label).toContain(CARL);
    await house.press(sends(shown)[0]!.command);
    expect(await mails()).toEqual([[ANN, [CARL]]]);
  });

  it.each([
    ['what may be a command', '.find Ann'],
    ['what names somebody else', 'tell Dora it ships on Monday'],
    ['what nobody can fill in', 'it ships on {day}'],
  ])('names them in a question under a card: %s', async (_, words) => {
    await first({ copied: [CARL] });
    await house.happen(mail('dora@b.org', 'Hello', { subject: 'Hello' }));
    await house.deliver();
    const card = (await house.outbox()).find(
      ({ audience, conversationId }) => audience === 'owner' && conversationId === '1',
    );
    // who would get an answer now is not whom the card showed
    await inHers(ANN, 'And a teapot', { copied: [CARL, RIVAL] });
    await house.type(words, { answers: [card!.externalId!] });
    const asked = (await house.cards()).at(-1)!;
    const button = sends(asked).find(({ command }) => command.startsWith('/reply v1'))!;
    expect(button.goesTo).toEqual({ address: ANN, copies: [CARL] });
    expect(JSON.stringify(asked.fields)).toContain(named);
    expect((await house.press(button.command)).title).toBe('Not sent yet: who should get it?');
  });
});
