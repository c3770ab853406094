import { parseConsole } from '../bots/console/parse.ts';
import { parseSlack } from '../bots/slack/parse.ts';
import { parseTelegram } from '../bots/telegram/parse.ts';
import type { DomainEvent, RowTrouble } from '../domain/event.ts';
import type { InboxRow, Parse } from '../inbox/event.ts';
import { storableEvent } from '../inbox/storable.ts';
import type { MailHouse } from '../mail/read/parse.ts';
import { providers } from '../webhooks/providers.ts';

type ParseFor = (row: InboxRow, house: MailHouse) => DomainEvent | Promise<DomainEvent>;

/** What can come in: the first part of a row's source names its parser. */
export const routes: Record<string, ParseFor> = {
  console: parseConsole,
  telegram: parseTelegram,
  slack: parseSlack,
  // what reads HTML costs memory: loaded with the first mail
  email: async (row, house) => (await import('../mail/read/parse.ts')).parseMail(row, house),
  ...Object.fromEntries(providers.map((provider) => [provider.name, provider.parse])),
};

/** What can be said of a row without its parser. */
export async function describeUnread(row: InboxRow): Promise<RowTrouble> {
  const [channel = ''] = row.source.split(':');
  const known = channel === 'email' ? (await import('../mail/read/unreadable.ts')).describeUnreadable(row) : undefined;
  return {
    channel,
    rowId: row.id,
    receivedAt: row.receivedAt,
    ...(known ?? { attachments: [] }),
  };
}

/** Finds the parser of a source; mail is read as the house's own settings say. */
export function routesFor(house: MailHouse): (source: string) => Parse {
  return (source) => {
    const route = routes[source.split(':')[0]!];
    if (!route) throw new Error(`nothing is known of the source ${source}`);
    return async (row) => storableEvent(await route(row, house));
  };
}
