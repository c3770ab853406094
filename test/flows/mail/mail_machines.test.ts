import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { fetchFromMail } from '../../../src/mail/read/files.ts';
import { interrupted } from '../../support/between.ts';
import { buttonsOf, type House, NOON, testHouse } from '../../support/house.ts';
import { readHere } from '../../support/letters/mail_reader.ts';
import { fixtureMail, mailRow, mailsIn, rawMail, refused, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const ADDRESS = 'nobody@qq.example';

/** Somebody at ADDRESS asks, the owner answers, the answer leaves under OURS. */
async function answered(): Promise<void> {
  await mailsIn(house, rawMail({ From: `Lin <${ADDRESS}>`, Subject: '询价' }, '请问龙井多少钱一斤？'));
  await house.say('/reply c1 一斤 ¥1280');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
}

const machine = (
  automatic: NonNullable<MessageReceived['automatic']>,
  more: Partial<MessageReceived> = {},
): MessageReceived => ({
  ...{ kind: 'message.received', channel: 'email', chat: ADDRESS, private: false, automatic },
  ...{ from: { address: ADDRESS, name: 'Lin' }, externalId: `<${automatic}-${Math.random()}@x>`, subject: '询价' },
  ...{ text: '请问价格？我要退款！', attachments: [], answers: [OURS], sentAt: NOON },
  ...more,
});
const bounce = (status: string, more: Partial<MessageReceived> = {}) =>
  machine('bounce', {
    from: { address: 'mailer-daemon@x', name: '' },
    returned: [{ address: ADDRESS, action: 'failed', status }],
    ...more,
  });
const toCustomers = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const cardsSince = async (count: number) => (await house.cards()).slice(count);
const identity = async (address = ADDRESS) =>
  (
    await house.db.sql<{ bounced: boolean; reason: string | null; complained: boolean }>`
    select bounced_at is not null as bounced, bounce_reason as reason, complained_at is not null as complained
    from contact_identities where address = ${address}`
  )[0];

describe('what a machine wrote', () => {
  it.each(['auto_reply', 'list', 'calendar', 'bounce', 'complaint'] as const)(
    '(%s) makes no lead or ticket, is never answered, and nobody waits for it',
    async (kind) => {
      await answered();
      await house.say('/away 3天');
      const leads = (await house.db.sql`select from leads`).length;
      const sent = (await toCustomers()).length;
      await house.happen(
        machine(kind),
        machine(kind, { from: { address: 'x@unknown.example', name: 'X' }, chat: 'x@unknown.example', answers: [] }),
      );
      const waiting = await house.db.sql`select waiting_since from conversations where waiting_since is not null`;
      expect(waiting).toHaveLength(kind === 'bounce' ? 1 : 0);
      expect((await house.db.sql`select from leads`).length).toBe(leads);
      expect(await house.db.sql`select from tickets`).toHaveLength(0);
      expect((await toCustomers()).length).toBe(sent);
      expect(await house.db.sql`select from contacts`).toHaveLength(1);
    },
  );

  it('control: the same words of a person are a message, and answered while the owner is away', async () => {
    await answered();
    await house.say('/away 3天');
    const sent = (await toCustomers()).length;
    const { automatic: _, ...person } = machine('list');
    await house.happen(person);
    expect((await toCustomers()).length).toBe(sent + 1);
  });

  it('without saying so ends an answering match: at most one a day, three in a row', async () => {
    await house.say('/away 30天');
    for (let day = 0; day < 8; day++) {
      house.now = new Date(NOON.getTime() + day * 24 * 3_600_000);
      for (const nth of [1, 2]) {
        const { automatic: _, ...robot } = machine('list', {
          externalId: `<robot-${day}-${nth}@x>`,
          answers: [],
          sentAt: house.now,
        });
        await house.happen(robot);
      }
    }
    expect(await toCustomers()).toHaveLength(3);
  });
});

describe('a mail that comes back', () => {
  it('for good: the delivery says why, the owner is told once what to do, and the next answer asks first', async () => {
    await answered();
    const before = (await house.cards()).length;
    await house.happen(bounce('5.1.1'), bounce('5.1.1'));
    const [card, ...more] = await cardsSince(before);
    expect(more).toEqual([]);
    expect(card?.title).toBe('✗ 发给 Lin 的邮件被退回');
    expect(card?.text).toContain(`${ADDRESS}：没有这个地址`);
    expect((await house.say('/unsent')).lists?.[0]?.items[0]?.detail).toContain('被退回：没有这个地址');
    expect(await identity()).toMatchObject({ bounced: true, reason: 'no_such_address' });
    const asked = await house.say('/reply c1 还在吗');
    expect(asked).toMatchObject({ failed: true, title: expect.stringContaining('被退回') });
    await house.type('/reply c1 还在吗');
    await house.press(`发给 ${ADDRESS}`);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: '还在吗' } });
    expect(await identity()).toMatchObject({ bounced: false });
  });

  it.each([
    ['5.2.2', '邮箱满了'],
    ['4.4.7', '连不上'],
    ['5.7.1', '不收您服务器'],
    ['5.3.4', '太大'],
    ['', '拒收'],
  ])('with %s is told in words and does not mark the address', async (status, words) => {
    await answered();
    await house.happen(bounce(status));
    expect((await house.cards()).at(-1)?.text).toContain(words);
    expect(await identity()).toMatchObject({ bounced: false });
  });

  it('of a Chinese service is understood from its free text', async () => {
    await answered();
    await mailsIn(house, fixtureMail('machine/qq_bounce_zh.eml'));
    expect((await house.cards()).at(-1)?.title).toBe('✗ 发给 Lin 的邮件被退回');
    expect((await toCustomers())[0]?.state).toBe('failed');
  });

  it('is found by its address when it names no id, unless the report may be forged', async () => {
    await answered();
    await house.happen(bounce('5.1.1', { answers: [], trust: 'suspicious' }));
    expect((await toCustomers())[0]?.state).toBe('sent');
    await house.happen(bounce('5.1.1', { answers: [] }));
    expect((await toCustomers())[0]?.state).toBe('failed');
  });

  it('only late has not come back', async () => {
    await answered();
    const before = (await house.cards()).length;
    await mailsIn(house, fixtureMail('machine/dsn_delayed.eml'));
    expect((await toCustomers())[0]?.state).toBe('sent');
    expect((await cardsSince(before)).map(({ title }) => title)).toEqual(['⏳ 发给 Lin 的邮件还没有送到']);
  });

  it('came from an address that writes again: then it works again', async () => {
    await answered();
    await house.happen(bounce('5.1.1'));
    await mailsIn(house, rawMail({ From: `Lin <${ADDRESS}>`, Subject: 'Re: 询价' }, '邮箱好了'));
    expect(await identity()).toMatchObject({ bounced: false });
  });
});

