import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const PEOPLE = { en: ['Julia Stone', 'Bob Jones', 'Ann Lee'], 'zh-CN': ['赵敏', '王伟', '李娜', '王和平'] };
const FIRST = { en: 'julia', 'zh-CN': '赵敏' };
const AT = { en: 'tomorrow 9am', 'zh-CN': '明天9点' };

/** What names somebody else beside the words, and the words alone. */
const BESIDE = {
  en: {
    'we are open': [
      ...['we are open (also send to Bob)', 'we are open, same to Bob', 'we are open. Same for Bob please'],
      ...['we are open, cc bob', 'we are open (Bob too)', 'we are open - tell Ann too', '(Bob too) we are open'],
      ...['we are open, same to Bob and Ann', 'also to bob: we are open', 'and Bob: we are open'],
      ...['we are open; bob should know too', 'Bob: we are open'],
      ...['sorry, meant bob: we are open', 'not Bob: we are open', 'and everyone: we are open'],
      ...['and everyone we are open', 'we are open, same to Bob today.', 'we are open, cc bob thanks'],
      ...['also send to Bob again: we are open', 'also tell Zed: we are open', 'also to julia: we are open'],
      ...['we are open, loop in Bob', 'we are open, don’t tell Bob'],
    ],
  },
  'zh-CN': {
    店里有货: [
      ...['店里有货，也发给王伟', '店里有货（王伟也一样）', '店里有货，抄送王伟', '店里有货，顺便告诉王伟和李娜'],
      ...['也发给王伟：店里有货', '发错了，是给王伟的：店里有货', '不是王伟：店里有货', '（也给王伟）店里有货'],
      ...['和大家：店里有货', '和王伟：店里有货', '店里有货，顺便告诉王和平', '发错了，是给赵敏的：店里有货'],
      ...['店里有货，让王伟也知道', '店里有货，别告诉王伟'],
    ],
  },
};
/** Who else is named, and whom the question knows by that. */
const NAMED: Record<'en' | 'zh-CN', [typed: string, known: string[], unknown: string[]][]> = {
  en: [
    ['we are open, same to Bob and Zed', ['Bob Jones'], ['Zed']],
    ['we are open, same to Bob today', ['Bob Jones'], []],
    ['we are open, also to Bob and Ann', ['Bob Jones', 'Ann Lee'], []],
    ['not Bob: we are open', [], []],
  ],
  'zh-CN': [
    ['店里有货，抄送王伟和周明', ['王伟'], ['周明']],
    ['店里有货，顺便告诉王和平', ['王和平'], []],
    ['店里有货，顺便告诉李娜和王和平', ['李娜', '王和平'], []],
    ['不是王伟：店里有货', [], []],
  ],
};
/** By which way they are to go. */
const WAYS = {
  en: {
    'we have it': [
      ...['by mail: we have it', 'by sms: we have it', 'on telegram: we have it', 'via email we have it'],
      ...['please send it by e-mail: we have it', 'at bob@example.com: we have it', 'by whatsapp: we have it'],
      ...['use email: we have it'],
    ],
  },
  'zh-CN': { 还有货: ['用邮件：还有货', '发邮件说还有货', '发短信：还有货', '发到wang@example.com：还有货'] },
};
const THEIRS = {
  en: [
    ...['same to you, have a lovely day', 'thanks, and the same to your husband', 'also to be clear: we open at 9'],
    ...['by mail it takes two days', 'via email we can send you the proofs', 'not to worry: it is on its way'],
    ...['we can send it to Bob, if you like', 'email: hello@studio.example', 'price list: 5 GBP each'],
    ...['Friday: 9-5', 'tomorrow: closed', '2 days: that is how long it takes', 'also to Leeds: two days'],
    ...['we are open, same to Christmas', 'we are open, don’t tell anyone', 'we open at 9, not to mention Saturdays'],
  ],
  'zh-CN': [
    ...['邮箱：info@studio.example', '邮件已经发了', '用微信也可以付款', '也可以：自己来取', '好的，同样祝福'],
    ...['给您留了，也给您朋友留了一个', '这个和蓝色的一样', '是个惊喜，别告诉孩子', '周五：休息'],
  ],
};
const THEN = {
  en: ['in 2 hours: your parcel is ready', 'on Friday: we have the blue one', 'in half an hour: please come by'],
  'zh-CN': ['两小时后：您的包裹好了', '周五：蓝色的到货了', '过半小时：您来取吧'],
};

