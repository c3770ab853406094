import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
  await mailsIn(house, rawMail({ From: 'Lin <lin@cust.example>', Subject: 'Oolong' }, 'How much is the oolong?'));
  await house.say('/reply c1 It is 20 dollars');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
});

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const FOREIGN = '<abc-123@thunderbird.example>';

/** A delivery report about Lin's address; `original` are the headers of the mail that came back. */
function report(original: string, more: Record<string, string> = {}): string {
  const { action = 'failed', status = '5.1.1', said = '', ...head } = more;
  const type = 'multipart/report; report-type=delivery-status; boundary=m';
  const told = `Final-Recipient: rfc822; lin@cust.example\nAction: ${action}\nStatus: ${status}${said && `\nDiagnostic-Code: smtp; ${said}`}`;
  const parts = [
    'Content-Type: text/plain\n\nIt was not delivered.',
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.cust.example\n\n${told}`,
    ...(original ? [`Content-Type: text/rfc822-headers\n\n${original}\n`] : []),
  ];
  const from = 'MAILER-DAEMON@mx.cust.example';
  return rawMail(
    { From: from, Subject: 'Undelivered', 'Content-Type': type, ...head },
    `--m\n${parts.join('\n--m\n')}\n--m--`,
  );
}

const free = (text: string, subject = '系统退信') =>
  rawMail({ From: 'mailer-daemon@qq.example', Subject: subject }, text);

const answer = async () => {
  const [row] = await house.db.sql<{ state: string; dead: boolean }>`
    select o.state, i.bounced_at is not null as dead from outbox o join contact_identities i on i.address = o.address
    where o.audience = 'customer'`;
  return row;
};
const lastCard = async () => (await house.cards()).at(-1)!;

describe('a report that shows another mail than our answer changes nothing and says perhaps', () => {
  it.each([
    ['an id of another program', `Message-ID: ${FOREIGN}\nSubject: Newsletter`],
    ['an id alone, under our subject', `Message-ID: ${FOREIGN}\nSubject: Re: Oolong`],
    ['another subject', 'Subject: Newsletter November'],
    ['another subject, encoded', 'Subject: =?utf-8?B?5Y2B5LiA5pyI6YCa6K6v?='],
    ['a day before our answer', 'Subject: Re: Oolong\nDate: Wed, 18 Nov 2026 09:00:00 +0000'],
    [
      'what the owner wrote into our thread from elsewhere',
      `Message-ID: ${FOREIGN}\nReferences: <a@b>\n ${OURS}\nIn-Reply-To: ${OURS}`,
    ],
  ])('%s', async (_, original) => {
    await mailsIn(house, report(original));
    expect(await answer()).toEqual({ state: 'sent', dead: false });
    const card = await lastCard();
    expect(card.title).toContain('可能不是您的回复');
    expect(card.buttons).toBeUndefined();
  });

  it('with the subject of the mail it shows, once, and keeps the report on the list', async () => {
    const mail = report(`Message-ID: ${FOREIGN}\nSubject: Newsletter`);
    const before = (await house.cards()).length;
    await mailsIn(house, mail, mail);
    expect((await house.cards()).length).toBe(before + 1);
    expect((await lastCard()).text).toContain('Newsletter');
    expect((await house.say('/automatic')).lists?.[0]?.items).toHaveLength(1);
  });

  it('in free text, too', async () => {
    await mailsIn(house, free('收件人 lin@cust.example 不存在，邮件被退回。\n主题：十一月通讯'));
    expect(await answer()).toEqual({ state: 'sent', dead: false });
  });

  it('and so does one that was written days before our answer', async () => {
    await mailsIn(house, report('', { Date: 'Tue, 17 Nov 2026 09:00:00 +0000' }));
    expect(await answer()).toEqual({ state: 'sent', dead: false });
  });
});

describe('a report that may well be about our answer is believed', () => {
  it.each([
    ['our id', `Message-ID: ${OURS}\nSubject: anything`],
    [
      'our id in a header of the relay that gave it another',
      `Message-ID: ${FOREIGN}\nX-Google-Original-Message-ID: ${OURS}`,
    ],
    ['our subject', 'Subject: Re: Oolong'],
    ['our subject marked by a filter', 'Subject: [SPAM?] Re: Oolong'],
    ['nothing of the mail', ''],
  ])('%s', async (_, original) => {
    await mailsIn(house, report(original));
    expect(await answer()).toEqual({ state: 'failed', dead: true });
  });

  it('and is about the answer whose subject it shows, not the last one', async () => {
    await mailsIn(house, rawMail({ From: 'Lin <lin@cust.example>', Subject: 'Cups' }, 'And the cups?'));
    await house.say('/reply v2 12 dollars');
    await house.deliver((row) => ({ result: 'sent', externalId: `<other${row.id}@x>` }));
    await mailsIn(house, report('Subject: Re: Oolong'));
    const states = await house.db.sql`select state from outbox where audience = 'customer' order by id`;
    expect(states).toEqual([{ state: 'failed' }, { state: 'sent' }]);
  });
});

describe('a mail that is late', () => {
  it('is told on a card of its conversation, once, and has not failed', async () => {
    const late = report(`Message-ID: ${OURS}`, { action: 'delayed', status: '4.4.1' });
    const before = (await house.cards()).length;
    await mailsIn(house, late, late.replace(/<m\d+@/, '<second@'));
    expect((await house.cards()).slice(before).map(({ title }) => title)).toEqual(['⏳ 发给 Lin 的邮件还没有送到']);
    expect(await answer()).toEqual({ state: 'sent', dead: false });
  });

  it('control: another mail that is late is only listed', async () => {
    const before = (await house.cards()).length;
    await mailsIn(house, report(`Message-ID: ${FOREIGN}`, { action: 'delayed', status: '4.4.1' }));
    expect((await house.cards()).length).toBe(before);
    expect((await house.say('/automatic')).lists?.[0]?.items[0]?.detail).toContain('投递延迟通知');
  });
});

describe('what a program answers is listed as what it is', () => {
  const receipt = (disposition: string) =>
    `--m\nContent-Type: text/plain\n\nThis is a receipt.\n--m\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;kim@x.example\nDisposition: ${disposition}\n--m--`;
  const MDN = { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=m' };
  const RESPONDER = { 'Auto-Submitted': 'auto-replied' };
  it.each([
    ['a read receipt', MDN, receipt('manual-action/MDN-sent-manually; displayed'), '已读回执'],
    ['one of a mail nobody read', MDN, receipt('automatic-action/MDN-sent-automatically; deleted'), '未读即删的回执'],
    ['one told by its subject', { ...RESPONDER, Subject: '已读: 报价' }, '您的邮件已被阅读。', '已读回执'],
    [
      'Not read',
      { ...RESPONDER, Subject: 'Not read: Quote' },
      'Your message was deleted without being read.',
      '未读即删的回执',
    ],
    [
      'a challenge',
      RESPONDER,
      'Please click the link below so that your message can be delivered to me.',
      '要求验证发件人',
    ],
    ['a challenge (zh)', RESPONDER, '您的邮件已被拦截，请点击以下链接验证您的身份。', '要求验证发件人'],
    ['an absence note', RESPONDER, 'I am away until Monday.', '自动回复'],
  ])('%s', async (_, head, text, kind) => {
    await mailsIn(house, rawMail({ From: 'Kim <kim@x.example>', ...head }, text));
    expect((await house.say('/automatic')).lists?.[0]?.items[0]?.detail).toContain(kind);
  });
});

describe('why a mail came back is read from the words, where no code says it', () => {
  it.each([
    ['收件人 lin@cust.example 邮箱已满', '邮箱满了'],
    ['lin@cust.example: 收件人邮箱空间不足，已退信', '邮箱满了'],
    ['lin@cust.example 邮件大小超过限制，发送失败', '太大'],
    ['lin@cust.example 用户不存在，发送失败', '没有这个地址'],
    ['lin@cust.example 被对方反垃圾系统拒收', '不收您服务器'],
  ])('%s', async (text, why) => {
    await mailsIn(house, free(`抱歉，您的邮件被退回来了\n${text}`));
    expect((await lastCard()).text).toContain(why);
  });

  it.each([
    ['5.0.0', '552 5.2.2 Mailbox full', '邮箱满了'],
    ['5.0.0', '550 User unknown', '没有这个地址'],
    ['5.2.2', '550 no such user', '邮箱满了'],
    ['4.0.0', '451 user unknown yet, try later', '连不上'],
  ])('%s with "%s"', async (status, said, why) => {
    await mailsIn(house, report(`Message-ID: ${OURS}`, { status, said }));
    expect((await lastCard()).text).toContain(why);
  });
});

describe('a server that does not say that it gave up', () => {
  it('and tries on: told as late, the answer stands, the address lives', async () => {
    await mailsIn(
      house,
      free('很抱歉，您发送给 lin@cust.example 的邮件尚未送达，系统会继续为您投递。', '延迟投递通知'),
    );
    expect(await answer()).toEqual({ state: 'sent', dead: false });
    expect((await lastCard()).title).toContain('还没有送到');
  });

  it('and names no failure: told in its own words, once, and nothing is changed', async () => {
    const mail = rawMail(
      { From: 'mailer-daemon@x.example', Subject: 'Mail status' },
      'About your message to lin@cust.example: see the log.',
    );
    const before = (await house.cards()).length;
    await mailsIn(house, mail, mail);
    expect(await answer()).toEqual({ state: 'sent', dead: false });
    expect((await house.cards()).length).toBe(before + 1);
    expect(await lastCard()).toMatchObject({ quote: expect.stringContaining('see the log') });
    expect((await lastCard()).title).toContain('可能没有送到');
  });
});
