import { createHmac, createSecretKey } from 'node:crypto';
import { escapeHtml } from '../src/lib/escape_html.ts';
import { messageIdFor } from '../src/mail/read/message_id.ts';
import type { BulkForm, FilledMail, WrittenMail } from '../src/outbox/bulk.ts';

/** A person as the claim gives them. */
export interface Person {
  contact_id: string;
  address: string;
  name: string;
  city: string;
}

const SECRET = createSecretKey(Buffer.from('bench secret'));
const FROM = 'Tea by Mei <shop@example.com>';
const PARAGRAPH =
  '<p style="margin:0 0 16px;font-family:sans-serif">The first oolong of this spring was picked above the clouds at 1,600 metres, rolled by hand and roasted twice over charcoal.</p>\n';
const PAGE = PARAGRAPH.repeat(26);
const WORDS = 'The first oolong of this spring was picked above the clouds and roasted twice over charcoal.\n'.repeat(
  4,
);

/** Signed, so that it needs no row of its own. */
function unsubscribeUrl(contactId: string): string {
  const token = `${contactId}.email`;
  return `https://crm.example.com/u/${token}.${createHmac('sha256', SECRET).update(token).digest('base64url')}`;
}

/** 5 KB of HTML and a short text, with a name, a city and a link of each person's own. */
export const FORM: BulkForm = {
  from: FROM,
  subject: ['New harvest for ', { slot: 'name' }],
  html: [
    ...['<html><body>\n<p>Dear ', { slot: 'name' }, ' in ', { slot: 'city' }, `,</p>\n${PAGE}<p><a href="`],
    ...[{ slot: 'url' }, '">Unsubscribe</a></p>\n</body></html>\n'],
  ],
  text: [
    ...['Dear ', { slot: 'name' }, ' in ', { slot: 'city' }, `,\n\n${WORDS}\nUnsubscribe: `, { slot: 'url' }, '\n'],
  ],
  headers: {
    'List-Unsubscribe': ['<', { slot: 'url' }, '>, <mailto:unsubscribe@example.com>'],
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Feedback-ID': 'c12:shop:news:solocrm',
  },
};

const idOf = ({ contact_id }: Person): string => messageIdFor(`campaign:12:${contact_id}`, 'example.com', SECRET);

export function filledMail(person: Person): FilledMail {
  const { contact_id: id, address: to, name, city } = person;
  return { id, to, messageId: idOf(person), form: FORM, values: { name, city, url: unsubscribeUrl(id) } };
}

/** The same mail, as a template engine hands it over. */
export function writtenMail(person: Person): WrittenMail {
  const { contact_id: id, address: to, name, city } = person;
  const url = unsubscribeUrl(id);
  return {
    ...{ id, to, from: FROM, messageId: idOf(person), subject: `New harvest for ${name}` },
    html: `<html><body>\n<p>Dear ${escapeHtml(name)} in ${escapeHtml(city)},</p>\n${PAGE}<p><a href="${url}">Unsubscribe</a></p>\n</body></html>\n`,
    text: `Dear ${name} in ${city},\n\n${WORDS}\nUnsubscribe: ${url}\n`,
    headers: {
      'List-Unsubscribe': `<${url}>, <mailto:unsubscribe@example.com>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Feedback-ID': 'c12:shop:news:solocrm',
    },
  };
}
