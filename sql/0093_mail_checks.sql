-- Whether mail to many can arrive: what was last found of the name that it is sent under, when it is looked at again, and who waits for
-- the answer.
create table mail_checks (
  address text primary key,
  findings jsonb not null default '[]',
  checked_at timestamptz,
  due_at timestamptz not null,
  wants_key boolean not null default false,
  asked_channel text,
  asked_address text,
  asked_by bigint references users on delete set null,
  -- what whoever asked was about to do: {line, label}
  asked_go jsonb,
  -- whose server takes the mails: its limits hold where the owner has set none
  provider text,
  -- what of it is wrong and the owner sends all the same
  accepted text[] not null default '{}',
  check ((asked_channel is null) = (asked_address is null))
);

-- With what our campaigns are signed. The private key is sealed; it is used once the public one is found in the DNS.
create table dkim_keys (
  domain text not null,
  selector text not null,
  kind text not null check (kind in ('rsa', 'ed25519')),
  public_key text not null,
  sealed bytea not null,
  made_at timestamptz not null,
  active_at timestamptz,
  primary key (domain, selector)
);

-- When the carrier said that it arrived, where it says so at all.
alter table campaign_deliveries add column delivered_at timestamptz;
