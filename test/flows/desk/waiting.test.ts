import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { loadConversation } from '../../../src/domain/talk/conversation.ts';
import { joinThreads } from '../../../src/domain/talk/thread.ts';
import { recountWaiting, wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import type { Triage } from '../../../src/domain/triage/triage.ts';
import { wakeSnoozed } from '../../../src/jobs/snoozed.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const BROKEN = 'My cup arrived broken, I want my money back';
const LOGO = 'How much is a logo design? I would like to order one';
const ANN = 'ann@b.org';
const CARL = 'carl@b.org';
const DAY_MS = 24 * 3_600_000;

let count = 0;
const mail = (from: string, text: string, more: Partial<MessageReceived> = {}): MessageReceived =>
  telegramMessage(text, {
    ...{ channel: 'email', chat: from, private: false, from: { address: from, name: from.split('@')[0]! } },
    ...{ subject: 'My order', externalId: `<${++count}@x>`, sentAt: house.now, ...more },
  });
const says = (text: string) => telegramMessage(text, { externalId: String(++count), sentAt: house.now });
const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
/** Whose words wait, as /inbox lists them. */
const waiting = async () =>
  ((await house.say('/inbox')).lists ?? []).flatMap(({ items }) => items.map(({ text }) => text));
const ours = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const bounced = (externalId: string) =>
  mail('mailer-daemon@b.org', 'failed', {
    ...{ automatic: 'bounce', answers: [externalId] },
    returned: [{ address: ANN, action: 'failed', status: '5.2.2' }],
  });

describe('a resolved ticket', () => {
  it('ends the waiting for it', async () => {
    await house.happen(says(BROKEN));
    const { text } = await house.say('/resolve 1');
    expect([await waiting(), text]).toEqual([[], expect.not.stringContaining('still waits')]);
    await house.say('/undo');
    expect(await waiting()).toHaveLength(1);
  });

  it('does not end the waiting for what was asked beside it, and says so', async () => {
    await house.happen(says(BROKEN), says(LOGO));
    const { text } = await house.say('/resolve 1');
    expect([await waiting(), text]).toEqual([
      [expect.stringContaining('logo')],
      expect.stringContaining('still waits'),
    ]);
  });

  it('nor for what was asked after it was answered', async () => {
    await house.happen(says(BROKEN));
    await house.say('/reply c1 A new one is on its way');
    await house.deliver();
    later(DAY_MS);
    await house.happen(says(LOGO));
    await house.say('/resolve 1');
    expect(await waiting()).toEqual([expect.stringContaining('logo')]);
  });

  it('nor for another ticket of the same person', async () => {
    await house.happen(says(BROKEN));
    await house.say('/ticket c1 the invoice is wrong');
    await house.say('/resolve 2');
    expect(await waiting()).toHaveLength(1);
  });
});

describe('an answer that did not arrive', () => {
  beforeEach(async () => {
    await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>' }));
    await house.say('/reply c1 We do');
    await house.deliver();
    later(DAY_MS);
  });
  const first = async () => (await ours())[0]!;
  const letBe = async () => house.say(`/drop o${(await first()).id}`);

  it('and is let be leaves nobody waiting whom a later one has answered', async () => {
    await house.happen(mail(ANN, 'Are you there? I need the cups', { answers: ['<ann@x>'] }));
    later(DAY_MS);
    await house.say('/reply c1 Yes we have them');
    await house.deliver();
    later(DAY_MS);
    await house.happen(bounced((await first()).externalId!));
    expect(await waiting()).toHaveLength(1);
    await letBe();
    expect(await waiting()).toEqual([]);
  });

  it('and is let be leaves nobody waiting who only said thank you since', async () => {
    await house.happen(mail(ANN, 'Thank you!', { answers: ['<ann@x>'], subject: 'Re: My order' }));
    await house.happen(bounced((await first()).externalId!));
    await letBe();
    expect(await waiting()).toEqual([]);
  });

  it('and is let be leaves whoever asked something since waiting', async () => {
    await house.happen(bounced((await first()).externalId!));
    await house.happen(mail(ANN, 'What do the saucers cost?', { answers: ['<ann@x>'] }));
    await letBe();
    expect(await waiting()).toEqual([expect.stringContaining('saucers')]);
  });
});

it.each([
  ['Shall I cancel it?', 'yes'],
  ['Keep it?', 'no thanks'],
  ['周五还是周六', '好的，周六'],
  ['Where to?', 'gate code 4711'],
  ['Shall I send it?', '👍'],
  ['Shall I cancel it?', 'Thanks!', 'yes'],
  ['要取消吗？', '谢谢', '好的'],
  ['Shall I cancel it?|It is 500.', 'ok'],
  ['Please confirm.', 'ok'],
  ['请确认一下', '好的'],
  ['Let me know which one you want.', 'the blue one, thanks'],
  ['要哪种告诉我', '好的，556677'],
  ['把地址发我', '南京西路，谢谢'],
  ['Are you interested in two mugs for 30?', 'Yes to your offer.'],
  ['We have a new offer: two mugs for 30.', 'I accept your offer'],
  ['Which do you like?', 'I love the blue one, it is beautiful'],
  ['It costs 20. OK for you', 'fine'],
  ['I can do 18 if you take two.', 'ok, great, thanks'],
  ['20块，行的话我就发', '行，谢谢'],
  ['可以换新的，补5块差价', '好的，谢谢'],
  ['Shall I cancel it? Too many mails? Reply STOP', 'yes'],
  ['Would Monday suit you. Thanks', '👍'],
  ["I don't have your address.", 'ok, thanks'],
  ['What should the card say?', 'Thank you!'],
  ['贺卡写什么', '谢谢'],
  ['Is 3pm ok?', 'I am on holiday then'],
  ['Is 3pm ok?', "I'm out of office this week but yes, the blue one please"],
  ['I can do £20', 'ok'],
  ['I can do £20', 'great, thank you'],
  ['It is 500.', 'ok, great'],
  ['The blue one costs £12', '👍'],
  ['We can deliver on Friday', 'perfect'],
  ["I'll keep one for you if you like", 'ok thanks'],
  ['I will send it on Monday unless you object', 'fine'],
  ['I can do £20|It is the last one.', 'ok'],
  ['两个的话20元', '好的'],
  ['周五可以送', '行'],
  ['我可以给您留一个', '👌'],
  ['那我周一发货', '可以'],
])('what answers a question of ours waits, which else it would not: %s %s %s', async (asked, ...said) => {
  await house.happen(says('How much is a logo design?'));
  for (const words of asked.split('|')) await house.say(`/reply c1 ${words}`);
  await house.deliver();
  later(DAY_MS);
  for (const words of said) await house.happen(says(words));
  expect(await waiting()).toHaveLength(1);
});

it.each([
  ['Where to?', 'Thank you!'],
  ['It is 500. Is there anything else I can do?', 'no thanks'],
  ['I can do £20', 'thanks!'],
  ['The blue one costs £12', 'no thanks'],
  ['We can deliver on Friday', 'It arrived, perfect, thank you'],
  ['We can deliver on Friday|Your parcel has left.', 'ok'],
  ['周五可以送', '收到了，谢谢'],
  ['您的包裹今天已经发货了', '好的'],
  ['给您便宜5块', '谢谢'],
  ['It is ready. Let me know if you have any questions.', 'ok, thanks'],
  ['明天发货，有问题随时告诉我', '好的，谢谢'],
  ['It leaves today.', 'ok, thanks'],
  ['You can collect it tomorrow.', 'fine, thanks'],
  ['今天寄出。', '行，谢谢'],
  // how to get no more asks nothing
  ['It leaves today. Too many mails? Reply STOP', 'ok'],
  ['Your parcel has left.⏎⏎Too many mails? Reply STOP to unsubscribe.', 'fine, thanks'],
  ['今天寄出。不想再收到？回复TD退订', '好的'],
])('control: thanks wait for nobody: %s %s', async (asked, said) => {
  await house.happen(says('Hi'));
  for (const words of asked.split('|')) await house.say(`/reply c1 ${words.replaceAll('⏎', '\n')}`);
  await house.deliver();
  later(DAY_MS);
  await house.happen(says(said));
  expect(await waiting()).toEqual([]);
});

describe('a mail that answers by its subject alone', () => {
  const asked = async (ours: string) => {
    await house.happen(mail(ANN, 'Do you have twenty cups?', { externalId: '<ann@x>' }));
    await house.say(`/reply c1 ${ours}`);
    await house.deliver();
    later(DAY_MS);
  };
  it.each(['ok', 'fine', 'perfect, thanks!', 'no thanks'])('waits as in the thread: %s', async (said) => {
    await asked('Is 3pm ok?');
    await house.happen(mail(ANN, said, { subject: 'Re: My order' }));
    expect(await waiting()).toHaveLength(1);
  });
  it.each([
    ['It leaves today.', 'Re: My order', ANN],
    ['Is 3pm ok?', 'Many thanks', ANN],
    ['Is 3pm ok?', 'Re: My order', CARL],
  ])('control: not to what only tells, below another subject, from another: %s %s %s', async (ours, subject, from) => {
    await asked(ours);
    await house.happen(mail(from, 'ok, thanks', { subject }));
    expect(await waiting()).toEqual([]);
  });
});

describe('a word that stops what comes unasked', () => {
  const answered = async (ours: string, answer: MessageReceived) => {
    await house.happen(
      answer.channel === 'email' ? mail(ANN, 'Good morning', { externalId: '<ann@x>' }) : says('Good morning'),
    );
    await house.say(`/reply c1 ${ours}`);
    await house.deliver();
    later(DAY_MS);
    await house.happen({ ...answer, sentAt: house.now });
    const news = (await house.cards()).at(-1)!.fields!.find(({ label }) => label === 'News and offers')?.value ?? '';
    return [(await waiting()).some((line) => line.includes(answer.text)), news.includes('gets no news')];
  };
  const re = (text: string) => mail(ANN, text, { subject: 'Re: My order' });
  it.each([
    ['Shall I stop?', 'stop'],
    ['Shall I go on sending them?', 'Unsubscribe.'],
    ['Please reply STOP if you do not want it', 'STOP'],
    ['还要继续给您寄吗', '停止'],
    ['还要继续给您寄吗', '不用了'],
  ])('answers our question: it waits, and the owner decides of the news: %s %s', async (ours, said) => {
    expect(await answered(ours, says(said))).toEqual([true, false]);
    await house.reset();
    expect(await answered(ours, re(said))).toEqual([true, false]);
  });
  it.each([
    ['The mugs are in.', 'stop'],
    ['New mugs are in! Reply STOP to unsubscribe.', 'STOP'],
    ['杯子到了，回复TD退订', 'TD'],
    ['The mugs are in. Too many mails? Reply STOP to unsubscribe.', 'STOP'],
  ])('control: else it is followed, below what we sent as well: %s %s', async (ours, said) => {
    expect(await answered(ours, says(said))).toEqual([false, true]);
    await house.reset();
    expect(await answered(ours, re(said))).toEqual([false, true]);
  });
  it('control: below another subject it answers no question of ours', async () => {
    expect(await answered('Shall I stop?', mail(ANN, 'STOP', { subject: 'Spring news' }))).toEqual([false, true]);
  });
});

describe('somebody who is blocked', () => {
  it('waits, unblocked, for what came meanwhile, as after an undo of the block', async () => {
    await house.happen(says(LOGO));
    await house.say('/reply c1 500');
    await house.deliver();
    later(DAY_MS);
    await house.say('/block c1');
    await house.happen(says(BROKEN));
    expect(await waiting()).toEqual([]);
    await house.say('/unblock c1');
    expect(await waiting()).toEqual([expect.stringContaining('broken')]);
  });

  it('waits nowhere, and those who wrote in their threads go on waiting', async () => {
    await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>', copied: [CARL] }));
    await house.happen(mail(CARL, 'When do they come?', { answers: ['<ann@x>'] }));
    await house.say('/block c1');
    expect(await waiting()).toEqual([expect.stringContaining('When do they come?')]);
    await house.say('/undo');
    await house.say('/block c2');
    expect(await waiting()).toHaveLength(1);
    await house.say('/block c1');
    expect(await waiting()).toEqual([]);
  });
});

it('what is snoozed and then answered does not come back', async () => {
  await house.happen(says('Do you have twenty cups?'));
  await house.say('/snooze v1 tomorrow 9am');
  await house.say('/reply c1 We do');
  await house.deliver();
  const before = (await house.cards()).length;
  later(2 * DAY_MS);
  await house.act(wakeSnoozed);
  expect((await house.cards()).length).toBe(before);
});

it('what was answered elsewhere stays so, whatever is counted anew', async () => {
  await house.happen(says(LOGO));
  await house.say('/answered c1');
  await house.act(({ tx }) => recountWaiting(tx, ['1']));
  expect(await waiting()).toEqual([]);
  await house.happen(says(BROKEN));
  expect(await waiting()).toHaveLength(1);
});

it('a mail that comes while its thread is joined to another waits in that one', async () => {
  await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>' }));
  await house.happen(mail(ANN, 'Also saucers please', { externalId: '<ann2@x>', subject: 'Saucers' }));
  for (const thread of ['v1', 'v2']) await house.say(`/answered ${thread}`);
  let joined = () => {};
  const holding = new Promise<void>((resolve) => {
    joined = resolve;
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const join = house.act(async ({ tx }) => {
    await joinThreads(tx, (await loadConversation(tx, '1'))!, (await loadConversation(tx, '2'))!);
    begun();
    await holding;
  });
  await hasBegun;
  const arrival = house.happen(mail(ANN, 'Can I have ten more?', { answers: ['<ann2@x>'], subject: 'Re: Saucers' }));
  await sleep(300); // it reaches the lock, or has passed where it should be
  joined();
  await Promise.all([join, arrival]);
  expect(await house.db.sql`select id from conversations where waiting_since is not null`).toEqual([{ id: '1' }]);
  expect((await house.say('/inbox v1')).quote).toContain('ten more');
});

it('of many messages that wait the last are shown, and how many there are before', async () => {
  await house.happen(...Array.from({ length: 14 }, (_, n) => says(`point ${n + 1}`)));
  const { quote } = await house.say('/inbox v1');
  expect(quote).toMatch(/^… and 4 messages before\npoint 5\n[\s\S]*point 14$/);
});

it('a message wants an answer for the database as it does for the program', async () => {
  const triage: fc.Arbitrary<Triage> = fc.record({
    label: fc.constantFrom('lead', 'ticket', 'feedback', 'other'),
    sublabel: fc.constantFrom('', 'question', 'spam', 'autoreply', 'otp', 'thanks', 'unsubscribe'),
    confidence: fc.constant(1),
    accepted: fc.boolean(),
    reasons: fc.constant([]),
    by: fc.constantFrom('owner', 'rules', 'signal'),
  }) as never;
  await house.happen(says(LOGO));
  await fc.assert(
    fc.asyncProperty(triage, async (given) => {
      const machine = given.accepted && given.sublabel === 'autoreply';
      const [row] = await house.act(async ({ tx }) => {
        await tx`update messages set triage = ${tx.json(given)}`;
        await recountWaiting(tx, ['1']);
        return tx<{ waits: boolean }>`select waiting_since is not null as waits from conversations`;
      });
      expect(row!.waits).toBe(wantsAnswer(given) && !machine);
    }),
    { numRuns: 60 },
  );
});
