import { cutLength } from '../../text/cut.ts';
import { linkInWords } from '../../text/link.ts';
import { strike } from '../../text/struck.ts';

/**
 * Escapes Slack's control characters (docs.slack.dev, "Formatting text"): `<!channel>` and `<@U1>` are then only words.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `~words~`, as Slack writes struck-out words: within a line, and not the tilde that means "about". */
const STRUCK = /(?<![\w~])~(?=[^\s~])([^~\n]{1,3000})(?<=[^\s~])~(?![\w~])/g;

/** What a person typed, with the words that they have struck out marked. */
export function typedText(text: string): string {
  return unescapeText(text.replace(STRUCK, (_, words: string) => strike(words)));
}

/** Turns Slack's entities, links and mentions back into plain text. */
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

/**
 * Splits a text into pieces that are at most `limit` UTF-16 units long after `render`; the text is cut before rendering
 * because escaping makes it longer.
 */
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
