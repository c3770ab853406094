import { foldText } from '../../../text/fold.ts';
import { plainly } from '../../../text/plainly.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { type Campaign, hasNotBegun } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Button, Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { exactly, momentOf, shown as whenShown } from '../words/moment.ts';
import { stepIn } from './read.ts';
import { show } from './show.ts';

/** What was said of it and cannot be read: nothing is changed, and it stands as it is. A time may be when it is to leave. */
export async function unread(
  ctx: CommandContext,
  one: Campaign,
  words: string,
  buttons: readonly Button[] = [],
): Promise<Reply> {
  const { t } = ctx;
  const shown = await show(ctx, one);
  const named = buttons.length > 0 ? undefined : buttonSaid(shown, words);
  const at = timeSaid(ctx, words);
  const isTime = at !== undefined && at > ctx.now && hasNotBegun(one);
  const schedule = isTime
    ? [
        [
          turn(
            t.campaign.button.scheduleAt(whenShown(ctx, at)),
            `/campaign ${one.id} at ${exactly(ctx, at)}`,
            'primary',
          ),
        ],
      ]
    : [];
  return {
    ...shown,
    failed: true,
    text: [t.campaign.unread(words), shown.text].filter(Boolean).join('\n'),
    buttons: [
      ...schedule,
      ...(named ? [[{ ...named }]] : []),
      ...(buttons.length > 0 ? [[...buttons]] : []),
      ...(shown.buttons ?? []),
    ],
  };
}

/** The one button of its card that says it, in whole or in part. */
function buttonSaid({ buttons = [] }: Reply, words: string): Button | undefined {
  const bare = (text: string) => foldText(plainly(text)).replace(/[\s\p{P}]+/gu, '');
  const said = bare(words);
  const all = buttons.flat();
  const exact = all.find(({ label }) => bare(label) === said);
  const part = said.length >= 2 ? all.filter(({ label }) => bare(label).includes(said)) : [];
  return exact ?? (part.length === 1 ? part[0] : undefined);
}

/** A time and nothing else but that it is to be sent then: tomorrow 9am, 明早9点发. */
export function timeSaid(ctx: CommandContext, words: string): Date | undefined {
  const when = parseWhen(words, momentOf(ctx));
  return when && (when.rest === '' || stepIn(when.rest).step === 'send') ? when.at : undefined;
}
