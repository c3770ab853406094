import { beforeEach, describe, expect, it } from 'vitest';
import { formatHome, formatSlack } from '../../../src/bots/slack/format.ts';
import { FIRST, GROUPS } from '../../../src/domain/commands/help_groups.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import { mayAct } from '../../../src/domain/owner/user.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { locales } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const t = texts('en');
beforeEach(() => house.reset());
const typed = async (text: string): Promise<Reply> => {
  await house.type(text);
  return (await house.cards()).at(-1)!;
};
const linesOf = ({ lists = [] }: Reply) => lists.flatMap(({ items }) => items.map(({ text }) => text));

describe('help', () => {
  it.each([
    '/help',
    '/menu',
    '/菜单',
    '/怎么用',
    'help',
    'Help!',
    '?',
    '？',
    'menu',
    '菜单',
    '怎么用',
    'how does this work?',
  ])('is what %s gives', async (text) => {
    expect(await typed(text)).toMatchObject({ title: t.help.title });
  });

  it('shows what is used most, and five groups that turn in place', async () => {
    const reply = await house.say('/help');
    expect(linesOf(reply)).toHaveLength(FIRST.length);
    expect(buttonsOf(reply).map(({ label, turns }) => [label, turns])).toEqual(
      Object.values(t.help.groups).map((label) => [label, true]),
    );
  });

  it('no group is called as a command is', () => {
    expect(commands.map(({ name }) => name as string)).not.toEqual(expect.arrayContaining(Object.keys(GROUPS)));
    for (const group of Object.keys(GROUPS)) expect(commands.map(({ name }) => name as string)).not.toContain(group);
  });

  it.each(['viewer', 'helper'] as const)('shows a %s nothing that they may not use', async (role) => {
    const shown = [];
    for (const group of Object.keys(GROUPS)) shown.push(...linesOf(await house.rehearse(role, `/help ${group}`)));
    for (const { name, role: least, hidden } of commands) {
      const isShown = shown.some((line) => line.startsWith(`/${name} `) || line === `/${name}`);
      expect(isShown, name).toBe(!hidden && mayAct({ role }, least));
    }
  });

  it.each(locales)(
    'on /find teaches filters by examples on the owner’s own customers, which all work (%s)',
    async (locale) => {
      await house.say('/add Ann +442079460123 #wholesale');
      await house.say('/city Ann Leeds');
      const reply = await house.rehearse('viewer', '/help find', { locale });
      const examples = buttonsOf(reply).filter(({ command }) => command.startsWith('/find'));
      expect(examples.length).toBeGreaterThan(4);
      expect(examples[0]!.command).toBe('/find #wholesale');
      for (const { command } of examples) {
        const { text = '', title = '' } = await house.rehearse('viewer', command, { locale });
        expect(text + title, command).not.toBe('');
        expect(text, command).not.toMatch(/I do not know|看不懂/);
      }
      expect((await house.rehearse('viewer', '/find #wholesale', { locale })).lists![0]!.items).toHaveLength(1);
    },
  );
});

describe('what more a command can be told', () => {
  const told = locales.flatMap((locale) =>
    Object.entries(texts(locale).commandForms).flatMap(([name, forms]) =>
      forms.map(([line]) => ({ locale, name, line })),
    ),
  );

  it('is shown with an example of each', async () => {
    for (const { locale, name, line } of told)
      expect(linesOf(await house.rehearse('viewer', `/help ${name}`, { locale })), line).toContain(line);
  });

  it('is read as it stands', async () => {
    for (const name of ['Anna', '张三']) {
      await house.say(`/add ${name} ${name === 'Anna' ? 'anna' : 'zhang'}@example.com`);
      for (const what of ['/order', '/order', '/lead', '/ticket', '/contract'])
        await house.say(`${what} ${name} 1x cup £20`);
    }
    await house.say('/contract 1 until 2027-03-31');
    await house.say('/invoice M-1');
    for (const { locale, line } of told) {
      const {
        title = '',
        text = '',
        lists = [],
        fields = [],
        undecided,
      } = await house.rehearse('owner', line, { locale });
      expect(title + text + lists.length + fields.length, line).not.toBe('00');
      expect(undecided, line).toBeUndefined();
      expect(`${title}\n${text}`, line).not.toMatch(
        /do not know|cannot read|not found|Nobody|There is no|Missing|看不懂|没看懂|没读懂|没有找到|还缺|没有编号/,
      );
    }
  });
});

describe('a command’s English word without its slash', () => {
  it.each(['inbox', 'Inbox', 'tickets', 'leads', 'tasks', 'digest', 'status', 'settings', 'unsent'])(
    '%s shows what the Chinese word shows',
    async (text) => {
      const { hint, ...said } = await typed(text);
      const { hint: _, ...slashed } = await house.say(`/${text.toLowerCase()}`);
      expect(hint).toContain(t.desk.readAs(`/${text.toLowerCase()}`));
      expect(said.title ?? said.text).toBe(slashed.title ?? slashed.text);
    },
  );

  it('undo takes back the last change', async () => {
    await house.say('/add Ann');
    await typed('undo');
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
  });

  it('find finds somebody who is there; with anything else behind it words stay words', async () => {
    await house.say('/add Tom Baker');
    expect(await typed('find tom')).toMatchObject({ title: 'Tom Baker' });
    expect(await typed('find a new supplier')).toMatchObject({ text: t.desk.plainWords });
    expect(await typed('contact the printer about labels')).toMatchObject({ text: t.desk.plainWords });
  });

  it('runs nothing that changes something or needs more', async () => {
    for (const text of ['resume', 'note', 'won', 'export', 'pair']) {
      const before = await house.state();
      await typed(text);
      expect(await house.state(), text).toEqual(before);
    }
  });
});

describe('in Slack', () => {
  it.each(locales)('every command is written as Slack takes it (%s)', async (locale) => {
    for (const line of ['/help', '/help customers', '/help find', '/settings', '/tag']) {
      const reply = await house.rehearse('owner', line, { locale });
      const shown = JSON.stringify([formatSlack(reply), formatHome(reply)]);
      for (const { name } of commands) expect(shown).not.toMatch(new RegExp(`(?<!crm )[^\\\\w/]/${name}\\\\b`));
      expect(shown).toContain('/crm ');
    }
  });

  it('paths, links and a customer’s words stay as they are', () => {
    const words = 'see https://x.example/find and a/note, and/or/note, //note';
    expect(JSON.stringify(formatSlack({ text: words, quote: '/find me' }))).not.toContain('/crm');
    expect(JSON.stringify(formatSlack({ text: 'Type /查找 张三 or /find Ann.' }))).toContain(
      'Type /crm 查找 张三 or /crm find Ann.',
    );
  });
});
