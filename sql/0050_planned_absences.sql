-- Whatever begins later was planned, said before that was kept or after: that it has begun is told.
update absences set planned = true where starts_at > now() and not planned;
