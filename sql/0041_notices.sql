-- Notices of any kind that come faster than anybody reads are told on one card. shows_kind says of which kind a notice is, shows_of whose
-- it is: a contact, a channel, a shop ('': of nobody in particular). Each keeps its row and its words; shown_by names the card it is on.
alter table outbox add column shows_kind text;
alter table outbox add column shows_of text;
create index outbox_notices on outbox (channel, address, shows_kind, shows_of, id) where shows_kind is not null;
-- those that wait, however many came since
create index outbox_notices_waiting on outbox (channel, address, shows_kind, shows_of, (id + 0)) where waits and shows_kind is not null;
create index outbox_shown_by on outbox (shown_by, (id + 0)) where shown_by is not null;
