-- What whoever had this address was called before a merge brought it to somebody else: by it they are found, and called again when it
-- is taken out.
alter table contact_identities add column known_as text;
