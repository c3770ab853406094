-- Other systems that are told what happens here. `events`: which; none: all of them. `token` binds the secrets to their row.
create table hooks (
  id bigint generated always as identity primary key,
  token text not null unique,
  url text not null,
  events text[] not null default '{}',
  secret bytea not null,
  -- signs beside the new one until then
  previous_secret bytea,
  previous_until timestamptz,
  off_at timestamptz,
  created_at timestamptz not null default now()
);
create trigger journal after insert or update or delete on hooks for each row execute function journal_change('id');

-- How they take it.
create table hook_states (
  hook_id bigint primary key references hooks on delete cascade,
  ok_at timestamptz,
  failing_since timestamptz,
  failed_at timestamptz,
  fault jsonb,
  told_at timestamptz
);

-- What has happened and is not passed on yet: of which noun, which row of it, and what.
create table hook_events (
  id bigint generated always as identity primary key,
  noun text not null,
  row_id bigint not null,
  what text not null,
  other_id bigint,
  at timestamptz not null default now()
);

-- Arguments: noun, what, the column with the noun's id, and that of another row it speaks of. As long as nobody is told, nothing is kept.
create function note_for_hooks() returns trigger language plpgsql as $function$
declare
  after jsonb;
  before jsonb;
begin
  perform from hooks where off_at is null limit 1;
  if not found then
    return null;
  end if;
  after := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  insert into hook_events (noun, what, row_id, other_id)
  select tg_argv[0], tg_argv[1], (after ->> tg_argv[2])::bigint, (after ->> tg_argv[3])::bigint
  where after ->> tg_argv[2] is not null;
  if tg_op = 'UPDATE' and tg_argv[2] <> 'id' then
    before := to_jsonb(old);
    insert into hook_events (noun, what, row_id)
    select tg_argv[0], tg_argv[1], (before ->> tg_argv[2])::bigint
    where before ->> tg_argv[2] <> after ->> tg_argv[2];
  end if;
  return null;
end $function$;

create trigger hook_created after insert on contacts for each row execute function note_for_hooks('contact', 'created', 'id');
create trigger hook_deleted after delete on contacts for each row execute function note_for_hooks('contact', 'deleted', 'id');
create trigger hook_updated after update on contacts for each row
  when ((old.name, old.locale, old.tags, old.city, old.blocked_at) is distinct from (new.name, new.locale, new.tags, new.city, new.blocked_at))
  execute function note_for_hooks('contact', 'updated', 'id');
create trigger hook_added after insert or delete on contact_identities for each row execute function note_for_hooks('contact', 'updated', 'contact_id');
create trigger hook_updated after update on contact_identities for each row
  when ((old.contact_id, old.channel, old.address, old.claimed) is distinct from (new.contact_id, new.channel, new.address, new.claimed))
  execute function note_for_hooks('contact', 'updated', 'contact_id');
create trigger hook_merged after insert on contact_moves for each row when (new.kind = 'merged')
  execute function note_for_hooks('contact', 'merged', 'contact_id', 'other_id');

create trigger hook_created after insert on leads for each row execute function note_for_hooks('lead', 'created', 'id');
create trigger hook_deleted after delete on leads for each row execute function note_for_hooks('lead', 'deleted', 'id');
create trigger hook_updated after update on leads for each row
  when (
    (old.contact_id, old.conversation_id, old.title, old.stage, old.amount_minor, old.currency, old.lost_reason, old.closed_at, old.won_order_id)
    is distinct from (new.contact_id, new.conversation_id, new.title, new.stage, new.amount_minor, new.currency, new.lost_reason, new.closed_at, new.won_order_id)
  ) execute function note_for_hooks('lead', 'updated', 'id');
create trigger hook_won after update on leads for each row when (new.stage = 'won' and old.stage <> 'won')
  execute function note_for_hooks('lead', 'won', 'id');
create trigger hook_lost after update on leads for each row when (new.stage = 'lost' and old.stage <> 'lost')
  execute function note_for_hooks('lead', 'lost', 'id');
create trigger hook_changed after insert or update or delete on quote_lines for each row
  execute function note_for_hooks('lead', 'updated', 'lead_id');

create trigger hook_created after insert on tickets for each row execute function note_for_hooks('ticket', 'created', 'id');
create trigger hook_deleted after delete on tickets for each row execute function note_for_hooks('ticket', 'deleted', 'id');
create trigger hook_updated after update on tickets for each row
  when (
    (old.contact_id, old.conversation_id, old.title, old.kind, old.priority, old.state, old.snoozed_until, old.resolved_at)
    is distinct from (new.contact_id, new.conversation_id, new.title, new.kind, new.priority, new.state, new.snoozed_until, new.resolved_at)
  ) execute function note_for_hooks('ticket', 'updated', 'id');
