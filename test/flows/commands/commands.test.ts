import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Role } from '../../../src/domain/owner/user.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Locale } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { FACTS, type Fact } from '../../support/command_facts.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const LOCALES: Locale[] = ['zh-CN', 'en'];
const ROLES: Role[] = ['viewer', 'helper', 'owner'];

/** Who may use what: written out here, so that loosening a command takes two decisions. */
const LEAST: Record<Role, string> = {
  viewer:
    'timeline duplicates blocked scheduled message help inbox find search contact leads pipeline forecast quotes contracts unpaid orders takings churn tickets causes csat praise tasks digest unsent status automatic rehearse',
  helper:
    'edit rename block unblock join confirm link snooze c faq language answered later cancel add note call visit org tag city tagall taskall reply lead move won lost reopen next promise quote contract invoice order gone regain spare ticket ticketas resolve feedback task done postpone skip end undo file retry drop told person machine answersto copies consent unsubscribe stop',
  owner:
    'merge split delete distinct connect disconnect forms hook field segment template settings setup pair helper audit apikey export import away resume campaign sequence post posts consentall hours stages lostreasons business autoreply',
};
const leastOf = (name: string) => ROLES.find((role) => LEAST[role].split(' ').includes(name))!;

let house: House;
let conversation: string;

/** 张三 and Anna Smith have written; lead, ticket, task, message and undelivered answer 12 exist, as the examples say. */
beforeAll(async () => {
  house = await testHouse();
  await house.say('/add 张三 13800138000 zhang@example.com #新客');
  await house.happen(
    telegramMessage('hello about the logo', { chat: '7', from: { address: '7', name: 'Anna Smith' } }),
    telegramMessage('在吗', { chat: '8', from: { address: '8', name: '张三丰' } }),
  );
  const { autocommit } = house.db;
  await autocommit`delete from leads`;
  await autocommit`delete from tickets`;
  await autocommit`insert into conversations (id, contact_id, channel, address, waiting_since) overriding system value values (12, 1, 'telegram', '1001', now())`;
  // two threads of mail with one person, to be joined
  await autocommit`insert into conversations (id, contact_id, channel, address, thread) overriding system value values (9, 1, 'email', 'zhang@example.com', '<9@x>'), (11, 1, 'email', 'zhang@example.com', '<11@x>')`;
  await autocommit`insert into messages (id, conversation_id, direction, text, occurred_at) overriding system value values (12, 12, 'in', '茶罐碎了', now()), (14, 9, 'in', '本周特价', now())`;
  const mail = {
    channel: 'email',
    chat: 'news@x.example',
    from: { address: 'news@x.example', name: 'News' },
    externalId: '<n@x>',
    text: 'Sale',
    attachments: [],
    answers: [],
    sentAt: NOON,
  };
  await autocommit`
    insert into automatic_mails (id, address, name, kind, external_id, event, received_at) overriding system value
    values (12, 'news@x.example', 'News', 'list', '<n@x>', ${house.db.sql.json(mail)}, now())`;
  await autocommit`insert into leads (id, contact_id, conversation_id, title, active_at) overriding system value values (12, 1, 12, '普洱', now()), (13, 2, null, 'poster', now())`;
  await autocommit`insert into tickets (id, number, contact_id, conversation_id, title) overriding system value values (12, 12, 1, 12, '茶罐碎了')`;
  await autocommit`
    insert into tasks (id, title, due_at, repeats) overriding system value
    values (12, '打电话', now(), '{"unit": "day", "every": 1, "on": [], "from": 20778, "minutes": 540}')`;
  await autocommit`insert into outbox (id, channel, address, audience, idempotency_key, payload, state) overriding system value
    values (12, 'telegram', '1001', 'customer', 'x', ${house.db.sql.json({ kind: 'message', reply: { text: '好' } })}, 'failed')`;
  await autocommit`insert into outbox (id, channel, address, audience, idempotency_key, payload, state, shown_by, shows_kind, shows_of)
    overriding system value values (15, 'telegram', '42', 'owner', 'y', ${house.db.sql.json({ kind: 'message', reply: { title: '改成了蓝色' } })},
      'cancelled', 16, 'edit', 'c1')`;
  await autocommit`insert into canned_replies (name, locale, text) values ('thanks', 'en', 'Thank you, {name}!'), ('致谢', 'zh-CN', '谢谢{name}！')`;
  await autocommit`insert into templates (name, fallback, variants) values
    ('spring', 'en', '{"en": {"subject": "New tea, {{ name }}", "body": "Hi"}}'), ('春茶', 'zh-CN', '{"zh-CN": {"subject": "{{ name }}，新茶到了", "body": "您好"}}')`;
  await autocommit`update contacts set locale = 'zh-CN' where id = 1`;
  await autocommit`insert into connections (provider, token, secret) values ('shopify', 'x', 'x')`;
  await autocommit`insert into connections (id, provider, token, secret) overriding system value values (3, 'form', 'y', 'x')`;
  await autocommit`insert into web_forms (id, name, locale, fields, standing) values (3, '联系我们', 'zh-CN', '{name,email}', 's.y')`;
  await autocommit`insert into channel_states (channel, ok, name) values ('telegram', true, '@solo_bot')`;
  for (const table of ['connections', 'conversations', 'messages', 'leads', 'tickets', 'tasks', 'outbox']) {
    await autocommit`alter table ${house.db.sql(table)} alter column id restart with 100`;
  }
  conversation = '12';
});

