import type { Locale } from '../text/locale.ts';
import { type Texts, texts } from '../text/texts.ts';

/** The steps of a start, in this order; not every start takes all of them. */
export type Step = keyof Texts['start']['steps'];
export type OnStep = (step: Step) => void;

export interface Progress {
  step: OnStep;
  /** Speaks this language from here on. */
  speak(locale: Locale): void;
  /** Ends the display; on a terminal it leaves nothing behind. */
  end(): void;
}

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

const TURNS = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const TURN_MS = 100;

/** Shows what is being done: on a terminal one animated line that disappears, elsewhere one line for each step. */
export function openProgress(output: Output, spoken: Locale): Progress {
  let locale = spoken;
  const words = (step: Step) => texts(locale).start.steps[step];
  const line = output.isTTY ? turningLine(output) : { show: (said: string) => output.write(`${said}\n`), end() {} };
  return {
    step: (step) => line.show(words(step)),
    speak(other) {
      locale = other;
    },
    end: line.end,
  };
}

function turningLine(output: Output) {
  let shown = '';
  let turn = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => output.write(`\r\u001b[K${TURNS[turn++ % TURNS.length]} ${shown}`);
  return {
    show(said: string) {
      shown = said;
      draw();
      timer ??= setInterval(draw, TURN_MS).unref();
    },
    end() {
      if (timer) output.write('\r\u001b[K');
      clearInterval(timer);
      timer = undefined;
    },
  };
}
