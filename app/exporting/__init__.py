"""Exporting: which format, how deep, how it was read back, and the record beside it."""
