import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { windowsPlaces } from '../../../src/mail/words/windows_zone.ts';
import { isTimezone } from '../../../src/text/when/timezone.ts';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

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
    ['X-NEW', '回复邀请'],
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
    expect(value(await lastCard(), '日程')).toBe('Carl：谢绝邀请');
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
    'Sorry, I declined the meeting – can we do Friday instead?',
    'I have accepted your invitation. How much is the tasting?',
    'I cancelled the appointment because you never sent my order',
    'My husband declined the invitation, I would like to come alone',
    'Time: could it be 5 instead?',
    'When?',
    'When: 11 Dec 2026',
    'When: 10 Dec 2026 18:00',
    'When: 10 Dec 2026 5pm - 7pm',
    'When: 10 Dec 18:00 - 19:00',
    'You are receiving this email because you never answered',
    'Where: at your place',
    'Where: the station',
    'Who: my husband comes instead, he is vegetarian',
    'I put it into my Google Calendar. How much is it per person?',
    'Is this from Google Calendar?',
    'http://x.example is broken, can you fix it?',
    'https://x.example/my-cup',
    'Anna Berg declined your invitation because the cup is broken',
    'Anna Berg has declined this invitation. Please refund the deposit',
    'Tea tasting: how long does it take',
    '抱歉我拒绝了邀请，能改到周五吗？',
    '取消会议吧，我要退款',
    'Anna Berg 拒绝了邀请，因为茶壶坏了',
    '时间：能改到五点吗',
    'Leider habe ich die Einladung abgelehnt, geht Freitag?',
    '15',
    'tea',
    '??',
    'no',
  ])('in somebody’s own words waits: %s', async (words) => {
    await mailsIn(house, act('REPLY', [`${ATTENDEE};PARTSTAT=DECLINED:mailto:anna@example.net`], words));
    expect((await lastCard()).quote).toContain(words);
    expect(await waiting()).toHaveLength(1);
  });

  it.each([
    [
      'in the middle of what Google writes',
      'Tea tasting\nThursday 10 Dec 2026 ⋅ 4pm – 5pm\nOrganizer\nshop@example.com',
    ],
    ['at the end of it', ''],
  ])('a note %s is its writer’s', async (_, below) => {
    for (const note of ['Please refund my order', 'the blue one then', '太贵了，能便宜点吗？'])
      await mailsIn(
        house,
        act(
          'REPLY',
          [`${ATTENDEE};PARTSTAT=DECLINED:mailto:anna@example.net`],
          `Anna Berg has declined this invitation with this note:\n\n"${note}"\n\n${below}\n\nInvitation from Google Calendar: https://calendar.google.com/calendar/`,
        ),
      );
    expect((await house.cards()).filter(({ title }) => title?.includes('谢绝邀请'))).toEqual([]);
    expect((await lastCard()).quote).toContain('太贵了');
    expect(await waiting()).toHaveLength(3);
  });

  it('is its sender’s, whatever others the calendar lists', async () => {
    const others = 'ATTENDEE;CN=Shop;PARTSTAT=ACCEPTED:mailto:shop@example.com';
    await mailsIn(house, act('REPLY', [others, `${ATTENDEE};PARTSTAT=DECLINED:mailto:Anna@example.net`]));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 谢绝邀请');
  });

  it('of several people none of whom sent it says no more than that it answers', async () => {
    const people = [
      'ATTENDEE;CN=Shop;PARTSTAT=ACCEPTED:mailto:shop@example.com',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:bo@x.example',
    ];
    await mailsIn(house, act('REPLY', people));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 回复邀请');
  });

  it.each([
    'Anna Berg <anna@example.net> has tentatively accepted the invitation to the event "Tea tasting".',
    'Accepted: Tea tasting',
    '*~*~*~*~*~*~*~*~*~*\nWhen: 10 December 2026 16:00-17:00 (Europe/Berlin)\nOrganizer: shop@example.com',
    'When:\nThursday, 10 Dec 2026 4:00 PM – 5:00 PM\n\nTea tasting',
    'https://calendar.google.com/calendar/event?action=VIEW&eid=1',
    'Anna Berg 已拒绝此邀请。\n\n时间：2026年12月10日 16:00 – 17:00\n组织者：shop@example.com',
    'Anna Berg hat diese Einladung abgelehnt.',
    'When: Thursday, 10 December 2026 11:00 PM - 12:00 AM',
    'When: Fri 11 Dec 2026 00:30 – 1:30',
    'Anna Berg has accepted this invitation.\n\nInvitation from Google Calendar: https://calendar.google.com/calendar/\n\nYou are receiving this email because you are subscribed to Calendar notifications. To stop receiving these emails, go to https://calendar.google.com/calendar/r/settings, select this calendar, and change "Other notifications".\n\nForwarding this invitation could allow any recipient to send a response to the organizer, be added to the guest list, invite others regardless of their own invitation status, or modify your RSVP.\n\nLearn more https://support.google.com/calendar/answer/37135#forwarding',
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

it.each([
  'The event is cancelled. Please refund the deposit of £200.',
  'This event has been canceled with this note:\n"the shop was closed"',
])('words beside an event called off wait: %s', async (words) => {
  await mailsIn(house, act('CANCEL', [], words));
  expect((await lastCard()).quote).toContain(words.split('\n').at(-1));
  expect(await waiting()).toHaveLength(1);
});

it('control: what a calendar says of an event called off waits for nobody', async () => {
  await mailsIn(house, act('CANCEL', [], 'This event has been canceled.\n\nTea tasting'));
  expect(await waiting()).toHaveLength(0);
});

it.each([
  ['W. Europe Standard Time', '20261210T160000', '23:00'],
  ['Pacific Standard Time', '20261210T070000', '23:00'],
  ['China Standard Time', '20261210T230000', '23:00'],
  ['/mozilla.org/20050126_1/Europe/Berlin', '20261210T160000', '23:00'],
  ['Europe/Berlin', '20261210T160000', '23:00'],
])('a clock by the name that %s is known by is the event’s', async (zone, start, shown) => {
  await mailsIn(house, act('CANCEL').replace('DTSTART:20261210T150000Z', `DTSTART;TZID="${zone}":${start}`));
  expect(value(await lastCard(), '时间')).toContain(shown);
});

it('every clock of the table is one this runtime has', () => {
  expect(windowsPlaces().filter((place) => !isTimezone(place))).toEqual([]);
});

it('what an event says of itself is shown where its mail says nothing', async () => {
  await mailsIn(house, act('REQUEST', ['DESCRIPTION:Please bring five cups\\nand the blue lid']));
  expect((await lastCard()).quote).toContain('Please bring five cups\nand the blue lid');
});

it('a clock that the calendar itself explains is the event’s', async () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Our own', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETTO:+0530'];
  const ends = ['END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT'];
  const mail = act('CANCEL').replace('BEGIN:VEVENT', [...zone, ...ends].join('\r\n'));
  await mailsIn(house, mail.replace('DTSTART:20261210T150000Z', 'DTSTART;TZID=Our own:20261210T203000'));
  expect(value(await lastCard(), '时间')).toContain('23:00');
});