create trigger hook_resolved after update on tickets for each row when (new.state = 'resolved' and old.state <> 'resolved')
  execute function note_for_hooks('ticket', 'resolved', 'id');

create trigger hook_created after insert on orders for each row execute function note_for_hooks('order', 'created', 'id');
create trigger hook_deleted after delete on orders for each row execute function note_for_hooks('order', 'deleted', 'id');
create trigger hook_deleted_there after update on orders for each row when (new.deleted_at is not null and old.deleted_at is null)
  execute function note_for_hooks('order', 'deleted', 'id');
create trigger hook_updated after update on orders for each row
  when (
    (old.contact_id, old.number, old.payment, old.fulfillment, old.currency, old.total_minor, old.current_minor, old.refunded_minor,
      old.outstanding_minor, old.discount_minor, old.test, old.placed_at, old.cancelled_at, old.delivery, old.words)
    is distinct from (new.contact_id, new.number, new.payment, new.fulfillment, new.currency, new.total_minor, new.current_minor, new.refunded_minor,
      new.outstanding_minor, new.discount_minor, new.test, new.placed_at, new.cancelled_at, new.delivery, new.words)
  ) execute function note_for_hooks('order', 'updated', 'id');
create trigger hook_paid_at_once after insert on orders for each row when (new.payment = 'paid')
  execute function note_for_hooks('order', 'paid', 'id');
create trigger hook_paid after update on orders for each row
  when (new.payment = 'paid' and old.payment not in ('paid', 'partially_refunded', 'refunded'))
  execute function note_for_hooks('order', 'paid', 'id');
create trigger hook_cancelled after update on orders for each row when (new.cancelled_at is not null and old.cancelled_at is null)
  execute function note_for_hooks('order', 'cancelled', 'id');
create trigger hook_cancelled_at_once after insert on orders for each row when (new.cancelled_at is not null)
  execute function note_for_hooks('order', 'cancelled', 'id');
create trigger hook_refunded after update on orders for each row when (new.refunded_minor > old.refunded_minor)
  execute function note_for_hooks('order', 'refunded', 'id');
create trigger hook_changed after insert or update or delete on order_lines for each row
  execute function note_for_hooks('order', 'updated', 'order_id');

create trigger hook_received after insert on messages for each row when (new.direction = 'in' and new.withheld is not true)
  execute function note_for_hooks('message', 'received', 'id');
create trigger hook_shown after update on messages for each row
  when (new.direction = 'in' and old.withheld is true and new.withheld is not true)
  execute function note_for_hooks('message', 'received', 'id');
create trigger hook_updated after update on messages for each row
  when (
    new.direction <> 'note' and new.withheld is not true and
    (old.text, old.subject, old.attachments) is distinct from (new.text, new.subject, new.attachments)
  ) execute function note_for_hooks('message', 'updated', 'id');
-- written where the channel is the owner's own: it has left already
create trigger hook_sent after insert on messages for each row when (new.direction = 'out' and new.external_id is not null)
  execute function note_for_hooks('message', 'sent', 'id');
create trigger hook_sent after update on outbox for each row
  when (new.state = 'sent' and old.state <> 'sent' and new.audience = 'customer' and new.message_id is not null)
  execute function note_for_hooks('message', 'sent', 'message_id');

-- What is sent to machines. What one did not take is found by its hook, and does not stand among what people did not get.
alter table outbox drop constraint outbox_audience_check;
alter table outbox add constraint outbox_audience_check check (audience in ('customer', 'owner', 'machine')) not valid;
alter table outbox validate constraint outbox_audience_check;
drop index outbox_doubt;
create index outbox_doubt on outbox (id) where state in ('failed', 'unknown') and audience <> 'machine';
create index outbox_events on outbox (channel, id) where audience = 'machine' and state in ('queued', 'sending', 'failed');

-- A hook that is gone is told nothing more, also where an undo takes it away.
create function hook_gone() returns trigger language plpgsql as $function$
begin
  update outbox set state = 'cancelled' where channel = 'hook:' || old.id and audience = 'machine' and state in ('queued', 'sending', 'failed');
  return null;
end $function$;
create trigger gone after delete on hooks for each row execute function hook_gone();

create function notify_hooks() returns trigger language plpgsql as $function$
begin
  perform pg_notify('hooks', '');
  return null;
end $function$;
create trigger notify after insert or update or delete on hooks for each statement execute function notify_hooks();
