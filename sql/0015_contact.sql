-- Who gave the name: a channel or shop of theirs, 'user' (one of ours: final), 'address' (it only stands in for a name).
-- Null for contacts from before: then the channel of their first identity did.
alter table contacts add column name_from text;

-- A user wants to hear nothing of them. What they send is kept, and can be listed.
alter table contacts add column blocked_at timestamptz;
create index contacts_blocked on contacts (blocked_at desc, id desc) where blocked_at is not null;

-- Kept while its writer was blocked, and not shown.
alter table messages add column withheld boolean;
create index messages_withheld on messages (conversation_id) where withheld;

-- Addresses that may be a contact's and prove nothing: in an order's address, on a card somebody else passed on, with an
-- extension, unreadable, or somebody else's identity already. Found by, shown, and asked about; never who somebody is.
create table contact_signs (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contacts on delete cascade,
  channel text not null,
  address text not null,
  source text not null,
  created_at timestamptz not null default now(),
  unique (contact_id, channel, address)
);
create index contact_signs_address on contact_signs (channel, address);
create trigger journal after insert or update or delete on contact_signs for each row execute function journal_change('id');

-- Phones that only somebody else has named were identities so far.
insert into contact_signs (contact_id, channel, address, source, created_at)
select contact_id, channel, address, 'named', created_at from contact_identities where channel = 'phone' and claimed;
delete from contact_identities where channel = 'phone' and claimed;

-- A contact can be deleted, and brought back with the same ids: what only points to a conversation or message keeps pointing.
alter table outbox drop constraint outbox_conversation_id_fkey, drop constraint outbox_message_id_fkey;
alter table buttons drop constraint buttons_conversation_id_fkey;
alter table album_parts drop constraint album_parts_message_id_fkey;
alter table collected_cards drop constraint collected_cards_message_id_fkey;
alter table automatic_answers add column id bigint generated always as identity unique;
create trigger journal after insert or update or delete on automatic_answers
  for each row execute function journal_change('id');
