import { z } from '@hono/zod-openapi';
import type { CommandContext } from '../../domain/commands/command.ts';
import { changeTags } from '../../domain/people/contact.ts';
import { operation } from '../operation.ts';
import { idShape, tagShape } from '../shapes.ts';
import { kept, needContact } from './contacts.ts';

const group = 'tags';
const MOST = 500;
const params = { id: idShape('the contact'), tag: tagShape };
const tagsShape = z.strictObject({ tags: z.array(z.string()) }).openapi('Tags');

const list = operation({
  ...{ method: 'get', path: '/tags', name: 'listTags', group, scope: 'read' },
  summary: `The tags in use and how many contacts have each, the most used first; at most ${MOST}`,
  ok: {
    status: 200,
    shape: z
      .strictObject({ data: z.array(z.strictObject({ tag: z.string(), contacts: z.int().min(1) })) })
      .openapi('TagCounts'),
  },
  async run({ tx }) {
    const data = await tx<{ tag: string; contacts: number }>`
      select tag, count(*)::int as contacts from contacts, unnest(tags) tag where tags <> '{}'
      group by tag order by 2 desc, 1 limit ${MOST}`;
    return { body: { data: [...data] } };
  },
});

async function tagged(act: CommandContext, id: string, add: string[], remove: string[]) {
  await needContact(act, id);
  return { body: { tags: await changeTags(act.tx, id, add, remove) } };
}

const put = operation({
  ...{ method: 'put', path: '/contacts/{id}/tags/{tag}', name: 'addTag', group, scope: 'write', params },
  summary: 'Tag a contact',
  ok: { status: 200, shape: tagsShape },
  run: (act, { params }) => tagged(act, params.id!, [kept(params.tag!)], []),
});

const remove = operation({
  ...{ method: 'delete', path: '/contacts/{id}/tags/{tag}', name: 'removeTag', group, scope: 'write', params },
  summary: 'Take a tag from a contact',
  ok: { status: 200, shape: tagsShape },
  run: (act, { params }) => tagged(act, params.id!, [], [kept(params.tag!)]),
});

export const tagOperations = [list, put, remove];
