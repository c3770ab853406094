const FOR = /^(\S+)\s+(?:for|to|with)\s+(\S.*)$/iu;

/** chinese for Anna: what is meant for somebody, in one word, and for whom. */
export function firstForWhom(words: string): { first: string; who: string } | undefined {
  const [, first, who] = FOR.exec(words) ?? [];
  return first && who ? { first, who } : undefined;
}
