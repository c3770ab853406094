import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../../src/domain/event.ts';
import { noteRefusal } from '../../../../src/domain/talk/ready/refusal.ts';
import { sendReady } from '../../../../src/jobs/ready.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

/** A Tuesday, 21:00 in Shanghai: closed since 18:00, until Wednesday 9:00. */
const NIGHT = new Date('2026-11-24T13:00:00Z');
const house = await testHouse();
let nth = 0;
const says = (text: string, id = '1001', name = '张三', more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, {
    ...{ from: { address: id, name }, chat: id, externalId: `x${++nth}`, sentAt: house.now },
    ...more,
  });

beforeEach(
  house.startingWith(async () => {
    house.now = NIGHT;
    const shown = await house.say('/autoreply on');
    await house.say(buttonsOf(shown)[0]!.command!);
  }),
);

const later = (hours: number) => {
  house.now = new Date(house.now.getTime() + hours * 3_600_000);
};
const pass = async (minutes: number) => {
  house.now = new Date(house.now.getTime() + minutes * 60_000);
  await house.act(sendReady);
};
const got = async (address?: string) =>
  (await house.outbox())
    .filter(({ audience, payload }) => audience === 'customer' && payload.kind === 'message' && payload.automatic)
    .filter((row) => address === undefined || row.address === address)
    .map(({ payload }) => (payload.kind === 'message' ? `${payload.itself}: ${payload.reply.text}` : ''));
/** With a hold before it leaves. */
const held = async (line: string) => {
  await house.say('/settings undo 10');
  return house.say(line);
};
const states = async () =>
  (await house.db.sql`select state, why from ready_answers order by id`).map(({ state, why }) => [state, why]);

describe('outside the hours whoever waits for an answer is told when it opens', () => {
  it('after five minutes, once for each closed stretch, and it is on the timeline as automatic', async () => {
    await house.happen(says('白茶还有吗？'));
    await pass(4);
    expect(await got()).toEqual([]);
    await pass(1);
    await pass(1);
    expect(await got()).toEqual([expect.stringMatching(/^hours: .*小茶铺.*明天 09:00/)]);
    await house.happen(says('白茶多少钱一斤？'));
    await pass(10);
    expect(await got()).toHaveLength(1);
    expect(await states()).toEqual([
      ['sent', null],
      ['stopped', 'already'],
    ]);
    expect(JSON.stringify(await house.say('/timeline 张三'))).toContain('🤖');
    expect(JSON.stringify(await house.say('/status'))).toContain('营业时间外 1 条');
  });

  it('the card says what will leave, and a tap takes it over; undone, it leaves after all', async () => {
    await house.happen(says('白茶还有吗？'));
    const card = (await house.cards()).at(-1)!;
    expect(card.fields!.map(({ label }) => label)).toContain('今天 21:05 自动发出');
    await house.press('我来答');
    await pass(10);
    expect(await got()).toEqual([]);
    await house.say('/undo');
    await pass(1);
    expect(await got()).toHaveLength(1);
  });

  it('in their language', async () => {
    await house.happen(
      says('Do you have white tea?', '2', 'Anna', { from: { address: '2', name: 'Anna', language: 'en' } }),
    );
    await pass(5);
    expect(await got()).toEqual([expect.stringMatching(/^hours: .*We will be back tomorrow 09:00/)]);
  });

  it.each([
    ['the owner answers before', async () => void (await house.say('/reply 张三 有的')), 'answered'],
    ['it is switched off', async () => void (await house.say('/autoreply off')), 'off'],
    ['the owner is away by then', async () => void (await house.say('/away 3d')), 'away'],
    ['it opens before', async () => void (await house.say('/hours tue 9-23')), 'open'],
    ['the owner’s answer waits in its hold', async () => void (await held('/reply 张三 有的')), 'answered'],
    [
      'the owner has taken an answer back',
      async () => {
        await held('/reply 张三 有的');
        await house.say('/cancel');
      },
      'back',
    ],
    [
      'an answer that was to leave later is cancelled',
      async () => {
        await house.say('/later 张三 明天9点 有的');
        await house.say('/cancel s1');
      },
      'back',
    ],
    ['it is put off', async () => void (await house.say('/snooze 张三 明天9点')), 'snoozed'],
    ['they are blocked', async () => void (await house.say('/block 张三')), 'blocked'],
    ['it is too late to say so', async () => later(3), 'late'],
  ])('not when %s', async (_, happens, why) => {
    await house.happen(says('白茶还有吗？'));
    await happens();
    await pass(6);
    expect((await got()).filter((text) => text.startsWith('hours'))).toEqual([]);
    expect((await states())[0]).toEqual(['stopped', why]);
  });

  it('nor where another conversation of theirs is put off; once that is over it does', async () => {
    await house.happen(says('白茶还有吗？'));
    await house.say('/snooze 张三 2分钟后');
    await pass(6);
    expect(await got()).toHaveLength(1);
  });

  it.each([
    ['谢谢', {}],
    ['白茶还有吗？', { noAutoAnswer: true as const }],
  ])('not to what asks for no answer, or to a machine: %s', async (text, more) => {
    await house.happen(says('白茶还有吗？', '7', '对照'));
    await house.happen(says(text, '1001', '张三', more));
    await pass(6);
    expect(await got('1001')).toEqual([]);
    // the control
    expect(await got('7')).toHaveLength(1);
  });

  it('not while it is open', async () => {
    house.now = new Date('2026-11-24T03:00:00Z');
    await house.happen(says('白茶还有吗？'));
    await pass(6);
    expect(await states()).toEqual([]);
  });

  it('while the owner is away only that answers', async () => {
    await house.say('/away 3d');
    await house.happen(says('白茶还有吗？'));
    await pass(6);
    expect((await got()).map((text) => text.split(':')[0])).toEqual(['away']);
  });

  it('who was told so is not told again within twelve hours, though it opened between', async () => {
    await house.happen(says('白茶还有吗？'));
    await pass(5);
    await house.say('/hours wed 9-9:30');
    house.now = new Date('2026-11-25T00:50:00Z');
    await house.happen(says('红茶呢？'));
    await pass(5);
    expect(await got()).toHaveLength(1);
    // the control: in the next night they are
    house.now = new Date('2026-11-25T13:00:00Z');
    await house.happen(says('绿茶呢？'));
    await pass(5);
    expect(await got()).toHaveLength(2);
  });

  it('says that the owner was told at once only where a card has reached them', async () => {
    await house.happen(says('我要投诉！茶罐碎了', '8', '李四'), says('我要投诉！茶罐破了', '9', '王五'));
    const cards = (await house.outbox()).filter(({ audience }) => audience === 'owner');
    await house.deliver();
    const lost = cards.find(({ payload }) => JSON.stringify(payload).includes('王五'))!;
    await house.db.autocommit`update outbox set state = 'failed' where id = ${lost.id}`;
    await pass(6);
    expect((await got('8'))[0]).toContain('已经马上通知了店主');
    expect((await got('9'))[0]).not.toContain('通知了店主');
  });
});

