"""Pictures of what networks see alike: spatial and channel similarities, alphas side by side."""
