import type { Texts } from '../../text/texts.ts';
import type { Reply } from '../reply.ts';

/** What a command lacks; `words` is what was understood of it, `unread` what was not. */
export function incomplete(t: Texts, command: keyof Texts['commands'], need: string, words = '', unread = ''): Reply {
  const { summary, example } = t.commands[command];
  return {
    failed: true,
    title: summary,
    text: [
      ...(words ? [t.desk.understood(words)] : []),
      ...(unread ? [t.desk.notUnderstood(unread)] : []),
      t.desk.missing(need),
    ].join('\n'),
    fields: [{ label: t.help.example, value: example }],
  };
}