describe('it is never said twice', () => {
  it('to two messages of one second, an event that comes again, or a job that runs twice at once', async () => {
    const event = says('白茶还有吗？');
    await house.happen(event, event, says('多少钱一斤？'));
    await house.happen(event);
    house.now = new Date(house.now.getTime() + 6 * 60_000);
    await Promise.all([house.act(sendReady), house.act(sendReady)]);
    await house.act(sendReady);
    expect(await got()).toHaveLength(1);
  });

  it('to two who were one and the same', async () => {
    await house.happen(says('白茶还有吗？'), says('白茶还有吗？', '2002', '张三丰'));
    await house.say('/merge c1 c2');
    await pass(6);
    await pass(1);
    expect(await got()).toHaveLength(1);
  });

  it('because of the lock and the unique row: the control', async () => {
    await house.happen(says('白茶还有吗？'));
    const again = house.db.autocommit`
      insert into ready_answers (message_id, conversation_id, kind, text, locale, state, due_at, made_at)
      select message_id, conversation_id, 'faq', text, locale, 'waiting', due_at, made_at from ready_answers`;
    await expect(again).rejects.toThrow('ready_answers_once');
  });
});

describe('/autoreply', () => {
  it('shows before it is switched on what customers get, and asks again where that has changed since', async () => {
    await house.say('/autoreply off');
    const shown = await house.say('/autoreply on');
    expect(shown.fields!.map(({ value }) => value)).toEqual([
      expect.stringContaining('明天 09:00'),
      expect.stringContaining('tomorrow 09:00'),
    ]);
    await house.say('/autoreply text zh 打烊了，{opens} 回复您');
    const again = await house.say(buttonsOf(shown)[0]!.command!);
    expect(again.fields![0]!.value).toBe('打烊了，明天 09:00 回复您');
    expect(house.db.sql).toBeDefined();
    expect((await house.say('/autoreply')).fields![0]!.value).toBe('关闭');
    await house.say(buttonsOf(again)[0]!.command!);
    expect((await house.say('/autoreply')).fields![0]!.value).toBe('已开启');
  });

  it('off stops what waits, and its undo lets it go on', async () => {
    await house.happen(says('白茶还有吗？'));
    expect((await house.say('/autoreply off')).text).toContain('1 条');
    await house.say('/undo');
    await pass(5);
    expect(await got()).toHaveLength(1);
  });

  it('refuses what nobody can fill in', async () => {
    expect((await house.say('/autoreply text zh 您好 {name}，休息中')).failed).toBe(true);
    expect((await house.say('/autoreply text en We are closed, [date]')).failed).toBe(true);
  });

  it('is not for helpers', async () => {
    expect((await house.rehearse('helper', '/autoreply on')).failed).toBe(true);
  });
});

