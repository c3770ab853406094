/** Days of the week, Monday = 0, one by one and from one to another: mon-fri, 周一到周五. `pattern` finds one, `indexOf` says which. */
export function daysInRow(text: string, pattern: string, indexOf: (day: string) => number): number[] {
  const found = [...text.matchAll(new RegExp(pattern, 'gi'))];
  const days = found.flatMap(({ 0: word, index }, nth) => {
    const [day, last] = [indexOf(word), found[nth - 1]];
    const joint = last ? text.slice(last.index + last[0].length, index) : '';
    if (!last || !/^\s?(?:[-–~到至]|to |through )/.test(joint)) return [day];
    const first = indexOf(last[0]);
    return Array.from({ length: ((day - first + 7) % 7) + 1 }, (_, ahead) => (first + ahead) % 7);
  });
  return unique(days);
}

/** Each number once, in order. */
export const unique = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