it.each([
  ['one day', '20261211', '12月10日'],
  ['several days', '20261213', '12月10日 – 12月12日'],
])('an event of %s without hours says its days', async (_, end, shown) => {
  const mail = act('CANCEL').replace('DTSTART:20261210T150000Z', 'DTSTART;VALUE=DATE:20261210');
  await mailsIn(house, mail.replace(/DTEND.*/, `DTEND;VALUE=DATE:${end}`));
  expect(value(await lastCard(), '时间')).toContain(shown);
});

it('an event of a length ends when that is over', async () => {
  await mailsIn(house, act('CANCEL').replace(/DTEND.*/, 'DURATION:PT1H30M'));
  expect(value(await lastCard(), '时间')).toMatch(/23:00.*00:30/);
});

it('a clock that the calendar does not name, or an impossible one, is not guessed', async () => {
  for (const start of ['20261210T250000Z', '20261399T100000Z', '20261399', 'soon'])
    await mailsIn(house, act('CANCEL').replace('20261210T150000Z', start));
  const times = (await house.cards()).map((card) => value(card, '时间'));
  expect(times).toHaveLength(4);
  expect(times.filter(Boolean)).toEqual([]);
});

/** A calendar of several events, as one part or more. */
const several = (method: string, ...calendars: string[][][]) => {
  const parts = calendars.map((events) => {
    const blocks = events.map((lines) =>
      [
        'BEGIN:VEVENT',
        'UID:1',
        'SUMMARY:Tea tasting',
        'ORGANIZER:mailto:shop@example.com',
        ...lines,
        'END:VEVENT',
      ].join('\n'),
    );
    const calendar = ['BEGIN:VCALENDAR', `METHOD:${method}`, ...blocks, 'END:VCALENDAR'].join('\n');
    return `--k\nContent-Type: text/calendar; charset=utf-8; method=${method}\n\n${calendar}\n`;
  });
  return rawMail({ Subject: 'Tasting', 'Content-Type': 'multipart/mixed; boundary=k' }, `${parts.join('')}--k--`);
};
const at = (date: string, ...lines: string[]) => [`DTSTART:${date}T100000Z`, `DTEND:${date}T110000Z`, ...lines];
const anna = (status: string, parameters = '') => `${ATTENDEE};PARTSTAT=${status}${parameters}:mailto:anna@example.net`;
const values = (card: { fields?: readonly { label: string; value: string }[] }, label: string) =>
  (card.fields ?? []).filter((field) => field.label === label).map((field) => field.value);

