import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readStartNote } from '../db/postgres/start_note.ts';
import { DEFAULT_LOCALE, LIKELY, type Locale, locales } from '../text/locale.ts';
import { spokenBy } from '../text/spoken.ts';

// Reads what is needed from the environment before anything else, so it loads no library.

export type Environment = Record<string, string | undefined>;

/** Where the data are if DATA_DIR is not set. */
export const DATA_DIR = './data';

/** Loads `.env` from the working directory; variables that are already set win. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** Whether nothing has decided yet which language is spoken here. */
export function leavesLanguageOpen(environment: Environment): boolean {
  return !environment.LOCALE?.trim() && noteIn(environment).starts === 0;
}

/**
 * The environment as it applies to these data. Data older than the reading of the machine's language and country keep
 * the defaults of their time.
 */
export function environmentHere(environment: Environment): Environment {
  const { starts, locale } = noteIn(environment);
  if (starts === 0 || locale) return environment;
  const said: Environment = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const { LOCALE = 'zh-CN' } = said;
  const { country, currency } = LIKELY[locales.find((one) => one === LOCALE) ?? DEFAULT_LOCALE];
  return { LOCALE, COUNTRY: country, CURRENCY: currency, ...said };
}

/** The language until the database can be asked: the one last spoken on these data, else what the environment says. */
export function spokenLast(environment: Environment): Locale {
  return noteIn(environment).locale ?? spokenBy(environmentHere(environment)).locale ?? DEFAULT_LOCALE;
}

/** The language for what does not depend on the data: LOCALE, else the one last spoken. */
export function spokenAloud(environment: Environment): Locale {
  return locales.find((one) => one === environment.LOCALE?.trim()) ?? spokenLast(environment);
}

const noteIn = ({ DATA_DIR: dir }: Environment) => readStartNote(resolve(dir?.trim() || DATA_DIR));