describe('what comes back before it is written down that the mail has left', () => {
  /** The mail's id is committed before the nth statement of the report's act. Gives how many statements there were. */
  async function race(report: MessageReceived, nth: number): Promise<number> {
    await house.reset();
    await mailsIn(house, rawMail({ From: `Lin <${ADDRESS}>`, Subject: '询价' }, '请问龙井多少钱一斤？'));
    await house.say('/reply c1 一斤 ¥1280');
    await house.db.autocommit`
      update outbox set state = 'sending', attempts = 1, locked_until = now() + interval '1 min' where channel = 'email'`;
    const leave = () =>
      house.act(async ({ tx }) => {
        await tx`update outbox set state = 'sent', external_id = ${OURS}, sent_at = now(), locked_until = null where channel = 'email'`;
        await tx`update messages set external_id = ${OURS} where direction = 'out'`;
      });
    const { act: undisturbed } = house.worker;
    let left: Promise<void> | undefined;
    const once = () => {
      left ??= leave();
      return left;
    };
    const { act, count } = interrupted(undisturbed, nth, once);
    house.worker.act = act;
    await house.happen(report).catch(() => undefined);
    house.worker.act = undisturbed;
    const statements = count();
    await once();
    await house.db.autocommit`update inbox set run_at = now()`;
    await house.handleAll();
    return statements;
  }

  const reports: [string, () => MessageReceived][] = [
    ['a bounce that names id and address', () => bounce('5.1.1')],
    ['a bounce that names the id alone', () => machine('bounce', { from: { address: 'mailer-daemon@x', name: '' } })],
    ['a bounce that names the address alone', () => bounce('5.1.1', { answers: [] })],
    ['a bounce whose report may be forged', () => bounce('5.1.1', { trust: 'suspicious' })],
  ];
  it.each(reports)(
    'is about that mail all the same, whenever it comes: %s',
    async (_, report) => {
      for (let nth = 1, last = 1; nth <= last; nth += 1) {
        last = Math.max(last, await race(report(), nth));
        expect({ nth, state: (await toCustomers())[0]?.state }).toEqual({ nth, state: 'failed' });
        expect((await house.cards()).at(-1)?.title).toBe('✗ 发给 Lin 的邮件被退回');
      }
    },
    60_000,
  );

  it('names who complained', async () => {
    await race(machine('complaint'), 1_000);
    expect(await identity()).toMatchObject({ complained: true });
    expect((await house.cards()).at(-1)?.title).toBe('⚠️ Lin 把您的邮件举报为垃圾邮件');
  });

  it('waits for no mail to somebody else', async () => {
    await mailsIn(house, rawMail({ From: `Lin <${ADDRESS}>`, Subject: '询价' }, '请问龙井多少钱一斤？'));
    await house.say('/reply c1 一斤 ¥1280');
    await house.db.autocommit`update outbox set state = 'sending' where channel = 'email'`;
    await house.happen(
      bounce('5.1.1', { returned: [{ address: 'other@qq.example', action: 'failed', status: '5.1.1' }] }),
    );
    expect(await house.db.sql`select from inbox where processed_at is null`).toHaveLength(0);
  });
});

