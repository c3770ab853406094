import { beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf } from '../../../src/domain/reply.ts';
import { testHouse } from '../../support/house.ts';

let house: Awaited<ReturnType<typeof testHouse>>;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
  for (const line of ['/add Priya', '/add Tom', '/ticket Priya cup broke', '/lead Priya tea $50', '/task call Priya'])
    await house.say(line);
});

const offered = async (line: string) =>
  buttonsOf(await house.say(line))
    .map(({ label, command }) => (command.startsWith('/undo') ? label : command))
    .filter((command) => command !== '/help');

describe('a command with a word in front that negates it', () => {
  it.each([
    ['/untag Priya #vip', ['/tag Priya -#vip']],
    ['/untag Priya -#old', ['/tag Priya #old']],
    ['/取消标签 Priya #vip', ['/tag Priya -#vip']],
    ['/去掉标签 Priya #vip', ['/tag Priya -#vip']],
    ['/unlost 1', ['/reopen 1']],
    ['/unwon 1', ['/reopen 1']],
    ['/unblok Priya', ['/unblock Priya']],
    ['/untask 1', ['Undo: /task call Priya', '/done 1']],
    ['/unlead 1', ['Undo: /lead Priya tea $50', '/lost 1']],
    ['/unsnooze 1', []],
    ['/unsnoze 1', []],
    ['/undelete Tom', []],
    ['/反删除 Tom', []],
    ['/un-merge Tom', ['/split Tom']],
    ['/不合并 Tom', ['/split Tom']],
    ['/不 合并 Tom', ['/split Tom']],
    ['/noreply Tom', ['/cancel']],
    ['/删除备注', []],
  ])('never offers what it negates: %s', async (line, lines) => {
    expect(await offered(line)).toEqual(lines);
  });

  it('offers to take back what was done with the command, with the same words before any other', async () => {
    await house.say('/ticket Tom lid lost');
    await house.say('/resolve 1');
    await house.say('/resolve 2');
    const reply = await house.say('/unresolve 1');
    const [undo] = buttonsOf(reply);
    expect(undo).toMatchObject({ label: 'Undo: /resolve 1' });
    await house.press(undo!.command);
    expect(await house.db.sql`select id, state from tickets order by id`).toEqual([
      { id: '1', state: 'open' },
      { id: '2', state: 'resolved' },
    ]);
  });

  it('does nothing by itself', async () => {
    await house.say('/不合并 Priya Tom');
    await house.say('/取消任务 1');
    expect(await house.db.sql`select count(*)::int as n from contacts`).toEqual([{ n: 2 }]);
    expect(await house.db.sql`select done_at from tasks where id = 1`).toEqual([{ done_at: null }]);
  });

  it('is a slip where a command begins with that word', async () => {
    expect(await offered('/undoo')).toEqual(['/undo']);
    expect(await offered('/delet Tom')).toEqual(['/delete Tom']);
    expect(await offered('/notte hello')).toContain('/note hello');
  });
});

describe('a word that is like a command by chance', () => {
  it('is not read as a command of one letter with a word glued to it', async () => {
    expect(await offered('/cust Priya')).not.toContain('/c ust Priya');
    expect(await offered('/cold Priya')).not.toContain('/c old Priya');
  });

  it('/list shows the commands, none of which loses a lead', async () => {
    const reply = await house.say('/list');
    expect(reply.failed).toBeUndefined();
    expect(buttonsOf(reply).map(({ command }) => command)).not.toContain('/lost');
  });
});
