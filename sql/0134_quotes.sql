-- Quotes as documents. The lines of a lead (quote_lines) are its draft; issued, they are frozen in `content` under a number.
alter table quote_lines add column discount_percent numeric(5, 2) check (discount_percent > 0 and discount_percent <= 100);
alter table quote_lines add column discount_minor bigint check (discount_minor > 0);
alter table quote_lines add constraint quote_lines_discount_check check (discount_percent is null or discount_minor is null);

create table quotes (
  id bigint generated always as identity primary key,
  lead_id bigint not null references leads on delete cascade,
  -- sent: it has a number and its link works; replaced: by a later revision; revoked: taken back by its owner
  state text not null default 'draft' check (state in ('draft', 'sent', 'accepted', 'declined', 'replaced', 'revoked')),
  number text,
  revision int not null default 1 check (revision > 0),
  -- what a draft says beside its lines; null: as the business has it by default
  discount_percent numeric(5, 2) check (discount_percent > 0 and discount_percent <= 100),
  discount_minor bigint check (discount_minor > 0),
  tax_percent numeric(5, 2) check (tax_percent >= 0 and tax_percent <= 100),
  tax_included boolean,
  valid_until date,
  terms text,
  note text,
  -- as it was issued: head, lines, sums, words
  content jsonb,
  currency text,
  total_minor bigint,
  -- of its link, which is made of the house's key and this
  link_nonce text,
  link_hash bytea unique,
  -- 'file:<sha256>'
  pdf text,
  -- with which it left; undone, it did not
  message_id bigint references messages on delete set null,
  issued_at timestamptz,
  opened_at timestamptz,
  decided_at timestamptz,
  -- how its customer decided: the name they typed, or why not; from which network address and with what
  decided jsonb,
  order_id bigint references orders on delete set null,
  -- for which occasions its owner was reminded that it expires
  reminded text[] not null default '{}',
  created_at timestamptz not null default now(),
  constraint quotes_discount_check check (discount_percent is null or discount_minor is null),
  constraint quotes_issued_check check ((state = 'draft') = (number is null) and (number is null) = (content is null))
);
create unique index quotes_draft on quotes (lead_id) where state = 'draft';
create unique index quotes_number on quotes (number, revision);
create index quotes_called on quotes (upper(number)) where number is not null;
create index quotes_lead on quotes (lead_id);
create index quotes_state on quotes (state, id) where state <> 'draft';
create index quotes_due on quotes (valid_until) where state = 'sent';
create index quotes_message on quotes (message_id) where message_id is not null;
create index quotes_order on quotes (order_id) where order_id is not null;

create trigger journal after update or delete on quotes for each row
  when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
create trigger journal_made after insert on quotes referencing new table as made for each statement
  when (current_setting('crm.journal_id', true) <> '') execute function journal_inserted('id');

-- Every number that was ever given, also where its quote is gone or was taken back before it left: none is given to another lead.
create table quote_numbers (
  number text primary key,
  -- the number without its count, and that
  series text not null,
  n bigint not null,
  lead_id bigint not null
);
create index quote_numbers_series on quote_numbers (series, n);
create index quote_numbers_lead on quote_numbers (lead_id);

create function keep_quote_number() returns trigger language plpgsql as $function$
begin
  insert into quote_numbers (number, series, n, lead_id)
  values (new.number, regexp_replace(new.number, '[0-9]+([^0-9]*)$', '#\1'), coalesce(substring(new.number from '([0-9]{1,18})[^0-9]*$'), '0')::bigint, new.lead_id)
  on conflict (number) do nothing;
  return null;
end $function$;
create trigger number_given after insert or update of number on quotes for each row
  when (new.number is not null) execute function keep_quote_number();

create trigger hook_sent after update on quotes for each row
  when (new.state = 'sent' and old.state = 'draft' and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('quote', 'sent', 'id');
create trigger hook_accepted after update on quotes for each row
  when (new.state = 'accepted' and old.state <> 'accepted' and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('quote', 'accepted', 'id');
create trigger hook_declined after update on quotes for each row
  when (new.state = 'declined' and old.state <> 'declined' and current_setting('crm.silent', true) is distinct from 'on')
  execute function note_for_hooks('quote', 'declined', 'id');
