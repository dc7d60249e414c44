"""Refining: the matte made tighter or harder, its colours cleaned, on the screen and in exports."""
