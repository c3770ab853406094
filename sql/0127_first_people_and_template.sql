-- The first part of a campaign may be said as a number of people: that many get it, whatever share of all they are.

alter table campaigns add column first_people integer check (first_people >= 1);

drop trigger journal on campaigns;
create trigger journal
  after update of name, state, audience, purpose, purpose_said, variants, second, trial, trial_minutes, measure, decide_at, winner, skip_bought_days, share, first_people, holdout, scheduled_at, planned_at, ended_at, shown_people, shown_sample, comparison_ended_at, template_id, reason
  on campaigns for each row
  when (new.sequence_id is null or old.variants is distinct from new.variants or old.second is distinct from new.second)
  execute function journal_change('id');

-- What the template said when a campaign took its words: whether it has changed since is asked of the template, not of the campaign's own changes.
alter table campaigns add column template_variants jsonb;
update campaigns set template_variants = variants where template_id is not null;
