import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseSms } from '../../../src/bots/sms/parse.ts';
import { smsSender, wordsOf } from '../../../src/bots/sms/send.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { isClosedTo } from '../../../src/domain/talk/phone/opt_out.ts';
import type { OutboxMessage, Outcome } from '../../../src/outbox/message.ts';
import { NOON, telegramMessage, testHouse } from '../../support/house.ts';

const LEI = '+8613800138000';
const house = await testHouse({ undoSend: 5 });
let count = 0;

const row = (headers: Record<string, string>, body: string) => ({
  ...{ id: '1', source: 'sms', externalId: `e${++count}`, lane: 'sms', headers, attempts: 1, receivedAt: NOON },
  body: Buffer.from(body),
});

/** What Twilio posts for a customer's text. */
function text(body: string, more: Record<string, string> = {}): DomainEvent {
  const form = { MessageSid: `SM${++count}`, From: LEI, To: '+15550002222', Body: body, NumMedia: '0', ...more };
  return parseSms(row({ kind: 'twilio_message' }, new URLSearchParams(form).toString()));
}

/** What it posts of a text of ours. */
function report(key: string, sid: string, status: string, code = ''): DomainEvent {
  const form = { MessageSid: sid, MessageStatus: status, ...(code && { ErrorCode: code }) };
  return parseSms(row({ kind: 'twilio_report', key }, new URLSearchParams(form).toString()));
}

beforeEach(
  house.startingWith(async () => {
    await house.happen(text('请问龙井多少钱一斤？'));
    await house.deliver();
  }),
);

const toCustomers = (outcome: Outcome) =>
  house.deliver((one) => (one.audience === 'customer' ? outcome : { result: 'sent', externalId: `x${one.id}` }));
const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const lastCard = async () => (await house.cards()).at(-1)!;
/** The newest message to the owner that shows these words, as it stands. */
async function cardWith(words: string): Promise<Reply> {
  const shown = (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'owner' && payload.kind === 'message' && payload.reply.quote?.includes(words) ? [payload.reply] : [],
  );
  return shown.at(-1)!;
}
const sent: Outcome = { result: 'sent', externalId: 'SM-ours' };

/** The owner answers by a command; gives the answer's row. */
async function answer(words = '一斤 1280'): Promise<OutboxMessage> {
  await house.say(`/reply v1 ${words}`);
  await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
  return (await answers()).at(-1)!;
}

async function stateOf(id: string): Promise<{ state: string; arrived: boolean; error: string | null }> {
  const [one] = await house.db.sql<{ state: string; arrived: boolean; error: string | null }>`
    select state, delivered_at is not null as arrived, last_error as error from outbox where id = ${id}`;
  return one!;
}
const waits = async () => (await house.db.sql`select waiting_since from conversations`)[0]?.waiting_since !== null;

describe('a text from a customer', () => {
  it('is a conversation, and its number is proven to be theirs', async () => {
    const card = (await house.cards()).find(({ quote }) => quote?.includes('龙井'));
    expect(card?.title).toContain('短信');
    expect(await house.db.sql`select channel, address from contact_identities order by channel`).toEqual([
      { channel: 'phone', address: LEI },
      { channel: 'sms', address: LEI },
    ]);
  });

  it('belongs to whom a shop knows by this number', async () => {
    await house.reset();
    await house.say('/add 李雷 13800138000');
    await house.happen(text('货到了吗？'));
    const rows = await house.db.sql`select c.name from conversations v join contacts c on c.id = v.contact_id`;
    expect(rows).toEqual([{ name: '李雷' }]);
  });

  it('gives no command, whatever it says, even from the owner’s own number', async () => {
    await house.db
      .autocommit`insert into user_identities (user_id, channel, address) select id, 'sms', ${LEI} from users limit 1`;
    await house.happen(text('/export all'));
    expect((await house.cards()).some(({ quote }) => quote?.includes('/export all'))).toBe(true);
    expect(await answers()).toEqual([]);
  });

  it('brings its pictures along, and shows what has no words', async () => {
    await house.happen(
      text('', { NumMedia: '1', MediaUrl0: 'https://api.twilio.com/m/ME1', MediaContentType0: 'image/jpeg' }),
    );
    expect((await lastCard()).attachments).toMatchObject([
      { kind: 'photo', ref: 'twilio:https://api.twilio.com/m/ME1', type: 'image/jpeg', channel: 'sms' },
    ]);
    await house.happen(text(' '));
    expect((await lastCard()).quote).toContain('没有文字的消息');
  });
});

