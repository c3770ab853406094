import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { FakeAccount } from '../../support/platforms/fake_telegram_business.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
const DAY = 24 * 3_600_000;
let telegram: FakeTelegram;
let service: TestService;
let account: FakeAccount;
let aheadMs = 0;
let nextChat = 7000;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  service = await startTestService(telegramEnvironment(telegram), () => new Date(Date.now() + aheadMs));
  await pairOwner(service, telegram, OWNER);
  account = new FakeAccount(telegram, 'Bq1_x-9', OWNER);
  account.connects();
  await ownerSees(({ text }) => text.startsWith('🟢 Telegram, own account is connected'));
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

function ownerSees(which: (message: SentMessage) => boolean): Promise<SentMessage> {
  return telegram.until(() => telegram.messages(OWNER).findLast(which));
}

/** Somebody writes to the owner's own account; gives the card. */
async function customer(name: string, text: string) {
  const chat = nextChat++;
  const messageId = account.receives(chat, name, text);
  const card = await ownerSees((message) => message.text.startsWith(`💬 ${name}`));
  await service.settled();
  return { chat, card, messageId };
}

const answer = (card: SentMessage, text: string) =>
  telegram.customerWrites(OWNER, text, { name: 'Owner', replyTo: card.messageId });
const waiting = async (name: string) => {
  const [row] = await service.house.db.sql<{ waiting: boolean }>`
    select waiting_since is not null as waiting from conversations v join contacts c on c.id = v.contact_id
    where c.name = ${name}`;
  return row?.waiting;
};
const outcomes = async () => {
  const rows = await service.house.db.sql<{ outcome: string }>`select outcome from inbox order by id`;
  return rows.map(({ outcome }) => outcome);
};

describe('a customer writes to the owner’s own account', () => {
  it('and is answered from the desk, through the account', async () => {
    const { chat, card } = await customer('Ann', 'How much is the green tea?');
    expect(card.text).toContain('Telegram, own account');
    const typed = answer(card, '$12 a tin');
    await telegram.until(() => telegram.messages(account.address(chat)).find(({ text }) => text === '$12 a tin'));
    const sent = telegram.calls('sendMessage').findLast(({ payload }) => payload.text === '$12 a tin');
    expect(sent?.payload).toMatchObject({ chat_id: String(chat), business_connection_id: account.id });
    expect(telegram.messages(chat)).toEqual([]);
    const receipt = await ownerSees(({ text }) => text.startsWith('✓ Sent to Ann'));
    expect(receipt.replyTo).toBe(typed);
  });

  it('and to the bot: one person, two conversations, though Telegram’s ids are the same', async () => {
    const { chat, messageId } = await customer('Two', 'Is the pot still there?');
    telegram.customerWrites(chat, 'Or the blue one?', { name: 'Two', more: { message_id: messageId } });
    await ownerSees(({ text }) => text.includes('Or the blue one?'));
    const rows = await service.house.db.sql`
      select v.address, count(*)::int as messages from conversations v
      join contacts c on c.id = v.contact_id join messages m on m.conversation_id = v.id
      where c.name = 'Two' group by v.address order by v.address`;
    expect(rows).toEqual([
      { address: String(chat), messages: 1 },
      { address: account.address(chat), messages: 1 },
    ]);
  });

  it('a command or a start word, which are words like any other', async () => {
    const { chat } = await customer('Mal', '/start tea');
    await service.settled();
    expect(telegram.messages(account.address(chat))).toEqual([]);
  });

  it('changes it and deletes it: the owner hears of both, and what was said stays', async () => {
    const { chat, messageId } = await customer('Ed', 'Do you have two?');
    account.edits(chat, 'Ed', messageId, 'Do you have three?');
    const card = await ownerSees(({ text }) => text.includes('Do you have three?'));
    expect(card.text).toContain('Do you have two?');
    account.deletes(chat, 'Ed', messageId);
    const gone = await ownerSees(({ text }) => text.includes('A message from Ed was deleted in the chat'));
    expect(gone.text).toContain('Do you have three?');
    const rows = await service.house.db.sql`
      select m.text from messages m where m.external_id = ${String(messageId)}
      and m.conversation_id in (select id from conversations where address = ${account.address(chat)})`;
    expect(rows).toEqual([{ text: 'Do you have three?' }]);
  });
});

