import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { currencyShape, idShape, minorShape, pageOf, pageShape, time, timeOrNull, timeShape } from '../shapes.ts';

const group = 'orders';

const lineShape = z
  .strictObject({
    title: z.string(),
    variant: z.string().nullable(),
    sku: z.string().nullable(),
    quantity: z.number().openapi({ description: 'As ordered: pieces, or a weight such as 1.5' }),
    current_quantity: z.number().nullable().openapi({ description: 'What is left of it; null: the shop does not say' }),
    price_minor: minorShape,
  })
  .openapi('OrderLine');

const orderShape = z
  .strictObject({
    id: idShape('the order'),
    number: z.string().openapi({ example: '#1042' }),
    shop: z.string().openapi({ example: 'shopify' }),
    contact: idShape('its buyer').nullable(),
    payment: z.string().openapi({ example: 'paid' }),
    fulfillment: z.string().nullable().openapi({ example: 'fulfilled' }),
    currency: currencyShape,
    total_minor: minorShape.openapi({ description: 'As placed' }),
    current_minor: minorShape.nullable().openapi({ description: 'What it comes to now; null: the shop does not say' }),
    refunded_minor: minorShape,
    taken_minor: minorShape.openapi({
      description: 'What the bank took by disputes that were lost; no part of what was refunded',
    }),
    outstanding_minor: minorShape.nullable(),
    discount_minor: minorShape.nullable(),
    test: z.boolean(),
    lines: z.array(lineShape),
    placed_at: timeShape,
    cancelled_at: timeShape.nullable(),
    deleted_at: timeShape.nullable(),
  })
  .openapi('Order');

interface Line {
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  current_quantity: number | null;
  price_minor: number;
}

interface Row {
  id: string;
  number: string;
  shop: string;
  contact: string | null;
  payment: string;
  fulfillment: string | null;
  currency: string;
  total: string;
  current: string | null;
  refunded: string;
  taken: string;
  outstanding: string | null;
  discount: string | null;
  test: boolean;
  lines: Line[];
  placedAt: Date;
  cancelledAt: Date | null;
  deletedAt: Date | null;
}

const columns = (sql: Sql): Fragment => sql`
  o.id, o.number, n.provider as shop, o.contact_id as contact, o.payment, o.fulfillment, o.currency, o.total_minor as total,
  o.current_minor as current, o.refunded_minor - o.taken_minor as refunded, o.taken_minor as taken, o.outstanding_minor as outstanding, o.discount_minor as discount,
  o.test, o.placed_at as "placedAt", o.cancelled_at as "cancelledAt", o.deleted_at as "deletedAt", coalesce((
    select jsonb_agg(jsonb_build_object(
      'title', i.title, 'variant', i.variant, 'sku', i.sku, 'quantity', i.quantity,
      'current_quantity', i.current_quantity, 'price_minor', i.price_minor
    ) order by i.position) from order_lines i where i.order_id = o.id
  ), '[]') as lines`;
const shops = (sql: Sql): Fragment => sql`join connections n on n.id = o.connection_id`;

const numberOrNull = (minor: string | null): number | null => (minor === null ? null : Number(minor));

const shape = ({
  total,
  current,
  refunded,
  taken,
  outstanding,
  discount,
  placedAt,
  cancelledAt,
  deletedAt,
  ...row
}: Row) => ({
  ...row,
  ...{ total_minor: Number(total), current_minor: numberOrNull(current), refunded_minor: Number(refunded) },
  taken_minor: Number(taken),
  ...{ outstanding_minor: numberOrNull(outstanding), discount_minor: numberOrNull(discount) },
  ...{ placed_at: time(placedAt), cancelled_at: timeOrNull(cancelledAt), deleted_at: timeOrNull(deletedAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from orders o ${shops(tx)} where o.id = ${id}`;
  if (!row) throw notFound('order');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/orders', name: 'listOrders', group, scope: 'read' },
  summary: 'Orders, as the shops say they stand',
  query: z.object({ ...pageShape, contact: idShape('the buyer').optional() }),
  ok: { status: 200, shape: pageOf(orderShape).openapi('OrderPage') },
  async run({ tx }, { query: { contact, ...page } }) {
    const where = all(tx, contact ? tx`o.contact_id = ${contact}` : undefined);
    const listed = { from: tx`orders o`, id: tx`o.id`, columns: columns(tx), joins: shops(tx), where };
    return { body: await listPage(tx, listed, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/orders/{id}', name: 'getOrder', group, scope: 'read' },
  params: { id: idShape('the order') },
  summary: 'An order',
  ok: { status: 200, shape: orderShape },
  versioned: { table: 'orders', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

export const orderOperations = [list, get];
