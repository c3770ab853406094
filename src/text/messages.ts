import type { Locale } from './locale.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

/** Every text a person sees. A text missing in one language does not compile. */
export type Messages = typeof en;

/** What /help says of a command. */
export interface CommandText {
  summary: string;
  example: string;
}

export function messages(locale: Locale): Messages {
  return locale === 'zh-CN' ? zh : en;
}
