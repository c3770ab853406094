import { cleanName } from '../../text/normalise.ts';

/**
 * For an order that names an account and does not hold its record: what the order says of them gives way to any record,
 * however old.
 */
export const NO_RECORD = { name: null, city: null, updatedAt: new Date(0) };

interface Names {
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
}

/** Shops store first and last name separately; a Chinese name is written family name first, without a space. */
export function fullName({ first_name: first, last_name: last }: Names): string {
  const parts = [first?.trim() ?? '', last?.trim() ?? ''];
  const chinese = parts.every((part) => /^\p{Script=Han}{1,4}$/u.test(part));
  return chinese ? parts.reverse().join('') : parts.join(' ').trim();
}

/** A name without what rewrites the line around it; null if nothing is left. */
export function nameOf(name: string | null | undefined): string | null {
  return cleanName(name ?? '') || null;
}
