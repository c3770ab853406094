import type { Pace } from './pace.ts';
import { widthOf, wrap } from './width.ts';

/** Whose phone something is seen on. */
export type Side = 'customer' | 'owner';

export interface Phones {
  /** What happens next, across both. */
  caption(text: string): Promise<void>;
  /** Whose is the customer's phone from here on. */
  customer(name: string): void;
  /** Words being typed there. */
  typed(side: Side, text: string): Promise<void>;
  /** A message that is there at once, its buttons below. */
  message(side: Side, text: string, buttons?: readonly (readonly string[])[]): Promise<void>;
  /** A finger on a button. */
  pressed(side: Side, label: string): Promise<void>;
  /** The last edge. */
  end(): void;
}

export interface Screen {
  write(text: string): void;
  columns: number;
  colours: boolean;
}

/** From here on two phones have room beside each other. */
const BESIDE = 100;
const WIDEST = 62;
const READING_MS = 700;

/** The customer's phone beside the owner's; on a narrow screen one after the other. Lines are only ever added. */
export function openPhones(screen: Screen, names: Record<Side, string>, pace: Pace): Phones {
  const beside = screen.columns >= BESIDE;
  // of a row: two edges and two spaces a phone, and the gap between them
  const inner = Math.min(WIDEST, beside ? Math.floor((screen.columns - 10) / 2) : screen.columns - 4);
  const strong = (text: string) => (screen.colours ? `\u001b[1m${text}\u001b[0m` : text);
  const quiet = (text: string) => (screen.colours ? `\u001b[2m${text}\u001b[0m` : text);
  const { write } = screen;
  let shown: Side | 'both' | undefined;

  const fill = (text: string, sign = ' ') => sign.repeat(Math.max(0, inner - widthOf(text)));
  const edge = (left: string, name: string, right: string) =>
    quiet(left + (name ? `─ ${name} ${fill(`${name}   `, '─')}──` : '─'.repeat(inner + 2)) + right);
  const bar = quiet('│');
  const blank = ' '.repeat(inner);

  /** Draws the upper edges where they are not there yet. */
  function open(side: Side): void {
    const wanted = beside ? 'both' : side;
    if (shown === wanted) return;
    end();
    const edges = (beside ? (['customer', 'owner'] as const) : [side]).map((one) => edge('╭', names[one], '╮'));
    write(`${edges.join('  ')}\n`);
    shown = wanted;
  }

  function end(): void {
    if (!shown) return;
    const edges = Array.from({ length: shown === 'both' ? 2 : 1 }, () => edge('╰', '', '╯'));
    write(`${edges.join('  ')}\n`);
    shown = undefined;
  }

  const before = (side: Side) => `${beside && side === 'owner' ? `${bar} ${blank} ${bar}  ` : ''}${bar} `;
  const behind = (side: Side, text: string) =>
    `${fill(text)} ${bar}${beside && side === 'customer' ? `  ${bar} ${blank} ${bar}` : ''}\n`;
  const row = (side: Side, text: string, style = (words: string) => words) =>
    write(before(side) + style(text) + behind(side, text));

  return {
    async caption(text) {
      end();
      write('\n');
      for (const line of wrap(text, Math.min(screen.columns, 110))) write(`${strong(line)}\n`);
      await pace.pause(READING_MS);
    },
    customer(name) {
      names.customer = name;
    },
    async typed(side, text) {
      open(side);
      for (const line of wrap(`› ${text}`, inner)) {
        write(before(side));
        await pace.type(line, (key) => write(strong(key)));
        write(behind(side, line));
      }
      await pace.pause(300);
    },
    async message(side, text, buttons = []) {
      open(side);
      for (const line of wrap(text, inner)) row(side, line);
      for (const line of buttons.flatMap((labels) => wrap(labels.map((label) => `[${label}]`).join(' '), inner)))
        row(side, line, quiet);
      row(side, '');
      await pace.pause(READING_MS);
    },
    async pressed(side, label) {
      open(side);
      row(side, `👆 [${label}]`, strong);
      await pace.pause(600);
    },
    end,
  };
}
