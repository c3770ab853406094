import { z } from '@hono/zod-openapi';
import { KINDS, loadFields, type OwnKind } from '../../domain/people/fields/field.ts';
import { operation } from '../operation.ts';
import { idShape } from '../shapes.ts';

const fieldShape = z
  .strictObject({ id: idShape('the field'), name: z.string(), kind: z.enum(KINDS), choices: z.array(z.string()) })
  .openapi('Field');

const list = operation({
  ...{ method: 'get', path: '/fields', name: 'listFields', group: 'fields', scope: 'read' },
  summary: 'The owner’s own fields, which contacts have under `fields`',
  ok: { status: 200, shape: z.strictObject({ data: z.array(fieldShape) }).openapi('Fields') },
  async run({ tx }) {
    const data = (await loadFields(tx)).filter(({ name }) => name !== '');
    return {
      body: { data: data.map(({ id, name, kind, choices }) => ({ id, name, kind: kind as OwnKind, choices })) },
    };
  },
});

export const fieldOperations = [list];
