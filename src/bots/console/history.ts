import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

export const MOST_LINES = 500;

export interface History {
  /** The newest first, as readline has it. */
  lines(): string[];
  /** Called with all of them whenever one is added; what must not be kept is taken out of the list itself. */
  changed(lines: string[]): void;
}

/** What was typed, kept in `file`, which only its owner may read; `isSecret` lines and bare numbers are forgotten at once. */
export function openHistory(file: string, isSecret: (line: string) => boolean): History {
  let kept = read(file);
  return {
    lines: () => [...kept],
    changed(lines) {
      const [line = ''] = lines;
      if (/^\s*\d*\s*$/.test(line) || isSecret(line)) lines.shift();
      kept = lines.slice(0, MOST_LINES);
      write(file, kept);
    },
  };
}

function read(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(0, MOST_LINES);
  } catch {
    return [];
  }
}

/** Where it cannot be written it lasts as long as the terminal: nothing is worth stopping for. */
function write(file: string, lines: readonly string[]): void {
  try {
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  } catch {}
}
