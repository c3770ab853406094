import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openPrompt } from '../../../src/bots/console/prompt.ts';
import type { OutboxMessage } from '../../../src/outbox/message.ts';

/** A prompt on streams of its own; what is read out of it, and what it shows. */
function prompted(interactive: boolean) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const texts: string[] = [];
  let interrupts = 0;
  const prompt = openPrompt({
    ...{ input, output, interactive, stillHere: 'Still running.' },
    noSuchButton: (number) => `No button ${number}.`,
    howToStop: 'Ctrl-C ends.',
    onText: (text) => `typed-${texts.push(text)}`,
    onInterrupt: () => (interrupts += 1),
  });
  const shows = (text: string, replyTo: string, address = 'terminal') =>
    prompt.show({ address, payload: { kind: 'message', reply: { text }, replyTo } } as OutboxMessage);
  const shown = () => (output.read() as Buffer | null)?.toString() ?? '';
  return { input, texts, prompt, shows, shown, interrupts: () => interrupts };
}

/** Longer than lines that come together are waited for. */
const pause = () => sleep(120);

it.each([true, false])(
  'takes lines that come at once for one text, and each with a slash for a command (terminal: %s)',
  async (interactive) => {
    const { input, texts, prompt } = prompted(interactive);
    input.write('王五 13800138001\n北京市朝阳区建国路1号\n\n/find 王五\n/add 赵六\n13800138002\n');
    await pause();
    input.write('// a note\n');
    await pause();
    prompt.close();
    expect(texts).toEqual([
      '王五 13800138001\n北京市朝阳区建国路1号',
      '/find 王五',
      '/add 赵六\n13800138002',
      '// a note',
    ]);
  },
);

it('takes the last line of a pipe that ends without a line break', async () => {
  const { input, texts } = prompted(false);
  input.end('/help\n/status');
  await pause();
  expect(texts).toEqual(['/help', '/status']);
});

it('answers a pipe, plainly, and shows it no cards', async () => {
  const { input, shows, shown, prompt } = prompted(false);
  input.write('/help\n');
  await pause();
  shows('what you can type', 'typed-1');
  shows('a customer wrote', '');
  shows('an answer to somebody else', 'typed-9', 'owner');
  prompt.close();
  expect(shown()).toBe('what you can type\n');
});

it('shows a terminal its answers and cards, with the line that is being typed kept', async () => {
  const { input, shows, shown, prompt } = prompted(true);
  input.write('/fi');
  await pause();
  shown();
  shows('a customer wrote', '', 'owner');
  shows('for another terminal', '', 'say-1');
  const words = shown();
  prompt.close();
  expect(words).toContain('a customer wrote\n');
  expect(words).not.toContain('another');
  expect(words.slice(words.indexOf('wrote'))).toContain('/fi');
});

it('goes on at Ctrl-D and says how to end, and hands on Ctrl-C', async () => {
  const { input, texts, shown, prompt, interrupts } = prompted(true);
  input.write('\u0004');
  await pause();
  expect(shown()).toContain('Still running.');
  input.write('/help\r');
  await pause();
  expect(texts).toEqual(['/help']);
  input.write('\u0003');
  await pause();
  expect(interrupts()).toBe(1);
  prompt.close();
  await pause();
  expect(shown()).not.toContain('Still running.');
});

it('outlives an input that ends or cannot be read', async () => {
  const { input, shown, shows, texts } = prompted(true);
  input.end();
  await pause();
  const broken = prompted(false);
  broken.input.destroy(new Error('EBADF'));
  await pause();
  shows('a card', '');
  expect(shown()).toContain('a card');
  expect(texts).toEqual([]);
});
