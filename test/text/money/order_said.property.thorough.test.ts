import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrderRead, readOrder } from '../../../src/text/money/order/ordered_lines.ts';

/** A line of an order as people write it, with what it truly says. */
interface Said {
  words: string;
  articles: { title: string; quantity: number; minor: number }[];
  paid: 'all' | number | undefined;
  sent: boolean;
  off?: true;
  day: string | undefined;
  note: string | undefined;
}

/** An article whose name or price is written with it. */
interface Written {
  words: string;
  title?: string;
  minor?: number;
}

interface Tongue {
  currency: string;
  names: string[];
  article: (name: string, quantity: number, price: number) => fc.Arbitrary<string | Written>;
  joint: string[];
  /** Behind what the goods come to; `off`: it lowers that, so that it is never read without being asked. */
  acts: { words: (price: number) => string; off?: true; paid?: 'all' | number; sent?: true; day?: string }[];
  days: { words: string; day: string; behind: boolean }[];
  notes: string[];
  noted: (note: string) => string;
}

const EN: Tongue = {
  currency: 'USD',
  names: ['mug', 'white tea', 'logo', 'poster', 'site design', 'gift box', 'wax', 'site ux', 'tax'],
  article: (name, quantity, price) =>
    quantity === 1
      ? fc.constantFrom(
          ...[`${name} $${price}`, `a ${name} for $${price}`, `1x ${name} $${price}`, `${name}: $${price}`],
          ...[`${name} ${price}.00`, `1x ${name} ${price}`],
        )
      : fc.constantFrom(
          `${quantity}x ${name} $${price * quantity}`,
          `${quantity}x ${name} $${price} each`,
          `${quantity} × ${name} at $${price}`,
          `${quantity}x ${name} for $${price * quantity}`,
          `${name} x${quantity} ${price * quantity}.00`,
          `${name} x ${quantity} @ ${price}`,
        ),
  joint: [', ', ' and ', '; ', '\n'],
  acts: [
    { words: () => '' },
    { words: () => ' paid', paid: 'all' },
    { words: () => ', paid by card', paid: 'all' },
    { words: () => ' paid $7', paid: 700 },
    { words: () => ', paid and sent', paid: 'all', sent: true },
    { words: () => ' sent', sent: true },
    { words: () => ', $7 deposit paid', paid: 700 },
    { words: () => ' cash $4, paypal $3', paid: 700 },
    { words: () => ', paid $4 cash and $3 venmo', paid: 700 },
    { words: () => ' disc $7', off: true },
    { words: () => ', credit $7', off: true },
    { words: (price) => ` retail $${price + 7}`, off: true },
  ],
  days: [
    { words: '', day: '', behind: false },
    { words: 'yesterday', day: 'ago 1', behind: false },
    { words: 'nov 3', day: 'date 11-3', behind: false },
    { words: 'nov 3 2pm', day: 'date 11-3', behind: false },
    { words: 'on 3 nov', day: 'date 11-3', behind: true },
    { words: 'last monday', day: 'weekday 0', behind: true },
    { words: 'monday', day: 'weekday 0', behind: false },
    { words: '11/03', day: 'date 11-3', behind: false },
    { words: 'yesterday morning', day: 'ago 1', behind: true },
  ],
  notes: ['', 'call first', 'for her birthday'],
  noted: (note) => `, note: ${note}`,
};

const ZH: Tongue = {
  currency: 'CNY',
  names: ['龙井', '白茶', '大红袍', '紫砂壶', '碧螺春', '七子饼 357克', '普洱 250克'],
  article: (name, quantity, price) =>
    quantity === 1
      ? fc.constantFrom(`${name} ${price}元`, `${name}${price}元`, `${name} ¥${price}`, `1盒${name} ${price}元`)
      : fc.constantFrom(
          `${quantity}盒${name} ${price * quantity}元`,
          `${name}${quantity}盒 ${price * quantity}元`,
          `${name} 每盒${price}元 ${quantity}盒`,
          `${quantity}x${name} ¥${price * quantity}`,
          `${name} ${price}元*${quantity}`,
          `${name}×${quantity} ${price * quantity}`,
          `${name} x ${quantity} ${price * quantity}元`,
        ),
  joint: ['，', '、', '；', ' + ', '\n'],
  acts: [
    { words: () => '' },
    { words: () => ' 已付', paid: 'all' },
    { words: () => '，微信付的', paid: 'all' },
    { words: () => ' 已付7元', paid: 700 },
    { words: () => ' 已付 已发', paid: 'all', sent: true },
    { words: () => ' 已发货', sent: true },
    { words: () => '，定金7元已付', paid: 700 },
    { words: () => ' 微信4元 支付宝3元', paid: 700 },
    { words: () => '，现金付3元 微信付4元', paid: 700 },
    { words: () => ' 抹零7', off: true },
    { words: () => ' 优惠券7元', off: true },
    { words: (price) => ` 市价${price + 7}元`, off: true },
  ],
  days: [
    { words: '', day: '', behind: false },
    { words: '昨天', day: 'ago 1', behind: false },
    { words: '昨天晚上8点', day: 'ago 1', behind: false },
    { words: '11月3日', day: 'date 11-3', behind: false },
    { words: '上周一', day: 'weekday 0', behind: false },
    { words: '周一', day: 'weekday 0', behind: false },
    { words: '11-3', day: 'date 11-3', behind: false },
    { words: '11月3日下午3点', day: 'date 11-3', behind: true },
  ],
  notes: ['', '送人的', '先打电话'],
  noted: (note) => `，备注：${note}`,
};

