import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { FileRefused } from '../../../src/files/fault.ts';
import { calendarReader } from '../../../src/jobs/calendar_file.ts';
import { tendTickets } from '../../../src/jobs/clocks.ts';
import { sendDigest } from '../../../src/jobs/digest.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', quietHours: '22:00-08:00' });
/** In Shanghai; 23 November 2026 is a Monday. */
const at = (day: number, clock: string): Date => new Date(`2026-11-${day}T${clock}:00+08:00`);

async function writes(text: string, when: Date, chat = '7', name = 'Li'): Promise<void> {
  house.now = when;
  const externalId = `${chat}-${when.getTime()}`;
  await house.happen(telegramMessage(text, { chat, from: { address: chat, name }, externalId, sentAt: when }));
}
/** The job looks at that moment. */
async function look(when: Date): Promise<void> {
  house.now = when;
  await house.act(tendTickets);
}
const warnings = async (): Promise<Reply[]> =>
  (await house.outbox()).flatMap(({ idempotencyKey, payload }) =>
    idempotencyKey.startsWith('tickets due:') && payload.kind === 'message' ? [payload.reply] : [],
  );
const items = (reply: Reply) => reply.lists!.flatMap(({ items }) => items);

beforeEach(
  house.startingWith(async () => {
    // a normal ticket: an answer is due at 18:00, it is to be resolved in three working days
    await writes('My teapot arrived broken, I want a refund', at(23, '09:00'));
  }),
);

describe('before a target ends', () => {
  it('the owner is warned once, an hour before', async () => {
    await look(at(23, '16:59'));
    expect(await warnings()).toEqual([]);
    await look(at(23, '17:00'));
    await look(at(23, '17:30'));
    const [warning, ...others] = await warnings();
    expect(others).toEqual([]);
    expect(items(warning!)).toMatchObject([{ ref: '#1', detail: expect.stringContaining('First answer due') }]);
    expect(buttonsOf(warning!).map(({ command }) => command)).toContain('/ticket 1');
  });

  it('many are told on one card, and how many there are', async () => {
    for (let nth = 0; nth < 7; nth++)
      await writes('My teapot arrived broken, refund please', at(23, '09:01'), `9${nth}`, `N${nth}`);
    await look(at(23, '17:05'));
    const [warning, ...others] = await warnings();
    expect(others).toEqual([]);
    expect(items(warning!)).toHaveLength(5);
    expect(warning!.title).toBe('Due soon (8)');
  });

  it('nothing is said once it was answered, resolved, or while the owner is away (controls)', async () => {
    house.now = at(23, '10:00');
    await house.say('/answered Li');
    await look(at(23, '17:30'));
    expect(await warnings()).toEqual([]);
    await writes('And now?', at(23, '18:30'));
    await house.say('/away until tomorrow 5pm');
    await look(at(24, '15:00'));
    expect(await warnings()).toEqual([]);
  });

  it('it waits for the end of the quiet hours', async () => {
    house.now = at(23, '09:30');
    await house.say('/hours daily 0-24');
    await house.say('/ticket 1 high');
    await look(at(23, '23:00'));
    const row = (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey.startsWith('tickets due:'))!;
    const [due] = await house.db.sql<{ at: Date }>`select run_at as at from outbox where id = ${row.id}`;
    expect(due!.at).toEqual(at(24, '08:00'));
  });
});

describe('a target that has ended', () => {
  it('is in the digest, at the top, by how much it is late', async () => {
    await house.act(sendDigest);
    house.now = at(24, '11:00');
    const digest = await house.say('/digest');
    const [ticket] = digest.lists!.find(({ title }) => title?.startsWith('Open tickets'))!.items;
    expect(ticket!.detail).toContain('late by 17 h');
    const late = await house.say('/tickets late');
    expect(items(late).map(({ ref }) => ref)).toEqual(['#1']);
  });
});

