-- Who looks for the jobs of a state, failed ones above all, reads the few parts of the table that have any: nearly all jobs are done. An
-- ordered index would have each job's end write to all indexes of the table; one that sums up parts of it doesn't (PostgreSQL 16 and
-- later). What a part holds is summed up when it is vacuumed, and by then its jobs have mostly ended.
create index job_state on job using brin (state) with (pages_per_range = 16);
