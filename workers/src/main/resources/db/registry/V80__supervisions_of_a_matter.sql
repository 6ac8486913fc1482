-- Each further supervision asks how many of its cause the case or whistle had, and each whistle that ends asks what is open of it:
-- both read all that ever were.
create index supervision_matter on supervision (coalesce(case_id, whistle_id, assessment_id), cause);
create index supervision_whistle on supervision (whistle_id) where whistle_id is not null;
