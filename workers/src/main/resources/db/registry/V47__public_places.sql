-- Where matters in public space are, coarsely; the exact point stays in the vault.

create table public_category (
  category_code text    not null,
  valid_from    date    not null,
  radius        integer not null check (radius between 0 and 1000),
  source        text    not null,
  primary key (category_code, valid_from)
);
comment on table public_category is 'Categories in public space, from a day on; radius in metres: how far apart two cases are still one matter';

create table case_place (
  case_id       uuid        primary key references case_file,
  category_code text        not null,
  north         integer     not null,
  east          integer     not null,
  received_at   timestamptz not null
);
create index case_place_near on case_place (category_code, north, east, received_at);
comment on table case_place is
  'The cell of about 150 m of cases in public space; none of reports and confidential cases, nor of a point that is doubted';

create table street_extent (
  street_code text        not null,
  ring        polygon     not null,
  hole        boolean     not null,
  source      text        not null,
  imported_at timestamptz not null
);
create index street_extent_street on street_extent (street_code);
comment on table street_extent is 'Rings of sub-districts as they were imported, x longitude, y latitude, WGS 84; empty until somebody has them';
