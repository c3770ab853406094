import type { Difference } from '../../lib/statistics.ts';
import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import type { Field } from '../reply.ts';
import { type Effect, FEWEST_BUYERS } from './effect.ts';

type Write = (value: number) => string;

const withSign =
  (write: Write): Write =>
  (value) =>
    `${value > 0 ? '+' : ''}${write(value)}`;

const whole = withSign((value) => String(Math.round(value)));
/** Orders of one person are few: as many digits as say something. */
const small = withSign((value) => String(Number(value.toPrecision(2))));
const money = (currency: string, locale: Locale): Write =>
  withSign((value) => formatMoney(String(Math.round(value)), currency, locale));

/**
 * What a campaign brought, with the bounds of each figure, in all and for each person; or what is missing to say it. `until`: the end of
 * its days in words; `over`: they are over.
 */
export function effectFields(
  t: Texts,
  locale: Locale,
  effect: Effect,
  { until, over }: { until: string; over: boolean },
): Field[] {
  const { labels } = t.campaign;
  const words = t.campaignEffect;
  const { people, buyers, orders, sums } = effect;
  const field = (value: string): Field => ({ label: labels.effect, value });
  if (!orders)
    return [
      field([words.few(FEWEST_BUYERS, buyers.treated, buyers.heldOut), ...(over ? [] : [words.soFar])].join(' ')),
    ];
  const each = ({ difference, low, high }: Difference, write: Write) =>
    words.between(write(difference), write(low), write(high));
  const inAll = (one: Difference, write: Write) => each(one, (value) => write(value * people.treated));
  return [
    field(words.orders(inAll(orders, whole), each(orders, small))),
    ...sums.map((sum) => {
      const write = money(sum.currency, locale);
      return field(words.sums(inAll(sum, write), each(sum, write)));
    }),
    {
      label: labels.holdout,
      value: [
        words.method(people.treated, people.heldOut, until),
        ...(orders.low <= 0 && orders.high >= 0 ? [words.chance] : []),
        ...(over ? [] : [words.soFar]),
      ].join(' '),
    },
  ];
}