/** What the same command always says: without ids, codes and buttons, which differ from time to time. */
function gist({ title, text, fields, failed }: Reply): string {
  const words = JSON.stringify({ title, text, fields, failed });
  return words
    .replace(/\d+ · /g, '# · ')
    .replace(/(key|密钥) \d+/g, '$1 #')
    .replace(/[a-z2-7]{16}|([A-Z2-7]{4}-){3}[A-Z2-7]{4}/g, 'CODE');
}

async function rehearsed(text: string, locale: Locale): Promise<{ reply: Reply; changes: string }> {
  let changes = '';
  const changed = (all: string) => {
    changes = all;
  };
  const reply = await house.rehearse('owner', text, { locale, changed });
  return { reply, changes };
}

/** What only shows something changes nothing. */
function expectFact(fact: Fact, reply: Reply, changes: string): void {
  if ('changes' in fact) expect(changes.split(' ')).toEqual(expect.arrayContaining(fact.changes.split(' ')));
  else expect(changes).toBe('');
  if ('shows' in fact) expect(JSON.stringify(reply)).toContain(fact.shows);
}

const examplesOf = (name: keyof ReturnType<typeof texts>['commands'], locale: Locale) =>
  texts(locale).commands[name].example.split(' · ');

describe('a command', () => {
  for (const locale of LOCALES) {
    it.each(commands.map((command) => command.name))(`/%s does what its example shows (${locale})`, async (name) => {
      // there is no change and no answer of this made-up user to take back
      if (name === 'undo' || name === 'cancel') return;
      const examples = examplesOf(name, locale);
      const facts = FACTS[name];
      const expected = Array.isArray(facts) ? facts : facts[locale];
      expect(expected).toHaveLength(examples.length);
      for (const [nth, example] of examples.entries()) {
        const { reply, changes } = await rehearsed(example, locale);
        expect(reply.failed, `${example}: ${gist(reply)}`).toBeUndefined();
        expectFact(expected[nth]!, reply, changes);
      }
    });
  }

  it.each([
    ['/language 张三 en', 'contacts~'],
    ['/tag 张三 -#新客', 'contacts~'],
    ['/tag 张三 #新客', ''],
  ])('%s changes “%s”', async (text, changes) => {
    expect((await rehearsed(text, 'en')).changes).toBe(changes);
  });

  it.each(commands.map(({ name }) => [name, texts('zh-CN').commands[name].word] as const))(
    '/%s is understood by its Chinese word %s, without a slash, with a wide one, in capitals and addressed to a bot',
    async (name, alias) => {
      const words = examplesOf(name, 'en')[0]!.replace(/^\S+/, '');
      const expected = gist(await house.rehearse('owner', `/${name}${words}`));
      const forms = [`/${alias}`, alias, `／${alias}`, `／${name}`, `/${name}@solo_bot`, `/${name.toUpperCase()}`];
      for (const form of forms) {
        expect(gist(await house.rehearse('owner', `${form}${words}`)), form).toBe(expected);
      }
      expect(gist(await house.rehearse('owner', `／${alias}${words.replace(' ', '　')}`))).toBe(expected);
    },
  );

  it.each(commands.map((command) => command.name))(
    '/%s is refused below its role and allowed from it on',
    async (name) => {
      const least = leastOf(name);
      expect(least, 'nobody has said who may').toBeDefined();
      const text = examplesOf(name, 'en')[0]!;
      for (const role of ROLES) {
        const refused = (await house.rehearse(role, text, { locale: 'en' })).text === texts('en').desk.notAllowed;
        expect(refused, role).toBe(ROLES.indexOf(role) < ROLES.indexOf(least));
      }
    },
  );

  const incomplete: [text: string, need: keyof ReturnType<typeof texts>['need'], understood?: string][] = [
    ['/answered', 'name'],
    ['/consent', 'name'],
    ['/unsubscribe', 'name'],
    ['/apikey new', 'keyName'],
    ['/apikey revoke', 'keyName'],
    ['/apikey sometimes', 'keyAct'],
    ['/person', 'mail'],
    ['/answersto', 'thread'],
    ['/answersto v9', 'address'],
    ['/copies', 'thread'],
    ['/copies v9', 'onOrOff'],
    ['/machine x', 'mail'],
    ['/link', 'name'],
    ['/confirm', 'name'],
    ['/join', 'threads'],
    ['/join v9', 'threads'],
    ['/away 去参展', 'time'],
    ['/find', 'word'],
    ['/search', 'word'],
    ['/search ，。', 'word'],
    ['/contact', 'name'],
    ['/timeline', 'name'],
    ['/merge', 'pair'],
    ['/distinct', 'pair'],
    ['/distinct c1', 'pair'],
    ['/split', 'name'],
    ['/add', 'newName'],
    ['/add #vip', 'newName'],
    ['/note', 'text'],
    ['/note 张三', 'text'],
    ['/call', 'name'],
    ['/call 张三', 'text'],
    ['/visit', 'name'],
    ['/visit 张三', 'text'],
    ['/tag 张三', 'tag'],
    ['/tag #vip', 'name'],
    ['/reply', 'text'],
    ['/reply 张三', 'text'],
    ['/later', 'text'],
    ['/later 张三', 'time'],
    ['/later 张三 改天', 'time', '改天'],
    ['/later 张三 明天9点', 'text'],
    ['/language 张三', 'language'],
    ['/language 张三 klingon', 'language'],
    ['/city', 'name'],
    ['/edit', 'name'],
    ['/rename', 'name'],
    ['/rename 张三', 'newName'],
    ['/edit 张三', 'change'],
    ['/delete', 'name'],
    ['/block', 'name'],
    ['/unblock', 'name'],
    ['/city 张三', 'city'],
    ['/tagall 张三', 'filter'],
    ['/tagall where #新客', 'tag'],
    ['/consentall 张三', 'filter'],
    ['/consentall where #新客', 'evidence'],
    ['/taskall', 'filter'],
    ['/taskall where #新客', 'text'],
    ['/helper remove', 'member'],
    ['/helper fire 小李', 'team'],
    ['/language', 'language'],
    ['/language en', 'name'],
    ['/c refund', 'name'],
    ['/c save', 'canned'],
    ['/c save refund', 'language'],
    ['/c save refund en', 'text'],
    ['/c drop', 'canned'],
    ['/snooze', 'time'],
    ['/snooze 12', 'time'],
    ['/snooze 张三 改天', 'time', '改天'],
    ['/snooze 明天9点', 'ticket'],
    ['/lead', 'name'],
    ['/order', 'order'],
    ['/order 张三 龙井', 'amount'],
    ['/move', 'lead'],
    ['/stages add', 'stageName'],
    ['/lostreasons add', 'reason'],
    ['/won', 'lead'],
    ['/lost', 'lead'],
    ['/reopen', 'lead'],
    ['/quote', 'lead'],
    ['/quote 12 Logo', 'price'],
    ['/quotes Anna Smith soon', 'quoteStanding', 'Anna Smith'],
    ['/contract', 'contract'],
    ['/invoice', 'invoice'],
    ['/faq add', 'canned'],
    ['/autoreply maybe', 'autoreply'],
    ['/promise m12', 'time'],
    ['/business colour', 'businessFact'],
    ['/ticket', 'name'],
    ['/resolve', 'ticket'],
    ['/ticketas', 'ticket'],
    ['/task', 'text'],
    ['/task 明天10点', 'text'],
    ['/done', 'task'],
    ['/done 洗碗', 'task'],
    ['/postpone', 'task'],
    ['/skip', 'task'],
    ['/end', 'task'],
    ['/postpone 12', 'time'],
    ['/postpone 12 改天', 'time', '改天'],
    ['/connect youzan', 'secret'],
    ['/disconnect', 'connection'],
    ['/field add', 'fieldName'],
    ['/field remove', 'field'],
    ['/segment new', 'segmentName'],
    ['/segment new 老客', 'filter'],
    ['/segment delete', 'segment'],
    ['/template new', 'templateName'],
    ['/template new 夏茶', 'letter'],
    ['/template edit', 'template'],
    ['/connect form', 'webFormName'],
    ['/campaign new', 'campaignName'],
    ['/post', 'postText'],
    ['/sequence new', 'sequenceName'],
    ['/hook everything', 'hook'],
    ['/hook add', 'hookUrl'],
    ['/resume now', 'resume'],
    ['/settings color red', 'setting'],
    ['/settings colour', 'setting'],
    ['/file', 'message'],
    ['/message', 'message'],
    ['/file 12', 'label'],
    ['/file 12 smoke', 'label', 'smoke'],
    ['/retry', 'unsent'],
    ['/drop 12', 'unsent'],
    ['/gone', 'name'],
    ['/spare', 'name'],
    ['/regain', 'text'],
    ['/told', 'notice'],
    ['/told 12', 'notice'],
  ];
  for (const locale of LOCALES) {
    it.each(incomplete)(
      `%s says what was understood, what is missing, and an example (${locale})`,
      async (text, need, understood) => {
        const t = texts(locale);
        const reply = await house.rehearse('owner', text, { locale });
        const [word, ...words] = text.split(' ');
        const { example } = t.commands[word!.slice(1) as keyof typeof t.commands];
        expect(reply).toMatchObject({ failed: true, fields: [{ value: example }] });
        expect(reply.text).toContain(t.need[need]);
        expect(reply.text).toContain(understood ?? words.join(' '));
      },
    );
  }

  it('has an incomplete form in this table wherever it can be incomplete', () => {
    const covered = new Set(incomplete.map(([text]) => text.split(' ')[0]!.slice(1)));
    const never = [
      'duplicates',
      'blocked',
      'export',
      'import',
      'audit',
      'cancel',
      'scheduled',
      'help',
      'inbox',
      'leads',
      'pipeline',
      'forecast',
      // what its buttons begin is asked for by itself, without an example
      'org',
      'contracts',
      'unpaid',
      'next',
      'causes',
      'orders',
      'takings',
      'posts',
      'forms',
      'churn',
      'tickets',
      'hours',
      'csat',
      'feedback',
      'praise',
      'tasks',
      'digest',
      'unsent',
      'automatic',
      'undo',
      'status',
      'stop',
      'pair',
      'rehearse',
      'setup',
    ];
    expect([...covered, ...never].sort()).toEqual(commands.map((command) => command.name).sort());
  });
});

