import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { checkOnce } from '../../../src/mail/check/checker.ts';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { GOOD, IP, mailWorld } from '../../support/platforms/mail_world.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const world = mailWorld();
beforeEach(
  house.startingWith(() =>
    house.act(async ({ tx }) => {
      await addPeople(tx, 3);
      await tx`delete from mail_checks`;
    }),
  ),
);

const POOR = { 'A mail.example.com': [IP], 'PTR 34.216.184.93.in-addr.arpa': ['mail.example.com'] };
const make = () => house.say('/campaign new Tea to everybody\nTea\nHello');
const look = () => checkOnce(house.act, world.options);
const newest = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const button = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label.startsWith(label));
const tap = (reply: Reply, label: string) => house.say(button(reply, label)!.command);
const stateOf = async () => (await sql<{ state: string }>`select state from campaigns where id = 1`)[0]!.state;

describe('before the first mail to many', () => {
  it('it is looked at by itself as soon as a campaign is written, and where all is right nothing is said of it', async () => {
    const card = await make();
    const before = (await house.cards()).length;
    await look();
    expect(await house.cards()).toHaveLength(before);
    const asked = await tap(card, 'Send to');
    expect(asked.text).not.toMatch(/spam|arrive/);
    await tap(asked, 'Send to 3');
    expect(await stateOf()).toBe('running');
  });

  it('whoever sends sooner is told to wait, and gets the button to go on with the answer', async () => {
    const asked = await tap(await make(), 'Send to');
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('whether your mail can arrive') });
    await look();
    const answer = await newest();
    expect(answer.title).toContain('nothing is missing');
    await tap(answer, 'Send to 3');
    expect(await stateOf()).toBe('running');
  });

  it('what is wrong is said with what to paste, and a second tap sends all the same, and asks no more', async () => {
    world.dns.zone = POOR;
    const card = await make();
    await look();
    expect((await house.say('/campaign 1')).text).toContain('Not right yet: SPF');
    const held = await tap(card, 'Send to');
    expect(held).toMatchObject({ failed: true, text: expect.stringContaining('SPF: who may send, DMARC') });
    expect(JSON.stringify(held.lists)).toContain('v=spf1 a:mail.example.com ~all');
    expect(button(held, 'Check again')).toBeDefined();
    const sure = await tap(held, 'Send all the same');
    expect(sure.title).toBe('Send all the same?');
    expect(await stateOf()).toBe('draft');
    await tap(sure, 'Send to 3');
    expect(await stateOf()).toBe('running');
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
    const next = await tap(await house.say('/campaign new More to everybody\nMore\nHello'), 'Send to');
    expect(next.title).toBe('Send it to 3 people?');
  });

  it('control: what is wrong only since then is asked about again', async () => {
    world.dns.zone = { ...GOOD, 'TXT _dmarc.example.com': [] };
    await make();
    await look();
    const go = await tap(await tap(await house.say('/campaign 1 send'), 'Send all the same'), 'Send to 3');
    expect(go.title).toContain('being prepared');
    world.dns.zone = POOR;
    await house.say('/campaign check');
    await look();
    await house.say('/campaign new More to everybody\nMore\nHello');
    expect((await house.say('/campaign 2 send')).text).toMatch(/yet: SPF: who may send\./);
  });

  it('what was put right is looked at again at a tap, and leads on', async () => {
    world.dns.zone = POOR;
    await make();
    await look();
    const held = await house.say('/campaign 1 first');
    world.dns.zone = { ...GOOD };
    await tap(held, 'Check again');
    await look();
    await tap(await newest(), 'Send to 1 person');
    expect(await stateOf()).toBe('running');
    expect(await sql`select first_people from campaigns`).toEqual([{ first_people: 1 }]);
  });

  it.each(['send', 'first', 'go 3', 'go 3 5', 'go 3 !spf,dmarc,unsubscribe', 'at tomorrow 10:00', 'go 3 anyway'])(
    'without an unsubscribe link that works nobody can send: %s',
    async (line) => {
      world.status = 502;
      await make();
      await look();
      const reply = await house.say(`/campaign 1 ${line}`);
      expect(reply).toMatchObject({ failed: true, text: expect.stringContaining('no unsubscribe link') });
      expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Check again']);
      expect(await stateOf()).toBe('draft');
    },
  );

  it.each(['go 3', 'go 3 5', 'at tomorrow 10:00'])('nothing typed goes past it: %s', async (line) => {
    world.dns.zone = POOR;
    await make();
    expect((await house.say(`/campaign 1 ${line}`)).failed).toBe(true);
    await look();
    expect((await house.say(`/campaign 1 ${line}`)).text).toContain('Not right yet: SPF');
    expect(await stateOf()).toBe('draft');
  });
});

describe('a campaign whose time has come', () => {
  const scheduled = async () => {
    await house.say('/settings campaign-hours off');
    await make();
    await look();
    await house.say('/campaign 1 at tomorrow 10:00');
    expect(await stateOf()).toBe('scheduled');
    house.now = new Date(house.now.getTime() + 86_400_000);
    await house.act(({ tx, now }) => tx`update campaigns set scheduled_at = ${now}`);
  };

  it('leaves, where all is right', async () => {
    await scheduled();
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });

  it('waits for its owner where something has become wrong meanwhile, and goes on knowingly', async () => {
    await scheduled();
    world.dns.zone = POOR;
    await house.say('/campaign check');
    await look();
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    const told = await newest();
    expect(told.text).toContain('not certain that its mails arrive');
    const held = await tap(told, 'Go on');
    await tap(await tap(held, 'Send all the same'), 'Send to 3 people');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });

  it('waits for the look where the last one was long ago', async () => {
    await scheduled();
    await house.act(({ tx }) => tx`update mail_checks set checked_at = checked_at - interval '20 days'`);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    await look();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });
});

describe('what is written by itself', () => {
  it('is put on only where mail arrives, or knowingly', async () => {
    const on = async () => (await sql`select from sequences where is_on`).length;
    await house.say('/sequence birthday');
    expect((await house.say('/sequence 1 on')).failed).toBe(true);
    world.status = 502;
    await look();
    expect((await house.say('/sequence 1 on !spf')).text).toContain('no unsubscribe link');
    world.status = 200;
    world.dns.zone = POOR;
    await house.say('/campaign check');
    await look();
    const held = await house.say('/sequence 1 on');
    expect(await on()).toBe(0);
    await tap(await tap(held, 'Send all the same'), 'Put it on');
    expect(await on()).toBe(1);
  });
});
