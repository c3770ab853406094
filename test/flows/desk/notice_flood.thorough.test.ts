import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/domain/context.ts';
import { noteChannel } from '../../../src/domain/desk/channel_state.ts';
import { propose } from '../../../src/domain/desk/proposal_card.ts';
import { tellOwner } from '../../../src/domain/desk/tell.ts';
import type { DomainEvent, MessageReceived } from '../../../src/domain/event.ts';
import { onDeliveryEnded } from '../../../src/domain/on/delivery.ts';
import { handle } from '../../../src/domain/on/index.ts';
import { ALONE, type Folding } from '../../../src/domain/owner/notice.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import type { OutboxMessage } from '../../../src/outbox/message.ts';
import { buttonsOf, type House, NOON, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';
import { whileHeld } from '../../support/lock.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(() => house.reset());

/** Several times what is shown on a card, and more than a page of all; it says nothing more of more. */
const MANY = 30;
const upTo = (count: number) => Array.from({ length: count }, (_, nth) => nth + 1);

type Deed = (ctx: Context) => Promise<unknown>;
interface Scenario {
  /** What must be there before, for so many people. */
  before?(people: number): Promise<void>;
  /** Brings about the nth notice; `by`: whose it is, where it is anybody's. */
  nth(nth: number, by: number): Deed;
  /** One source a person, channel or shop: that of another is told at once. Otherwise all of the kind are one. */
  apart: boolean;
}

const happens =
  (event: DomainEvent): Deed =>
  (ctx) =>
    handle(ctx, event);
const chatOf = (by: number) => `${1000 + by}`;
const says = (text: string, by: number, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, { chat: chatOf(by), from: { address: chatOf(by), name: `Person ${by}` }, ...more });
const addressOf = (by: number) => `person${by}@example.com`;
const known = async (people: number) => {
  await house.happen(...upTo(people).map((by) => says('hello', by, { externalId: `first-${by}` })));
  await house.deliver();
};
const knownByMail = async (people: number) => {
  await house.happen(...upTo(people).map((by) => mail(addressOf(by), 'hello')));
  await house.deliver();
};
const photo = (nth: number) => ({ kind: 'photo' as const, ref: `photo-${nth}`, bytes: 10 });
const part = (nth: number, by: number) =>
  says('', by, { album: `A${by}`, externalId: `part-${by}-${nth}`, attachments: [photo(nth)] });
const trouble = (nth: number, by: number) => ({
  ...{ channel: by === 1 ? 'shopify' : 'slack', rowId: `${by}${nth}`, words: `words ${nth}` },
  ...{ attachments: [], receivedAt: NOON },
});

/** One answer to each of so many people has left. */
async function answered(people: number, copied: string[] = []): Promise<void> {
  await house.happen(...upTo(people).map((by) => mail(addressOf(by), 'hello', { copied })));
  for (const by of upTo(people)) await house.say(`/reply c${by} hi ${by}`);
  await house.deliver((row) => ({ result: 'sent', externalId: `<sent-${row.address}>` }));
}
const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const fails =
  (nth: number): Deed =>
  async (ctx) => {
    const row = (await answersOf(ctx))[nth - 1]!;
    await onDeliveryEnded(ctx, row, { result: 'failed', error: 'connection refused', reason: 'given_up' });
  };
const answersOf = ({ tx }: Context) =>
  tx<OutboxMessage>`
    select id, channel, address, audience, payload, conversation_id as "conversationId", message_id as "messageId",
      created_at as "createdAt" from outbox where audience = 'customer' order by id`;
const bounced = (address: string, of: string, kind: 'bounce' | 'complaint' = 'bounce') =>
  mail('mailer-daemon@example.com', 'no such person', {
    ...{ automatic: kind, answers: of ? [`<sent-${of}>`] : [] },
    returned: address ? [{ address, action: 'failed', status: '5.1.1' }] : [],
  });
const order = (nth: number): OrderUpdated => ({
  ...{ kind: 'order.updated' as const, provider: 'shopify' as const, connectionId: '1', updatedAt: NOON },
  order: {
    ...{
      externalId: `${nth}`,
      number: `#${nth}`,
      payment: 'authorized',
      fulfillment: null,
      currency: 'CNY',
      test: false,
    },
    ...{ totalMinor: '10000', placedAt: NOON, cancelledAt: null, lines: [] },
  },
  customer: {
    externalId: `${900 + nth}`,
    name: `Buyer ${nth}`,
    email: `buyer${nth}@example.com`,
  } as OrderUpdated['customer'],
});
const connected = async () => {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.say('/connect shopify shpss_89abcdef89abcdef89abcdef89abcdef');
  await house.deliver();
};

/** How many of each kind can be brought about by whoever wants to, or by one thing that breaks. */
const SCENARIOS: Record<Folding, Scenario> = {
  edit: {
    apart: true,
    before: known,
    nth: (nth, by) => {
      const { channel, chat, from } = says('', by);
      return happens({
        ...{ kind: 'message.edited', channel, chat, from, externalId: `first-${by}`, text: `hello ${nth}` },
        editedAt: new Date(NOON.getTime() + nth),
      });
    },
  },
  withdrawn: {
    apart: true,
    before: known,
    nth: (nth, by) => async (ctx) => {
      const { channel, chat, from } = says('', by);
      const externalId = `gone-${by}-${nth}`;
      await ctx.tx`
        insert into messages (conversation_id, direction, external_id, text, occurred_at)
        select id, 'in', ${externalId}, ${`hello ${nth}`}, ${NOON} from conversations where address = ${chat}`;
      return handle(ctx, { kind: 'messages.withdrawn', channel, chat, from, externalIds: [externalId] });
    },
  },
  late_part: {
    apart: true,
    before: async (people) => {
      for (const by of upTo(people)) await house.happen(part(0, by));
      await leaves();
    },
    nth: (nth, by) => happens(part(nth, by)),
  },
  automatic: {
    apart: true,
    before: knownByMail,
    nth: (nth, by) => happens(mail(addressOf(by), `I am away ${nth}`, { automatic: 'auto_reply' })),
  },
  invitation: {
    apart: true,
    nth: (nth, by) => happens(mail(addressOf(by), `Meet us ${nth}`, { automatic: 'calendar' })),
  },
  visitor: {
    apart: true,
    nth: (nth, by) => happens(mail(addressOf(by), `Form ${nth}`, { visitor: { name: `V${nth}`, phone: '' } })),
  },
  form: {
    apart: true,
    nth: (nth, by) =>
      happens(
        mail(`visitor${by}.${nth}@example.com`, `Form ${nth}`, {
          ...{ claimed: true, externalId: `<form-${by}-${nth}@x>`, subject: `Form ${nth}` },
          namedBy: { what: 'form', from: `site${by}@example.com` },
        }),
      ),
  },
  proposed: {
    apart: true,
    nth: (nth, by) => (ctx) =>
      tellOwner(ctx, `proposed:${by}:${nth}`, () => ({ title: `🤖 ${by}`, quote: `/note ${nth}` }), {
        notice: { kind: 'proposed', of: `key:${by}` },
      }),
  },
  rated: {
    apart: true,
    nth: (nth, by) => (ctx) =>
      tellOwner(ctx, `rated:${by}:${nth}`, () => ({ title: `⭐ ${by}`, quote: `3 ${nth}` }), {
        notice: { kind: 'rated', of: `c${by}` },
      }),
  },
  own_mail: { apart: false, nth: (nth) => happens(mail('me@example.com', `Note ${nth}`)) },
  in_your_name: { apart: false, nth: (nth) => happens(mail('me@example.com', `Pay ${nth}`, { trust: 'suspicious' })) },
  unanswerable: {
    apart: true,
    nth: (nth, by) =>
      happens(
        telegramMessage(`Hello ${nth}`, {
          ...{ chat: '-100', private: false, unanswerable: 'My channel' },
          ...{ externalId: `dm${by}-${nth}`, from: { address: `9${by}`, name: `Reader ${by}` } },
        }),
      ),
  },
  unreadable: { apart: true, nth: (nth, by) => happens({ kind: 'row.given_up', ...trouble(nth, by) }) },
  delayed: { apart: true, nth: (nth, by) => happens({ kind: 'row.delayed', ...trouble(nth, by) }) },
  recovered: { apart: true, nth: (nth, by) => happens({ kind: 'row.recovered', ...trouble(nth, by) }) },
  undelivered: { apart: false, before: () => answered(MANY), nth: fails },
  copy: {
    apart: false,
    before: () => answered(1, ['left@example.com']),
    nth: (nth) => async (ctx) => {
      const [row] = await answersOf(ctx);
      const sent = { result: 'sent' as const, refusedCopies: [`left${nth}@example.com`] };
      await onDeliveryEnded({ ...ctx, now: new Date(NOON.getTime() + nth) }, row!, sent);
    },
  },
  came_back: {
    apart: false,
    before: () => answered(MANY),
    nth: (nth) => happens(bounced(addressOf(nth), addressOf(nth))),
  },
  copy_came_back: {
    apart: false,
    before: () => answered(1, ['left@example.com']),
    nth: (nth) => happens(bounced(`else${nth}@example.com`, addressOf(1))),
  },
  late: {
    apart: false,
    before: () => answered(MANY),
    nth: (nth) =>
      happens(
        mail('mailer-daemon@example.com', 'still trying', {
          ...{ automatic: 'auto_reply', report: 'delay', answers: [`<sent-${addressOf(nth)}>`] },
          returned: [{ address: addressOf(nth), action: 'delayed', status: '4.4.1' }],
        }),
      ),
  },
  unknown_bounce: { apart: false, nth: () => happens(bounced('', '')) },
  complaint: {
    apart: false,
    before: () => answered(1),
    nth: () => happens(bounced(addressOf(1), addressOf(1), 'complaint')),
  },
  alike: {
    apart: false,
    before: async () => {
      await house.db
        .autocommit`insert into contacts (name) select 'Person ' || n from generate_series(1, ${2 * MANY}) n`;
    },
    nth: (nth) => (ctx) =>
      propose(ctx, `${2 * nth - 1}`, `${2 * nth}`, [{ kind: 'name', by: `${2 * nth}`, value: 'x' }]),
  },
  desk: {
    apart: false,
    nth: (nth) => (ctx) =>
      handle(
        { ...ctx, now: new Date(NOON.getTime() + nth), deskChats: {} },
        {
          ...{ kind: 'desk.offered', channel: 'telegram', chat: '-100', title: 'Group', offered: true },
          from: { address: OWNER, name: 'me' },
        },
      ),
  },
  account: {
    apart: true,
    nth: (nth, by) => (ctx) =>
      handle(
        { ...ctx, now: new Date(NOON.getTime() + nth) },
        {
          kind: 'account.updated',
          account: {
            ...{ channel: 'telegram' as const, id: `B${by}`, userAddress: OWNER, userChat: OWNER, name: 'me' },
            ...{ canReply: nth % 2 === 0, enabled: true, personUrl: 'tg://user?id=' },
          },
          updatedAt: new Date(NOON.getTime() + nth),
        },
      ),
  },
  channel: {
    apart: true,
    nth: (nth, by) => (ctx) =>
      noteChannel(
        { ...ctx, now: new Date(NOON.getTime() + nth) },
        by === 1 ? 'telegram' : 'slack',
        nth % 2 === 0,
        nth % 2 === 0 ? '' : 'unreachable',
      ),
  },
  order: { apart: false, before: connected, nth: (nth) => happens(order(nth)) },
  shop_asks: {
    apart: true,
    before: connected,
    nth: (nth, by) =>
      happens({
        ...{ kind: 'shop.asked', provider: 'shopify', connectionId: `${by}`, ask: 'erase', externalId: `ask-${nth}` },
        ...{ customer: { externalId: null, email: `asks${nth}@example.com`, name: null }, orderExternalId: null },
      }),
  },
  scheduled: {
    apart: false,
    before: () => known(1),
    nth: (nth) => async (ctx) => {
      await ctx.tx`
        insert into scheduled_answers (conversation_id, text, due_at, receipt_to)
        values (1, ${`late ${nth}`}, ${new Date(NOON.getTime() - 24 * 3_600_000)}, '{"channel": "telegram", "address": "42"}')`;
      await sendScheduled(ctx);
    },
  },
};

const leaves = async () => {
  await house.db.autocommit`update outbox set run_at = now(), parked_until = null where state = 'queued'`;
  await house.deliver();
};
const notices = async () =>
  (await house.outbox()).filter(({ audience, address }) => audience === 'owner' && address === OWNER);
const replyOf = ({ payload }: Pick<SentRow, 'payload'>) => ('reply' in payload ? payload.reply : {});
const countsOf = () =>
  house.db.sql<{ state: string; count: number }>`
    select state, shows_count as count from outbox
    where shows_kind is not null and shown_by is null and address = ${OWNER} order by id`;
const wordsOfAll = async (id: string) => {
  const lines: string[] = [];
  for (let page = 1; page < 20; page += 1) {
    const { lists = [] } = await house.say(`/told all o${id} ${page}`);
    lines.push(...lists.flatMap(({ items }) => items.map(({ buttons }) => buttons![0]!.command)));
    if (lists.length === 0) break;
  }
  return lines;
};
const memberIds = async () =>
  (await house.db.sql<{ id: string }>`select id from outbox where shown_by is not null order by id`).map(
    ({ id }) => id,
  );

/** So many leave alone before the others are gathered. */
const AT_ONCE = 4;

describe.each(Object.entries(SCENARIOS))('%s notices', (_kind, { before, nth, apart }) => {
  it(`${MANY} within a minute are five cards at most, with a true count, and each of them can be shown`, async () => {
    await before?.(2);
    for (const one of upTo(5)) {
      await house.act(nth(one, 1));
      await house.deliver();
    }
    for (const one of upTo(MANY).slice(5)) await house.act(nth(one, 1));
    const cards = await countsOf();
    const alone = Array.from({ length: AT_ONCE }, () => 'sent');
    expect(cards.map(({ count }) => count)).toEqual([...alone.map(() => 1), MANY - AT_ONCE]);
    expect(cards.map(({ state }) => state)).toEqual([...alone, 'queued']);
    if (apart) {
      await house.act(nth(1, 2));
      await house.deliver();
      expect((await countsOf()).map(({ state }) => state)).toEqual([...alone, 'queued', 'sent']);
    }
    await leaves();
    const members = await memberIds();
    expect(members).toHaveLength(MANY - AT_ONCE);
    const card = (await notices()).find((row) =>
      buttonsOf(replyOf(row)).some(({ command }) => /^\/told all/.test(command)),
    )!;
    expect(replyOf(card).title).toContain(String(MANY - AT_ONCE));
    expect(replyOf(card).lists?.[0]?.items).toHaveLength(5);
    expect((await wordsOfAll(members[0]!)).reverse()).toEqual(members.map((id) => `/told o${id}`));
    expect((await house.say(`/told o${members[0]}`)).failed).toBeUndefined();
  });
});

describe('a card of several notices', () => {
  const { nth } = SCENARIOS.edit;

  it('is not made of a few that happen to wait', async () => {
    await known(1);
    for (const one of upTo(7)) await house.act(nth(one, 1));
    expect(await countsOf()).toEqual(upTo(7).map(() => ({ state: 'queued', count: 1 })));
  });

  it('shuts out whoever sent them, and an undo shows them again', async () => {
    await known(1);
    for (const one of upTo(8)) await house.act(nth(one, 1));
    const [card] = (await notices()).filter(({ state }) => state === 'queued');
    expect(buttonsOf(replyOf(card!)).map(({ command }) => command)).toContain('/block c1');
    await house.say('/block c1');
    expect((await countsOf()).map(({ state }) => state)).toEqual(['cancelled']);
    await house.say('/undo');
    expect(await countsOf()).toEqual([{ state: 'queued', count: 8 }]);
  });

  it('can be answered where all are of one conversation', async () => {
    await known(1);
    for (const one of upTo(8)) await house.act(nth(one, 1));
    await leaves();
    const card = (await notices()).find(({ idempotencyKey }) => idempotencyKey.startsWith('together:'))!;
    await house.type('Got it', { answers: [card.externalId!] });
    expect((await answers()).map(({ conversationId }) => conversationId)).toEqual(['1']);
  });

  it('can be answered by nobody where they are of several', async () => {
    await answered(8);
    for (const one of upTo(8)) await house.act(SCENARIOS.came_back.nth(one, 1));
    expect((await notices()).filter(({ state }) => state === 'queued').at(-1)?.conversationId).toBeNull();
  });

  it('shows one of them as it would have been told alone, with its buttons', async () => {
    await answered(8);
    for (const one of upTo(8)) await house.act(fails(one));
    const [id] = await memberIds();
    const failed = (await answers())[0]!;
    const commands = buttonsOf(await house.say(`/told o${id}`)).map(({ command }) => command);
    expect(commands).toContain(`/retry o${failed.id}`);
  });

  it('waits for no other that is being written down at this moment', async () => {
    await known(1);
    for (const one of upTo(8)) await house.act(nth(one, 1));
    await whileHeld(
      house.db,
      (tx) => tx`update outbox set state = 'sending' where state = 'queued' and shows_kind is not null`,
      () => house.act(nth(9, 1)),
    );
    const counts = (await countsOf()).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9);
  });

  it('lets what the owner asked for overtake it', async () => {
    await known(1);
    for (const one of upTo(8)) await house.act(nth(one, 1));
    await house.type('/status');
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    const left: string[] = [];
    await house.deliver((row) => {
      left.push(row.idempotencyKey);
      return { result: 'sent', externalId: `x${row.id}` };
    });
    expect(left.at(-1)).toContain('together:');
  });

  it('told twice of the same occasion counts it once', async () => {
    for (const one of [...upTo(8), 8, 8]) await house.act(SCENARIOS.unreadable.nth(one, 1));
    expect(await countsOf()).toEqual([{ state: 'queued', count: 8 }]);
  });
});

