"""Source files to records: one module a format, found by its name; nothing writes a file, or guesses a member or an option.

A format's module says what it reads (`ABOUT`, `FILES`, `BODY`, `EXAMPLE`) and offers `read(saved, asked, problems)`, which
returns what was found. The rest of the package turns that into records of the site's body.
"""
