-- What a shop's webhooks tell of: a single one that is gone is noticed by its topic.
alter table shop_keys
  add column topics text[] not null default '{}',
  add column lost text[] not null default '{}',
  -- a secret is being made at the shop, and is not kept yet
  add column making boolean not null default false,
  drop constraint shop_keys_webhooks_check,
  add constraint shop_keys_webhooks_check check (webhooks in ('unknown', 'on', 'off', 'gone', 'partial', 'silent'));
