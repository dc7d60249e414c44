"""Files that come with the program; `engine.resources` knows where they are."""
