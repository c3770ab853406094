/**
 * How a charset switches: what opens a run of other characters, what closes it, and what each looks like if it is cut
 * short at the end.
 */
interface Switches {
  open: RegExp;
  close: RegExp;
  cut: RegExp;
}

/** Replaces control characters by a sign that does not occur in seven bits. */
const signed = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replaceAll('\x1b', '§').replaceAll('\x0e', '«').replaceAll('\x0f', '»');

const SWITCHES: readonly (readonly [RegExp, Switches])[] = [
  [/^iso-2022-jp/, { open: /§(?:\$\(?[@-D]|\(I)/, close: /§\([BJH]/, cut: /§[$(]?\(?$/ }],
  [/^iso-2022-kr/, { open: /«/, close: /»/, cut: /§\$?\)?$/ }],
  [/^hz/, { open: /~\{/, close: /~\}/, cut: /(?<!~)(?:~~)*~$/ }],
];

/** A piece of plain words consists of these characters only. */
const PLAIN = /^[\w\s.,'’()-]*$/;

/**
 * Pieces of one text, in which those are joined that a sender cut within a run, or within what opens or closes one. An
 * open run goes on in the next piece if that piece closes it before it opens another, or makes no sense on its own;
 * otherwise the run was simply never closed.
 */
export function wholePieces(pieces: readonly Uint8Array[], charset: string): Uint8Array[] {
  const goesOn = charset.startsWith('utf-7') ? isCutUtf7 : goesOnBy(charset);
  const whole: Buffer[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = whole.at(-1);
    if (before && goesOn(signed(before), pieces.slice(at, at + AHEAD)))
      whole.push(Buffer.concat([whole.pop()!, piece]));
    else whole.push(Buffer.from(piece));
  }
  return whole;
}

/** In how many pieces the end of a run is looked for. */
const AHEAD = 20;

type GoesOn = (before: string, after: readonly Uint8Array[]) => boolean;

function goesOnBy(charset: string): GoesOn {
  const switches = SWITCHES.find(([name]) => name.test(charset))?.[1];
  if (!switches) return () => false;
  const { open, close, cut } = switches;
  const lastOf = (pattern: RegExp, text: string) => [...text.matchAll(new RegExp(pattern, 'g'))].at(-1)?.index ?? -1;
  return (before, after) => {
    if (cut.test(before)) return true;
    if (lastOf(open, before) <= lastOf(close, before)) return false;
    const next = signed(Buffer.concat(after));
    const [opens, closes] = [next.search(open), next.search(close)];
    if (closes >= 0 && (opens < 0 || closes < opens)) return true;
    return opens !== 0 && !PLAIN.test(signed(after[0]!));
  };
}

/** Whether a run of UTF-7 was cut: it is base64 of whole 16-bit characters, with fewer than six bits to spare. */
function isCutUtf7(before: string): boolean {
  const [last = ''] = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]+$/.exec(before) ?? [];
  const run = last.includes('+') ? last.slice(last.indexOf('+') + 1) : '';
  return before.endsWith('+') || (run.length * 6) % 16 >= 6;
}
