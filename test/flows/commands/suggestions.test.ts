import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Locale } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { timeIn } from '../../../src/text/when/time_like.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const houses = { 'zh-CN': await testHouse(), en: await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' }) };

for (const house of Object.values(houses))
  beforeEach(
    house.startingWith(async () => {
      const from = { address: '77', name: 'Dave' };
      await house.happen(telegramMessage('How much is it?', { from, chat: '77' }));
      await house.say('/add 李娟 13800138000');
      await house.say('/add Anna Smith anna@example.com');
      await house.deliver();
    }),
  );

/** One letter missing, one doubled, two exchanged, one wrong. */
function slips(word: string): string[] {
  const letters = [...word];
  const middle = Math.max(1, Math.floor(letters.length / 2));
  const without = letters.filter((_, nth) => nth !== middle);
  const doubled = letters.flatMap((letter, nth) => (nth === middle ? [letter, letter] : [letter]));
  const swapped = letters.map((letter, nth) =>
    nth === middle ? letters[middle - 1]! : nth === middle - 1 ? letters[middle]! : letter,
  );
  return [...new Set([without, doubled, swapped].map((all) => all.join('')))].filter((one) => one !== word);
}

/** What of the words is neither in the line, nor named to the owner as not used. */
const lost = (reply: Reply, line: string, words: string[]): string[] => {
  // behind a command that takes a password none of them may stand
  if (reply.hint?.match(/without your words|不带您写的内容/) && ![...words].some((one) => line.includes(one)))
    return [];
  const told = [reply.text, reply.hint, ...(reply.fields ?? []).map(({ value }) => value)].join('\n');
  // a time stands in a line as it was read
  const isTime = (word: string) => /\d{4}-\d\d-\d\d/.test(line) && timeIn(word) !== undefined;
  return words.filter((word) => !line.includes(word) && !told.includes(word) && !isTime(word));
};

/** Without the sign in front of whoever comes to a company: a button may name them by their number. */
const wordsIn = (text: string) =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^\+(?=\p{L})/u, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
/** What looks at nothing that was typed. */
/** A post keeps its words in its draft, and its buttons only name it. */
const leadsElsewhere = (line: string) =>
  line === '/help' || line === '/connect' || /^\/(?:contact c\d+$|post \d+ )/.test(line);

function examplesIn(locale: Locale) {
  const t = texts(locale);
  return commands
    .filter(({ hidden, secret }) => !hidden && !secret)
    .flatMap(({ name }) => {
      const [word = '', ...rest] = t.commands[name].example.split('\n')[0]!.split(' · ')[0]!.split(' ');
      return rest.length > 0 ? [{ name, word: word.replace(/^[/／]/, ''), rest: rest.join(' ') }] : [];
    });
}

describe.each(['en', 'zh-CN'] as const)('a suggestion in %s keeps every word', (locale) => {
  it.each(examplesIn(locale))('of a mistyped /$word $rest', async ({ word, rest }) => {
    const house = houses[locale];
    const missing: string[] = [];
    for (const slip of slips(word)) {
      for (const typed of [`/${slip} ${rest}`, `${slip} ${rest}`]) {
        const reply = await house.rehearse('owner', typed);
        for (const { command } of buttonsOf(reply)) {
          if (leadsElsewhere(command)) continue;
          const gone = lost(reply, command, wordsIn(rest));
          if (gone.length > 0) missing.push(`${typed} → ${command}: ${gone.join(' ')}`);
        }
      }
    }
    expect(missing).toEqual([]);
  });
});

/**
 * Words without a slash: what is offered for them, on any button, holds all of them or says what it leaves out. In front of a bar stands
 * what only says what to do, and with whom.
 */
const SENTENCES = {
  en: [
    'ask Dave whether | the blue one is still wanted',
    'tell Anna Smith | the parcel left on Monday with DHL',
    'dave wants | 3 boxes of the green one for £40',
    'note for Anna: | allergic to nuts, never send samples',
    'call Mr Brown 020 7946 0018 about the invoice tomorrow 3pm',
    'the oolong is sold out until March',
    'remind me to water the plants and pay the rent',
    'find everybody who bought oolong in June',
    'Anna Smith now lives in Leeds and has a new number 07400 123456',
    'reply dave we are out of stock sorry',
    'lead Dave wedding menu for 80 people',
    'Tom Reed tom@example.com wants a quote for 20 chairs',
  ],
  'zh-CN': [
    '问一下Dave | 蓝色的那款还要不要',
    '告诉李娟|包裹周一用顺丰寄出了',
    '李娟要|三盒龙井 预算400元',
    '李娟对花生过敏 以后别寄样品',
    '明天下午三点给王总打电话 13900001111 说发票的事',
    '龙井卖完了 三月才有',
    '提醒我浇花 还有交房租',
    '找一下六月买过龙井的客户',
    '李娟搬到杭州了 新电话13911112222',
    '回复李娟 | 没货了 抱歉',
    '线索 李娟 婚宴 80人',
    '赵六 zhao@example.com 想要20把椅子的报价',
  ],
} as const;

/** A ref stands for them. */
const NAMES = /Anna Smith|Dave|dave|李娟/g;

describe.each(['en', 'zh-CN'] as const)('what is offered for a sentence in %s keeps every word', (locale) => {
  it.each(SENTENCES[locale])('%s', async (text) => {
    const house = houses[locale];
    const before = (await house.cards()).length;
    const [, said = ''] = /^(?:[^|]*\|)?(.*)$/.exec(text)!;
    await house.type(text.replace(/ ?\|/, ''));
    const replies = (await house.cards()).slice(before);
    const missing = replies.flatMap((reply) => {
      const told = { ...reply, text: [reply.text, reply.title].join('\n') };
      return buttonsOf(reply).flatMap(({ command }) => {
        if (!reply.failed && reply.quote === undefined) return [];
        // what is nearest by examples says that nothing else is used; what words may always be keeps them
        const isNearest = !/^\/(?:note|task|search|reply)\b/u.test(command);
        if (isNearest && JSON.stringify(reply.hint ?? '').includes(texts(locale).asked.onlyShown)) return [];
        const gone = lost(told, command, wordsIn(/ [cv]\d+ /.test(command) ? said.replace(NAMES, ' ') : said));
        return gone.length > 0 && !leadsElsewhere(command) ? [`${command}: ${gone.join(' ')}`] : [];
      });
    });
    expect(replies.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

describe('words behind a slash that are a sentence', () => {
  it.each([
    ['en', '/which leads did we win last month', '/leads won last month'],
    ['en', '/how much did we sell last month', '/takings last month'],
    ['zh-CN', '/上个月卖了多少', '/takings 上个月'],
  ] as const)('are offered as what they say, where they are near no command, in %s: %s', async (locale, text, line) => {
    const [first] = buttonsOf(await houses[locale].say(text));
    expect(first?.command).toBe(line);
  });

  it('control: a slip of a command is offered as that command', async () => {
    expect(buttonsOf(await houses.en.say('/taks call Anna'))[0]?.command).toBe('/task call Anna');
  });
});
