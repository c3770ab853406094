-- Where this database has been at work: a copy of it finds itself somewhere else, and rests until the owner says go.
create table sites (
  -- Of the data directory, kept there too; a copy of the directory has the same.
  id text primary key,
  -- What was true of the site when it was last known to be right (names and values).
  facts jsonb not null,
  -- Starts counted here and in the data directory: a database that was taken back to an earlier state counts fewer.
  starts integer not null,
  -- Why it rests ('elsewhere', 'restored'), and the facts that hold once the owner has said go.
  doubt text check (doubt in ('elsewhere', 'restored')),
  waiting jsonb,
  waiting_since timestamptz,
  check ((doubt is null) = (waiting is null) and (doubt is null) = (waiting_since is null))
);

-- Rows are put here and rolled back, to see whether the disk takes them. Uncompressed and out of no side table.
create table write_probes (filler text storage plain not null);

-- Buttons are cleared away by age.
create index buttons_created on buttons (created_at);

-- Whether a handled event's files are read out of its body; not known of those from before.
alter table inbox add column has_files boolean;
