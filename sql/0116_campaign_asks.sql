-- A campaign that asks: whoever has not agreed to its purpose, and has not said no, is asked to confirm that they do. It is paced, capped,
-- halted and reported as any other; what its people get is a link to a page, each their own.
alter table campaigns add column asks boolean not null default false;
