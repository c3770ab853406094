import { beforeEach, describe, expect, it } from 'vitest';
import { claimDoubts, resolveDoubt } from '../../src/delivery/doubt.ts';
import { Pace } from '../../src/delivery/pace.ts';
import { settle, settleAbandoned } from '../../src/delivery/settle.ts';
import { claim } from '../../src/delivery/worker.ts';
import type { MessageReceived } from '../../src/domain/event.ts';
import type { OutboxMessage, Outcome, Sender } from '../../src/outbox/message.ts';
import { buttonsOf, NOON, OWNER, testHouse } from '../support/house.ts';

const OURS = '<crm.ours@example.com>';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(mail('How much is the tea?'));
    await house.deliver();
    await house.say('/reply c1 It is 20');
  }),
);

let mails = 0;
function mail(text: string, more: Partial<MessageReceived> = {}): MessageReceived {
  return {
    ...{ kind: 'message.received', channel: 'email', chat: 'anna@example.com', private: false },
    ...{ from: { address: 'anna@example.com', name: 'Anna' }, externalId: `<${++mails}@example.com>` },
    ...{ text, subject: 'Tea', attachments: [], answers: [], sentAt: NOON },
    ...more,
  };
}

const able: Sender = {
  send: async () => ({ result: 'sent' }),
  idOf: () => OURS,
  lookUp: async () => ({}),
  ...{ deadlineMs: 1000, chatGapMs: 0, perSecond: 1000 },
};
const unable: Sender = { send: able.send, deadlineMs: 1000, chatGapMs: 0, perSecond: 1000 };

/** The answer leaves and ends like this, through this sender. */
async function end(outcome: Outcome, sender: Sender): Promise<void> {
  const senders = { email: sender };
  const [row] = await claim({ db: house.db, senders }, new Pace(), 1);
  await settle({ db: house.db, act: house.act, senders }, row!, outcome);
}

const doubt: Outcome = { result: 'unknown', error: 'cut' };
const due = () =>
  house.db.autocommit`update outbox set locked_until = now() - interval '1 s' where locked_until is not null`;

async function look(sender: Sender): Promise<OutboxMessage[]> {
  const rows = await claimDoubts(house.db);
  for (const row of rows) await resolveDoubt({ act: house.act, senders: { email: sender } }, row);
  return rows;
}

const state = async () => (await house.outbox()).find((row) => row.idempotencyKey.startsWith('answer:'))?.state;
/** What the owner was told of the answer's end, on the paired chat. */
async function told(): Promise<string[]> {
  const rows = (await house.outbox()).filter((row) => row.audience === 'owner' && row.address === OWNER);
  return rows.flatMap(({ payload, idempotencyKey }) =>
    /^(receipt|ending|bounce):/.test(idempotencyKey) && payload.kind === 'message' ? [payload.reply.title ?? ''] : [],
  );
}
const QUESTION = [expect.stringContaining('Perhaps sent to Anna')];

describe('a doubt', () => {
  it('is asked of the owner at once where the channel cannot be looked at', async () => {
    await end(doubt, unable);
    expect([await state(), await told()]).toEqual(['unknown', QUESTION]);
  });

  it('is looked up after some minutes first, and not told when the message is there', async () => {
    await end(doubt, able);
    expect(await look(able)).toEqual([]);
    expect([await state(), await told()]).toEqual(['unknown', []]);
    await due();
    await look(able);
    expect([await state(), await told()]).toEqual(['sent', []]);
    expect(await house.db.sql`select external_id from messages where direction = 'out'`).toEqual([
      { external_id: OURS },
    ]);
    await due();
    expect(await look(able)).toEqual([]);
  });

  it('stays one, and is asked once, when nothing is found: that proves nothing', async () => {
    await end(doubt, able);
    await due();
    await look({ ...able, lookUp: async () => undefined });
    await due();
    expect(await look(able)).toEqual([]);
    expect([await state(), await told()]).toEqual(['unknown', QUESTION]);
  });

  it('is looked up again when the process died while looking', async () => {
    await end(doubt, able);
    await due();
    expect(await claimDoubts(house.db)).toHaveLength(1);
    expect(await claimDoubts(house.db)).toEqual([]);
    await due();
    await look(able);
    expect(await state()).toBe('sent');
  });

  it('of a channel that is switched off meanwhile is asked', async () => {
    await end(doubt, able);
    await due();
    for (const row of await claimDoubts(house.db)) await resolveDoubt({ act: house.act, senders: {} }, row);
    expect(await told()).toEqual(QUESTION);
  });

  it('of a worker that died while sending is looked up too', async () => {
    const senders = { email: able };
    await claim({ db: house.db, senders }, new Pace(), 1);
    await settleAbandoned({ db: house.db, act: house.act, senders }, { evenLeased: true });
    expect([await state(), await told()]).toEqual(['unknown', []]);
    await due();
    await look(able);
    expect(await state()).toBe('sent');
  });

  it('is settled by the owner, who says that it arrived, whatever the look finds later', async () => {
    await end(doubt, able);
    const [row] = (await house.outbox()).filter((one) => one.idempotencyKey.startsWith('answer:'));
    await house.say(`/drop o${row!.id}`);
    await due();
    expect(await look(able)).toEqual([]);
    expect(await state()).toBe('sent');
  });
});

