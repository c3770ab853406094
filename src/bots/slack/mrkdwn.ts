import { cutLength } from '../../text/cut.ts';
import { linkInWords } from '../../text/link.ts';
import { strike } from '../../text/struck.ts';

/** Slack's control characters (docs.slack.dev, "Formatting text"): escaped, `<!channel>` and `<@U1>` are only words. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `~words~`, as Slack writes it: within a line, and not the tilde that means "about". */
const STRUCK = /(?<![\w~])~(?=[^\s~])([^~\n]{1,3000})(?<=[^\s~])~(?![\w~])/g;

/** What a person typed, with what they have struck out marked as such. */
export function typedText(text: string): string {
  return unescapeText(text.replace(STRUCK, (_, words: string) => strike(words)));
}

/** Plain text again, out of what Slack made of it: entities, links and mentions. */
export function unescapeText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => reference(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<https://x.y|x.y>`, `<mailto:a@b.c|a@b.c>`. */
function reference(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  const kind = target[0];
  if (kind === '@' || kind === '#') return kind + (label || target.slice(1));
  if (kind === '!') return label || `@${target.slice(1)}`;
  return label === '' ? target.replace(/^(?:mailto|tel):/, '') : linkInWords(label, target);
}

/** Rendered pieces of a text, each at most `limit` UTF-16 units long; escaping makes text longer, so it is cut before. */
export function pieces(text: string, limit: number, render: (piece: string) => string = escapeText): string[] {
  const found: string[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    let length = cutLength(rest, limit);
    while (length > 1 && render(rest.slice(0, length)).length > limit) length = cutLength(rest, Math.ceil(length / 2));
    found.push(render(rest.slice(0, length)));
    rest = rest.slice(length);
  }
  return found.filter((piece) => /\S/.test(piece));
}
