-- What was changed since an answer was made is looked for however far back it lies.
create index messages_changed on messages (conversation_id) where edits <> '[]';
