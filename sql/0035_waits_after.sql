-- Up to this message nobody waits for an answer any more: a user has said so (answered elsewhere, or let be).
alter table conversations add column waits_after bigint;
