import { createHmac } from 'node:crypto';
import type { Variants } from '../src/domain/templates/compile.ts';
import { compile } from '../src/domain/templates/compile.ts';
import type { PersonData } from '../src/domain/templates/person_data.ts';

export const FROM = 'Tea by Mei <shop@example.com>';

const PARAGRAPH =
  'The first oolong of this spring was picked above the clouds at 1,600 metres, rolled by hand and roasted twice over charcoal.\n\n';

/** About 4 KB of HTML and 3 KB of text, with a name, a city and links of each person's own. */
export const VARIANTS: Variants = {
  fallback: 'en',
  of: {
    en: {
      subject: 'New harvest for {{ first_name }}',
      body: `Dear {{ name }} in {{ city }},\n\n${PARAGRAPH.repeat(20)}[Have a look](https://tea.example.com/spring)`,
    },
  },
};

/** One mail, whole, as a plain loop hands it over. */
export interface PlainMail {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
}

const MARKS = { name: 'qqNAMEqq', city: 'qqCITYqq', url: 'https://crm.example.com/u/qqTOKENqq' };

/** The same words for a loop that only replaces what differs. */
export function plainMails(): (nth: number) => PlainMail {
  const compiled = compile(VARIANTS);
  if (!('render' in compiled)) throw new Error('the template is at fault');
  const { name, city, url } = MARKS;
  const person: PersonData = { name, first_name: name, city, unsubscribe_url: url, ...NOTHING };
  const letter = compiled.render(person, 'en');
  if ('missing' in letter) throw new Error(`the template lacks ${letter.missing}`);
  return (nth) => {
    const token = createHmac('sha256', 'bench').update(String(nth)).digest('base64url');
    const filled = (words: string) =>
      words.replaceAll(name, `Customer ${nth}`).replaceAll(city, 'Lyon').replaceAll('qqTOKENqq', token);
    return {
      ...{ from: FROM, to: `customer${nth}@example.net` },
      ...{ subject: filled(letter.subject), html: filled(letter.html), text: filled(letter.text) },
      headers: {
        'List-Unsubscribe': `<${filled(url)}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Feedback-ID': '1:newsletter:campaign:solo-crm',
        Precedence: 'bulk',
      },
    };
  };
}

const NOTHING: PersonData = { language: 'en', tags: [], fields: {}, orders: 0, shop: {}, today: '2026-11-27' };

/** Of the mail in bytes, by and large. */
export function bytesOf(): number {
  const { subject, html, text, headers } = plainMails()(1);
  return [subject, html, text, ...Object.values(headers)].reduce((sum, words) => sum + words.length + 40, 0);
}
