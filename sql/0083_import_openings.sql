-- How often a file was opened and no step of it was done since: what takes the process down twice is not tried a third time.
alter table imports add column openings integer not null default 0;
