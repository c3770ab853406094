/**
 * Lines that stand for what a mail program's markup said, once HTML has become text. They are private-use characters,
 * which are removed from everything a sender wrote (`withoutMarks`), so nobody can forge one.
 */
export const HISTORY = '\ue0a1';
export const INTRODUCTION_BEGINS = '\ue0a2';
export const INTRODUCTION_ENDS = '\ue0a3';
export const SIGNATURE_BEGINS = '\ue0a4';
export const SIGNATURE_ENDS = '\ue0a5';

/** Stands not on its own line but before words that their author has coloured. */
export const COLOURED = '\ue0a6';

/** Around the description of a picture. */
export const PICTURE_BEGINS = '\ue0a7';
export const PICTURE_ENDS = '\ue0a8';

const MARKS = /[\ue0a1-\ue0a8]/g;
const PICTURE_MARKS = /[\ue0a7\ue0a8]/g;
const PICTURES = /\ue0a7[^\ue0a7\ue0a8]{0,500}\ue0a8/g;

/** What a sender wrote, or lines about to be shown, without any marks. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Whether the markup of a mail program said something about this text. */
export function hasMarks(text: string): boolean {
  return /[\ue0a1-\ue0a3]/.test(text);
}

/** The text without the descriptions of pictures. */
export function withoutPictures(text: string): string {
  return withoutMarks(text.replace(PICTURES, ''));
}

/** The text with the descriptions of pictures as ordinary words. */
export function picturesAsWords(text: string): string {
  return text.replace(PICTURE_MARKS, '');
}