describe('several events in one mail', () => {
  it.each([
    ['one calendar', [[at('20261210', anna('ACCEPTED')), at('20261217', anna('DECLINED'))]]],
    ['two calendars', [[at('20261210', anna('ACCEPTED'))], [at('20261217', anna('DECLINED'))]]],
  ])('in %s are told a line each, each with its own act', async (_, calendars) => {
    await mailsIn(house, several('REPLY', ...calendars));
    const card = await lastCard();
    expect(card.title).toBe('📅 Anna Berg · 接受邀请 / 谢绝邀请');
    const [first, second, ...more] = values(card, '日程');
    expect(first).toMatch(/^接受邀请 · 12月10日/);
    expect(second).toMatch(/^谢绝邀请 · 12月17日/);
    expect(more).toEqual([]);
    expect(await waiting()).toHaveLength(0);
  });

  it('that are the same one twice are one', async () => {
    const event = at('20261210', anna('ACCEPTED'));
    await mailsIn(house, several('REPLY', [event], [event]));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 接受邀请');
    expect(values(await lastCard(), '日程')).toEqual(['接受邀请']);
  });

  it('have their comments beside the event each was written to', async () => {
    const late = at('20261217', anna('DECLINED'), 'COMMENT:too late for me');
    await mailsIn(house, several('REPLY', [at('20261210', anna('ACCEPTED')), late]));
    const [first, second] = values(await lastCard(), '日程');
    expect(first).not.toContain('too late');
    expect(second).toContain('谢绝邀请');
    expect(second).toContain('「too late for me」');
    expect(await waiting()).toHaveLength(1);
  });

  it('have their names where these differ', async () => {
    const two = [at('20261210'), at('20261217').concat('SUMMARY:Workshop')];
    const mail = several('CANCEL', two).replace(
      'SUMMARY:Tea tasting\r\nORGANIZER:mailto:shop@example.com\r\nDTSTART:20261217',
      'DTSTART:20261217',
    );
    await mailsIn(house, mail);
    expect(values(await lastCard(), '日程')).toEqual([
      expect.stringMatching(/^取消日程 · Tea tasting · 12月10日/),
      expect.stringMatching(/^取消日程 · Workshop · 12月17日/),
    ]);
  });

  it('wait where one proposes another time', async () => {
    await mailsIn(house, several('COUNTER', [at('20261210', anna('TENTATIVE')), at('20261217', anna('TENTATIVE'))]));
    expect(values(await lastCard(), '日程')).toEqual([
      expect.stringMatching(/^提议改时间 · 12月10日/),
      expect.stringMatching(/^提议改时间 · 12月17日/),
    ]);
    expect(await waiting()).toHaveLength(1);
  });

  it('that are many are counted from the sixth on', async () => {
    const dates = Array.from({ length: 60 }, (_, n) =>
      at(`2026${11 + (n % 2)}${String(1 + (n % 28)).padStart(2, '0')}`, `LOCATION:${n}`),
    );
    await mailsIn(house, several('CANCEL', dates.slice(0, 8)));
    const told = values(await lastCard(), '日程');
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toBe('还有 3 项');
  });

  it('that are only published are all read', async () => {
    await mailsIn(house, several('PUBLISH', [at('20261210'), at('20261217')]));
    expect((await lastCard()).quote).toContain('2026-12-10');
    expect((await lastCard()).quote).toContain('2026-12-17');
  });

  it('of two people are told a line each', async () => {
    const carl = 'ATTENDEE;CN=Carl;PARTSTAT=DECLINED:mailto:carl@example.org';
    await mailsIn(house, several('REPLY', [at('20261210', carl, anna('ACCEPTED'))]));
    const card = await lastCard();
    expect(card.title).toBe('📅 Anna Berg · 接受邀请');
    expect(values(card, '日程')).toEqual([
      expect.stringMatching(/^接受邀请/),
      expect.stringMatching(/^Carl：谢绝邀请/),
    ]);
  });
});

