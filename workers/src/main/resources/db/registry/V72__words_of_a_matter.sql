-- What a case's title and address say, word by word as keyed digests: open cases of the same category in the same
-- sub-district are put in order by how many they share with what somebody is about to complain of.
alter table case_similarity add column words bigint[] not null default '{}';
