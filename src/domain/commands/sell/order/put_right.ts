import type { ParcelPutRight } from '../../../../text/money/order/parcel_typed.ts';
import { type Button, failed, type Reply } from '../../../reply.ts';
import type { Order } from '../../../sell/order.ts';
import { loadOwn } from '../../../sell/own_order.ts';
import { type Parcel, shipmentsOf, upsertShipments } from '../../../sell/shipment.ts';
import type { CommandContext } from '../../command.ts';
import { changed } from './changed.ts';
import { notAnAct } from './what_it_is.ts';

/** Notes the right carrier or number of a parcel of an own order; of several it is asked which. A shop's own is changed in the shop. */
export async function putRight(
  ctx: CommandContext,
  order: Order,
  right: ParcelPutRight,
  words: string,
): Promise<Reply> {
  const own = await loadOwn(ctx.tx, order.id);
  if (!own) return failed(ctx.t.order.ofShop(order.number), order.url ? { hint: order.url } : {});
  const live = (await shipmentsOf(ctx.tx, order.id)).filter(({ state }) => state !== 'cancelled');
  const named = live.filter((parcel) => right.was === '' || numberOf(parcel) === right.was);
  const [parcel, ...others] = named;
  if (!parcel) return notAnAct(ctx, order, words);
  if (others.length > 0) return askWhich(ctx, order, named, right);
  const { id: _, strangeState: _strange, ...stored } = parcel;
  const tracking = right.number === '' ? stored.tracking : [{ number: right.number, url: null }];
  const shipments = [{ ...stored, carrier: right.carrier || stored.carrier, tracking }];
  const { connectionId, number: orderExternalId } = own;
  await upsertShipments(ctx.tx, [{ connectionId, orderExternalId, shipments, at: ctx.now }]);
  return changed(ctx, order.id, own, ctx.t.order.changed(own.number));
}

const numberOf = ({ tracking }: Pick<Parcel, 'tracking'>): string => tracking[0]?.number ?? '';

function askWhich(
  ctx: CommandContext,
  { id, number }: Order,
  parcels: readonly Parcel[],
  right: ParcelPutRight,
): Reply {
  const to = `${right.carrier} ${right.number}`.trim();
  const buttons = parcels
    .filter((parcel) => numberOf(parcel) !== '')
    .map((parcel): Button[] => [
      {
        label: [parcel.carrier, numberOf(parcel)].filter(Boolean).join(' '),
        command: `/order o${id} tracking ${numberOf(parcel)} should be ${to}`,
      },
    ]);
  return failed(ctx.t.order.whichParcel(number), { buttons });
}
