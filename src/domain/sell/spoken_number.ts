import { createHash } from 'node:crypto';

/** What only programs write: a UUID, a long figure in hexadecimal, or letters of both cases and figures at random. */
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const HEXADECIMAL = /^(?=.*[a-f])(?=.*\d)[\da-f]{20,}$/i;
const RANDOM = /^(?:[a-z]+_){0,3}(?=[A-Za-z\d]*[a-z])(?=[A-Za-z\d]*[A-Z])(?=[A-Za-z\d]*\d)[A-Za-z\d]{14,}$/;
const MOST = 10 ** 8;

/**
 * By which number people call an order whose system gives it none: its id, or, where nobody would read that out, eight digits that
 * always are the same for it (`pi_3MtwBwLkdIwHu7ix28a3tqPd` → '48120935').
 */
export function spokenNumber(id: string): string {
  if (![UUID, HEXADECIMAL, RANDOM].some((shape) => shape.test(id))) return id;
  const figure = createHash('sha256').update(id).digest().readUInt32BE(0) % (MOST - MOST / 10);
  return String(MOST / 10 + figure);
}
