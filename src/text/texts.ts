import { en, type Texts } from './en/index.ts';
import type { Locale } from './locale.ts';
import { zh } from './zh/index.ts';

export type { Texts } from './en/index.ts';

const languages = { en, 'zh-CN': zh } satisfies Record<Locale, Texts>;

export const texts = (locale: Locale): Texts => languages[locale];

export const everyLanguage: readonly Texts[] = Object.values(languages);
