/**
 * How a text is cut up for the air (3GPP TS 23.038 and 23.040): in 7-bit letters as long as its alphabet has them all,
 * else in 16-bit units. `ucs2`: a provider that counts every text in these.
 */
export type SmsAlphabet = 'gsm7' | 'ucs2';

/** A text as it is sent and paid for. */
export interface SmsParts {
  alphabet: SmsAlphabet;
  /** How many messages it is; 0 for no text. */
  count: number;
  /** Its length in septets or 16-bit units. */
  units: number;
  /** How much of that a part of so many holds. */
  perPart: number;
}

/** The 7-bit default alphabet without its escape, and the letters that take an escape and so two places. */
const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM7_EXTENSION = new Set('\f^{}\\[~]|€');

/** What a message holds alone, and as a part of several, whose header takes some of it. */
const HOLDS: Record<SmsAlphabet, { alone: number; part: number }> = {
  gsm7: { alone: 160, part: 153 },
  ucs2: { alone: 70, part: 67 },
};

/**
 * Counts the messages that a text becomes. Neither an escaped letter nor a surrogate pair is torn between two of them.
 * `always`: the alphabet that the provider counts in, whatever the letters.
 */
export function smsParts(text: string, always?: SmsAlphabet): SmsParts {
  const letters = [...text];
  const alphabet = always ?? (letters.every(isGsm7) ? 'gsm7' : 'ucs2');
  const sizes = letters.map((letter) => sizeOf(letter, alphabet));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, part } = HOLDS[alphabet];
  if (units <= alone) return { alphabet, count: units === 0 ? 0 : 1, units, perPart: alone };
  return { alphabet, count: partsOf(sizes, part), units, perPart: part };
}

const isGsm7 = (letter: string): boolean => GSM7.has(letter) || GSM7_EXTENSION.has(letter);

const sizeOf = (letter: string, alphabet: SmsAlphabet): number =>
  alphabet === 'ucs2' ? letter.length : GSM7_EXTENSION.has(letter) ? 2 : 1;

function partsOf(sizes: readonly number[], room: number): number {
  let count = 1;
  let left = room;
  for (const size of sizes) {
    if (size > left) {
      count += 1;
      left = room;
    }
    left -= size;
  }
  return count;
}
