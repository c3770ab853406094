import { beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../../../src/domain/templates/compile.ts';
import { personData } from '../../../src/domain/templates/person_data.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'EUR', businessName: 'Mei Tea' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('I want 3 tins', { from: { address: '1001', name: 'Anna Smith' } }));
    await house.say('/add Bo Berg bo@example.com #vip');
    await house.say('/add 王小明 wang@example.com');
    await house.say('/language 王小明 zh');
    await house.say('/city 王小明 上海');
    await house.say('/order Bo 2x tea €25.60 paid');
    await house.say('/field add "Shoe size" number');
    await house.say('/edit Bo shoe size 44');
    await house.say(
      '/template new spring\nNew tea, {{ first_name }}\nHi **{{ first_name }}**,\n\nour spring tea is here.\n\n- one\n- two',
    );
  }),
);

const kept = async () => {
  const [row] = await house.db.sql<{ name: string; fallback: string; variants: unknown }>`
    select name, fallback, variants from templates`;
  return row;
};
const BODY = 'Hi **{{ first_name }}**,\n\nour spring tea is here.\n\n- one\n- two';
const dataOf = (id: string) =>
  house.act(async (ctx) => (await personData(ctx.tx, [id], ctx.now, ctx.settings)).get(id)!);

describe('/template', () => {
  it('keeps a subject and, below it, a text in the language it is in', async () => {
    expect(await kept()).toEqual({
      name: 'spring',
      fallback: 'en',
      variants: { en: { subject: 'New tea, {{ first_name }}', body: BODY } },
    });
    const saved = await house.say('/template edit spring\n{{ 称呼 }}，新茶到了\n您好，{{ 称呼 }}，今年的春茶到了。');
    expect(saved).toMatchObject({ text: '✓ Saved: spring · Chinese' });
    expect(await kept()).toMatchObject({
      fallback: 'en',
      variants: {
        en: { body: BODY },
        'zh-CN': { subject: '{{ 称呼 }}，新茶到了', body: '您好，{{ 称呼 }}，今年的春茶到了。' },
      },
    });
  });

  it('lists and shows what is written, with a way to each thing that can be done', async () => {
    expect((await house.say('/template')).lists![0]!.items).toMatchObject([
      { text: 'spring', detail: 'New tea, {{ first_name }} · English' },
    ]);
    const shown = await house.say('/template spring');
    expect(shown).toMatchObject({ title: 'spring', fields: [{ label: 'English, and for all others' }] });
    expect(buttonsOf(shown).map(({ label }) => label)).toEqual([
      ...['Preview', 'Write in Chinese', 'Write in English', 'Rename', 'Delete'],
    ]);
  });

  it('asks for the words where only a name was given, and takes them as the answer', async () => {
    const asked = await house.say('/template new summer');
    expect(asked).toMatchObject({ failed: true, rest: { before: expect.stringContaining('summer') } });
    await house.say(`${asked.rest!.before}Iced tea\nIt is hot, {{ name }}.${asked.rest!.after}`);
    expect(await house.db.sql`select variants -> 'en' as en from templates where name = 'summer'`).toEqual([
      { en: { subject: 'Iced tea', body: 'It is hot, {{ name }}.' } },
    ]);
  });

  it('is renamed, falls back to another language, and goes; each can be taken back', async () => {
    await house.say('/template edit spring zh\n新茶\n您好');
    await house.say('/template fallback spring zh');
    await house.say('/template rename spring first flush');
    await house.say('/template delete first flush');
    expect(await kept()).toBeUndefined();
    for (const before of [
      { name: 'first flush', fallback: 'zh-CN' },
      { name: 'spring', fallback: 'zh-CN' },
      { name: 'spring', fallback: 'en' },
    ]) {
      await house.say('/undo');
      expect(await kept()).toMatchObject(before);
    }
  });

  it.each([
    ['/template new spring\nA\nB', 'already'],
    ['/template new 12\nA\nB', 'letters'],
    ['/template new a\nA\nHi {{ frist_name }}', 'line 1: nobody has “frist_name”'],
    ['/template new a\nA\nHi\n\n{{ fields.hat }}', 'line 3: nobody has “fields.hat”'],
    ['/template new a\nA {{ name\nHi', 'subject'],
    ['/template new a\nA\n{% include "x" %}', 'not available'],
    ['/template edit spring\nA\n{{ name | raw }}', 'not available'],
    ['/template fallback spring zh', 'not written'],
    ['/template preview nothing', 'no template'],
    ['/template delete spring now', 'no template'],
  ])('%s is refused, and why is said', async (line, why) => {
    const before = await house.state();
    expect(await house.say(line)).toMatchObject({ failed: true, text: expect.stringContaining(why) });
    expect(await house.state()).toEqual(before);
  });

  it('previews what real people would get, each in their language, and who lacks what', async () => {
    await house.say('/template edit spring zh\n{{ 姓名 }}\n您好，{{ 城市 }}的 {{ 姓名 }}');
    await house.say('/template edit spring en\nTea {{ order_number }}\nHi {{ name }}, size {{ fields.shoe_size }}');
    const sent = await house.state();
    const all = await house.say('/template preview spring');
    expect(all.lists).toEqual([
      {
        title: '王小明 · Chinese',
        items: [{ text: '王小明', detail: expect.stringContaining('您好，上海的 王小明') }],
      },
      {
        title: 'Bo Berg · English',
        items: [{ text: 'Tea M-1', detail: expect.stringContaining('Hi Bo Berg, size 44') }],
      },
    ]);
    expect(all.attachments?.map(({ name }) => name)).toEqual(['spring-c3.html', 'spring-c2.html']);
    const named = await house.say('/template preview spring orders:0');
    expect(named.fields).toEqual([{ label: 'Would not be sent', value: '1 contact without order_number' }]);
    expect(named.lists).toContainEqual({
      title: 'Anna Smith · English',
      items: [{ text: 'Would get nothing: “order_number” is not known.' }],
    });
    const { outbox: _, ...before } = sent as Record<string, unknown>;
    const { outbox: __, ...after } = (await house.state()) as Record<string, unknown>;
    expect(after).toEqual(before);
  });

  it('says so where nobody could get it', async () => {
    await house.say('/template edit spring en\nTea\n{{ birthday }}');
    expect(await house.say('/template preview spring')).toMatchObject({
      failed: true,
      fields: [{ value: '2 contacts without birthday' }],
    });
  });
});

describe('what a template may say of somebody', () => {
  it('is plain values, and nothing where nothing is known', async () => {
    expect(await dataOf('2')).toEqual({
      name: 'Bo Berg',
      first_name: 'Bo',
      language: 'en',
      tags: ['vip'],
      fields: { 'Shoe size': '44', shoe_size: '44' },
      orders: 1,
      last_order: {
        number: 'M-1',
        total: '€25.60',
        date: '2026-11-21',
        days_ago: 0,
        items: [{ title: 'tea', quantity: 2 }],
      },
      shop: { name: 'Mei Tea' },
      today: '2026-11-21',
    });
    expect(await dataOf('3')).toMatchObject({ name: '王小明', first_name: '王小明', city: '上海', language: 'zh-CN' });
    expect(NOON.toISOString()).toContain('2026-11-21');
  });

  it('greets nobody by what only stands in for a name', async () => {
    await house.say('/add only@example.com');
    const data = await dataOf('4');
    expect(data).not.toHaveProperty('name');
    const made = compile({ fallback: 'en', of: { en: { subject: 'Hi', body: 'Hi {{ name }}' } } }, { footer: false });
    expect('render' in made && made.render(data, 'en')).toEqual({ missing: 'name' });
  });
});
