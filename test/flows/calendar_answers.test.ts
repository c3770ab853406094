import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../support/house.ts';
import { mailsIn, rawMail, withMail } from '../support/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const ATTENDEE = 'ATTENDEE;CN="Berg, Anna"';

/** What Anna's calendar sends about the owner's event. */
const act = (method: string, lines: string[] = [], words = '') => {
  const event = [
    ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Tea tasting'],
    ...['DTSTART:20261210T150000Z', 'DTEND;TZID=Europe/Berlin:20261210T170000', 'ORGANIZER:mailto:shop@example.com'],
    ...[...lines, 'END:VEVENT', 'END:VCALENDAR'],
  ].join('\n');
  const part = `Content-Type: text/calendar; charset=utf-8; method=${method}\n\n${event}`;
  const body = words ? `--k\nContent-Type: text/plain; charset=utf-8\n\n${words}\n--k\n${part}\n--k--` : '';
  return rawMail(
    {
      Subject: `${method}: Tasting at the shop`,
      'Content-Type': words ? 'multipart/alternative; boundary=k' : `text/calendar; charset=utf-8; method=${method}`,
    },
    body || event,
  );
};

const lastCard = async () => (await house.cards()).at(-1)!;
const waiting = () => house.db.sql`select from conversations where waiting_since is not null`;
const value = (card: { fields?: readonly { label: string; value: string }[] }, label: string) =>
  card.fields?.find((field) => field.label === label)?.value;

describe('an answer to an invitation', () => {
  it.each([
    ['ACCEPTED', '接受邀请'],
    ['DECLINED', '谢绝邀请'],
    ['TENTATIVE', '可能参加'],
    ['X-NEW', '答复邀请'],
  ])('(%s) is told as what it is, with the owner’s hour and its subject, and nobody waits', async (status, said) => {
    await mailsIn(house, act('REPLY', [`${ATTENDEE};PARTSTAT=${status}:mailto:anna@example.net`]));
    const card = await lastCard();
    expect(card.title).toBe(`📅 Anna Berg · ${said}`);
    expect(card.quote).toContain('REPLY: Tasting at the shop');
    expect(value(card, '时间')).toContain('23:00');
    expect(value(card, '时间')).toContain('00:00');
    expect(card.hint).not.toContain('去不去');
    expect(await waiting()).toHaveLength(0);
  });

  it('says who it is of, where somebody else sends it', async () => {
    await mailsIn(house, act('REPLY', ['ATTENDEE;CN=Carl;PARTSTAT=DECLINED:mailto:carl@example.org']));
    expect(value(await lastCard(), '日程')).toBe('Carl: 谢绝邀请');
  });

  it.each([
    ['a comment', ['COMMENT:Could we do 5pm\\, please?'], ''],
    ['a comment that Google writes', [], '', ';X-RESPONSE-COMMENT="Could we do 5pm, please?"'],
    ['words in the mail', [], 'Could we do 5pm, please?'],
  ])('with %s is a message that waits', async (_, lines, words, parameter = '') => {
    const attendee = `${ATTENDEE};PARTSTAT=DECLINED${parameter}:mailto:anna@example.net`;
    await mailsIn(house, act('REPLY', [attendee, ...lines], words));
    const card = await lastCard();
    expect(card.title).toContain('REPLY: Tasting at the shop');
    expect(card.quote).toContain('Could we do 5pm, please?');
    expect(value(card, '日程')).toBe('谢绝邀请');
    expect(await waiting()).toHaveLength(1);
  });

  it.each([
    'Anna Berg has declined this invitation.\n\nTea tasting\nWhen: Thu 10 Dec 2026\nWhere: Shop\n\nInvitation from Google Calendar',
    'Anna Berg declined your invitation to the event.',
    'Anna Berg 接受了邀请',
  ])('control: what a calendar writes beside it waits for nobody: %s', async (words) => {
    await mailsIn(house, act('REPLY', [`${ATTENDEE};PARTSTAT=DECLINED:mailto:anna@example.net`], words));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 谢绝邀请');
    expect(await waiting()).toHaveLength(0);
  });
});

it('another time that somebody proposes waits for an answer', async () => {
  await mailsIn(house, act('COUNTER', [`${ATTENDEE};PARTSTAT=TENTATIVE:mailto:anna@example.net`]));
  const card = await lastCard();
  expect(value(card, '日程')).toBe('提议改时间');
  expect(value(card, '时间')).toContain('23:00');
  expect(await waiting()).toHaveLength(1);
});

it('an event called off says so; with words it waits', async () => {
  await mailsIn(house, act('CANCEL'));
  expect((await lastCard()).title).toBe('📅 Anna Berg · 取消日程');
  expect(await waiting()).toHaveLength(0);
  await mailsIn(house, act('CANCEL', [], 'I am ill, I want a refund'));
  expect((await lastCard()).quote).toContain('I want a refund');
  expect(await waiting()).toHaveLength(1);
});

it('a clock that the calendar does not name, or an impossible one, is not guessed', async () => {
  for (const start of ['20261210T250000Z', '20261399T100000Z', '20261210T100000', '20261210', 'soon'])
    await mailsIn(house, act('CANCEL').replace('20261210T150000Z', start));
  const times = (await house.cards()).map((card) => value(card, '时间'));
  expect(times).toHaveLength(5);
  expect(times.filter(Boolean)).toEqual([]);
});
