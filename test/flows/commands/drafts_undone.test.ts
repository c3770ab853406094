import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(house.startingWith(() => house.say('/add Anna')));

it.each(['/post Spring tea', '/campaign new Spring', '/sequence birthday'])(
  'an undo after %s says that it is only a draft, and offers what was before',
  async (line) => {
    await house.say('/note Anna likes oolong');
    await house.say(line);
    const asked = await house.say('/undo');
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('draft') });
    const [before] = buttonsOf(asked);
    expect((await house.say(before!.command)).text).toContain('/note Anna');
  },
);
