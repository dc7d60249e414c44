"""Batches in the window: orders in a form, progress while it runs, the report at the end."""
