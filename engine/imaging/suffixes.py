"""Endings of the files that photographs come in, for dialogs and for whole folders.

What a file holds is told by its content; only camera raw files, which pass for TIFFs, go by name.
"""

PLAIN = (".png", ".tif", ".tiff", ".webp", ".bmp", ".gif", ".jpg", ".jpeg", ".avif")
"""What is always read. Of files of one name, as trimaps are looked for, the first ending counts:
those that lose nothing come first."""

HEIF = (".heic", ".heif", ".hif")

RAW = (
    *(".dng", ".arw", ".cr2", ".cr3", ".crw", ".erf", ".iiq", ".kdc", ".mef", ".mos", ".mrw"),
    *(".nef", ".nrw", ".orf", ".pef", ".raf", ".raw", ".rw2", ".rwl", ".sr2", ".srf", ".srw"),
    *(".3fr", ".fff", ".x3f"),
)
"""Of the cameras that LibRaw knows."""

PICTURES = (*PLAIN, *HEIF, *RAW)
