import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { fieldsIn, webFormsOf } from '../../support/web_forms.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
let browser = await webFormsOf(house);
let address = '';

beforeEach(
  house.startingWith(async () => {
    await house.say('/connect form Contact us');
  }),
);
beforeEach(async () => {
  const [form] = await house.db.sql<{ token: string }>`select token from connections where provider = 'form'`;
  address = `/f/${form!.token}`;
});

const SECONDS = 1000;
const wait = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
let visitors = 0;
/** Each visitor has a network of their own, behind our proxy. */
const elsewhere = () => ({ 'x-forwarded-for': `203.${++visitors % 250}.113.1` });

/** Opens the page, types, and sends. */
async function fillIn(typed: Record<string, string>, headers: Record<string, string> = elsewhere()) {
  const fields = fieldsIn((await browser.get(address)).html);
  wait(20 * SECONDS);
  return browser.post(address, { ...fields, ...typed }, headers);
}
const ANNA = { name: 'Anna Smith', email: 'Anna@Example.org', message: 'How much are 30 boxes of the green tea?' };
const cards = async () => JSON.stringify(await house.cards());
const count = async (table: string) => (await house.db.sql`select from ${house.db.sql(table)}`).length;
const held = () => house.db.sql<{ reason: string }>`select reason from held_forms where released_at is null`;
/** The snippet that the last reply with a file gave. */
async function snippet(): Promise<string> {
  const reply = await house.say('/forms 1 snippet');
  const ref = reply.attachments![0]!.ref!.replace('file:', '');
  return readFileSync(join(house.filesDir, ref.slice(0, 2), ref)).toString();
}

