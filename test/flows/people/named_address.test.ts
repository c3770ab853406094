import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });

let count = 0;
const mail = (from: string, text: string, name = 'Eve Moss') =>
  telegramMessage(text, {
    ...{ channel: 'email', chat: from, private: false, from: { address: from, name } },
    ...{ subject: `Order ${++count}`, externalId: `<${count}@x>`, sentAt: new Date(house.now.getTime() + count) },
  });

const mails = async () =>
  (await house.outbox()).filter(({ audience }) => audience === 'customer').map(({ address }) => address);
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const planned = async () =>
  (await house.db.sql<{ address: string }>`select address from scheduled_answers order by id`).map(
    ({ address }) => address,
  );

const HOME = 'eve@home.example';
const WORK = 'eve@work.example';
const NEW = 'eve@new.example';

beforeEach(
  house.startingWith(async () => {
    await house.happen(mail(WORK, 'Here is my order'), mail(HOME, 'When does it come?'));
    await house.say(`/merge ${HOME} ${WORK}`);
    const [press] = buttonsOf((await house.cards()).at(-1) ?? {});
    if (press?.command.startsWith('/merge')) await house.press(press.command);
    await house.db.autocommit`
      update conversations set waiting_since = null, last_message_at = last_message_at - interval '60 days' where address = ${WORK}`;
  }),
);

describe('an address that is named', () => {
  it('of theirs that they write from gets the answer, not another they wrote from last', async () => {
    await house.say(`/reply ${WORK} £300`);
    expect(await mails()).toEqual([WORK]);
    await house.say(`/reply ${HOME} hello`);
    expect(await mails()).toEqual([WORK, HOME]);
    await house.say(`/reply <${WORK}> thanks`);
    expect(await mails()).toEqual([WORK, HOME, WORK]);
  });

  it('gets a canned reply and a later one, which says so', async () => {
    await house.say('/c save p en Ready now');
    await house.say(`/c p ${WORK}`);
    expect(await mails()).toEqual([WORK]);
    const reply = await house.say(`/later ${WORK} tomorrow 9am Good morning`);
    expect(reply.text).toContain(WORK);
    expect(await planned()).toEqual([WORK]);
  });

  it('that nothing proves is asked about with the usual one, and each button goes where it says', async () => {
    await house.say(`/edit c1 ${NEW}`);
    for (const [label, to] of [
      [NEW, NEW],
      [HOME, HOME],
    ] as const) {
      const reply = await house.say(`/reply ${NEW} in stock`);
      expect(await mails()).toHaveLength(label === NEW ? 0 : 1);
      expect(`${reply.title} ${reply.text}`).toContain(NEW);
      expect(reply.text).toContain(HOME);
      const button = buttonsOf(reply).find((one) => one.label.includes(label))!;
      await house.press(button.command);
      expect((await mails()).at(-1)).toBe(to);
      await house.db.autocommit`update contact_identities set claimed = true where address = ${NEW}`;
    }
  });

  it('is the one that is confirmed', async () => {
    await house.say(`/edit c1 ${NEW}`);
    await house.db.autocommit`update contact_identities set claimed = true where address in (${NEW}, ${HOME})`;
    const reply = await house.say(`/confirm ${NEW}`);
    expect(reply.text).toContain(NEW);
    const rows = await house.db.sql<{ address: string }>`select address from contact_identities where claimed`;
    expect(rows.map(({ address }) => address)).toEqual([HOME]);
  });

  it('of somebody who has never written is offered with the other one', async () => {
    await house.say('/add Dee Low dee@one.example');
    await house.say('/edit Dee Low dee@two.example');
    const reply = await house.say('/reply dee@two.example hello');
    expect(await mails()).toEqual([]);
    expect(labels(reply).join(' ')).toMatch(/dee@two\.example.*dee@one\.example/);
    await house.press(buttonsOf(reply)[0]!.command);
    expect(await mails()).toEqual(['dee@two.example']);
  });

  it('under their card is asked about: it may be a part of the words', async () => {
    await house.deliver();
    const card = (await house.outbox()).findLast(
      ({ conversationId, audience }) => conversationId && audience === 'owner',
    );
    await house.type(`/reply ${WORK} is what I have`, { answers: [card!.externalId!] });
    expect(await mails()).toEqual([]);
    const [there] = buttonsOf((await house.cards()).at(-1)!);
    await house.press(there!.command);
    expect(await mails()).toEqual([WORK]);
  });

  it('of a person named by name changes nothing', async () => {
    await house.say('/reply Eve Moss hello');
    expect(await mails()).toEqual([HOME]);
  });
});
