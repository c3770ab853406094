/** Signs nobody sees, in the middle of words or around them: soft hyphens, blanks of no width, marks of direction (UAX #9). */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** Selectors of a form, and tags: of an emoji they say how it looks. */
const SELECTORS = /[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;
/** Joiners only behind letters that do without them: an emoji, Persian and Hindi words are made with theirs. */
const JOINED = /(?<=[0-9a-z\u00c0-\u058f\u1e00-\u1fff\u3040-\u9fff\uac00-\ud7af])(?:\u200c|\u200d)+/giu;

/** A text as it is kept, without the signs nobody sees: numbers have them that are copied from a phone or a chat. */
export const visible = (text: string): string => text.replace(UNSEEN, '');

/** A text as it is compared: how an emoji looks makes no difference either. */
export const withoutUnseen = (text: string): string => visible(text).replace(SELECTORS, '').replace(JOINED, '');
