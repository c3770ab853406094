import { createInterface, type Interface } from 'node:readline';
import type { Button } from '../../domain/reply.ts';
import type { OutboxMessage } from '../../outbox/message.ts';
import { ASKS, LEAVES } from '../../text/shell_words.ts';
import { numberAlone, numberButtons } from './buttons.ts';
import type { Complete } from './complete.ts';
import { type ConsoleOptions, formatConsole } from './format.ts';
import { type History, MOST_LINES } from './history.ts';

/** The terminal's own session, and the address for desk cards while no chat is paired. */
export const TERMINAL = 'terminal';

/** Nobody types a second line this soon: lines so close together were pasted or come from a pipe. */
const PASTED_MS = 40;

export interface Prompt {
  show(message: OutboxMessage): void;
  close(): void;
}

export interface PromptOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** A person at a terminal; otherwise lines come from a pipe or file, and only the answers to them are shown. */
  interactive: boolean;
  /** Said at Ctrl-D, which does not end the service. */
  stillHere: string;
  /** Said if the line is a number that no button has. */
  noSuchButton(number: number): string;
  /** Said to somebody who types exit: how to stop the service. */
  howToStop: string;
  /** Keeps the typed text and returns the id that its reply will name. */
  onText(text: string): string;
  /** Ctrl-C. */
  onInterrupt(): void;
  pathOf?: ConsoleOptions['pathOf'];
  complete?: Complete;
  history?: History;
}

/** Reads commands from a terminal or a pipe and shows the replies; a terminal also gets the cards. */
export function openPrompt(options: PromptOptions): Prompt {
  const { input, output, interactive, pathOf } = options;
  const asked = new Set<string>();
  const buttons = numberButtons();
  const pasted = gatherPasted((text) => take(text));
  let closed = false;
  // nohup and some supervisors give a stdin that cannot be read: then nobody types, and the service goes on
  const unreadable = () => {
    closed = true;
  };
  input.on('error', unreadable);
  /** From Node 24 on, prompting on a closed reader throws. */
  let reading = true;
  let lines = open();

  function open(): Interface {
    const opened = createInterface({
      ...{ input, output, terminal: interactive, prompt: interactive ? '› ' : '' },
      ...(options.history && {
        ...{ history: options.history.lines(), historySize: MOST_LINES, removeHistoryDuplicates: true },
      }),
      ...(options.complete && { completer: options.complete }),
    });
    opened.on('history', (all) => options.history?.changed(all));
    opened.on('line', (line) => {
      pasted.add(line);
      if (reading) opened.prompt();
    });
    opened.on('SIGINT', options.onInterrupt);
    opened.on('close', again);
    // readers pass on errors of their stream; those of older Node versions do not
    opened.on('error', unreadable);
    reading = true;
    opened.prompt();
    return opened;
  }

  /**
   * Ctrl-D closes the reader and it opens again; a terminal that has gone, or a pipe at its end, closes it for good.
   */
  function again(): void {
    reading = false;
    pasted.flush();
    // the end of the stream is reported directly after this
    setImmediate(() => {
      if (closed || !interactive || !input.readable) return;
      output.write(`\r\u001b[K${options.stillHere}\n`);
      lines = open();
    });
  }

  /** A number alone presses the button that shows it; if that button needs more words, they are typed next. */
  function take(text: string): void {
    const number = interactive ? numberAlone(text) : undefined;
    const button = number === undefined ? undefined : buttons.named(number);
    if (number !== undefined && !button) remark(options.noSuchButton(number));
    else if (interactive && LEAVES.test(text)) remark(options.howToStop);
    else if (!button) asked.add(options.onText(interactive && ASKS.test(text) ? '/help' : text));
    else if (button.form) lines.write(`${button.command} `);
    else asked.add(options.onText(said(button)));
  }

  function remark(words: string): void {
    output.write(`\r\u001b[K${words}\n`);
    if (reading) lines.prompt(true);
  }

  function said({ command }: Button): string {
    output.write(`\r\u001b[K${formatConsole({ quote: command }, { colours: interactive })}\n`);
    if (reading) lines.prompt(true);
    return command;
  }

  function print({ payload }: OutboxMessage): void {
    if (payload.kind !== 'message') return;
    const number = interactive ? buttons.number : undefined;
    const words = formatConsole(payload.reply, { colours: interactive, number, ...(pathOf && { pathOf }) });
    output.write(interactive ? `\r\u001b[K${words}\n` : `${words}\n`);
    if (interactive && reading) lines.prompt(true);
  }

  return {
    show(message) {
      const { payload, address } = message;
      const isAnswer = payload.kind === 'message' && asked.delete(payload.replyTo ?? '');
      if (isAnswer || (interactive && isHere(address))) print(message);
    },
    close() {
      closed = true;
      lines.close();
    },
  };
}

const isHere = (address: string): boolean => address === TERMINAL || address === 'owner';

/**
 * Lines that arrive together are one text that was pasted; each line that begins with a slash is a command of its own.
 */
function gatherPasted(take: (text: string) => void): { add(line: string): void; flush(): void } {
  let held: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    const text = held.join('\n').trim();
    held = [];
    if (text !== '') take(text);
  };
  return {
    add(line) {
      if (/^\s*[/／](?![/／])/.test(line)) flush();
      held.push(line);
      clearTimeout(timer);
      timer = setTimeout(flush, PASTED_MS);
    },
    flush,
  };
}
