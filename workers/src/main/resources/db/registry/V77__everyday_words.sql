-- What callers say, and by what words of the catalogue it is found.

create table everyday_word (
  said   text not null,
  found  text not null,
  source text not null,
  primary key (said, found)
);
comment on table everyday_word is 'From data/everyday-words.json; a caller''s word that holds said is looked up as found, too';
