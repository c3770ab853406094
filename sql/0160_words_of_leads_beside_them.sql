-- A lead that goes to another stage is in other pages of each index of its table, so its words were worked out anew: two thirds of what it
-- costs to move many. They stand in a row beside it, which changes with the words alone.
create table lead_words (
  lead_id bigint primary key references leads on delete cascade,
  title text[] not null,
  said text[] not null
);
insert into lead_words (lead_id, title, said)
  select id, word_keys(title), word_keys(coalesce(product, '') || ' ' || coalesce(source, '')) from leads;
drop index leads_words, leads_said;
create index lead_words_title on lead_words using gin (title) with (fastupdate = off);
create index lead_words_said on lead_words using gin (said) with (fastupdate = off);

create function keep_lead_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into lead_words (lead_id, title, said)
      select id, word_keys(title), word_keys(coalesce(product, '') || ' ' || coalesce(source, '')) from made;
  else
    update lead_words set title = word_keys(new.title), said = word_keys(coalesce(new.product, '') || ' ' || coalesce(new.source, ''))
    where lead_id = new.id;
  end if;
  return null;
end
$$;
create trigger words_made after insert on leads referencing new table as made for each statement execute function keep_lead_words();
create trigger words_changed after update of title, product, source on leads for each row
  when (old.title <> new.title or old.product is distinct from new.product or old.source is distinct from new.source)
  execute function keep_lead_words();

-- What many changes at once did is recorded in one go. What joins the rows before and after is planned when one row is changed, and used
-- for thousands: each of them must not be sought among all others.
create function journal_changed() returns trigger language plpgsql set enable_nestloop = off as $$
declare
  journal bigint := nullif(current_setting('crm.journal_id', true), '')::bigint;
begin
  if journal is not null then
    insert into journal_changes (journal_id, table_name, key, before, after)
    select journal, tg_table_name, o.id::text, to_jsonb(o), to_jsonb(n)
    from was o join became n on n.id = o.id where o is distinct from n order by o.id;
  end if;
  return null;
end
$$;
alter function note_stages() set enable_nestloop = off;
drop trigger journal on leads;
create trigger journal after delete on leads for each row when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_changed after update on leads referencing old table as was new table as became for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_changed();
