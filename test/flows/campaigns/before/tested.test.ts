import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
const NUMBER = '+8613800138001';
beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx }) => {
      await addPeople(tx, 3);
      for (const [channel, address] of [
        ['telegram', '2001'],
        ['sms', NUMBER],
      ] as const) {
        await tx`insert into contact_identities (contact_id, channel, address) select min(id), ${channel}, ${address} from contacts`;
        await tx`
          insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
          select min(id), ${channel}, ${address}, 'newsletter', 'en', 'yes', 'test', 'shop', now(), now() from contacts`;
      }
    });
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, come by.');
  }),
);
const by = (channel: string) => house.act(({ tx }) => tx`update campaigns set channel = ${channel}`);
const left = async () => (await house.outbox()).filter(({ channel }) => channel !== 'console');
const last = async () => (await left()).at(-1)!;
const countOut = async () => (await left()).length;
/** As if its variables were set. */
const turnOn = (name: string) =>
  house.act(async ({ channels }) => Object.assign(channels.find((channel) => channel.name === name)!, { on: true }));

describe('a test of a campaign', () => {
  it('by Telegram leaves to its owner’s own chat, whole, and says so', async () => {
    await by('telegram');
    expect((await house.say('/campaign 1 test')).text).toBe(
      'The test goes to your own chat on Telegram, as one of them would read it.',
    );
    const { channel, address, audience, payload } = await last();
    expect({ channel, address, audience }).toEqual({ channel: 'telegram', address: '42', audience: 'owner' });
    expect(payload).toMatchObject({
      reply: {
        text: '[Test]\nHello Person, come by.\n\n— Tea House. Reply STOP to get no more of these.',
      },
    });
  });

  it('has both of two texts', async () => {
    await by('telegram');
    await house.say('/campaign 1 b\nOther\nOther words.');
    const before = await countOut();
    await house.say('/campaign 1 test');
    const said = JSON.stringify((await left()).slice(before));
    expect(said).toContain('[Test A]');
    expect(said).toContain('[Test B]');
  });

  it('says why there is none where its owner has no chat there, and where the channel is off', async () => {
    await by('slack');
    const before = await countOut();
    const why = async () => (await house.say('/campaign 1 test')).text;
    expect(await why()).toContain('Slack is not set up to send');
    await turnOn('slack');
    expect(await why()).toContain('I know no chat of yours on Slack');
    expect(await countOut()).toBe(before);
  });

  it('as a text goes to the number that its owner types, with what it costs', async () => {
    await by('sms');
    await turnOn('sms');
    const before = await countOut();
    expect((await house.say('/campaign 1 test')).text ?? '').toContain('your own mobile number');
    const done = await house.say('/campaign 1 test 13900139000');
    expect(done.text).toContain('+8613900139000');
    expect(await countOut()).toBe(before + 1);
    expect(await last()).toMatchObject({ channel: 'sms', address: '+8613900139000' });
    expect(JSON.stringify((await last()).payload)).toContain('Reply STOP to opt out');
  });

  it('does not go to a customer’s number by mistake', async () => {
    await by('sms');
    await turnOn('sms');
    const before = await countOut();
    const asked = await house.say(`/campaign 1 test ${NUMBER}`);
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('Person 1 has that number') });
    expect(await countOut()).toBe(before);
    await house.say(asked.buttons![0]![0]!.command!);
    expect(await countOut()).toBe(before + 1);
  });

  it('by mail goes to an own address alone', async () => {
    expect((await house.say('/campaign 1 test')).text).toContain('A test goes to me@example.com.');
    expect(await house.say('/campaign 1 test p1@example.net')).toMatchObject({
      failed: true,
      text: 'A test goes to your own address alone: me@example.com.',
    });
  });
});
