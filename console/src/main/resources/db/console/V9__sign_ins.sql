-- Who signed in, and who was refused for a wrong password: of accounts that there are, and nothing beyond the account.

create table sign_in (
  id   bigint      generated always as identity primary key,
  at   timestamptz not null,
  who  text        not null references person,
  how  text        not null check (how in ('password', 'provider')),
  done boolean     not null
);
create index sign_in_who on sign_in (who, id);
create index sign_in_at on sign_in (at);
comment on table sign_in is 'a name that nobody has is not kept: it may be a password that was typed in the wrong place';

create trigger sign_in_append_only before update or delete on sign_in
  for each row execute function console.refuse_change();
create trigger sign_in_no_truncate before truncate on sign_in
  for each statement execute function console.refuse_change();