const asWritten = (one: string | Written): Written => (typeof one === 'string' ? { words: one } : one);

/** The same said in ways in which one figure, letter or character may be taken for another thing. */
const EN_LOOSE: Tongue = {
  ...EN,
  article: (name, quantity, price) =>
    quantity === 1
      ? fc.constantFrom<string | Written>(
          { words: `${name} ${price}.50`, minor: price * 100 + 50 },
          `${name} ${price}.00`,
          `${name} $${price}.00`,
        )
      : fc.constantFrom<string | Written>(
          { words: `${quantity} ${name}s 24x36 $${price} each`, title: `${name}s 24x36` },
          { words: `${quantity} ${name}s blue @ $${price}`, title: `${name}s blue` },
          { words: `${quantity} ${name}s (L) $${price} each`, title: `${name}s (L)` },
          { words: `${quantity} ${name}s 16oz $${price} ea`, title: `${name}s 16oz` },
          `${name} qty ${quantity} $${price} each`,
          `${name} ${quantity} $${price} each`,
        ),
  joint: [' ', ', ', '\n'],
  acts: [
    ...EN.acts,
    ...[' M', ' m', ' k', ' w', ' w/ lid', ' w/lid', ' grand opening', ' last wedding'].map(never),
    ...[' dep 7', ' bal 7'].map((words) => ({ words: () => words })),
    ...[' paid 11.18', ' paid last month', ' paid friday', ' paid last week', ' last month'].map(never),
    { words: () => ' paid last monday', paid: 'all', day: 'weekday 0' },
  ],
  days: EN.days.slice(0, 1),
};

const ZH_LOOSE: Tongue = {
  ...ZH,
  article: (name, quantity, price) =>
    quantity === 1
      ? fc.constantFrom<string | Written>(
          { words: `${name} ${price}.5`, minor: price * 100 + 50 },
          `${name} ${price}元`,
        )
      : fc.constantFrom<string | Written>(
          `${name}${quantity} 每盒${price}`,
          `${name}${quantity}盒 ${price * quantity}`,
          `${quantity}x${name} ${price * quantity}`,
          `${name} x${quantity} ${price * quantity}`,
        ),
  joint: [' ', '，', '\n'],
  acts: [
    ...ZH.acts,
    ...[' 定7', ' 退7', ' 税7', ' 押7', ' 送1', ' 号5', ' 杯20', ' 万达取', ' w/礼袋', ' 会员7元', ' 新客7元'].map(
      never,
    ),
    ...[' 11.18付款', ' 已付11.18', ' 上个月付的', ' 只收7元'].map(never),
    { words: () => ' 上周一已付', paid: 'all', day: 'weekday 0' },
  ],
  days: ZH.days.slice(0, 1),
};

/** Said behind the goods so that nobody can know what it means. */
function never(words: string): Tongue['acts'][number] {
  return { words: () => words, off: true };
}

