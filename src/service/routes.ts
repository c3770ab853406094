import { parseConsole } from '../bots/console/parse.ts';
import type { OpenChannel } from '../channel/channel.ts';
import type { RowTrouble } from '../domain/row_event.ts';
import { WEB_FORM } from '../domain/webforms/web_form.ts';
import type { InboxRow, Parse } from '../inbox/event.ts';
import { storableEvent } from '../lib/storable.ts';
import { parseWebForm } from '../webforms/parse.ts';
import { providers } from '../webhooks/providers.ts';
import { markOf } from '../webhooks/pull/mark.ts';
import { FieldError } from '../webhooks/shared/shapes.ts';

/** How incoming rows are understood. */
export interface Routes {
  /** Finds the parser for a source by the first part of its name. */
  routeOf(source: string): Parse;
  /** What can be said about a row without parsing it. */
  describe(row: InboxRow): Promise<RowTrouble>;
}

/** The ways in: the terminal, web forms, the given channels and every shop. */
export function routesOf(channels: Record<string, Pick<OpenChannel, 'parse' | 'describe'>> = {}): Routes {
  const parsers = new Map<string, Parse>([
    ['console', parseConsole],
    [WEB_FORM, parseWebForm],
  ]);
  for (const { name, parse } of providers) parsers.set(name, (row) => ({ ...parse(row), ...markOf(row) }));
  for (const [name, { parse }] of Object.entries(channels)) parsers.set(name, parse);
  return {
    routeOf(source) {
      const parse = parsers.get(firstOf(source));
      if (!parse) throw new Error(`nothing is known of the source ${source}`);
      return async (row) => storableEvent(await parse(row));
    },
    async describe(row) {
      const channel = firstOf(row.source);
      const known = (await channels[channel]?.describe?.(row)) ?? wrongIn(row);
      return { channel, rowId: row.id, receivedAt: row.receivedAt, attachments: [], ...known };
    },
  };
}

/** What of a shop's event cannot be read, by its sender's names. */
function wrongIn(row: InboxRow): Pick<RowTrouble, 'wrongFields'> {
  try {
    providers.find(({ name }) => name === firstOf(row.source))?.parse(row);
  } catch (error) {
    if (error instanceof FieldError) return { wrongFields: error.fields };
  }
  return {};
}

const firstOf = (source: string): string => source.split(':', 1)[0]!;