describe('a look by number', () => {
  let mark = 17;
  const marking = { ...able, idOf: () => undefined, lastNumber: () => mark };
  const looks = async () =>
    (await claimDoubts(house.db)).map(({ sentAfter, sentBefore, known }) => ({ sentAfter, sentBefore, known }));
  beforeEach(() => {
    mark = 17;
  });

  it('is told how far the channel had counted when the message left, and what else is in the chat', async () => {
    await end({ result: 'sent', externalId: '16', earlierIds: ['15'] }, marking);
    await house.say('/reply c1 And the cup 5');
    await end(doubt, marking);
    await due();
    expect(await looks()).toEqual([{ sentAfter: 17, sentBefore: null, known: ['16', '15'] }]);
  });

  it('is of the oldest doubt of a chat first, and its message is known to the next', async () => {
    await end(doubt, marking);
    await house.say('/reply c1 And the cup 5');
    await end(doubt, marking);
    await due();
    await look({ ...marking, lookUp: async () => ({ externalId: '18' }) });
    await due();
    expect(await looks()).toEqual([{ sentAfter: 17, sentBefore: null, known: ['18'] }]);
  });

  it('ends where the next doubt of the chat begins', async () => {
    await end(doubt, marking);
    mark = 21;
    await house.say('/reply c1 And the cup 5');
    await end(doubt, marking);
    await due();
    expect(await looks()).toEqual([{ sentAfter: 17, sentBefore: 21, known: [] }]);
  });

  it('cannot tell a message from another of the chat that left at the same mark', async () => {
    await end(doubt, marking);
    await due();
    await look({ ...marking, lookUp: async () => undefined });
    await house.say('/reply c1 And the cup 5');
    await end(doubt, marking);
    await due();
    expect(await looks()).toEqual([{ sentAfter: null, sentBefore: null, known: [] }]);
  });
});

describe('what comes in ends a doubt', () => {
  beforeEach(() => end(doubt, able));

  it.each([
    ['an answer to it', () => mail('Fine, two please', { answers: [OURS] })],
    ['an absence note about it', () => mail('I am away', { answers: [OURS], automatic: 'auto_reply' })],
    ['a copy of it', () => ({ kind: 'copy.received', channel: 'email', externalId: OURS }) as const],
  ])('%s: it was sent', async (_, event) => {
    await house.happen(event());
    expect([await state(), await told()]).toEqual(['sent', []]);
  });

  it('a bounce of it: it was not delivered', async () => {
    await house.happen(mail('no such user', { automatic: 'bounce', answers: [OURS] }));
    expect(await state()).toBe('failed');
    expect(await told()).toHaveLength(1);
    await due();
    expect(await look(able)).toEqual([]);
    expect(await state()).toBe('failed');
  });

  it('but nothing that names other mails', async () => {
    await house.happen(mail('Another thing', { answers: ['<crm.other@example.com>'] }));
    expect(await state()).toBe('unknown');
  });
});

describe('a message that is put off', () => {
  const full: Outcome = { result: 'retry', error: '452', afterSeconds: 300, reason: 'mailbox_full' };
  const HOURS = 3_600_000;
  const answerRow = async () => (await house.outbox()).find((row) => row.idempotencyKey.startsWith('answer:'))!;

  async function tried(attempts: number, afterHours: number, outcome = full): Promise<void> {
    await house.db.autocommit`
      update outbox set attempts = ${attempts - 1}, run_at = now() where idempotency_key like 'answer:%'`;
    house.now = new Date((await answerRow()).createdAt.getTime() + afterHours * HOURS);
    await end(outcome, able);
  }

  it('is given up after 48 hours and told once, with the reason and what can be done', async () => {
    await tried(7, 41);
    expect([await state(), await told()]).toEqual(['queued', []]);
    await tried(8, 48.1);
    expect([await state(), await told()]).toEqual(['failed', [expect.stringContaining('Not sent to Anna')]]);
    const card = (await house.cards()).at(-1)!;
    expect(card.text).toContain('mailbox is full');
    expect(buttonsOf(card).map(({ command }) => command.split(' ')[0])).toEqual(['/retry', '/drop']);
  });

  it('has all its tries again when the owner sends it again, however old it is', async () => {
    await tried(8, 48.1);
    await house.press(`/retry o${(await answerRow()).id}`);
    await tried(1, 72);
    expect(await state()).toBe('queued');
  });

  it('by a full mailbox or a rule says nothing against the address; an address that is none does', async () => {
    const marked = async () =>
      (await house.db.sql`select bounced_at is not null as marked from contact_identities`)[0]?.marked;
    await end({ result: 'failed', error: '550', reason: 'policy' }, able);
    expect(await marked()).toBe(false);
    await house.press(`/retry o${(await answerRow()).id}`);
    await end({ result: 'failed', error: '550', reason: 'no_such_address' }, able);
    expect(await marked()).toBe(true);
  });
});
