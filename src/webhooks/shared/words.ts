import * as z from 'zod';
import type { OrderWords } from '../../domain/shop_event.ts';
import { head } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';
import { line } from './shapes.ts';

/** How much we keep of everything that a buyer has written. */
const LONGEST = 10_000;
/** Deeper values were not written by a buyer. */
const DEEPEST = 5;

/** Any value that a shop's page keeps as an answer, in words; lists and named values too. */
function inWords(value: unknown, depth = 0): string {
  if (typeof value === 'string') return cleanText(value).trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  if (depth === DEEPEST) return '…';
  const all = Array.isArray(value)
    ? value.map((one) => inWords(one, depth + 1))
    : Object.entries(value).map(([name, one]) => labelled(cleanText(name), inWords(one, depth + 1)));
  return all.filter(Boolean).join(', ');
}

const labelled = (name: string, words: string): string => words && [name, words].filter(Boolean).join(': ');

const value = z
  .unknown()
  .optional()
  .transform((one) => inWords(one));
const pair = z.object({ name: line.catch(''), value: value.optional().default('') }).catch({ name: '', value: '' });

/** What a shop's page has asked its buyer: a list of names and values, or an object by name. */
export const Answers = z
  .union([
    z.array(pair),
    z.record(z.string(), value).transform((all) => Object.entries(all).map(([name, said]) => ({ name, value: said }))),
  ])
  .nullish()
  .catch(null);
export type Answers = z.output<typeof Answers>;

export const Note = value.optional();

interface WrittenOrder {
  note?: string | null | undefined;
  note_attributes?: Answers | undefined;
  line_items: readonly Article[];
}

interface Article {
  title?: string | null | undefined;
  name?: string | null | undefined;
  properties?: Answers | undefined;
  current_quantity?: number | null | undefined;
}

/**
 * Everything written with an order: its note, the answers to the page's questions, and instructions for each article.
 */
export function orderWords({ note, note_attributes: asked, line_items: articles }: WrittenOrder): OrderWords[] {
  const ofArticles = articles
    .filter(({ current_quantity: left }) => left !== 0)
    .map(({ title, name, properties }) => ({
      of: title || name || '',
      text: said(properties)
        .map(({ of, text }) => labelled(of, text))
        .join(' · '),
    }));
  return within(
    LONGEST,
    [{ of: '', text: note ?? '' }, ...said(asked), ...ofArticles].filter(({ text }) => text !== ''),
  );
}

/** Names that begin with _ are meant for the shop's programs. */
function said(answers: Answers | undefined): OrderWords[] {
  return (answers ?? [])
    .filter(({ name, value: words }) => words !== '' && !name.startsWith('_'))
    .map(({ name, value: words }) => ({ of: name, text: words }));
}

/** The first texts, as many as fit; one that is cut ends in … */
function within(limit: number, words: readonly OrderWords[]): OrderWords[] {
  const kept: OrderWords[] = [];
  let left = limit;
  for (const { of, text } of words) {
    const fits = of.length + text.length <= left;
    kept.push(fits ? { of, text } : { of, text: `${head(text, Math.max(0, left - of.length))}…` });
    left -= of.length + text.length;
    if (left <= 0) break;
  }
  return kept;
}
