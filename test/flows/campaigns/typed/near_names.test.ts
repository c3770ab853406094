import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/segment new regulars orders:>=2');
    await house.say('/template new spring tea\nSpring\nSpring tea is here.');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((one) => one.label.startsWith(label))!.command);

describe('a name that was mistyped is named alone, with those that are near', () => {
  it.each(['regular', 'reglars', 'my regulars'])('of a segment: %s', async (typed) => {
    const said = await house.say(`/segment ${typed}`);
    expect(said).toMatchObject({ failed: true });
    expect(labels(said)[0]).toBe('regulars');
    expect((await press(said, 'regulars')).failed).toBeUndefined();
  });

  it('a condition behind it is no part of the name, and goes with the button', async () => {
    await house.say('/segment rename regulars friends');
    const said = await house.say('/segment edit regulars orders:>=3');
    expect(said.text).toBe('There is no segment “regulars”.');
    await press(said, 'friends');
    expect(await house.db.sql`select name, filter from segments`).toEqual([{ name: 'friends', filter: 'orders:>=3' }]);
  });

  it.each(['sprng tea', 'spring', '春茶'])('of a template: %s', async (typed) => {
    const said = await house.say(`/template ${typed}`);
    expect(said.failed).toBe(true);
    expect(labels(said).includes('spring tea')).toBe(typed !== '春茶');
  });

  it.each(['/template list', '/segment list', '/segment all'])('%s lists them', async (typed) => {
    expect((await house.say(typed)).failed).toBeUndefined();
  });

  it('a network behind the number of a post that there is not is no post', async () => {
    const said = await house.say('/post 2 instagram');
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining('There is no such post') });
    expect(await house.db.sql`select from posts`).toHaveLength(0);
    await press(said, labels(said)[0]!);
    expect(await house.db.sql`select from posts`).toHaveLength(1);
  });
});
