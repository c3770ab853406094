/** First word and the rest; full-width spaces count. */
export function splitFirst(text: string): [first: string, rest: string] {
  const match = /^\s*(\S+)\s*([\s\S]*)$/u.exec(text);
  return match ? [match[1]!, match[2]!.trim()] : ['', ''];
}

/** 'c12' names contact 12 beyond doubt: what buttons use. */
export function explicitContact(word: string): string | undefined {
  return /^c(\d{1,18})$/i.exec(word)?.[1];
}

/** A bare id as buttons write it. */
export function idIn(word: string): string | undefined {
  return /^#?(\d{1,18})$/.exec(word)?.[1];
}

/** A page number, counted from 1. */
export function pageIn(words: string): number {
  const page = Number(/^\d{1,4}$/.exec(words.trim())?.[0] ?? 1);
  return Math.max(1, page);
}

/** '#vip' → 'vip'; full-width ＃ counts. */
export function tagIn(word: string): string | undefined {
  return /^[#＃]([\p{L}\p{N}_-]{1,40})$/u.exec(word)?.[1]?.toLowerCase();
}
