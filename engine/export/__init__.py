"""Results as files: one module for each format, one table of them, and the check of what came out.

`formats` holds the table, `writing` the door: `export(path, plate, wish)`. A file is written beside
its place, read back by another library (`round_trip`) and only then put there. `record` is the JSON
beside it, from which `gossamer-cli redo` makes the alpha again.
"""
