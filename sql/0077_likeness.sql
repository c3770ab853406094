-- How likely two contacts are one person, and why: open questions are listed by it.
alter table merge_proposals add column weight real;
alter table merge_proposals add column reasons jsonb not null default '[]';
create index merge_proposals_weight on merge_proposals (weight desc, id desc) where state = 'proposed';

-- What each contact has in common with those they may be one with, hashed. Derived: a job writes it.
create table likeness_keys (
  key bigint not null,
  contact_id bigint not null,
  primary key (key, contact_id)
);
create index likeness_keys_contact on likeness_keys (contact_id);

-- Whoever is new or changed is compared anew. Rows are only added here and taken by the job, so nobody waits for anybody.
create table likeness_due (
  id bigint generated always as identity primary key,
  contact_id bigint not null
);

-- What was learned of how often people agree by chance; one row.
create table likeness_figures (
  id boolean primary key default true check (id),
  measured jsonb not null
);

create function likeness_made() returns trigger language plpgsql as $$
begin
  insert into likeness_due (contact_id) select distinct id from made;
  return null;
end $$;
create function likeness_belongs() returns trigger language plpgsql as $$
begin
  insert into likeness_due (contact_id) select distinct contact_id from made;
  return null;
end $$;
create function likeness_changed() returns trigger language plpgsql as $$
begin
  insert into likeness_due (contact_id) values (new.id);
  return null;
end $$;
create function likeness_moved() returns trigger language plpgsql as $$
begin
  insert into likeness_due (contact_id) values (new.contact_id);
  return null;
end $$;
create function likeness_gone() returns trigger language plpgsql as $$
begin
  delete from likeness_keys where contact_id = old.id;
  return null;
end $$;

create trigger likeness_made after insert on contacts referencing new table as made
  for each statement execute function likeness_made();
create trigger likeness_changed after update of name, city on contacts
  for each row when (old.name <> new.name or old.city is distinct from new.city) execute function likeness_changed();
create trigger likeness_gone after delete on contacts for each row execute function likeness_gone();
create trigger likeness_made after insert on contact_identities referencing new table as made
  for each statement execute function likeness_belongs();
create trigger likeness_moved after update of contact_id on contact_identities
  for each row when (old.contact_id <> new.contact_id) execute function likeness_moved();
create trigger likeness_made after insert on contact_signs referencing new table as made
  for each statement execute function likeness_belongs();
create trigger likeness_made after insert on orders
  for each row when (new.contact_id is not null and new.delivery is not null) execute function likeness_moved();

insert into likeness_due (contact_id) select id from contacts order by id;