describe('a web form', () => {
  it('is made in chat, and its page has a label for every field and no script', async () => {
    const reply = await house.say('/connect form Wedding orders');
    expect(reply.text).toContain('https://crm.example.com/f/');
    expect(reply.attachments).toMatchObject([{ name: 'form-2.html', type: 'text/html' }]);
    const { html, headers, status } = await browser.get(address);
    expect(status).toBe(200);
    const ids = [...html.matchAll(/<(?:input|textarea) id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThanOrEqual(4);
    for (const id of ids) expect(html).toContain(`for="${id}"`);
    expect(html).not.toContain('<script');
    expect(html).toContain('width=device-width');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('makes a contact, a conversation and a lead card of what is filled in, once', async () => {
    const sent = await fillIn(ANNA);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `https://crm.example.com${address}/thanks`]);
    expect((await browser.get(`${address}/thanks`)).html).toContain('Thank you');
    expect(await cards()).toContain('30 boxes of the green tea');
    expect(await cards()).toContain('Contact us');
    // called by what was asked, not by the form's first line
    expect(await house.db.sql`select title from leads`).toEqual([{ title: ANNA.message }]);
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Anna Smith' }]);
    expect(await house.db.sql`select channel, address, claimed from contact_identities`).toEqual([
      { channel: 'email', address: 'anna@example.org', claimed: true },
    ]);
    expect(await count('leads')).toBe(1);
    const from = { 'x-forwarded-for': '198.51.100.7' };
    await fillIn({ ...ANNA, message: 'And by when?' }, from);
    await fillIn({ ...ANNA, message: 'And by when?' }, from);
    expect(await count('messages')).toBe(2);
  });

  it('takes in somebody who gives only a phone, by whom no answer can go', async () => {
    await house.say('/forms 1 fields name phone');
    await fillIn({ name: 'Tom', phone: '+44 20 7946 0018', message: 'Please call me about a birthday cake.' });
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Tom' }]);
    expect(await cards()).toContain('7946');
  });

  it('never takes a visitor for the owner', async () => {
    await fillIn({ ...ANNA, email: 'me@example.com', message: '/delete Anna' });
    expect(await count('messages')).toBe(1);
    expect(await house.db.sql`select from contact_identities where address = 'me@example.com'`).toHaveLength(0);
  });

  it('shows what is wrong with everything that was typed, and stores nothing', async () => {
    const none = await fillIn({ ...ANNA, message: '  ' });
    expect([none.status, none.html]).toEqual([422, expect.stringContaining('Please write a message')]);
    expect(none.html).toContain('value="Anna Smith"');
    const odd = await fillIn({ ...ANNA, email: 'anna at example' });
    expect([odd.status, odd.html]).toEqual([422, expect.stringContaining('role="alert"')]);
    expect((await fillIn({ ...ANNA, email: '' })).status).toBe(422);
    const both = (await fillIn({ ...ANNA, email: 'anna@', message: '' })).html;
    for (const field of ['email', 'message']) {
      // said above, and beside the field that it is about
      const words = new RegExp(`aria-describedby="(crm-1-${field}-fault)"[\\s\\S]*?id="\\1">([^<]+)<`).exec(both)![2]!;
      expect(both.slice(0, both.indexOf('<form'))).toContain(words);
    }
    expect(both).not.toContain('id="crm-1-phone-fault"');
    const neither = (await fillIn({ ...ANNA, email: '', message: '' })).html;
    expect(neither.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(await count('contacts')).toBe(0);
  });

  it('looks at no more from a network that fills it in wrongly again and again', async () => {
    const from = { 'x-forwarded-for': '198.51.100.201' };
    const told: number[] = [];
    for (let nth = 0; nth < 21; nth += 1) told.push((await fillIn({ ...ANNA, message: '' }, from)).status);
    expect(told).toEqual([...Array.from({ length: 20 }, () => 422), 429]);
  });

  it('shows a visitor’s words as words, on the page and on the card', async () => {
    const { html } = await fillIn({ ...ANNA, name: '"><script>alert(1)</script>', message: '' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    await house.say('/forms 1 name <b>Hi</b> & co');
    expect((await browser.get(address)).html).toContain('&lt;b&gt;Hi&lt;/b&gt; &amp; co');
  });

  it('sends whoever has filled it in to the page the owner has named, and to no other', async () => {
    await house.say('/forms 1 thanks https://shop.example/thanks');
    const { headers } = await fillIn({ ...ANNA, next: 'https://evil.example', thanks: 'https://evil.example' });
    expect(headers.get('location')).toBe('https://shop.example/thanks');
    expect((await house.say('/forms 1 thanks http://shop.example')).failed).toBe(true);
    expect((await house.say('/forms 1 thanks javascript:alert(1)')).failed).toBe(true);
  });

  it('is gone once it is disconnected', async () => {
    await house.say('/disconnect 1');
    expect((await browser.get(address)).status).toBe(404);
    expect((await browser.post(address, ANNA)).status).toBe(404);
    expect((await house.say('/forms')).text).toContain('no web form');
    expect(await count('inbox')).toBeGreaterThan(0);
    expect(await count('messages')).toBe(0);
  });
});

describe('what looks like a program’s', () => {
  it.each([
    ['honeypot', { fax_number: '123' }, {}],
    ['elsewhere', {}, { origin: 'https://copy.example' }],
    ['unsigned', { stamp: 's.made-up' }, {}],
  ])('is held back, told once a day and released by a button: %s', async (reason, typed, headers) => {
    await house.say('/forms 1 sites shop.example');
    expect((await fillIn({ ...ANNA, ...typed }, { ...elsewhere(), ...headers })).status).toBe(303);
    await fillIn({ ...ANNA, ...typed, message: 'Another one' }, { ...elsewhere(), ...headers });
    expect((await held()).map((one) => one.reason)).toEqual([reason, reason]);
    expect(await count('contacts')).toBe(0);
    const told = (await house.cards()).filter(({ text }) => text?.includes('looks like spam'));
    expect(told).toHaveLength(1);
    const shown = await house.say('/forms 1 held');
    expect(JSON.stringify(shown)).toContain('30 boxes');
    await house.say(buttonsOf(shown).at(-1)!.command);
    expect(await count('leads')).toBe(1);
    expect(await held()).toHaveLength(1);
    expect((await house.say(buttonsOf(shown).at(-1)!.command)).failed).toBe(true);
  });

  it('is what comes faster than anybody types; control: three seconds later it is not', async () => {
    const fields = fieldsIn((await browser.get(address)).html);
    wait(1 * SECONDS);
    await browser.post(address, { ...fields, ...ANNA }, elsewhere());
    expect(await held()).toMatchObject([{ reason: 'too_fast' }]);
    wait(3 * SECONDS);
    await browser.post(address, { ...fields, ...ANNA }, elsewhere());
    expect(await count('leads')).toBe(1);
  });

  it('is not what stands on the owner’s own website, without a script and whenever it was pasted', async () => {
    await house.say('/forms 1 sites shop.example');
    const html = await snippet();
    expect(html).toContain(`action="https://crm.example.com${address}"`);
    const site = { origin: 'https://www.shop.example', referer: 'https://www.shop.example/contact?x=1' };
    await browser.post(address, { ...fieldsIn(html), ...ANNA }, { ...elsewhere(), ...site });
    expect(await held()).toHaveLength(0);
    expect(await cards()).toContain('www.shop.example/contact');
  });

  it('is what a key that was replaced has signed, a day later', async () => {
    const html = await snippet();
    await house.say('/connect rotate 1');
    await browser.post(address, { ...fieldsIn(html), ...ANNA }, elsewhere());
    expect(await held()).toHaveLength(0);
    wait(25 * 3600 * SECONDS);
    await browser.post(address, { ...fieldsIn(html), ...ANNA, message: 'Later' }, elsewhere());
    expect(await held()).toMatchObject([{ reason: 'unsigned' }]);
    await browser.post(address, { ...fieldsIn(await snippet()), ...ANNA, message: 'Newer' }, elsewhere());
    expect(await held()).toHaveLength(1);
  });

  it.each([
    ['a /48 of IPv6', (nth: number) => `2001:db8:aa:${nth.toString(16)}::1`],
    ['a /32 of IPv6', (nth: number) => `2001:db8:${nth.toString(16)}::1`],
    ['a /24 of IPv4', (nth: number) => `192.0.2.${nth}`],
  ])('however many come from %s, a visitor from elsewhere is heard', async (_, from) => {
    const own = await webFormsOf(house);
    const fields = fieldsIn((await own.get(address)).html);
    wait(20 * SECONDS);
    const answers: number[] = [];
    for (let nth = 0; nth < 60; nth += 1) {
      const sent = { ...fields, ...ANNA, message: `spam ${nth}` };
      answers.push((await own.post(address, sent, { 'x-forwarded-for': from(nth) })).status);
    }
    expect(answers.filter((status) => status === 303).length).toBeLessThanOrEqual(20);
    const sent = { ...fields, ...ANNA, message: '200 boxes, please' };
    const honest = await own.post(address, sent, { 'x-forwarded-for': '198.51.100.77' });
    expect(honest.status).toBe(303);
    expect(await cards()).toContain('200 boxes, please');
    expect(await held()).toEqual([]);
  });

  it('many in a row from one network are asked to wait, with their words kept', async () => {
    const from = { 'x-forwarded-for': '198.51.100.200' };
    const answers = [];
    for (let nth = 1; nth <= 6; nth += 1) answers.push(await fillIn({ ...ANNA, message: `Words ${nth}` }, from));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429]);
    expect(answers.at(-1)!.html).toContain('Words 6');
    expect(await count('messages')).toBe(5);
  });
});

describe('what a browser sends', () => {
  it('is read in the charset of its page', async () => {
    const { stamp } = fieldsIn((await browser.get(address)).html);
    wait(20 * SECONDS);
    // 王小明, 请问有没有明前龙井？我想要两斤 in GB 18030
    const name = '%CD%F5%D0%A1%C3%F7';
    const message = '%C7%EB%CE%CA%D3%D0%C3%BB%D3%D0%C3%F7%C7%B0%C1%FA%BE%AE%A3%BF%CE%D2%CF%EB%D2%AA%C1%BD%BD%EF';
    const body = `name=${name}&email=wang%40example.cn&message=${message}&stamp=${encodeURIComponent(stamp!)}`;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    await browser.send(address, body, { ...type, ...elsewhere() });
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: '王小明' }]);
    expect(await cards()).toContain('请问有没有明前龙井');
  });

  it('with files names them, and takes the words', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fieldsIn(await snippet()), ...ANNA })) form.set(name, value);
    form.set('photo', new File(['x'], 'cup.jpg'));
    expect((await browser.send(address, form, elsewhere())).status).toBe(303);
    expect(await cards()).toContain('cup.jpg');
  });

  it('is refused in words where it is too large or no form', async () => {
    const large = await browser.post(address, { ...ANNA, message: 'x'.repeat(200_000) }, elsewhere());
    expect([large.status, large.html]).toEqual([413, expect.stringContaining('Please shorten it')]);
    const odd = await browser.send(address, '{"a":1}', { 'content-type': 'application/json', ...elsewhere() });
    expect([odd.status, odd.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await count('contacts')).toBe(0);
  });
});

