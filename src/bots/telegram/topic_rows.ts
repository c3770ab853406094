import type { Database } from '../../db/open.ts';

/** A customer and their topic in a desk chat. */
export interface Subject {
  contactId: string;
  /** The customer's name, or the address they write from. */
  name: string;
  /** message_thread_id; null if there is none yet. */
  topic: string | null;
  /** The topic's name as Telegram shows it. */
  shown: string | null;
  closed: boolean;
}

/**
 * The topics that there are. Each statement commits by itself: what Telegram has made is remembered before anything
 * else happens.
 */
export interface TopicRows {
  /** The person whom the conversation is with. */
  subject(chat: string, conversationId: string): Promise<Subject | undefined>;
  /** The topic's name as Telegram shows it. */
  shown(chat: string, topic: string): Promise<string | undefined>;
  remember(chat: string, topic: string, contactId: string, shown: string): Promise<void>;
  /** Notes how Telegram shows it from now on. */
  note(chat: string, topic: string, shown: string, closed: boolean): Promise<void>;
  forget(chat: string, topic: string): Promise<void>;
}

export function topicRows({ sql, autocommit }: Pick<Database, 'sql' | 'autocommit'>): TopicRows {
  return {
    async subject(chat, conversationId) {
      const [row] = await sql<Subject>`
        select k.id as "contactId", coalesce(nullif(k.name, ''), c.address) as name,
          t.external_id as topic, t.name as shown, t.closed_at is not null as closed
        from conversations c
        join contacts k on k.id = c.contact_id
        left join topics t on t.contact_id = k.id and t.channel = 'telegram' and t.address = ${chat}
        where c.id = ${conversationId} order by t.id desc limit 1`;
      return row;
    },
    async shown(chat, topic) {
      const [row] = await sql<{ name: string }>`
        select name from topics where channel = 'telegram' and address = ${chat} and external_id = ${topic}`;
      return row?.name;
    },
    async remember(chat, topic, contactId, shown) {
      await autocommit`
        insert into topics (channel, address, external_id, contact_id, name)
        values ('telegram', ${chat}, ${topic}, ${contactId}, ${shown})
        on conflict (channel, address, external_id) do update set
          contact_id = excluded.contact_id, name = excluded.name, closed_at = null`;
    },
    async note(chat, topic, shown, closed) {
      await autocommit`
        update topics set name = ${shown}, closed_at = case when ${closed} then coalesce(closed_at, now()) end
        where channel = 'telegram' and address = ${chat} and external_id = ${topic}`;
    },
    async forget(chat, topic) {
      await autocommit`
        delete from topics where channel = 'telegram' and address = ${chat} and external_id = ${topic}`;
    },
  };
}
