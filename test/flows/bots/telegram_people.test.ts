import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, type SentMessage, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
let telegram: FakeTelegram;
let service: TestService;
let nextChat = 5000;

beforeAll(async () => {
  telegram = await startFakeTelegram();
  const environment = { ...telegramEnvironment(telegram), BUSINESS_NAME: 'Hill Tea' };
  // an album leaves when the test says so: on a busy machine its parts are far apart
  service = await startTestService(environment, undefined, { albumSeconds: 600 });
  await pairOwner(service, telegram, OWNER);
  await telegram.until(() => telegram.calls('getMe').length > 0);
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

const sql = <Row extends object>(strings: TemplateStringsArray, ...values: (string | number)[]) =>
  service.house.db.sql<Row>(strings, ...values);

function ownerSees(which: (message: SentMessage) => boolean): Promise<SentMessage> {
  return telegram.until(() => telegram.messages(OWNER).findLast(which));
}

function ownerWrites(text: string, more: Record<string, unknown> = {}, replyTo?: SentMessage): number {
  return telegram.customerWrites(OWNER, text, { name: 'Owner', more, ...(replyTo && { replyTo: replyTo.messageId }) });
}

async function customer(name: string, text: string, more?: Record<string, unknown>) {
  const chat = nextChat++;
  telegram.customerWrites(chat, text, { name, ...(more && { more }) });
  const card = await ownerSees((message) => message.text.startsWith(`💬 ${name}`));
  await service.settled();
  return { chat, card };
}

async function handled(): Promise<void> {
  await telegram.until(() => telegram.pending === 0);
  await service.settled();
}

/** What waits for further parts of an album waits no more. */
async function leaves(): Promise<void> {
  await handled();
  await service.house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
  await service.settled();
}

const photo = (id: string) => ({ photo: [{ file_id: id, file_unique_id: id, width: 8, height: 6, file_size: 90 }] });
const filesOf = (chat: number) => telegram.messages(chat).flatMap(({ file }) => file ?? []);
const words = (message: SentMessage) => message.buttons.flat().map(({ text }) => text);

describe('a link for a known customer', () => {
  async function linkFor(name: string): Promise<string> {
    ownerWrites(`/link ${name}`);
    const made = await ownerSees(({ text }) => text.startsWith(`Link for ${name}`));
    const [, token] = /https:\/\/t\.me\/solo_shop_bot\?start=([A-Za-z0-9_-]{16,64})\s/.exec(made.text) ?? [];
    return token!;
  }

  it('brings them to Telegram as who they are; they are welcomed in their language and the owner is told', async () => {
    ownerWrites('/add Lena lena@example.com');
    await ownerSees(({ text }) => text.startsWith('Lena'));
    ownerWrites('/language Lena zh');
    await handled();
    const token = await linkFor('Lena');
    const chat = nextChat++;
    telegram.customerWrites(chat, `/start ${token}`, { name: 'L.', language: 'en' });
    await telegram.until(() => telegram.messages(chat).find(({ text }) => text.startsWith('您好')));
    await ownerSees(({ text }) => text.startsWith('🔗 Lena has opened your link'));
    telegram.customerWrites(chat, 'hello', { name: 'L.' });
    await ownerSees(({ text }) => text.startsWith('💬 Lena'));
    const kept = await sql<{ token_hash: Buffer }>`select token_hash from link_tokens`;
    expect(kept.map(({ token_hash }) => token_hash.toString())).not.toContain(token);
  });

  it('is worth nothing the second time: who opens it then is a stranger pressing Start', async () => {
    ownerWrites('/add Olaf olaf@example.com');
    await ownerSees(({ text }) => text.startsWith('Olaf'));
    const token = await linkFor('Olaf');
    telegram.customerWrites(nextChat++, `/start ${token}`, { name: 'Olaf T' });
    await ownerSees(({ text }) => text.startsWith('🔗 Olaf has opened your link'));
    const thief = nextChat++;
    telegram.customerWrites(thief, `/start ${token}`, { name: 'Thief' });
    await telegram.until(() => telegram.messages(thief).length > 0);
    await handled();
    const [row] = await sql<{ name: string }>`
      select c.name from contacts c join contact_identities i on i.contact_id = c.id
      where i.channel = 'telegram' and i.address = ${String(thief)}`;
    expect(row).toEqual({ name: 'Thief' });
  });

  it('is worth nothing after its time, nor when it is made up', async () => {
    ownerWrites('/add Pam pam@example.com');
    await ownerSees(({ text }) => text.startsWith('Pam'));
    const token = await linkFor('Pam');
    await service.house.act(({ tx }) => tx`update link_tokens set expires_at = now() - interval '1 s'`);
    for (const tried of [token, 'aaaabbbbccccddddaaaabbbbccccdddd']) {
      telegram.customerWrites(nextChat++, `/start ${tried}`, { name: 'Late' });
    }
    await handled();
    const rows = await sql`
      select from contacts c join contact_identities i on i.contact_id = c.id where c.name = 'Pam' and i.channel = 'telegram'`;
    expect(rows).toEqual([]);
  });

  it('opened by somebody we know already merges nobody: the owner is asked', async () => {
    const { chat } = await customer('Quin', 'How much is the tea?');
    ownerWrites('/add Rita rita@example.com');
    await ownerSees(({ text }) => text.startsWith('Rita'));
    const token = await linkFor('Rita');
    telegram.customerWrites(chat, `/start ${token}`, { name: 'Quin' });
    const asked = await ownerSees(({ text }) => text.startsWith('🔗 Your link for Rita was opened by Quin'));
    const data = asked.buttons.flat().find(({ text }) => text.includes('merge'))?.callback_data;
    const [button] = await sql<{ command: string }>`select command from buttons where id = ${data!}`;
    const ids = await sql<{ id: string }>`select id from contacts where name in ('Quin', 'Rita') order by name desc`;
    expect(button).toEqual({ command: `/merge c${ids[0]!.id} c${ids[1]!.id}` });
  });
});

describe('what the owner passes on', () => {
  const fixture = (name: string) => {
    const { message } = JSON.parse(
      readFileSync(new URL(`../../fixtures/telegram/${name}.json`, import.meta.url), 'utf8'),
    );
    const { forward_origin, contact, text } = message;
    return { text: text as string | undefined, ...(forward_origin && { forward_origin }), ...(contact && { contact }) };
  };
  const kept = (name: string) =>
    sql<{ text: string; at: Date; attachments: { ref: string }[] }>`
      select m.text, m.occurred_at as at, m.attachments from messages m join conversations v on v.id = m.conversation_id
      join contacts c on c.id = v.contact_id where c.name = ${name} and m.direction = 'in' order by m.id`;

  it.each([
    ['forward_user', '王 小明'],
    ['forward_hidden', '王小明'],
    ['forward_chat', '茶友群, 管理员'],
    ['forward_channel', '茶频道'],
  ])('is kept as its author’s words, at their time, and offered: %s', async (name, author) => {
    const { forward_origin } = fixture(name);
    ownerWrites('Ten boxes of oolong ¥1280\nby Friday', forward_origin && { forward_origin });
    const offered = await ownerSees(({ text }) => text.startsWith(`📎 Saved under ${author}`));
    expect(words(offered)).toEqual(expect.arrayContaining(['Lead', 'Ticket', 'Note']));
    // of a channel it may be to say where posts go
    expect(words(offered).includes(`Post in ${author} from now on`)).toBe(name === 'forward_channel');
    const [message] = await kept(author);
    expect(message).toMatchObject({
      text: 'Ten boxes of oolong ¥1280\nby Friday',
      at: new Date(forward_origin.date * 1000),
    });
    telegram.press(offered, 'Lead', OWNER);
    const at = offered.messageId;
    await ownerSees(
      ({ messageId, text }) => messageId === at && ['Lead opened', author, '1,280'].every((one) => text.includes(one)),
    );
    expect(offered.text.includes('carries only a name')).toBe(name !== 'forward_user');
  });

  it('finds the same person again, by id and by name alone', async () => {
    for (const name of ['forward_user', 'forward_hidden']) {
      ownerWrites(`once more ${name}`, { forward_origin: fixture(name).forward_origin });
      await ownerSees(({ text }) => text.includes(`once more ${name}`));
    }
    expect(await kept('王 小明')).toHaveLength(2);
    expect(await kept('王小明')).toHaveLength(2);
    const [row] = await sql`select count(*)::int as count from contacts where name in ('王 小明', '王小明')`;
    expect(row).toEqual({ count: 2 });
  });

  it('asks whether a bare name is somebody we know', async () => {
    ownerWrites('/add Sven sven@example.com');
    await ownerSees(({ text }) => text.startsWith('Sven'));
    const forward_origin = { type: 'hidden_user', date: 1_763_690_000, sender_user_name: 'Sven' };
    ownerWrites('Is it ready?', { forward_origin });
    const offered = await ownerSees(({ text }) => text.startsWith('📎 Saved under Sven'));
    expect(words(offered)).toContain('It is Sven · sven@example.com');
  });

  it('is never a command, though it reads like one', async () => {
    const forward_origin = { type: 'hidden_user', date: 1_763_690_000, sender_user_name: 'Prank' };
    ownerWrites('/undo', { forward_origin });
    await ownerSees(({ text }) => text.startsWith('📎 Saved under Prank'));
    expect(await kept('Prank')).toMatchObject([{ text: '/undo' }]);
  });

  it('with a file keeps the file; an album is one message', async () => {
    const forward_origin = { type: 'hidden_user', date: 1_763_690_000, sender_user_name: 'Filer' };
    for (const id of ['fwd-1', 'fwd-2']) ownerWrites('', { forward_origin, media_group_id: 'fwd', ...photo(id) });
    await ownerSees(({ text }) => text.startsWith('📎 Saved under Filer'));
    await handled();
    const rows = await kept('Filer');
    expect(rows.map(({ attachments }) => attachments.map(({ ref }) => ref))).toEqual([['fwd-1', 'fwd-2']]);
    expect(telegram.messages(OWNER).filter(({ text }) => text.startsWith('📎 Saved under Filer'))).toHaveLength(1);
  });

  it('as a contact card finds or makes the person by their phone', async () => {
    const contact = { phone_number: '138 0013 9999', first_name: 'Wang' };
    ownerWrites('/settings country CN');
    await handled();
    for (let time = 0; time < 2; time++) ownerWrites('', { contact });
    await handled();
    const offered = await ownerSees(({ text }) => text.startsWith('📎 Saved under Wang'));
    expect(words(offered)).toContain('Link to Telegram');
    const rows = await sql`select address, source from contact_signs where channel = 'phone' and address like '%9999'`;
    expect(rows).toEqual([{ address: '+8613800139999', source: 'named' }]);
  });
});

describe('an album', () => {
  it('is one message and one card with all files, whichever part has the words', async () => {
    const chat = nextChat++;
    const album = { media_group_id: 'g1' };
    telegram.customerWrites(chat, '', { name: 'Alba', more: { ...album, ...photo('a1') } });
    telegram.customerWrites(chat, '', {
      name: 'Alba',
      more: { ...album, ...photo('a2'), caption: 'It arrived broken' },
    });
    telegram.customerWrites(chat, '', { name: 'Alba', more: { ...album, ...photo('a3') } });
    await leaves();
    const card = await ownerSees(({ text }) => text.startsWith('💬 Alba'));
    await handled();
    expect(card.text).toContain('It arrived broken');
    expect(card.text).toContain('Filed as: Ticket');
    expect(telegram.messages(OWNER).filter(({ text }) => text.includes('Alba'))).toHaveLength(1);
    expect(filesOf(OWNER).filter((file) => /^a\d$/.test(file))).toEqual(['a1', 'a2', 'a3']);
    const [row] = await sql`select count(*)::int as count from messages where attachments @> '[{"ref": "a1"}]'`;
    expect(row).toEqual({ count: 1 });
    const [work] = await sql`
      select count(*)::int as count from tickets t join contacts c on c.id = t.contact_id where c.name = 'Alba'`;
    expect(work).toEqual({ count: 1 });
  });

  it('whose last part comes late loses nothing: it follows the card', async () => {
    const chat = nextChat++;
    const first = { media_group_id: 'g2', ...photo('l1'), caption: 'Is this one left?' };
    telegram.customerWrites(chat, '', { name: 'Lars', more: first });
    await leaves();
    await ownerSees(({ text }) => text.startsWith('💬 Lars'));
    telegram.customerWrites(chat, '', { name: 'Lars', more: { media_group_id: 'g2', ...photo('l2') } });
    await ownerSees(({ text }) => text === '💬 Lars · one more file');
    await handled();
    expect(filesOf(OWNER).filter((file) => /^l\d$/.test(file))).toEqual(['l1', 'l2']);
    const [row] = await sql<{ attachments: { ref: string }[] }>`
      select attachments from messages where attachments @> '[{"ref": "l1"}]'`;
    expect(row?.attachments.map(({ ref }) => ref)).toEqual(['l1', 'l2']);
  });

  it('handled again tells and keeps nothing twice', async () => {
    const chat = nextChat++;
    for (const id of ['r1', 'r2']) {
      telegram.customerWrites(chat, '', { name: 'Rex', more: { media_group_id: 'g3', ...photo(id), caption: id } });
    }
    await leaves();
    await ownerSees(({ text }) => text.startsWith('💬 Rex'));
    const again = async () => {
      await service.house.db.autocommit`
        update inbox set processed_at = null where position('"g3"' in convert_from(body, 'utf8')) > 0`;
      service.house.wake();
      await handled();
      const rows = await sql<{ files: number }>`
        select jsonb_array_length(attachments) as files from messages m join conversations v on v.id = m.conversation_id
        where v.address = ${String(chat)} order by m.id`;
      return { files: rows.map(({ files }) => files), shown: filesOf(OWNER).filter((file) => /^r\d$/.test(file)) };
    };
    expect(await again()).toEqual({ files: [2], shown: ['r1', 'r2'] });
    // were it not written down which parts are in it, the second would be a message of its own
    await service.house.act(({ tx }) => tx`delete from album_parts where chat = ${String(chat)}`);
    expect((await again()).files).toEqual([2, 1]);
    await leaves();
  });

  it('is none without Telegram saying so: two photos are two messages', async () => {
    const chat = nextChat++;
    const cards = () => telegram.messages(OWNER).filter(({ text }) => text.startsWith('💬 Nora'));
    for (const [at, id] of ['n1', 'n2'].entries()) {
      telegram.customerWrites(chat, '', { name: 'Nora', more: photo(id) });
      await telegram.until(() => cards().length === at + 1);
      await handled();
    }
    const rows = await sql`
      select m.id from messages m join conversations v on v.id = m.conversation_id where v.address = ${String(chat)}`;
    expect(rows).toHaveLength(2);
  });

  it('that the owner answers with leaves once, with one receipt', async () => {
    const { chat, card } = await customer('Gus', 'Do you have pictures?');
    const first = ownerWrites('', { media_group_id: 'g4', ...photo('o1'), caption: 'Here' }, card);
    ownerWrites('', { media_group_id: 'g4', ...photo('o2') }, card);
    ownerWrites('', { media_group_id: 'g4', ...photo('o3') });
    await leaves();
    await telegram.until(() => filesOf(chat).length === 3);
    await handled();
    expect(filesOf(chat)).toEqual(['o1', 'o2', 'o3']);
    expect(telegram.messages(chat).filter(({ text }) => text === 'Here')).toHaveLength(1);
    const receipts = telegram.messages(OWNER).filter(({ text }) => text.startsWith('✓ Sent to Gus'));
    expect(receipts.map(({ replyTo }) => replyTo)).toEqual([first]);
    const [row] = await sql`
      select count(*)::int as count from messages m join conversations v on v.id = m.conversation_id
      where v.address = ${String(chat)} and direction = 'out'`;
    expect(row).toEqual({ count: 1 });
  });
});

describe('a receipt', () => {
  it('is words below what was typed, once', async () => {
    const { chat, card } = await customer('Ida', 'Do you have it in red?');
    const typed = ownerWrites('Yes', {}, card);
    const receipt = await ownerSees(({ text }) => text === '✓ Sent to Ida (Telegram)');
    expect(receipt.replyTo).toBe(typed);
    ownerWrites('And in blue', {}, card);
    await telegram.until(() => telegram.messages(chat).length === 2);
    await handled();
    expect(telegram.messages(OWNER).filter(({ text }) => text.startsWith('✓ Sent to Ida'))).toHaveLength(2);
    ownerWrites('/unsent');
    await ownerSees(({ text }) => text === 'Everything was delivered.');
  });
});

describe('an edit', () => {
  const edited = (chat: number, message_id: number, more: Record<string, unknown>) => {
    const person = { id: chat, first_name: 'Eve' };
    telegram.pushUpdate({
      edited_message: {
        ...{ message_id, date: 1_763_700_000, edit_date: 1_763_700_100 },
        chat: { ...person, type: 'private' },
        from: { ...person, is_bot: false },
        ...more,
      },
    });
  };

  it('that overtakes its message keeps the file', async () => {
    const chat = nextChat++;
    telegram.meet(chat);
    edited(chat, 700_001, { ...photo('e1'), caption: 'Do you have this one?' });
    await ownerSees(({ text }) => text.includes('Do you have this one?'));
    telegram.customerWrites(chat, '', {
      name: 'Eve',
      more: { message_id: 700_001, ...photo('e1'), caption: 'This one?' },
    });
    await handled();
    expect(filesOf(OWNER).filter((file) => file === 'e1')).toHaveLength(1);
    expect(telegram.messages(OWNER).some(({ text }) => text.includes('This one?'))).toBe(false);
  });

  it('of one part of an album adds to its words', async () => {
    const chat = nextChat++;
    const ids = ['p1', 'p2'].map((id) =>
      telegram.customerWrites(chat, '', { name: 'Pat', more: { media_group_id: 'g5', ...photo(id), caption: id } }),
    );
    await leaves();
    await ownerSees(({ text }) => text.startsWith('💬 Pat'));
    edited(chat, ids[1]!, { media_group_id: 'g5', ...photo('p2'), caption: 'the second has a crack' });
    const card = await ownerSees(({ text }) => text.startsWith('✏️ Pat'));
    expect(card.text).toContain('p1\np2\nthe second has a crack');
  });

  it('of an answer that has left stays here, and the owner is told so', async () => {
    const { chat, card } = await customer('Fay', 'What does it cost?');
    const typed = ownerWrites('$12', {}, card);
    await telegram.until(() => telegram.messages(chat).length === 1);
    const reply_to_message = { message_id: card.messageId, date: 0, chat: { id: OWNER, type: 'private' } };
    edited(OWNER, typed, { text: '$21', reply_to_message });
    await ownerSees(({ text, replyTo }) => text.startsWith('✎ Your edit stays here') && replyTo === typed);
    expect(telegram.messages(chat).map(({ text }) => text)).toEqual(['$12']);
  });
});
