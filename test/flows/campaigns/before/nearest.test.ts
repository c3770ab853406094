import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN' });
beforeEach(house.startingWith(() => house.act(({ tx }) => addPeople(tx, 4))));

const make = (people: string) => house.say(`/群发 新建 春茶 给 ${people}\n新茶到了\n您好，新茶到了。`);
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;

describe('where nobody would get it', () => {
  it('with one condition less somebody would: that is said, and a tap takes it', async () => {
    await house.act(({ tx }) => tx`update contacts set tags = '{老客}'`);
    const card = await make('#老客 城市:杭州');
    expect(card.text).toContain('最接近的办法：发给「#老客」，能收到的有 4 人。');
    const button = buttonsOf(card).find(({ label }) => label === '发给「#老客」（4 人）')!;
    expect(fieldOf(await house.say(button.command), '能收到')).toBe('4 / 4');
  });

  it('as what they agreed to somebody would', async () => {
    const card = await make('所有人');
    expect(card.text ?? '').not.toContain('最接近');
    const offers = await house.say('/群发 1 用途 优惠');
    expect(offers.text).toContain('最接近的办法：算资讯，能收到的有 4 人。');
    const button = buttonsOf(offers).find(({ label }) => label === '算资讯（4 人）')!;
    expect(fieldOf(await house.say(button.command), '能收到')).toBe('4 / 4');
  });

  it('control: where no one change helps nothing of the kind is said', async () => {
    await house.act(({ tx }) => tx`delete from consents`);
    expect((await make('所有人')).text).not.toContain('最接近');
  });
});

describe('by whose clock it leaves', () => {
  it('says of how many nobody knows where they live', async () => {
    await house.act(
      ({ tx }) => tx`update contacts set city = 'London' where name in ('Person 1', 'Person 2', 'Person 3')`,
    );
    expect(fieldOf(await make('所有人'), '时间按')).toBe('客户当地的；有 1 人不知道在哪，按您这里的');
  });

  it('control: it is not said where the place of each is known', async () => {
    await house.act(({ tx }) => tx`update contacts set city = 'London'`);
    expect(fieldOf(await make('所有人'), '时间按')).toBeUndefined();
  });
});
