import type { SentMessage } from '../test/support/fake_telegram.ts';

const colours = process.stdout.isTTY;
const strong = (text: string): string => (colours ? `\u001b[1m${text}\u001b[0m` : text);
const quiet = (text: string): string => (colours ? `\u001b[2m${text}\u001b[0m` : text);

export function heading(text: string): void {
  console.log(`\n${strong(`── ${text} ${'─'.repeat(Math.max(3, 60 - width(text)))}`)}`);
}

export function said(who: string, text: string): void {
  console.log(`${strong(who)}  ${text}`);
}

/** A message as the chat shows it, its buttons below. */
export function bubble(message: SentMessage): void {
  const lines = message.text.split('\n').map((line) => `│ ${line}`);
  const rows = message.buttons.map((row) => quiet(`│ ${row.map(({ text }) => `[ ${text} ]`).join(' ')}`));
  console.log(['╭', ...lines, ...rows, '╰'].join('\n'));
}

/** Columns on a terminal: a Chinese character takes two. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0);
