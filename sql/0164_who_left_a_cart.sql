-- By which address whoever left this cart goes, as `orders.buyer`: with it, it goes to whoever that is split off or taken back to.
alter table checkouts add column buyer text;
