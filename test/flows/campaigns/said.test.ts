import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { saysStop } from '../../../src/text/sentence/stop_sending.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 60));
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const state = async () => (await sql<{ state: string }>`select state from campaigns where id = 1`)[0]!.state;
async function begin() {
  await house.say('/campaign 1 go 60');
  await tendCampaigns(house);
}
async function mailed() {
  const { way, to } = sink();
  await sendCampaigns(house, way);
  return to().length;
}

describe('what is typed behind a campaign’s number', () => {
  it.each(['send test to me', 'send a test', 'test', '发送 样信'])(
    'sends a test and asks nobody else: %s',
    async (said) => {
      const reply = await house.say(`/campaign 1 ${said}`);
      expect(reply.text).toContain('A test goes to');
      expect(reply.title).not.toMatch(/^Send it/);
    },
  );

  it.each([
    ['send 5%', 3],
    ['send 10 % first', 6],
    ['5%', 3],
    ['first 50%', 30],
    ['先发10%', 6],
    ['发送 ５％', 3],
    ['first', 3],
  ])('sends a part where a part is said: %s', async (said, count) => {
    expect((await house.say(`/campaign 1 ${said}`)).title).toBe(`Send it to ${count} people of 60 first?`);
  });

  it.each(['send', 'send 60', 'send it now', '发送', 'send to all'])(
    'control: is sent to all of them: %s',
    async (said) => {
      expect((await house.say(`/campaign 1 ${said}`)).title).toBe('Send it to 60 people?');
    },
  );

  it.each(['send to Anna', 'send flowers', '用微信发', '打开率', 'holdout lots', 'by pigeon', 'opens'])(
    'that is not understood is named, and nothing is changed: %s',
    async (said) => {
      const reply = await house.say(`/campaign 1 ${said}`);
      expect(reply.failed).toBe(true);
      expect(reply.text).toMatch(/^I do not understand “.*” here, so nothing is changed/);
      expect(labels(reply)).toContain('Send to 60 people');
    },
  );

  it.each(['tomorrow 9am', '明早9点', '明早9点发', 'send tomorrow 9am'])(
    'that is a time is one tap away: %s',
    async (said) => {
      const reply = await house.say(`/campaign 1 ${said}`);
      expect(buttonsOf(reply)[0]!.label).toMatch(/^Schedule for .*09:00/);
      await house.say(buttonsOf(reply)[0]!.command);
      expect(await state()).toBe('scheduled');
    },
  );

  it.each([
    ['send it tomorrow at 10', '/campaign 1 at tomorrow at 10'],
    ['明天早上十点再发', '/campaign 1 at 明天早上十点'],
    ["don't send it yet", undefined],
    ['先别发', undefined],
  ])('is meant where it is the last one, without its number: %s', async (said, line) => {
    await house.type(said);
    const shown = (await house.cards()).at(-1)!;
    if (line === undefined) expect(JSON.stringify(shown)).toContain('Send to 60 people');
    else expect(buttonsOf(shown)[0]!.command).toBe(line);
    expect(await state()).toBe('draft');
  });

  it('is scheduled anew, or no longer, by whatever word', async () => {
    await house.say('/campaign 1 reschedule friday 10:00');
    expect(await state()).toBe('scheduled');
    expect((await house.say('/campaign 1 改期 周六10点')).fields![0]!.value).toContain('10:00');
    await house.say('/campaign 1 取消定时');
    expect(await state()).toBe('draft');
  });

  it.each(['subject New tea', '主题 New tea', '标题：New tea', 'edit subject New tea'])(
    'changes the subject alone: %s',
    async (said) => {
      const reply = await house.say(`/campaign 1 ${said}`);
      expect(reply.fields!.find(({ label }) => label === 'Subject')!.value).toBe('New tea');
      expect(JSON.stringify(reply.lists)).toContain('Hello Person');
    },
  );

  it.each(['holdout 20%', '对照组 20%', 'holdout 20'])('takes a share with its sign or without: %s', async (said) => {
    await house.say(`/campaign 1 ${said}`);
    const [row] = await sql<{ holdout: number }>`select holdout from campaigns`;
    expect(row!.holdout).toBe(20);
  });
});

