import type { Template } from 'liquidjs';
import type { Locale } from '../../text/locale.ts';
import { parse, render, whereOf } from './engine.ts';
import { TemplateFault, type TemplatePart } from './fault.ts';
import { foreignIn } from './foreign.ts';
import type { PersonData } from './person_data.ts';
import { plainValue, type SlotKind, Slots } from './slots.ts';
import { type Straight, straightOf, valuesOf } from './straight.ts';
import { hasWithin, scopeOf, type Variable, variableCalled } from './variables.ts';

/** A subject or a body, parsed. */
export interface Part {
  templates: Template[];
  /** The words by which it asks for variables. */
  names: [word: string, variable: Variable][];
  /** The fields that it asks for. */
  fields: string[];
  slots: Slots;
  /** What it says where it only names variables: then the engine is asked only for somebody who lacks one. */
  straight: Straight | undefined;
}

/** Characters. The engine counts lines anew for each variable: time grows with the square of the length, which ends here at about 0.2 s. */
const LONGEST = { subject: 300, body: 20_000 };

/** `fields`: the names under which the owner's own are asked for; undefined: any. */
export function readPart(
  locale: Locale,
  part: TemplatePart,
  source: string,
  fields: readonly string[] | undefined,
): Part | TemplateFault {
  const fault = (where: TemplateFault['where']) => new TemplateFault(locale, part, where);
  if (source.trim() === '') return fault({ kind: 'empty', name: '', line: 1 });
  if (source.length > LONGEST[part]) return fault({ kind: 'long', name: String(LONGEST[part]), line: 1 });
  try {
    const { templates, asksFor } = parse(source);
    const names = new Map<string, Variable>();
    const asked: string[] = [];
    for (const { name, of, line } of asksFor) {
      const variable = variableCalled(name);
      if (!variable) return fault({ kind: 'unknown', name, line });
      const isThere = of === undefined || hasWithin(variable, of, fields);
      if (!isThere) return fault({ kind: 'unknown', name: `${name}.${of}`, line });
      names.set(name, variable);
      if (variable === 'fields' && of !== undefined) asked.push(of);
    }
    const foreign = foreignIn(source, locale, fields);
    if (foreign) return fault({ kind: 'foreign', name: foreign.typed, line: foreign.line, to: foreign.to });
    const straight = straightOf(source, [...names.keys()]);
    return { templates, names: [...names], fields: asked, slots: new Slots(source), straight };
  } catch (error) {
    return fault(whereOf(error));
  }
}

/** What a part comes to for somebody: words with slots, and the values that go there. Throws the engine's error. */
export function writePart(part: Part, data: PersonData): { words: string; values: string[] } {
  const { templates, names, slots, straight } = part;
  const scope = scopeOf(data, names);
  // the one address that we make ourselves is a link wherever it stands
  const kindOf = (value: string) => (value === data.unsubscribe_url ? 'start' : 'text');
  const plain = straight && valuesOf(straight, scope);
  if (plain) return { words: wordsBetween(straight, plain.map(kindOf), slots), values: plain.map(plainValue) };
  const values: string[] = [];
  const words = render(templates, scope, (value) => slots.at(values.push(plainValue(value)) - 1, kindOf(value)));
  return { words, values };
}

/** Made once for all whose values are of the same kinds. */
function wordsBetween({ words, known }: Straight, kinds: SlotKind[], slots: Slots): string {
  const key = kinds.join();
  const made = known.get(key) ?? words.reduce((said, next, nth) => said + slots.at(nth - 1, kinds[nth - 1]!) + next);
  known.set(key, made);
  return made;
}
