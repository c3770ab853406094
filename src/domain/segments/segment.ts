import type { Sql, Tx } from '../../db/sql.ts';
import type { Filter, FilterWords, Segment, Test } from '../people/filter/filter.ts';
import { Unclear } from '../people/filter/filter.ts';
import { parseFilter, printFilter } from '../people/filter/filter_parse.ts';

/** So many an owner may make. */
export const MOST_SEGMENTS = 100;
/** Characters. */
export const LONGEST_NAME = 40;

/** By their names. */
export async function listSegments(sql: Sql): Promise<Segment[]> {
  return sql<Segment>`select id, name, filter from segments order by fold_text(name), id`;
}

/** Undefined: one is called so already. */
export async function makeSegment(tx: Tx, name: string, filter: Filter): Promise<Segment | undefined> {
  const [made] = await tx<Segment>`
    insert into segments (name, filter) values (${name}, ${printFilter(filter)})
    on conflict (fold_text(name)) do nothing returning id, name, filter`;
  return made;
}

/** False: another one is called so. */
export async function renameSegment(tx: Tx, id: string, name: string): Promise<boolean> {
  const { count } = await tx`
    update segments s set name = ${name} where id = ${id}
      and not exists (select from segments o where o.id <> s.id and fold_text(o.name) = fold_text(${name}))`;
  return count > 0;
}

export async function changeSegment(tx: Tx, id: string, filter: Filter): Promise<void> {
  await tx`update segments set filter = ${printFilter(filter)} where id = ${id}`;
}

export async function deleteSegment(tx: Tx, id: string): Promise<void> {
  await tx`delete from segments where id = ${id}`;
}

/** Whether the filter names that segment, itself or by another one in it. */
export const names = ({ any }: Filter, id: string): boolean =>
  any.flat().some(({ test }) => test.kind === 'segment' && (test.segment.id === id || names(test.filter, id)));

/** The segments in which that one is named. */
export function naming(words: FilterWords, id: string): Segment[] {
  return words.segments.filter((one) => {
    const filter = one.id !== id && parseFilter(one.filter, words);
    return filter && !(filter instanceof Unclear) && names(filter, id);
  });
}

/** The segments whose filter names that field. */
export function namingField(words: FilterWords, fieldId: string): Segment[] {
  return words.segments.filter((one) => {
    const filter = parseFilter(one.filter, words);
    const named = filter instanceof Unclear ? [] : filter.any.flat();
    return named.some(({ test }) => test.kind === 'field' && test.field.id === fieldId);
  });
}

/** A campaign that is still to choose its people, or a follow-up that begins with whom a filter means, and for whom it is. */
export interface AudienceNaming {
  of: 'campaign' | 'sequence';
  id: string;
  name: string;
  /** Of a follow-up: running or draft, as it is on or off. */
  state: 'draft' | 'scheduled' | 'running' | 'paused';
  audience: string;
}

const audiencesToCome = (sql: Sql): Promise<AudienceNaming[]> => sql<AudienceNaming>`
  select 'campaign' as of, id, name, state, audience from campaigns
  where audience <> '' and sequence_id is null and planned_at is null and state in ('draft', 'scheduled', 'running', 'paused')
  union all
  select 'sequence', id, name, case when is_on then 'running' else 'draft' end, start ->> 'filter' from sequences
  where start ->> 'filter' <> '' and deleted_at is null
  order by 1, 2`;

/** The campaigns that mean that segment, itself or by another one in it, and are still to choose their people; and the follow-ups that begin with it. */
export async function campaignsNaming(sql: Sql, words: FilterWords, id: string): Promise<AudienceNaming[]> {
  return (await audiencesToCome(sql)).filter(({ audience }) => {
    const filter = parseFilter(audience, words);
    return !(filter instanceof Unclear) && names(filter, id);
  });
}

/**
 * After a field or a segment was given another name: what names it in a segment's filter, or in whom a campaign is for that is still to
 * choose its people, goes by the new one.
 */
export async function keepMeaning(tx: Tx, before: FilterWords, after: FilterWords): Promise<void> {
  const anew = (filter: string): string => {
    const read = parseFilter(filter, before);
    return read instanceof Unclear
      ? filter
      : printFilter({
          any: read.any.map((terms) => terms.map((term) => ({ ...term, test: renamed(term.test, after) }))),
        });
  };
  for (const { id, filter } of before.segments) {
    const words = anew(filter);
    if (words !== filter) await tx`update segments set filter = ${words} where id = ${id}`;
  }
  for (const { of, id, audience } of await audiencesToCome(tx)) {
    const words = anew(audience);
    if (words === audience) continue;
    if (of === 'campaign') await tx`update campaigns set audience = ${words} where id = ${id}`;
    else await tx`update sequences set start = jsonb_set(start, '{filter}', to_jsonb(${words}::text)) where id = ${id}`;
  }
}

function renamed(test: Test, { fields, segments, stages }: FilterWords): Test {
  if (test.kind === 'lead') {
    const name = stages.find(({ key }) => key === test.stage)?.name ?? undefined;
    return { kind: 'lead', stage: test.stage, ...(name !== undefined && { name }) };
  }
  if (test.kind === 'field') return { ...test, field: fields.find(({ id }) => id === test.field.id) ?? test.field };
  if (test.kind === 'segment')
    return { ...test, segment: segments.find(({ id }) => id === test.segment.id) ?? test.segment };
  return test;
}
