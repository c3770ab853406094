import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { commandCompleter } from '../bots/console/complete.ts';
import { openHistory } from '../bots/console/history.ts';
import { typed } from '../bots/console/parse.ts';
import { openPrompt, type Prompt, TERMINAL } from '../bots/console/prompt.ts';
import type { Config } from '../config.ts';
import { carriesSecret } from '../domain/commands/run.ts';
import { filesDir, keptPath } from '../files/store.ts';
import { faultOf } from '../lib/log.ts';
import type { Locale } from '../text/locale.ts';
import { texts } from '../text/texts.ts';
import { providers } from '../webhooks/providers.ts';
import type { Service } from './service.ts';

export { banner } from './banner.ts';

/**
 * Puts what is typed at the service's own terminal into the inbox. Lines that a person typed go into the history,
 * unless they hold a key.
 */
export function openTerminal({ house }: Service, config: Config, locale: Locale): Prompt {
  const t = texts(locale);
  const shops = providers.map(({ name }) => name);
  const onText = (text: string): string => {
    const id = randomUUID();
    house.receiver
      .receive(typed(TERMINAL, id, text))
      .catch((error) => console.error(t.start.notStored(faultOf(error).code ?? '')));
    return id;
  };
  return openPrompt({
    input: process.stdin,
    output: process.stdout,
    interactive: process.stdin.isTTY,
    stillHere: t.banner.stillHere,
    noSuchButton: t.banner.noSuchButton,
    howToStop: t.banner.howToStop,
    onText,
    // Ctrl-C at the prompt is Ctrl-C for the service
    onInterrupt: () => process.kill(process.pid, 'SIGINT'),
    pathOf: (ref) => keptPath(filesDir(config), ref),
    complete: commandCompleter(t),
    ...(process.stdin.isTTY && {
      history: openHistory(join(config.dataDir, 'terminal_history'), (line) => carriesSecret(line, shops)),
    }),
  });
}
