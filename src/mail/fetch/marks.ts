/**
 * Lines that say what a mail program's markup said, once HTML has become text. They are private-use characters, which are taken
 * out of everything a sender wrote (`withoutMarks`), so nobody can write one.
 */
export const HISTORY = '\ue0a1';
export const INTRODUCTION_BEGINS = '\ue0a2';
export const INTRODUCTION_ENDS = '\ue0a3';
export const SIGNATURE_BEGINS = '\ue0a4';
export const SIGNATURE_ENDS = '\ue0a5';

/** Not a line of its own: before words that its author put into a colour. */
export const COLOURED = '\ue0a6';

const MARKS = /[\ue0a1-\ue0a6]/g;

/** What a sender wrote, or lines about to be shown, without marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Whether the markup of a mail program told something of this text. */
export function hasMarks(text: string): boolean {
  return /[\ue0a1-\ue0a3]/.test(text);
}
