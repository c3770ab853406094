-- One person everywhere: who looks like whom, who was made one with whom, and the whole story of a contact.

-- Two contacts that look like one person, and what the owner said of it: asked once a pair, for ever.
-- No foreign keys: what was said of a pair outlives the contact that was merged away, whom undo brings back under the same id.
create table merge_proposals (
  id bigint generated always as identity primary key,
  -- the older contact of the two
  first_id bigint not null,
  second_id bigint not null,
  -- [{kind, by, value, channel}]: domain/alike.ts
  evidence jsonb not null default '[]',
  state text not null check (state in ('proposed', 'merged', 'refused')),
  created_at timestamptz not null,
  unique (first_id, second_id),
  check (first_id < second_id)
);
create index merge_proposals_second on merge_proposals (second_id);
create index merge_proposals_open on merge_proposals (id) where state = 'proposed';

-- Seen from one contact: whom it took in (all of theirs came here), or whom it was parted from.
create table contact_moves (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  kind text not null check (kind in ('merged', 'parted')),
  other_id bigint not null,
  -- the other's name at that time
  name text not null,
  created_at timestamptz not null
);
create index contact_moves_contact on contact_moves (contact_id);
-- a card from before a merge still names the contact that went
create index contact_moves_other on contact_moves (other_id) where kind = 'merged';

-- the same order as the timeline's (and every list of messages), to the last place: read without sorting
drop index messages_conversation;
create index messages_conversation on messages (conversation_id, occurred_at desc, id desc);
-- a contact's tasks, for its card and its timeline
create index tasks_contact on tasks (contact_id);

create trigger journal after insert or update or delete on topics
  for each row execute function journal_change('id');
create trigger journal after insert or update or delete on merge_proposals
  for each row execute function journal_change('id');
create trigger journal after insert or update or delete on contact_moves
  for each row execute function journal_change('id');
