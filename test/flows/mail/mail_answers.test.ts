import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, NOON, testHouse } from '../../support/house.ts';
import {
  fixtureMail,
  mailsIn,
  OWNER_EMAIL,
  passed,
  rawMail,
  refused,
  withMail,
} from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(async () => {
  await house.reset();
});

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const KIM = 'Kim Berg <kim@berg.example>';
const PAT = 'pat@berg.example';

let minutes = 0;
/** Each a minute after the one before. */
function mail(subject: string, text: string, head: Record<string, string> = {}): string {
  const Date_ = new Date(NOON.getTime() + ++minutes * 60_000).toUTCString();
  return rawMail({ From: KIM, Subject: subject, Date: Date_, 'Delivered-To': 'shop@example.com', ...head }, text);
}
const cardOf = async () => (await house.cards()).findLast(({ title }) => title?.startsWith('💬'))!;
const field = async (label: string) => (await cardOf()).fields?.find((one) => one.label === label)?.value;
const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const lastAnswer = async () => (await answers()).at(-1)!;
async function asked(head: Record<string, string> = {}): Promise<void> {
  await mailsIn(house, mail('Blue cups', 'Do you have 20 blue cups?', head));
}
async function answered(): Promise<void> {
  await house.say('/reply c1 We do');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
}

describe('the subject of an answer', () => {
  it('is the customer’s latest, though the thread began under another', async () => {
    await asked();
    await answered();
    await mailsIn(house, mail('Complaint: red pot arrived broken', 'Please help.', { 'In-Reply-To': OURS }));
    expect((await cardOf()).title).toContain('Complaint: red pot arrived broken');
    await house.say('/reply c1 I am sorry');
    expect((await lastAnswer()).payload).toMatchObject({ subject: 'Complaint: red pot arrived broken' });
    expect(await house.db.sql`select from conversations`).toHaveLength(1);
  });

  it('stays the first where the latest has none', async () => {
    await asked();
    await answered();
    await mailsIn(house, mail('', 'Two more', { 'In-Reply-To': OURS }));
    await house.say('/reply c1 Gladly');
    expect((await lastAnswer()).payload).toMatchObject({ subject: 'Blue cups' });
  });

  it('that is new is judged by itself, not by the lead that is open', async () => {
    await asked();
    await house.say('/lead c1 cups');
    await answered();
    await mailsIn(house, mail('Red pot broken', 'See the picture.', { 'In-Reply-To': OURS }));
    expect(await field('Filed as')).not.toContain('lead is open');
  });
});

describe('people in copy', () => {
  const CC = { Cc: `Pat <${PAT}>` };

  it('are shown on the card, get the answer, and are named where it is confirmed', async () => {
    await asked(CC);
    expect(await field('Copy to')).toBe(`${PAT} (your answer goes to ${PAT} as well)`);
    expect((await house.say('/reply c1 We do')).text).toContain(`Copy to ${PAT}`);
    expect(await lastAnswer()).toMatchObject({ address: 'kim@berg.example', payload: { copies: [PAT] } });
  });

  it('are left out after “Only to …”, for the thread, until the owner answers to all again', async () => {
    await asked(CC);
    expect((await house.press('Only to kim@berg.example')).text).toBe(
      '✓ Answers in this thread go to kim@berg.example alone.',
    );
    await answered();
    expect((await lastAnswer()).payload).not.toHaveProperty('copies');
    await mailsIn(house, mail('Re: Blue cups', 'And now?', { ...CC, 'In-Reply-To': OURS }));
    expect(await field('Copy to')).toBe(`${PAT} (your answer does not go there)`);
    await house.press('Answer to all');
    await house.say('/reply c1 Soon');
    expect((await lastAnswer()).payload).toMatchObject({ copies: [PAT] });
  });

  it('go on with the thread; their mail is answered to the customer and to them', async () => {
    await asked(CC);
    await answered();
    await mailsIn(
      house,
      mail('Re: Blue cups', 'Make it 30', {
        From: `Pat <${PAT}>`,
        Cc: KIM,
        'In-Reply-To': OURS,
        ...passed('berg.example'),
      }),
    );
    expect(await house.db.sql`select from conversations`).toHaveLength(1);
    expect(await field('Written by')).toContain(PAT);
    await house.say('/reply c1 30 it is');
    expect(await lastAnswer()).toMatchObject({ address: 'kim@berg.example', payload: { copies: [PAT] } });
  });

  it('are not ourselves, lists, or machines; nor those of a sender that may be forged', async () => {
    const own = `${OWNER_EMAIL}, shop@example.com, other@example.com, noreply@berg.example, list@lists.example`;
    await asked({ Cc: own, 'List-Post': '<mailto:list@lists.example>' });
    expect(await field('Copy to')).toBeUndefined();
    await asked({ ...CC, ...refused('berg.example') });
    expect(await field('Copy to')).toBeUndefined();
    expect(await house.db.sql`select from participants`).toHaveLength(0);
  });

  it('stand in To as well, beside us', async () => {
    await asked({ To: `shop@example.com, ${PAT}` });
    expect(await field('Copy to')).toContain(PAT);
    await mailsIn(house, mail('Green cups', 'And green?', { To: PAT }));
    expect(await field('Copy to')).toBeUndefined();
  });

  it('that were refused are told on the receipt and to the owner', async () => {
    await asked(CC);
    await house.type('/reply c1 We do');
    await house.deliver((row) => ({
      result: 'sent',
      externalId: `x${row.id}`,
      ...(row.channel === 'email' && { refusedCopies: [PAT] }),
    }));
    expect((await house.cards()).at(-1)?.text).toContain(`no copy went to ${PAT}`);
  });

  it('who report the mail as spam are meant by the report that names them, not the customer', async () => {
    await asked(CC);
    await answered();
    await mailsIn(house, fixtureMail('machine/arf_complaint.eml', { 'hater@hotmail.example': 'Pat@Berg.example' }));
    expect((await house.cards()).at(-1)?.title).toContain(PAT);
    expect(await house.db.sql`select from contact_identities where complained_at is not null`).toHaveLength(0);
    await house.say('/reply c1 Still there?');
    expect((await lastAnswer()).payload).not.toHaveProperty('copies');
  });

  it('is undone exactly', async () => {
    await asked(CC);
    const before = await house.state();
    await house.say('/copies v1 off');
    await house.say('/answersto v1 office@berg.example');
    await house.say('/undo');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });
});

