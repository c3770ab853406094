import type { Sql, Tx } from '../../db/sql.ts';
import type { OrderLine, ReturnedPieces } from '../shop_event.ts';

export async function dropLines(tx: Tx, orderId: string): Promise<void> {
  await tx`delete from order_lines where order_id = ${orderId}`;
}

/** To an order without any. */
export async function addLines(tx: Tx, orderId: string, lines: readonly OrderLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(lineRow);
  const columnsOfLine = Object.keys(rows[0]!);
  // a single parameter, because an order with thousands of lines has more values than a statement may have
  await tx`
    insert into order_lines (${tx(columnsOfLine)}, order_id)
    select ${tx(columnsOfLine)}, ${orderId} from jsonb_populate_recordset(null::order_lines, ${tx.json(rows)})`;
}

/** A line as its columns: everything listed here is stored. */
const lineRow = (line: OrderLine, position: number) => ({
  position,
  external_id: line.externalId ?? null,
  sku: line.sku,
  title: line.title,
  variant: line.variant ?? null,
  quantity: line.quantity,
  current_quantity: line.currentQuantity ?? null,
  price_minor: line.priceMinor,
});

/** Takes pieces that were given back from their lines; the order's next version reports them too. */
export async function takeFromLines(tx: Tx, orderId: string, returned: readonly ReturnedPieces[]): Promise<void> {
  for (const { line, quantity } of returned) {
    await tx`
      update order_lines set current_quantity = greatest(0, coalesce(current_quantity, quantity) - ${quantity}::int)
      where order_id = ${orderId} and external_id = ${line}`;
  }
}

/**
 * Takes from the lines what a refund gave back that was reported on its own and that the version just written does not
 * list yet. `listed`: the refunds that it lists; null: it does not say. A refund that was listed before and no longer
 * is has been retracted.
 */
export async function takeUnlisted(tx: Tx, orderId: string, listed: readonly string[] | null): Promise<void> {
  const refunds = await tx<{ returned: ReturnedPieces[] }>`
    select returned from order_refunds
    where order_id = ${orderId} and returned <> '[]' and external_id <> all(${[...(listed ?? [])]}::text[])
      and not (listed and ${listed !== null})`;
  await takeFromLines(
    tx,
    orderId,
    refunds.flatMap(({ returned }) => returned),
  );
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
