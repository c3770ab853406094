import type { Button } from '../../domain/reply.ts';

/** The buttons a terminal has shown; each keeps its number, so that a card that comes in between changes none. */
export interface NumberedButtons {
  /** The number it is shown with. */
  number(button: Button): number;
  /** The one that has this number. */
  named(number: number): Button | undefined;
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
    named: (number) => shown.get(number),
  };
}

/** The number that is all of a line, as it is typed or copied from a card: 2, ２, [2], 2. Undefined: the line says something else, as 1042 does. */
export function numberAlone(line: string): number | undefined {
  const plain = line.slice(0, 20).normalize('NFKC').trim();
  const found =
    plain.length < 20
      ? /^(?:\[\s?(\d{1,6})\s?\]|【\s?(\d{1,6})\s?】|\(\s?(\d{1,6})\s?\)|(\d{1,3})[.、)]?)$/.exec(plain)
      : null;
  const digits = found?.slice(1).find((one) => one !== undefined);
  return digits === undefined ? undefined : Number(digits);
}
