-- What is open of a category in a place, for whoever takes the next call about it.
create index case_file_open_matter on case_file (category_code, district_code, received_at)
  where status not in ('answered', 'withdrawn', 'closed');
