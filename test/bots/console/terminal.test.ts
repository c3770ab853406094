import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, test } from 'vitest';
import { commandCompleter } from '../../../src/bots/console/complete.ts';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { openHistory } from '../../../src/bots/console/history.ts';
import { openPrompt } from '../../../src/bots/console/prompt.ts';
import { carriesSecret } from '../../../src/domain/commands/run.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage } from '../../../src/outbox/message.ts';
import { texts } from '../../../src/text/texts.ts';
import { temporaryDir } from '../../support/global_setup.ts';

const dir = temporaryDir();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = join(dir, 'terminal_history');
const UP = '\u001b[A';

/** Somebody at a terminal of the service. */
function atTerminal(interactive = true) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const said: string[] = [];
  const prompt = openPrompt({
    ...{ input, output, interactive, stillHere: 'Still running.' },
    noSuchButton: (number) => `No button ${number}.`,
    howToStop: 'Ctrl-C ends.',
    onText: (text) => `typed-${said.push(text)}`,
    onInterrupt: () => undefined,
    complete: commandCompleter(texts('en')),
    history: openHistory(file, (line) => carriesSecret(line, ['shopify'])),
  });
  const keys = async (...typed: string[]) => {
    for (const one of typed) {
      input.write(one);
      // longer than lines that come together are waited for
      await sleep(120);
    }
  };
  const shows = (reply: Reply) =>
    prompt.show({ address: 'terminal', payload: { kind: 'message', reply } } as OutboxMessage);
  const shown = () => (output.read() as Buffer | null)?.toString() ?? '';
  return { keys, said, shows, shown, close: prompt.close };
}

