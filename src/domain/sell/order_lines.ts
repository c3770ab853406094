import type { Sql, Tx } from '../../db/sql.ts';
import type { OrderLine, ReturnedPieces } from '../shop_event.ts';

/** Whose lines they are. */
interface Lines {
  orderId: string;
  lines: readonly OrderLine[];
}

/** Writes the lines of orders as their versions say; those that stand so already are left alone. `changed`: orders that had some before. */
export async function writeLines(tx: Tx, orders: readonly Lines[], changed: ReadonlySet<string>): Promise<void> {
  const had = orders.filter(({ orderId }) => changed.has(orderId));
  await Promise.all([had.length > 0 && dropLonger(tx, had), putLines(tx, orders)]);
}

/** The lines of orders that had more of them. */
async function dropLonger(tx: Tx, orders: readonly Lines[]): Promise<void> {
  await tx`
    delete from order_lines l
    using unnest((select ${orders.map(({ orderId }) => orderId)}::bigint[]), (select ${orders.map(({ lines }) => lines.length)}::int[]))
      as told (order_id, count)
    where l.order_id = told.order_id and l.position >= told.count`;
}

async function putLines(tx: Tx, orders: readonly Lines[]): Promise<void> {
  const rows = orders.flatMap(({ orderId, lines }) => lines.map((line, position) => lineRow(orderId, line, position)));
  if (rows.length === 0) return;
  const columnsOfLine = Object.keys(rows[0]!);
  // a single parameter, because an order with thousands of lines has more values than a statement may have; what stands so already is
  // looked up, as an insert that meets it would lock it
  await tx`
    insert into order_lines (${tx(columnsOfLine)})
    select ${tx(columnsOfLine)} from jsonb_populate_recordset(null::order_lines, ${tx.json(rows)}) told
    where (
      select (l.external_id, l.sku, l.title, l.variant, l.quantity, l.current_quantity, l.price_minor, l.unsent)
        is not distinct from (told.external_id, told.sku, told.title, told.variant, told.quantity, told.current_quantity,
          told.price_minor, told.unsent)
      from order_lines l where l.order_id = told.order_id and l.position = told.position
    ) is not true
    on conflict (order_id, position) do update set
      external_id = excluded.external_id, sku = excluded.sku, title = excluded.title, variant = excluded.variant,
      quantity = excluded.quantity, current_quantity = excluded.current_quantity, price_minor = excluded.price_minor, unsent = excluded.unsent
    where (order_lines.external_id, order_lines.sku, order_lines.title, order_lines.variant, order_lines.quantity,
        order_lines.current_quantity, order_lines.price_minor, order_lines.unsent)
      is distinct from (excluded.external_id, excluded.sku, excluded.title, excluded.variant, excluded.quantity,
        excluded.current_quantity, excluded.price_minor, excluded.unsent)`;
}

/** A line as its columns: everything listed here is stored. */
const lineRow = (orderId: string, line: OrderLine, position: number) => ({
  order_id: orderId,
  position,
  external_id: line.externalId ?? null,
  sku: line.sku,
  title: line.title,
  variant: line.variant ?? null,
  quantity: line.quantity,
  current_quantity: line.currentQuantity ?? null,
  price_minor: line.priceMinor,
  unsent: line.unsent ?? null,
});

/** Takes pieces that were given back from their lines; the order's next version reports them too. */
export async function takeFromLines(tx: Tx, orderId: string, returned: readonly ReturnedPieces[]): Promise<void> {
  for (const { line, quantity } of returned) {
    await tx`
      update order_lines set current_quantity = greatest(0, round((coalesce(current_quantity, quantity) - ${quantity}::float8)::numeric, 6))
      where order_id = ${orderId} and external_id = ${line}`;
  }
}

/**
 * Takes from the lines what a refund gave back that was reported on its own and that the version just written does not
 * list yet (`listed_refunds` null: it does not say). A refund that was listed before and no longer is has been retracted. Returns the orders
 * that this changed.
 */
export async function takeUnlisted(tx: Tx, orderIds: readonly string[]): Promise<Set<string>> {
  const refunds = await tx<{ orderId: string; returned: ReturnedPieces[] }>`
    select r.order_id as "orderId", r.returned from order_refunds r join orders o on o.id = r.order_id
    where r.order_id = any((select ${[...orderIds]}::bigint[])::bigint[]) and r.returned <> '[]'
      and r.external_id <> all(coalesce(o.listed_refunds, '{}')) and not (r.listed and o.listed_refunds is not null)`;
  for (const { orderId, returned } of refunds) await takeFromLines(tx, orderId, returned);
  return new Set(refunds.map(({ orderId }) => orderId));
}

export interface OrderedArticle {
  title: string;
  /** The variant of the article. */
  variant: string | null;
  quantity: number;
}

/** What is left in it after edits and returns. */
export async function linesOf(sql: Sql, orderId: string): Promise<OrderedArticle[]> {
  return sql<OrderedArticle>`
    select title, variant, coalesce(current_quantity, quantity) as quantity from order_lines
    where order_id = ${orderId} and coalesce(current_quantity, quantity) > 0 order by position`;
}
