"""Work that is kept: project files, and the journal that survives whatever ends the program."""