describe('an answer to it', () => {
  it('leaves by SMS, and while it is held says how many texts it is and what they cost', async () => {
    const one = await house.say('/reply v1 一斤 1280');
    expect(one.text).toBe(`→ 5 秒后发给 ${LEI}（短信）\n1 条短信 · 约 ¥0.05`);
    const two = await house.say(`/reply v1 ${'茶'.repeat(71)}`);
    expect(two.text).toContain('2 条短信（共 71 字，每条 67 字） · 约 ¥0.10');
    expect((await answers()).map(({ channel, address }) => [channel, address])).toEqual([
      ['sms', LEI],
      ['sms', LEI],
    ]);
  });

  it('says so where it cannot go: files, and more words than a text holds', async () => {
    const card = (await house.outbox()).find((one) => one.conversationId && one.audience === 'owner')!;
    await house.type('看图', { answers: [card.externalId!], attachments: [{ kind: 'photo', ref: 'f1' }] });
    expect((await lastCard()).text).toContain('短信只能发文字，所以没有发出');
    const long = await house.say(`/reply v1 ${'a'.repeat(1601)}`);
    expect(long.text).toBe('太长了，没有发出：共 1601 字，短信最多 1600 字。请缩短一些。');
    expect(await answers()).toEqual([]);
  });

  it('control: elsewhere nothing is counted, and files go along', async () => {
    await house.happen(telegramMessage('在吗'));
    expect((await house.say('/reply v2 在的')).text).toBe('→ 5 秒后发给 王小明（Telegram）');
  });
});

describe('what is reported of an answer', () => {
  it('that arrived stands in its receipt', async () => {
    const card = (await house.outbox()).find((one) => one.conversationId && one.audience === 'owner')!;
    await house.type('一斤 1280', { answers: [card.externalId!] });
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    const [{ id, idempotencyKey } = await answer()] = await answers();
    await toCustomers(sent);
    await house.happen(report(idempotencyKey, 'SM-ours', 'sent'), report(idempotencyKey, 'SM-ours', 'delivered'));
    expect(await stateOf(id)).toEqual({ state: 'sent', arrived: true, error: null });
    const receipts = await house.db.sql<{ text: string }>`
      select payload #>> '{reply,text}' as text from outbox where receipt_of = ${id}`;
    expect(receipts.every(({ text: words }) => words.includes(`已送达 ${LEI}（短信）`))).toBe(true);
    expect(receipts.length).toBeGreaterThan(0);
  });

  it('that did not is told with the reason, and the customer waits again', async () => {
    const { id, idempotencyKey } = await answer();
    await toCustomers(sent);
    expect(await waits()).toBe(false);
    await house.happen(report(idempotencyKey, 'SM-ours', 'undelivered', '30003'));
    const card = await lastCard();
    expect(card.title).toBe(`✗ 没有送达 ${LEI}（短信）`);
    expect(card.text).toBe('原因：对方手机关机或不在服务区，请过些时候再发，或换个方式联系。\n服务商给的代码：30003');
    expect(await stateOf(id)).toMatchObject({ state: 'failed', error: 'reported: unreachable 30003' });
    expect(await waits()).toBe(true);
  });

  it('that did arrive after all is told, and nobody waits', async () => {
    const { id, idempotencyKey } = await answer();
    await toCustomers(sent);
    await house.happen(
      report(idempotencyKey, 'SM-ours', 'undelivered', '30008'),
      report(idempotencyKey, 'SM-ours', 'delivered'),
    );
    expect((await lastCard()).text).toContain(`${LEI} 其实收到了`);
    expect(await stateOf(id)).toMatchObject({ state: 'sent', arrived: true });
    expect(await waits()).toBe(false);
  });

  it('ends a doubt: what is reported on has left', async () => {
    const { id, idempotencyKey } = await answer();
    await toCustomers({ result: 'unknown', error: 'cut' });
    expect(await stateOf(id)).toMatchObject({ state: 'unknown' });
    await house.happen(report(idempotencyKey, 'SM-late', 'queued'));
    expect(await stateOf(id)).toMatchObject({ state: 'sent' });
    expect((await answers())[0]!.externalId).toBe('SM-late');
  });

  it('before it was sent again says nothing of the new try', async () => {
    const { id, idempotencyKey } = await answer();
    await toCustomers(sent);
    await house.happen(report(idempotencyKey, 'SM-ours', 'undelivered', '30003'));
    await house.press('再发一次');
    await house.happen(report(idempotencyKey, 'SM-ours', 'failed', '30008'));
    expect(await stateOf(id)).toMatchObject({ state: 'queued' });
    await toCustomers({ result: 'sent', externalId: 'SM-second' });
    await house.happen(report(idempotencyKey, 'SM-ours', 'failed', '30008'));
    expect(await stateOf(id)).toMatchObject({ state: 'sent', arrived: false });
    await house.happen(report(idempotencyKey, 'SM-second', 'delivered'));
    expect(await stateOf(id)).toMatchObject({ state: 'sent', arrived: true });
  });

  it('comes to the same in any order, and however often it comes', async () => {
    const { id, idempotencyKey } = await answer();
    await toCustomers(sent);
    const statuses = ['queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'read'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 8 }), async (told) => {
        await house.db.autocommit`
          update outbox set state = 'sent', delivered_at = null, failed_at = null, external_id = 'SM-ours' where id = ${id}`;
        await house.happen(...told.map((status) => report(idempotencyKey, 'SM-ours', status, '30003')));
        const arrived = told.some((status) => status === 'delivered' || status === 'read');
        const lost = !arrived && told.some((status) => status === 'undelivered' || status === 'failed');
        expect(await stateOf(id)).toMatchObject({ state: lost ? 'failed' : 'sent', arrived });
      }),
      { numRuns: 12 },
    );
  });

  it('of no message of ours changes nothing', async () => {
    await house.happen(report('answer:999', 'SM-x', 'delivered'));
    const [last] = await house.db.sql`select outcome from inbox order by id desc limit 1`;
    expect(last).toEqual({ outcome: 'of no message of ours' });
  });
});