describe.each(['en', 'zh-CN'] as const)('what stands beside the words of an answer (%s)', (locale) => {
  const zh = locale === 'zh-CN';
  let house: Awaited<ReturnType<typeof testHouse>>;
  beforeEach(async () => {
    house ??= await testHouse(zh ? {} : { locale: 'en', timezone: 'Europe/London', currency: 'GBP', country: 'GB' });
    await house.reset();
    for (const [nth, name] of PEOPLE[locale].entries())
      await house.happen(
        telegramMessage(zh ? '你好' : 'hello', {
          chat: `c${nth}`,
          externalId: `t${nth}`,
          from: { address: `c${nth}`, name },
        }),
      );
  });
  const customers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
  const lines = Object.entries({ ...BESIDE[locale], ...WAYS[locale] }).flatMap(([words, all]) =>
    all.map((typed) => [typed, words] as const),
  );

  it.each(lines)('%s: nobody reads it as typed unasked, now or later', async (typed, words) => {
    for (const [begin, command] of [
      [`/reply ${FIRST[locale]}`, /^\/reply [vc]1 /],
      [`/later ${FIRST[locale]} ${AT[locale]}`, /^\/later [vc]1 [\d-]+ 09:00 \| /],
    ] as const) {
      const asked = await house.say(`${begin} ${typed}`);
      expect(asked.failed).toBe(true);
      const alone = buttonsOf(asked).map(({ command: line }) => line ?? '');
      expect(alone.some((line) => command.test(line) && line.split('\n')[0]!.endsWith(` ${words}`))).toBe(true);
    }
    expect(await customers()).toEqual([]);
    expect(await house.db.sql`select 1 from scheduled_answers`).toEqual([]);
  });

  it.each(NAMED[locale])('%s: says who is known and who is not', async (typed, known, unknown) => {
    const asked = await house.say(`/reply ${FIRST[locale]} ${typed}`);
    const labels = buttonsOf(asked).flatMap(({ label, command }) => (command.startsWith('/reply') ? [label] : []));
    const others = PEOPLE[locale].slice(1).filter((name) => labels.some((label) => label.includes(name)));
    expect(others).toEqual(known);
    for (const name of unknown) expect(asked.text).toContain(texts(locale).find.nobody(name));
  });

  it('names whoever a draft to many is for', async () => {
    const [, other] = PEOPLE[locale];
    await house.say('/tag c3 #vip');
    const typed = zh ? `店里有货，抄送${other}和VIP` : 'we are open, also to Bob and vip';
    const later = await house.say(`/later ${FIRST[locale]} ${AT[locale]} ${typed}`);
    expect(later.hint).toBe(texts(locale).each.untimed);
    const asked = await house.say(`/reply ${FIRST[locale]} ${typed}`);
    expect(asked.hint).toBeUndefined();
    const draft = buttonsOf(asked).find(({ command }) => command.startsWith('/campaign'))!;
    expect(draft.label).toContain(zh ? other : 'Bob');
    expect(draft.label).toMatch(/vip/i);
    expect(draft.command).toContain(zh ? `${other} or #vip` : 'Bob or #vip');
    expect(await customers()).toEqual([]);
  });

  it.each(
    zh
      ? ['不是王伟：店里有货', '别告诉王伟，店里有货', '发错了，给王伟：店里有货']
      : ['and her sister: it is ready', 'only: we are closed', 'not Zoe: we are closed'],
  )('%s with a photo: nothing leaves', async (text) => {
    await house.deliver();
    const card = (await house.outbox()).find(({ audience }) => audience === 'owner')!.externalId!;
    await house.type(text, { answers: [card], attachments: [{ kind: 'photo', ref: 'photo-1' }] });
    expect(await customers()).toEqual([]);
  });

  it.each(THEIRS[locale])('%s: leaves', async (typed) => {
    await house.say(`/reply ${FIRST[locale]} ${typed}`);
    expect(await customers()).toHaveLength(1);
  });

  it.each(THEN[locale])('%s: then or now is asked', async (typed) => {
    const asked = await house.say(`/reply ${FIRST[locale]} ${typed}`);
    expect(await customers()).toEqual([]);
    expect(buttonsOf(asked).map(({ command }) => command?.split(' ')[0])).toEqual(['/later', '/reply']);
  });

  it('says it to both at the time that was named', async () => {
    const typed = Object.values(BESIDE[locale])[0]![0];
    const other = await house.say(`/later ${FIRST[locale]} ${AT[locale]} ${PEOPLE[locale][1]}: OK`);
    expect(buttonsOf(other).flatMap(({ command }) => (command?.startsWith('/reply') ? [command] : []))).toEqual([]);
    const asked = await house.say(`/later ${FIRST[locale]} ${AT[locale]} ${typed}`);
    await house.press(buttonsOf(asked)[0]!.command!);
    expect(await house.db.sql`select text from scheduled_answers`).toHaveLength(2);
    expect(await customers()).toEqual([]);
  });
});
