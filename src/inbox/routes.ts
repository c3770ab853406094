import { parseConsole } from '../bots/console/parse.ts';
import { parseSlack } from '../bots/slack/parse.ts';
import { parseTelegram } from '../bots/telegram/parse.ts';
import type { DomainEvent } from '../domain/event.ts';
import { providers } from '../webhooks/providers.ts';
import type { InboxRow } from './event.ts';

/** Turns a raw row into what it means. Pure but for loading its parser; throws when the row cannot be understood. */
export type Parse = (row: InboxRow) => DomainEvent | Promise<DomainEvent>;

/** What can come in: the first part of a row's source names its parser. */
export const routes: Record<string, Parse> = {
  console: parseConsole,
  telegram: parseTelegram,
  slack: parseSlack,
  // mailparser costs 40 MB: loaded with the first mail
  email: async (row) => (await import('../mail/parse.ts')).parseMail(row),
  ...Object.fromEntries(providers.map((provider) => [provider.name, provider.parse])),
};

export function routeOf(source: string): Parse {
  const route = routes[source.split(':')[0]!];
  if (!route) throw new Error(`nothing is known of the source ${source}`);
  return route;
}
