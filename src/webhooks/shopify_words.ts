import * as z from 'zod';
import { head } from '../text/cut.ts';
import { cleanText } from '../text/normalise.ts';
import { line } from './shopify_shapes.ts';

/** Of all that a buyer has written so much is kept. */
const LONGEST = 10_000;

const value = z
  .union([z.string().transform(cleanText), z.number().transform(String), z.boolean().transform(String)])
  .catch('');
const pair = z.object({ name: line.catch(''), value }).catch({ name: '', value: '' });

/** What a shop's page has asked its buyer: as a list of names and values, or by name. */
export const Answers = z
  .union([
    z.array(pair),
    z.record(z.string(), value).transform((all) => Object.entries(all).map(([name, said]) => ({ name, value: said }))),
  ])
  .nullish()
  .catch(null);
export type Answers = z.output<typeof Answers>;

export const Note = z.string().transform(cleanText).nullish().catch(null);

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

/** All that was written with an order: its note, what its page asked, what is to be done with each article. '' when nothing was. */
export function wordsOf({ note, note_attributes: asked, line_items: articles }: WrittenOrder): string {
  const ofArticles = articles
    .filter(({ current_quantity: left }) => left !== 0)
    .map(({ title, name, properties }) => [title || name, said(properties).join(' · ')] as const)
    .filter(([, words]) => words !== '')
    .map(([title, words]) => [title, words].filter(Boolean).join(': '));
  return head([(note ?? '').trim(), ...said(asked), ...ofArticles].filter(Boolean).join('\n'), LONGEST);
}

/** What begins with _ is between the shop's programs. */
function said(answers: Answers | undefined): string[] {
  return (answers ?? [])
    .filter(({ name, value: words }) => words.trim() !== '' && !name.startsWith('_'))
    .map(({ name, value: words }) => [name, words.trim()].filter(Boolean).join(': '));
}
