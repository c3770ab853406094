-- What somebody wrote in mail threads of others belongs to their own history.
create index messages_author on messages (author, occurred_at desc, id desc) where author is not null;
