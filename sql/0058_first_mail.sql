-- a first mail waits for a yes before anybody has begun the conversation: then it is its contact's
alter table unconfirmed_answers
  alter conversation_id drop not null,
  add contact_id bigint references contacts on delete cascade,
  add constraint unconfirmed_answers_whose check (num_nonnulls(conversation_id, contact_id) = 1);
create index unconfirmed_answers_contact on unconfirmed_answers (contact_id) where contact_id is not null;

-- a user has said that nobody is to be written to first there
alter table contact_identities add refused_at timestamptz;
