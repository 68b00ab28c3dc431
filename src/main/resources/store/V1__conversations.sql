-- What is kept of a conversation: health data, see PRIVACY.md. H2 and PostgreSQL both read this.

create table conversation (
    id varchar(64) primary key,
    answered_at timestamp with time zone not null
);

-- what is to be forgotten is found by this
create index conversation_answered_at on conversation (answered_at);

create table turn (
    conversation varchar(64) not null references conversation (id) on delete cascade,
    number integer not null,
    said varchar not null, -- one exchange as JSON, in ASCII
    primary key (conversation, number)
);
