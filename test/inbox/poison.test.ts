import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { typed } from '../../src/bots/console/parse.ts';
import { claim } from '../../src/inbox/claim.ts';
import { work } from '../../src/inbox/worker.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../support/house.ts';

let house: House;
const errors: unknown[] = [];
beforeAll(async () => {
  house = await testHouse();
  // the database itself refuses words that name an error: poison as it comes
  await house.db.autocommit
    .unsafe(`
    create function refuse() returns trigger language plpgsql as $$
    begin
      if new.text ~ '^refused ' then raise exception 'refused' using errcode = substr(new.text, 9, 5); end if;
      return new;
    end $$;
    create trigger refuse before insert on messages for each row execute function refuse();`)
    .simple();
});
beforeEach(async () => {
  await house.reset();
  errors.length = 0;
});

const customer = (text: string, chat = '1001') =>
  telegramMessage(text, { chat, from: { address: chat, name: '陈静' } });

/** As `house.happen`, in one lane, and whatever goes wrong is kept. */
async function happen(...events: Parameters<House['happen']>): Promise<void> {
  await house
    .store(
      ...events.map((event, nth) => ({
        source: 'telegram',
        externalId: `${Math.random()}-${nth}`,
        lane: 'lane',
        body: Buffer.from(JSON.stringify(event)),
      })),
    )
    .then(handleAll);
}

async function handleAll(): Promise<void> {
  for (;;) {
    const rows = await claim(house.db, 4);
    if (rows.length === 0) return;
    const options = { ...house.worker, onError: (error: unknown) => errors.push(error) };
    await Promise.all(rows.map((row) => work(options, row)));
  }
}

const untilNextTry = () => house.db.autocommit`update inbox set run_at = now() where processed_at is null`;
const told = async () => (await house.cards()).map(({ title = '' }) => title);
const rows = () =>
  house.db.sql<{ attempts: number; failed: boolean; processed: boolean; wait: number }>`
    select attempts, failed_at is not null as failed, processed_at is not null as processed,
      extract(epoch from run_at - now())::int as wait
    from inbox order by id`;

describe('a message that no retry can cure', () => {
  it.each(['22P02', '22021', '22001', '22003', '23502', '23514', '42601', '54000'])(
    'is told to the owner at the first try, with who, when and how it begins (%s)',
    async (code) => {
      await happen(customer(`refused ${code} 想买茶`), customer('在吗'));
      expect(await rows()).toMatchObject([{ attempts: 1, failed: true }, { processed: true }]);
      const [card] = await house.cards();
      expect(card!.title).toContain('陈静');
      expect(card!.title).toContain('Telegram');
      expect(card!.quote).toContain('想买茶');
      expect(card!.fields?.[0]?.label).toBe('收到时间');
      expect(buttonsOf(card!).map(({ command }) => command)).toEqual(['/retry i1', '/drop i1']);
    },
  );

  it('is told at the first try when its parser throws', async () => {
    await house.store({ source: 'test', externalId: 'x', lane: 'lane', body: Buffer.from('not json') });
    await handleAll();
    expect(await rows()).toMatchObject([{ attempts: 1, failed: true }]);
    expect(await told()).toEqual([expect.stringContaining('读不出来')]);
  });

  it('is told again when it was tried again in vain, and comes through when that helped', async () => {
    await happen(customer('refused 22P02 想买茶'));
    await house.type('/retry i1').catch(() => undefined);
    await handleAll();
    expect((await told()).filter((title) => title.includes('读不出来'))).toHaveLength(1);
    house.now = new Date(NOON.getTime() + 60_000);
    await house.db.autocommit`update inbox set failed_at = null, attempts = 0, run_at = now() where id = 1`;
    await handleAll();
    expect((await told()).filter((title) => title.includes('读不出来'))).toHaveLength(2);
    await house.db.autocommit`alter table messages disable trigger refuse`;
    await house.type('/retry i1').catch(() => undefined);
    await handleAll();
    await house.db.autocommit`alter table messages enable trigger refuse`;
    expect((await rows())[0]).toMatchObject({ processed: true, failed: false });
  });
});

