import { beforeEach, describe, expect, it } from 'vitest';
import { parseSms } from '../../../src/bots/sms/parse.ts';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, NOON, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx, now }) => {
      await addPeople(tx, 4);
      await tx`insert into contact_identities (contact_id, channel, address) select id, 'sms', '+861380013800' || substr(name, 8) from contacts`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'newsletter', 'sms-' || address, 'en', 'yes', 'test', ${now}, ${now}
        from contact_identities where channel = 'sms'`;
    });
    await house.say('/campaign new Tea to everybody\nTea\nHello {{ first_name }}, the tea is here.');
    await house.say('/campaign 1 holdout 0');
  }),
);

const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const button = (reply: Reply, label: string) => buttonsOf(reply).find((one) => one.label.startsWith(label))!;
/** Its card, once it is to leave in texts. */
async function byText(): Promise<Reply> {
  await house.act(({ tx }) => tx`update campaigns set channel = 'sms'`);
  return house.say('/campaign 1');
}
let reports = 0;

/** What Twilio posts of a text of ours. */
function report(key: string, sid: string, status: string, code = '') {
  const form = { MessageSid: sid, MessageStatus: status, ...(code && { ErrorCode: code }) };
  return parseSms({
    ...{ id: '1', source: 'sms', externalId: `e${++reports}`, lane: 'sms', attempts: 1, receivedAt: NOON },
    ...{ headers: { kind: 'twilio_report', key }, body: Buffer.from(new URLSearchParams(form).toString()) },
  });
}

/** Sends it, each ending as `end` says; gives the texts by their number's last digit. */
async function send(end: (last: string) => 'sent' | 'unknown' = () => 'sent') {
  const asked = await house.say(button(await byText(), 'Send to 4').command);
  await house.say(button(asked, 'Send to 4').command);
  await tendCampaigns(house);
  while (await house.act((ctx) => sendInChat(ctx, 'sms', 7)));
  await house.deliver(({ id, audience, address }) =>
    audience === 'customer' && end(address.at(-1)!) === 'unknown'
      ? { result: 'unknown', error: 'timeout' }
      : { result: 'sent', externalId: `SM${id}` },
  );
  const rows = (await house.outbox()).filter(({ audience }) => audience === 'customer');
  return new Map(rows.map((row) => [row.address.at(-1)!, row]));
}

describe('a campaign in texts', () => {
  it('says before it leaves how many texts that are and what they cost', async () => {
    const card = await byText();
    expect(fieldOf(card, 'Texts')).toMatch(/^about 4 · .*0\.20$/);
    await house.say(`/campaign 1 text en\nTea\n${'茶'.repeat(71)}`);
    expect(fieldOf(await house.say('/campaign 1'), 'Texts')).toMatch(/^about 8 · up to 2 for one person · .*0\.40$/);
    // its last line is counted with it
    await house.say(`/campaign 1 text en\nTea\n${'茶'.repeat(60)}`);
    expect(fieldOf(await house.say('/campaign 1'), 'Texts')).toMatch(/^about 8 · up to 2/);
    expect(fieldOf(await house.say('/campaign 1 by email'), 'Texts')).toBeUndefined();
  });

  it('counts what the carrier says of each, which tells nobody of one alone', async () => {
    const texts = await send();
    const before = (await house.cards()).length;
    for (const [last, status, code] of [
      ['1', 'delivered', ''],
      ['2', 'undelivered', '30003'],
      ['3', 'delivered', ''],
      ['3', 'sent', ''],
    ] as const) {
      const { id, idempotencyKey } = texts.get(last)!;
      await house.happen(report(idempotencyKey, `SM${id}`, status, code));
    }
    expect(await house.cards()).toHaveLength(before);
    const shown = await house.say('/campaign 1');
    expect(fieldOf(shown, 'Delivered')).toBe('2');
    expect(fieldOf(shown, 'Failed')).toBe('1');
    expect(fieldOf(shown, 'Sent')).toBe('4 of 4');
    // a late word of the carrier's is the better one
    const { id, idempotencyKey } = texts.get('2')!;
    await house.happen(report(idempotencyKey, `SM${id}`, 'delivered'));
    expect(fieldOf(await house.say('/campaign 1'), 'Delivered')).toBe('3');
  });
});

describe('the doubts of a campaign', () => {
  const unsent = async () => (await house.say('/unsent')).lists?.flatMap(({ items }) => items) ?? [];

  it('stand in one line of /unsent, and are answered there', async () => {
    await send((last) => (last < '3' ? 'unknown' : 'sent'));
    const [line, ...others] = await unsent();
    expect(others).toEqual([]);
    expect(line).toMatchObject({ text: '“Tea”: 2 doubts', ref: '#1' });
    expect(line!.buttons!.map(({ label }) => label)).toEqual(['Arrived', 'Send again', 'Leave']);
    expect((await house.say(line!.buttons![0]!.command)).text).toBe('Counted as sent: 2.');
    expect(await unsent()).toEqual([]);
    expect(fieldOf(await house.say('/campaign 1'), 'Sent')).toBe('4 of 4');
  });

  it('are sent again after a second tap', async () => {
    await send((last) => (last < '3' ? 'unknown' : 'sent'));
    const asked = await house.say((await unsent())[0]!.buttons![1]!.command);
    await house.say(button(asked, 'Send again').command);
    await tendCampaigns(house);
    while (await house.act((ctx) => sendInChat(ctx, 'sms', 7)));
    await house.deliver(({ id }) => ({ result: 'sent', externalId: `SM${id}` }));
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(6);
    expect(fieldOf(await house.say('/campaign 1'), 'Sent')).toBe('4 of 4');
  });

  it('are left, and the report still says that nobody knows', async () => {
    await send((last) => (last < '3' ? 'unknown' : 'sent'));
    const left = await house.say((await unsent())[0]!.buttons![2]!.command);
    expect(left.text).toContain('Left as they are: 2');
    expect(await unsent()).toEqual([]);
    expect(fieldOf(left, 'Not known whether it left')).toBe('2');
    expect(button(left, 'In doubt')).toBeUndefined();
  });
});

describe('a template', () => {
  it('is chosen on the card, and its words are the campaign’s', async () => {
    expect(button(await house.say('/campaign 1'), 'Use a template')).toBeUndefined();
    await house.say('/template new spring\nSpring is here\nCome by, {{ first_name }}.');
    const choices = await house.say(button(await house.say('/campaign 1'), 'Use a template').command);
    const card = await house.say(button(choices, 'spring').command);
    expect(fieldOf(card, 'Subject')).toBe('Spring is here');
    expect((await house.say('/campaign 1 template SPRING')).failed).toBeUndefined();
    expect(await house.say('/campaign 1 template autumn')).toMatchObject({ failed: true });
  });
});
