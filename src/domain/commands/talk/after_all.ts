import type { Sql } from '../../../db/sql.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Button, Field } from '../../reply.ts';
import { offerAnswer } from '../../talk/answer_way.ts';
import type { Conversation } from '../../talk/conversation.ts';

/** An answer that was called back. */
interface CalledBack {
  text: string;
  /** The number of the invoice that it reminds of; none if it is any other. */
  reminds: string | null | undefined;
}

/**
 * The button that sends after all what was called back, and what has to be shown beside it. A reminder to pay is written anew with the same
 * words: shown, and sent by a tap of its own, which counts it and is refused to whoever has paid.
 */
export async function offerAfterAll(
  sql: Sql,
  t: Texts,
  conversation: Conversation,
  { text, reminds, name, label = t.cancel.afterAll }: CalledBack & { name: string; label?: string },
): Promise<{ button: Button; fields: Field[] }> {
  if (reminds != null)
    return { button: { label: `${t.cancel.afterAll} …`, command: `/invoice ${reminds} remind ${text}` }, fields: [] };
  return offerAnswer(sql, t, conversation, { name, label, words: text });
}
