import { cleanName } from '../../../text/normalise.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Segment } from '../../people/filter/filter.ts';
import { segmentCalled } from '../../people/filter/filter_parse.ts';
import { failed, type Reply } from '../../reply.ts';
import { LONGEST_NAME } from '../../segments/segment.ts';
import type { CommandContext } from '../command.ts';
import { isNear } from '../similar.ts';

/** What is done with one that is named. */
export type Act = 'add' | 'rename' | 'edit' | 'remove';

/** What parts a name from a filter, or would end it. */
export const SIGNS = /["“”「」:：=＝<>#＃]/u;

/** Those that are called nearly so, with what was to be done with them; where none is near all there are, if they are few. */
export function noSuch(
  { t }: CommandContext,
  segments: readonly Segment[],
  { act, words }: { act: 'show' | Act; words: string },
): Reply {
  const { name, rest } = nameAndRest(words);
  if (act === 'show' && rest) return namedAndFiltered(t, segments, name, rest);
  const near = segments.filter((one) => isNear(name, one.name));
  const offered = near.length > 0 || segments.length > MOST_OFFERED ? near : segments;
  const front = act === 'show' ? '' : `${t.typed.segment[act][0]} `;
  return failed(t.segment.noSuch(cleanName(name, LONGEST_NAME)), {
    hint: t.segment.hint,
    buttons: [
      ...offered
        .slice(0, MOST_OFFERED)
        .map((one) => [{ label: one.name, command: `/segment ${front}s${one.id}${rest && ` ${rest}`}` }]),
      [{ label: t.segment.list, command: '/segment' }],
    ],
  });
}

/** A name with a filter behind it shows nothing: one of that name is made, or given that filter, in one tap. */
function namedAndFiltered(t: Texts, segments: readonly Segment[], name: string, rest: string): Reply {
  const one = segmentCalled(segments, name);
  const known = one ? [one] : segments.filter((other) => isNear(name, other.name)).slice(0, MOST_OFFERED);
  const line = (filter: string) => `${name} · ${filter}`;
  return failed(t.segment.noSuch(cleanName(`${name} ${rest}`, LONGEST_NAME)), {
    hint: t.segment.hint,
    buttons: [
      ...(one
        ? [[{ label: `${t.segment.edit}: ${line(rest)}`, command: `/segment edit s${one.id} ${rest}` }]]
        : [[{ label: t.segment.make(line(rest)), command: `/segment new "${name}" ${rest}` }]]),
      ...known.map((other) => [{ label: other.name, command: `/segment s${other.id}` }]),
    ],
  });
}

/** So many are offered. */
const MOST_OFFERED = 4;

/** A name ends where a filter begins: 老客 订单:>=3. */
function nameAndRest(words: string): { name: string; rest: string } {
  const parts = words.trim().split(/\s+/u);
  const at = parts.findIndex((part, nth) => nth > 0 && SIGNS.test(part));
  return at < 0
    ? { name: parts.join(' '), rest: '' }
    : { name: parts.slice(0, at).join(' '), rest: parts.slice(at).join(' ') };
}
