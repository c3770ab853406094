import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/index.ts';
import { modelFor } from '../../../src/domain/triage/learned.ts';
import { pack, shippedModel } from '../../../src/domain/triage/shipped.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const SAID = '苔藓墙嗡嗡响个没完';

async function correct(label: string, text = SAID): Promise<void> {
  await house.db.autocommit`insert into triage_corrections (text, to_label) values (${text}, ${label})`;
}

async function taken(text: string): Promise<string> {
  return triage({ text, signals: {} }, await modelFor(house.db.sql)).label;
}

describe('triage learns from the corrections of this desk', () => {
  it('judges by the shipped model until there is one', async () => {
    expect(pack(await modelFor(house.db.sql)) === pack(shippedModel())).toBe(true);
  });

  it('believes the newest correction of a text, and forgets one that is gone', async () => {
    for (const label of ['feedback', 'other', 'lead']) {
      await correct(label);
      expect(await taken(SAID)).toBe(label);
    }
    await house.db.autocommit`delete from triage_corrections`;
    expect(pack(await modelFor(house.db.sql)) === pack(shippedModel())).toBe(true);
  });

  it('learns once per correction, not once per message', async () => {
    await correct('other');
    expect(await modelFor(house.db.sql)).toBe(await modelFor(house.db.sql));
    const before = await modelFor(house.db.sql);
    await correct('other', '又是那面墙');
    expect(await modelFor(house.db.sql)).not.toBe(before);
  });

  it('files the next such message as the owner said', async () => {
    await correct('feedback');
    await house.happen(telegramMessage(SAID, { from: { address: '1001', name: '张三' } }));
    const [row] = await house.db.sql<{ label: string }>`select triage ->> 'label' as label from messages`;
    expect(row?.label).toBe('feedback');
  });
});
