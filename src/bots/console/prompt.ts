import { createInterface } from 'node:readline';
import type { Reply } from '../../domain/reply.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { type ConsoleOptions, formatConsole } from './format.ts';

/** The terminal's own session, and the address where desk cards arrive while no chat is paired. */
export const TERMINAL = 'terminal';

export interface Prompt {
  show(message: OutboxMessage): void;
  close(): void;
}

/** Reads commands from this terminal and shows replies and cards on it. */
export function openPrompt(onLine: (text: string) => void, pathOf: ConsoleOptions['pathOf']): Prompt {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '› ' });
  lines.on('line', (line) => {
    if (line.trim() !== '') onLine(line);
    lines.prompt();
  });
  // Ctrl-C at the prompt is Ctrl-C for the service
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  lines.prompt();
  return {
    show({ address, payload }) {
      if (payload.kind === 'message' && isHere(address)) print(lines, payload.reply, pathOf);
    },
    close: () => lines.close(),
  };
}

const isHere = (address: string): boolean => address === TERMINAL || address === 'owner';

function print(lines: ReturnType<typeof createInterface>, reply: Reply, pathOf: ConsoleOptions['pathOf']): void {
  process.stdout.write(
    `\r\u001b[K${formatConsole(reply, { colours: process.stdout.isTTY, ...(pathOf && { pathOf }) })}\n`,
  );
  lines.prompt(true);
}
