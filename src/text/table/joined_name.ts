/** Family name first, without a space: 王红, 김민수. A part is no longer than such names are. */
const TOGETHER = [/^\p{Script=Han}{1,4}$/u, /^\p{Script=Hangul}{1,3}$/u];

/** A name from its parts, as its owner writes it: 张 and 三 are 张三, Anna and Smith are Anna Smith. '' stands for what is not there. */
export function joinedName({
  family = '',
  given = '',
  middle = '',
}: Partial<Record<'family' | 'given' | 'middle', string>>): string {
  const parts = [family, middle, given].filter((part) => part !== '');
  const isTogether = family !== '' && given !== '' && TOGETHER.some((shape) => parts.every((part) => shape.test(part)));
  return isTogether ? parts.join('') : [given, middle, family].filter((part) => part !== '').join(' ');
}
