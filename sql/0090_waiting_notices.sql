-- Found by an expression of its own: by "waits" alone the index of what is due was taken as well while statistics knew of
-- nothing that waits, and a flood of other messages was read through for each notice.
drop index outbox_notices_waiting;
create index outbox_notices_waiting on outbox ((case when waits then shows_kind end), shows_of, (id + 0))
  where (case when waits then shows_kind end) is not null;
