-- Whether a message is an accepted wish to get no more. While an index named what a message is filed as, each filing wrote the message
-- anew in all of its indexes, which read its words a second time: a third of what a customer's message costs the server.
drop index messages_stop;
alter table messages add column asks_to_stop boolean not null generated always as (
  direction = 'in' and coalesce(triage ->> 'sublabel' = 'unsubscribe' and (triage ->> 'accepted')::boolean, false)
) stored;
create index messages_stop on messages (conversation_id) where asks_to_stop;
