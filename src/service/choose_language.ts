import { createInterface } from 'node:readline/promises';
import { type Locale, locales } from '../text/locale.ts';
import { texts } from '../text/texts.ts';
import { typedMeanings } from '../text/typed.ts';

/** Who was asked pressed Ctrl-C. */
export class NothingChosen extends Error {
  override readonly name = 'NothingChosen';
}

export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks in every language which one shall be spoken; Enter, or the end of the input, takes `suggested`.
 * Throws NothingChosen at Ctrl-C.
 */
export async function chooseLanguage({ input, output }: Terminal, suggested: Locale): Promise<Locale> {
  const lines = createInterface({ input, output, terminal: true });
  const stopped = new Promise<never>((_, reject) => lines.once('SIGINT', () => reject(new NothingChosen())));
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    output.write(`${locales.map((locale) => texts(locale).start.language).join(' / ')}\n`);
    output.write(`${locales.map(lineOf).join('\n')}\n`);
    for (;;) {
      const typed = lines.question(`[${locales.indexOf(suggested) + 1}] › `);
      const chosen = localeOf(await Promise.race([typed, ended, stopped]), suggested);
      if (chosen) return chosen;
    }
  } finally {
    lines.close();
  }
}

/** `  1  中文    输入 1，再按回车` */
function lineOf(locale: Locale, at: number): string {
  const { language, start } = texts(locale);
  return `  ${at + 1}  ${language.name[locale]}  ${start.which(at + 1)}`;
}

const NAMES = typedMeanings<Locale>(({ language }) => language);

/** What `2`, `中文` or `english` names; undefined where it is none of them. */
function localeOf(typed: string, suggested: Locale): Locale | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  return word === '' ? suggested : (NAMES.get(word) ?? locales[Number(word) - 1]);
}
