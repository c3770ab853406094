import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

export const MOST_LINES = 500;

export interface History {
  /** The newest line first, as readline keeps them. */
  lines(): string[];
  /** Called with all lines whenever one is added; removes from that list what must not be kept. */
  changed(lines: string[]): void;
}

/**
 * Typed lines, kept in `file`, which only its owner may read. `isSecret` lines and bare numbers are forgotten at once.
 */
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

/** If it cannot be written, the history lasts as long as the terminal: that is no reason to stop. */
function write(file: string, lines: readonly string[]): void {
  try {
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  } catch {}
}
