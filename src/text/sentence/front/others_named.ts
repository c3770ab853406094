import { plainly } from '../../plainly.ts';
import { ENGLISH, isSomebody } from './others_named/en.ts';
import type { Does, Form } from './others_named/form.ts';
import { CHINESE } from './others_named/zh.ts';

/** Somebody whom words beside a message name: they get it too, or instead, or are left out of it. */
export interface OthersNamed {
  does: Does;
  /** As it was typed; '': nobody is named, it is for whoever gets it alone. Glued: what is said stands behind the name. */
  whom: string;
  /** Where they stand. */
  at: Form['at'];
  /** Whoever is named so is somebody, whether or not anybody is known by that name. */
  certain: boolean;
  /** What is said. */
  words: string;
  /** What stands beside it. */
  ours: string;
}

/** So much of a message is looked at from its beginning, and so much from its end, in UTF-16 units. */
const MOST = 120;
const FORMS: readonly Form[] = [...ENGLISH, ...CHINESE];
const EDGES = /^[\s,，(（;.]+|[\s,，:：)）]+$/gu;
/** In a row they are joined as others are. */
const OR = / or /giu;

/**
 * Who may be named beside a message, whichever way (also to Bob: we are open; not Tom: we are closed; 店里有货，抄送王伟): whether anybody
 * is called that, only the desk knows.
 */
export function othersNamed(text: string): OthersNamed[] {
  const typed = text.trim();
  const plain = plainly(typed);
  const fronts = plain.slice(0, MOST);
  const from = Math.max(0, plain.length - MOST);
  const end = plain.slice(from);
  return FORMS.flatMap((form) => {
    const found = form.form.exec(form.at === 'end' ? end : fronts);
    return found ? (form.at === 'end' ? behind(typed, form, found, from) : before(typed, form, found)) : [];
  });
}

/** Whether words do nothing but name somebody who is to be told as well: 也告诉王磊一声. */
export const namesOnlyOthers = (text: string): boolean =>
  othersNamed(`${ANY_WORDS}, ${text}`).some(({ at, certain, words }) => at === 'end' && certain && words === ANY_WORDS);
const ANY_WORDS = 'ok';

function before(typed: string, form: Form, found: RegExpExecArray): OthersNamed[] {
  const { length } = found[0];
  const words = typed.slice(length);
  const isClock = /\d\s?[:：]$/u.test(found[0]) && /^\d{2}(?!\d)/u.test(words);
  if (isClock || !/[\p{L}\p{N}]/u.test(words)) return [];
  const whom = form.at === 'glued' ? words : typed.slice(...(found.indices?.groups?.whom ?? [0, 0]));
  return [read(form, whom, words, typed.slice(0, length))];
}

function behind(typed: string, form: Form, found: RegExpExecArray, from: number): OthersNamed[] {
  const at = from + found.index;
  const words = typed.slice(0, at).trim();
  const [begins, ends] = found.indices?.groups?.whom ?? [0, 0];
  return /[\p{L}\p{N}]/u.test(words)
    ? [read(form, typed.slice(from + begins, from + ends), words, typed.slice(at))]
    : [];
}

function read({ does, at, certain: sure }: Form, typed: string, words: string, beside: string): OthersNamed {
  const whom = typed.replace(OR, ', ').replace(/[.\s]+$/u, '');
  const certain = sure === true || (sure === 'capital' && isSomebody(whom));
  return { does, whom, at, certain, words, ours: beside.replace(EDGES, '') };
}
