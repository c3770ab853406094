import { beforeAll, describe, expect, it } from 'vitest';
import { type House, OWNER, telegramMessage, testHouse } from '../../../support/house.ts';

const SECRET = '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';
let house: House;

beforeAll(async () => {
  house = await testHouse();
});

/** Where a text stands in the database, in any column of any table, as text or as bytes: in one statement for all of them. */
async function placesOf(text: string): Promise<string[]> {
  const { sql } = house.db;
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
  const like = sql`any(array[${`%${text}%`}, ${`%${Buffer.from(text).toString('hex')}%`}])`;
  const places = tables.map(
    ({ name }, nth) =>
      sql`${nth > 0 ? sql`union all` : sql``} (select ${name} as name from ${sql(name)} t where t::text like ${like} limit 1)`,
  );
  return (await sql<{ name: string }>`${places}`).map(({ name }) => name);
}

describe('a secret typed at the desk is kept nowhere, however its command is written', () => {
  it.each([
    `/connect shopify ${SECRET}`,
    `/conect shopify ${SECRET}`,
    `/連接 shopify ${SECRET}`,
    `連接 shopify ${SECRET}`,
    `連接shopify ${SECRET}`,
    `连结 shopify ${SECRET}`,
    `连接：shopify ${SECRET}`,
    `connect shopify ${SECRET}`,
    `Connect Shopify ${SECRET}`,
    `conect shopfy ${SECRET}`,
    `conncet: shopify ${SECRET}`,
    `please connect shopify ${SECRET}`,
    `connect ${SECRET}`,
    `shopify ${SECRET}`,
    `shopify connect ${SECRET}`,
    `connect\nshopify\n${SECRET}`,
  ])('%j', async (text) => {
    await house.reset();
    await house.type(text);
    expect(await placesOf(SECRET)).toEqual([]);
    const { text: said, title } = (await house.cards()).at(-1)!;
    expect(said ?? title).toBeTruthy();
  });

  it('and a plain word is one when nothing else can be meant', async () => {
    await house.reset();
    await house.type('connect shopify correct-horse');
    expect(await placesOf('correct-horse')).toEqual([]);
  });

  it('nor is it sent to the customer whose card was answered', async () => {
    await house.reset();
    await house.happen(telegramMessage('hello'));
    await house.deliver();
    const card = (await house.outbox()).find(({ address }) => address === OWNER)!;
    await house.type(`connect shopify ${SECRET}`, { answers: [card.externalId!] });
    expect(await placesOf(SECRET)).toEqual([]);
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});

describe('a bare key or password', () => {
  const BARE = [
    'sk_live_51H8xQ2eZvKYlo2C0aBcDeFg',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'xoxb-2345678901-abcdefghijkl',
    '7123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1',
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz',
    'abkd qwrt plmx ytrw',
    'hjklmnbvqwrtzxcp',
    'aB3dE5fG7hJ9kL1mN3pQ',
    '9f86d081884c7d659a2feaa0c55ad015',
    'Tr0ub4dor&3x',
  ];
  const card = async () => {
    await house.reset();
    await house.happen(telegramMessage('hello'));
    await house.deliver();
    return (await house.outbox()).find(({ address }) => address === OWNER)!.externalId!;
  };
  const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

  it.each(BARE)('answers no card, and is kept nowhere: %s', async (secret) => {
    await house.type(secret, { answers: [await card()] });
    expect(await toCustomers()).toEqual([]);
    expect(await placesOf(secret)).toEqual([]);
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true });
  });

  it.each(['/reply c1', '/later c1 tomorrow 9am', '/回复 c1'])('nor by a command: %s', async (command) => {
    for (const secret of BARE.slice(0, 8)) {
      await card();
      await house.type(`${command} ${secret}`);
      expect(await toCustomers()).toEqual([]);
      expect(await placesOf(secret)).toEqual([]);
    }
  });

  it('nor is one typed without a card offered to be made something of', async () => {
    await house.reset();
    await house.type(BARE[0]!);
    expect(await placesOf(BARE[0]!)).toEqual([]);
  });

  it('leaves with a word in front of it, and then stands with the message alone', async () => {
    const answers = [await card()];
    await house.type(`Your key: ${BARE[0]}`, { answers });
    await house.type(`/reply c1 your key: ${BARE[1]}`);
    expect(await toCustomers()).toHaveLength(2);
    // and a control of the search
    expect(await placesOf(BARE[0]!)).toContain('messages');
    expect(await placesOf(BARE[0]!)).toEqual(expect.not.arrayContaining(['inbox', 'journal']));
    expect(await placesOf(BARE[1]!)).toEqual(expect.not.arrayContaining(['inbox', 'journal']));
  });

  const [KEY, , SLACK, TOKEN, , SIGNED] = BARE;
  it.each([
    `TELEGRAM_BOT_TOKEN=${TOKEN}`,
    `TELEGRAM_BOT_TOKEN: ${TOKEN}`,
    `TELEGRAM_BOT_TOKEN = ${TOKEN}`,
    `SLACK_BOT_TOKEN=${SLACK}`,
    'IMAP_URL=imaps://user:pa5s@imap.example.com:993',
    'SMTP_URL: "smtps://me@example.com:pa5s@smtp.example.com"',
    'DATABASE_URL=postgres://crm:p@5s@127.0.0.1/crm',
    'postgres://crm:pw@127.0.0.1:5432/crm',
    'redis://:pw@cache.example.com:6379',
    'DB_PASSWORD=correct-horse',
    'DB_PASSWORD: correct-horse',
    'SMTP_PASS="abkd qwrt plmx ytrw"',
    ...['"', "'", '`', '**', '＂'].map((quote) => quote + KEY + quote),
    ...['()', '[]', '<>', '「」', '（）', '【】', '“”'].map(([open, close]) => `${open}${KEY}${close}`),
    `\`\`\`\n${KEY}\n\`\`\``,
    `${KEY} ${SLACK}`,
    `${KEY}\n${SLACK}`,
    `1. ${KEY}\n2. ${SLACK}`,
    `Bearer ${SIGNED}`,
    `Authorization: Bearer ${SIGNED}`,
    `export STRIPE_KEY=${KEY}`,
    `const key = "${KEY}";`,
    `{"token": "${SLACK}"}`,
    `api_key: ${KEY}`,
    `# mine\nPORT=3000\nTELEGRAM_BOT_TOKEN=${TOKEN}\nLOCALE=en`,
    '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQ\n-----END PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADANBg',
    'npm_abcdefghijklmnopqrstuvwxyz0123456789',
    'ck_0123456789abcdef0123456789abcdef01234567 cs_89abcdef0123456789abcdef0123456789abcdef',
    `🔑 ${KEY}`,
  ])('nor with its name, its quotes, or others beside it: %j', async (words) => {
    const answers = [await card()];
    await house.type(words, { answers });
    for (const command of ['/reply c1', '/later c1 tomorrow 9am']) await house.type(`${command} ${words}`);
    expect(await toCustomers()).toEqual([]);
    expect(await house.db.sql`select from scheduled_answers`).toHaveLength(0);
    expect(
      await house.db
        .sql`select from inbox where convert_from(body, 'UTF8') ~ 'KEY|TOKEN|://|key|sk_|npm_|ck_|cs_|xoxb'`,
    ).toHaveLength(0);
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true });
  });

  it.each([
    `your key is "${KEY}"`,
    `密钥：${KEY}`,
    `please use TELEGRAM_BOT_TOKEN=${TOKEN}`,
    `Here it is:\n${KEY}`,
    'WiFi: Tr0ub4dor&3x',
    'log in here: https://guest:pa5s@staging.example.com/',
    'size=XL',
    'PORT=3000',
    'ORDER_NO: 12345',
    '(see above)',
    '"OK"',
    'https://shop.example.com:8080/@ann',
    'https://shop.example.com/?token=abcdefghij1',
    '-----BEGIN CERTIFICATE-----',
  ])('but what is told with words leaves, and so does what is no key: %j', async (words) => {
    await house.type(words, { answers: [await card()] });
    expect(JSON.stringify(await toCustomers())).toContain(JSON.stringify(words).slice(1, -1));
  });

  it.each([
    '1Z999AA10123456784',
    'SF1234567890123',
    'RR123456789CN',
    'SPRING2026SALE',
    'https://shop.example.com/Pay/aB3dE5fG7hJ9kL1mN3pQ',
    'what time will they',
    'responsibilities',
    '+86 138 0013 8000',
    '13800138000',
    'IBAN DE89370400440532013000',
    'iPhone15ProMax256GB',
    'OK',
    '好的，谢谢！',
  ])('is not what people send each other: %s', async (words) => {
    await house.type(words, { answers: [await card()] });
    expect(JSON.stringify(await toCustomers())).toContain(words);
  });
});

