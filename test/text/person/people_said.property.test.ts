import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peopleNear, peopleSaid, saysEverybody } from '../../../src/text/person/people_said.ts';
import { clausesOf, signsIn } from '../../../src/text/person/whom/clauses.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';

const CLOCK = { now: new Date('2026-11-27T12:00:00Z'), timezone: 'UTC', locale: 'en' as const };

/** Somebody who may get it: what they bought, what they are. */
type Somebody = ReadonlySet<string>;
type Means = (one: Somebody) => boolean;
/** Words, and whom they mean by the grammar that made them. */
interface Phrase {
  words: string;
  means: Means;
}

interface Tongue {
  articles: readonly string[];
  groups: readonly string[];
  everybody: readonly string[];
  either: readonly string[];
  both: readonly string[];
  bought: (articles: string, not: boolean, nth: number) => string;
  /** The words of leaving out, and what joins those behind them. */
  except: readonly (readonly [front: string, behind: string])[];
  also: readonly string[];
  /** How many are written to: before and behind whom, and the words to them. */
  told: readonly (readonly [before: string, behind: string])[];
  text: string;
}

const EN: Tongue = {
  articles: ['mug', 'poster', 'blue pen'],
  groups: ['#vip', 'Bob', 'Anna Moor'],
  everybody: ['everyone', 'everybody', 'all customers'],
  either: [' or ', ' or a ', ' or the '],
  both: [' and ', ' and a '],
  bought: (articles, not, nth) =>
    ['who ', 'that ', 'who '][nth]! +
    (not
      ? ['did not buy ', 'never bought ', 'haven’t bought '][nth]!
      : ['bought ', 'bought a ', 'ordered the '][nth]!) +
    articles,
  except: [
    [' except ', ''],
    [', except ', ''],
    [' but not ', ''],
    [', but not ', ''],
    [' except for ', ''],
    [', apart from ', ''],
  ],
  also: [' and ', ', ', ' or '],
  told: [
    ['email ', ': we are closed'],
    ['tell ', ' that we are closed'],
    ['message ', ', we are closed'],
    ['mail ', ' - we are closed'],
    ['write to ', ''],
    ['send a newsletter to ', ''],
  ],
  text: 'we are closed',
};
const ZH: Tongue = {
  articles: ['龙井', '白茶', '青瓷杯'],
  groups: ['#老客', '王强', '林小梅'],
  everybody: ['所有人', '所有客户', '大家'],
  either: ['或', '或者', '或者'],
  both: ['和', '、'],
  bought: (articles, not, nth) => `${not ? ['没买过', '没有买过', '没买'][nth] : '买过'}${articles}的`,
  except: [
    ['除了', ''],
    ['，除了', ''],
    ['，除了', '以外'],
    [' 除了 ', ''],
    ['但不要', ''],
    ['，不要发给', ''],
  ],
  also: ['和', '、', ' 和 '],
  told: [
    ['群发给', '：明天休息'],
    ['告诉', '，明天休息'],
    ['给', '发消息：明天休息'],
    ['给', '发个通知'],
    ['群发给', ''],
  ],
  text: '明天休息',
};

function phrases(tongue: Tongue): fc.Arbitrary<Phrase> {
  const articles = fc.uniqueArray(fc.constantFrom(...tongue.articles), { minLength: 1, maxLength: 3 });
  const clause = fc.record({
    ...{ articles, not: fc.boolean(), isEither: fc.boolean() },
    ...{ joiner: fc.nat({ max: 2 }), nth: fc.nat({ max: 2 }) },
  });
  const but = fc.record({
    who: fc.uniqueArray(fc.constantFrom(...tongue.groups), { minLength: 1, maxLength: 3 }),
    ...{ except: fc.constantFrom(...tongue.except), joiner: fc.constantFrom(...tongue.also) },
  });
  const all = fc.constantFrom(...tongue.everybody);
  return fc.record({ all, clause: fc.option(clause), but: fc.option(but) }).map(({ all, clause, but }) => {
    const words = [clause && tongue !== EN ? '' : all];
    if (clause) {
      const { articles: of, not, isEither, joiner, nth } = clause;
      const joiners = isEither ? tongue.either : tongue.both;
      words.push(tongue === EN ? ' ' : '', tongue.bought(of.join(joiners[joiner % joiners.length]!), not, nth));
    }
    if (but) words.push(but.except[0], but.who.join(but.joiner), but.except[1]);
    const bought: Means = (one) => {
      if (!clause) return true;
      const has = (article: string) => one.has(article);
      const does = clause.isEither ? clause.articles.some(has) : clause.articles.every(has);
      return clause.not ? !does : does;
    };
    return { words: words.join(''), means: (one) => bought(one) && !but?.who.some((who) => one.has(who)) };
  });
}

/** Everybody there may be. */
function everySomebody({ articles, groups }: Tongue): Somebody[] {
  const all = [...articles, ...groups];
  return Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_, nth) => bits & (1 << nth))));
}

