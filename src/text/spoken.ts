import { type Locale, locales } from './locale.ts';

/** What the environment says of who uses this machine. */
export interface Spoken {
  /** Undefined: it says nothing. */
  locale: Locale | undefined;
  /** ISO 3166 alpha-2, of the machine's language setting where that is the language spoken here. */
  country: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** LOCALE, else the language of the machine: LC_ALL, LC_MESSAGES, LANG, the first that says something (POSIX). Whatever is not Chinese is English. */
export function spokenBy(environment: Environment): Spoken {
  const { LOCALE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const machine = [LC_ALL, LC_MESSAGES, LANG].find((value) => value?.trim());
  const [, language = '', country] =
    /^\s*([a-z]*)(?:[_-][A-Z][a-z]{3})?(?:[_-]([a-z]{2})\b)?/i.exec(machine ?? '') ?? [];
  const ofMachine = machine && (language.toLowerCase() === 'zh' ? 'zh-CN' : 'en');
  const locale = locales.find((one) => one === LOCALE?.trim()) ?? (ofMachine || undefined);
  return { locale, country: locale === ofMachine ? country?.toUpperCase() : undefined };
}
