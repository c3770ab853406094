/** The two languages every text exists in. */
export type Locale = 'zh-CN' | 'en';
