import { beforeEach, describe, expect, it } from 'vitest';
import { sentencesIn } from '../../../../src/text/sentence/sentence.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const likeliest = (text: string): string | undefined => {
  const [first] = sentencesIn(text);
  return first && [first.does, first.who, first.words].filter(Boolean).join(' ');
};

describe('what is said of many people at once', () => {
  it.each([
    ['给老客户发个优惠', 'campaign 新建 优惠 给 老客户'],
    ['给大家发个通知', 'campaign 新建 通知 给 大家'],
    ['群发新品给#老客', 'campaign 新建 新品 给 #老客'],
    ['群发给所有人：新茶到了', 'campaign 新建 新茶到了 给 所有人\n新茶到了'],
    ['群发给老客户，新茶到了，欢迎来尝', 'campaign 新建 新茶到了 给 老客户\n新茶到了，欢迎来尝'],
    ['给所有vip发邮件说新茶到了', 'campaign 新建 新茶到了 给 所有vip\n新茶到了'],
    ['通知买过龙井的客户新茶到了', 'campaign 新建 新茶到了 给 买过龙井的客户\n新茶到了'],
    ['帮我群发一下', 'campaign'],
    ['看看春茶群发效果怎么样', 'campaign 春茶'],
    ['发一条朋友圈 新茶到了', 'post 只发 朋友圈：新茶到了'],
    ['过生日的客户发个祝福', 'sequence 生日'],
    ['mail everyone who bought mugs', 'campaign new News to everyone who bought mugs'],
    ['send a newsletter to my vips', 'campaign new newsletter to my vips'],
    ['send an offer to all customers who bought mugs', 'campaign new offer to all customers who bought mugs'],
    ['email all customers: we are closed', 'campaign new we are closed to all customers\nwe are closed'],
    ['给老客发短信：明天休息', 'campaign 新建 by:短信 明天休息 给 老客\n明天休息'],
    ['发短信给#老客', 'campaign 新建 by:短信 短信 给 #老客'],
    ['text everyone: sale', 'campaign new by:text sale to everyone\nsale'],
    ['start a campaign', 'campaign'],
    ['how did the spring campaign do', 'campaign spring'],
    ['post on instagram: new logo', 'post only instagram: new logo'],
    ['给陈静退订', 'unsubscribe 陈静'],
    ['陈静不想收了', 'unsubscribe 陈静'],
    ['别再给陈静发了', 'unsubscribe 陈静'],
    ['把陈静从群发里去掉', 'unsubscribe 陈静'],
    ['Anna Moor does not want any more emails', 'unsubscribe Anna Moor'],
    ['take Anna Moor off the list', 'unsubscribe Anna Moor'],
    ['remove Anna from the newsletter', 'unsubscribe Anna'],
    ['no more newsletters for Anna', 'unsubscribe Anna'],
    ['stop mailing Anna', 'unsubscribe Anna'],
    ['新客户自动发欢迎信', 'sequence'],
    ['新客户下单后自动发短信', 'sequence'],
    ['新客户 王小明', 'add 王小明'],
    ['新客户发哥', 'add 发哥'],
    ['remind people who left their cart', 'sequence checkout'],
    ['happy birthday mail to customers', 'sequence birthday'],
  ])('%s', (said, line) => {
    expect(likeliest(said)).toBe(line);
  });

  it.each(['陈静不要发票', '别给陈静发货了', 'take Anna off vip', 'remove vip from Anna', '谁退订了'])(
    'control: it takes nobody off the list: %s',
    (said) => {
      expect(sentencesIn(said).map(({ does }) => does)).not.toContain('unsubscribe');
    },
  );

  it.each(['新客户发优惠', '新客户自动发短信'])('makes nobody of what new customers get: %s', (said) => {
    expect(sentencesIn(said).map(({ does }) => does)).not.toContain('add');
  });

  it.each([
    '给林小梅发个消息',
    '告诉林小梅明天发货',
    '告诉客户今天发货',
    '给那个客户发个邮件',
    'tell Julia it ships tomorrow',
    'text my client Anna',
    'email Tom Reed about the logo',
  ])('control: of one person it is none: %s', (said) => {
    expect(likeliest(said) ?? '').not.toContain('campaign');
  });
});

describe('in a chat', async () => {
  const house = await testHouse({ locale: 'zh-CN' });
  beforeEach(house.startingWith(() => house.act(({ tx }) => addPeople(tx, 3))));

  it('it is offered as a button, which makes a draft', async () => {
    const asked = await house.say('群发给所有人：新茶到了');
    const offer = buttonsOf(asked).find(({ command }) => command.startsWith('/campaign'))!;
    await house.say(offer.command);
    const [made] = await house.db.sql`select name, state, variants from campaigns`;
    expect(made).toMatchObject({ name: '新茶到了', state: 'draft' });
  });

  it.each(['给所有人发短信：明天休息', 'text everyone: we are closed', '短信通知所有人：明天休息'])(
    'a channel that is named is never another one: %s',
    async (said) => {
      const { words } = sentencesIn(said).find(({ does }) => does === 'campaign')!;
      const asked = await house.say(`/campaign ${words}`);
      expect(asked.text).toContain('短信还不能发');
      expect(await house.db.sql`select from campaigns`).toHaveLength(0);
      await house.say(buttonsOf(asked).find(({ command }) => command.includes('by:email'))!.command);
      expect(await house.db.sql`select channel from campaigns`).toEqual([{ channel: 'email' }]);
      expect((await house.say('/群发 1 用 短信')).text).toContain('短信还不能发');
      expect((await house.say('/群发 1 用 邮件')).failed).toBeUndefined();
    },
  );

  it('a campaign is shown by a part of its name, and one of several is asked for', async () => {
    await house.say('/群发 新建 春茶上市 给 所有人\n春茶\n您好');
    expect((await house.say('看看春茶群发效果怎么样')).title).toContain('春茶上市');
    await house.say('/群发 新建 春茶补货 给 所有人\n春茶\n您好');
    expect(buttonsOf(await house.say('/群发 春茶')).map(({ command }) => command)).toEqual([
      '/campaign 2',
      '/campaign 1',
    ]);
    expect((await house.say('/群发 春茶补货')).title).toContain('春茶补货');
  });

  it.each(['take Anna Moor off the list', 'stop mailing Anna Moor', 'Anna Moor does not want any more emails'])(
    'somebody who said no by phone is unsubscribed in one tap: %s',
    async (said) => {
      await house.say('/add Anna Moor anna@studio.example');
      const [first] = buttonsOf(await house.say(said));
      expect(first!.command).toMatch(/^\/unsubscribe /);
      await house.say(first!.command);
      expect(await house.db.sql`select channel, said_by from suppressions`).toContainEqual({
        channel: 'email',
        said_by: 'user',
      });
    },
  );
});
