-- An answer answers what had been shown by then. Of one that was written while later words of its customer still waited to be shown: the
-- last message it answers; those after it have no answer yet.
alter table messages add column answers_up_to bigint;
-- Said to begin later: that it has begun is told.
alter table absences add column planned boolean default false not null;
