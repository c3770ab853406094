import type { Tx } from '../../db/sql.ts';
import { localeOfTag, spokenIn } from '../../text/language.ts';
import type { Locale } from '../../text/locale.ts';

/** How we know a contact's language, weakest first. */
const SOURCES = ['guess', 'platform', 'words', 'owner'] as const;
export type LanguageSource = (typeof SOURCES)[number];

/** A language as stored with a contact. */
export interface Language {
  locale: Locale;
  localeFrom: LanguageSource;
}

/**
 * The language that their words and the platform's tag ('zh-hans') suggest: clear words first, then the tag, then a
 * guess from the words that there are.
 */
export function languageOf(words: string, tag?: string | null): Language | undefined {
  const spoken = spokenIn(words);
  if (spoken?.clear) return { locale: spoken.locale, localeFrom: 'words' };
  const set = localeOfTag(tag);
  if (set) return { locale: set, localeFrom: 'platform' };
  return spoken && { locale: spoken.locale, localeFrom: 'guess' };
}

/**
 * Equal or stronger evidence corrects what was known before, because people change their language and guesses are
 * wrong. Returns the current language.
 */
export async function followLanguage(
  tx: Tx,
  contact: { id: string; locale: Locale | null; localeFrom: LanguageSource },
  heard: Language | undefined,
): Promise<Locale | null> {
  if (!heard || !corrects(heard, contact)) return contact.locale;
  await setLanguage(tx, contact.id, heard);
  return heard.locale;
}

export async function setLanguage(tx: Tx, contactId: string, { locale, localeFrom }: Language): Promise<void> {
  await tx`update contacts set locale = ${locale}, locale_from = ${localeFrom} where id = ${contactId}`;
}

function corrects(heard: Language, known: { locale: Locale | null; localeFrom: LanguageSource }): boolean {
  if (known.locale === null) return true;
  if (heard.locale === known.locale && heard.localeFrom === known.localeFrom) return false;
  return SOURCES.indexOf(heard.localeFrom) >= SOURCES.indexOf(known.localeFrom);
}
