"""The runs of a person: where they lie, what they tell, and how they are started and steered."""