describe('a customer who says STOP', () => {
  it('is not written to any more, until they come back by a word; the owner is told both', async () => {
    await answer('稍等');
    await house.happen(text('TD'));
    expect((await cardWith('TD')).fields).toContainEqual({
      label: '短信',
      value: '已退订：对方回复「订阅」或 START 之前，不再给对方发短信。还没发出的 1 条回复也留下了，见 /未送达',
    });
    expect((await answers()).map(({ state }) => state)).toEqual(['failed']);
    expect((await house.say('/reply v1 那就不打扰了')).text).toContain('已退订短信，所以没有发出');
    await house.happen(text('我的货呢？'));
    expect((await house.say('/reply v1 在路上')).text).toContain('已退订短信');
    await house.happen(text('START'));
    expect((await cardWith('START')).fields).toContainEqual({
      label: '短信',
      value: '重新订阅了，可以再给对方发短信。',
    });
    expect((await house.say('/reply v1 在路上')).text).toContain('秒后发给');
  });

  it('is told of where an answer to them was to leave', async () => {
    const card = (await house.outbox()).find((one) => one.conversationId && one.audience === 'owner')!;
    await house.type('一斤 1280', { answers: [card.externalId!] });
    await house.happen(text('STOP'));
    const [{ id } = await answer()] = await answers();
    const receipts = await house.db.sql<{ text: string }>`
      select payload #>> '{reply,text}' as text from outbox where receipt_of = ${id}`;
    expect(receipts.map(({ text: words }) => words)).toEqual([expect.stringContaining('没有发出去')]);
  });

  it('gets no automatic answer either, and consents given there are withdrawn', async () => {
    await house.say('/away 3d');
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      values (1, 'sms', ${LEI}, 'newsletter', 't', 'zh-CN', 'w', 'test', now(), now())`;
    await house.happen(text('退订'), text('你们几点开门？'));
    const [consent] = await house.db.sql`select withdrawn_at is not null as withdrawn from consents`;
    expect(consent).toEqual({ withdrawn: true });
    expect(await answers()).toEqual([]);
    // control: somebody else is told that nobody is there
    await house.happen(text('你们几点开门？', { From: '+8613900139000' }));
    expect((await answers()).map(({ address }) => address)).toEqual(['+8613900139000']);
  });

  it('gets nothing that was on its way to leave when they said it', async () => {
    const leaving = await answer();
    await house.happen(text('STOP'));
    const taken: string[] = [];
    const sender = smsSender({
      provider: {
        submit: async ({ to }) => {
          taken.push(to);
          return sent;
        },
      },
      isOut: (address) => isClosedTo(house.db.sql, { channel: 'sms', address }),
      ...{ longest: 1600, perSecond: 1 },
    });
    const send = () => sender.send(leaving, new AbortController().signal);
    expect(await send()).toMatchObject({ result: 'failed', reason: 'opted_out' });
    await house.happen(text('START'));
    expect(await send()).toMatchObject({ result: 'sent' });
    expect(taken).toEqual([LEI]);
  });

  it('is believed by Twilio’s own verdict, in any language', async () => {
    await house.happen(text('arrêt', { OptOutType: 'STOP' }));
    expect(await isClosedTo(house.db.sql, { channel: 'sms', address: LEI })).toBe(true);
    await house.happen(text('arrêt', { OptOutType: 'START' }));
    expect(await isClosedTo(house.db.sql, { channel: 'sms', address: LEI })).toBe(false);
  });

  it('is who comes back by YES; from anybody else that is an answer', async () => {
    await house.happen(text('YES'));
    expect((await cardWith('YES')).fields?.some(({ label }) => label === '短信')).toBe(false);
    await house.happen(text('STOP'), text('yes'));
    expect(await isClosedTo(house.db.sql, { channel: 'sms', address: LEI })).toBe(false);
  });

  it('is out where the provider says so of a text', async () => {
    await answer();
    await toCustomers({ result: 'failed', error: 'twilio 21610', reason: 'opted_out' });
    expect(await isClosedTo(house.db.sql, { channel: 'sms', address: LEI })).toBe(true);
    expect((await lastCard()).text ?? '').toContain('对方已退订短信');
  });

  it('stops only this way to them: a chat elsewhere stays open', async () => {
    await house.happen(telegramMessage('在吗'), text('STOP'));
    expect((await house.say('/reply v2 在的')).text).toContain('秒后发给');
  });
});

describe('words of a reply', () => {
  it('are all that a text carries: buttons show nowhere', () => {
    const buttons = [[{ label: 'OK', command: '/x' }]];
    expect(wordsOf({ title: 'A', text: 'b', fields: [{ label: 'C', value: 'd' }], buttons })).toBe('A\nb\nC: d');
  });
});
