-- When the place of a changed message was said anew: later changes that say nothing new do not move it.
alter table messages add column said_anew_at timestamptz;
update messages set said_anew_at = (edits -> -1 ->> 'replaced_at')::timestamptz where said_anew is not null;
