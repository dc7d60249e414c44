"""Studies: several ways to train under one budget and one set of seeds, and what came of each."""
