-- What came of a file names its columns in the list's order, which jsonb doesn't keep.

alter table sheet_run alter column result type json using result::text::json;
