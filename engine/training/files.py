"""What the files in a run's folder are called."""

SPEC = "spec.json"
EVENTS = "events.jsonl"
CHECKPOINT = "checkpoint.pt"
WEIGHTS = "average.safetensors"
PREVIEWS = "previews"