describe('who wants no automatic answers', () => {
  const refusing = async () =>
    (await house.db.sql`select contact_id, lifted_at is null as open from automatic_refusals order by id`).map(
      ({ open }) => open,
    );
  const asks = async (text = '白茶还有吗？') => {
    await house.happen(says(text));
    await pass(6);
    return (await got('1001')).length;
  };

  it.each(['别用机器人回我', 'no robots please'])(
    'is kept with them however much they write since: %s',
    async (words) => {
      await house.happen(says(words));
      expect((await house.cards()).at(-1)!.fields).toContainEqual(expect.objectContaining({ label: '自动回复' }));
      await house.db.autocommit`delete from messages where text <> ${words} and direction = 'in'`;
      await house.db.autocommit`
      insert into messages (conversation_id, direction, text, occurred_at)
      select conversation_id, 'in', '好', ${house.now} from messages, generate_series(1, 120) where text = ${words}`;
      later(24);
      expect(await asks()).toBe(0);
      const card = await house.say('/contact 张三');
      expect(card.fields!.find(({ label }) => label === '自动回复')!.value).toMatch(new RegExp(`不发.*${words}`));
      await house.press('恢复自动回复');
      expect(await refusing()).toEqual([false]);
      later(24);
      expect(await asks()).toBe(1);
      // undone, they get none again
      await house.say('/undo');
      expect(await refusing()).toEqual([true]);
      later(24);
      expect(await asks()).toBe(1);
    },
  );

  it('is whom the owner says, and nobody else; what waits stays, and an undo lets it go on', async () => {
    await house.happen(says('白茶还有吗？'), says('白茶还有吗？', '7', '李四'));
    expect((await house.say('/autoreply off 张三')).text).toBe('以后不再给张三自动回复。');
    expect((await house.say('/autoreply')).fields).toContainEqual({ label: '不自动回复', value: '张三' });
    expect((await house.say('/自动回复 张三')).fields![0]!.value).toContain('为对方关闭的');
    expect((await house.say('/autoreply for 李四')).text).toBe('给李四的自动回复和其他人一样。');
    expect((await house.say('/自动回复 张三 关闭')).text).toBe('本来就不给张三自动回复。');
    await pass(6);
    expect([await got('1001'), (await got('7')).length]).toEqual([[], 1]);
    expect((await states())[0]).toEqual(['stopped', 'refused']);
    expect((await house.say('/autoreply on 李四')).text).toContain('没有关过');
    await house.say('/autoreply 张三 on');
    later(24);
    expect(await asks()).toBe(1);
  });

  it('is said once by users, however many say so at once', async () => {
    await house.happen(says('你好'));
    const [anna] = await house.db.sql<{ id: string }>`select id from contacts where name = '张三'`;
    const noted = await Promise.all(
      ['a', 'b', 'c'].map(() => house.db.transaction((tx) => noteRefusal({ tx, now: house.now }, anna!.id, null))),
    );
    expect(noted.filter((one) => one)).toHaveLength(1);
    expect(await refusing()).toEqual([true]);
  });

  it('gets none while the owner is away either, stays so in a merge, and as two after a split', async () => {
    await house.happen(says('别用机器人回我'), says('你好', '7', '李四'));
    await house.say('/away 3d');
    await house.happen(says('白茶还有吗？'), says('白茶还有吗？', '8', '对照'));
    expect([(await got('1001')).length, (await got('8')).length]).toEqual([0, 1]);
    await house.say('/merge 李四 张三');
    await house.happen(says('白茶还有吗？', '7', '李四'));
    expect((await got('7')).length).toBe(0);
    await house.say('/undo');
    await house.happen(says('白茶还有吗？', '7', '李四'));
    expect((await got('7')).length).toBe(1);
  });

  it('is whoever wrote it before it was kept, until a user says otherwise', async () => {
    await house.happen(says('别用机器人回我'));
    await house.db.autocommit`delete from automatic_refusals`;
    later(24);
    expect(await asks()).toBe(0);
    expect(await refusing()).toEqual([true]);
    await house.db.autocommit`delete from automatic_refusals`;
    await house.say('/autoreply on 张三');
    later(24);
    expect(await asks()).toBe(1);
  });
});
