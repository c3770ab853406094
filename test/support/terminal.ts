import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';

/** Whether this machine can give a program its own terminal (util-linux). */
export const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

export interface Run {
  /** Everything that was shown, including standard error. */
  shown(): string;
  /** Waits until it is shown. */
  until(words: string | RegExp): Promise<void>;
  type(keys: string): void;
  signal(name: NodeJS.Signals): void;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

const PATIENCE_MS = 80_000;

/** The built service: loading it from its sources takes five times as long. */
export const BUILT = 'dist/main.js';

/** Runs a program of ours, built or from its sources, on its own terminal or with pipes. */
export function run(program: string, { environment = {}, terminal = false, columns, args = [] }: RunOptions = {}): Run {
  const reader = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const line = [process.execPath, ...reader, program, ...args];
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', TERM: 'xterm', ...environment };
  const wide = columns ? `stty cols ${columns}; ` : '';
  const quoted = `${wide}exec ${line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')}`;
  const [file, ...words] = terminal ? ['script', '-qec', quoted, '/dev/null'] : line;
  const child = spawn(file!, words, { env, stdio: [terminal ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
  let shown = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      shown += chunk;
    });
  return {
    shown: () => shown,
    until: async (words) => {
      await vi.waitUntil(() => (typeof words === 'string' ? shown.includes(words) : words.test(shown)), {
        timeout: PATIENCE_MS,
        interval: 20,
      });
    },
    type: (keys) => void child.stdin?.write(keys),
    signal: (name) => void child.kill(name),
    // by then everything that it said is there
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

interface RunOptions {
  environment?: Record<string, string>;
  terminal?: boolean;
  /** How wide the terminal is. */
  columns?: number;
  args?: string[];
}
