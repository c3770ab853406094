/** The languages every text exists in, in the order they are shown. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
/** Spoken where nothing says otherwise. */
export const DEFAULT_LOCALE: Locale = 'en';

/** The country (ISO 3166) and currency (ISO 4217) that are likely where a language is spoken and nothing says otherwise. */
export const LIKELY: Readonly<Record<Locale, { country: string; currency: string }>> = {
  'zh-CN': { country: 'CN', currency: 'CNY' },
  en: { country: 'US', currency: 'USD' },
};