describe('a reader’s complaint', () => {
  it('marks the address, tells the owner, and nothing automatic goes there again', async () => {
    await answered();
    await mailsIn(house, fixtureMail('machine/arf_complaint.eml'));
    expect(await identity()).toMatchObject({ complained: true });
    expect((await house.cards()).at(-1)?.title).toBe('⚠️ Lin 把您的邮件举报为垃圾邮件');
    await house.say('/away 3天');
    const sent = (await toCustomers()).length;
    await mailsIn(house, rawMail({ From: `Lin <${ADDRESS}>`, Subject: '再问' }, '请问还有龙井吗？'));
    expect((await toCustomers()).length).toBe(sent);
    await house.say('/away 回来');
    await house.say('/reply c1 有的');
    expect((await toCustomers()).length).toBe(sent + 1);
  });
});

describe('an invitation', () => {
  it('of somebody known is a message with its time; of somebody else a card; of a robot nothing', async () => {
    await mailsIn(house, fixtureMail('machine/calendar_invite.eml'));
    const card = (await house.cards()).at(-1)!;
    expect(card.title).toBe('📅 Feng · 日程');
    expect(card.quote).toContain('2026-11-23 14:00');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['/add Feng feng@x.example']);
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
    await house.press('添加客户');
    await mailsIn(house, fixtureMail('machine/calendar_invite.eml', { '<k1@x': '<k2@x' }));
    expect(await house.db.sql`select direction from messages`).toEqual([{ direction: 'in' }]);
    const before = (await house.cards()).length;
    await mailsIn(
      house,
      fixtureMail('machine/calendar_invite.eml', { 'feng@x.example>\nTo': 'noreply@x.example>\nTo', '<k1@x': '<k3@x' }),
    );
    await house.happen(machine('calendar', { from: { address: 'noreply@zoom.example', name: 'Zoom' } }));
    expect((await cardsSince(before)).filter(({ title }) => title?.includes('Zoom'))).toEqual([]);
  });
});

