import { Liquid, type Template } from 'liquidjs';
import MarkdownIt from 'markdown-it';
import type { Sql } from '../../../db/sql.ts';
import { type Locale, locales } from '../../../text/locale.ts';
import type { Settings } from '../../settings.ts';

/** Subject and text as the owner wrote them in each language, and in which of them to whoever speaks none. */
export interface Variants {
  fallback: Locale;
  of: Partial<Record<Locale, { subject: string; body: string }>>;
}

/** What a template may name of a person. */
export type PersonData = Record<string, unknown>;

/** A template that cannot be used, and what its parser said. */
export interface TemplateFault {
  fault: string;
}

export interface Compiled {
  render(data: PersonData, locale: Locale): { subject: string; html: string; text: string } | { missing: string };
}

const engine = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  templates: {},
  parseLimit: 100_000,
  renderLimit: 500,
  memoryLimit: 1_000_000,
});
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

type Parsed = Record<'subject' | 'body', Template[]>;

/** Reads a template once, for as many people as there are. */
export function compile({ fallback, of }: Variants): Compiled | TemplateFault {
  try {
    const parsed = new Map<Locale, Parsed>();
    for (const locale of locales) {
      const written = of[locale];
      if (written) parsed.set(locale, { subject: engine.parse(written.subject), body: engine.parse(written.body) });
    }
    return { render: (data, locale) => render(parsed.get(locale) ?? parsed.get(fallback)!, data) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

function render({ subject, body }: Parsed, data: PersonData) {
  try {
    const text = String(engine.renderSync(body, data));
    const title = String(engine.renderSync(subject, data)).replace(/\s+/g, ' ').trim();
    return { subject: title, text, html: markdown.render(text) };
  } catch (error) {
    const { message } = error as Error;
    return { missing: /^undefined variable: ([\w.-]{1,80})/.exec(message)?.[1] ?? message };
  }
}

/** What is known of these people, as plain values. Without `unsubscribe_url`: whoever sends knows that. */
export async function personData(
  sql: Sql,
  contactIds: readonly string[],
  _now: Date,
  _settings: Pick<Settings, 'locale' | 'timezone' | 'businessName'>,
): Promise<Map<string, PersonData>> {
  const rows = await sql<{ id: string; name: string; city: string | null; language: string | null; tags: string[] }>`
    select id, name, city, locale as language, tags from contacts where id = any((select ${[...contactIds]}::bigint[])::bigint[])`;
  return new Map(
    rows.map(({ id, name, city, language, tags }) => [
      id,
      {
        tags,
        ...(name && { name, first_name: name.split(' ')[0] }),
        ...(city && { city }),
        ...(language && { language }),
      },
    ]),
  );
}
