import { createInterface } from 'node:readline';
import type { Reply } from '../../domain/reply.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { formatConsole } from './format.ts';

/** The terminal's own session, and the address where desk cards arrive while no chat is paired. */
export const TERMINAL = 'terminal';

export interface Prompt {
  show(message: OutboxMessage): void;
  close(): void;
}

/** Reads commands from this terminal and shows replies and cards on it. */
export function openPrompt(onLine: (text: string) => void): Prompt {
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
      if (payload.kind === 'message' && isHere(address)) print(lines, payload.reply);
    },
    close: () => lines.close(),
  };
}

const isHere = (address: string): boolean => address === TERMINAL || address === 'owner';

function print(lines: ReturnType<typeof createInterface>, reply: Reply): void {
  process.stdout.write(`\r\u001b[K${formatConsole(reply, { colours: process.stdout.isTTY })}\n`);
  lines.prompt(true);
}
