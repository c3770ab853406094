import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
beforeEach(house.startingWith(() => house.say('/hook add https://old.example.com/in order, lead')));

const row = async () => (await house.db.sql`select url, events, off_at is not null as off from hooks`)[0];

describe('another address of a hook', () => {
  it('leaves it switched off where it was, and offers to switch it on', async () => {
    await house.say('/hook off 1');
    const reply = await house.say('/hook 1 https://new.example.com/in');
    expect(reply.text).toBe(t.hook.movedOff('old.example.com/in', 'new.example.com/in'));
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/hook on h1');
    expect(await row()).toMatchObject({ url: 'https://new.example.com/in', off: true });
  });

  it('is not taken where what it is to be told is unknown', async () => {
    const reply = await house.say('/hook 1 https://new.example.com/in ordr');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/hook h1 https://new.example.com/in order');
    expect(await row()).toMatchObject({ url: 'https://old.example.com/in', events: ['order', 'lead'] });
  });

  it('may be its own, with what it is told from now on', async () => {
    await house.say('/hook 1 https://old.example.com/in lead');
    expect(await row()).toMatchObject({ url: 'https://old.example.com/in', events: ['lead'] });
  });
});
