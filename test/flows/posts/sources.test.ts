import { beforeEach, describe, expect, it } from 'vitest';
import { nameChannel } from '../../../src/domain/desk/channel_state.ts';
import type { OrderUpdated } from '../../../src/domain/shop_event.ts';
import { NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', currency: 'USD' });
const { sql } = house.db;
const browser = await webFormsOf(house);
const PERSON = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
};

let form = '';
beforeEach(
  house.startingWith(async () => {
    await house.act((ctx) => nameChannel(ctx, 'telegram', '@tea_bot'));
    await house.say('/connect form Tea');
    const [row] = await sql<{ token: string }>`select token from connections where provider = 'form'`;
    form = `https://crm.example.com/f/${row?.token}`;
    await house.say(`/post Come https://t.me/tea_bot or write ${form} or buy https://tea.example/shop?kind=spring`);
    await house.say('/post 1 go');
  }),
);

interface Row {
  code: string;
  url: string;
}
const linkOf = async (source: string, typed: string): Promise<Row> => {
  const [row] =
    await sql<Row>`select code, url from post_links where source = ${source} and typed like ${`%${typed}%`}`;
  return row!;
};
const figures = async () => {
  const { lists } = await house.say('/post 1');
  return Object.fromEntries((lists?.[0]?.items ?? []).map(({ text, detail }) => [text, detail]));
};
const visit = (code: string, headers: Record<string, string> = PERSON) => browser.get(`/s/${code}`, headers);