/** Files that put something into the owner's chat without `tellOwner`, and why that cannot fill it. */
const ANSWERS: Record<string, string> = {
  'owner/say.ts': 'answers what the user typed or picked, where they did',
  'commands/owner/setup_try.ts': 'sends what the owner asked to try',
  'on/button.ts': 'answers a press of the user',
  'on/pressed.ts': 'answers a press of the user',
  'campaigns/asking/test_chat.ts': 'shows a user what they try out',
  'on/form.ts': 'answers a form of the user',
  'on/home.ts': 'shows a page the user opened',
  'on/instead.ts': 'takes the place of an answer to the user',
  'on/delivery.ts': 'says of an answer of the user that it arrived; failures are told as notices',
  'talk/topic.ts': 'opens or closes the topic of a customer, without words',
  'desk/tell_message.ts': 'gathers the messages of a contact',
  'desk/notice_flood.ts': 'tells notices together',
  'desk/shop/tell_news.ts': 'counts orders on one card',
};
/** To customers. */
const TO_CUSTOMERS = [
  ...['talk/answer.ts', 'talk/automatic_answer.ts', 'intake/start.ts', 'people/preferences/question.ts'],
  ...['campaigns/chat.ts', 'on/desk/rated.ts'],
];
const TO_MACHINES = ['hooks/pass_on.ts'];
const TO_EVERYBODY = ['posts/outlet.ts', 'posts/publish.ts'];

