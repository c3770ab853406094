-- Notices of any kind that come faster than anybody reads are told on one card. shows_news says of which kind a notice is, shows_of whose
-- it is: a contact, a channel, a shop ('': of nobody in particular). Each keeps its row and its words; shown_by names the card it is on.
alter table outbox drop constraint outbox_shows_news_check;
alter table outbox add column shows_of text;
create index outbox_notices on outbox (channel, address, shows_news, shows_of, id) where shows_of is not null;
-- those that wait, however many came since
create index outbox_notices_waiting on outbox (channel, address, shows_news, shows_of, id) where waits and shows_of is not null;
create index outbox_shown_by on outbox (shown_by, id) where shown_by is not null;