describe('another address for answers', () => {
  const ASKS = { 'Reply-To': 'Kim <kim@private.example>' };

  it('is shown, and not followed unasked', async () => {
    await asked(ASKS);
    expect(await field('Reply-To')).toBe('kim@private.example (your answer goes to kim@berg.example)');
    await house.say('/reply c1 We do');
    expect((await lastAnswer()).address).toBe('kim@berg.example');
    expect(await house.db.sql`select from contact_identities where address like '%private%'`).toHaveLength(0);
  });

  it('is where answers go once the owner says so; the next card says where', async () => {
    await asked(ASKS);
    await house.press('Answer to kim@private.example');
    await answered();
    expect((await lastAnswer()).address).toBe('kim@private.example');
    await mailsIn(house, mail('Re: Blue cups', 'Thanks! And red?', { ...ASKS, 'In-Reply-To': OURS }));
    expect(await field('Your answer goes to')).toBe('kim@private.example');
    await house.press('Answer to kim@berg.example');
    await house.say('/reply c1 Red, too');
    expect((await lastAnswer()).address).toBe('kim@berg.example');
  });

  it('that mail came back from is asked about first, and said yes to once', async () => {
    await asked(ASKS);
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address, bounced_at, bounce_reason)
      values (1, 'email', 'kim@private.example', now(), 'no_such_address')`;
    await house.press('Answer to kim@private.example');
    await house.type('/reply c1 We do');
    expect(await answers()).toEqual([]);
    await house.press('Send to kim@private.example');
    expect((await lastAnswer()).address).toBe('kim@private.example');
  });

  it('that is empty, ours, the sender’s own or a machine’s says nothing', async () => {
    for (const address of [
      '<>',
      'shop@example.com',
      'KIM@berg.example',
      'noreply@berg.example',
      'reply+77@hub.example',
    ]) {
      await asked({ 'Reply-To': address });
      expect(await field('Reply-To'), address).toBeUndefined();
    }
  });
});

describe('a second copy of a mail', () => {
  const first = 'Do you have 20 blue cups? We need them by Friday.';
  const copy = (text: string, head: Record<string, string> = {}) =>
    rawMail({ From: KIM, Subject: 'Cups', 'Message-ID': '<same@berg.example>', ...head }, text);

  it.each([
    [
      'a list’s footer',
      `${first}\n_______________________________________________\ntea mailing list\nhttps://lists.example/tea`,
      {},
    ],
    ['a group’s footer', `${first}\n\n-- \nYou received this message because you are subscribed to "support".`, {}],
    ['a scanner’s footer', `${first}\n\nThis email has been scanned by Gate.`, {}],
    ['a gateway’s warning', `CAUTION: This email came from outside.\n\n${first}`, { Subject: '[EXTERNAL] Cups' }],
    ['a list’s mark on the subject', first, { Subject: '[support] Cups' }],
  ])('with %s is no second card', async (_, text, head) => {
    await mailsIn(house, copy(first), copy(text, head));
    expect(await house.db.sql`select from messages`).toHaveLength(1);
  });

  it('with other words of its sender is another mail', async () => {
    await mailsIn(house, copy(first), copy(`${first}\n\nNo, 30 please.`), copy('Something else entirely.'));
    expect(await house.db.sql`select from messages`).toHaveLength(3);
  });

  it('control: an exact copy is none', async () => {
    await mailsIn(house, copy(first), copy(first));
    expect(buttonsOf(await cardOf()).length).toBeGreaterThan(0);
    expect(await house.db.sql`select from messages`).toHaveLength(1);
  });
});

