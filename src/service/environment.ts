import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readStartNote } from '../db/postgres/start_note.ts';
import { DEFAULT_LOCALE, LIKELY, type Locale, locales } from '../text/locale.ts';
import { spokenBy } from '../text/spoken.ts';

// What is asked of the environment before anything else is read: it loads no library.

export type Environment = Record<string, string | undefined>;

/** Where the data are unless DATA_DIR says. */
export const DATA_DIR = './data';

/** Loads `.env` of the working directory under what is already set. */
export function loadDotEnv(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path);
}

/** Whether nothing has said yet which language is spoken here. */
export function leavesLanguageOpen(environment: Environment): boolean {
  return !environment.LOCALE?.trim() && noteIn(environment).starts === 0;
}

/** The environment as it counts on these data: those from before the machine's language and country counted stay as they were. */
export function environmentHere(environment: Environment): Environment {
  const { starts, locale } = noteIn(environment);
  if (starts === 0 || locale) return environment;
  const said: Environment = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const { LOCALE = 'zh-CN' } = said;
  const { country, currency } = LIKELY[locales.find((one) => one === LOCALE) ?? DEFAULT_LOCALE];
  return { LOCALE, COUNTRY: country, CURRENCY: currency, ...said };
}

/** The language until the database can be asked: what was spoken on these data last, else what the environment says. */
export function spokenLast(environment: Environment): Locale {
  return noteIn(environment).locale ?? spokenBy(environmentHere(environment)).locale ?? DEFAULT_LOCALE;
}

/** The language of what has nothing to do with the data: what LOCALE says, else as ever. */
export function spokenAloud(environment: Environment): Locale {
  return locales.find((one) => one === environment.LOCALE?.trim()) ?? spokenLast(environment);
}

const noteIn = ({ DATA_DIR: dir }: Environment) => readStartNote(resolve(dir?.trim() || DATA_DIR));
