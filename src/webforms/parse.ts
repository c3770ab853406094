import type { SpamSign, WebFormFilled } from '../domain/web_form_event.ts';
import type { InboxRow } from '../inbox/event.ts';
import { readFormBody } from './body.ts';
import { filledIn } from './filled.ts';

/** What a stored row of a web form means; the last part of its source is the form's id. */
export async function parseWebForm({
  source,
  externalId,
  headers,
  body,
  receivedAt,
}: InboxRow): Promise<WebFormFilled> {
  const read = await readFormBody(body, headers?.['content-type'] ?? '');
  if (!read) throw new Error('what was stored of a form cannot be read');
  const spam = headers?.spam as SpamSign | undefined;
  return {
    kind: 'web_form.filled',
    formId: source.slice(source.indexOf(':') + 1),
    externalId: headers?.said ?? externalId,
    filled: { ...filledIn(read), page: headers?.page ?? '', from: headers?.from ?? '' },
    ...(spam && { spam }),
    sentAt: receivedAt,
  };
}
