const FOR = /^(\S+)\s+(?:for|to|with)\s+(\S.*)$/iu;

/** chinese for Anna: what is meant for somebody, in one word, and for whom. */
export function firstForWhom(words: string): { first: string; who: string } | undefined {
  const [, first, who] = FOR.exec(words) ?? [];
  return first && who ? { first, who } : undefined;
}

/** 'for Anna', 给李雷: whoever it is for, without the word that leads to them. */
export const withoutFor = (words: string): string =>
  words.trim().replace(/^(?:(?:for|to|with)\s+(?=\S)|[给对跟]\s?(?=\p{Script=Han}{2}))/iu, '');
