/** What begins a command; Chinese keyboards write the wide one. */
const SLASH = /^[/／]/;
/** What begins so is a note and never leaves. */
const NOTE = /^[/／]{2}\s*/;

export const hasSlash = (text: string): boolean => SLASH.test(text);
export const withoutSlash = (text: string): string => text.replace(SLASH, '');
export const beginsNote = (text: string): boolean => NOTE.test(text);
export const withoutSlashes = (text: string): string => text.replace(NOTE, '');
