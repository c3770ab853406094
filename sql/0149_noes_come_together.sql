-- What addresses bring of noes is looked for once for all that a statement makes: asked for each alone it was a sixth of what a file of
-- people cost the server (34.5 s of 100,000 lines, 28.6 s before 0145).
create function noes_come(places contact_identities[]) returns void language plpgsql as $$
declare
  place record;
  said boolean := current_setting('crm.journal_id', true) <> '';
begin
  if current_setting('crm.noes_kept', true) = 'on' or current_setting('crm.reverting', true) = 'on' then
    return;
  end if;
  if said and exists (select from suppressions where lifted_at is null) then
    for place in
      select p.contact_id, p.channel, p.address from unnest(places) p, suppression_keys k
      where exists (
        select from suppressions s where s.hash = suppression_hash(k.inner_pad, k.outer_pad, p.channel, p.address) and s.lifted_at is null
      ) order by p.contact_id, p.id
    loop
      perform heed_noes(place.contact_id, place.channel, place.address);
    end loop;
  end if;
  -- the locks: what is said meanwhile is seen here, or sees these addresses; in one order for all
  for place in
    with theirs as materialized (
      select id, refused from contacts where id = any(array(select p.contact_id from unnest(places) p)) order by id for share
    )
    select i.contact_id, i.channel, i.address from theirs join contact_identities i on i.contact_id = theirs.id
    where theirs.refused <> '{}' and not i.claimed and (said or i.id = any(array(select p.id from unnest(places) p)))
    order by i.contact_id, i.id
  loop
    perform inherit_noes(place.contact_id, place.channel, place.address);
  end loop;
end
$$;

create or replace function identity_comes() returns trigger language plpgsql as $$
begin
  perform noes_come(array[new]);
  return null;
end
$$;
create function identities_come() returns trigger language plpgsql as $$
begin
  perform noes_come(array(select m::contact_identities from made m where not claimed));
  return null;
end
$$;
drop trigger noes_come on contact_identities;
create trigger noes_come after insert on contact_identities referencing new table as made for each statement execute function identities_come();
