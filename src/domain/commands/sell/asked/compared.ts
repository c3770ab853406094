import { formatMoney } from '../../../../text/money/money.ts';
import type { SaidSpan } from '../../../../text/when/past/compared.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import { takingsLine } from '../../../desk/shop/takings_line.ts';
import type { Reply } from '../../../reply.ts';
import { type Takings, takings } from '../../../sell/order_money.ts';
import type { CommandContext } from '../../command.ts';
import { spanNamed } from '../../words/spans/span_words.ts';

/** What came in in two stretches of days, beside each other, and by how much the second was more. */
export async function comparedReply(ctx: CommandContext, both: readonly [SaidSpan, SaidSpan]): Promise<Reply> {
  const { t, locale } = ctx;
  const came = await Promise.all(both.map(({ span }) => takings(ctx.tx, span.from, span.until)));
  const items = both.map(({ span }, nth) => ({
    text: spanNamed(ctx, span),
    detail: came[nth]!.map((line) => takingsLine(t, line, locale)).join('; ') || t.takings.none,
  }));
  const hint = differs(
    ctx,
    both.map(({ span }) => span),
    came,
  );
  return {
    title: t.asked.compared,
    lists: [{ items }],
    ...(hint && { hint }),
    buttons: [
      both.map(({ said }) => ({
        label: t.takings.title(said),
        command: `/takings ${said}`,
        turns: true as const,
      })),
    ],
  };
}

/** Undefined: more than one currency came in. */
function differs(ctx: CommandContext, spans: readonly PastSpan[], came: readonly Takings[][]): string | undefined {
  const all = came.flat();
  const currency = all[0]?.currency;
  if (!currency || all.some((one) => one.currency !== currency)) return undefined;
  const [first, second] = came.map((lines) => lines.reduce((sum, one) => sum + leftOf(one), 0n)) as [bigint, bigint];
  const [earlier, later] = spans.map((span) => spanNamed(ctx, span)) as [string, string];
  if (first === second) return ctx.t.asked.same;
  const money = (minor: bigint) => formatMoney(String(minor), currency, ctx.locale);
  return second > first
    ? ctx.t.asked.moreThan(later, money(second - first), earlier)
    : ctx.t.asked.moreThan(earlier, money(first - second), later);
}

const leftOf = ({ totalMinor, refundedMinor, takenMinor }: Takings): bigint =>
  BigInt(totalMinor) - BigInt(refundedMinor) - BigInt(takenMinor);