describe('what was typed', () => {
  it('comes back by the arrow, in this session and the next; keys do not, nor numbers of buttons', async () => {
    const first = atTerminal();
    await first.keys(
      '/find Ann\r',
      '/connect shopify shpss_0123456789abcdef\r',
      'shopify shpss_0123456789abcdef\r',
      '7\r',
    );
    await first.keys(UP, '\r');
    first.close();
    expect(first.said.at(-1)).toBe('/find Ann');
    expect(first.said).toHaveLength(4);
    const next = atTerminal();
    await next.keys('/inbox\r', UP, UP, '\r');
    next.close();
    expect(next.said).toEqual(['/inbox', '/find Ann']);
    expect(readFileSync(file, 'utf8')).toBe('/find Ann\n/inbox\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not waited for where it cannot be kept', () => {
    const nowhere = openHistory(join(dir, 'no', 'such'), () => false);
    expect(nowhere.lines()).toEqual([]);
    nowhere.changed(['/inbox']);
    expect(nowhere.lines()).toEqual(['/inbox']);
  });
});

describe('Tab', () => {
  it('completes the only command there can be, and goes on to what it wants', async () => {
    const terminal = atTerminal();
    // of several as far as they agree
    await terminal.keys('/tick', '\t', ' Ann cup broken', '\r', '/unbl', '\t', 'Ann', '\r');
    terminal.close();
    expect(terminal.said).toEqual(['/ticket Ann cup broken', '/unblock Ann']);
  });

  test.each([
    ['en', '/unbl', ['/unblock ']],
    ['en', '/snoo', ['/snooze ']],
    ['zh-CN', '/帮', ['/帮助 ']],
    ['zh-CN', '／收件', ['/收件箱 ']],
    // another language's words where one's own has none
    ['zh-CN', '/unbl', ['/unblock ']],
    ['en', '/帮', ['/帮助 ']],
    ['en', '/find An', []],
    ['en', 'fin', []],
    ['en', '/zzz', []],
  ] as const)('in %s %s becomes %j', (locale, line, words) => {
    expect(commandCompleter(texts(locale))(line)[0]).toEqual(words);
  });

  it('shows every command behind a slash', () => {
    const [words] = commandCompleter(texts('en'))('/');
    expect(words).toHaveLength(Object.keys(texts('en').commands).length);
  });
});

const card: Reply = {
  title: 'Anna',
  quote: 'where is my order?',
  hint: 'Reply to this message to answer.',
  byReplying: true,
  about: '4',
  buttons: [
    [
      { label: 'Reply', command: '/reply c1', form: true },
      { label: 'Answered', command: '/answered v4' },
    ],
  ],
};

describe('a button on a terminal', () => {
  it('is pressed by its number, which no later card takes', async () => {
    const terminal = atTerminal();
    terminal.shows(card);
    terminal.shows({ ...card, buttons: [[{ label: 'Answered', command: '/answered v5' }]] });
    expect(terminal.shown()).toMatch(/\[1\] Reply …\s+\[2\] Answered[\s\S]*\[3\] Answered/);
    await terminal.keys('2\r', '3\r');
    // what the first wants to know is typed behind it
    await terminal.keys('1\r', 'on its way\r');
    await terminal.keys('12 cups\r');
    terminal.close();
    expect(terminal.said).toEqual(['/answered v4', '/answered v5', '/reply c1 on its way', '12 cups']);
  });

  it.each(['２', '[2]', '［2］', '【2】', '(2)', '2.', '２、', ' 2 '])('is pressed by %s too', async (typed) => {
    const terminal = atTerminal();
    terminal.shows(card);
    await terminal.keys(`${typed}\r`);
    terminal.close();
    expect(terminal.said).toEqual(['/answered v4']);
  });

  it.each(['4', '[17]', '０'])('that is not there is said, and the number is no words: %s', async (typed) => {
    const terminal = atTerminal();
    terminal.shows(card);
    await terminal.keys(`${typed}\r`);
    terminal.close();
    expect(terminal.said).toEqual([]);
    expect(terminal.shown()).toMatch(/No button \d+\./);
  });

  it.each(['1042', '13800138000', '2 cups', '#2', '[a]'])('is named by no other words: %s', async (typed) => {
    const terminal = atTerminal();
    terminal.shows(card);
    await terminal.keys(`${typed}\r`);
    terminal.close();
    expect(terminal.said).toEqual([typed]);
  });

  it('is pressed by no number within words that were pasted', async () => {
    const terminal = atTerminal();
    terminal.shows(card);
    await terminal.keys('Anna\n2\n');
    terminal.close();
    expect(terminal.said).toEqual(['Anna\n2']);
  });

  it('is shown with its command where nobody can be asked for a number', async () => {
    const piped = atTerminal(false);
    await piped.keys('2\n');
    piped.close();
    expect(piped.said).toEqual(['2']);
    expect(formatConsole(card)).toContain('[Answered: /answered v4]');
  });
});

describe('what people type in a shell', () => {
  it.each(['exit', 'quit', '/exit', ':q', '退出'])('%s is told how the service is stopped', async (typed) => {
    const terminal = atTerminal();
    await terminal.keys(`${typed}\r`);
    terminal.close();
    expect(terminal.said).toEqual([]);
    expect(terminal.shown()).toContain('Ctrl-C ends.');
  });

  it.each(['?', '？', 'help', '--help'])('%s shows what can be typed', async (typed) => {
    const terminal = atTerminal();
    await terminal.keys(`${typed}\r`);
    terminal.close();
    expect(terminal.said).toEqual(['/help']);
  });

  it('is for a command, where it comes out of a pipe', async () => {
    const piped = atTerminal(false);
    await piped.keys('exit\n');
    piped.close();
    expect(piped.said).toEqual(['exit']);
  });
});

it('a terminal says nothing of replying to a message, and asks before it shows what to choose from', () => {
  expect(formatConsole(card)).not.toContain('Reply to this message');
  const { byReplying: _, ...plain } = card;
  const asked = formatConsole({ ...plain, hint: 'Which one?' });
  expect(asked.indexOf('Which one?')).toBeLessThan(asked.indexOf('[Answered'));
});