describe('somebody in a hurry stops what is being sent', () => {
  it.each(['别发了', '停止发送', '停一下', '先停', 'stop sending!!', 'stop it', "don't send", 'pause'])(
    'by its number: %s',
    async (said) => {
      await begin();
      await house.say(`/campaign 1 ${said}`);
      expect(await state()).toBe('paused');
      expect(await mailed()).toBe(0);
    },
  );

  it.each([
    '停',
    '停！',
    '快停',
    '停发',
    '停止群发',
    '全部停',
    '别发了',
    '先别发',
    '暂停一下',
    'stop',
    'STOP!',
    'stop sending!!',
    'please stop',
    'pause it',
    'don’t send it',
    '停停停',
    '取消群发',
    'oh no, stop',
    '停，先别发',
    '快停下！发错了',
    'stop!!! wrong text',
    'stop, the link is wrong',
  ])('in plain words, at once: %s', async (said) => {
    await begin();
    await house.say(said);
    expect(await state()).toBe('paused');
    expect(await mailed()).toBe(0);
    const [back] = buttonsOf(await house.say('/undo'));
    await house.say(back!.command);
    expect(await state()).toBe('running');
  });

  it.each([
    ...['oh no', '完了发错了', 'wrong people!!', '内容写错了', '价格写错了', '错了错了', '中断', '完了', 'typo!!'],
    ...['wrong price!!', 'no no no', 'cancel campaign', 'stop please, Anna says that hers came twice already'],
  ])('of a cry alone it is asked, in one tap, with how far it is: %s', async (said) => {
    await begin();
    const asked = await house.say(said);
    expect(asked.text).toContain('“Spring tea” is leaving: 0 of');
    expect(buttonsOf(asked)[0]).toMatchObject({ command: '/stop', label: 'Stop all' });
    expect(await state()).toBe('running');
  });

  it('control: a cry long after anything left is for whatever else it may be', async () => {
    await begin();
    house.now = new Date(Date.now() + 3_600_000);
    expect(commandsOf(await house.say('wrong price!!'))[0]).not.toBe('/stop');
  });

  it.each(['停', 'stop', '取消群发', 'oh no'])(
    'what is scheduled is one tap away from being stopped: %s',
    async (said) => {
      await house.say('/campaign 1 at tomorrow 10:00');
      expect(commandsOf(await house.say(said))[0]).toBe('/stop');
      expect(await state()).toBe('scheduled');
    },
  );

  it.each(['/停发', '/停止群发', '/别发了', '/halt', '/全停', '/停', '/停止', '/pause'])(
    'by a command that is not quite its name, in one tap: %s',
    async (said) => {
      await begin();
      expect(commandsOf(await house.say(said))[0]).toBe('/stop');
    },
  );

  it('by what takes answers back, in one tap: /cancel', async () => {
    await begin();
    expect(commandsOf(await house.say('/cancel'))).toContain('/stop');
  });

  it.each(['/群发 停', '/群发 暂停', '/campaign stop', '/campaign pause'])('without its number: %s', async (said) => {
    await begin();
    const reply = await house.say(said);
    expect(commandsOf(reply).slice(0, 2)).toEqual(['/stop', '/campaign 1 pause']);
  });

  it('control: where nothing is being sent the words are for whatever else they may be', async () => {
    // /stop may be a guess by examples, never all that is offered
    expect(commandsOf(await house.say('停一下'))).toContain('/note ? 停一下');
    expect((await house.say('/campaign stop')).text).toContain('No campaign is being sent');
  });

  it.each([
    '停电了',
    '停车场在哪',
    '别发脾气',
    '不发货',
    '客户说先不发票',
    'stop by the shop',
    'stop sending Anna samples',
    'pause between classes',
    'the bus stop',
    "don't send Anna the bill",
  ])('control: that says something else: %s', (said) => expect(saysStop(said)).toBe(false));
});

it('is found by its name, and of several words those that may be meant are offered', async () => {
  expect((await house.say('/campaign spring tea')).title).toContain('Spring tea');
  const asked = await house.say('/campaign teapots');
  expect(asked.text).toBe('Which campaign do you mean by “teapots”?');
  expect(labels(asked)).toEqual(['#1 Spring tea']);
});
