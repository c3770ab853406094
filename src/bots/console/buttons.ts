import type { Button } from '../../domain/reply.ts';

/** The buttons that a terminal has shown. Each keeps its number, so a card that comes in between changes none. */
export interface NumberedButtons {
  /** The number to show the button with. */
  number(button: Button): number;
  /** The button with this number. */
  named(number: number): Button | undefined;
}

/** How many numbers are remembered; an older button has to be typed. */
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
    named: (number) => shown.get(number),
  };
}

/**
 * The number if it is the whole line, as typed or copied from a card: 2, ２, [2], 2. Undefined if the line says
 * something else, as 1042 does.
 */
export function numberAlone(line: string): number | undefined {
  const plain = line.slice(0, 20).normalize('NFKC').trim();
  const found =
    plain.length < 20
      ? /^(?:\[\s?(\d{1,6})\s?\]|【\s?(\d{1,6})\s?】|\(\s?(\d{1,6})\s?\)|(\d{1,3})[.、)]?)$/.exec(plain)
      : null;
  const digits = found?.slice(1).find((one) => one !== undefined);
  return digits === undefined ? undefined : Number(digits);
}
