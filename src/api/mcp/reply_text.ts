import { buttonsOf, itemWords, type Reply } from '../../domain/reply.ts';
import type { Texts } from '../../text/texts.ts';

/** A reply as an assistant reads it: all its words, and the command lines that its buttons stand for. */
export function replyText(t: Texts, reply: Reply): string {
  const { title, text, quote, fields = [], lists = [], hint, done = [] } = reply;
  const lines = [
    title,
    text,
    quote?.replace(/^/gm, '> '),
    ...fields.map(({ label, value }) => t.labelled(label, value)),
    ...lists.flatMap(({ title, items }) => [
      title,
      ...items.map((item) => `- ${[itemWords(item), item.detail].filter(Boolean).join(' · ')}`),
    ]),
    ...done,
    hint,
  ];
  const next = [...new Map(buttonsOf(reply).map(({ label, command }) => [command, label]))].map(
    ([command, label]) => `- ${t.labelled(label, command.replace(/\s*\n\s*/g, ' '))}`,
  );
  const offered = next.length > 0 ? [t.assistant.next, ...next] : [];
  return [...lines, ...offered].filter(Boolean).join('\n');
}
