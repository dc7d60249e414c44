"""The user guide: pages that come with the program, read beside the picture."""
