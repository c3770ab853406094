import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { type House, testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const ANN = 'ann@b.org';
const LEFT = 'left@b.org';
const CARL = 'carl@b.org';

const outIdOf = (id: string) => `<sent-${id}@us>`;

/** Ann writes with copies, is answered, and the answer has left. Gives its outbox id. */
async function answered(...copied: string[]): Promise<string> {
  await house.happen(mail(ANN, 'Do you have 20 cups?', { copied }));
  await house.say('/reply c1 We do');
  await house.deliver((row) => ({
    result: 'sent',
    externalId: row.channel === 'email' ? outIdOf(row.id) : `x${row.id}`,
  }));
  return (await toCustomers()).at(-1)!.id;
}
type Failed = [address: string, status?: string, action?: string];
const returned = (failed: Failed[]) =>
  failed.map(([address, status = '5.1.1', action = 'failed']) => ({ address, action, status }));
const bounce = (id: string | undefined, ...failed: Failed[]) =>
  mail('mailer-daemon@b.org', 'No such person', {
    ...{ automatic: 'bounce', answers: id ? [outIdOf(id)] : [], returned: returned(failed) },
  });
const complaint = (id: string, ...from: string[]) =>
  mail('fbl@b.org', 'complaint', {
    ...{ automatic: 'complaint', answers: [outIdOf(id)], returned: returned(from.map((one) => [one, '', ''])) },
  });
const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const copiesOf = async () => ((await toCustomers()).at(-1)!.payload as { copies?: string[] }).copies ?? [];
const waiting = () => house.db.sql`select from conversations where waiting_since is not null`;
async function toldBy(...events: MessageReceived[]) {
  const before = (await house.cards()).length;
  await house.happen(...events);
  return (await house.cards()).slice(before);
}

describe('a mail that came back from somebody in copy', () => {
  it('has reached the customer: nobody waits, nothing failed, and the owner hears whom it did not reach', async () => {
    const id = await answered(LEFT, CARL);
    const [card, ...more] = await toldBy(bounce(id, [LEFT]), bounce(id, [LEFT]));
    expect(more).toEqual([]);
    expect(card?.title).toContain(LEFT);
    expect(card?.text).toContain('no such address');
    expect(card?.text).toContain('ann');
    expect(card?.buttons).toBeUndefined();
    expect((await toCustomers())[0]?.state).toBe('sent');
    expect(await waiting()).toHaveLength(0);
    expect((await house.say('/unsent')).lists).toBeUndefined();
    await house.say('/reply c1 Still there?');
    expect((await toCustomers()).at(-1)?.address).toBe(ANN);
    expect(await copiesOf()).toEqual([CARL]);
  });

  it('goes there again once they have written themselves', async () => {
    await house.happen(bounce(await answered(LEFT), [LEFT]));
    await house.happen(mail(LEFT, 'I am back', { answers: [outIdOf((await toCustomers())[0]!.id)] }));
    await house.say('/reply c1 Welcome');
    expect(await copiesOf()).toEqual([LEFT]);
  });

  it('for a while only (a full mailbox) still gets the next copy', async () => {
    const [card] = await toldBy(bounce(await answered(LEFT), [LEFT, '5.2.2']));
    expect(card?.text).toContain('mailbox is full');
    await house.say('/reply c1 Still there?');
    expect(await copiesOf()).toEqual([LEFT]);
  });

  it('of several each counts for itself, the customer’s own too', async () => {
    const id = await answered(LEFT, CARL);
    const cards = await toldBy(bounce(id, [LEFT, '5.1.1'], [ANN, '5.2.2'], [CARL, '4.4.7', 'delayed']));
    expect(cards.map(({ title }) => title)).toEqual([
      expect.stringContaining('ann came back'),
      expect.stringContaining(LEFT),
    ]);
    expect(cards[0]?.text).toContain('full');
    expect((await toCustomers())[0]?.state).toBe('failed');
    expect(await waiting()).toHaveLength(1);
    await house.say('/reply c1 Again');
    expect(await copiesOf()).toEqual([CARL]);
  });

  it('is not the customer’s, whose own mail is only late', async () => {
    const id = await answered(LEFT);
    await house.happen(bounce(id, [ANN, '4.4.7', 'delayed'], [LEFT]));
    expect((await toCustomers())[0]?.state).toBe('sent');
  });

  it('names nothing but the address: it is found all the same', async () => {
    await answered(LEFT);
    const [card] = await toldBy(bounce(undefined, [LEFT]));
    expect(card?.title).toContain(LEFT);
    expect((await toCustomers())[0]?.state).toBe('sent');
  });

  it('from an address nobody wrote to (a forwarding) is told as that, and asks the owner to look', async () => {
    const id = await answered(LEFT);
    const [card] = await toldBy(bounce(id, ['ann@gmail.example']));
    expect(card?.title).toContain('ann@gmail.example');
    expect(card?.text).toContain('forward');
    expect((await toCustomers())[0]?.state).toBe('sent');
  });

  it('control: with nobody in copy a forwarding’s bounce is the customer’s', async () => {
    await house.happen(bounce(await answered(), ['ann@gmail.example']));
    expect((await toCustomers())[0]?.state).toBe('failed');
    expect(await waiting()).toHaveLength(1);
  });

  it('where the owner chose another address, that one is remembered and asked about', async () => {
    await house.happen(mail(ANN, 'Answer the office, please', { replyTo: 'office@b.org' }));
    await house.say('/answersto v1 office@b.org');
    await house.say('/reply c1 We do');
    await house.deliver((row) => ({ result: 'sent', externalId: outIdOf(row.id) }));
    await house.happen(bounce((await toCustomers())[0]!.id, ['office@b.org']));
    expect(await house.say('/reply c1 Once more')).toMatchObject({ failed: true });
    expect(await toCustomers()).toHaveLength(1);
    const [ann] = await house.db.sql`select bounced_at from contact_identities where address = ${ANN}`;
    expect(ann).toMatchObject({ bounced_at: null });
  });
});

describe('a mail that asks for answers at several addresses', () => {
  const asking = (replyTo: string, ...replyToOthers: string[]) =>
    mail(ANN, 'Answer us, please', { replyTo, replyToOthers });

  it('shows all of them with a button each, says where the answer goes until one is chosen, and goes there then', async () => {
    const [card] = await toldBy(asking('office@b.org', CARL));
    expect(card?.fields).toContainEqual({
      label: 'Reply-To',
      value: `office@b.org, ${CARL} (your answer goes to ${ANN})`,
    });
    const ways = (card?.buttons ?? []).flat().filter(({ command }) => command.startsWith('/answersto'));
    expect(ways.map(({ command }) => command)).toEqual(['/answersto v1 office@b.org', `/answersto v1 ${CARL}`]);
    await house.say(ways[1]!.command);
    await house.say('/reply c1 We do');
    expect((await toCustomers())[0]).toMatchObject({ address: CARL });
    expect(await copiesOf()).toEqual([]);
  });

  it('goes to its sender while nobody has chosen', async () => {
    await house.happen(asking('office@b.org', CARL));
    await house.say('/reply c1 We do');
    expect((await toCustomers())[0]).toMatchObject({ address: ANN });
    expect(await copiesOf()).toEqual([]);
  });
});

describe('a complaint', () => {
  it('of somebody in copy is theirs, not the customer’s', async () => {
    const [card] = await toldBy(complaint(await answered(LEFT), LEFT));
    expect(card?.title).toContain(`${LEFT} reported`);
    expect(await house.db.sql`select from contact_identities where complained_at is not null`).toHaveLength(0);
    await house.say('/reply c1 Still there?');
    expect(await copiesOf()).toEqual([]);
  });

  it('that hides who complained is nobody’s for certain where several got the mail: the owner is told who may have', async () => {
    const [card] = await toldBy(complaint(await answered(LEFT)));
    expect(card?.text).toContain(ANN);
    expect(card?.text).toContain(LEFT);
    expect(await house.db.sql`select from contact_identities where complained_at is not null`).toHaveLength(0);
  });

  it('of several is each one’s', async () => {
    const cards = await toldBy(complaint(await answered(LEFT, CARL), LEFT, ANN));
    expect(cards.map(({ title }) => title)).toEqual([
      expect.stringContaining('ann reported'),
      expect.stringContaining(`${LEFT} reported`),
    ]);
    await house.say('/reply c1 Again');
    expect(await copiesOf()).toEqual([CARL]);
  });

  it('that does not say of which mail proves nothing: the owner is told, and nothing is changed', async () => {
    await answered();
    const [card, ...more] = await toldBy({ ...complaint('0', ANN), answers: [] });
    expect(card?.title).toContain(`Was your mail to ${ANN} reported`);
    expect(more).toEqual([]);
    expect(await house.db.sql`select from contact_identities where complained_at is not null`).toHaveLength(0);
  });

  it('control: is the customer’s when they alone got the mail', async () => {
    const [card] = await toldBy(complaint(await answered()));
    expect(card?.title).toContain('ann reported');
    expect(await house.db.sql`select from contact_identities where complained_at is not null`).toHaveLength(1);
  });
});
