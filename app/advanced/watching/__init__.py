"""A run as it goes: curves, previews over time, numbers, its log, and how it is steered."""
