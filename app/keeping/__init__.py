"""Keeping work: projects, drafts that are written while one paints, and their recovery."""
