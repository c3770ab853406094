import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** An import of one of our files by another. Paths start at the root: 'src/domain/talk/answer.ts'. */
export interface Import {
  from: string;
  to: string;
}

/** All source files under a folder of the project. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file))
    .sort();
}

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** What a file imports from our code, including types and what it loads later. */
export function importsOf(file: string, text = textOf(file)): Import[] {
  const paths = [...text.matchAll(/(?:\bfrom|\bimport) ?\(?'(\.[^']+)'/g)].map((found) => found[1]!);
  return paths
    .map((path) => relative(ROOT, join(ROOT, dirname(file), path)))
    .filter((to) => existsSync(join(ROOT, to)))
    .map((to) => ({ from: file, to }));
}

/** The functions and values that a file exports by name. */
export const exportsOf = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm)].map((found) => found[1]!);

/** What a file takes of our code by name: 'src/a.ts#name'; 'src/a.ts#*' where it takes all of it, or loads it later. */
export function namesTaken(file: string, text = textOf(file)): string[] {
  const at = (path: string) => relative(ROOT, join(ROOT, dirname(file), path));
  const named = [...text.matchAll(/\{([^{}]*)\}\s+from\s+'(\.[^']+)'/g)].flatMap(([, names, path]) =>
    names!.split(',').map((name) => `${at(path!)}#${/^\s*(?:type )?(\w*)/.exec(name)![1]}`),
  );
  const whole = [...text.matchAll(/(?:\*(?: as \w+)? from |\bimport\()(?:\/\*.*?\*\/ )?'(\.[^']+)'/g)];
  return [...named, ...whole.map(([, path]) => `${at(path!)}#*`)];
}

/** Groups of files that import each other in a circle, whichever way round; each circle once. */
export function circlesOf(imports: readonly Import[]): string[][] {
  const next = grouped(imports);
  const circles: string[][] = [];
  const number = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const visit = (file: string): void => {
    number.set(file, number.size);
    lowest.set(file, number.get(file)!);
    path.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!number.has(to)) visit(to);
      if (path.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(to)!));
    }
    if (lowest.get(file) !== number.get(file)) return;
    const circle = path.splice(path.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const { from } of imports) if (!number.has(from)) visit(from);
  return circles;
}

function grouped(imports: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const one of imports) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return groups;
}
