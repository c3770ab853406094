alter table campaigns
  -- how many were shown to get it when its owner said that it shall leave, and the smallest hashes of who they were
  add shown_people integer,
  add shown_sample bigint[],
  -- when its owner ended the comparison with those who are held out
  add comparison_ended_at timestamptz,
  -- of which template its words are; they stay as they were when it changes or goes
  add template_id bigint;

-- whom it is for goes by the new name of a segment or field, and an undo takes that back
drop trigger journal on campaigns;
create trigger journal after update of variants, second, audience on campaigns for each row execute function journal_change('id');

-- their answer says only that they want no more: it is no response
alter table campaign_deliveries add declined_at timestamptz;
