-- Of two versions of an order with the same time, the one that the shop told of later is the newer; where it does not say when, how far
-- they have got decides, else the later arrival. So what their bodies hash to is no part of the tie any more, and the bodies of one time
-- are remembered: one that comes again is not the latest.
alter table orders
  add column version_triggered_at timestamptz,
  add column version_bodies text[] not null default '{}',
  add column buyer_triggered_at timestamptz;
update orders set version_tie = left(version_tie, 23), buyer_tie = left(buyer_tie, 23);

-- A refund that did not go through, and how much of it; null: nothing is known to have failed. Stage 0: begun or done, 1: failed,
-- 2: done after it had failed. What is known of a refund never goes back to an earlier stage.
alter table order_refunds
  add column failed_minor bigint,
  add column stage smallint not null default 0;