describe('/hours', () => {
  const due = async () => {
    await house.say('/tickets');
    const [row] = await house.db.sql<{ due: Date }>`select due_at as due from ticket_clocks`;
    return row!.due;
  };

  it('sets the week, and every clock follows', async () => {
    expect(await due()).toEqual(at(23, '18:00'));
    house.now = at(23, '09:30');
    const reply = await house.say('/hours mon-fri 9-12 13-18');
    expect(reply.fields).toContainEqual({ label: 'Mon–Fri', value: expect.stringContaining('09:00-12:00') });
    expect(await due()).toEqual(at(24, '10:00'));
    await house.say('/undo');
    expect(await due()).toEqual(at(23, '18:00'));
  });

  it('closes a day of its own and opens another, and lets them be as usual again', async () => {
    house.now = at(23, '09:30');
    await house.say('/hours 2026-11-23 closed moving house');
    expect(await due()).toEqual(at(24, '18:00'));
    const shown = await house.say('/hours');
    expect(shown.lists![0]!.items[0]).toMatchObject({ detail: 'your own · moving house' });
    await house.say('/hours 2026-11-23 usual');
    expect(await due()).toEqual(at(23, '18:00'));
  });

  it('knows China’s days off and shifted working days, unless they are switched off', async () => {
    house.now = new Date('2026-09-01T04:00:00Z');
    const shown = (await house.say('/hours')).lists![0]!.items.map(({ text, detail }) => `${text} ${detail}`);
    expect(shown).toContainEqual(expect.stringMatching(/20 Sep: 09:00-18:00 国庆节/));
    expect(shown).toContainEqual(expect.stringMatching(/25 Sep: closed 中秋节/));
    await house.say('/hours holidays off');
    expect((await house.say('/hours')).lists ?? []).toEqual([]);
  });

  it.each([
    // National Day 2026: off from 1 to 7 October, worked on Sunday 20 September and Saturday 10 October
    ['2026-09-30T17:00', [], '2026-10-08T17:00'],
    ['2026-10-09T17:00', [], '2026-10-10T17:00'],
    ['2026-09-19T12:00', [], '2026-09-20T18:00'],
    ['2026-09-30T17:00', ['/hours holidays off'], '2026-10-01T17:00'],
    ['2026-10-09T17:00', ['/hours 2026-10-10 closed'], '2026-10-12T17:00'],
    ['2026-09-30T17:00', ['/hours 2026-10-03 10:00-15:00'], '2026-10-08T12:00'],
    ['2026-10-09T17:00', ['/营业时间 2026-10-10 休息', '/undo'], '2026-10-10T17:00'],
  ])('what came at %s (%j) is to be answered by %s', async (came, lines, by) => {
    house.now = new Date(`${came}:00+08:00`);
    for (const line of lines) await house.say(line);
    await house.say('/ticket c1 lid');
    await house.say('/tickets');
    const [row] = await house.db.sql<{ due: Date }>`
      select due_at as due from ticket_clocks order by ticket_id desc limit 1`;
    expect(row!.due).toEqual(new Date(`${by}:00+08:00`));
  });

  it('asks in December, once, for the days off of a year that is not known', async () => {
    const asked = async () => (await house.cards()).filter(({ title }) => title === 'Days off in 2027');
    await look(at(30, '12:00'));
    expect(await asked()).toEqual([]);
    for (const day of ['01', '02']) await look(new Date(`2026-12-${day}T12:00:00+08:00`));
    expect(await asked()).toHaveLength(1);
  });

  it.each([
    ['/hours mon-fri 9am-5pm, sat 10-2, sun closed', ['Mon–Fri=09:00-17:00', 'Sat=10:00-14:00', 'Sun=closed']],
    [
      '/营业时间 周一到周五9:00-18:00，周六10:00-16:00，周日休息',
      ['Mon–Fri=09:00-18:00', 'Sat=10:00-16:00', 'Sun=closed'],
    ],
    ['/hours lunch 12-1', ['Mon–Fri=09:00-12:00, 13:00-18:00', 'Sat, Sun=closed']],
    ['/hours fri 9pm-2am', ['Mon–Thu=09:00-18:00', 'Fri=21:00-02:00', 'Sat, Sun=closed']],
    ['/hours 24/7', ['Mon–Sun=00:00-24:00']],
  ])('%s', async (line, week) => {
    const { fields } = await house.say(line);
    expect(fields!.slice(0, -1).map(({ label, value }) => `${label}=${value}`)).toEqual(week);
    await house.say('/undo');
    expect((await house.say('/hours')).fields![0]).toMatchObject({ value: '09:00-18:00' });
  });

  it('say which days were taken for meant, with those that may be, and that a day is over', async () => {
    const reply = await house.say('/hours 9-5');
    // the week below says which
    expect(reply.fields![0]).toMatchObject({ label: 'Mon–Fri', value: '09:00-17:00' });
    expect(reply.text).toBe('You named no day, so this is for Monday to Friday.');
    await house.press('The same every day');
    expect((await house.say('/hours')).fields![0]).toMatchObject({ label: 'Mon–Sun', value: '09:00-17:00' });
    expect((await house.say('/hours 2026-10-10 9-18')).text).toContain('That day is over');
    expect((await house.say('/hours 11/26 closed')).text).toBe('Thu 26 Nov: closed');
    expect((await house.say('/hours daily closed')).text).toContain('no ticket will ever be late');
  });

  it('ask what may be meant in two ways, and each button says one of them', async () => {
    const reply = await house.say('/hours sat 6-2');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Sat: 06:00-14:00', 'Sat: 18:00-02:00']);
    await house.press('Sat: 18:00-02:00');
    expect((await house.say('/hours')).fields).toContainEqual({ label: 'Sat', value: '18:00-02:00' });
    const day = await house.say('/营业时间 国庆节休息');
    expect(buttonsOf(day)).toHaveLength(2);
    await house.press(buttonsOf(day)[1]!.label);
    expect((await house.say('/hours 10-03 usual')).failed).toBeUndefined();
  });

  it('refuses what is no day with its hours', async () => {
    expect(await house.say('/hours someday 9-18')).toMatchObject({ failed: true });
    expect(await house.say('/hours sat 18-9')).toMatchObject({ failed: true });
  });
});

