-- An answer that is to leave later is asked about when something it may speak of has changed since: both are compared by this database's clock.
alter table messages add column changed_at timestamptz;
update messages set changed_at = (edits -> -1 ->> 'replaced_at')::timestamptz where edits <> '[]';
alter table orders add column told_at timestamptz;
