-- Follow-ups of the owner's own, beside those of the recipes: called as they like, on what they say begins them.
alter table sequences drop constraint sequences_recipe_key;
alter table sequences drop constraint sequences_recipe_check;
alter table sequences add check (recipe in ('birthday', 'winback', 'checkout', 'review', 'own'));
create unique index sequences_recipe on sequences (recipe) where recipe <> 'own';

alter table sequences add column name text;
-- what begins it; null: nobody has said it yet
alter table sequences add column start jsonb;
-- newsletter, offers or reminders, which people must have agreed to, or service, which needs no word of theirs; null: not said yet
alter table sequences add column purpose text;
alter table sequences add check ((recipe = 'own') = (name is not null));
alter table sequences add check (recipe = 'own' or (start is null and purpose is null));
-- what ends it for somebody, besides that they want no more
alter table sequences add column ends text[] not null default '{replied,ordered}';
-- somebody begins with it at each of their purchases, or whenever they fill in the form, and not once for all
alter table sequences add column again boolean not null default false;
-- what begins it counts from then on; whoever came before begins with it only where its owner says so
alter table sequences add column begins_at timestamptz;
alter table sequences add column deleted_at timestamptz;

-- A segment or a field that is given another name is written into what begins it, and an undo takes it out again.
drop trigger journal on sequences;
create trigger journal after update of steps, start on sequences for each row
when (current_setting('crm.journal_id', true) <> '') execute function journal_change('id');
