"""What a run is to be made of: its data, who learns from whom, how, and for how long."""
