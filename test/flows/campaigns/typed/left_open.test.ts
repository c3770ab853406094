import { beforeEach, describe, expect, it } from 'vitest';
import { filterOf } from '../../../../src/domain/campaigns/audience.ts';
import { Unclear } from '../../../../src/domain/people/filter/filter.ts';
import { findMatching } from '../../../../src/domain/people/matching.ts';
import type { Button, Reply } from '../../../../src/domain/reply.ts';
import { sentencesIn } from '../../../../src/text/sentence/sentence.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

/** A line whose truth is known: whom it leaves out. */
interface Line {
  said: string;
  out: readonly string[];
}

/** What says that X gets nothing; `|` parts the forms. */
const FORMS = {
  'zh-CN':
    'X不用发|X不发|X就不用了|X除外|X跳过|跳过X|X先别发|先别给X发|别发X|不发X|不要X|除了X|除X以外|X以外|X例外|不包括X|不含X|排除X|去掉X|X就算了|X免了|别告诉X|不用通知X|但X不要|不过X别发|-X|- X|X那边先不说|把X去掉|X已经发过了，就别发了|撇开X|略过X|绕过X|X不算|只是X不用|X不需要',
  en: 'except X|but not X|not X|skip X|skipping X|without X|X excluded|excluding X|minus X|leave out X|leave X out|X not|no X|other than X|apart from X|don’t send it to X|X does not need it|X should not get it|omit X|X is not included|save X|bar X|-X|but X|all but X|unless X|X can be skipped|instead of X|X already knows, so not X|ignore X|drop X|never X|X out|keep X out|avoid X',
} as const;

/** Where it stands. */
const PLACES = {
  'zh-CN': [
    '群发给所有人，F：明天休息',
    '通知所有人F：明天休息',
    '通知所有人（F）：明天休息',
    '通知大家：明天休息，F',
    '通知所有人明天休息（F）',
  ],
  en: [
    'email everyone, F: we are closed',
    'email everyone F: we are closed',
    'email everyone (F): we are closed',
    'tell everyone that we are closed, F',
    'mail everyone: we are closed (F)',
  ],
} as const;

const NAMES = {
  'zh-CN': { 陈静: ['陈静'], vip: ['陈静', '孙丽'], 批发: ['李明'] },
  en: { 'Bob Smith': ['Bob Smith'], vips: ['Bob Smith', 'Gina Park'], '#wholesale': ['Dan Hale'], bob: ['Bob Smith'] },
} as const;

/** Behind whom it is for, and right in front of what is said, with no mark. */
const AMID = { 'zh-CN': '通知所有人F明天休息', en: 'tell everyone F we are closed' } as const;

/** Each form once, its place and its name in turn, and once amid the words. */
const linesOf = (locale: keyof typeof FORMS): Line[] => {
  const names = Object.entries(NAMES[locale]) as [string, string[]][];
  return FORMS[locale].split('|').flatMap((form, nth) => {
    const [name, out] = names[nth % names.length]!;
    const place = PLACES[locale][nth % PLACES[locale].length]!;
    return [place, AMID[locale]].map((one) => ({ said: one.replace('F', form.replaceAll('X', name)), out }));
  });
};

