-- Which messages of ours are about a conversation: the first one begins its thread at a desk.
create index outbox_conversation on outbox (conversation_id, id) where conversation_id is not null;
