-- Where a message stands among the others by its last change, where it had been answered before that: its new words wait for an answer of their own.
alter table messages add column said_anew bigint;
