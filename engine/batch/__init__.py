"""Many pictures at a time: planned, run, gone on with after a crash, and reported."""
