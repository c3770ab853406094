import type { Button } from '../../domain/reply.ts';

/** The buttons a terminal has shown; each keeps its number, so that a card that comes in between changes none. */
export interface NumberedButtons {
  /** The number it is shown with. */
  number(button: Button): number;
  /** The one that this line names by its number alone. */
  named(line: string): Button | undefined;
}

/** Numbers that are remembered: a button of longer ago is typed. */
const MOST = 999;

export function numberButtons(): NumberedButtons {
  const shown = new Map<number, Button>();
  let last = 0;
  return {
    number(button) {
      last += 1;
      shown.set(last, button);
      shown.delete(last - MOST);
      return last;
    },
    named: (line) => (/^\d{1,6}$/.test(line) ? shown.get(Number(line)) : undefined),
  };
}