const saidIn = (tongue: Tongue): fc.Arbitrary<Said> =>
  fc
    .record({
      articles: fc.uniqueArray(
        fc.record({
          title: fc.constantFrom(...tongue.names),
          quantity: fc.integer({ min: 1, max: 6 }),
          price: fc.integer({ min: 21, max: 900 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ title }) => title },
      ),
      joint: fc.constantFrom(...tongue.joint),
      act: fc.constantFrom(...tongue.acts),
      day: fc.constantFrom(...tongue.days),
      note: fc.constantFrom(...tongue.notes),
    })
    .chain(({ articles, joint, act, day, note }) =>
      fc.tuple(...articles.map(({ title, quantity, price }) => tongue.article(title, quantity, price))).map((all) => {
        const said = all.map(asWritten);
        const goods = said.map(({ words }) => words).join(joint);
        const front = day.behind || day.words === '' ? goods : `${day.words} ${goods}`;
        const behind = day.behind ? `${front}, ${day.words}` : front;
        return {
          words: `${behind}${act.words(articles.reduce((sum, one) => sum + one.price * one.quantity, 0))}${note ? tongue.noted(note) : ''}`,
          articles: articles.map(({ title, quantity, price }, nth) => ({
            title: said[nth]?.title ?? title,
            quantity,
            minor: said[nth]?.minor ?? price * quantity * 100,
          })),
          ...{
            paid: act.paid,
            sent: act.sent ?? false,
            day: act.day ?? (day.day || undefined),
            note: note || undefined,
          },
          ...(act.off && { off: true }),
        };
      }),
    );

type Reader = (words: string, currency: string) => OrderRead;

/** What it was taken for, in the same terms; undefined: it was asked. */
function taken(read: OrderRead): Omit<Said, 'words'> | undefined {
  if ('unclear' in read) return undefined;
  // without a price nothing is written down: it is asked for
  if (read.lines.every(({ amount }) => amount === undefined)) return undefined;
  const { lines, paid, part, sent, parcel, day, paidOn, sentOn, note } = read;
  const on = (day ?? paidOn ?? sentOn)?.day;
  const sum = part?.part && 'sum' in part.part ? Number(part.part.sum.replace(/[^\d.]/gu, '')) * 100 : undefined;
  return {
    articles: lines.map(({ title, quantity, amount, each }) => ({
      ...{ title, quantity },
      minor: Number(amount?.minor ?? 0) * (each ? quantity : 1),
    })),
    paid: part ? (part.come ? sum : undefined) : paid ? 'all' : undefined,
    sent: sent === true || parcel !== undefined,
    day:
      on &&
      (on.is === 'ago'
        ? `ago ${on.days}`
        : on.is === 'date'
          ? `date ${on.month}-${on.date}`
          : `weekday ${on.is === 'monthday' ? '' : on.weekday}`),
    note,
  };
}

/** Lines that are taken for something else than they say, unasked. */
function mistaken(said: Said, reader: Reader, currency: string): object | undefined {
  const read = taken(reader(said.words, currency));
  const { words: _, ...truth } = said;
  return read && JSON.stringify(read) !== JSON.stringify(truth) ? { read, truth } : undefined;
}

const LINES = { numRuns: 400, seed: 20261127 };
const TONGUES = [
  ['English', EN],
  ['Chinese', ZH],
] as const;

const LOOSE = [
  ['English', EN_LOOSE],
  ['Chinese', ZH_LOOSE],
] as const;

describe('a line of an order', () => {
  it.each(LOOSE)('is read as what it says, or asked, where one thing may be taken for another: %s', (_, tongue) => {
    fc.assert(
      fc.property(saidIn(tongue), (said) => {
        expect({ words: said.words, ...mistaken(said, readOrder, tongue.currency) }).toEqual({ words: said.words });
      }),
      { ...LINES, numRuns: 600 },
    );
  });

  it.each(TONGUES)('is read as what it says, or asked, and never silently another: %s', (_, tongue) => {
    fc.assert(
      fc.property(saidIn(tongue), (said) => {
        expect({ words: said.words, ...mistaken(said, readOrder, tongue.currency) }).toEqual({ words: said.words });
      }),
      LINES,
    );
  });

  it.each(TONGUES)('is asked about seldom: %s', (_, tongue) => {
    const lines = fc
      .sample(saidIn(tongue), { ...LINES, numRuns: 150 })
      .filter(({ day, off }) => !off && day !== 'weekday 0' && day !== 'date 11-3');
    const asked = lines.filter(({ words }) => 'unclear' in readOrder(words, tongue.currency));
    expect(asked.length / lines.length).toBeLessThan(0.05);
  });

  it.each(TONGUES)('has what it says among the ways that are offered, where any are: %s', (_, tongue) => {
    for (const said of fc.sample(saidIn(tongue), { ...LINES, numRuns: 150 })) {
      // how much it lowers is said once the goods are written down
      if (said.off) continue;
      const read = readOrder(said.words, tongue.currency);
      const ways = 'unclear' in read ? read.instead : [];
      const right = ways.filter((way) => mistaken({ ...said, words: way }, readOrder, tongue.currency) === undefined);
      expect([said.words, ways.length === 0 || right.length > 0]).toEqual([said.words, true]);
    }
  });

  // a reader that takes a day, a payment or a count for a part of the name, as readers do
  const MUTANTS: [string, Reader][] = [
    ['that knows no day', (words, currency) => readOrder(words.replace(/yesterday|昨天/u, 'x'), currency)],
    ['that takes a part for all', (words, currency) => readOrder(words.replace(/\$7|7元/u, ''), currency)],
    ['that loses how many', (words, currency) => readOrder(words.replace(/[2-6](?=x|盒)/u, '1'), currency)],
  ];
  it.each(MUTANTS)('control: a reader %s is found out', (_, reader) => {
    const found = TONGUES.map(([, tongue]) =>
      fc.sample(saidIn(tongue), { ...LINES, numRuns: 150 }).some((said) => mistaken(said, reader, tongue.currency)),
    );
    expect(found).toEqual([true, true]);
  });
});
