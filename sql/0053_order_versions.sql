-- Of two versions of an order with the same time, the one that the shop told of later is the newer; where it does not say when, how far
-- they have got decides, else the later arrival. So what their bodies hash to is no part of the tie any more, and the bodies of one time
-- are remembered: one that comes again is not the latest.
alter table orders
  add column version_triggered_at timestamptz,
  add column version_bodies text[] not null default '{}',
  add column buyer_triggered_at timestamptz;
update orders set version_tie = left(version_tie, 23), buyer_tie = left(buyer_tie, 23);
