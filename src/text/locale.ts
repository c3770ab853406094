/** The languages every text exists in, in the order they are shown. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
