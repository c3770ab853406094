-- Whom the owner was told of because they have not bought for longer than is their habit: what the rule saw then, and at which version
-- of it. Rows are never changed, so that what became of them can be counted.
create table churn_alerts (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  at timestamptz not null,
  rule text not null,
  visits integer not null,
  usual_days integer not null,
  silent_days integer not null,
  limit_days integer not null,
  at_stake jsonb not null
);
create index churn_alerts_contact on churn_alerts (contact_id, at);
create index churn_alerts_at on churn_alerts (at);
create trigger journal after insert or update or delete on churn_alerts for each row execute function journal_change('id');

-- What a user said of somebody's silence; the newest counts. gone: not a customer any more, back: again, snoozed: not told of before `until`.
create table churn_marks (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  kind text not null check (kind in ('gone', 'back', 'snoozed')),
  at timestamptz not null,
  until timestamptz,
  reason text not null default '',
  check ((kind = 'snoozed') = (until is not null))
);
create index churn_marks_contact on churn_marks (contact_id, id);
create trigger journal after insert or update or delete on churn_marks for each row execute function journal_change('id');

-- Who has said that they want to be written to no more.
create index messages_stop on messages (conversation_id)
  where direction = 'in' and triage ->> 'sublabel' = 'unsubscribe' and (triage ->> 'accepted')::boolean;