it.each([
  'We can connect you with Shopify next week',
  'I will connect it tomorrow',
  'Please connect the cable first',
  'shopify is down',
  'our Shopify shop opens on Monday',
  'Standard shipping, your number is SF1234567890123',
  'I paid with Stripe: order AB12345678901x',
  '连接线明天到',
  '請連接電源',
])('but words that only begin alike leave as they were written: %s', async (text) => {
  await house.reset();
  await house.happen(telegramMessage('hello'));
  await house.deliver();
  const card = (await house.outbox()).find(({ address }) => address === OWNER)!;
  await house.type(text, { answers: [card.externalId!] });
  expect(JSON.stringify((await house.outbox()).filter(({ audience }) => audience === 'customer'))).toContain(text);
});

describe('a key is kept nowhere when it is not sure whom it is for', () => {
  const KEYS = ['sk_live_51H8xQ2eZvKYlo2C0aBcDeFg', 'Tr0ub4dor&3x', 'abkd qwrt plmx ytrw'];
  const ANN = { address: '1001', name: 'Ann' };
  const BOB = { address: '8', name: 'Bob' };
  const card = async () => {
    await house.reset();
    await house.happen(telegramMessage('hello', { chat: '8', from: BOB }), telegramMessage('hello', { from: ANN }));
    await house.deliver();
    return (await house.outbox()).findLast(({ address }) => address === OWNER)!;
  };
  const keptNowhere = async (key: string) => {
    expect(await placesOf(key)).toEqual([]);
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    expect((await house.cards()).at(-1)).toMatchObject({ failed: true });
  };

  it.each(
    KEYS.flatMap((key) => [
      `Bob: ${key}`,
      `Bob:${key}`,
      `.reply ${key}`,
      `reply ${key}`,
      `note for Bob: ${key}`,
      `private: ${key}`,
      `draft: the key is ${key}`,
      `备注：${key}`,
      `for Bob: "${key}"`,
    ]).map((text) => [text, KEYS.find((key) => text.includes(key))!] as const),
  )('under a card: %s', async (text, key) => {
    const answers = [(await card()).externalId!];
    await house.type(text, { answers });
    await keptNowhere(key);
  });

  it.each(
    KEYS.flatMap((key) => [`Bob: ${key}`, `key ${key}`, `Zoe ${key}`, `/reply Zoe ${key}`, `/reply Bo ${key}`]).map(
      (text) => [text, KEYS.find((key) => text.includes(key))!] as const,
    ),
  )('in the chat: %s', async (text, key) => {
    await card();
    await house.type(text);
    await keptNowhere(key);
  });

  it.each(KEYS)('in the form that answers: %s', async (key) => {
    for (const text of [key, `Bob: ${key}`, `note for Bob: ${key}`]) {
      const { externalId } = await card();
      const [button] = await house.db.sql<{ id: string }>`select id from buttons where command = '/reply c2'`;
      const desk = { channel: 'telegram', chat: OWNER, from: { address: OWNER, name: 'Owner' } };
      await house.happen({
        ...{ kind: 'form.submitted', ...desk, externalId: 'submitted', messageId: externalId! },
        ...{ buttonId: button!.id, values: { text } },
      } as never);
      await keptNowhere(key);
    }
  });

  it('a note that holds one is kept with its customer, and not as a line of the journal', async () => {
    const answers = [(await card()).externalId!];
    await house.type(`//her key: ${KEYS[0]}`, { answers });
    expect(await placesOf(KEYS[0]!)).toEqual(['messages', 'journal_changes']);
  });

  it.each(
    [
      '/add Zoe',
      '/add Zoe zoe@example.com wifi password',
      '/away 3d',
      '/away 3d password:',
      '/task call Bob, key',
      '/lead Bob logo',
      '/ticket Bob login fails with',
      '/rename Bob',
      '/edit Bob name:',
      '/edit Bob note: key',
      '/city Bob',
      '/c save key en',
      '/helper add',
      '/tag Bob',
      '/tag Bob #x',
      '/quote Bob logo',
      '/添加 王五',
      '/任务 明天十点 密码：',
    ].map((line) => [line]),
  )('by a command that would keep it or show it, which then does nothing: %s', async (line) => {
    await card();
    const before = await house.state();
    for (const key of KEYS.slice(0, 2)) {
      await house.type(`${line} ${key}`);
      await keptNowhere(key);
      expect(await placesOf(key.toLowerCase())).toEqual([]);
    }
    expect(await house.state()).toEqual(before);
  });

  it('nor by a command under a card', async () => {
    const answers = [(await card()).externalId!];
    for (const line of ['/task call, key', '/lead', '/ticket', '/tag', '/city']) {
      await house.type(`${line} ${KEYS[0]}`, { answers });
      await keptNowhere(KEYS[0]!);
    }
  });

  it.each(["don't send", 'wait', 'stop:', 'remind me', 'undo', '别发', '等等，', '撤回', 'recall'])(
    'with words that say the opposite of sending it: %s',
    async (words) => {
      const answers = [(await card()).externalId!];
      await house.type(`${words} ${KEYS[0]}`, { answers });
      await keptNowhere(KEYS[0]!);
    },
  );
});
