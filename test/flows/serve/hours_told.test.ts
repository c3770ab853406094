import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB' });
beforeEach(() => house.reset());

const offered = async (words: string) =>
  buttonsOf(await house.say(words)).filter(({ command }) => command.startsWith('/hours '));

describe('the hours we keep, with the days off in one line', () => {
  it.each([
    ['open 10-6, closed sundays', ['Mon–Sat=10:00-18:00', 'Sun=closed']],
    ['opening hours 10-6, closed on sundays and mondays', ['Mon, Sun=closed', 'Tue–Sat=10:00-18:00']],
    ['hours: 9-5 mon-fri, closed weekends', ['Mon–Fri=09:00-17:00', 'Sat, Sun=closed']],
    ["we're open 10 to 6 except sundays", ['Mon–Sat=10:00-18:00', 'Sun=closed']],
    ['we open 9-5 mon to sat, sunday closed', ['Mon–Sat=09:00-17:00', 'Sun=closed']],
    ['营业时间改成10点到8点，周日休', ['Mon–Sat=10:00-20:00', 'Sun=closed']],
    ['营业时间改成早九点到晚六点 周日休', ['Mon–Sat=09:00-18:00', 'Sun=closed']],
    ['营业时间10:00-20:00 周一休息', ['Mon=closed', 'Tue–Sun=10:00-20:00']],
    ['周一到周六营业时间9点到6点，周日休息', ['Mon–Sat=09:00-18:00', 'Sun=closed']],
    ['我们早上十点开门晚上八点关门，周日不开', ['Mon–Sat=10:00-20:00', 'Sun=closed']],
  ])('are set in one tap, and undone in one: %s', async (words, week) => {
    const before = await house.state();
    const [button] = await offered(words);
    const { fields = [] } = await house.press(button!);
    const days = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/u;
    expect(fields.filter(({ label }) => days.test(label)).map(({ label, value }) => `${label}=${value}`)).toEqual(week);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    'open 10-6 tomorrow, closed sunday',
    'are you open 10-6, closed sundays?',
    '明天9点到6点，周日休息',
    '9点到6点开会，周日休息',
    'meet Tom 10-12, sundays off',
  ])('are none where it tells of one day, asks, or is about something else: %s', async (words) => {
    expect(await offered(words)).toEqual([]);
  });

  it.each([
    ['open 10-6', '/hours 10-6'],
    ['营业时间改成10点到8点', '/hours 10点到8点'],
  ])('without a day off they are as before: %s', async (words, line) => {
    expect((await offered(words))[0]!.command).toBe(line);
  });
});