for (const locale of ['zh-CN', 'en'] as const) {
  const house = await testHouse({ locale });
  const { sql } = house.db;
  const people =
    locale === 'en'
      ? ['Anna Moor #regular', 'Bob Smith #regular #vip', 'Dan Hale #wholesale', 'Gina Park #vip', 'Ivy North']
      : ['林小梅 #老客', '陈静 #老客 #vip', '李明 #批发', '孙丽 #vip', '郑爽'];
  const begin = house.startingWith(async () => {
    for (const [nth, one] of people.entries()) {
      const [name = '', ...tags] = one.split(' #');
      await house.say(`/add ${name} p${nth}@tea.example ${tags.map((tag) => `#${tag}`).join(' ')}`);
    }
    await house.say(`/edit c5 ${locale === 'en' ? 'city London' : '城市 杭州'}`);
    await house.say(locale === 'en' ? '/order c1 1x mug £12 paid' : '/order c1 1x龙井 ¥128 已付');
    await house.act(async ({ tx }) => {
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, 'email', address, 'newsletter', 'token-' || id, 'en', 'yes', 'test', now(), now()
        from contact_identities where channel = 'email'`;
    });
  });
  beforeEach(begin);

  /** The line that a sentence becomes, and what is answered to it. */
  const answerTo = async (said: string, knowing = false): Promise<Reply | undefined> => {
    const { words } = sentencesIn(said).find(({ does }) => does === 'campaign') ?? {};
    if (words === undefined) return undefined;
    return house.say(`/campaign ${knowing ? words.replace(/^(?:new|新建) /u, '$&! ') : words}`);
  };

  const named = async (audience: string): Promise<string[]> =>
    house.act(async (ctx) => {
      const filter = await filterOf(ctx, audience === 'everybody' ? '' : audience);
      if (filter instanceof Unclear) throw new Error(audience);
      return (await findMatching(ctx.tx, filter, ctx.now, 50)).people.map(({ name }) => name);
    });

  const audienceOf = ({ command }: Button): string | undefined => /^\/campaign new .* to ([^\n]*)/u.exec(command)?.[1];

  /** Who of those that are left out would get it by what is offered first; a button that says their name is no guess. */
  const wronged = async ({ said, out }: Line, knowing = false): Promise<readonly string[]> => {
    const { count } = await sql`select from campaigns`;
    const answer = await answerTo(said, knowing);
    if (!answer) return [];
    const [made] = await sql<{ audience: string | null }>`select audience from campaigns order by id offset ${count}`;
    const [first] = buttonsOf(answer);
    const audience = made ? made.audience : first && audienceOf(first);
    if (audience === null || audience === undefined) return [];
    const people = await named(audience);
    const isSaid = !made && first!.label.includes('“');
    return isSaid ? [] : out.filter((name) => people.includes(name));
  };

  describe(`what may say who gets a campaign is asked (${locale})`, () => {
    it('whoever is left out, in whatever words and wherever, gets nothing by what is offered first', async () => {
      const found: string[] = [];
      let asked = 0;
      for (const line of linesOf(locale)) {
        const { said } = line;
        for (const name of await wronged(line)) found.push(`${said} → ${name}`);
        if (sentencesIn(said).some(({ does }) => does === 'campaign')) asked += 1;
      }
      expect(found).toEqual([]);
      // a reader that reads nothing would pass
      expect(asked).toBeGreaterThan(linesOf(locale).length * 0.7);
      // control: with the question taken out a line that says so behind its words writes to them
      const skipped = linesOf(locale).find(({ said }) => /[:：][^:：]*[,，（(]/u.test(said))!;
      expect(await wronged(skipped, true)).toEqual(skipped.out);
    });

    it.each(
      locale === 'en'
        ? [
            ['tell everyone we are closed (Bob already knows, so not Bob)', 'Without "Bob Smith"', 'we are closed'],
            ['tell everyone we are closed (not Bob, he knows)', 'Without "Bob Smith"', 'we are closed'],
            ['tell everyone we are closed (Rob already knows, so not Rob)', 'Choose who gets it', undefined],
          ]
        : [
            ['通知大家明天休息（陈静知道了不用发）', '不发给 陈静', '明天休息'],
            ['通知大家明天休息（陈静知道了，不用发）', '不发给 陈静', '明天休息'],
            ['通知大家明天休息（王姐知道了不用发）', '选', undefined],
            ['通知大家明天休息（王姐知道了，不用发）', '选', undefined],
          ],
    )('a bracket is one clause, and no part of the words where it leaves out: %s', async (said, label, text) => {
      const [first] = buttonsOf((await answerTo(said))!);
      expect(first!.label).toContain(label);
      if (text !== undefined) expect(first!.command.split('\n').slice(1)).toEqual([text]);
      expect(await sql`select from campaigns`).toHaveLength(0);
    });

    it.each(
      locale === 'en'
        ? [
            ['email everyone, only vips: hello', 'Only #vip: 2 people', 'To Gina Park, Bob Smith; not to'],
            ['email everyone (London): hello', 'Only city:London: 1 person', 'To Ivy North; not to'],
            ['email #regular, wholesale too: hello', '#wholesale as well: 3 people', 'To Dan Hale'],
            [
              'email #regular, only wholesale: hello',
              'Only #wholesale: 0 people',
              'Nobody: no one of #regular is that.',
            ],
          ]
        : [
            ['群发给老客，只要vip：明天休息', '只发给 #vip：1 人', '发给 陈静；不发 林小梅'],
            ['通知所有人（只要杭州的）：明天休息', '只发给 城市:杭州：1 人', '发给 郑爽；不发'],
            ['群发给老客，批发也发：明天休息', '也发给 #批发：3 人', '发给 李明'],
            ['群发老客，只发买过龙井的：明天休息', '只发给 买过:龙井：1 人', '发给 林小梅；不发 陈静'],
          ],
    )('who would get it stands beside each way to mean it: %s', async (said, label, names) => {
      const asked = await answerTo(said);
      const [first] = asked!.lists![0]!.items;
      expect(first).toMatchObject({ text: label, detail: expect.stringContaining(names) });
      expect(await sql`select from campaigns`).toHaveLength(0);
    });

    it('a way to mean it is taken with the words that are left, and not asked again', async () => {
      const asked = await answerTo(
        locale === 'en' ? 'email everyone, skip bob: we are closed' : '通知所有人，陈静不用发：明天休息',
      );
      await house.say(buttonsOf(asked!)[0]!.command);
      const [made] = await sql`select name, audience from campaigns`;
      const words = locale === 'en' ? 'we are closed' : '明天休息';
      expect(made).toMatchObject({ name: words, audience: locale === 'en' ? '-"Bob Smith"' : '-陈静' });
    });

    it('somebody whom nobody here is called like keeps it from being for all', async () => {
      const asked = await answerTo(
        locale === 'en' ? 'email everyone, skip mrs hartley: we are closed' : '通知所有人，小方不用发：明天休息',
      );
      expect(asked).toMatchObject({ failed: true, undecided: true });
      await house.say(buttonsOf(asked!)[0]!.command);
      expect(await sql`select audience from campaigns`).toEqual([{ audience: null }]);
    });

    it.each(
      locale === 'en'
        ? ['email everyone: we open at 9:00', 'tell everyone that the mug is back', 'email everyone: not to be missed']
        : ['群发给所有人：不要错过新茶', '群发给所有人：除夕快乐，大家好', '通知所有人：龙井到货了，欢迎来尝'],
    )('control: words that name nobody are written at once: %s', async (said) => {
      await answerTo(said);
      expect(await sql`select audience from campaigns`).toEqual([{ audience: '' }]);
    });
  });
}
