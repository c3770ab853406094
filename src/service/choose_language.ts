import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Locale, locales } from '../text/locale.ts';
import { texts } from '../text/texts.ts';
import { typedMeanings } from '../text/typed.ts';

/** The user pressed Ctrl-C at the question. */
export class NothingChosen extends Error {
  override readonly name = 'NothingChosen';
}

export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/**
 * Asks in every language which one to speak; Enter or the end of the input takes `suggested`. Whatever was typed after
 * the answer stays in the input. Throws NothingChosen at Ctrl-C.
 */
export async function chooseLanguage({ input, output }: Terminal, suggested: Locale): Promise<Locale> {
  const prompt = `[${locales.indexOf(suggested) + 1}] › `;
  const lines = createInterface({ input, output, terminal: true, prompt });
  const waiting: string[] = [];
  lines.on('line', (line) => waiting.push(line));
  const stopped = new Promise<never>((_, reject) => lines.once('SIGINT', () => reject(new NothingChosen())));
  const ended = once(lines, 'close');
  try {
    output.write(`${locales.map((locale) => texts(locale).start.language).join(' / ')}\n`);
    output.write(`${locales.map(lineOf).join('\n')}\n`);
    for (;;) {
      lines.prompt();
      // pasted lines arrive all at once
      if (waiting.length === 0) await Promise.race([once(lines, 'line'), ended, stopped]);
      const chosen = localeOf(waiting.shift() ?? '', suggested);
      if (chosen) return chosen;
      output.write(`${locales.map((locale) => texts(locale).start.whichAgain(answers)).join('\n')}\n`);
    }
  } finally {
    const rest = [...waiting, lines.line].join('\r');
    lines.close();
    if (rest && input.readable) input.unshift(Buffer.from(rest));
  }
}

/** `1 中文 / 2 English` */
const answers = locales.map((locale, at) => `${at + 1} ${texts(locale).language.name[locale]}`).join(' / ');

/** `  1  中文    输入 1，再按回车` */
function lineOf(locale: Locale, at: number): string {
  const { language, start } = texts(locale);
  return `  ${at + 1}  ${language.name[locale]}  ${start.which(at + 1)}`;
}

const NAMES = typedMeanings<Locale>(({ language }) => language);

/** The language that `2`, `中文` or `english` names; undefined if it names none. */
function localeOf(typed: string, suggested: Locale): Locale | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  return word === '' ? suggested : (NAMES.get(word) ?? locales[Number(word) - 1]);
}