describe('what is no command', () => {
  it.each(LOCALES)('an unknown one says so and offers what may have been meant (%s)', async (locale) => {
    const reply = await house.rehearse('viewer', '/tickt 12', { locale });
    expect(reply).toMatchObject({ failed: true, hint: texts(locale).desk.meant });
    expect(reply.text).toContain('/tickt');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/ticket 12', '/tickets 12', '/help']);
  });

  it.each(LOCALES)(
    '/help and its groups list exactly what is not hidden, each once, with both words (%s)',
    async (locale) => {
      const first = await house.rehearse('owner', '/help', { locale });
      const groups = [];
      for (const { command } of buttonsOf(first)) groups.push(await house.rehearse('owner', command, { locale }));
      const listed = groups.flatMap(({ lists }) => lists!.flatMap((list) => list.items.map((item) => item.text)));
      expect(listed).toHaveLength(commands.filter((command) => !command.hidden).length);
      for (const { name, hidden } of commands) {
        const line = listed.find((text) => text.includes(`/${name} `) || text.endsWith(`/${name}`));
        expect(line === undefined, name).toBe(hidden === true);
        if (line) expect(line).toContain(texts('zh-CN').commands[name].word);
      }
    },
  );
});

describe('whom a command means', () => {
  it('asks which of two of one name, with buttons that can be told apart and work when pressed', async () => {
    const twins = await testHouse();
    await twins.say('/add 张三 13800138000');
    await twins.say('/add + 张三 13900139000');
    await twins.type('/备注 张三 喜欢 龙井');
    const [asked] = (await twins.cards()).slice(-1);
    expect(asked).toMatchObject({ failed: true });
    const choices = buttonsOf(asked!);
    expect(choices.map((button) => button.command).sort()).toEqual(['/note c1 喜欢 龙井', '/note c2 喜欢 龙井']);
    expect(new Set(choices.map((button) => button.label)).size).toBe(2);
    expect((await twins.press('/note c2 喜欢 龙井')).text).toContain('已记下');
    const notes = await twins.db.sql`
      select c.contact_id, m.text from messages m join conversations c on c.id = m.conversation_id where direction = 'note'`;
    expect(notes).toEqual([{ contact_id: '2', text: '喜欢 龙井' }]);
  });

  it('takes the whole of a name of several words, for one person and for two', async () => {
    const names = await testHouse({ locale: 'en' });
    await names.say('/add Anna');
    await names.say('/add Anna Smith');
    await names.say('/note Anna Smith likes tea');
    expect(await names.db.sql`select text from messages`).toEqual([{ text: 'likes tea' }]);
    await names.say('/add + Anna Smith');
    const asked = await names.say('/note anna smith likes tea');
    expect(
      buttonsOf(asked)
        .map((button) => button.command)
        .sort(),
    ).toEqual(['/note c2 likes tea', '/note c3 likes tea']);
  });

  it('keeps the line breaks of an answer, whoever it names', async () => {
    await house.say('/reply 张三 一行\n两行');
    const answer = (await house.outbox()).findLast((row) => row.audience === 'customer');
    expect(answer?.payload).toMatchObject({ reply: { text: '一行\n两行' } });
  });

  it.each([
    ['/reply 好的', /张三/],
    ['/note 要发票', /张三/],
    ['/tag #vip', /^张三：.*#vip/],
    ['/lead', /张三/],
    ['/ticket 漏了', /张三 · 漏了/],
    ['/won 1280', /普洱 · ¥1,280/],
    ['/lost 太贵', /普洱（太贵）/],
    ['/resolve', /茶罐碎了/],
    ['/contact', /^张三 #新客/],
  ])('%s answers a card without naming anybody', async (text, shown) => {
    const reply = await house.rehearse('owner', text, { about: conversation });
    expect(reply.failed).toBeUndefined();
    expect(reply.title ?? reply.text).toMatch(shown);
  });

  it.each([
    ['/tag Anna #vip', /^Anna Smith：/],
    ['/contact Anna', /^Anna Smith/],
    ['/resolve Anna', /^Anna Smith 没有/],
  ])('%s means the one it names, even in answer to another’s card', async (text, shown) => {
    const reply = await house.rehearse('owner', text, { about: conversation });
    expect(reply.title ?? reply.text).toMatch(shown);
  });

  it('/reply c2 goes to contact 2, even when pressed under another’s card', async () => {
    const reply = await house.rehearse('owner', '/reply c2 hello', { about: conversation });
    expect(reply.text).toContain('Anna Smith');
    await house.db
      .autocommit`update outbox set state = 'sent', external_id = 'card-12', conversation_id = 12, address = '42', audience = 'owner' where id = 12`;
    await house.type('/reply c2 hello', { answers: ['card-12'] });
    const answer = (await house.outbox()).findLast((row) => row.audience === 'customer');
    expect(answer).toMatchObject({ address: '7', payload: { reply: { text: 'hello' } } });
  });

  it('a number in answer to a card is an amount, not somebody else’s lead', async () => {
    const reply = await house.rehearse('owner', '/won 13', { about: conversation });
    expect(reply.text).toContain('普洱 · ¥13.00');
  });

  it.each([
    ['/add 李四 138 0013 8001', '李四', '+8613800138001'],
    ['/add Anna Smith +1 202 555 0147', 'Anna Smith', '+12025550147'],
    ['/add 021-6234 5678 王五', '王五', '+862162345678'],
    ['/add 一号店 2', '一号店 2', undefined],
  ])('%s reads a phone written in groups', async (text, name, phone) => {
    const reply = await house.rehearse('owner', text);
    expect(reply.title?.replace(/ #.*/, '')).toBe(name);
    expect(reply.fields?.find((field) => field.value.startsWith('+'))?.value).toBe(phone);
  });

  it('/add two phones of one person keeps both', async () => {
    const reply = await house.rehearse('owner', '/add 赵六 13900139001 13900139002');
    expect(reply.fields?.slice(0, -1).map((field) => field.value)).toEqual(['+8613900139001', '+8613900139002']);
  });
});

describe('lists', () => {
  it('are paged by buttons, and every item is shown once', async () => {
    const long = await testHouse({ locale: 'en' });
    await long.db.autocommit`insert into tasks (title) select 'task ' || n from generate_series(1, 20) n`;
    await long.type('/tasks');
    const pages = [(await long.cards()).at(-1)!, await long.press('Next ›'), await long.press('Next ›')];
    const textsOf = (page: Reply) => page.lists!.flatMap((list) => list.items.map((item) => item.text));
    const seen = pages.flatMap(textsOf);
    expect(new Set(seen).size).toBe(20);
    expect(seen).toHaveLength(20);
    expect(buttonsOf(pages[2]!).some((button) => button.label === 'Next ›')).toBe(false);
    expect(textsOf(await long.press('‹ Back'))).toEqual(textsOf(pages[1]!));
  });
});

describe('settings', () => {
  it('answers in the new language at once', async () => {
    expect((await house.rehearse('owner', '/设置 语言 英文')).title).toBe('Language (language)');
    expect((await house.rehearse('owner', '/settings language 中文', { locale: 'en' })).title).toBe('语言');
  });

  it.each(['timezone Moon/Sea', 'currency ABC', 'country ZZ', 'digest 25:00', 'language klingon'])(
    'refuses %s and changes nothing',
    async (words) => {
      const reply = await house.rehearse('owner', `/settings ${words}`);
      expect(reply.failed).toBe(true);
      expect(reply.text).toContain(words.split(' ')[1]);
    },
  );

  it.each(['timezone Europe/London', 'currency eur', 'country gb', 'name 小茶铺', 'digest 8:30', 'digest off'])(
    'takes %s',
    async (words) => {
      expect((await house.rehearse('owner', `/settings ${words}`)).failed).toBeUndefined();
    },
  );
});