describe('a message that fails again and again', () => {
  it.each(['P0001', '40001', '23505', '57014'])(
    'is told within a minute with the next try, and its lane goes on without it (%s)',
    async (code) => {
      await happen(customer(`refused ${code} 想买茶`), customer('在吗'));
      let waited = 0;
      while (!(await told()).some((title) => title.startsWith('⏳'))) {
        expect((await rows())[1]).toMatchObject({ processed: false });
        waited += (await rows())[0]!.wait;
        await untilNextTry();
        await handleAll();
      }
      expect(waited).toBeLessThan(60);
      await handleAll();
      expect(await rows()).toMatchObject([{ failed: false, processed: false }, { processed: true }]);
      const card = (await house.cards()).find(({ title }) => title?.startsWith('⏳'));
      expect(card?.text).toMatch(/\d\d:\d\d 再试/);
      expect(card?.quote).toContain('想买茶');
      expect(buttonsOf(card!).map(({ command }) => command)).toEqual(['/retry i1']);
    },
  );

  it('is told when it has come through after all', async () => {
    await happen(customer('refused P0001 想买茶'));
    for (let tries = 0; tries < 4; tries += 1) {
      await untilNextTry();
      await handleAll();
    }
    await house.db.autocommit`alter table messages disable trigger refuse`;
    await house.type('/retry i1').catch(() => undefined);
    await untilNextTry();
    await handleAll();
    await house.db.autocommit`alter table messages enable trigger refuse`;
    expect((await rows())[0]).toMatchObject({ processed: true });
    expect((await house.cards()).some(({ quote }) => quote?.includes('想买茶'))).toBe(true);
  });

  it('is told when it is given up', async () => {
    await happen(customer('refused P0001 想买茶'));
    for (let tries = 0; tries < 8; tries += 1) {
      await untilNextTry();
      await handleAll();
    }
    expect((await rows())[0]).toMatchObject({ attempts: 8, failed: true });
    const titles = await told();
    expect(titles.filter((title) => title.startsWith('⏳'))).toHaveLength(1);
    expect(titles.filter((title) => title.includes('读不出来'))).toHaveLength(1);
  });
});

describe('what a user types and cannot be done', () => {
  beforeEach(() => house.happen(customer('在吗')));

  it.each(['22P02', 'P0001'])('is answered where it was typed, at the first try (%s)', async (code) => {
    await house.store({
      ...{ source: 'telegram', externalId: 'own', lane: 'own' },
      body: Buffer.from(
        JSON.stringify(
          telegramMessage(`// refused ${code}`, { chat: OWNER, from: { address: OWNER, name: '我' }, answers: ['9'] }),
        ),
      ),
    });
    await house.db.autocommit`update inbox set priority = 0 where external_id = 'own'`;
    await house.db.autocommit`update outbox set external_id = '9', state = 'sent'`;
    await house.db.autocommit`update messages set text = text`;
    const note = `refused ${code}`;
    await handleAll();
    const answer = (await house.outbox()).at(-1)!;
    expect(answer).toMatchObject({
      address: OWNER,
      payload: { reply: { title: '⚠️ 刚才没办成', quote: `// ${note}` } },
    });
    expect((await rows()).at(-1)).toMatchObject({ attempts: 1, failed: true });
  });

  it('in a terminal is answered there', async () => {
    await house.store(typed('s', 'own', `/note c1 refused P0001`));
    await handleAll();
    const answer = (await house.outbox()).at(-1)!;
    expect(answer).toMatchObject({ channel: 'console', address: 's', payload: { reply: { failed: true } } });
  });

  it('is tried a few times when two acts only met', async () => {
    await house.store(typed('s', 'own', `/note c1 refused 40001`));
    await handleAll();
    expect((await rows()).at(-1)).toMatchObject({ attempts: 1, failed: false });
    for (let tries = 0; tries < 2; tries += 1) {
      await untilNextTry();
      await handleAll();
    }
    expect((await rows()).at(-1)).toMatchObject({ attempts: 3, failed: true });
  });
});