describe('a sender line that may be forged', () => {
  const forged = (text: string, head: Record<string, string> = {}) =>
    rawMail({ From: `Lin <${ADDRESS}>`, Subject: '账号', ...refused('qq.example'), ...head }, text);

  it('is shown with a warning, kept with the message, and answered by nobody automatically', async () => {
    await answered();
    await house.say('/away 3天');
    const sent = (await toCustomers()).length;
    await mailsIn(house, forged('请把货款打到新账号，急！'));
    const [kept] = await house.db.sql`select trust from messages order by id desc limit 1`;
    expect(kept).toEqual({ trust: 'suspicious' });
    await house.say('/away 回来');
    await mailsIn(house, forged('请尽快付款'));
    expect((await house.cards()).at(-1)?.fields?.[0]).toMatchObject({ label: '小心' });
    expect((await toCustomers()).length).toBe(sent);
  });

  it('makes its address nobody’s proven one', async () => {
    await mailsIn(house, forged('请尽快付款'));
    expect(await house.db.sql`select claimed from contact_identities`).toEqual([{ claimed: true }]);
  });

  it('control: other mail carries no warning, and its address is the sender’s', async () => {
    await answered();
    const [card] = (await house.cards()).filter(({ title }) => title?.startsWith('💬'));
    expect(card?.fields?.map(({ label }) => label)).not.toContain('小心');
    expect(await house.db.sql`select claimed from contact_identities`).toEqual([{ claimed: false }]);
  });

  it('is never a command, whoever it says it is from', async () => {
    for (const from of ['me@example.com', ADDRESS])
      await mailsIn(house, forged('/add 新人 13800138000', { From: from }));
    expect(await house.db.sql`select from contacts where name = '新人'`).toHaveLength(0);
    expect(await house.db.sql`select from journal`).toHaveLength(0);
  });
});

describe('a mail that cannot be read', () => {
  const handled = async (mail: string) => {
    await house.store(mailRow(mail));
    for (let tries = 0; tries < 3; tries++) {
      await house.handleAll().catch(() => {});
      await house.db.autocommit`update inbox set run_at = now() where processed_at is null`;
    }
  };
  const broken = (head: Record<string, string>) => rawMail({ Subject: 'Order', ...head }, 'Hello');

  it('becomes a ticket with the mail as it came, of whoever seems to have sent it; the lane goes on', async () => {
    const { routeOf } = house.worker;
    house.worker.routeOf = (source) => async (row) => {
      if (row.body.includes('Killer')) throw new RangeError('too deep');
      return routeOf(source)(row);
    };
    const mail = broken({ From: 'Killer <killer@example.net>' });
    await handled(mail);
    house.worker.routeOf = routeOf;
    expect(await house.db.sql`select title, conversation_id is not null as linked from tickets`).toEqual([
      { title: '读不出来的邮件 · Order', linked: true },
    ]);
    const card = (await house.cards()).at(-1)!;
    expect(card.title).toBe('⚠️ 邮件：Killer 的一条消息读不出来');
    const [file] = card.attachments!;
    expect(file).toMatchObject({ name: 'mail.eml', type: 'message/rfc822' });
    expect((await fetchFromMail(house.db.sql, readHere)(file!.ref, AbortSignal.timeout(60_000))).toString()).toBe(mail);
    expect((await house.say('/reply c1 Hello')).title).toContain('killer@example.net');
    await mailsIn(house, rawMail({}, 'Next'));
    expect((await house.cards()).at(-1)?.quote).toBe('Next');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['/retry i1', '/drop i1']);
  });

  it('and names nobody is kept all the same, and told once however often it is tried', async () => {
    await handled(broken({ From: 'nobody at all', Sender: 'x', 'Return-Path': '<>' }));
    const told = (await house.cards()).length;
    await house.say('/retry i1').catch(() => {});
    await house.db.autocommit`update inbox set attempts = 2, run_at = now() where id = 1`;
    await house.handleAll().catch(() => {});
    expect((await house.db.sql`select failed_at from inbox where id = 1`)[0]?.failed_at).not.toBeNull();
    expect((await house.cards()).filter(({ title }) => title?.startsWith('⚠️'))).toHaveLength(1);
    expect((await house.cards()).length).toBe(told + 1);
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: '未知发件人' }]);
    expect(await house.db.sql`select from tickets`).toHaveLength(1);
  });

  it('control: one that is read after a fault is no ticket', async () => {
    await mailsIn(house, broken({}));
    expect(await house.db.sql`select from tickets`).toHaveLength(0);
  });
});