describe('an event that repeats', () => {
  const WEEKLY = 'RRULE:FREQ=WEEKLY;COUNT=10';

  it('is told as the whole series, or as one date of it', async () => {
    await mailsIn(house, several('REPLY', [at('20261210', WEEKLY, anna('DECLINED'))]));
    expect(values(await lastCard(), '日程')).toEqual(['谢绝邀请 · 整个系列 · 每周四，共 10 次']);
    await mailsIn(house, several('REPLY', [at('20261210', 'RECURRENCE-ID:20261210T100000Z', anna('DECLINED'))]));
    expect(values(await lastCard(), '日程')).toEqual(['谢绝邀请 · 系列中的这一次']);
    const later = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T100000Z';
    await mailsIn(house, several('CANCEL', [at('20261210', later)]));
    expect(values(await lastCard(), '日程')).toEqual(['取消日程 · 系列中这一次及以后各次']);
  });

  it('says which dates it leaves out', async () => {
    await mailsIn(house, several('REQUEST', [at('20261210', WEEKLY, 'EXDATE:20261217T100000Z,20261224T100000Z')]));
    expect(values(await lastCard(), '日程')[0]).toMatch(/整个系列 · 每周四，共 10 次 · 不含 12月17日.*、12月24日/);
  });

  it('says of a date that was moved when it was to be', async () => {
    const moved = at('20261218', 'RECURRENCE-ID:20261217T100000Z');
    await mailsIn(house, several('REQUEST', [at('20261210', WEEKLY), moved]));
    const [series, date] = values(await lastCard(), '日程');
    expect(series).toMatch(/12月10日.*整个系列/);
    expect(date).toMatch(/12月18日.*系列中的这一次 · 原定 12月17日/);
  });

  it('is taken by a whole series and declined for one date', async () => {
    const date = at('20261217', 'RECURRENCE-ID:20261217T100000Z', anna('DECLINED'));
    await mailsIn(house, several('REPLY', [at('20261210', WEEKLY, anna('ACCEPTED')), date]));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 接受邀请 / 谢绝邀请');
  });

  it('control: a reminder within an event is none of its own words', async () => {
    const alarm = [
      'BEGIN:VALARM',
      'DESCRIPTION:Reminder',
      'ATTENDEE:mailto:x@y.example',
      'DURATION:PT5M',
      'END:VALARM',
    ];
    await mailsIn(house, several('REPLY', [[...alarm, ...at('20261210', anna('DECLINED'))]]));
    expect((await lastCard()).title).toBe('📅 Anna Berg · 谢绝邀请');
    expect((await lastCard()).quote).not.toContain('Reminder');
  });
});