describe('a link of a post', () => {
  it('leads to the address that the owner wrote and to no other, and counts who followed it', async () => {
    const { code, url } = await linkOf('x', 'tea.example');
    const seen = await visit(code);
    expect([seen.status, seen.headers.get('location')]).toEqual([302, url]);
    expect(new URL(url).searchParams.get('kind')).toBe('spring');
    expect(await figures()).toEqual({ X: '1 visit · 0 asked · 0 bought' });
    expect((await visit('aaaaaaaaaa')).status).toBe(404);
    expect((await browser.get(`/s/${code}?to=https://evil.example`, PERSON)).headers.get('location')).toBe(url);
  });

  it('counts no programs, nobody twice within minutes, and keeps nothing of a visitor', async () => {
    const { code } = await linkOf('instagram', 'tea.example');
    for (const agent of [
      'TelegramBot (like TwitterBot)',
      'Slackbot-LinkExpanding 1.0',
      'facebookexternalhit/1.1',
      'curl/8',
    ]) {
      expect((await visit(code, { 'user-agent': agent })).status).toBe(302);
    }
    await visit(code, { ...PERSON, 'sec-purpose': 'prefetch' });
    await browser.head(`/s/${code}`);
    expect(await figures()).toEqual({});
    await visit(code);
    await visit(code);
    expect(await figures()).toEqual({ Instagram: '1 visit · 0 asked · 0 bought' });
    const [row] = await sql<Record<string, unknown>>`select * from post_links where code = ${code}`;
    expect(Object.keys(row!).sort()).toEqual(['code', 'post_id', 'programs', 'source', 'typed', 'url', 'visits']);
  });

  it('that opens the bot says how somebody came, who is shown so from then on', async () => {
    const [x, other] = [await linkOf('x', 't.me'), await linkOf('instagram', 't.me')];
    const word = new URL(x.url).searchParams.get('start');
    await house.happen(telegramMessage(`/start ${word}`));
    expect(await figures()).toEqual({});
    house.now = new Date(NOON.getTime() + 60_000);
    await house.happen(telegramMessage('How much is the spring tea?', { sentAt: house.now }));
    expect(await figures()).toEqual({ X: '0 visits · 1 asked · 0 bought' });
    house.now = new Date(NOON.getTime() + 120_000);
    await house.happen(
      telegramMessage(`/start ${new URL(other.url).searchParams.get('start')}`, { sentAt: house.now }),
    );
    const card = await house.say('/contact 王小明');
    expect(card.fields).toContainEqual({ label: 'First came by', value: 'X, post #1' });
  });

  it('that leads to our form says how whoever fills it in came', async () => {
    const { url } = await linkOf('instagram', '/f/');
    const page = await browser.get(url, PERSON);
    const [, code] = /name="s" value="(\w+)"/.exec(page.html)!;
    expect(url).toContain(`?s=${code}`);
    const stamp = /name="stamp" value="([^"]+)"/.exec(page.html)![1]!;
    house.now = new Date(NOON.getTime() + 60_000);
    await browser.post(new URL(url).pathname, {
      name: 'Bea',
      email: 'bea@x.example',
      message: 'Do you ship?',
      stamp,
      s: code!,
    });
    await house.handleAll();
    expect(await figures()).toEqual({ Instagram: '0 visits · 1 asked · 0 bought' });
    expect((await browser.get(`${new URL(url).pathname}?s="><script>`, PERSON)).html).not.toContain('name="s"');
  });

  it('brought an order of somebody who came by it, and one of which the shop says so, each once', async () => {
    const [bot, shop] = [await linkOf('x', 't.me'), await linkOf('x', 'tea.example')];
    await house.happen(telegramMessage(`/start ${new URL(bot.url).searchParams.get('start')}`));
    await house.happen(order({ utm: { source: 'x', medium: 'social', campaign: 'post-1', content: shop.code } }));
    expect(await figures()).toEqual({ X: '0 visits · 0 asked · 1 bought · $25.60' });
    await house.happen(order({ payment: 'refunded', refundedMinor: '2560' }, 5));
    expect((await sql<{ utm: unknown }>`select utm from orders`)[0]?.utm).toMatchObject({ content: shop.code });
  });

  it('of another house, or made up, says nothing of anybody', async () => {
    await house.happen(telegramMessage('/start s_aaaaaaaaaa'));
    expect(await sql`select from contact_sources`).toHaveLength(0);
    await house.happen(telegramMessage('Hello'));
    expect((await house.say('/contact 王小明')).fields).not.toContainEqual(
      expect.objectContaining({ label: 'First came by' }),
    );
  });

  it('goes along where two contacts turn out to be one, and the first of both stays the first', async () => {
    const [x, instagram] = [await linkOf('x', 't.me'), await linkOf('instagram', 't.me')];
    const start = (url: string) => new URL(url).searchParams.get('start');
    await house.happen(telegramMessage(`/start ${start(x.url)}`));
    house.now = new Date(NOON.getTime() + 60_000);
    await house.happen(
      telegramMessage(`/start ${start(instagram.url)}`, {
        chat: '1002',
        from: { address: '1002', name: 'Li' },
        sentAt: house.now,
      }),
    );
    const ids = await sql<{ id: string }>`select id from contacts order by id`;
    await house.say(`/merge c${ids[1]!.id} c${ids[0]!.id}`);
    const before = await house.state();
    const [{ id } = { id: '' }] = await sql<{ id: string }>`select id from contacts`;
    expect((await house.say(`/contact c${id}`)).fields).toContainEqual({ label: 'First came by', value: 'X, post #1' });
    expect(await sql`select from contact_sources where contact_id = ${id}`).toHaveLength(2);
    expect(before.contact_sources).toHaveLength(2);
  });
});

const order = (more: Record<string, unknown> = {}, minutes = 0): OrderUpdated => {
  const { refundedMinor: _, ...says } = more;
  return {
    ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1' },
    updatedAt: new Date(NOON.getTime() + minutes * 60_000),
    order: {
      ...{ externalId: '5', number: '#1042', payment: 'paid', fulfillment: null, currency: 'USD', totalMinor: '2560' },
      ...{ test: false, placedAt: NOON, cancelledAt: null },
      lines: [{ sku: 'LJ', title: 'Tea', quantity: 2, priceMinor: '1280' }],
      ...says,
    },
    customer: {
      ...{
        externalId: '900',
        name: 'Ann',
        email: 'ann@x.example',
        phone: null,
        country: 'US',
        city: null,
        language: 'en',
      },
    },
  };
};
