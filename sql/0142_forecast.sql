-- What was foreseen of a month on its first day (or the first after it that we were there), to be held against what came. Never changed.
create table forecasts (
  id bigint generated always as identity primary key,
  -- its first day
  month date not null,
  currency text not null,
  made_at timestamptz not null,
  -- false: the sum that stages weigh, which has no bounds
  learned boolean not null,
  p10 bigint,
  p50 bigint not null,
  p90 bigint,
  -- how many leads were open, and of how many closed ones it was learned
  leads integer not null,
  closed integer not null,
  unique (month, currency),
  check (learned = (p10 is not null and p90 is not null))
);

-- What was in the pipeline at the end of each day.
create table pipeline_days (
  day date not null,
  stage text not null references stages (key) on delete cascade,
  -- '' of leads without an amount
  currency text not null,
  leads integer not null,
  minor bigint not null,
  primary key (day, stage, currency)
);
create index pipeline_days_stage on pipeline_days (stage);