describe('an answer that is still held', () => {
  const CC = { Cc: `Pat <${PAT}>` };
  const held = async () => {
    const { address, payload } = await lastAnswer();
    return { to: address, copies: (payload as { copies?: string[] }).copies ?? [] };
  };

  it('loses its copies with “Only to …” and gets them back by undo or “Answer to all”', async () => {
    await asked(CC);
    await house.say('/reply c1 We do');
    expect((await house.say('/copies v1 off')).text).toContain('still held');
    expect(await held()).toEqual({ to: 'kim@berg.example', copies: [] });
    await house.say('/undo');
    expect(await held()).toEqual({ to: 'kim@berg.example', copies: [PAT] });
    await house.say('/copies v1 off');
    await house.say('/copies v1 on');
    expect(await held()).toEqual({ to: 'kim@berg.example', copies: [PAT] });
  });

  it('goes to the address chosen now, unless mail came back from there', async () => {
    await asked(CC);
    await house.say('/reply c1 We do');
    await house.say('/answersto v1 office@berg.example');
    expect((await held()).to).toBe('office@berg.example');
    await house.say('/undo');
    expect((await held()).to).toBe('kim@berg.example');
    await house.db.autocommit`
      insert into objections (channel, address, bounced_at, bounce_reason)
      values ('email', 'gone@berg.example', now(), 'no_such_address')`;
    expect((await house.say('/answersto v1 gone@berg.example')).text).toContain('kim@berg.example');
    expect((await held()).to).toBe('kim@berg.example');
  });

  it('does not reach whom the owner has blocked since; undo brings the copy back', async () => {
    await mailsIn(house, mail('Hi', 'We sell cups', { From: `Pat <${PAT}>` }));
    await asked(CC);
    await house.say('/reply c2 We do');
    await house.say('/block c1');
    expect((await held()).copies).toEqual([]);
    await house.say('/undo');
    expect((await held()).copies).toEqual([PAT]);
  });

  it('keeps its copies when somebody else is blocked, though a later mail has none', async () => {
    await mailsIn(house, mail('Hi', 'We sell cups', { From: 'Spam <s@x.example>' }));
    await asked(CC);
    await house.say('/reply c2 We do');
    await mailsIn(house, mail('Re: Blue cups', 'Hello?', { 'Message-ID': '<later@berg.example>' }));
    await house.say('/block c1');
    expect((await held()).copies).toEqual([PAT]);
  });

  it('that has left stays as it left', async () => {
    await asked(CC);
    await answered();
    expect((await house.say('/copies v1 off')).text).not.toContain('held');
    expect((await held()).copies).toEqual([PAT]);
  });
});

describe('the address on what confirms an answer', () => {
  it('is the one it goes to, on the receipt and on the contact’s card', async () => {
    await asked();
    await house.db.autocommit`
      insert into conversations (contact_id, channel, address, thread) values (1, 'email', 'kim@home.example', 'z')`;
    await house.say('/answersto v1 office@berg.example');
    const { text } = await house.say('/reply c1 We do');
    expect(text).toContain('office@berg.example');
    expect(text).not.toContain('kim@berg.example');
    expect(JSON.stringify((await house.say('/contact c1')).fields)).toContain('Mail · office@berg.example');
  });

  it('is named though the contact has no other', async () => {
    await asked();
    await house.say('/answersto v1 office@berg.example');
    expect((await house.say('/reply c1 We do')).text).toContain('office@berg.example');
  });
});

it('a thread’s card in the list bears the subject the answer will have', async () => {
  await asked();
  await answered();
  await mailsIn(house, mail('Red pot broken', 'Please help.', { 'In-Reply-To': OURS }));
  expect((await house.say('/inbox v1')).title).toContain('Red pot broken');
});
