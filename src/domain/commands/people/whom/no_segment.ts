import { Unclear } from '../../../people/filter/filter.ts';
import { parseFilter } from '../../../people/filter/filter_parse.ts';
import { failed, type Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { calledOf, MOST_NEAR, near, segmentWord, type There } from './near_people.ts';

/** A segment that there is not, with those that there are. Undefined: something else is not understood. */
export async function noSegment(
  ctx: CommandContext,
  words: string,
  there: There,
  again: (words: string) => string,
): Promise<Reply | undefined> {
  const unclear = parseFilter(words, there.typedIn);
  if (!(unclear instanceof Unclear) || unclear.kind !== 'segment' || unclear.within) return undefined;
  const typed = unclear.word.replace(/^-?[^:：=]{1,20}[:：=]/u, '').replace(/["“”「」]/gu, '');
  const { t } = ctx;
  const nearby = (await near(typed, there)).filter((one) => !one.startsWith('#'));
  const offered = nearby.length > 0 ? nearby : there.segments.slice(0, MOST_NEAR).map(({ name }) => segmentWord(name));
  return failed(t.segment.noSuch(typed), {
    buttons: [
      ...offered.map((one) => [{ label: calledOf(ctx, one), command: again(words.replace(unclear.word, one)) }]),
      [{ label: t.segment.make(typed), command: `/segment new ${typed}`, asks: true as const }],
    ],
  });
}
