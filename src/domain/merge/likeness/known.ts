import type { Sql } from '../../../db/sql.ts';
import { STAND_IN } from '../../people/name.ts';
import { EMAIL, PHONE } from '../../people/sign.ts';
import { type Person, readPerson } from './person.ts';
import type { Known } from './traits.ts';

/** Signs that are somebody else's, or nobody's own. */
const NOT_THEIRS = ['service', 'writer', 'unread'];

/** These contacts, ready to be compared; those that are gone are left out. */
export async function personsOf(sql: Sql, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await sql<Row>`
    select c.id, case when c.name_from is distinct from ${STAND_IN} then c.name else '' end as name, c.city, m.marks,
      o.address as street
    from unnest((select ${[...ids]}::bigint[])) a (id)
    cross join lateral (select * from contacts where id = a.id limit 1) c
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('channel', channel, 'address', address)), '[]') as marks
      from (
        select channel, address from contact_identities where contact_id = a.id
        union all select 'name', known_as from contact_identities where contact_id = a.id and known_as is not null
        union all select channel, address from contact_signs where contact_id = a.id and source <> all(${NOT_THEIRS})
      ) mark
    ) m
    left join lateral (
      select delivery ->> 'address' as address from orders where contact_id = a.id and delivery is not null
      order by placed_at desc limit 1
    ) o on true`;
  return Promise.all(rows.map((row) => readPerson(knownOf(row))));
}

interface Row {
  id: string;
  name: string;
  city: string | null;
  street: string | null;
  marks: { channel: string; address: string }[];
}

function knownOf({ id, name, city, street, marks }: Row): Known {
  const of = (channel: string) => marks.filter((mark) => mark.channel === channel).map(({ address }) => address);
  return {
    id,
    names: [name, ...of('name')],
    phones: of(PHONE),
    emails: of(EMAIL),
    city: city ?? '',
    street: street ?? '',
  };
}