it('says all this in English, too', async () => {
  await house.say('/settings language en');
  await answered();
  await house.happen(bounce('5.1.1'));
  expect((await house.cards()).at(-1)).toMatchObject({
    title: '✗ Your mail to Lin came back',
    text: expect.stringContaining('there is no such address'),
  });
  expect((await house.say('/contact c1')).fields?.[0]?.value).toBe(
    `${ADDRESS} (mail comes back: there is no such address)`,
  );
});

describe('what a website sends for its visitors', () => {
  const form = (text: string, more: Record<string, string> = {}) =>
    rawMail({ From: 'Website <wordpress@example.com>', Subject: 'Website', ...more }, text);
  const names = async () =>
    (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);

  it('makes each of them a contact of their own, whom the answer goes to', async () => {
    await mailsIn(
      house,
      form('Name: Ola\nEmail: ola@fjord.example\nMessage: Do you ship to Oslo?'),
      form('Name: Eva\nEmail: eva@hill.example\nMessage: Do you ship to Graz?'),
    );
    expect(await names()).toEqual(['Ola', 'Eva']);
    expect((await house.cards()).map(({ title }) => title)).toEqual([
      expect.stringContaining('Ola'),
      expect.stringContaining('Eva'),
    ]);
  });

  it('is theirs when it names no address, with the phone to call', async () => {
    await mailsIn(house, form('Name: Ola\nPhone: 0171 234567\nMessage: Call me about tea'));
    const [card] = await house.cards();
    expect(card).toMatchObject({ title: expect.stringContaining('Ola'), quote: expect.stringContaining('Call me') });
    expect(JSON.stringify(card!.fields)).toContain('0171 234567');
    expect(await names()).toEqual(['Ola']);
  });

  it('makes nobody of the website itself', async () => {
    await mailsIn(house, form('A plugin was updated.', { Subject: 'Plugin updated' }));
    expect(await house.cards()).toHaveLength(1);
    expect(await names()).toEqual([]);
  });
});

it('shows a sealed mail as what it is, with its file', async () => {
  const head = { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' };
  await mailsIn(house, rawMail(head, 'MIAGCSqG'));
  const [card] = await house.cards();
  expect(card!.quote).toContain('加密的邮件');
  expect(card!.attachments).toHaveLength(1);
  const [row] = await house.db.sql<{ label: string; sublabel: string }>`
    select triage ->> 'label' as label, triage ->> 'sublabel' as sublabel from messages`;
  expect(row!.sublabel).not.toBe('greeting');
});

it('says of a mail encrypted with PGP that it cannot be read', async () => {
  const head = { 'Content-Type': 'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=m' };
  const parts = [
    'Content-Type: application/pgp-encrypted\n\nVersion: 1',
    'Content-Type: application/octet-stream\n\nhQEMA',
  ];
  await mailsIn(house, rawMail(head, `--m\n${parts.join('\n--m\n')}\n--m--`));
  expect((await house.cards())[0]!.quote).toContain('加密的邮件');
});

it('a picture with no more than the line a phone adds opens no ticket', async () => {
  const picture = 'Content-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ';
  const body = `--b\n${picture}\n--b\nContent-Type: text/plain\n\nSent from my iPhone\n--b--`;
  await mailsIn(house, rawMail({ Subject: '', 'Content-Type': 'multipart/mixed; boundary=b' }, body));
  expect((await house.cards()).at(-1)?.quote).toContain('Sent from my iPhone');
  expect(await house.db.sql`select from tickets`).toHaveLength(0);
});

it('a mail nobody can read says so on its card, and comes along whole', async () => {
  await mailsIn(house, rawMail({ 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' }, '===='));
  const card = (await house.cards()).at(-1)!;
  expect(card.quote).toContain('读不出来');
  expect(card.attachments?.map(({ name }) => name)).toEqual(['mail.eml']);
});