describe.each(['docs/channels.md', 'docs/channels.zh-CN.md'])('what %s says of forms', (page) => {
  const text = readFileSync(page, 'utf8');
  const typed = [...text.matchAll(/`(\/(?:forms|表单)[^`]*)`/g)].map(([, line]) => line!.replace(/ 3(?= |$)/, ' 1'));

  it('goes as it is written', async () => {
    expect(typed.length).toBeGreaterThanOrEqual(9);
    for (const line of typed) expect((await house.say(line)).failed, line).toBeUndefined();
  });
});

describe('what was held back', () => {
  // what the tests before have sent is a flood by now
  let days = 1;
  beforeEach(async () => {
    wait(++days * 24 * 3600 * SECONDS);
    browser = await webFormsOf(house);
  });

  it.each([
    ['too_fast', 1, {}],
    ['honeypot', 20, { fax_number: '12' }],
  ])('and is sent again by a person is taken, once: %s', async (reason, seconds, typed) => {
    const from = elsewhere();
    const again = async () => {
      const fields = fieldsIn((await browser.get(address)).html);
      wait(seconds * SECONDS);
      await browser.post(address, { ...fields, ...ANNA, ...typed }, from);
    };
    await again();
    expect(await held()).toMatchObject([{ reason }]);
    await fillIn(ANNA, from);
    const taken = async () => [await count('leads'), await count('messages'), (await held()).length];
    expect(await taken()).toEqual([1, 1, 0]);
    await again();
    await fillIn(ANNA, from);
    expect(await taken()).toEqual([1, 1, 0]);
  });

  it('and was let through before it was sent again is taken once', async () => {
    const from = elsewhere();
    await fillIn({ ...ANNA, fax_number: '12' }, from);
    await house.say(buttonsOf(await house.say('/forms 1 held')).at(-1)!.command);
    await fillIn(ANNA, from);
    expect(await count('messages')).toBe(1);
  });
});
