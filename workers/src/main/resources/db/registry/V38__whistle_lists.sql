-- Lists of whistles, the last blown first: what goes on, and a sub-district's own, without reading all others.
create index whistle_street on whistle (street_code, blown_at desc);
create index whistle_running on whistle (blown_at desc) where ended_at is null;
