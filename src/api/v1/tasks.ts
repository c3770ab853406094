import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { finishTask, insertTask, loadTask, moveTask, passTask } from '../../domain/tasks/task.ts';
import { cleanName } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { givenTimeShape, idShape, pageOf, pageShape, textShape, time, timeOrNull, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'tasks';
const params = { id: idShape('the task') };
const TITLE = 300;

const taskShape = z
  .strictObject({
    id: idShape('the task'),
    contact: idShape('its contact').nullable(),
    title: z.string(),
    due_at: timeShape.nullable().openapi({ description: 'The owner is reminded then' }),
    done_at: timeShape.nullable(),
    repeats: z.boolean().openapi({ description: 'It comes back: done is only this time' }),
    created_at: timeShape,
  })
  .openapi('Task');

interface Row {
  id: string;
  contact: string | null;
  title: string;
  dueAt: Date | null;
  doneAt: Date | null;
  repeats: boolean;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  k.id, k.contact_id as contact, k.title, k.due_at as "dueAt", k.done_at as "doneAt", k.repeats is not null as repeats,
  k.created_at as "createdAt"`;

const shape = ({ dueAt, doneAt, createdAt, ...row }: Row) => ({
  ...row,
  ...{ due_at: timeOrNull(dueAt), done_at: timeOrNull(doneAt), created_at: time(createdAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from tasks k where k.id = ${id}`;
  if (!row) throw notFound('task');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/tasks', name: 'listTasks', group, scope: 'read' },
  summary: 'Tasks',
  query: z.object({
    ...pageShape,
    contact: idShape('the contact').optional(),
    state: z.enum(['open', 'done']).optional(),
  }),
  ok: { status: 200, shape: pageOf(taskShape).openapi('TaskPage') },
  async run({ tx }, { query: { contact, state, ...page } }) {
    const of = state === 'done' ? tx`k.done_at is not null` : tx`k.done_at is null`;
    const where = all(tx, contact ? tx`k.contact_id = ${contact}` : undefined, state ? of : undefined);
    return { body: await listPage(tx, { from: tx`tasks k`, id: tx`k.id`, columns: columns(tx), where }, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/tasks/{id}', name: 'getTask', group, scope: 'read', params },
  summary: 'A task',
  ok: { status: 200, shape: taskShape },
  versioned: { table: 'tasks', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const create = operation({
  ...{ method: 'post', path: '/tasks', name: 'createTask', group, scope: 'write' },
  summary: 'Set a task',
  body: z
    .strictObject({
      title: textShape(TITLE, 'Call Zhang'),
      contact: idShape('the contact').optional(),
      due_at: givenTimeShape.optional(),
    })
    .openapi('NewTask'),
  ok: { status: 201, shape: taskShape },
  async run(act, { body: { title, contact, due_at } }) {
    if (contact) await needContact(act, contact);
    const draft = { title: cleanName(title, TITLE), contactId: contact, userId: act.user.id };
    const { id } = await insertTask(act.tx, { ...draft, dueAt: due_at ? new Date(due_at) : undefined });
    return { body: await load(act, id), location: `/tasks/${id}` };
  },
});

const change = operation({
  ...{ method: 'patch', path: '/tasks/{id}', name: 'changeTask', group, scope: 'write', params },
  summary: 'Finish a task, or move it to another time',
  body: z.strictObject({ done: z.literal(true).optional(), due_at: givenTimeShape.optional() }).openapi('TaskChange'),
  ok: { status: 200, shape: taskShape },
  versioned: { table: 'tasks', load },
  async run(act, { params, body }) {
    const found = await loadTask(act.tx, params.id!);
    if (!found) throw notFound('task');
    if (body.due_at) await moveTask(act.tx, found.id, new Date(body.due_at));
    const { repeats } = found;
    if (body.done && repeats) await passTask(act.tx, { ...found, repeats }, act.now, act.settings.timezone);
    else if (body.done) await finishTask(act.tx, found.id, act.now);
    return { body: await load(act, found.id) };
  },
});

export const taskOperations = [list, create, get, change];