describe('the week in /status', () => {
  it('has the medians, how many were in time, and the week before', async () => {
    house.now = at(23, '09:45');
    await house.say('/answered Li');
    await writes('It still does not work', at(23, '11:00'));
    house.now = at(23, '12:00');
    await house.say('/resolve 1');
    const week = (await house.say('/status')).lists!.find(({ title }) => title === 'Tickets, 7 days')!;
    expect(week.items.map(({ text, detail }) => [text, detail].filter(Boolean).join(': '))).toEqual([
      'Median first answer: 45 min (n = 1); the week before none',
      'Median resolution: 1 h 45 min (n = 1); the week before none',
      'Within target: answers 100 % of 1, resolutions 100 % of 1; the week before answers none, resolutions none',
      'Reopened: 0; the week before 0',
      expect.stringContaining('opening hours'),
    ]);
  });

  it('is left out where there were no tickets (control)', async () => {
    await house.reset();
    expect((await house.say('/status')).lists).toHaveLength(1);
  });
});

describe('a calendar file that the owner sends', () => {
  const ICS = [
    ...[
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261227',
      'SUMMARY:Closed',
      'END:VEVENT',
    ],
    ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261229', 'SUMMARY:Stocktaking', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261219', 'SUMMARY:补班', 'END:VEVENT'],
    ...[
      'BEGIN:VEVENT',
      'DTSTART:20261230T100000',
      'DTEND:20261230T110000',
      'SUMMARY:Dentist',
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ].join('\r\n');
  const send = (name = 'off.ics') => house.type('', { attachments: [{ kind: 'document', ref: 'ics1', name }] });
  const fetched = (bytes: string | Error) =>
    calendarReader({
      act: house.act,
      files: {
        read: async () => {
          if (bytes instanceof Error) throw bytes;
          return { bytes: Buffer.from(bytes), name: 'off.ics', type: 'text/calendar' };
        },
      },
      told: () => {},
    })();
  const ownDays = async () =>
    (await house.db.sql<{ value: string }>`select value from settings where key = 'ownDays'`)[0]?.value ?? '';

  it('is shown first, and holds once a button says so; days that were set by hand stay, and all can be undone', async () => {
    await house.say('/hours 2026-12-29 9-13');
    await send();
    expect((await house.cards()).at(-1)!.text).toContain('I am reading');
    await fetched(ICS);
    const shown = (await house.cards()).at(-1)!;
    expect(shown.title).toBe('Days off in off.ics');
    expect(shown.text).toBe('4 days would be set. Nothing has changed yet.\nLeft out: 1 event with hours.');
    expect(items(shown).map(({ text, detail }) => [text, detail])).toEqual([
      [expect.stringContaining('09:00-18:00'), '补班'],
      [expect.stringContaining('closed'), 'Closed'],
      [expect.stringContaining('09:00-13:00'), 'Stocktaking · you have set this day: that stays'],
    ]);
    const before = await house.state();
    expect(await ownDays()).toBe('2026-12-29=09:00-13:00=');
    const taken = await house.say(buttonsOf(shown)[0]!.command);
    expect(taken.text).toContain('4 days set');
    expect(await ownDays()).toBe(
      '2026-12-19=09:00-18:00=补班;2026-12-24==Closed;2026-12-25==Closed;2026-12-26==Closed;2026-12-29=09:00-13:00=',
    );
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/营业时间 日历 采用');
    await house.say('/hours 2026-12-19 closed');
    expect(await ownDays()).toContain('2026-12-19==;');
  });

  it.each<[string, string | Error, string]>([
    ['junk', 'hello', 'I cannot read that as a calendar'],
    ['too large', `BEGIN:VCALENDAR\n${'x'.repeat(3_000_000)}`, 'I cannot read that as a calendar'],
    ['gone', new FileRefused('file_gone', 'gone'), 'I cannot read that as a calendar'],
    ['without a day off', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'There is no day off in that calendar'],
  ])('is refused plainly when it is %s', async (_, bytes, said) => {
    await send();
    await fetched(bytes);
    expect((await house.cards()).at(-1)!.text).toContain(said);
    expect((await house.say('/hours calendar')).text).toContain('Send me a calendar file');
  });

  it.each(['webcal://calendar.example/holidays.ics', 'https://calendar.example/basic.ics?key=1'])(
    'is not fetched from a link: %s',
    async (link) => {
      await house.type(link);
      expect((await house.cards()).at(-1)!.text).toContain('I do not fetch calendars from links');
    },
  );
});
