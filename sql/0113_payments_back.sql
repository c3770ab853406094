-- A refund that whoever took the money has told of an order of another shop: it counts until that shop lists it too.
alter table order_refunds add column by_payment boolean not null default false;

-- As 0105 did for /hook: also however the command was typed.
update journal set command = regexp_replace(command, 'https?://(?:[^/\s@]*@)?([^/\s?#@]+)\S*', 'https://\1/…', 'gi')
where command ~* '^[/／]\s*(hook|推送)(@\S+)?[\s　].*://';

-- Of an order that is written down by hand: that it is paid when it is delivered, whatever was noted of its money since, and what has
-- left of articles that are in it no more; null: nothing.
alter table orders add column on_delivery text;
alter table orders add column gone jsonb;
update orders o set on_delivery = strange_payment from connections n
where n.id = o.connection_id and n.provider = 'own' and o.strange_payment is not null;
