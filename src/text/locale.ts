/** The languages every text exists in, in the order they are shown. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
/** Spoken where nothing says otherwise. */
export const DEFAULT_LOCALE: Locale = 'en';
