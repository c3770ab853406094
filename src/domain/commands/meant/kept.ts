import { keptFirst, onlyTells } from '../../../text/meaning/kept_first.ts';
import type { Meaning } from '../../../text/meaning/meaning.ts';
import { behindName } from '../../../text/meaning/rest.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import type { Button, Reply } from '../../reply.ts';
import { distinctName } from '../who/choices.ts';
import type { Called } from './named.ts';

const ON_NOBODY = '/note ? ';

/** Whoever is named alone is whom the note is on: nobody asks whose it is. */
export async function noteOnNamed(ctx: Context, t: Texts, reply: Reply, people: readonly Called[]): Promise<Reply> {
  const [id, ...others] = people.flatMap(({ ids }) => ids);
  if (id === undefined || others.length > 0) return reply;
  const label = t.desk.makeNote(await distinctName({ ...ctx, t }, id));
  return withButtons(reply, (button) => {
    if (!button.command.startsWith(ON_NOBODY)) return [button];
    return [{ ...button, label, command: `/note c${id} ${button.command.slice(ON_NOBODY.length)}` }];
  });
}

/** What one has to do, or what is so of somebody, is kept first of all; what it is only near to stays below. `nearest`: what it is nearest to. */
export function keptAbove(
  text: string,
  people: readonly Called[],
  reply: Reply,
  { timed, nearest }: { timed: boolean; nearest: Meaning | undefined },
): Reply {
  const [name] = people.map(({ said }) => said);
  const behind = name && text.toLowerCase().startsWith(name.toLowerCase()) ? behindName(text, name) : '';
  const first = keptFirst(text, { behind, timed }) ?? (nearest && onlyTells(behind, nearest) ? 'note' : undefined);
  const kept = first && (reply.buttons ?? []).flat().find(({ command }) => command.startsWith(`/${first} `));
  if (!kept) return reply;
  const { buttons = [] } = withButtons(reply, (button) => (button === kept ? [] : [button]));
  return { ...reply, buttons: [[kept], ...buttons] };
}

const withButtons = (reply: Reply, each: (button: Button) => Button[]): Reply => ({
  ...reply,
  buttons: (reply.buttons ?? []).map((row) => row.flatMap(each)).filter(({ length }) => length > 0),
});
