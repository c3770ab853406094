import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

beforeEach(
  house.startingWith(async () => {
    await known('Mia Stone', '700');
    await known('Tom Fox', '701');
    await known('李四', '702');
    await house.deliver();
  }),
);

async function known(name: string, address: string): Promise<void> {
  await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
}

async function under(text: string): Promise<Reply | undefined> {
  const rows = await house.outbox();
  const card = rows.find(({ audience, conversationId }) => audience === 'owner' && conversationId === '1')!;
  const before = (await house.cards()).length;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards())[before];
}

const sent = async () =>
  (await house.outbox()).flatMap(({ audience, address, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [{ address, text: payload.reply.text }] : [],
  );

/** What the question shows of the words behind a button: in a field of its name, else as they were typed. */
const shownFor = (asked: Reply, label: string) =>
  asked.fields?.find((field) => field.label === label)?.value ?? asked.quote;

describe('what a question offers to send to somebody else', () => {
  it.each([
    ['No Tom, we cannot', 'No Tom, we cannot'],
    ['Sorry Tom, out of stock', 'Sorry Tom, out of stock'],
    ['Ok Tom, done', 'Ok Tom, done'],
    ['Yes, Tom. It is here', 'Yes, Tom. It is here'],
    ['Thanks Tom, got it', 'Thanks Tom, got it'],
    ['Hi Tom, it is ready', 'Hi Tom, it is ready'],
    ['对不起李四，断货', '对不起李四，断货'],
    ['好的，李四，明天发', '好的，李四，明天发'],
    ['您好李四，茶发了', '您好李四，茶发了'],
    ['Tom, we cannot', 'we cannot'],
    ['Mr Fox, we cannot', 'we cannot'],
    ['@Tom we cannot', 'we cannot'],
    ['tell Tom we cannot', 'we cannot'],
    ['Tom: no', 'no'],
    ['李四，断货', '断货'],
    ['跟李四说断货了', '断货了'],
    ['Your box is ready, Tom', 'Your box is ready, Tom'],
  ])('%s: leaves as it is shown', async (text, words) => {
    const asked = (await under(text))!;
    const label = buttonsOf(asked).find((one) => one.label.startsWith('Send to'))!.label;
    expect(shownFor(asked, label)).toBe(words);
    await house.press(label);
    expect(await sent()).toEqual([{ address: expect.stringMatching(/^70[12]$/), text: words }]);
  });

  it('as typed, it leaves as the question quotes it', async () => {
    const asked = (await under('Tom, we cannot'))!;
    await house.press(buttonsOf(asked)[0]!.label);
    expect(await sent()).toEqual([{ address: '700', text: asked.quote }]);
  });
});

describe('words under a card that name another user', () => {
  const helpers = async (...names: string[]) => {
    for (const name of names) await house.db.autocommit`insert into users (name, role) values (${name}, 'helper')`;
  };

  it.each([
    'Bob: can you check?',
    'bob: please check',
    '@Bob check please',
    '@bob_lee check please',
    'check this please @Bob',
    'ask Bob',
    'Ask Bob Lee whether we have it',
    'tell Bob he is late',
    'Bob, can you check',
    'Bob can you check?',
    'Hi Bob, is it there',
    'Can you check this, Bob?',
    'forward this to Bob',
    '王芳，你看一下',
    '王芳你看一下',
    '王芳：你看一下',
    '@王芳 看一下',
    '@王芳看一下',
    '问问王芳',
    '问一下王芳有没有货',
    '让王芳处理',
    '王姐，你看一下',
    '您好王芳，麻烦看一下',
    '你看一下，王芳',
  ])('%s stays here until the owner has said who is to read it', async (text) => {
    await helpers('Bob Lee', '王芳');
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(asked).toMatchObject({ failed: true, quote: text });
    await house.press(buttonsOf(asked!).at(-1)!.label);
    expect(await sent()).toEqual([{ address: '700', text }]);
  });

  it.each([
    'Mia, it is ready',
    'Bobby is our mascot',
    'Our Bob will bring it tomorrow',
    '我们王芳明天给您送',
    'Best wishes, owner',
    'Will you come at 5?',
    'Our address is bob@x.example',
    'Opening: 10:30',
  ])('%s goes to the customer', async (text) => {
    await helpers('Bob Lee', '王芳', 'Will Ray');
    await under(text);
    expect(await sent()).toEqual([{ address: '700', text }]);
  });

  it('are the customer’s where the name is theirs as well', async () => {
    await helpers('Mia Lee');
    await under('Mia, it is ready');
    expect(await sent()).toEqual([{ address: '700', text: 'Mia, it is ready' }]);
  });
});
