-- Cards about orders that come faster than anybody reads are told together: of which kind a card is, and what its orders come to
-- in minor units by currency (how many they are: shows_count).
alter table outbox add column shows_news text check (shows_news in ('paid', 'refunded', 'cancelled', 'payment_failed'));
alter table outbox add column shows_sums jsonb;
create index outbox_news on outbox (channel, address, shows_news, id) where shows_news is not null;

-- Two indexes of one and the same: each doubt was written to both.
drop index outbox_looks;