/** A filter as `readPeople` takes it; undefined: it asks, because nobody is called so. */
function filtered(filter: string, { articles, groups }: Tongue): Means | undefined {
  const any = filter.split(/ or /u).map((group) => group.match(/[^\s"]*"[^"]*"|\S+/gu) ?? []);
  const tests = any.map((terms) =>
    terms.flatMap((term): (Means | undefined)[] => {
      const [, minus, key, value = ''] = /^(-?)(bought:)?"?([^"]*)"?$/u.exec(term) ?? [];
      if (terms.length > 1 && /^(?:everyone|everybody|all|所有人|大家)$/u.test(value)) return [];
      const article = articles.find((one) => value === one || value === `${one}s`);
      const is = key ? article : groups.find((one) => one === value || one === `#${value}`);
      return [is === undefined ? undefined : (one) => one.has(is) === (minus === '')];
    }),
  );
  if (tests.flat().includes(undefined)) return undefined;
  return (one) => tests.some((terms) => terms.every((test) => test!(one)));
}

type Reader = (words: string) => string | undefined;
const read: Reader = (words) => (peopleNear(words, CLOCK).length > 0 ? undefined : (peopleSaid(words, CLOCK) ?? words));

/** Whom the words are taken to mean. Undefined: it is asked. */
function meant(words: string, tongue: Tongue, reader: Reader = read): Means | undefined {
  if (saysEverybody(words)) return () => true;
  const said = reader(words);
  return said === undefined ? undefined : filtered(said, tongue);
}

/** Whom a whole sentence means, and its text. Undefined: it is no campaign, or it is asked. */
function told(sentence: string, tongue: Tongue): { means: Means | undefined; text: string } | undefined {
  const found = sentencesIn(sentence).find(({ does }) => does === 'campaign');
  const [, whom, text = ''] = /^(?:new|新建) .*? (?:to|给) ([^\n]*)\n?([\s\S]*)$/u.exec(found?.words ?? '') ?? [];
  if (whom === undefined) return undefined;
  // what else its text says of whom it is for is asked (test/flows/campaigns/typed/left_open)
  const isAsked = text !== tongue.text && clausesOf(text).some((one) => one.isOpen || signsIn(one.text, true));
  return { means: isAsked ? undefined : meant(whom, tongue), text };
}

const wrong = (tongue: Tongue, said: Means | undefined, means: Means): Somebody | undefined =>
  said && everySomebody(tongue).find((one) => said(one) !== means(one));

describe.each([
  ['en', EN],
  ['zh-CN', ZH],
])('who is said in plain words (%s)', (_, tongue) => {
  it('is read as it is meant, or it is asked', () => {
    let asked = 0;
    let all = 0;
    fc.assert(
      fc.property(phrases(tongue), ({ words, means }) => {
        const said = meant(words, tongue);
        all++;
        if (!said) asked++;
        expect(wrong(tongue, said, means), words).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    expect(asked / all).toBeLessThan(0.6);
  });

  it('is the same within a sentence, and its text is what stands behind whom', () => {
    let none = 0;
    let all = 0;
    fc.assert(
      fc.property(phrases(tongue), fc.constantFrom(...tongue.told), ({ words, means }, [before, behind]) => {
        const sentence = `${before}${words}${behind}`;
        const said = told(sentence, tongue);
        all++;
        if (!said?.means) none++;
        expect(wrong(tongue, said?.means, means), sentence).toBeUndefined();
        const hasText = behind.includes(tongue.text);
        if (said?.means && hasText) expect(said.text, sentence).toBe(tongue.text);
      }),
      { numRuns: 300 },
    );
    expect(none / all).toBeLessThan(0.85);
  });

  it('control: a reader that drops who is left out is caught', () => {
    const dropping: Reader = (words) =>
      read(words.replace(/,? (?:except|but not|apart).*|[，\s]?(?:除了|但不要|不要).*/u, ''));
    const { words, means } = fc
      .sample(phrases(tongue), 300)
      .find(({ words, means }) => wrong(tongue, meant(words, tongue, dropping), means))!;
    expect(wrong(tongue, meant(words, tongue), means)).toBeUndefined();
  });
});

it.each([
  'email everyone: we are closed, except Bob Smith',
  'email everyone: not Bob Smith',
  'email everyone about the sale except Bob',
  '告诉所有客户明天休息，除了王强',
])('no word of leaving out is lost, so that it is asked what it says: %s', (sentence) => {
  const { words = '' } = sentencesIn(sentence).find(({ does }) => does === 'campaign') ?? {};
  const [, text = ''] = words.split('\n');
  expect(clausesOf(text).filter((one) => signsIn(one.text, false)?.without)).toHaveLength(1);
});

it.each([
  ['群发给所有人：除夕快乐，大家好', '新建 除夕快乐 给 所有人\n除夕快乐，大家好'],
  ['群发给所有人：不要错过新茶', '新建 不要错过新茶 给 所有人\n不要错过新茶'],
  ['tell everyone that Friday is closed', 'new Friday is closed to everyone\nFriday is closed'],
  ['email everyone: we open at 9:00', 'new we open at 9 to everyone\nwe open at 9:00'],
])('control: words that only look so are kept: %s', (sentence, words) => {
  expect(sentencesIn(sentence).find(({ does }) => does === 'campaign')?.words).toBe(words);
});
