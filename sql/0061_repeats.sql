-- When a task comes back; null: once. Its next time stands in due_at as any other task's does.
alter table tasks add column repeats jsonb;
-- Few: each is looked at when its reminder may be due once more.
create index tasks_repeating on tasks (id) where repeats is not null and done_at is null;
