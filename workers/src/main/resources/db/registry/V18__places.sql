-- Where districts lie, roughly, and by what two cases are taken for the same matter.

create table district_extent (
  district_code text             primary key,
  south         double precision not null,
  north         double precision not null,
  west          double precision not null,
  east          double precision not null,
  source        text             not null,
  check (south < north and west < east)
);
comment on table district_extent is 'WGS 84, rough: a point outside goes to a person who looks, one inside is not surely in this district';

create table case_similarity (
  case_id     uuid        primary key references case_file,
  received_at timestamptz not null,
  place_mac   bytea,
  title_mac   bytea,
  alike       text[]      not null
);
create index case_similarity_place on case_similarity (place_mac, received_at);
create index case_similarity_title on case_similarity (title_mac, received_at);
comment on table case_similarity is
  'Of cases that are not confidential: keyed digests of category and address, and of the title, so that equal ones are found without being read';
