-- A campaign's plan while it is being made, range by range of contacts' numbers. Whoever halts the campaign meanwhile gives the plan up:
-- what there is of it is thrown away, and the next one begins anew.
create table campaign_plans (
  campaign_id bigint primary key references campaigns on delete cascade,
  -- from which contact's number on nobody has been given a delivery yet
  next_id bigint not null default 0,
  -- percent that are held out in fact; null: that has not been asked yet
  holdout smallint,
  given_up boolean not null default false
);
create function campaign_plan_given_up() returns trigger language plpgsql as $$
begin
  update campaign_plans set given_up = true where campaign_id = new.id;
  return null;
end $$;
create trigger campaign_plan_given_up after update of state on campaigns for each row
when (old.state = 'running' and new.state <> 'running' and new.planned_at is null) execute function campaign_plan_given_up();

-- A look for the occasions of a sequence that found more than it takes at once goes on behind the last one: when it began, and which that was.
alter table sequences add column look jsonb;

-- A step has a number of its own that stays when another is taken out. The first ones are those of their places.
update sequences set steps = (
  select jsonb_agg(s.step || jsonb_build_object('number', s.nth - 1) order by s.nth)
  from jsonb_array_elements(steps) with ordinality s (step, nth)
) where jsonb_array_length(steps) > 0;

-- A change names its columns: an undo knows of those that a user changes. What a sequence halts and puts on again is none of them.
drop trigger journal on campaigns;
create trigger journal after update of
  name, state, audience, purpose, purpose_said, variants, second, trial, trial_minutes, measure, decide_at, winner, skip_bought_days, share,
  holdout, scheduled_at, planned_at, ended_at, shown_people, shown_sample, comparison_ended_at, template_id, reason
on campaigns for each row
when (new.sequence_id is null or (old.variants, old.second) is distinct from (new.variants, new.second))
execute function journal_change('id');