describe('what the owner writes there by hand', () => {
  it('is kept as an answer and ends the waiting; it is no command and makes no card', async () => {
    const { chat } = await customer('Hal', 'Can I come on Friday?');
    expect(await waiting('Hal')).toBe(true);
    const cards = telegram.messages(OWNER).length;
    account.writes(chat, 'Hal', '/won 1');
    await telegram.until(() => telegram.pending === 0);
    await service.settled();
    expect(await waiting('Hal')).toBe(false);
    expect(telegram.messages(OWNER)).toHaveLength(cards);
    const rows = await service.house.db.sql`
      select direction, m.text, user_id is not null as "byUser" from messages m join conversations v on v.id = m.conversation_id
      where v.address = ${account.address(chat)} order by m.id`;
    expect(rows).toEqual([
      { direction: 'in', text: 'Can I come on Friday?', byUser: false },
      { direction: 'out', text: '/won 1', byUser: true },
    ]);
  });

  it('is not kept twice when the bot sent it', async () => {
    const { chat, card } = await customer('Bot', 'Is it open today?');
    answer(card, 'Until six');
    await telegram.until(() => telegram.messages(account.address(chat)).length === 1);
    account.writes(chat, 'Bot', 'Until six', { sender_business_bot: { id: 1, is_bot: true, first_name: 'Solo' } });
    await telegram.until(() => telegram.pending === 0);
    await service.settled();
    const [row] = await service.house.db.sql`
      select count(*)::int as count from messages m join conversations v on v.id = m.conversation_id
      where v.address = ${account.address(chat)} and direction = 'out'`;
    expect(row).toEqual({ count: 1 });
  });
});

describe('an answer that the account does not let out', () => {
  it('more than a day after the customer’s last message is not tried: the owner is told why, with a link', async () => {
    const { chat, card } = await customer('Sid', 'Any news?');
    aheadMs = DAY + 60_000;
    answer(card, 'Yes, at last');
    const told = await ownerSees(({ text }) => text.startsWith('✗ Not sent to Sid'));
    aheadMs = 0;
    expect(told.text).toContain('within 24 hours');
    expect(told.text).toContain(`tg://user?id=${chat}`);
    await service.settled();
    expect(telegram.messages(account.address(chat))).toEqual([]);
  });

  it('just within the day leaves', async () => {
    const { chat, card } = await customer('Tim', 'Any news of mine?');
    aheadMs = DAY - 60_000;
    answer(card, 'Yours too');
    await telegram.until(() => telegram.messages(account.address(chat)).length === 1);
    aheadMs = 0;
  });

  it('because Telegram refuses it is explained as well', async () => {
    const { chat, card } = await customer('Una', 'Do you deliver?');
    telegram.refuse(account.address(chat), {
      error_code: 400,
      description: 'Bad Request: BUSINESS_PEER_USAGE_MISSING',
    });
    answer(card, 'We do');
    const told = await ownerSees(({ text }) => text.startsWith('✗ Not sent to Una'));
    expect(told.text).toContain('within 24 hours');
    expect(told.text).toContain(`tg://user?id=${chat}`);
  });

  it.each([
    [{ canReply: false }, 'may read in your own account but not reply'],
    [{ enabled: false }, 'no longer connected'],
  ])('while the bot may not (%o): the owner is told, and /status shows it', async (rights, why) => {
    const { chat, card } = await customer(`Vi ${why.slice(0, 3)}`, 'And by post?');
    account.connects(rights);
    await ownerSees(({ text }) => text.startsWith('🔴 Telegram, own account') && text.includes(why));
    answer(card, 'By post too');
    const told = await ownerSees(({ text }) => text.startsWith('✗ Not sent to Vi') && text.includes(why));
    expect(told.text).toContain(`tg://user?id=${chat}`);
    telegram.customerWrites(OWNER, '/status', { name: 'Owner' });
    await ownerSees(({ text }) => text.startsWith('Status') && text.includes('🔴 Telegram, own account'));
    expect(telegram.messages(account.address(chat))).toEqual([]);
    account.connects();
    await ownerSees(({ text }) => text.startsWith('🟢 Telegram, own account'));
    await service.settled();
  });
});

describe('a stranger connects the bot to their own account', () => {
  it('and nothing comes of it, whatever is written there', async () => {
    // the receipts of what was answered before are on their way
    await service.settled();
    const before = telegram.messages().length;
    const strange = new FakeAccount(telegram, 'Stranger1', 666);
    strange.connects();
    strange.receives(9001, 'Victim', 'How much is the tea?');
    strange.writes(9001, 'Victim', '/won 1');
    await telegram.until(() => telegram.pending === 0);
    await service.settled();
    expect(telegram.messages()).toHaveLength(before);
    expect((await outcomes()).slice(-3)).toEqual(Array(3).fill('account of a stranger'));
    const [row] = await service.house.db.sql`select count(*)::int as count from contacts where name = 'Victim'`;
    expect(row).toEqual({ count: 0 });
  });

  it('unless they become one of us', async () => {
    await service.house.act(async ({ tx }) => {
      const [user] = await tx<{ id: string }>`insert into users (name, role) values ('Hana', 'helper') returning id`;
      await tx`insert into user_identities (channel, address, user_id) values ('telegram', '777', ${user!.id})`;
    });
    const hana = new FakeAccount(telegram, 'Helper1', 777);
    hana.connects();
    hana.receives(9002, 'Wes', 'How much is the tea?');
    await ownerSees(({ text }) => text.startsWith('💬 Wes'));
  });
});

it('a message that overtakes the news of its account waits for them', async () => {
  const late = new FakeAccount(telegram, 'Late1', OWNER);
  late.receives(9003, 'Xen', 'Anybody there?');
  await telegram.until(() => telegram.pending === 0);
  late.connects();
  await ownerSees(({ text }) => text.startsWith('💬 Xen'));
});