describe('a clock', () => {
  const shownFor = async (start: string, ...zone: string[]) => {
    const mail = act('CANCEL')
      .replace('DTSTART:20261210T150000Z', `DTSTART${start}`)
      .replace(/DTEND.*\r\n/, '');
    await mailsIn(house, mail.replace('BEGIN:VEVENT', [...zone, 'BEGIN:VEVENT'].join('\r\n')));
    return value(await lastCard(), '时间');
  };

  it.each([
    [';TZID=GMT+05:30:20261210T203000', '23:00'],
    [';TZID="GMT+05:30":20261210T203000', '23:00'],
    [';TZID=tzone://Microsoft/Utc:20261210T150000', '23:00'],
    [';TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome:20261210T160000', '23:00'],
    [';TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome:20270710T170000', '23:00'],
    [';TZID="(UTC-05:00) Eastern Time (US & Canada)":20261210T100000', '23:00'],
    [';TZID=(GMT +01:00):20261210T160000', '23:00'],
    [';TZID=GMT+0200:20261210T170000', '23:00'],
    [';TZID=UTC-3:20261210T120000', '23:00'],
    [';TZID=/x.org/Tzfile/America/Argentina/Buenos_Aires:20261210T120000', '23:00'],
  ])('that is written as %s is read', async (start, shown) => {
    expect(await shownFor(start)).toContain(shown);
    expect((await lastCard()).quote).not.toMatch(/\d{8}T/);
  });

  it.each([':20261210T093000', ';TZID=Customized Time Zone:20261210T093000', ';TZID=Our office:20261210T093000'])(
    'that nobody can know is said to be their own: %s',
    async (start) => {
      expect(await shownFor(start)).toBe('12月10日 09:30（按对方的时钟）');
    },
  );

  const block = (kind: string, from: string, to: string, rule: string) => [
    `BEGIN:${kind}`,
    'DTSTART:16010101T020000',
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    rule,
    `END:${kind}`,
  ];
  const zone = (standard: string, daylight: string) => [
    ...['BEGIN:VTIMEZONE', 'TZID:Customized Time Zone', ...block('STANDARD', '+0200', '+0100', standard)],
    ...[...block('DAYLIGHT', '+0100', '+0200', daylight), 'END:VTIMEZONE'],
  ];
  const european = zone('RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3');

  it.each([
    ['20261210T160000', '23:00'],
    ['20270327T160000', '23:00'],
    ['20270328T170000', '23:00'],
    ['20270710T170000', '23:00'],
    ['20271030T170000', '23:00'],
    ['20271031T160000', '23:00'],
  ])('that a calendar puts forward and back is read at %s', async (start, shown) => {
    expect(await shownFor(`;TZID=Customized Time Zone:${start}`, ...european)).toContain(shown);
  });

  it('whose rule nobody understands is their own', async () => {
    const lunar = zone('RRULE:FREQ=YEARLY;BYWEEKNO=44;BYDAY=SU', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3');
    expect(await shownFor(';TZID=Customized Time Zone:20261210T160000', ...lunar)).toContain('按对方的时钟');
  });
});
