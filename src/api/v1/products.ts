import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, nameShape, pageOf, pageShape, timeOrNull, timeShape } from '../shapes.ts';

const group = 'products';
const LONGEST_TITLE = 100;

const variantShape = z
  .strictObject({
    title: z.string().openapi({ description: 'Empty for a product of only one' }),
    sku: z.string().nullable(),
    price: z.string().nullable().openapi({ description: 'A decimal, as the shop writes it', example: '12.80' }),
    stock: z.number().nullable().openapi({ description: 'null: it is not counted' }),
  })
  .openapi('ProductVariant');

const productShape = z
  .strictObject({
    id: idShape('the product'),
    shop: z.string().openapi({ example: 'shopify' }),
    shop_id: z.string().openapi({ description: 'The shop’s own number of it' }),
    title: z.string(),
    currency: z.string().nullable(),
    url: z.string().nullable(),
    published: z.boolean(),
    variants: z.array(variantShape),
    changed_at: timeShape.nullable().openapi({ description: 'When the shop changed it; null: it never described it' }),
    deleted_at: timeShape.nullable(),
  })
  .openapi('Product');

interface Row {
  id: string;
  shop: string;
  shop_id: string;
  title: string;
  currency: string | null;
  url: string | null;
  published: boolean;
  variants: z.infer<typeof variantShape>[];
  changedAt: Date | null;
  deletedAt: Date | null;
}

/** Described later than it was deleted, it is there again. */
const columns = (sql: Sql): Fragment => sql`
  d.id, n.provider as shop, d.external_id as shop_id, d.title, d.currency, d.url, d.published,
  nullif(d.version_at, '-infinity') as "changedAt", case when d.version_at > d.deleted_at then null else d.deleted_at end as "deletedAt",
  coalesce((
    select jsonb_agg(jsonb_build_object('title', coalesce(v.title, ''), 'sku', v.sku, 'price', v.price, 'stock', v.stock) order by place)
    from rows from (jsonb_to_recordset(d.variants) as (title text, sku text, price text, stock double precision)) with ordinality
      as v (title, sku, price, stock, place)
  ), '[]') as variants`;
const shops = (sql: Sql): Fragment => sql`join connections n on n.id = d.connection_id`;

const shape = ({ changedAt, deletedAt, ...row }: Row) => ({
  ...row,
  ...{ changed_at: timeOrNull(changedAt), deleted_at: timeOrNull(deletedAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from products d ${shops(tx)} where d.id = ${id}`;
  if (!row) throw notFound('product');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/products', name: 'listProducts', group, scope: 'read' },
  summary: 'Products, as the shops describe them',
  query: z.object({ ...pageShape, title: nameShape(LONGEST_TITLE, 'green tea').optional() }),
  ok: { status: 200, shape: pageOf(productShape).openapi('ProductPage') },
  async run({ tx }, { query: { title, ...page } }) {
    const where = all(tx, title ? tx`word_keys(d.title) @> word_keys(${title})` : undefined);
    const listed = { from: tx`products d`, id: tx`d.id`, columns: columns(tx), joins: shops(tx), where };
    return { body: await listPage(tx, listed, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/products/{id}', name: 'getProduct', group, scope: 'read' },
  params: { id: idShape('the product') },
  summary: 'A product',
  ok: { status: 200, shape: productShape },
  versioned: { table: 'products', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

export const productOperations = [list, get];
