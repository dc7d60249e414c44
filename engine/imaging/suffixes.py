"""Endings of the files that photographs come in, for dialogs and for whole folders.

What a file holds is told by its content; only camera raw files, which pass for TIFFs, go by name.
"""

PLAIN = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif")
"""What is always read; those that lose nothing come before those that do only by chance."""

HEIF = (".heic", ".heif", ".hif")

RAW = (
    *(".dng", ".arw", ".cr2", ".cr3", ".crw", ".erf", ".iiq", ".kdc", ".mef", ".mos", ".mrw"),
    *(".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srf", ".srw"),
    *(".3fr", ".fff", ".x3f"),
)
"""Of the cameras that LibRaw knows."""

PICTURES = (*PLAIN, *HEIF, *RAW)
