-- How far goods have left by the word of a system that mirrors the shop: it counts where the shop itself does not say.
alter table orders add column mirror_fulfillment text;
