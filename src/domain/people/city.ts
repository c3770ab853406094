import { cleanName } from '../../text/normalise.ts';

const LONGEST = 60;

/** A city's name without what people and shops add, so that 上海市 and 上海 are the same; '' if there is none in it. */
export function cityName(typed: string): string {
  const name = cleanName(typed.normalize('NFKC'), LONGEST).replace(/["“”「」]/g, '');
  return name.replace(/^(\p{Script=Han}{2,}?)市+$/u, '$1').trim();
}
