"""The hidden page: a distillation on one's own machine. Imported once it has been revealed."""
