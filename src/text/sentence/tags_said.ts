/** A message that is nothing but tags. A number alone is an order's or a place in a list. */
export function tagsOnly(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return words.length <= 5 && words.every((word) => /^[-－]?[#＃](?!\d+$)[\p{L}\p{N}_-]{1,40}$/u.test(word));
}

/** Tags before or behind other words, which are a reminder to us more often than words for a customer. */
export function tagsBeside(text: string): { tags: string; words: string } | undefined {
  const typed = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({ word, index, isTag: tagsOnly(word) }));
  const [first, last] = [typed.find(({ isTag }) => !isTag), typed.findLast(({ isTag }) => !isTag)];
  if (!first || !last) return undefined;
  const tags = typed.filter(({ index }) => index < first.index || index > last.index).map(({ word }) => word);
  if (tags.length === 0) return undefined;
  return { tags: tags.join(' '), words: text.slice(first.index, last.index + last.word.length) };
}
