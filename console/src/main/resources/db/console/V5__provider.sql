-- By whom the city's identity provider knows somebody; bound at his first sign-in there.

alter table person
  add column provider_issuer  text,
  add column provider_subject text,
  add check ((provider_issuer is null) = (provider_subject is null)),
  add unique (provider_issuer, provider_subject);
comment on column person.provider_subject is 'claim "sub" of OpenID Connect, which the provider never gives to another; null until then';
