-- Case files whose complainant has written since somebody who handles complaints opened them.
CREATE TABLE unread (
    organisation TEXT NOT NULL,
    case_file TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (organisation, case_file)
);
