-- What a shop's webhooks tell of: a single one that is gone is noticed by its topic.
alter table shop_keys
  add column topics text[] not null default '{}',
  add column lost text[] not null default '{}',
  -- a secret is being made at the shop, and is not kept yet
  add column making boolean not null default false,
  drop constraint shop_keys_webhooks_check,
  add constraint shop_keys_webhooks_check check (webhooks in ('unknown', 'on', 'off', 'gone', 'partial', 'silent'));

-- Ticks for a form's newsletter after which nobody was asked to confirm, and why.
create table unasked_ticks (
  form_id bigint not null references connections on delete cascade,
  -- given: agreed already; lately: asked lately; many: too many were being asked; blocked; no_mail: no mail leaves here
  reason text not null check (reason in ('given', 'lately', 'many', 'blocked', 'no_mail')),
  ticks int not null default 1,
  last_at timestamptz not null,
  primary key (form_id, reason)
);

-- Each yes and no of a consent, in turn, with its time and its shortened network: a later one hides none before it.
alter table consents add column said jsonb not null default '[]';
update consents set said = (
  select coalesce(jsonb_agg(jsonb_build_object('yes', yes, 'at', at, 'from', origin) order by at), '[]')
  from (values (true, confirmed_at, confirmed_from), (false, withdrawn_at, withdrawn_from)) s (yes, at, origin) where at is not null
);
create function consent_said() returns trigger language plpgsql as $$
begin
  -- written as a whole: taken in from elsewhere, or put back as it was
  if tg_op = 'INSERT' then
    if new.said <> '[]' then return new; end if;
  elsif new.said is distinct from old.said then
    return new;
  end if;
  if new.confirmed_at is not null and (tg_op = 'INSERT' or new.confirmed_at is distinct from old.confirmed_at) then
    new.said := new.said || jsonb_build_array(jsonb_build_object('yes', true, 'at', new.confirmed_at, 'from', new.confirmed_from));
  end if;
  if new.withdrawn_at is not null and (tg_op = 'INSERT' or new.withdrawn_at is distinct from old.withdrawn_at) then
    new.said := new.said || jsonb_build_array(jsonb_build_object('yes', false, 'at', new.withdrawn_at, 'from', new.withdrawn_from));
  end if;
  return new;
end $$;
create trigger said before insert or update of confirmed_at, withdrawn_at on consents for each row execute function consent_said();
