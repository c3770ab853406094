-- A further revision goes on from what was sent: an issued quote keeps in its columns what is written on it, also where that was the default.
-- Of a draft, 'infinity' is a quote without an end.
update quotes set
  tax_percent = coalesce((content #>> '{tax,percent}')::numeric, 0), tax_included = (content #>> '{tax,included}')::boolean,
  terms = content ->> 'terms', note = content ->> 'note'
where state <> 'draft';
-- it left by other ways than ours: its owner has given it to its customer
alter table quotes add column by_hand boolean not null default false;
