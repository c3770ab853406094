import type { Locale } from './locale.ts';
import { en, type Messages } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { Messages } from './messages.en.ts';

export function messages(locale: Locale): Messages {
  return locale === 'zh-CN' ? zh : en;
}
