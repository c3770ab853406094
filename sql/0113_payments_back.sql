-- A refund that whoever took the money has told of an order of another shop: it counts until that shop lists it too.
alter table order_refunds add column by_payment boolean not null default false;

-- As 0105 did for /hook: also however the command was typed.
update journal set command = regexp_replace(command, 'https?://(?:[^/\s@]*@)?([^/\s?#@]+)\S*', 'https://\1/…', 'gi')
where command ~* '^[/／]\s*(hook|推送)(@\S+)?[\s　].*://';
