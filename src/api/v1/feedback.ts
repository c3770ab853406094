import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { FEEDBACK_STATES } from '../../domain/serve/feedback.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, pageOf, pageShape, time, timeOrNull, timeShape } from '../shapes.ts';

const group = 'feedback';
const params = { id: idShape('the feedback') };

const feedbackShape = z
  .strictObject({
    id: idShape('the feedback'),
    contact: idShape('its contact'),
    kind: z.string().openapi({ description: '`praise`, `suggestion` or `criticism`' }),
    text: z.string(),
    tags: z.array(z.string()),
    state: z.enum(FEEDBACK_STATES),
    told_at: timeShape.nullable().openapi({ description: 'When they were told that what they asked for is here' }),
    may_be_shown: z.enum(['name', 'nameless', 'no']).nullable().openapi({
      description: 'Whether they agreed that it is shown to others, under their name or without; null: not said',
    }),
    shown_as: z.string().nullable().openapi({ description: 'The name under which it may be shown' }),
    created_at: timeShape,
  })
  .openapi('Feedback');

interface Row {
  id: string;
  contact: string;
  kind: string;
  text: string;
  tags: string[];
  state: (typeof FEEDBACK_STATES)[number];
  toldAt: Date | null;
  may_be_shown: 'name' | 'nameless' | 'no' | null;
  shown_as: string | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  f.id, f.contact_id as contact, f.kind, f.text, f.tags, f.state, f.told_at as "toldAt", f.quote_said as may_be_shown,
  nullif(f.quote_name, '') as shown_as, f.created_at as "createdAt"`;

const shape = ({ toldAt, createdAt, ...row }: Row) => ({
  ...row,
  ...{ told_at: timeOrNull(toldAt), created_at: time(createdAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from feedback f where f.id = ${id}`;
  if (!row) throw notFound('feedback');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/feedback', name: 'listFeedback', group, scope: 'read' },
  summary: 'What customers say: praise, suggestions, criticism',
  query: z.object({ ...pageShape, contact: idShape('the contact').optional() }),
  ok: { status: 200, shape: pageOf(feedbackShape).openapi('FeedbackPage') },
  async run({ tx }, { query: { contact, ...page } }) {
    const where = all(tx, contact ? tx`f.contact_id = ${contact}` : undefined);
    return {
      body: await listPage(tx, { from: tx`feedback f`, id: tx`f.id`, columns: columns(tx), where }, page, shape),
    };
  },
});

const get = operation({
  ...{ method: 'get', path: '/feedback/{id}', name: 'getFeedback', group, scope: 'read', params },
  summary: 'What a customer said',
  ok: { status: 200, shape: feedbackShape },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const ratingShape = z
  .strictObject({
    id: idShape('the rating'),
    contact: idShape('its contact'),
    ticket: idShape('its ticket'),
    score: z.number().int().min(1).max(5).nullable().openapi({ description: 'null: not answered' }),
    words: z.string(),
    asked_at: timeShape,
    rated_at: timeShape.nullable(),
  })
  .openapi('Rating');

interface RatingRow {
  id: string;
  contact: string;
  ticket: string;
  score: number | null;
  words: string;
  askedAt: Date;
  ratedAt: Date | null;
}

const ratingColumns = (sql: Sql): Fragment => sql`
  r.id, r.contact_id as contact, r.ticket_id as ticket, r.score, r.words, r.asked_at as "askedAt", r.rated_at as "ratedAt"`;

const ratingAsShown = ({ askedAt, ratedAt, ...row }: RatingRow) => ({
  ...row,
  ...{ asked_at: time(askedAt), rated_at: timeOrNull(ratedAt) },
});

const ratings = operation({
  ...{ method: 'get', path: '/ratings', name: 'listRatings', group, scope: 'read' },
  summary: 'How customers found it that their tickets were resolved: everybody who was asked',
  query: z.object({ ...pageShape, contact: idShape('the contact').optional() }),
  ok: { status: 200, shape: pageOf(ratingShape).openapi('RatingPage') },
  async run({ tx }, { query: { contact, ...page } }) {
    // nearly all of them were asked: the page is read in its order, and not by when they were (which the condition's words keep from it)
    const from = tx`(select * from ratings where (asked_at is not null)::int = 1) r`;
    const where = contact ? tx`r.contact_id = ${contact}` : undefined;
    const listed = { from, id: tx`r.id`, columns: ratingColumns(tx), where };
    return { body: await listPage(tx, listed, page, ratingAsShown) };
  },
});

export const feedbackOperations = [list, get, ratings];
