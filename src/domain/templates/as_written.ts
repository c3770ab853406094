/** Words with a backslash before each mark, so that neither Liquid nor Markdown reads anything else in them. */
export const asWritten = (words: string): string => words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
