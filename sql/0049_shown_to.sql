-- What was last shown of somebody, or told of a kind, is found by these whatever the statistics say: ordered by the bare id, the primary key
-- seems the shorter way as long as they are older than a flood, and all that came since is walked through.
drop index outbox_shows;
drop index outbox_notices;
drop index outbox_news;
drop index outbox_notices_waiting;
create index outbox_shows on outbox (shows_contact, (id + 0)) where shows_contact is not null;
create index outbox_notices on outbox (channel, address, shows_kind, shows_of, (id + 0)) where shows_kind is not null;
create index outbox_news on outbox (channel, address, shows_news, (id + 0)) where shows_news is not null;
-- without the channel in front: asked with it, the index of what is due would do as well as long as nothing was known to wait
create index outbox_notices_waiting on outbox (shows_kind, shows_of, (id + 0)) where waits and shows_kind is not null;