describe('what the owner is told', () => {
  it('is told together in a flood, or says why it cannot come in one', () => {
    for (const [kind, why] of Object.entries(ALONE)) {
      expect(kind in SCENARIOS, kind).toBe(false);
      expect(why.length, kind).toBeGreaterThan(10);
    }
  });

  it('is enqueued nowhere else', () => {
    const root = join(import.meta.dirname, '../../../src/domain');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const found = files.filter((name) => /\benqueue\(/.test(readFileSync(join(root, name), 'utf8')));
    expect(found.sort()).toEqual([...Object.keys(ANSWERS), ...TO_CUSTOMERS, ...TO_MACHINES, ...TO_EVERYBODY].sort());
  });
});

describe('machines’ mails of two people in one thread', () => {
  const auto = (from: string, text: string) => mail(from, text, { automatic: 'auto_reply', answers: ['<thread@x>'] });
  const [ann, carl] = ['ann@example.com', 'carl@example.com'];
  const told = async () =>
    (await house.outbox())
      .filter(({ audience, state }) => audience === 'owner' && state === 'queued')
      .map(({ payload }) => JSON.stringify(payload));

  beforeEach(async () => {
    await house.happen(mail(ann, 'Order?', { externalId: '<thread@x>', copied: [carl] }));
    await house.happen(mail(carl, 'I am Carl', { answers: ['<thread@x>'] }));
    await leaves();
    for (const n of upTo(AT_ONCE)) {
      await house.happen(auto(ann, `ann away ${n}`), auto(carl, `carl away ${n}`));
      await house.deliver();
    }
    await house.happen(auto(ann, 'refused by customs'), auto(ann, 'still refused'));
    await house.happen(auto(carl, 'carl is ill'), auto(carl, 'carl is still ill'));
  });

  it('are told apart, so that a block of one leaves the other’s', async () => {
    expect((await told()).filter((card) => card.includes('carl is still ill'))).toHaveLength(1);
    await house.say('/block carl@example.com');
    expect((await told()).filter((card) => card.includes('refused by customs'))).toHaveLength(1);
    expect((await told()).filter((card) => card.includes('carl is still ill'))).toEqual([]);
  });

  it('are not shown one by one either while their writer is blocked', async () => {
    const [row] = await house.db.sql<{ id: string }>`
      select id from outbox where shown_by is not null and payload::text like '%carl is ill%'`;
    expect((await house.say(`/told o${row!.id}`)).failed).toBeUndefined();
    await house.say('/block carl@example.com');
    expect((await house.say(`/told o${row!.id}`)).failed).toBe(true);
  });
});
